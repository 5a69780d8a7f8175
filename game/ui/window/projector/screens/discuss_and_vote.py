"""Before the order: the situation and both voices; then the vote, open or locked, without a count
of what for.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pygame
from pygame import Rect

from game.i18n import _
from game.session.projector_view import CrewView
from game.session.session import Phase
from game.ui.vocabulary import sentence
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import CrewState, ProjectorState
from game.ui.window.requests import CountHands, Goto
from game.ui.window.solo.watch import (
    forecast_rows,
    number_of,
    rudder_rows,
    situation_pages,
    situation_rows,
    voice_rows,
    warnings_said,
)
from game.ui.window.widgets.choices import Choice, order_choice, order_rows
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.plates import StagePage, StageWriter, stage_pages
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.view import WatchView


class DiscussScreen(ProjectorScreen):
    has_gauges = True
    has_glass = True

    def __init__(self, state: ProjectorState) -> None:
        groups = state.groups
        super().__init__(state, groups[0].watch.sea)
        watch = groups[0].watch
        self.watch, self.begins = number_of(watch), tuple(group.watch for group in groups)

    def rows(self, writer: Writer) -> list[Row]:
        return writer.on_pages(self._group_rows(writer, group) for group in self.state.groups)

    def stage_pages(self, writer: StageWriter) -> list[StagePage]:
        group = self.state.groups[0]
        voices = writer.speeches(group.watch.lines)
        orders = [writer.orders(offered_orders(group))]
        said = warnings_said(group.watch)
        situation = situation_pages(writer, group.watch, said, rudder=True)
        return situation + stage_pages(voices, orders)

    def _group_rows(self, writer: Writer, group: CrewState) -> list[Row]:
        situation = partial(situation_rows, watch=group.watch)
        weather = partial(self._weather, watch=group.watch)
        rows = _named(writer, self.state, group)
        if said := warnings_said(group.watch):
            rows += writer.text(said, Style.STRONG)
        rows += writer.columns((0.62, situation), (0.38, weather))
        rows += [writer.page(), *voice_rows(writer, group.watch)]
        return rows + order_rows(writer, offered_orders(group))

    def _weather(self, writer: Writer, watch: WatchView) -> list[Row]:
        """The forecast, alike for all; the rudder of the one ship."""
        rows = forecast_rows(writer, watch)
        return rows if self.state.is_convoy else rows + rudder_rows(writer, watch)

    def numbered(self, _number: int) -> Goto:
        self.word = sentence(_("open the vote before you count hands"))
        return None

    def next_text(self) -> str:
        is_next = self.page < self.pages - 1 and not self._choices_on(self.page)
        return _("Hear them out") if is_next else super().next_text()


class VoteScreen(ProjectorScreen):
    """What can be ordered, and how many have voted; never for what."""

    band = 0.3

    def __init__(self, state: ProjectorState) -> None:
        super().__init__(state, state.groups[0].watch.sea)

    def numbered(self, number: int) -> Goto:
        """By phones, hands are counted beside them: first the order, then how many."""
        offered = [choice.order for group in self.state.groups for choice in offered_orders(group)]
        locks = [order.locked for order in offered if order and order.number == number]
        if not all(locks):
            return CountHands(number)
        if locks:
            self.word = _("Locked: {reason}", reason=locks[0])
        return None

    def rows(self, writer: Writer) -> list[Row]:
        return writer.on_pages(self._group_rows(writer, group) for group in self.state.groups)

    def _group_rows(self, writer: Writer, group: CrewState) -> list[Row]:
        is_locked = self.state.view.phase is Phase.LOCKED
        headline = _("The vote is locked") if is_locked else _("Vote now")
        rows = [_headed(writer, headline, self.state, group.crews)]
        rows += _named(writer, self.state, group)
        rows += order_rows(writer, offered_orders(group))
        counted = _counted(writer, group.crews) if self.state.is_convoy else []
        fits = sum(row.height for row in (*rows, *counted)) <= writer.height
        return [*rows, *counted] if fits else rows


def offered_orders(group: CrewState) -> list[Choice]:
    """The orders; a lock with the names of the crews that it holds for, if not for all."""
    choices = []
    for number, order in enumerate(group.watch.orders):
        locked = [
            (crew.name, crew.watch.orders[number].locked)
            for crew in group.crews
            if crew.watch and crew.watch.orders[number].locked
        ]
        names = ", ".join(name for name, _ in locked)
        reason = locked[0][1] if locked else ""
        for_all = len(locked) == len(group.crews)
        only = _("Not for {ships}: {reason}", ships=names, reason=reason)
        note = only if locked and not for_all else ""
        choices.append(order_choice(replace(order, locked=reason if for_all else ""), note))
    return choices


def _named(writer: Writer, state: ProjectorState, group: CrewState) -> list[Row]:
    return writer.text(group.named, Style.STRONG, keep=True) if len(state.groups) > 1 else []


def _headed(
    writer: Writer, headline: str, state: ProjectorState, crews: tuple[CrewView, ...]
) -> Row:
    canvas, type_ = writer.canvas, writer.canvas.type
    voted, aboard = sum(crew.voted for crew in crews), sum(crew.aboard for crew in crews)
    text = _share(voted, aboard)
    leading = type_.leading(Style.HEADLINE)

    def draw(area: Rect) -> None:
        canvas.line(headline, Style.HEADLINE, area.topleft)
        canvas.line_to(text, Style.HEADLINE, area.topright)
        if aboard and not state.is_convoy:
            bar = Rect(area.left, area.top + leading, area.width, canvas.vh(1.2))
            _filled(writer, voted / max(1, aboard, voted), bar)

    return Row(leading + canvas.vh(1.2 if state.is_convoy else 3.6), draw, keep=True)


def _counted(writer: Writer, crews: tuple[CrewView, ...]) -> list[Row]:
    """A line a crew that fills as its votes come in."""
    canvas = writer.canvas
    across = min(len(crews), max(1, writer.width // canvas.vh(50)))
    wide, leading = writer.width // across, canvas.type.leading(Style.SMALL)
    high = leading + canvas.vh(2.2)

    def draw(area: Rect) -> None:
        for number, crew in enumerate(crews):
            row, column = divmod(number, across)
            x, y = area.left + column * wide, area.top + row * high
            at = canvas.line(f"{crew.name}  ", Style.LABEL, (x, y)).right
            text = _("the captain sails") if crew.by_captain else _share(crew.voted, crew.aboard)
            canvas.line(text, Style.SMALL, (at, y), canvas.theme.dim)
            if crew.aboard:
                bar = Rect(x, y + leading, wide - canvas.vh(4), canvas.vh(1))
                _filled(writer, crew.voted / max(crew.aboard, crew.voted), bar)

    return [Row(high * -(-len(crews) // across), draw)]


def _share(voted: int, aboard: int) -> str:
    return _("{number} of {of}", number=voted, of=aboard) if aboard >= voted else str(voted)


def _filled(writer: Writer, share: float, bar: Rect) -> None:
    theme, surface = writer.canvas.theme, writer.canvas.surface
    pygame.draw.rect(surface, theme.edge, bar, 1)
    bar.width = round(bar.width * share)
    surface.fill(theme.text, bar)
