"""`python -m evaluation`: asks all questions, checks the floors, writes the report. `make evaluate` runs it."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path
from typing import Sequence

from evaluation import asking, beside, floors, page, questions, summary
from evaluation.measures import measure

REPORT = Path(__file__).parent / "report"
BELOW_FLOOR, UNREADABLE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 0, 1 where a floor is broken, or 2 where files or arguments cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation", description="Measures how well the assistant understands."
    )
    parser.add_argument("--readme", action="store_true", help="also write the table into README.md")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--again", action="store_true", help="judge the stored answers of the last run, ask nothing")
    source.add_argument("--model", type=Path, help="a trained model; without it that of the present content")
    parser.add_argument("--results", type=Path, default=summary.FILE, help="the figures (default: %(default)s)")
    parser.add_argument("--report", type=Path, default=REPORT, help="folder of the report (default: %(default)s)")
    options = parser.parse_args(arguments)
    try:
        return _evaluate(options)
    except (ValueError, FileNotFoundError, RuntimeError) as problem:
        print(f"evaluation: {problem}", file=sys.stderr)
        return UNREADABLE


def _evaluate(options: argparse.Namespace) -> int:
    known = questions.known_labels()
    asked = questions.read_all(known=known)
    least = floors.read()
    default, curve = beside.default_pipeline(), beside.learning_curve()
    answers = options.report / "answers.json"
    if options.again:
        run = asking.load(answers, asked)
    else:
        run = asking.ask_all(asked, model=options.model or _model(), date=datetime.date.today().isoformat())
        asking.save(run, answers)
    found = measure(run.answers, times=run.times)
    checked = floors.check(found, least)
    report = options.report / "index.html"
    report.write_text(page.render(run, found, checked, labels=known, default=default, curve=curve), encoding="utf-8")
    if run.pure:
        summary.write_results(summary.results(run, found), options.results)
        if options.readme:
            summary.write_readme(summary.markdown(run, found, checked))
    else:
        print(f"evaluation: {asking.IMPURE} Neither results.json nor the README was written.", file=sys.stderr)
    print("\n".join(summary.lines(checked)))
    broken = [c for c in checked if not c.holds]
    print(f"{len(broken)} floors broken" if broken else "All floors hold", f"({report})")
    return BELOW_FLOOR if broken else 0


def _model() -> Path:
    from lems_faq.adapters.training import ensure_model

    return ensure_model()


if __name__ == "__main__":
    asking.quiet()
    sys.exit(main())
