"""Evaluation: no score without evidence, and arithmetic that anybody can redo."""
