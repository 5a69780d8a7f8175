"""Where the graph's boxes stand: in rows from the first watch down to the ends, few lines crossed.

The usual way of drawing in layers, small: rows by the longest way, places by the neighbours'.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean

GAP = 36.0
"""Between two boxes of a row."""
SWEEPS = 6

Line = tuple[str, str]
Node = tuple[str, str, int]
"""A box (its id twice, and its row), or the place where a line passes a row."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a box or of a bend; rows count from 0 at the top."""

    x: float
    row: int


@dataclass(frozen=True, slots=True)
class Layers:
    """Where every box stands, and where each line passes the rows between its two boxes."""

    boxes: Mapping[str, Spot]
    bends: Mapping[Line, tuple[Spot, ...]]


def lay_out(widths: Mapping[str, float], lines: Iterable[Line], last: Collection[str]) -> Layers:
    """Places for boxes with these widths, in the order of the file; `last` in the bottom row.

    A line that leads back to an earlier box passes no row.
    """
    order = list(widths)
    down = sorted({line for line in lines if order.index(line[0]) < order.index(line[1])})
    table = _Table(widths, _rows(order, down, last))
    for line in down:
        table.draw(line)
    for _ in range(SWEEPS):
        table.sort(table.above, range(1, len(table.rows)))
        table.sort(table.below, range(len(table.rows) - 2, -1, -1))
    table.sort(table.above, range(1, len(table.rows)))
    spots = {node: Spot(x, node[2]) for node, x in table.x.items()}
    return Layers(
        {node[0]: spot for node, spot in spots.items() if node[0] == node[1]},
        {line: tuple(spots[node] for node in table.chains[line][1:-1]) for line in down},
    )


def _rows(order: list[str], down: list[Line], last: Collection[str]) -> dict[str, int]:
    rows: dict[str, int] = {}
    for box in order:
        rows[box] = 1 + max((rows[line[0]] for line in down if line[1] == box), default=-1)
    bottom = 1 + max(row for box, row in rows.items() if box not in last)
    return {box: bottom if box in last else row for box, row in rows.items()}


@dataclass
class _Table:
    """The rows with what stands in them, from left to right."""

    widths: Mapping[str, float]
    row_of: Mapping[str, int]
    rows: list[list[Node]] = field(init=False)
    x: dict[Node, float] = field(default_factory=dict)
    chains: dict[Line, list[Node]] = field(default_factory=dict)
    above: dict[Node, list[Node]] = field(default_factory=dict)
    below: dict[Node, list[Node]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = [[] for _ in range(1 + max(self.row_of.values()))]
        for box, row in self.row_of.items():
            self.rows[row].append((box, box, row))
        for nodes in self.rows:
            self.place(nodes)

    def draw(self, line: Line) -> None:
        """Lead a line through the rows between its boxes."""
        first, last = self.row_of[line[0]], self.row_of[line[1]]
        passed: list[Node] = [(*line, row) for row in range(first + 1, last)]
        chain = [(line[0], line[0], first), *passed, (line[1], line[1], last)]
        self.chains[line] = chain
        for node in passed:
            self.rows[node[2]].append(node)
        for upper, lower in pairwise(chain):
            self.below.setdefault(upper, []).append(lower)
            self.above.setdefault(lower, []).append(upper)
        for node in passed:
            self.place(self.rows[node[2]])

    def sort(self, neighbours: Mapping[Node, list[Node]], rows: Iterable[int]) -> None:
        """Put every row in the order of its neighbours, and as near below them as it can be."""

        def wish(node: Node) -> float:
            return fmean(self.x[other] for other in neighbours.get(node, [node]))

        for row in rows:
            nodes = self.rows[row]
            nodes.sort(key=wish)
            self.place(nodes)
            led = [node for node in nodes if node[0] == node[1] and node in neighbours] or nodes
            aside = fmean(wish(node) - self.x[node] for node in led)
            for node in nodes:
                self.x[node] += aside

    def place(self, nodes: list[Node]) -> None:
        """Set a row side by side, its middle at 0."""
        wide = [self.widths[node[0]] if node[0] == node[1] else 0.0 for node in nodes]
        left = -(sum(wide) + GAP * (len(nodes) - 1)) / 2
        for node, width in zip(nodes, wide, strict=True):
            self.x[node] = left + width / 2
            left += width + GAP
