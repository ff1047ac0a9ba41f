"""Tests of what is special about a database."""
