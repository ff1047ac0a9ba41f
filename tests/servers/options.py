"""Which servers the tests start, which are there already, and what becomes of tests without one."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options about servers."""
    servers = parser.getgroup("servers", "real servers to test against")
    servers.addoption(
        "--require-servers",
        action="store_true",
        help="fail where a server is missing, instead of skipping what needs it",
    )
    servers.addoption(
        "--redis-url",
        metavar="URL",
        help="a running Redis to test against; its database is emptied before every test",
    )
    servers.addoption(
        "--postgres-url",
        metavar="URL",
        help="a running PostgreSQL to test against; tests make databases there and remove them",
    )


def give_up(config: pytest.Config, missing: str) -> None:
    """Skip for want of a server, or fail if servers are required; `missing` says what to install."""
    if config.getoption("--require-servers"):
        pytest.fail(missing, pytrace=False)
    pytest.skip(missing)
