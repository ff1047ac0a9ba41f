import ssl

import pytest

from adapters.sql import SqlConfig
from adapters.sql.encryption import encryption


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("postgresql://localhost/greenroom", False),
        ("postgresql:///greenroom", False),
        ("postgresql:///greenroom?host=/run/postgresql", False),
        ("postgresql://db.example/greenroom?sslmode=disable", False),
        ("postgresql://db.example/greenroom", "prefer"),
        ("postgresql://localhost/greenroom?sslmode=prefer", "prefer"),
    ],
)
def test_what_leaves_the_machine_is_encrypted_where_that_can_be(
    *, address: str, wanted: str | bool
) -> None:
    assert encryption(SqlConfig(url=address).url) == wanted


@pytest.mark.parametrize(
    ("mode", "checks_name", "trusts"),
    [
        ("require", False, ssl.CERT_NONE),
        ("verify-ca", False, ssl.CERT_REQUIRED),
        ("verify-full", True, ssl.CERT_REQUIRED),
    ],
)
def test_encryption_is_as_strict_as_the_address_says(
    *, mode: str, checks_name: bool, trusts: ssl.VerifyMode
) -> None:
    context = encryption(SqlConfig(url=f"postgresql://db.example/greenroom?sslmode={mode}").url)

    assert isinstance(context, ssl.SSLContext)
    assert (context.check_hostname, context.verify_mode) == (checks_name, trusts)
