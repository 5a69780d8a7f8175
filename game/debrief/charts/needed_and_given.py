"""Needed and given: what the sea asked for in each watch, and which order answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.charts.drawing.chart_sheet import ChartSheet, End
from game.debrief.needs_and_practices import KINDS, NeededAndGiven
from game.i18n import N_, _, ngettext
from game.number_format import listed, percent
from game.ship.attention_cost import Kind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEAST = 1.6
"""Each half of the chart shows at least this much need; 1 is pressing."""
MOST = 16
"""With more watches than this only some are numbered."""
ROOMY = 2.9
"""Where a watch has less room than this, in em, one miss is named for all."""
RESERVE = 2.2
"""Em above and below the columns for signs and words."""


@dataclass(frozen=True, slots=True)
class NeededAndGivenChart:
    """A column a watch: upwards what was asked of leadership, downwards of management."""

    asked: tuple[NeededAndGiven, ...]
    name = "needs"
    title = N_("Needed and given")

    @property
    def headline(self) -> str:
        pressed = [asked for asked in self.asked if asked.presses]
        if not self.asked:
            return _("Nothing has been sailed yet.")
        if not pressed:
            return self._largest()
        missed = [asked for asked in self.asked if asked.blamed]
        hidden = [asked for asked in self.asked if asked.missed and not asked.blamed]
        many, met = len(pressed), len(pressed) - len(missed) - len(hidden)
        told = ngettext(
            "You met {met} of {count} pressing need.",
            "You met {met} of {count} pressing needs.",
            many,
            met=met,
        )
        if missed:
            which = _("Missed: {which}.", which=_list_missed(missed))
            told = f"{told} {which}"
        if not hidden:
            return told
        unseen = ngettext(
            "{count} you could not see from the deck.",
            "{count} you could not see from the deck.",
            len(hidden),
        )
        return f"{told} {unseen}"

    def _largest(self) -> str:
        """Where nothing pressed: what came nearest to it."""
        largest = max(self.asked, key=lambda asked: asked.need(asked.asked))
        told = {
            Kind.COURSE: N_("The largest need of this voyage was to lead, in watch {watch}."),
            Kind.SAILS: N_("The largest need of this voyage was to manage, in watch {watch}."),
        }
        return _(told[largest.asked], watch=largest.number)

    @property
    def alt(self) -> str:
        head = _(
            "What the sea asked for (0 is no need, from 1 on it presses), and what you gave (the "
            "share of your attention)."
        )
        return "\n".join((head, *map(_row, self.asked)))

    def draw(self, sheet: ChartSheet) -> None:
        axes = self._axes(sheet)
        _draw_columns(sheet, axes, self.asked, 0.56)
        missed = [(asked, kind) for asked in self.asked for kind in asked.blamed]
        hidden = [(a, kind) for a in self.asked for kind in KINDS if a.is_hidden(kind)]
        is_roomy = sheet.across(axes) >= ROOMY
        for asked, kind in missed if is_roomy else missed[:1]:
            _name(sheet, axes, asked, kind, _("missed"))
        for asked in self.asked:
            self._signs(sheet, axes, asked)
        named = [(asked.number, _signed(asked, kind)) for asked, kind in hidden[:1]]
        text = sheet.inks.text
        sheet.ends(axes, [End(at, _("you could not see this"), "", text) for at in named])

    def _axes(self, sheet: ChartSheet) -> Axes:
        inks = sheet.inks
        up, down = _extent(self.asked)
        reserve = RESERVE * (up + down) / (sheet.look.height / sheet.em - 4.2 - 2 * RESERVE)
        across = (0.4, max(7, len(self.asked)) + 0.6)
        axes = sheet.axes((0.6, 2.6, 7.4, 1.6), across, (-down - reserve, up + reserve))
        axes.set_yticks([])
        axes.set_xticks(range(1, len(self.asked) + 1, 1 + len(self.asked) // (MOST + 1)))
        axes.set_xlabel(_("watch"))
        sheet.corner(axes, _("the sea asked you to lead"), inks.course)
        spot = {"transform": axes.transAxes, "va": "bottom", "ha": "left"}
        sheet.words(axes, (0, 0), _("the sea asked you to manage"), inks.sails, **spot)
        low, high = axes.get_ylim()
        for name, sign, height in (
            (_("you led"), "^", high),
            (_("pressing"), "", max(1.0, sheet.up(axes, 1.35))),
            (_("you taught"), "D", 0.0),
            (_("you managed"), "s", low),
        ):
            sheet.beside(axes, height, name, sign)
        return axes

    def _signs(self, sheet: ChartSheet, axes: Axes, asked: NeededAndGiven) -> None:
        """Your order's signs, each as large as the attention it gave."""
        gave, needed = asked.given, asked.truth
        off = sheet.up(axes, 0.65)
        largest = min(0.9, sheet.across(axes))
        inks = sheet.inks
        for sign, share, height, ink in (
            ("^", gave.leading, needed.leading + off, inks.course),
            ("s", gave.managing, -needed.managing - off, inks.sails),
            ("D", gave.teaching, 0.0, inks.text),
        ):
            if share:
                sheet.sign(axes, (asked.number, height), sign, ink, largest * share**0.5)


@dataclass(frozen=True, slots=True)
class ConvoyNeededAndGivenChart:
    """The same columns for each crew, by its name, small and to one scale."""

    crews: tuple[tuple[str, tuple[NeededAndGiven, ...]], ...]
    name = "convoy-needs"
    title = N_("Needed and given")

    @property
    def headline(self) -> str:
        missed = {name: sum(bool(each.blamed) for each in asked) for name, asked in self.crews}
        least = min(missed.values(), default=0)
        best = listed([name for name, count in missed.items() if count == least])
        said = N_("{ships} missed fewest of the pressing needs, {missed}.")
        if not least:
            said = N_("{ships} missed none of the pressing needs.")
        elif len(set(missed.values())) == 1:
            said = N_("Every crew missed {missed} of its pressing needs.")
        told = _(said, ships=best, missed=least)
        scale = _("Upwards the sea asked you to lead, downwards to manage.")
        return f"{told} {scale}"

    @property
    def alt(self) -> str:
        return " ".join(f"{name}: {NeededAndGivenChart(asked).alt}" for name, asked in self.crews)

    def draw(self, sheet: ChartSheet) -> None:
        up, down = _extent([each for _, asked in self.crews for each in asked])
        for (name, asked), room in zip(self.crews, sheet.rooms(len(self.crews)), strict=True):
            across = (0.4, max(7, len(asked)) + 0.6)
            axes = sheet.axes((0.4, 0.4, 1.6, 3.4), across, (-down, up), room)
            axes.set_xticks([])
            axes.set_yticks([])
            _draw_columns(sheet, axes, asked, 0.62)
            sheet.heading(axes, name, _count_met(asked), 1.75, 0.5)


def _extent(asked: Sequence[NeededAndGiven]) -> tuple[float, float]:
    up = max([LEAST, *(each.truth.leading for each in asked)])
    return up, max([LEAST, *(each.truth.managing for each in asked)])


def _draw_columns(
    sheet: ChartSheet, axes: Axes, asked: Sequence[NeededAndGiven], width: float
) -> None:
    """Both needs of each watch, hatched where they were missed, outlined where nobody saw them."""
    inks = sheet.inks
    axes.axhline(0, color=inks.text, lw=0.06 * sheet.em, zorder=4)
    for pressing in (1, -1):
        axes.axhline(pressing, color=inks.dim, lw=0.05 * sheet.em, ls=":", zorder=5)
    for each in asked:
        for kind in KINDS:
            ink, need = inks.of(kind), _signed(each, kind)
            fill = {"facecolor": ink}
            if each.is_hidden(kind):
                fill = {"facecolor": "none", "ls": "--", "lw": f"{0.1 * sheet.em}"}
            elif kind in each.blamed:
                fill = {"facecolor": "none", "hatch": "//"}
            sheet.bar(axes, each.number, need, width, edgecolor=ink, **fill)


def _signed(asked: NeededAndGiven, kind: Kind) -> float:
    """How far a need reaches from the middle: leading upwards, managing downwards."""
    return asked.need(kind) if kind is Kind.COURSE else -asked.need(kind)


def _name(sheet: ChartSheet, axes: Axes, asked: NeededAndGiven, kind: Kind, word: str) -> None:
    """Say what became of a need, at the end of its column."""
    end = asked.need(kind) + sheet.up(axes, 0.5)
    at = (asked.number, end if kind is Kind.COURSE else -end)
    sheet.words(axes, at, word, sheet.inks.text, ha="center", va="center")


def _row(asked: NeededAndGiven) -> str:
    """A watch in words."""
    told = _(
        "Watch {watch}: leading {leading:.1f}, managing {managing:.1f}; you gave {given}.",
        watch=asked.number,
        leading=asked.truth.leading,
        managing=asked.truth.managing,
        given=_list_attention(asked),
    )
    missed = [_("Missed: {kind}.", kind=kind.word) for kind in asked.blamed]
    hidden = [
        _("You could not see this: {kind}.", kind=kind.word)
        for kind in KINDS
        if asked.is_hidden(kind)
    ]
    return " ".join((told, *missed, *hidden))


def _list_missed(missed: Sequence[NeededAndGiven]) -> str:
    """How often to lead and how often to manage; of a watch that missed both, the greater."""
    to = {
        Kind.COURSE: N_("{count} to lead (course orders)"),
        Kind.SAILS: N_("{count} to manage (sails orders)"),
    }
    counts = Counter(max(asked.blamed, key=asked.need) for asked in missed)
    return listed([_(to[kind], count=counts[kind]) for kind in to if counts[kind]])


def _list_attention(asked: NeededAndGiven) -> str:
    shares = {
        _("leading"): asked.given.leading,
        _("managing"): asked.given.managing,
        _("teaching"): asked.given.teaching,
    }
    return listed([f"{name} {percent(share)}" for name, share in shares.items() if share])


def _count_met(asked: Sequence[NeededAndGiven]) -> str:
    pressed = [each for each in asked if each.presses]
    missed = sum(bool(each.missed) for each in pressed)
    met = N_("met {met} of {of}, missed hatched") if missed else N_("met {met} of {of}")
    return _(met, met=len(pressed) - missed, of=len(pressed))
