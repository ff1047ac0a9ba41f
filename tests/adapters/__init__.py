"""Tests of what is special about one adapter."""
