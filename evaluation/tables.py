"""The tables of the report in HTML."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import Mapping, Sequence

from evaluation import words
from evaluation.answers import Answer
from evaluation.beside import Default
from evaluation.floors import Checked
from evaluation.measures import ALL, MEASURES, WHERE, Figure, Figures, Measure
from evaluation.misses import Miss

TITLES = {"own": "Own", "kept": "Kept", "sample": "Sample", ALL: "Together"}


def figures(found: Figures, checked: Sequence[Checked]) -> str:
    """A row a measure; in each cell the figure, what it was counted on, and its floor."""
    by_place = {(c.measure.name, c.where): c for c in checked}
    rows = []
    for measure in MEASURES:
        cells = []
        for where in WHERE:
            place = by_place.get((measure.name, where))
            cells.append((TITLES[where], _figure(found.get(where, {}).get(measure.name), measure, place)))
        rows.append((measure.title, cells))
    return table(["Measure", *TITLES.values()], rows)


def beside(found: Figures, default: Default) -> str:
    """This assistant and the default pipeline, for each set that both have."""
    sets = [where for where in WHERE if where in default.figures]
    rows = []
    for measure in MEASURES:
        cells = []
        for where in sets:
            ours, theirs = found.get(where, {}).get(measure.name), default.figures[where].get(measure.name)
            cells.append((f"{TITLES[where]}: this", _plain(ours, measure)))
            cells.append((f"{TITLES[where]}: default", _plain(theirs, measure)))
        if any(measure.name in default.figures[where] for where in sets):
            rows.append((measure.title, cells))
    heads = [f"{TITLES[where]}: {which}" for where in sets for which in ("this", "default")]
    return table(["Measure", *heads], rows)


def by_file(shares: Mapping[str, Figure]) -> str:
    """A row a question file."""
    rows = [
        (f"{place}.jsonl", [("Right", f"{100 * share.value:.1f} %"), ("Questions", words.count(share))])
        for place, share in shares.items()
    ]
    return table(["File", "Right", "Questions"], rows)


def misses(found: Sequence[Miss]) -> str:
    """A section that opens for each kind of miss; the grave ones are open."""
    sections = []
    for place, (kind, group) in enumerate(groupby(found, key=lambda miss: miss.kind)):
        listed = list(group)
        rows = "".join(_miss(miss.answer) for miss in listed)
        head = "".join(f"<th scope='col'>{name}</th>" for name in ("Message", "Label", "Got", "First in the ranking"))
        opened = " open" if place < 2 and len(listed) <= 30 else ""
        sections.append(
            f"<details{opened}><summary>{escape(kind.title)} ({len(listed)})</summary>"
            f"<table class='misses'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
        )
    return "".join(sections)


def table(heads: Sequence[str], rows: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """Rows of (name, cells), a cell being (what it is, markup): on a phone the cells name themselves."""
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in heads)
    body = []
    for name, cells in rows:
        inner = "".join(f"<td data-name='{escape(what)}'>{markup}</td>" for what, markup in cells)
        body.append(f"<tr><th scope='row'>{escape(name)}</th>{inner}</tr>")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"


def _figure(figure: Figure | None, measure: Measure, checked: Checked | None) -> str:
    if checked is None:
        return words.NOTHING
    holds = "" if checked.floor is None else "good" if checked.holds else "bad"
    parts = [f"<span class='{holds}'>{words.value(checked.value, measure)}</span>"]
    if figure:
        parts.append(f"<small>{words.count(figure)}</small>")
    if checked.floor is not None:
        parts.append(f"<small>{words.bound(checked.floor, measure)}: {words.verdict(checked)}</small>")
    return "".join(parts)


def _plain(figure: Figure | None, measure: Measure) -> str:
    return words.value(figure.value if figure else None, measure)


def _miss(answer: Answer) -> str:
    question = answer.question
    text = "<br>".join(escape(turn) for turn in question.turns)
    note = f"{question.key} {', '.join(question.styles)}".strip()
    label = " + ".join(question.labels)
    also = f"<small>or {escape(', '.join(sorted(question.also_ok)))}</small>" if question.also_ok else ""
    got = " + ".join(answer.turn["topics"]) or answer.outcome
    safety = f"<small>safety: {escape(answer.safety)}</small>" if answer.safety != "none" else ""
    conditions = ", ".join(answer.turn["understanding"]["conditions"])
    named = f"<small>conditions: {escape(conditions)}</small>" if conditions else ""
    ranked = "<br>".join(f"{escape(topic)} {confidence:.2f}" for topic, confidence in answer.ranking[:2])
    return (
        f"<tr><td data-name='Message'>{text}<small>{escape(note)}</small></td>"
        f"<td data-name='Label'>{escape(label)}{also}</td>"
        f"<td data-name='Got'>{escape(got)}{safety}{named}</td>"
        f"<td data-name='First in the ranking'>{ranked or words.NOTHING}</td></tr>"
    )
