import shutil
from pathlib import Path

import pytest

from core.bank.loader import SHIPPED
from tests.core.bank.authors import CHALLENGE, PATTERN, PERSONA, QUESTION, REFERENCE, Author


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """Return somebody with a small bank that has no mistakes yet."""
    folder = tmp_path / "bank"
    for file in (QUESTION, CHALLENGE, REFERENCE, PATTERN, PERSONA):
        target = folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHIPPED / file, target)
    return Author(folder)
