"""The report: one HTML file that needs nothing else."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Callable, Sequence

from evaluation import breakdown, charts, misses, tables
from evaluation.answers import Answer
from evaluation.asking import IMPURE, Run
from evaluation.beside import Curve, Default
from evaluation.calibration import bins, risk_coverage
from evaluation.floors import Checked
from evaluation.measures import ALL, Figures, judge, right_by_file, single, topic_questions

STYLE = Path(__file__).parent / "page.css"
GROUPS: dict[str, Callable[[Answer], bool]] = {
    "topic questions": topic_questions,
    "all single questions": single,
}
"""The questions whose confidence is looked at."""


def render(
    run: Run,
    found: Figures,
    checked: Sequence[Checked],
    *,
    labels: Sequence[str],
    default: Default | None = None,
    curve: Curve | None = None,
) -> str:
    """The whole page. `labels`: all labels in the order in which the confusion matrix shows them."""
    sections = [
        _head(run, checked),
        _section("Figures and floors", tables.figures(found, checked), _time(run)),
        _default(found, default),
        _section("By file", tables.by_file(right_by_file(run.answers))),
        _accuracy(run, checked),
        _section(
            "Confusion",
            "<p>Single questions. Rows are labels, columns what was got; what is right by also_ok counts as the label. "
            "Blue is right, red is not; the numbers are questions.</p>",
            f"<div class='wide'>{_matrix(run, labels)}</div>",
        ),
        _confidence(run),
        _curve(curve),
        _misses(run),
    ]
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>Evaluation of {escape(run.date)}</title><style>{STYLE.read_text(encoding='utf-8')}</style></head>"
        f"<body><main>{''.join(sections)}</main></body></html>\n"
    )


def working_point(answers: Sequence[Answer], *, over: Callable[[Answer], bool]) -> tuple[float, float]:
    """(coverage, risk) of the decision in use: the share of the questions that got a topic about LEMS, and the share
    of these that is not right."""
    asked = [answer for answer in answers if over(answer)]
    kept = [answer for answer in asked if answer.topic_answered]
    if not kept:
        return 0.0, 0.0
    return len(kept) / len(asked), sum(not answer.right for answer in kept) / len(kept)


def _head(run: Run, checked: Sequence[Checked]) -> str:
    floors = [c for c in checked if c.floor is not None]
    broken = sum(not c.holds for c in floors)
    if broken:
        headline = f"<p class='headline bad'>{broken} of {len(floors)} floors are broken.</p>"
    else:
        headline = f"<p class='headline good'>All {len(floors)} floors hold.</p>"
    return (
        "<h1>How well the assistant understands</h1>"
        f"{headline}<p class='quiet'>{escape(run.date)}, model {escape(run.model)}, reviewed text of "
        f"{escape(run.content)}, {len(run.answers)} questions. The measures are described in evaluation/README.md.</p>"
        f"{'' if run.pure else f'<p class=bad>{escape(IMPURE)}</p>'}"
    )


def _section(title: str, *parts: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{''.join(parts)}</section>"


def _time(run: Run) -> str:
    if not run.times:
        return ""
    times = run.times
    return (
        f"<p class='quiet'>NLU, {times.messages} messages on one core: p50 {times.p50:.1f} ms and p95 {times.p95:.1f} "
        f"ms of processor time; by the clock p50 {times.wall_p50:.1f} ms.</p>"
    )


def _default(found: Figures, default: Default | None) -> str:
    if default is None:
        return _section(
            "Beside a default Rasa pipeline", "<p class='quiet'>Not measured yet: make benchmark does it.</p>"
        )
    note = f"<p class='quiet'>{escape(default.pipeline)}, measured on {escape(default.date)}.</p>"
    return _section("Beside a default Rasa pipeline", note, tables.beside(found, default))


def _accuracy(run: Run, checked: Sequence[Checked]) -> str:
    floor = next((c.floor for c in checked if c.measure.name == "right" and c.where == ALL), None)
    labels = charts.bars(breakdown.by_label(run.answers), floor=floor, label="Share right by label")
    styles = charts.bars(breakdown.by_style(run.answers), floor=floor, label="Share right by style of question")
    return _section(
        "Right by label and by style",
        "<p>Single questions of both sets, the worst first. The dashed line is the floor over all of them.</p>",
        f"<div class='charts'><div><h3>Label</h3>{labels}</div><div><h3>Style of question</h3>{styles}</div></div>",
    )


def _matrix(run: Run, labels: Sequence[str]) -> str:
    return charts.matrix(breakdown.confusion(run.answers, order=labels), label="Confusion matrix")


def _confidence(run: Run) -> str:
    judged = {name: judge(run.answers, over=over) for name, over in GROUPS.items()}
    diagram = charts.reliability({name: bins(j) for name, j in judged.items()}, label="Reliability diagram")
    now = {name: working_point(run.answers, over=over) for name, over in GROUPS.items()}
    risk = charts.risk_coverage(
        {name: risk_coverage(j) for name, j in judged.items()}, now=now, label="Risk against coverage"
    )
    return _section(
        "Confidence",
        "<p>The confidence is that of the first topic in the ranking, as the probability that this topic is right. "
        "Reliability: ten bins of equal size; on the dashed line the confidence can be believed. Risk and coverage: of "
        "the most confident share of the questions, how many have another first topic; a dot is what is decided now, "
        "the share that got a topic against the share of these that is not right.</p>",
        f"<div class='charts'><div><h3>Reliability</h3>{diagram}</div>"
        f"<div><h3>Risk and coverage</h3>{risk}</div></div>",
    )


def _curve(curve: Curve | None) -> str:
    if curve is None:
        return _section("Learning curve", "<p class='quiet'>Not measured yet.</p>")
    note = f"<p class='quiet'>Measured on {escape(curve.date)}. {escape(curve.note)}</p>"
    drawn = charts.learning(curve.lines, label="Learning curve")
    return _section("Learning curve", note, f"<div class='charts'><div>{drawn}</div></div>")


def _misses(run: Run) -> str:
    found = misses.find(run.answers)
    return _section(
        f"Every miss ({len(found)})",
        "<p>Each under the gravest thing that is wrong with it; those of <code>kept</code> stay unread.</p>",
        tables.misses(found),
    )
