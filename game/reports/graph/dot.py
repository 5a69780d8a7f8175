"""The graph in the DOT language, for Graphviz and whatever else reads it."""

from __future__ import annotations

import json

from game.reports.graph.graph import Graph, Share, WatchNode
from game.reports.graph.style import INK, PAINT, SIGN, fate, percent, told, width


def graph_dot(graph: Graph) -> str:
    """The whole chart as text; every order is a port of its watch."""
    lines = [
        "digraph voyage {",
        '  graph [compound=true, fontname="sans-serif"]',
        '  node [shape=record, fontname="sans-serif"]',
        "  subgraph cluster_voyage {",
        f"    label={json.dumps(graph.title, ensure_ascii=False)}",
        *(f'    "{stop.id}" [label={_record(stop)}{_dashed(stop.share)}]' for stop in graph.stops),
        "  }",
    ]
    for end in graph.ends:
        label = json.dumps("\n".join(told(end)), ensure_ascii=False)
        lines.append(f"  {end.outcome} [shape=oval, label={label}{_dashed(end.share)}]")
    for stop, offer, road in graph.roads:
        line = f'"{stop.id}":"{offer.id}":s -> "{road.to}"'
        lines.append(f"  {line} [{_line(PAINT[offer.kind], road.share)}]")
    for end in (end for end in graph.ends if end.fate):
        line = f'"{graph.stops[-1].id}" -> {end.outcome} [ltail=cluster_voyage, '
        label = json.dumps(fate(end))
        lines.append(f"  {line}label={label}, {_line(INK, end.fated)}]")
    return "\n".join([*lines, "}"]) + "\n"


def _record(stop: WatchNode) -> str:
    cells = "|".join(
        f"<{offer.id}> {SIGN[offer.kind]} {offer.id}\\n{offer.kind}{_plain(percent(offer.share))}"
        for offer in stop.offers
    )
    return f'"{{{stop.id}{_plain(percent(stop.share))}|{{{cells}}}}}"'


def _line(colour: str, share: Share) -> str:
    return f'color="{colour}", penwidth={width(share)}{_dashed(share)}'


def _dashed(share: Share) -> str:
    return ", style=dashed" if share == 0 else ""


def _plain(text: str) -> str:
    """Text whose signs mean nothing in a record."""
    return text.replace("<", "\\<")
