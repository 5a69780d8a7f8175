"""Verbs that show a scenario from outside: graph, guide, stats, schema."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.edge import say, say_json, say_xml
from game.cli.learn import counted_in_time
from game.cli.options import AsJson, Named
from game.cli.speaking import In, insist, speak, tell
from game.files.kinds import Kind
from game.files.writing import check_writable, write

if TYPE_CHECKING:
    from game.insight.graph.graph import Graph
    from game.scenario.scenario import Scenario
    from game.scenario.stats import Stats

Out = Annotated[Path | None, typer.Option("--out", help="The file to write it to.")]


class Drawing(StrEnum):
    """How a graph is drawn."""

    MERMAID = "mermaid"
    DOT = "dot"
    SVG = "svg"


DRAWN = {Drawing.MERMAID: Kind.MERMAID, Drawing.DOT: Kind.DOT, Drawing.SVG: Kind.SVG}


class SchemaOf(StrEnum):
    """What kind of file a schema is for."""

    SCENARIO = "scenario"
    TEST = "test"


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
    _look_at(out, DRAWN[style])
    from game.insight.graph.graph import graph_of, traffic_of
    from game.scenario.catalogue import find
    from game.voyage.flow import Flow

    flow = Flow(find(scenario).scenario)
    if coverage:
        seeds = range(seed, seed + voyages)
        hidden = not sys.stderr.isatty()
        with typer.progressbar(seeds, label="Sailing", file=sys.stderr, hidden=hidden) as sailed:
            drawn = graph_of(flow, traffic_of(flow, sailed))
    else:
        drawn = graph_of(flow)
    _deliver(_drawing(style)(drawn), DRAWN[style], out, say_xml if style is Drawing.SVG else say)


def _drawing(style: Drawing) -> Callable[[Graph], str]:
    from game.insight.graph.dot import dot
    from game.insight.graph.mermaid import mermaid
    from game.insight.graph.svg import svg

    return {Drawing.MERMAID: mermaid, Drawing.DOT: dot, Drawing.SVG: svg}[style]


def guide(
    scenario: Named,
    out: Annotated[Path, typer.Option("--out", help="The file to write it to.")],
    language: In = None,
) -> None:
    """Write the facilitator's handout, which prints; with what became of every captain."""
    from game.faces.words import BLOCKS
    from game.insight.guide import guide
    from game.scenario.catalogue import find

    speak(language)
    _look_at(out, Kind.GUIDE)
    shelf = tell(find(scenario))
    insist(language, shelf)
    sea = shelf.scenario
    _deliver(guide(sea, counted_in_time(sea, None), BLOCKS), Kind.GUIDE, out)


def stats(scenario: Named, as_json: AsJson = False) -> None:
    """Count a scenario's words, minutes, reading grade and choices."""
    from game.scenario.catalogue import find
    from game.scenario.stats import stats_of

    written = find(scenario).scenario
    counted = stats_of(written)
    if as_json:
        say_json(json.dumps(asdict(counted), indent=2))
        return
    for name, figure in _told(written, counted).items():
        say(f"{name:<9} {figure}")


def schema(
    kind: Annotated[SchemaOf, typer.Argument(help="scenario, or test.")] = SchemaOf.SCENARIO,
    out: Out = None,
) -> None:
    """Write the JSON Schema that editors complete, explain and underline by."""
    from game.scenario.document import Document
    from game.scenario.schema import schema_of
    from game.scenario.transcript import TranscriptFile

    described = Document if kind is SchemaOf.SCENARIO else TranscriptFile
    _deliver(schema_of(described), Kind.SCHEMA, out, say_json)


def _look_at(out: Path | None, kind: Kind) -> None:
    """Before the work is done, say that it could not be written down."""
    if out:
        check_writable(out, kind)


def _deliver(text: str, kind: Kind, out: Path | None, tell: Callable[[str], None] = say) -> None:
    """Write to a file, or tell it."""
    if out is None:
        tell(text.rstrip("\n"))
        return
    write(out, text.encode(), kind)
    say(f"{out} is written")


def _told(scenario: Scenario, stats: Stats) -> dict[str, str]:
    from game.scenario.stats import ALONE, ALOUD, SILENT, TOGETHER

    kinds = ", ".join(f"{count} {kind}" for kind, count in stats.kinds.items() if count)
    per_watch = stats.voyage_words // stats.longest
    return {
        "watches": f"{stats.watches}, {stats.longest} of them on the longest way",
        "words": f"{stats.words:,} in all, about {stats.voyage_words:,} in a voyage "
        f"({per_watch} a watch)",
        "minutes": f"{stats.minutes_solo} alone, {stats.minutes_group} in a group; "
        f"the file says {scenario.minutes_solo} and {scenario.minutes_group}",
        "": f"(read at {SILENT} words a minute, {ALONE} s an order; "
        f"aloud at {ALOUD}, {TOGETHER} s)",
        "grade": "counted for English alone"
        if stats.grade is None
        else f"{stats.grade:.1f} (Flesch-Kincaid; aim at 7 or less)",
        "orders": f"{stats.orders}: {kinds}",
        "choices": f"{stats.conditional} with conditions, {stats.by_chance} by chance, "
        f"{stats.later} that come back; "
        f"ways part at {stats.branches}",
        "endings": f"{stats.endings}",
    }
