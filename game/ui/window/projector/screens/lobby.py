"""The lobby: how to get in, who is there, and how it works."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.i18n import N_, _, ngettext
from game.ship.attention_cost import Kind
from game.ui.vocabulary import KINDS, sentence
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import Invitation, ProjectorState
from game.ui.window.projector.status_bar import draw_qr
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer, Writing

BY_HANDS = N_("Each watch we read, we talk, and then you raise a hand, once, for one order.")

ORDERS = {Kind.COURSE: N_("Course orders"), Kind.SAILS: N_("Sails orders")}


class LobbyScreen(ProjectorScreen):
    """By phones, how to get in; by raised hands, how it works; both before the sea in harbour."""

    invites = False

    def status(self) -> str:
        if self.state.invitation is None:
            return _("{ships}, by show of hands", ships=ships(self.state))
        return _("{aboard} joined", aboard=self.state.view.aboard)

    def rows(self, writer: Writer) -> list[Row]:
        if self.state.invitation:
            return self._joining(writer, self.state.invitation)
        rows = self._title(writer)
        rows += writer.text(_(BY_HANDS), Style.STRONG)
        kinds = (Kind.COURSE, Kind.SAILS)
        return rows + writer.columns(*((0.5, _kind_rows(kind)) for kind in kinds))

    def _title(self, writer: Writer) -> list[Row]:
        rows = writer.text(self.state.view.title, Style.HEADLINE, keep=True)[:-1]
        return rows + writer.text(self.state.view.summary)

    def _joining(self, writer: Writer, invitation: Invitation) -> list[Row]:
        """The QR code as large as can be, and beside it the address, the code and who is there."""
        canvas = writer.canvas
        side = min(canvas.vh(62), round(writer.width * 0.42))
        left = Writer(canvas, writer.width - side - canvas.vh(4), writer.height, "")
        rows = left.text(_("Point your camera at the square, or go to"), Style.BODY)[:-1]
        rows += left.text(invitation.address, Style.ORDER)[:-1]
        rows += left.text(_("and type"), Style.BODY)[:-1]
        rows += left.text(invitation.code, Style.NAME)[:-1]
        rows += _aboard(left, self.state)
        title = left.text(self.state.view.title, Style.HEADLINE, keep=True)[:-1]
        summary = left.text(self.state.view.summary)
        if _high(title) + _high(summary) + _high(rows) <= side:
            title += summary
        rows = [*title, *rows]

        def draw(area: Rect) -> None:
            draw_qr(canvas, invitation, Rect(area.right - side, area.top, side, area.height))
            top = area.top
            for row in rows:
                row.draw(Rect(area.left, top, left.width, row.height))
                top += row.height

        return [Row(max(side, _high(rows)), draw)]


def _high(rows: Sequence[Row]) -> int:
    return sum(row.height for row in rows)


def _kind_rows(kind: Kind) -> Writing:
    name, does = _(ORDERS[kind]), sentence(_(KINDS[kind]))
    return lambda writer: writer.speech(name, kind, does)


def _aboard(writer: Writer, state: ProjectorState) -> list[Row]:
    """How many are in each crew; names stay on the host page."""
    view = state.view
    if not state.is_convoy:
        text = ngettext("{count} person is aboard", "{count} people are aboard", view.aboard)
        return writer.text(text, Style.STRONG)
    canvas = writer.canvas
    type_ = canvas.type
    leading = type_.leading(Style.STRONG)
    wide = writer.width // 2

    def draw(area: Rect) -> None:
        for number, crew in enumerate(view.crews):
            row, column = divmod(number, 2)
            x, y = area.left + column * wide, area.top + row * leading
            canvas.line(crew.name, Style.BODY, (x, y))
            canvas.line_to(str(crew.aboard), Style.STRONG, (x + wide - canvas.vh(4), y))

    return [Row(leading * -(-len(view.crews) // 2), draw)]


def ships(state: ProjectorState) -> str:
    count = len(state.view.crews)
    return _("One ship") if count == 1 else _("A convoy of {count} ships", count=count)
