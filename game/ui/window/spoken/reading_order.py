"""What a page says, in the order in which one reads it: texts, pictures, choices, gauges, keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import groupby

from pygame import Rect

from game.i18n import N_, _
from game.ui.window.input import Action
from game.ui.window.screens.screen import Screen
from game.ui.window.widgets.canvas import Canvas, Written
from game.voyage.view import GaugeView

HEADING = 6.0
"""Letters from this size on head a page, hundredths of the window's height."""
LINE = 1.7
"""Lines of one paragraph lie at most so far below each other, in sizes of their letters."""

TURNS: Mapping[object, str] = {
    Action.PAGE_ON: N_("Next page"),
    Action.PAGE_BACK: N_("Page before"),
}
"""What is heard of a button that only shows a sign."""
ENDS = ".!?:…"
"""What ends a sentence already."""


class PartKind(Enum):
    HEADING = auto()
    TEXT = auto()
    PICTURE = auto()
    CHOICE = auto()
    GAUGE = auto()
    BUTTON = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page that is heard at once. area: where it stands, pixels; none for a gauge.

    id: by which a choice is known. is_marked: whether it is the choice that Enter acts on.
    """

    kind: PartKind
    text: str
    area: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    id: str = ""
    is_marked: bool = False


def parts_of(screen: Screen, canvas: Canvas) -> list[Part]:
    """The page that a canvas shows, in words."""
    pressed: dict[object, Part] = {}
    for does, area in screen.places().items():
        kind = PartKind.CHOICE if isinstance(does, str) else PartKind.BUTTON
        id = does if isinstance(does, str) else ""
        pressed[does] = Part(kind, "", area, id, is_marked=bool(id) and id == screen.mark)
    foot = [part.area for part in pressed.values() if part.kind is PartKind.BUTTON]
    texts: list[Written] = []
    for line in _left_to_right(_below_gauges(screen, canvas)):
        if key := _pressed_at(line, pressed):
            part = pressed[key]
            pressed[key] = replace(part, text=" ".join(f"{part.text} {line.text}".split()))
        elif not any(area.top <= line.area.centery < area.bottom for area in foot):
            texts.append(line)
    pictures = [Part(PartKind.PICTURE, told.text, told.area) for told in canvas.pictures]
    choices = [part for part in pressed.values() if part.kind is PartKind.CHOICE]
    buttons = [
        replace(part, text=_(TURNS[does]) if does in TURNS else part.text)
        for does, part in pressed.items()
        if part.kind is PartKind.BUTTON and part.text
    ]
    gauges = [Part(PartKind.GAUGE, _gauge(gauge)) for gauge in screen.gauges]
    return [*_paragraphs(texts, canvas), *pictures, *choices, *gauges, *buttons]


def spoken(parts: Iterable[Part]) -> str:
    """The parts as they are read aloud: all but the keys, each as a sentence."""
    heard = (part.text for part in parts if part.text and part.kind is not PartKind.BUTTON)
    return " ".join(text if text[-1] in ENDS else f"{text}." for text in heard)


def _below_gauges(screen: Screen, canvas: Canvas) -> Iterator[Written]:
    """All that is written, but the figures of the gauges, which are told by their names."""
    for line in canvas.written:
        is_gauge = line.plate.topleft == (0, 0) and line.plate.height < canvas.vh(25)
        if line.text.strip() and not (screen.gauges and is_gauge):
            yield line


def _left_to_right(lines: Iterable[Written]) -> Iterator[Written]:
    """What is written on one row may have been written in any order; rows stay as they are."""
    rows = groupby(lines, key=lambda line: (line.plate.topleft, line.area.centery))
    for _place, row in rows:
        yield from sorted(row, key=lambda line: line.area.left)


def _pressed_at(line: Written, pressed: Mapping[object, Part]) -> object:
    return next(
        (does for does, part in pressed.items() if part.area.collidepoint(line.area.center)), None
    )


def _paragraphs(lines: Sequence[Written], canvas: Canvas) -> list[Part]:
    parts: list[Part] = []
    before: Written | None = None
    for line in lines:
        if before and _goes_on(before, line):
            last = parts[-1]
            between = ", " if line.area.centery == before.area.centery else " "
            text = f"{last.text}{between}{line.text}"
            parts[-1] = replace(last, text=text, area=last.area.union(line.area))
        else:
            is_heading = line.size >= canvas.vh(HEADING) * canvas.type.scale
            kind = PartKind.HEADING if is_heading else PartKind.TEXT
            parts.append(Part(kind, line.text, line.area))
        before = line
    return parts


def _goes_on(before: Written, line: Written) -> bool:
    """Whether a line is of the same paragraph as the one before it."""
    is_alike = (before.plate, before.ink, before.size) == (line.plate, line.ink, line.size)
    below = line.area.top - before.area.top
    is_beside = line.area.centery == before.area.centery and line.plate == before.plate
    is_below = before.area.left == line.area.left and 0 < below <= LINE * line.size
    return is_beside or (is_alike and is_below)


def _gauge(gauge: GaugeView) -> str:
    return ", ".join(part for part in (f"{gauge.label} {gauge.figure}", gauge.note) if part)
