"""Lets `python -m bot` do what `greenroom` does."""

from bot.cli import main

main()
