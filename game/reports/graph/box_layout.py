"""How large each box of the graph is and where it stands, before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.reports.graph.graph import EndNode, Graph, OrderNode, WatchNode
from game.reports.graph.layered_layout import Layers, lay_out
from game.reports.graph.style import SIGN, end_lines, percent

LETTER, LINE, PAD = 7.4, 17.0, 10.0
"""How wide a letter is taken to be, how high a line, and the space around text."""
HEAD, FOOT, ROW = 26.0, 42.0, 132.0
"""How high a watch's name is, its orders, and a whole row with the space below it."""
LANE = 18.0
"""Between two edges that lead back, left of all boxes."""

Point = tuple[float, float]
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Box:
    """A box, or the cell of an order in one; x: its middle."""

    x: float
    top: float
    wide: float
    high: float

    @property
    def foot(self) -> Point:
        return self.x, self.top + self.high


@dataclass(frozen=True, slots=True)
class Plan:
    """Boxes by watch or outcome, cells by watch and order, edges by watch, order and goal.

    edges: the points that a edge goes through, straight down at each. back: the lane (its x) of a
    edge that leads back to an earlier watch.
    """

    boxes: Mapping[str, Box]
    cells: Mapping[tuple[str, str], Box]
    edges: Mapping[Key, Sequence[Point]]
    back: Mapping[Key, float]

    @property
    def bounds(self) -> tuple[float, float, float]:
        """The leftmost and the rightmost of everything, and its lower edge."""
        xs = [x for points in self.edges.values() for x, _ in points] + list(self.back.values())
        for box in self.boxes.values():
            xs += (box.x - box.wide / 2, box.x + box.wide / 2)
        return min(xs), max(xs), max(box.foot[1] for box in self.boxes.values())


def watch_label(watch: WatchNode) -> str:
    return f"{watch.id}{percent(watch.share)}"


def order_lines(order: OrderNode) -> list[str]:
    return [f"{SIGN[order.kind]} {order.id}", f"{order.kind}{percent(order.share)}"]


def end_box_lines(end: EndNode) -> list[str]:
    return [*end_lines(end), *([f"({end.fate})"] if end.fate else [])]


def plan_of(graph: Graph) -> Plan:
    rooms = {w.id: [_room(order_lines(order)) for order in w.orders] for w in graph.watches}
    wide = {w.id: max(sum(rooms[w.id]), _room([watch_label(w)])) for w in graph.watches}
    high = dict.fromkeys(wide, HEAD + FOOT)
    for end in graph.ends:
        lines = end_box_lines(end)
        wide[end.outcome], high[end.outcome] = _room(lines), LINE * len(lines) + PAD
    pairs = [(watch.id, edge.to) for watch, _, edge in graph.edges]
    layers = lay_out(wide, pairs, [end.outcome for end in graph.ends])
    boxes = {
        id: Box(spot.x, ROW * spot.row, wide[id], high[id]) for id, spot in layers.boxes.items()
    }
    cells: dict[tuple[str, str], Box] = {}
    for watch in graph.watches:
        cells |= _cells(watch, boxes[watch.id], rooms[watch.id])
    keys = [(watch.id, order.id, edge.to) for watch, order, edge in graph.edges]
    down = [key for key in keys if boxes[key[2]].top > boxes[key[0]].top]
    passed = {key: [cells[key[:2]].foot, *_passed(layers, key)] for key in down}
    edges = {key: [*points, _port(key, passed, boxes)] for key, points in passed.items()}
    left = Plan(boxes, cells, edges, {}).bounds[0]
    back = (key for key in keys if key not in edges)
    return Plan(boxes, cells, edges, {key: left - LANE * n for n, key in enumerate(back, 1)})


def _room(lines: Sequence[str]) -> float:
    return LETTER * max(map(len, lines)) + 2 * PAD


def _cells(watch: WatchNode, box: Box, rooms: Sequence[float]) -> dict[tuple[str, str], Box]:
    """The cells of a watch's orders, which share what room is left in its box."""
    more = (box.wide - sum(rooms)) / len(rooms)
    left = box.x - box.wide / 2
    cells = {}
    for order, room in zip(watch.orders, rooms, strict=True):
        wide = room + more
        cells[watch.id, order.id] = Box(left + wide / 2, box.top + HEAD, wide, FOOT)
        left += wide
    return cells


def _passed(layers: Layers, key: Key) -> list[Point]:
    """Where a edge passes the rows between, each from its upper to its lower edge."""
    bends = layers.bends.get((key[0], key[2]), ())
    return [(spot.x, ROW * spot.row + y) for spot in bends for y in (0.0, HEAD + FOOT)]


def _port(key: Key, passed: Mapping[Key, Sequence[Point]], boxes: Mapping[str, Box]) -> Point:
    """Where a edge meets its goal: side by side with the others, in the order they come."""
    box = boxes[key[2]]
    coming = sorted(
        (points[-1][0], other) for other, points in passed.items() if other[2] == key[2]
    )
    place = [other for _, other in coming].index(key) - (len(coming) - 1) / 2
    return box.x + place * min(26.0, 0.8 * box.wide / len(coming)), box.top
