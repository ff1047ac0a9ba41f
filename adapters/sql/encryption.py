"""How a connection to a server is encrypted: as the address says, in the words of PostgreSQL's own tools."""

import ssl

from sqlalchemy import URL

MODES = frozenset({"disable", "prefer", "require", "verify-ca", "verify-full"})
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


def encryption(url: URL) -> ssl.SSLContext | str | bool:
    """Return what the driver wants to hear; this reads the machine's list of authorities.

    `verify-ca` and `verify-full` trust these, or the file that SSL_CERT_FILE names. An address that
    says nothing is encrypted if the server can, unless it is of this machine, which nothing leaves.
    """
    match url.query.get("ssl"):
        case None if _is_here(url):
            return False
        case None | "prefer":
            # Each time it connects, the driver looks whether there is a certificate of ours.
            return "prefer"
        case "disable":
            return False
        case mode:
            context = ssl.create_default_context()
            context.check_hostname = mode == "verify-full"
            if mode == "require":
                context.verify_mode = ssl.CERT_NONE
            return context


def _is_here(url: URL) -> bool:
    host = url.host or url.query.get("host", "/")
    return host in _HERE or (isinstance(host, str) and host.startswith("/"))
