"""Hosts of addresses: which one, and whether it is on the open internet."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """Scheme, host and port, which a robots.txt holds for.

    >>> host_of("https://Post.example/a"), host_of("http://[::1]:8000/b")
    ('https://post.example:443', 'http://[::1]:8000')
    """
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return address
    name = (parts.hostname or "").lower()
    return f"{parts.scheme}://{f'[{name}]' if ':' in name else name}:{port}"


def public(host: str | None) -> bool:
    """Whether a name leads to the open internet alone; one that leads nowhere is let through.

    >>> public("127.0.0.1"), public("10.0.0.7"), public("::1"), public("93.184.215.14")
    (False, False, False, True)
    """
    try:
        found = {each[4][0] for each in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return True  # the request itself will say so
    return all(ipaddress.ip_address(str(each).partition("%")[0]).is_global for each in found)
