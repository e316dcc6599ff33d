"""The charts: markup that can be parsed, with what it has to show."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from evaluation import charts
from evaluation.breakdown import confusion
from evaluation.calibration import bins
from evaluation.measures import Figure
from evaluation.svg import Frame, element, words
from tests.unit.evaluation.made import answer

JUDGED = [(place / 20, place % 3 > 0) for place in range(20)]
CHARTS = {
    "bars": charts.bars({"cause": Figure(0.5, 4, 2), "<b>": Figure(1.0, 2, 2)}, floor=0.9, label="Right"),
    "bars without floor": charts.bars({"cause": Figure(0.5, 4, 2)}, floor=None, label="Right"),
    "matrix": charts.matrix(confusion([answer("cause", "help")], order=["cause", "help"]), label="Confusion"),
    "reliability": charts.reliability({"all": bins(JUDGED)}, label="Reliability"),
    "risk": charts.risk_coverage({"all": [(0.5, 0.1), (1.0, 0.3)]}, now={"all": (0.5, 0.1)}, label="Risk"),
    "risk of nothing": charts.risk_coverage({"all": []}, now={}, label="Risk"),
    "learning": charts.learning({"right": [(10, 0.5), (20, 0.6)]}, label="Learning"),
    "learning of one point": charts.learning({"right": [(10, 1.0)]}, label="Learning"),
}


@pytest.mark.parametrize("name", list(CHARTS))
def test_charts_are_markup_with_a_name(name: str) -> None:
    root = ElementTree.fromstring(CHARTS[name])
    assert root.tag == "svg"
    assert root.get("role") == "img"
    assert root.get("aria-label")
    assert "nan" not in CHARTS[name]


@pytest.mark.parametrize("name", list(CHARTS))
def test_charts_keep_within_their_picture(name: str) -> None:
    root = ElementTree.fromstring(CHARTS[name])
    width, height = map(float, str(root.get("viewBox")).split()[2:])
    for item in root.iter():
        x, y = float(item.get("x") or item.get("cx") or 0), float(item.get("y") or item.get("cy") or 0)
        assert 0 <= x + float(item.get("width") or 0) <= width
        assert 0 <= y + float(item.get("height") or 0) <= height


def test_charts_bars_below_the_floor_look_different() -> None:
    root = ElementTree.fromstring(CHARTS["bars"])
    assert [item.get("class") for item in root.iter("rect")] == ["back", "bar low", "back", "bar"]


def test_charts_matrix_counts() -> None:
    root = ElementTree.fromstring(CHARTS["matrix"])
    assert [item.text for item in root.iter("title")] == ["cause taken for help: 1 of 1"]
    assert [item.get("class") for item in root.iter("rect") if item.get("fill-opacity")] == ["miss"]


def test_charts_thin_long_curves_but_keep_their_end() -> None:
    points = [(place / 5000, 0.1) for place in range(1, 5001)]
    drawn = charts.risk_coverage({"all": points}, now={}, label="Risk")
    line = next(e for e in ElementTree.fromstring(drawn).iter("polyline"))
    places = str(line.get("points")).split()
    assert len(places) < 300
    assert places[-1].split(",")[0] == "336.0"


def test_charts_frame_keeps_points_in_range_of_its_edges() -> None:
    frame = Frame(x=(0, 1), y=(0, 0.5), left=10, top=10, width=100, height=100)
    assert frame.at(0, 0) == (10, 110)
    assert frame.at(0.5, 0.25) == (60, 60)
    assert frame.at(2, 9) == (110, 10)


def test_charts_pieces_escape() -> None:
    assert words("a<b", 1, 2.5) == '<text x="1" y="2.5">a&lt;b</text>'
    assert element("line", class_="a", x1=1.25) == '<line class="a" x1="1.2"/>'
