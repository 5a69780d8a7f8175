"""The verb graph: a scenario's watches and orders as a drawing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from game.cli.io import print_out, print_xml
from game.cli.options import Named
from game.cli.support.output import Out, check_can_write, deliver
from game.files.kinds import Kind
from game.reports.graph.dot import graph_dot
from game.reports.graph.graph import Graph, graph_of, traffic_of
from game.reports.graph.mermaid import graph_mermaid
from game.reports.graph.svg import graph_svg
from game.scenario.loading.library import find
from game.voyage.flow import Flow


class Drawing(StrEnum):
    """How a graph is drawn."""

    MERMAID = "mermaid"
    DOT = "dot"
    SVG = "svg"


DRAWN = {Drawing.MERMAID: Kind.MERMAID, Drawing.DOT: Kind.DOT, Drawing.SVG: Kind.SVG}


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
    check_can_write(out, DRAWN[style])

    flow = Flow(find(scenario).scenario)
    if coverage:
        seeds = range(seed, seed + voyages)
        hidden = not sys.stderr.isatty()
        with typer.progressbar(seeds, label="Sailing", file=sys.stderr, hidden=hidden) as sailed:
            drawn = graph_of(flow, traffic_of(flow, sailed))
    else:
        drawn = graph_of(flow)
    deliver(
        _drawing(style)(drawn), DRAWN[style], out, print_xml if style is Drawing.SVG else print_out
    )


def _drawing(style: Drawing) -> Callable[[Graph], str]:

    return {Drawing.MERMAID: graph_mermaid, Drawing.DOT: graph_dot, Drawing.SVG: graph_svg}[style]
