"""Tests of what is special about having no other process: memory is all there is."""
