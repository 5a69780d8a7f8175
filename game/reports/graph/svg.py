"""The graph as one SVG picture that needs no other program, font or file."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from game.layout.characters import drawable
from game.layout.widths import width as width_of
from game.reports.graph.box_layout import (
    HEAD,
    LINE,
    Box,
    Key,
    Plan,
    Point,
    end_box_lines,
    order_lines,
    plan_of,
    watch_label,
)
from game.reports.graph.graph import Graph, Share
from game.reports.graph.style import INK, PAINT, SIGN, width

FONT = "'Atkinson Hyperlegible Next', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
SIZE, MARGIN, TITLE = 13.0, 28.0, 40.0
"""Of letters; the space around the watches, and for what stands above them."""


def graph_svg(graph: Graph) -> str:
    plan = plan_of(graph)
    left, right, bottom = plan.bounds
    left, right = left - MARGIN, right + MARGIN
    right = max(right, left + 32 + SIZE * width_of(drawable(graph.title), "Next-ExtraBold"))
    box = f"{left - 4:.0f} {-TITLE - 4:.0f} {right - left + 8:.0f} {bottom + TITLE + 48:.0f}"
    style = {"font-family": FONT, "font-size": f"{SIZE:.0f}", "text-anchor": "middle", "fill": INK}
    named = {"class": "even-keel-graph", "viewBox": box}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **named, **style})
    _add(root, "title", graph.title)
    _define_arrows(root)
    foot = max(plan.boxes[watch.id].foot[1] for watch in graph.watches) + MARGIN
    _draw_frame(root, graph, (left, right, foot))
    for key, share in _shares(graph).items():
        _draw_edge(root, graph, plan, key, share)
    _draw_fates(root, graph, plan, foot)
    _draw_watches(root, graph, plan)
    _draw_ends(root, graph, plan)
    _add(root, "text", _legend(graph), x=(left + right) / 2, y=bottom + 32)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def _add(parent: ET.Element, tag: str, text: str = "", **values: str | float) -> ET.Element:
    """A part of the picture; figures are rounded, and '_' in a name is '-'."""
    written = {
        name.replace("_", "-"): value if isinstance(value, str) else f"{value:.1f}"
        for name, value in values.items()
    }
    part = ET.SubElement(parent, tag, written)
    part.text = text or None
    return part


def _define_arrows(root: ET.Element) -> None:
    defs = _add(root, "defs")
    for kind, colour in (*PAINT.items(), ("fate", INK)):
        size = {"viewBox": "0 0 10 10", "refX": "9", "refY": "5", "orient": "auto"}
        marker = _add(defs, "marker", id=f"to-{kind}", markerUnits="userSpaceOnUse", **size)
        marker.attrib |= {"markerWidth": "12", "markerHeight": "12"}
        _add(marker, "path", d="M0 0 10 5 0 10z", fill=colour)


def _draw_frame(root: ET.Element, graph: Graph, bounds: tuple[float, float, float]) -> None:
    """The frame around all watches: what leaves it can happen in any of them."""
    left, right, foot = bounds
    size = {"width": f"{right - left:.1f}", "height": f"{foot + TITLE:.1f}"}
    _add(root, "rect", x=left, y=-TITLE, rx=10.0, fill="#F7F7F2", stroke=INK, **size)
    _add(root, "text", graph.title, x=left + 16, y=-14.0, text_anchor="start", font_weight="bold")


def _shares(graph: Graph) -> dict[Key, Share]:
    return {(watch.id, order.id, edge.to): edge.share for watch, order, edge in graph.edges}


def _draw_edge(root: ET.Element, graph: Graph, plan: Plan, key: Key, share: Share) -> None:
    kind = next(order.kind for watch, order, _ in graph.edges if (watch.id, order.id) == key[:2])
    if key in plan.back:
        path = _path_back(plan.cells[key[:2]], plan.back[key], plan.boxes[key[2]])
    else:
        path = _smooth(plan.edges[key])
    _draw_line(root, path, str(kind), PAINT[kind], share)


def _draw_line(root: ET.Element, path: str, kind: str, colour: str, share: Share) -> None:
    line = _add(root, "path", d=path, fill="none", stroke=colour, stroke_width=width(share))
    line.set("marker-end", f"url(#to-{kind})")
    if share == 0:
        line.set("stroke-dasharray", "5 4")


def _smooth(points: Sequence[Point]) -> str:
    """A path that goes straight down through every point."""
    (x, y), *rest = points
    path = [f"M{x:.1f} {y:.1f}"]
    for to_x, to_y in rest:
        middle = (y + to_y) / 2
        path.append(f"C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}")
        x, y = to_x, to_y
    return " ".join(path)


def _path_back(cell: Box, lane: float, goal: Box) -> str:
    """A path down from an order, up a lane on the left, and into the side of an earlier watch."""
    (x, y), to = cell.foot, goal.top + HEAD / 2
    down = f"M{x:.1f} {y:.1f} C{x:.1f} {y + 44:.1f} {lane:.1f} {y + 44:.1f} {lane:.1f} {y:.1f}"
    up = f"L{lane:.1f} {to + 12:.1f} Q{lane:.1f} {to:.1f} {goal.x - goal.wide / 2:.1f} {to:.1f}"
    return f"{down} {up}"


def _draw_fates(root: ET.Element, graph: Graph, plan: Plan, foot: float) -> None:
    for end in (end for end in graph.ends if end.fate):
        box = plan.boxes[end.outcome]
        at = box.x - box.wide / 4
        _draw_line(root, f"M{at:.1f} {foot:.1f} L{at:.1f} {box.top:.1f}", "fate", INK, end.fated)


def _draw_watches(root: ET.Element, graph: Graph, plan: Plan) -> None:
    for watch in graph.watches:
        box = plan.boxes[watch.id]
        _draw_box(root, box, watch.share, rounded=4.0)
        _add(root, "text", watch_label(watch), x=box.x, y=box.top + 18, font_weight="bold")
        for order in watch.orders:
            cell = plan.cells[watch.id, order.id]
            part = _add(root, "g")
            _add(part, "title", order.hint)
            _draw_box(part, cell, order.share, rounded=0.0)
            for row, line in enumerate(order_lines(order)):
                colour = PAINT[order.kind] if row == 0 else INK
                _add(part, "text", line, x=cell.x, y=cell.top + 17 + LINE * row, fill=colour)


def _draw_ends(root: ET.Element, graph: Graph, plan: Plan) -> None:
    for end in graph.ends:
        box = plan.boxes[end.outcome]
        _draw_box(root, box, end.share, rounded=16.0)
        for row, line in enumerate(end_box_lines(end)):
            weight = "bold" if row == 0 else "normal"
            _add(root, "text", line, x=box.x, y=box.top + 18 + LINE * row, font_weight=weight)


def _draw_box(parent: ET.Element, box: Box, share: Share, rounded: float) -> None:
    size = {"width": f"{box.wide:.1f}", "height": f"{box.high:.1f}"}
    look = {"fill": "#FFFFFF", "stroke": INK, **size}
    part = _add(parent, "rect", x=box.x - box.wide / 2, y=box.top, rx=rounded, **look)
    if share == 0:
        part.set("stroke-dasharray", "5 4")


def _legend(graph: Graph) -> str:
    kinds = " · ".join(f"{sign} {kind}" for kind, sign in SIGN.items())
    if not graph.voyages:
        return kinds
    return f"{kinds} · {graph.voyages:,} voyages with orders by chance; dashed: never"
