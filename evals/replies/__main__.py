"""Prints how the check does on the labelled replies: ``python -m evals.replies``.

The rows are split by their evidence. Those of the development half may be listed; the held-out half is only counted.
"""

import argparse
from collections.abc import Sequence

from rich.console import Console

from evals.replies.measuring import judge, mistakes, report
from evals.replies.rows import read_rows


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(prog="python -m evals.replies", description=__doc__)
    asked.add_argument("--mistakes", action="store_true", help="list the development rows that were judged wrong")
    wanted = asked.parse_args(arguments)
    console = Console(soft_wrap=True, highlight=False, markup=False)
    rows = read_rows()
    for name, part in (
        ("development half", [row for row in rows if not row.held_out]),
        ("held-out half", [row for row in rows if row.held_out]),
    ):
        console.print(f"\n== {name}: {len(part)} replies\n{report(judge(part))}")
    if wanted.mistakes:
        console.print("\n" + "\n".join(mistakes(judge(row for row in rows if not row.held_out))))


if __name__ == "__main__":
    main()
