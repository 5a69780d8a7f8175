"""The verb explain: the page of a finding's code."""

from __future__ import annotations

from textwrap import fill, indent
from typing import Annotated

import typer

from game.cli.io import print_out
from game.scenario.loading.finding_docs import codes, page


def explain(
    code: Annotated[str, typer.Argument(help="Such as F007; without one, all of them.")] = "",
) -> None:
    """Tell what a finding means, with a bad and a good example."""
    if not code:
        for known in map(page, codes()):
            print_out(f"{known.code}  {known.severity:<7}  {known.title}")
        return
    known = page(code.upper())
    print_out(f"{known.code} ({known.severity}): {known.title}\n\n{fill(known.cause, 80)}\n")
    for name, example in (("Bad", known.bad), ("Good", known.good)):
        print_out(f"{name}:\n\n{indent(example, '    ')}")
