"""The questions to ask: those that ship with Greenroom, and the team's own."""

from bot.settings import Settings
from core.bank.bank import Bank
from core.bank.loader import SHIPPED, load


def open_bank(settings: Settings) -> Bank:
    """Read all folders; raise `BankMistaken` with every mistake in them."""
    return load((SHIPPED, *settings.bank.folders))
