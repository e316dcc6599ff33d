"""Bins, calibration error, risk against coverage."""

from __future__ import annotations

import pytest

from evaluation.calibration import bins, expected_error, risk_coverage


@pytest.mark.parametrize(("size", "count", "sizes"), [(100, 10, [10] * 10), (3, 10, [1] * 3), (25, 10, None)])
def test_calibration_bins_are_of_equal_size(size: int, count: int, sizes: list[int] | None) -> None:
    found = [b.size for b in bins([(place / size, True) for place in range(size)], count=count)]
    assert sum(found) == size
    assert max(found) - min(found) <= 1
    assert sizes is None or found == sizes


def test_calibration_bins_go_by_confidence_whatever_the_order() -> None:
    low, high = bins([(0.9, True), (0.1, False), (0.7, True), (0.3, True)], count=2)
    assert (low.confidence, low.right) == pytest.approx((0.2, 0.5))
    assert (high.confidence, high.right) == pytest.approx((0.8, 1.0))


@pytest.mark.parametrize(
    ("judged", "error"),
    [
        ([], 0.0),
        ([(1.0, True)] * 10, 0.0),
        ([(1.0, False)] * 10, 1.0),
        ([(0.5, True), (0.5, False)] * 5, 0.5),
        ([(0.0, False)] * 50 + [(1.0, True)] * 50, 0.0),
        ([(0.2, False)] * 50 + [(0.9, True)] * 50, 0.15),
    ],
)
def test_calibration_expected_error(judged: list[tuple[float, bool]], error: float) -> None:
    assert expected_error(judged) == pytest.approx(error)


def test_calibration_one_bin_compares_the_means() -> None:
    assert expected_error([(0.5, True), (0.5, False)], count=1) == pytest.approx(0.0)


def test_calibration_risk_grows_with_coverage() -> None:
    points = risk_coverage([(0.2, False), (0.9, True), (0.8, True), (0.5, False)])
    assert points == [(0.25, 0.0), (0.5, 0.0), (0.75, pytest.approx(1 / 3)), (1.0, 0.5)]


def test_calibration_one_confidence_is_one_point() -> None:
    assert risk_coverage([(0.5, True), (0.5, False), (0.9, True)]) == [
        (pytest.approx(1 / 3), 0.0),
        (1.0, pytest.approx(1 / 3)),
    ]


def test_calibration_of_nothing_has_no_points() -> None:
    assert risk_coverage([]) == []
