"""How each crew voted, order by order, and what the facilitator may do about it."""

from __future__ import annotations

from pygame import Rect

from game.i18n import N_, _
from game.number_format import listed
from game.session.commands import Button, Decide
from game.session.projector_view import CrewView
from game.ui.window.input import Action, Input
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.projector.vote_bars import (
    Bar,
    Named,
    VoteBars,
    draw_bars,
    even_rows,
    order_text,
)
from game.ui.window.requests import Do, Goto, Request
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.view import OfferedOrder


class VoteResultScreen(ProjectorScreen):
    """Bars for every order. crew: whom a number decides for; chosen: the order it names."""

    animation_seconds = 0.9
    band = 0.3

    def __init__(self, state: ProjectorState) -> None:
        super().__init__(state, state.groups[0].watch.sea)
        self.chosen_order = ""
        self._crew, self._is_manual = 0, False
        self._bars: list[Bar] = []

    def update(self, state: ProjectorState) -> None:
        """An order that was named is for one crew alone."""
        before = self.crew
        super().update(state)
        if before is None or self.crew is None or before.number != self.crew.number:
            self.chosen_order = ""

    @property
    def crew(self) -> CrewView | None:
        waiting = self.state.waiting
        return waiting[self._crew % len(waiting)] if waiting else None

    def next_text(self) -> str:
        return _("Choose an order") if self._names else super().next_text()

    def foot_text(self) -> str:
        crew, order = self.crew, self._order
        if crew is None or order is None:
            return super().foot_text()
        convoy, alone = N_("Give {ship}: {number}, {order}"), N_("Give {number}, {order}")
        message = convoy if self.state.is_convoy else alone
        give = _(message, ship=crew.name, number=order.number, order=order.label)
        return _("Enter or B: {give}", give=give)

    def on(self, user_input: Input) -> Goto:
        """Up and down choose the crew; Enter, or a clicker's blank button, gives the order that
        was named, as it chooses in a menu; Backspace takes the name back.
        """
        self.word = ""
        match user_input:
            case Action.CONFIRM | Button.BLANK if self._order:
                return self.on_foot()
            case Action.UP | Action.DOWN:
                self._crew += 1 if user_input is Action.DOWN else -1
                self._is_manual = True
                self.chosen_order = ""
            case Action.TAKE_BACK | Action.BACK if self.chosen_order:
                self.chosen_order = ""
            case _:
                return super().on(user_input)
        return None

    def numbered(self, number: int) -> Goto:
        """A number names an order; the same once more gives it."""
        order = next((order for order in self._offered if order.number == number), None)
        if order is None:
            return None
        if self.chosen_order == order.id:
            return self.on_foot()
        self.chosen_order = "" if order.locked else order.id
        self.word = _("Locked: {reason}", reason=order.locked) if order.locked else ""
        return None

    def forward(self) -> Goto:
        """The majority's order; where there is none, each order is named in turn."""
        if not self._names:
            return super().forward()
        ids = [order.id for order in self._open]
        at = ids.index(self.chosen_order) + 1 if self._order else 0
        self.chosen_order = ids[at % len(ids)]
        return None

    def on_foot(self) -> Goto:
        crew, order = self.crew, self._order
        if crew is None or order is None:
            return self.forward()
        self.chosen_order = ""
        return Do((Decide(crew.number, order.id, self.state.view.step),))

    def press(self, button: Button) -> Request:
        """Anything else takes a choice back first."""
        self.chosen_order = ""
        return super().press(button)

    @property
    def _offered(self) -> tuple[OfferedOrder, ...]:
        crew = self.crew
        return crew.watch.orders if crew and crew.watch else ()

    @property
    def _open(self) -> list[OfferedOrder]:
        return [order for order in self._offered if not order.locked]

    @property
    def _order(self) -> OfferedOrder | None:
        return next((order for order in self._open if order.id == self.chosen_order), None)

    @property
    def _names(self) -> bool:
        """Whether next names an order: one is named, or the vote has chosen none."""
        is_read = self.page == self.pages - 1
        return bool(self._order or (is_read and self._open and not self.state.can(Button.NEXT)))

    def animate(self, canvas: Canvas, share: float) -> Rect:
        return draw_bars(canvas, self._bars, share)

    def rows(self, writer: Writer) -> list[Row]:
        rows: list[Row] = []
        named = self._named
        self._bars.clear()
        for group in self.state.groups:
            for crews in even_rows(writer, group):
                if rows:
                    rows.append(writer.page())
                rows += writer.text(self._headline(), Style.HEADLINE, keep=True)[:-1]
                rows += writer.text(self._may(), Style.SMALL, writer.canvas.theme.dim, keep=True)
                bars = VoteBars(writer, group, named, self._bars)
                if len(group.crews) > 1:
                    rows += bars.table_rows(crews)
                else:
                    crew = group.crews[0]
                    if self.state.is_convoy:
                        whose = f"{crew.name}{order_text(crew)}"
                        rows += writer.text(whose, Style.STRONG, keep=True)[:-1]
                    rows += bars.long_rows(crew)
        return rows

    @property
    def _named(self) -> Named:
        """Whom and what a number decides, where it has to or the facilitator is at it."""
        crew = self.crew
        if crew and (len(crew.leading) != 1 or self._is_manual or self.chosen_order):
            return Named(crew.number, self.chosen_order)
        return Named(0, "")

    def _headline(self) -> str:
        tied = [crew for crew in self.state.waiting if len(crew.leading) > 1]
        silent = [crew for crew in self.state.waiting if not crew.voted]
        if self.state.is_convoy:
            all_tied = tied and len(tied) == len(self.state.waiting)
            names = listed([crew.name for crew in tied]) if all_tied else ""
            return _("A tie: {ships}", ships=names) if names else _("How you voted")
        if tied:
            return _("A tie")
        return _("No votes were counted") if silent else _("How you voted")

    def _may(self) -> str:
        """What else may be done than what the foot says, for whoever holds the keys."""
        crew, state = self.crew, self.state
        if crew is None:
            return _("Every crew has its order.")
        if self._order:
            return _("Space: another order. The blank button gives it.")
        sentences = [_("M: the minority.")] if state.can(Button.MINORITY) else []
        convoy, alone = _("A number decides for {ship}.", ship=crew.name), _("A number decides.")
        sentences.append(convoy if state.is_convoy else alone)
        sentences += [_("Down: next.")] if len(self.state.waiting) > 1 else []
        return " ".join(sentences)
