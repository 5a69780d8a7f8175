"""Which screen the session calls for, and what the facilitator's input does to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from math import ceil

from pygame.event import Event

from game.i18n import _
from game.session.commands import Command
from game.session.live_session import LiveSession
from game.session.projector_view import ProjectorView
from game.session.session import Phase
from game.storage.journal import JournalBroken
from game.ui.window.input import Input
from game.ui.window.navigator import Navigator
from game.ui.window.projector.debrief_jobs import DebriefJobs
from game.ui.window.projector.key_map import projector_input_of
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.screens.count_hands import CountHandsScreen
from game.ui.window.projector.screens.debrief import CHARTS, DebriefPageScreen, QuestionScreen
from game.ui.window.projector.screens.discuss_and_vote import DiscussScreen, VoteScreen
from game.ui.window.projector.screens.lobby import LobbyScreen
from game.ui.window.projector.screens.overlays import (
    BlankOverlay,
    LeaveOverlay,
    NotesOverlay,
    PauseOverlay,
    ProjectorHelp,
    ProjectorMenu,
    ProjectorSettings,
)
from game.ui.window.projector.screens.result import ConvoyResultScreen, ShipResultScreen
from game.ui.window.projector.screens.sailing import ConvoySailingScreen, SailingScreen
from game.ui.window.projector.screens.vote_result import VoteResultScreen
from game.ui.window.projector.state import Invitation, ProjectorState
from game.ui.window.screens.overlays import TroubleScreen
from game.ui.window.screens.screen import Request, Screen
from game.ui.window.settings import Settings
from game.ui.window.user_data import UserData
from game.ui.window.worker import Worker
from game.voyage.voyage import Refused


@dataclass(frozen=True, slots=True)
class RoomServices:
    """What the room is told by whoever opened it.

    invitation: how phones get in just now, None by hands. host_page: its address, without the key.
    papers: writes them, and says in the end where they lie. trouble: what phones suffer from just
    now and what to do about it, in a sentence, or nothing.
    """

    invitation: Callable[[], Invitation | None]
    host_page: str
    papers: Callable[[], Future[str]]
    trouble: Callable[[], str] = str


class ProjectorController(Navigator):
    """One session on the wall. It asks the room what there is to see before every frame."""

    def __init__(
        self,
        room: LiveSession,
        room_services: RoomServices,
        user_data: UserData,
        worker: Worker,
        displays: int = 1,
    ) -> None:
        own = user_data.settings.text
        keep = user_data.keep
        user_data = replace(user_data, keep=lambda likes: keep(replace(likes, text=own)))
        super().__init__(user_data, displays)
        self.settings = replace(self.settings, text=1.0)
        self._room, self._room_services = room, room_services
        self._debrief_jobs = DebriefJobs(worker, room.loaded)
        self._papers: Future[str] | None = None
        self._seen = self._look()
        self.overlays |= {
            "menu": lambda: ProjectorMenu(self._seen),
            "help": ProjectorHelp,
            "settings": lambda: ProjectorSettings(self.settings, displays),
            "notes": lambda: NotesOverlay(room_services.host_page),
            "leave": LeaveOverlay,
        }
        self.overlays.pop("log", None)
        self._at: object = None
        self._follow()

    @property
    def screen(self) -> Screen:
        """The dark over everything, the pause over the session."""
        view = self._seen.view
        if view.blank:
            return self._dark
        if view.paused and isinstance(super().screen, ProjectorScreen):
            return self._hove_to
        return super().screen

    def meant(self, event: Event) -> Input | None:
        """The projector has keys of its own; papers have the usual ones."""
        return (
            projector_input_of(event)
            if isinstance(self.screen, ProjectorScreen)
            else super().meant(event)
        )

    def poll(self) -> None:
        """See whether the room has moved, and whether the papers are written."""
        if self._papers and self._papers.done():
            self._tell_papers(self._papers)
        self._write_down()
        if self._is_new():
            self._seen = self._look()
            self._follow()

    def handle_own(self, wish: Request) -> None:
        """What a screen wants of the session."""
        match wish:
            case Request("do", tuple(commands)):
                self._do(commands)
            case Request("hands", int(number)):
                self.show(CountHandsScreen(self._seen, self._counted, number, beside=True))
            case Request("ballots", tuple(commands)):
                self._do(commands)
                self.show(VoteScreen(self._seen))
            case _:
                return

    def apply_settings(self, settings: Settings) -> None:
        """The text stays as it is: every size here is the last row's."""
        super().apply_settings(replace(settings, text=1.0))

    def _do(self, commands: tuple[Command, ...]) -> None:
        """It is on disk before anything changes; a refusal is said on the status bar."""
        if not isinstance(super().screen, ProjectorScreen):
            self._screens = self._screens[:1]
        try:
            answers = self._room.do(*commands) if commands else []
        except JournalBroken as wrong:
            way = _("Free some room on the disk, then try once more.")
            self._at = None  # a new screen: the old one may have taken it for done
            self._follow()
            self.push(TroubleScreen(_("This could not be written down."), wrong.message(), way))
            return
        word = next((answer.reason for answer in answers if isinstance(answer, Refused)), "")
        word = f"{word[:1].upper()}{word[1:]}"
        self._seen = self._look()
        self._follow()
        self._hove_to.word = word
        if isinstance(bottom := self._screens[0], ProjectorScreen):
            bottom.word = "" if self._seen.view.paused else word

    def _is_new(self) -> bool:
        """Whether there is anything to see that is not on the wall."""
        seen, room_services = self._seen, self._room_services
        shown = seen.view, seen.invitation, seen.trouble
        return shown != (
            _whole(self._room.projector_view()),
            room_services.invitation(),
            room_services.trouble(),
        )

    def _look(self) -> ProjectorState:
        """The session as it is now, and how phones get in."""
        room, room_services = self._room, self._room_services
        view, pressed = _whole(room.projector_view()), room.buttons_view()
        return ProjectorState(view, pressed, room_services.invitation(), room_services.trouble())

    def _follow(self) -> None:
        """Swap the bottom screen when (phase, page, decision) changes, else update it in place."""
        view = self._seen.view
        at = view.phase, view.page, view.decision
        self._dark, self._hove_to = BlankOverlay(self._seen), PauseOverlay(self._seen)
        if at == self._at:
            bottom = self._screens[0]
            if isinstance(bottom, ProjectorScreen):
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

    def _called(self) -> ProjectorScreen:
        """A new screen for what the room does now."""
        seen = self._seen
        match seen.view.phase:
            case Phase.LOBBY:
                return LobbyScreen(seen)
            case Phase.DISCUSSING:
                return DiscussScreen(seen)
            case Phase.VOTING if seen.invitation is None:
                return CountHandsScreen(seen, self._counted)
            case Phase.VOTING | Phase.LOCKED:
                return VoteScreen(seen)
            case Phase.REVEALED:
                return VoteResultScreen(seen)
            case Phase.SAILING:
                return ConvoySailingScreen(seen) if seen.is_convoy else SailingScreen(seen)
            case Phase.RESULT:
                result = seen.view.crews[0].result
                if seen.is_convoy or result is None:
                    return ConvoyResultScreen(seen, self._debrief_jobs)
                return ShipResultScreen(seen, result)
            case Phase.DEBRIEF:
                has_chart = seen.view.page in CHARTS
                kind = DebriefPageScreen if has_chart else QuestionScreen
                return kind(seen, self._debrief_jobs, self._told)

    _told = ""
    _written: tuple[str, ...] | None = None
    """The lines for Monday that the papers hold; None before they are written."""

    def _look_back(self, view: ProjectorView) -> None:
        """Have counted, drawn and written what will be wanted, before it is."""
        crews = self._room.session.crews
        if view.phase is Phase.LOBBY:
            self._debrief_jobs.warm_up()
        if view.phase is Phase.DEBRIEF or (view.phase is Phase.RESULT and _is_over(view)):
            self._debrief_jobs.look(crews)
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
            self._papers = self._room_services.papers()

    def _tell_papers(self, papers: Future[str]) -> None:
        """They are written, or it is said why not."""
        self._papers = None
        wrong = papers.exception()
        if isinstance(wrong, OSError):
            way = _("See that this folder can be written; they are written again at the end.")
            self.push(TroubleScreen(_("The report could not be written."), f"{wrong}.", way))
            return
        self._told = papers.result()
        bottom = self._screens[0]
        if isinstance(bottom, DebriefPageScreen):
            bottom.papers = self._told


def _is_over(view: ProjectorView) -> bool:
    return all(crew.end for crew in view.crews)


def _whole(view: ProjectorView) -> ProjectorView:
    """The view with whole seconds, so that nothing is drawn anew for less."""
    left = view.seconds_left
    return view if left is None else replace(view, seconds_left=float(ceil(left)))
