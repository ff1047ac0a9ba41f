"""What becomes of a test whose server is missing."""

import shutil

import pytest

from tests.servers.redis import MISSING, _running


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)


@pytest.mark.usefixtures("nothing_installed")
def test_without_a_server_a_test_is_skipped_and_says_what_to_install(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pytestconfig.option, "require_servers", False)

    with pytest.raises(pytest.skip.Exception) as skipped:
        next(_running(pytestconfig))

    assert str(skipped.value) == MISSING


@pytest.mark.usefixtures("nothing_installed")
def test_without_a_required_server_a_test_fails_and_says_what_to_install(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pytestconfig.option, "require_servers", True)

    with pytest.raises(pytest.fail.Exception) as failed:
        next(_running(pytestconfig))

    assert str(failed.value) == MISSING
