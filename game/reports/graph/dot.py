"""The graph in the DOT language, for Graphviz and whatever else reads it."""

from __future__ import annotations

import json

from game.reports.graph.graph import Graph, Share, WatchNode
from game.reports.graph.style import INK, PAINT, SIGN, end_lines, fate_label, percent, width


def graph_dot(graph: Graph) -> str:
    """The whole chart as text; every order is a port of its watch."""
    lines = [
        "digraph voyage {",
        '  graph [compound=true, fontname="sans-serif"]',
        '  node [shape=record, fontname="sans-serif"]',
        "  subgraph cluster_voyage {",
        f"    label={json.dumps(graph.title, ensure_ascii=False)}",
        *(f'    "{w.id}" [label={_record(w)}{_dashed(w.share)}]' for w in graph.watches),
        "  }",
    ]
    for end in graph.ends:
        label = json.dumps("\n".join(end_lines(end)), ensure_ascii=False)
        lines.append(f"  {end.outcome} [shape=oval, label={label}{_dashed(end.share)}]")
    for watch, order, edge in graph.edges:
        line = f'"{watch.id}":"{order.id}":s -> "{edge.to}"'
        lines.append(f"  {line} [{_line(PAINT[order.kind], edge.share)}]")
    for end in (end for end in graph.ends if end.fate):
        line = f'"{graph.watches[-1].id}" -> {end.outcome} [ltail=cluster_voyage, '
        label = json.dumps(fate_label(end))
        lines.append(f"  {line}label={label}, {_line(INK, end.fated)}]")
    return "\n".join([*lines, "}"]) + "\n"


def _record(watch: WatchNode) -> str:
    cells = "|".join(
        f"<{order.id}> {SIGN[order.kind]} {order.id}\\n{order.kind}{_plain(percent(order.share))}"
        for order in watch.orders
    )
    return f'"{{{watch.id}{_plain(percent(watch.share))}|{{{cells}}}}}"'


def _line(colour: str, share: Share) -> str:
    return f'color="{colour}", penwidth={width(share)}{_dashed(share)}'


def _dashed(share: Share) -> str:
    return ", style=dashed" if share == 0 else ""


def _plain(text: str) -> str:
    """Text whose signs mean nothing in a record."""
    return text.replace("<", "\\<")
