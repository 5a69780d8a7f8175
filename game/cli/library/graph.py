"""The verb graph: a scenario's watches and orders as a drawing."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from game.cli.find_scenario import find_scenario
from game.cli.io import deliver, print_out, print_xml
from game.cli.options import Named, Out
from game.files.kinds import Kind
from game.files.writing import check_writable
from game.reports.graph.dot import graph_dot
from game.reports.graph.graph import graph_of, traffic_of
from game.reports.graph.mermaid import graph_mermaid
from game.reports.graph.svg import graph_svg
from game.voyage.flow import Flow


class Drawing(StrEnum):
    """How a graph is drawn."""

    MERMAID = "mermaid"
    DOT = "dot"
    SVG = "svg"


DRAWN = {
    Drawing.MERMAID: (Kind.MERMAID, graph_mermaid, print_out),
    Drawing.DOT: (Kind.DOT, graph_dot, print_out),
    Drawing.SVG: (Kind.SVG, graph_svg, print_xml),
}
"""For each: the kind of file it is, what draws it, and what prints it."""


def graph(
    scenario: Named,
    style: Annotated[Drawing, typer.Option("--format")] = Drawing.MERMAID,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="With the traffic of voyages by chance.")
    ] = False,
    voyages: Annotated[int, typer.Option(min=1, max=100_000, help="How many to count.")] = 1000,
    seed: Annotated[int, typer.Option(help="Of the first of them.")] = 1,
    out: Out = None,
) -> None:
    """Draw a scenario's watches and orders, and where each leads."""
    kind, draw, tell = DRAWN[style]
    if out:
        check_writable(out, kind)
    flow = Flow(find_scenario(scenario).scenario)
    if coverage:
        seeds = range(seed, seed + voyages)
        hidden = not sys.stderr.isatty()
        with typer.progressbar(seeds, label="Sailing", file=sys.stderr, hidden=hidden) as sailed:
            drawn = graph_of(flow, traffic_of(flow, sailed))
    else:
        drawn = graph_of(flow)
    deliver(draw(drawn), kind, out, tell)
