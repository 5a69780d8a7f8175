"""The hall: which screen the session calls for, and what the facilitator's hands do to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from math import ceil

from pygame.event import Event

from game.faces.window.hands import Meant
from game.faces.window.locker import Locker
from game.faces.window.room.debrief import CHARTS, PageScreen, QuestionScreen
from game.faces.window.room.inquiry import Inquiry
from game.faces.window.room.keys import room_meant
from game.faces.window.room.lobby import LobbyScreen
from game.faces.window.room.papers import (
    DarkScreen,
    HoveToScreen,
    LeavingScreen,
    NotesScreen,
    RoomHelpScreen,
    RoomMenuScreen,
    RoomSettingsScreen,
)
from game.faces.window.room.result import AnswerScreen, CardsScreen
from game.faces.window.room.reveal import RevealScreen
from game.faces.window.room.sailing import LanesScreen, SailingScreen
from game.faces.window.room.seen import Invitation, Seen
from game.faces.window.room.stage import RoomScreen
from game.faces.window.room.talk import BallotScreen, TalkScreen
from game.faces.window.room.tellers import HandsScreen
from game.faces.window.screens.papers import TroubleScreen
from game.faces.window.screens.screen import Screen, Wish
from game.faces.window.settings import Settings
from game.faces.window.stack import Stack
from game.faces.window.study import Study
from game.session.commands import Command, Refused
from game.session.journal import JournalBroken
from game.session.room import Room
from game.session.session import Phase
from game.session.view import ProjectorView
from game.tongue import _


@dataclass(frozen=True, slots=True)
class Lodging:
    """What the room is told by whoever opened it.

    invitation: how phones get in just now, None by hands. host_page: its address, without the key.
    papers: writes them, and says in the end where they lie. trouble: what phones suffer from just
    now and what to do about it, in a sentence, or nothing.
    """

    invitation: Callable[[], Invitation | None]
    host_page: str
    papers: Callable[[], Future[str]]
    trouble: Callable[[], str] = str


class Hall(Stack):
    """One session on the wall. It asks the room what there is to see before every frame."""

    def __init__(
        self, room: Room, lodging: Lodging, locker: Locker, study: Study, displays: int = 1
    ) -> None:
        own = locker.settings.text
        keep = locker.keep
        locker = replace(locker, keep=lambda likes: keep(replace(likes, text=own)))
        super().__init__(locker, displays)
        self.settings = replace(self.settings, text=1.0)
        self._room, self._lodging = room, lodging
        self._inquiry = Inquiry(study, room.shelf)
        self._papers: Future[str] | None = None
        self._seen = self._look()
        self.papers |= {
            "menu": lambda: RoomMenuScreen(self._seen),
            "help": RoomHelpScreen,
            "settings": lambda: RoomSettingsScreen(self.settings, displays),
            "notes": lambda: NotesScreen(lodging.host_page),
            "leave": LeavingScreen,
        }
        self.papers.pop("log", None)
        self._at: object = None
        self._follow()

    @property
    def screen(self) -> Screen:
        """The dark over everything, the pause over the session."""
        view = self._seen.view
        if view.blank:
            return self._dark
        if view.paused and isinstance(super().screen, RoomScreen):
            return self._hove_to
        return super().screen

    def meant(self, event: Event) -> Meant | None:
        """The projector has keys of its own; papers have the usual ones."""
        return room_meant(event) if isinstance(self.screen, RoomScreen) else super().meant(event)

    def look_out(self) -> None:
        """See whether the room has moved, and whether the papers are written."""
        if self._papers and self._papers.done():
            self._tell_papers(self._papers)
        self._write_down()
        if self._is_new():
            self._seen = self._look()
            self._follow()

    def sail(self, wish: Wish) -> None:
        """What a screen wants of the session."""
        match wish:
            case Wish("do", tuple(commands)):
                self._do(commands)
            case Wish("hands", int(number)):
                self.show(HandsScreen(self._seen, self._counted, number, beside=True))
            case Wish("ballots", tuple(commands)):
                self._do(commands)
                self.show(BallotScreen(self._seen))
            case _:
                return

    def like(self, settings: Settings) -> None:
        """The text stays as it is: every size here is the last row's."""
        super().like(replace(settings, text=1.0))

    def _do(self, commands: tuple[Command, ...]) -> None:
        """It is on disk before anything changes; a refusal is said on the rail."""
        if not isinstance(super().screen, RoomScreen):
            self._screens = self._screens[:1]
        try:
            answers = self._room.do(*commands) if commands else []
        except JournalBroken as wrong:
            way = _("Free some room on the disk, then try once more.")
            self._at = None  # a new screen: the old one may have taken it for done
            self._follow()
            self.tell(TroubleScreen(_("This could not be written down."), wrong.message(), way))
            return
        word = next((answer.reason for answer in answers if isinstance(answer, Refused)), "")
        word = f"{word[:1].upper()}{word[1:]}"
        self._seen = self._look()
        self._follow()
        self._hove_to.word = word
        if isinstance(bottom := self._screens[0], RoomScreen):
            bottom.word = "" if self._seen.view.paused else word

    def _is_new(self) -> bool:
        """Whether there is anything to see that is not on the wall."""
        seen, lodging = self._seen, self._lodging
        shown = seen.view, seen.invitation, seen.trouble
        return shown != (
            _whole(self._room.projector_view()),
            lodging.invitation(),
            lodging.trouble(),
        )

    def _look(self) -> Seen:
        """The session as it is now, and how phones get in."""
        room, lodging = self._room, self._lodging
        view, pressed = _whole(room.projector_view()), room.hands_view()
        return Seen(view, pressed, lodging.invitation(), lodging.trouble())

    def _follow(self) -> None:
        """The screen of this moment: the same one as long as the room does the same."""
        view = self._seen.view
        at = view.phase, view.page, view.decision
        self._dark, self._hove_to = DarkScreen(self._seen), HoveToScreen(self._seen)
        if at == self._at:
            bottom = self._screens[0]
            if isinstance(bottom, RoomScreen):
                bottom.see(self._seen)
                self._hove_to.sea = bottom.sea
            return
        self._at = at
        self._look_back(view)
        screen = self._called()
        self._hove_to.sea = screen.sea
        self.show(screen)

    @property
    def _counted(self) -> Mapping[tuple[int, str], int]:
        """The hands that were counted so far, for the one who counts."""
        decision = self._room.session.open
        return decision.hands if decision else {}

    def _called(self) -> RoomScreen:
        """A new screen for what the room does now."""
        seen = self._seen
        match seen.view.phase:
            case Phase.LOBBY:
                return LobbyScreen(seen)
            case Phase.DISCUSSING:
                return TalkScreen(seen)
            case Phase.VOTING if seen.invitation is None:
                return HandsScreen(seen, self._counted)
            case Phase.VOTING | Phase.LOCKED:
                return BallotScreen(seen)
            case Phase.REVEALED:
                return RevealScreen(seen)
            case Phase.SAILING:
                return LanesScreen(seen) if seen.is_convoy else SailingScreen(seen)
            case Phase.RESULT:
                result = seen.view.crews[0].result
                if seen.is_convoy or result is None:
                    return CardsScreen(seen, self._inquiry)
                return AnswerScreen(seen, result)
            case Phase.DEBRIEF:
                has_chart = seen.view.page in CHARTS
                kind = PageScreen if has_chart else QuestionScreen
                return kind(seen, self._inquiry, self._told)

    _told = ""
    _written: tuple[str, ...] | None = None
    """The lines for Monday that the papers hold; None before they are written."""

    def _look_back(self, view: ProjectorView) -> None:
        """Have counted, drawn and written what will be wanted, before it is."""
        crews = self._room.session.crews
        if view.phase is Phase.LOBBY:
            self._inquiry.sharpen()
        if view.phase is Phase.DEBRIEF or (view.phase is Phase.RESULT and _is_over(view)):
            self._inquiry.look(crews)
        if view.phase is not Phase.DEBRIEF:
            self._told, self._written = "", None

    def _write_down(self) -> None:
        """Have the papers written as the debrief begins, and again for every later line.

        Whoever folds the laptop at the last page takes everything home.
        """
        session = self._room.session
        is_stale = session.phase is Phase.DEBRIEF and session.lines != self._written
        if is_stale and self._papers is None:
            self._written = session.lines
            self._papers = self._lodging.papers()

    def _tell_papers(self, papers: Future[str]) -> None:
        """They are written, or it is said why not."""
        self._papers = None
        wrong = papers.exception()
        if isinstance(wrong, OSError):
            way = _("See that this folder can be written; they are written again at the end.")
            self.tell(TroubleScreen(_("The report could not be written."), f"{wrong}.", way))
            return
        self._told = papers.result()
        bottom = self._screens[0]
        if isinstance(bottom, PageScreen):
            bottom.papers = self._told


def _is_over(view: ProjectorView) -> bool:
    return all(crew.end for crew in view.crews)


def _whole(view: ProjectorView) -> ProjectorView:
    """The view with whole seconds, so that nothing is drawn anew for less."""
    left = view.seconds_left
    return view if left is None else replace(view, seconds_left=float(ceil(left)))
