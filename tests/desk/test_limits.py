"""Rate limits, with a clock in the hand."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from chat import limits
from chat.addresses import address_key
from chat.models import Bucket
from config.environment import Rate


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(limits, "time", found)
    return found


@pytest.mark.django_db
def test_as_many_at_once_as_the_rate_says(clock: Clock) -> None:
    for _ in range(5):
        limits.take({"key": Rate(5, 60)})
    with pytest.raises(limits.TooMany) as refused:
        limits.take({"key": Rate(5, 60)})
    assert refused.value.retry_after == 12


@pytest.mark.django_db
def test_rate_comes_back_bit_by_bit(clock: Clock) -> None:
    for _ in range(5):
        limits.take({"key": Rate(5, 60)})
    clock.now += 12
    limits.take({"key": Rate(5, 60)})
    with pytest.raises(limits.TooMany):
        limits.take({"key": Rate(5, 60)})
    clock.now += 60
    for _ in range(5):
        limits.take({"key": Rate(5, 60)})


@pytest.mark.django_db
def test_refusal_by_one_key_takes_nothing_of_the_other(clock: Clock) -> None:
    limits.take({"narrow": Rate(1, 60)})
    with pytest.raises(limits.TooMany):
        limits.take({"wide": Rate(10, 60), "narrow": Rate(1, 60)})
    assert not Bucket.objects.filter(key="wide").exists()


@pytest.mark.django_db
def test_keys_as_fresh_as_new_are_dropped(clock: Clock) -> None:
    limits.take({"key": Rate(1, 60)})
    assert limits.drop_unused() == 0
    clock.now += 61
    assert limits.drop_unused() == 1


def _key(address: str) -> str:
    return address_key(RequestFactory().get("/", REMOTE_ADDR=address))


def test_address_is_known_by_a_digest() -> None:
    assert _key("192.0.2.1") == _key("192.0.2.1") != _key("192.0.2.2")
    assert len(_key("192.0.2.1")) == 64


def test_address_of_ipv6_counts_by_household() -> None:
    assert _key("2001:db8::1") == _key("2001:db8::ffff:2") != _key("2001:db8:0:1::1")
    assert _key("::ffff:192.0.2.1") == _key("192.0.2.1")
    assert _key("no address") == _key("no address")
