"""The axes of a chart: lines, signs and words, all sized in text heights.

Nothing here knows what a chart says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Any

from game.debrief.charts.drawing.chart_style import SMALL, ChartStyle
from game.debrief.charts.drawing.label_placement import Box, Point, place_labels, points_along

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

PLAIN, STRONG = "Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next SemiBold"
OTHERS = "DejaVu Sans"
"""For letters that the game's own fonts do not have."""
ROW = 3
"""So many small charts stand beside each other before there are two rows."""
CLOSE = 0.9
"""A label further from its mark than this, in text heights, gets a thread to it."""


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line is drawn. dash: as matplotlib writes it; sign: the marker; width: text heights."""

    ink: str
    dash: str | tuple[float, tuple[float, ...]]
    sign: str
    width: float


@dataclass(frozen=True, slots=True)
class End:
    """A name at the end of a line, with a note below it or none; mark: of what stands there, em."""

    at: Point
    name: str
    note: str
    ink: str
    mark: float = 0.7


class ChartSheet:
    """A blank sheet of the look's size; margins and widths are in text heights, called em."""

    def __init__(self, look: ChartStyle) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.look, self.inks, self.em = look, look.inks, look.em
        self.figure = Figure(figsize=(look.width / 72, look.height / 72), dpi=72)
        self._pen: Any = FigureCanvasAgg(self.figure).get_renderer()  # type: ignore[no-untyped-call]
        self._lines: dict[Axes, list[Point]] = {}
        self._taken: dict[Axes, list[Box]] = {}

    @property
    def all(self) -> Box:
        return Box(0, 0, self.look.width, self.look.height)

    def axes(
        self,
        margins: tuple[float, float, float, float],
        across: tuple[float, float],
        up: tuple[float, float],
        room: Box | None = None,
    ) -> Axes:
        """Axes with margins left, bottom, right and top, in em; ranges across and up, in data.

        room: the part of the sheet for them, pixels; all of it if none.
        """
        wide, high = self.look.width, self.look.height
        part = room or self.all
        left, bottom, right, top = (each * self.em for each in margins)
        axes = self.figure.add_axes(
            (
                (part.left + left) / wide,
                (part.bottom + bottom) / high,
                (part.right - part.left - left - right) / wide,
                (part.top - part.bottom - bottom - top) / high,
            )
        )
        axes.set_xlim(*across)
        axes.set_ylim(*up)
        axes.tick_params(pad=0.3 * self.em)
        self._lines[axes], self._taken[axes] = [], []
        return axes

    def rooms(self, count: int, foot: float = 0) -> Iterator[Box]:
        """Equal parts of the sheet, row by row from the top; foot: pixels left below them."""
        across = count if count <= ROW else -(-count // 2)
        wide = self.look.width / across
        high = (self.look.height - foot) / -(-count // across)
        for number in range(count):
            row, column = divmod(number, across)
            top = self.look.height - row * high
            yield Box(column * wide, top - high, (column + 1) * wide, top)

    def pixels(self, axes: Axes, point: Point) -> Point:
        """Where a point of the data lies on the sheet."""
        x, y = axes.transData.transform(point)
        return float(x), float(y)

    def up(self, axes: Axes, em: float) -> float:
        """As much of the data, upwards, as this many em."""
        low, high = axes.get_ylim()
        return (high - low) * em * self.em / axes.bbox.height

    def across(self, axes: Axes) -> float:
        """How many em a step of 1 across is."""
        left, right = axes.get_xlim()
        return float(axes.bbox.width / (right - left) / self.em)

    def line(self, axes: Axes, points: Sequence[Point], style: LineStyle, rank: int) -> None:
        """A line through these points with its sign at the end; the higher rank lies on top."""
        xs, ys = zip(*points, strict=True)
        width = style.width * self.em
        axes.plot(xs, ys, ls=style.dash, color=style.ink, lw=width, zorder=rank, clip_on=False)
        on_sheet = [self.pixels(axes, point) for point in points]
        self._lines[axes] += points_along(on_sheet, 0.4 * self.em)

    def sign(
        self, axes: Axes, point: Point, sign: str, ink: str, size: float, hollow: bool = False
    ) -> None:
        """A marker of this size, in em, with an edge of paper around it."""
        fill, edge = (self.inks.paper, ink) if hollow else (ink, self.inks.paper)
        self._mark(axes, point, size, marker=sign, mfc=fill, mec=edge, mew=0.09 * self.em)

    def dot(self, axes: Axes, point: Point, style: LineStyle, rank: int) -> None:
        size = 1.9 * style.width * self.em
        axes.plot(*point, marker="o", ms=size, color=style.ink, zorder=rank, clip_on=False)

    def ring(self, axes: Axes, point: Point, ink: str, size: float) -> None:
        self._mark(axes, point, size, marker="o", mfc="none", mec=ink, mew=0.12 * self.em)

    def bar(self, axes: Axes, at: float, height: float, width: float, **more: Any) -> None:
        """A column from the line at 0, up or down."""
        axes.bar(at, height, width=width, zorder=3, **more)
        left, base = self.pixels(axes, (at - width / 2, min(0, height)))
        right, top = self.pixels(axes, (at + width / 2, max(0, height)))
        self._taken[axes].append(Box(left, base, right, top))

    def cell(self, axes: Axes, at: Point, size: Point, **more: Any) -> None:
        """A rectangle around a point, so wide and so high in data."""
        (x, y), (wide, high) = at, size
        axes.bar(x, high, width=wide, bottom=y - high / 2, **more)
        left, base = self.pixels(axes, (x - wide / 2, y - high / 2))
        right, top = self.pixels(axes, (x + wide / 2, y + high / 2))
        self._taken[axes].append(Box(left, base, right, top))

    def halo(self, axes: Axes, at: Point, text: str, ink: str) -> None:
        """Words in the middle of a point, in the small size, with paper around each letter."""
        from matplotlib.patheffects import withStroke

        around = [withStroke(linewidth=0.12 * self.em, foreground=self.inks.paper)]
        centred = {"ha": "center", "va": "center_baseline"}
        self.words(axes, at, text, ink, path_effects=around, **centred)

    def words(self, axes: Axes, at: Point, text: str, ink: str, **more: Any) -> Text:
        """Words at a point of the data, in the small size unless `more` says otherwise."""
        how: dict[str, Any] = {"fontsize": SMALL * self.em, "color": ink, "zorder": 30}
        written = axes.text(*at, text, **(how | more))
        self._taken[axes].append(self._box(written))
        return written

    def beside(self, axes: Axes, height: float, text: str, sign: str) -> None:
        """Words to the right of the axes at this height of the data, after a sign or none."""
        x, y = axes.bbox.x1 + 0.6 * self.em, self.pixels(axes, (0, height))[1]
        if sign:
            size, ink = 0.7 * self.em, self.inks.text
            axes.plot(x, y, marker=sign, ms=size, color=ink, transform=None, clip_on=False)
        at = (x + 0.7 * self.em, y)
        ink = self.inks.text if sign else self.inks.dim
        self.words(axes, at, text, ink, transform=None, va="center_baseline")

    def corner(self, axes: Axes, text: str, ink: str, lift: float = 0.3, **more: Any) -> None:
        """Words above the upper left corner of the axes, lifted by so many em.

        What reaches beyond the axes is written smaller.
        """
        spot = (axes.bbox.x0, axes.bbox.y1 + lift * self.em)
        written = self.words(axes, spot, text, ink, transform=None, va="baseline", **more)
        box = self._box(written)
        fits = axes.bbox.width / (box.right - box.left)
        if fits < 1:
            written.set(fontsize=fits * more.get("fontsize", SMALL * self.em))

    def key(self, axes: Axes, entries: Sequence[tuple[str, str, str]], reach: float = 0.0) -> None:
        """Hollow signs with their meaning in a row, up to the upper right corner of the axes.

        entries: a sign, its ink, and what it means. reach: em further to the right.
        """
        x, y = float(axes.bbox.x1) + reach * self.em, float(axes.bbox.y1) + 0.35 * self.em
        for sign, ink, text in reversed(entries):
            written = self.words(axes, (x, y), text, ink, transform=None, ha="right", va="baseline")
            x = self._box(written).left - 0.6 * self.em
            look: dict[str, Any] = {"mfc": self.inks.paper, "mec": ink, "mew": 0.1 * self.em}
            at = (x, y + 0.27 * self.em)
            size = 0.6 * self.em
            axes.plot(*at, marker=sign, ms=size, transform=None, clip_on=False, **look)
            x -= 1.2 * self.em

    def heading(self, axes: Axes, name: str, note: str, name_lift: float, note_lift: float) -> None:
        strong = {"family": (STRONG, OTHERS), "fontsize": self.em}
        self.corner(axes, name, self.inks.text, lift=name_lift, **strong)
        self.corner(axes, note, self.inks.dim, lift=note_lift)

    def ends(self, axes: Axes, labels: Sequence[End]) -> None:
        """Write each name where it lies on nothing else, threaded to its line if that is far."""
        written = [self._end(axes, label) for label in labels]
        spots = [self.pixels(axes, label.at) for label in labels]
        sizes = [_size(texts, self._box) for texts in written]
        margin = 0.1 * self.em
        right, top = self.look.width - margin, self.look.height - margin
        room = Box(margin, axes.bbox.y0 + margin, right, top)
        boxes = place_labels(
            list(zip(spots, sizes, strict=True)),
            self._taken[axes],
            self._lines[axes],
            room,
            self.em,
        )
        for label, texts, spot, box in zip(labels, written, spots, boxes, strict=True):
            self._settle(texts, box, box.right < spot[0])
            self._taken[axes].append(box)
            self._thread(axes, spot, box.nearest(spot), label)

    def _mark(self, axes: Axes, point: Point, size: float, **more: Any) -> None:
        """A marker, on which no name may lie."""
        axes.plot(*point, ms=size * self.em, zorder=20, clip_on=False, **more)
        x, y = self.pixels(axes, point)
        half = size * self.em / 2
        self._taken[axes].append(Box(x - half, y - half, x + half, y + half))

    def _end(self, axes: Axes, label: End) -> list[Text]:
        behind = {"facecolor": self.inks.paper, "edgecolor": "none", "pad": 0.05 * self.em}
        plain: dict[str, Any] = {"transform": None, "color": label.ink, "zorder": 30}
        plain["bbox"] = behind
        name = axes.text(0, 0, label.name, family=(STRONG, OTHERS), fontsize=self.em, **plain)
        if not label.note:
            return [name]
        return [name, axes.text(0, 0, label.note, fontsize=SMALL * self.em, **plain)]

    def _settle(self, texts: Sequence[Text], box: Box, rightmost: bool) -> None:
        """Write the lines of a label into its box, flush with the side that is nearer its line."""
        top = box.top
        for text in texts:
            now = self._box(text)
            x, y = text.get_position()
            across = box.right - now.right if rightmost else box.left - now.left
            text.set_position((x + across, y + top - now.top))
            top -= now.top - now.bottom

    def _thread(self, axes: Axes, spot: Point, near: Point, label: End) -> None:
        """A thin line from the mark to a label that is not close to it."""
        (x, y), (to_x, to_y) = spot, near
        mark, far = label.mark * self.em / 2, hypot(to_x - x, to_y - y)
        if far - mark > CLOSE * self.em:
            share = mark / far
            x, y = x + share * (to_x - x), y + share * (to_y - y)
            thin: dict[str, Any] = {"color": label.ink, "lw": 0.05 * self.em, "zorder": 15}
            axes.plot((x, to_x), (y, to_y), transform=None, **thin)

    def _box(self, text: Text) -> Box:
        extent = text.get_window_extent(self._pen)
        return Box(extent.x0, extent.y0, extent.x1, extent.y1)


def _size(texts: Sequence[Text], box_of: Any) -> Point:
    boxes = [box_of(text) for text in texts]
    wide = max(box.right - box.left for box in boxes)
    return wide, sum(box.top - box.bottom for box in boxes)
