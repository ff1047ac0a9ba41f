"""Tests of what is special about Redis: it forgets, it goes away, and a holder may come back too late."""
