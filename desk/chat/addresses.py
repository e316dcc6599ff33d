"""Clients' addresses, as far as limits need them: digests that change every day, never the address itself."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address

from django.http import HttpRequest
from django.utils.crypto import salted_hmac


def address_key(request: HttpRequest) -> str:
    """A keyed digest of the client's address, good for today. uvicorn has taken trusted proxies into account."""
    return digest(f"{datetime.now(UTC):%Y-%m-%d} {_network(request.META.get('REMOTE_ADDR') or '')}", purpose="address")


def digest(value: str, *, purpose: str) -> str:
    """A keyed SHA-256 digest in hexadecimal: comparable, and of no use without the server's key."""
    return salted_hmac(f"desk.{purpose}", value, algorithm="sha256").hexdigest()


def _network(address: str) -> str:
    """One household: an IPv4 address, or the /64 network that an IPv6 user chooses addresses from at will."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return f"{int(parsed) >> 64:x}::"
    return str(parsed)
