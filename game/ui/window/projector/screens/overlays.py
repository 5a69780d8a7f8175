"""What is laid over the projector: the pause, the blank wall, help, menu, settings, and notes."""

from __future__ import annotations

from pygame import Rect

from game.i18n import N_, _
from game.session.commands import Button, Decide, MoreTime, Press
from game.session.session import Phase
from game.ui.window.input import Action, Input
from game.ui.window.projector.screen import HALF_A_MINUTE, ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.requests import Back, Do, Goto, Overlay, Quit
from game.ui.window.screens.menu import MenuScreen
from game.ui.window.screens.overlays import SettingsScreen, TextOverlay, meaning_rows
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.choices import Choice
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.sea import IN_HARBOUR, Sea


class PauseOverlay(ProjectorScreen):
    def __init__(self, state: ProjectorState, sea: Sea = IN_HARBOUR) -> None:
        super().__init__(state, sea)

    def rows(self, writer: Writer) -> list[Row]:
        rows = writer.text(_("Hove to"), Style.NAME)[:-1]
        return rows + writer.text(_("A pause. Nothing is lost; the clock stands still."))

    def status(self) -> str:
        return _("Pause")


class BlankOverlay(ProjectorScreen):
    """Nothing at all; any input that would move the session on brings the picture back first."""

    is_still = True

    def draw(self, canvas: Canvas) -> None:
        canvas.surface.fill((0, 0, 0))
        self.vista = Rect(0, 0, 0, 0)

    def on(self, user_input: Input) -> Goto:
        """Any input that would advance the session first un-blanks the wall."""
        match user_input:
            case Action.LEAVE | Action.NEXT | Action.CONFIRM | Action.BACK:
                return self.press(Button.BLANK)
            case _:
                return super().on(user_input)


class ProjectorMenu(MenuScreen):
    """Everything that can be done now, for a mouse or a clicker, whose blank button chooses."""

    def __init__(self, state: ProjectorState) -> None:
        self._state = state
        super().__init__()

    def choices(self) -> list[Choice]:
        """What the session takes now, then the window's own."""
        state, step = self._state, self._state.view.step
        named = {
            Button.MINORITY: N_("Follow the minority"),
            Button.UNDO: N_("Undo the last order"),
            Button.PAUSE: N_("Pause"),
            Button.DEBRIEF: N_("Debrief"),
        }
        choices = [Choice("back", _("Go on"), Back()), *self._orders()]
        choices += [
            Choice(button, _(label), Do((Press(button, step),)))
            for button, label in named.items()
            if state.can(button)
        ]
        if state.view.phase in {Phase.DISCUSSING, Phase.VOTING}:
            more = Do((MoreTime(HALF_A_MINUTE, step),))
            choices.append(Choice("time", _("30 seconds more"), more))
        return [
            *choices,
            Choice("notes", _("Notes"), Overlay.NOTES),
            Choice("help", _("Keys"), Overlay.HELP),
            Choice("settings", _("Settings"), Overlay.SETTINGS),
            Choice("quit", _("Close the room"), Overlay.LEAVE),
        ]

    def _orders(self) -> list[Choice]:
        waiting = self._state.waiting if self._state.view.phase is Phase.REVEALED else []
        if not waiting or waiting[0].watch is None:
            return []
        crew = waiting[0]
        convoy, alone = N_("{ship}: {number}, {order}"), N_("Give {number}, {order}")
        message = convoy if self._state.is_convoy else alone
        return [
            Choice(
                f"give {crew.number} {order.id}",
                _(message, ship=crew.name, number=order.number, order=order.label),
                Do((Decide(crew.number, order.id, self._state.view.step),)),
            )
            for order in waiting[0].watch.orders
            if not order.locked
        ]


class ProjectorHelp(TextOverlay):
    SAIL = (
        (N_("Space"), N_("what the foot says; also Right, Page Down, Enter")),
        (N_("Left"), N_("back; also Page Up")),
        ("V", N_("opens the vote, and locks it")),
        ("R", N_("reveals the votes, counted or not")),
        (N_("1 to 9"), N_("counting: how many hands; revealed: which order, twice to give it")),
        ("M", N_("follows the minority; Space, the majority")),
        ("U", N_("takes the last order back, and the step before with it")),
    )
    ROOM = (
        (N_("B or ."), N_("black, and back")),
        ("P", N_("pause: every clock stands still")),
        ("+", N_("a timer of 30 seconds, or 30 more; it tells, and ends nothing")),
        ("D", N_("the debrief, from anywhere; Left leads back")),
        ("N", N_("where the notes are")),
        (N_("T, F11, F12"), N_("light or dark; full screen; keeps a picture")),
        (N_("Esc"), N_("a menu of all this, also for a clicker: its blank button chooses")),
    )

    def rows(self, writer: Writer) -> list[Row]:
        vote = meaning_rows(writer, _("Keys of the vote"), self.SAIL)
        return [*vote, writer.page(), *meaning_rows(writer, _("Keys of the room"), self.ROOM)]


class NotesOverlay(TextOverlay):
    def __init__(self, host_page: str) -> None:
        super().__init__()
        self._host_page = host_page

    def rows(self, writer: Writer) -> list[Row]:
        rows = writer.text(_("Notes are for you alone"), Style.HEADLINE, keep=True)
        rows += writer.text(_("They are never shown here. Open the host page on a second screen:"))
        rows += writer.text(self._host_page, Style.STRONG)
        return rows + writer.text(_("Its key stands in the terminal that opened the room."))


class ProjectorSettings(SettingsScreen):
    """Settings, but for the size of the text, which is the last row's already, and the language:
    the room's was chosen when it was opened, and the phones speak it, too.
    """

    def choices(self) -> list[Choice]:
        return [choice for choice in super().choices() if choice.id not in {"text", "language"}]


class LeaveOverlay(MenuScreen):
    """Asks before the room is closed: a wrong press must not end an evening."""

    def head(self, writer: Writer) -> list[Row]:
        rows = writer.heading(_("Close the room?"))
        return rows + writer.text(_("Phones lose it until you go on with: even-keel host --resume"))

    def choices(self) -> list[Choice]:
        return [
            Choice("back", _("Stay"), Back()),
            Choice("quit", _("Write the report, and close"), Quit()),
        ]
