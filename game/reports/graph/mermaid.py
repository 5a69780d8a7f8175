"""The graph as a Mermaid flowchart, which many wikis and repositories draw by themselves."""

from __future__ import annotations

from game.reports.graph.graph import Graph, Share
from game.reports.graph.style import INK, PAINT, end_lines, fate_label, percent, width

SIGNS = {'"': "'", "<": "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", ";": ",", "\n": " "}
"""What Mermaid would act upon, and what stands in its place; not all of it can be escaped."""


def graph_mermaid(graph: Graph) -> str:
    fates = [end for end in graph.ends if end.fate]
    states = [*((watch.id, watch.share) for watch in graph.watches)]
    states += [(end.outcome.value, end.share) for end in graph.ends]
    lines = [
        "flowchart TD",
        f'  subgraph voyage["{_quoted(graph.title)}"]',
        *(f'    s_{w.id}["{w.id}{_quoted(percent(w.share))}"]' for w in graph.watches),
        "  end",
        *(f'  s_{e.outcome}(["{"<br>".join(map(_quoted, end_lines(e)))}"])' for e in graph.ends),
        *(
            f'  s_{watch.id} -->|"{order.id} ({order.kind}){_quoted(percent(edge.share))}"| '
            f"s_{edge.to}"
            for watch, order, edge in graph.edges
        ),
        *(f'  voyage -->|"{_quoted(fate_label(end))}"| s_{end.outcome}' for end in fates),
    ]
    drawn = [*((PAINT[order.kind], edge.share) for _, order, edge in graph.edges)]
    drawn += [(INK, end.fated) for end in fates]
    lines += [f"  linkStyle {n} {_style(*line)}" for n, line in enumerate(drawn)]
    lines += [f"  style s_{id} stroke-dasharray:4" for id, share in states if share == 0]
    return "\n".join(lines) + "\n"


def _style(colour: str, share: Share) -> str:
    dashed = ",stroke-dasharray:4" if share == 0 else ""
    return f"stroke:{colour},stroke-width:{width(share)}px{dashed}"


def _quoted(text: str) -> str:
    """Text that is nothing but text to Mermaid."""
    for sign, written in SIGNS.items():
        text = text.replace(sign, written)
    return text
