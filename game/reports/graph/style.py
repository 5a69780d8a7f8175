"""How the graph's parts look, whatever draws them: colour, sign and word, never colour alone."""

from __future__ import annotations

from game.reports.graph.graph import EndNode, Share
from game.ship.attention_cost import Kind

INK = "#0B1F33"
PAINT = {
    Kind.COURSE: "#0072B2",
    Kind.SAILS: "#B24E00",
    Kind.BOTH: "#7A3E8E",
    Kind.TEACH: "#1E7050",
}
SIGN = {Kind.COURSE: "▲", Kind.SAILS: "■", Kind.BOTH: "◆", Kind.TEACH: "●"}


def percent(share: Share) -> str:
    """A share in words, with a space before it; nothing if nobody has counted."""
    if share is None:
        return ""
    return " <1 %" if 0 < share < 0.005 else f" {100 * share:.0f} %"


def fate_label(end: EndNode) -> str:
    """What brings an outcome about anywhere on the voyage, and how often."""
    return f"{end.fate}{',' if end.fated is not None else ''}{percent(end.fated)}"


def width(share: Share) -> float:
    """How wide an edge is, 1 to 8."""
    return round(1 + 7 * (share or 0), 1)


def end_lines(end: EndNode) -> list[str]:
    """An outcome and its endings, a line each."""
    return [f"{end.outcome}{percent(end.share)}", *(f"{id}{percent(n)}" for id, n in end.endings)]
