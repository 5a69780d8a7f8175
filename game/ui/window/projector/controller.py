"""Which screen the session calls for, and what the facilitator's input does to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from math import ceil

from pygame.event import Event

from game.debrief.time_lapse import convoy_lapse, time_lapse_of
from game.i18n import _
from game.session.commands import Command
from game.session.live_session import LiveSession
from game.session.projector_view import ProjectorView
from game.session.session import TALK, Page, Phase
from game.storage.journal import JournalBroken
from game.ui.window import requests
from game.ui.window.debrief_jobs import DebriefJobs, RegattaJobs
from game.ui.window.input import Input
from game.ui.window.navigator import Navigator
from game.ui.window.projector.key_map import projector_input_of
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.screens.count_hands import CountHandsScreen
from game.ui.window.projector.screens.debrief import DebriefPageScreen, QuestionScreen
from game.ui.window.projector.screens.discuss_and_vote import DiscussScreen, VoteScreen
from game.ui.window.projector.screens.fleet import FleetScreen
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
from game.ui.window.projector.screens.regatta_debrief import RegattaPageScreen
from game.ui.window.projector.screens.result import ConvoyResultScreen, ShipResultScreen
from game.ui.window.projector.screens.sailing import ConvoySailingScreen, SailingScreen
from game.ui.window.projector.screens.vote_result import VoteResultScreen
from game.ui.window.projector.state import Invitation, ProjectorState
from game.ui.window.screens.overlays import TroubleScreen
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings, UserData
from game.ui.window.solo.ending import ending_sea
from game.ui.window.solo.time_lapse import TimeLapseScreen
from game.ui.window.worker import Worker
from game.voyage.sea import sea_expected
from game.voyage.voyage import Refused


@dataclass(frozen=True, slots=True)
class RoomServices:
    """What the room needs of whoever opened it.

    invitation: how phones get in just now, None by raised hands. host_page: its address, without
    the key. export: writes report and logbooks, and says in the end where they lie. trouble: what
    phones suffer from just now and what to do about it, in a sentence, or nothing.
    """

    invitation: Callable[[], Invitation | None]
    host_page: str
    export: Callable[[], Future[str]]
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
        own, keep = user_data.settings.text, user_data.keep
        own_data = replace(user_data, keep=lambda settings: keep(replace(settings, text=own)))
        super().__init__(own_data, displays)
        self.settings = replace(self.settings, text=1.0)
        self._room, self._room_services = room, room_services
        self._worker, self._debrief_jobs = worker, DebriefJobs(worker, room.loaded)
        self._regatta_jobs = RegattaJobs(worker, room.loaded)
        self._export: Future[str] | None = None
        self._folder = ""
        self._exported: tuple[str, ...] | None = None
        """The lines for Monday that are in the export; None before it is written."""
        self._state = self._current_state()
        self.overlays |= {
            requests.Overlay.MENU: lambda: ProjectorMenu(self._state),
            requests.Overlay.HELP: ProjectorHelp,
            requests.Overlay.SETTINGS: lambda: ProjectorSettings(self.settings, displays),
            requests.Overlay.NOTES: lambda: NotesOverlay(room_services.host_page),
            requests.Overlay.LEAVE: LeaveOverlay,
        }
        self._at: tuple[Phase, Page | None, object] | None = None
        self._replays = False
        self._follow()

    @property
    def screen(self) -> Screen:
        """The dark over everything, the pause over the session."""
        view = self._state.view
        if view.blank:
            return self._blank
        if view.paused and isinstance(super().screen, ProjectorScreen):
            return self._pause
        return super().screen

    def to_input(self, event: Event) -> Input | None:
        is_own = isinstance(self.screen, ProjectorScreen)
        return projector_input_of(event) if is_own else super().to_input(event)

    def poll(self) -> None:
        """See whether the room has moved, and whether the export is written."""
        if self._export and self._export.done():
            self._end_export(self._export)
        self._begin_export()
        if self._is_new():
            self._state = self._current_state()
            self._follow()
        if isinstance(bottom := self._screens[0], ProjectorScreen):
            self._room.lay_out(bottom.pages)

    def handle_own(self, request: requests.OwnRequest) -> None:
        match request:
            case requests.Do(commands, counted):
                self._do(commands)
                if counted:
                    self.show(VoteScreen(self._state))
            case requests.CountHands(number):
                self.show(CountHandsScreen(self._state, self._counted, number, beside=True))
            case requests.Brief() | requests.CastOff() | requests.Resume() | requests.SailAgain():
                raise TypeError(request)
            case requests.Place() | requests.GiveOrder():
                raise TypeError(request)
            case requests.GoToWatch() | requests.SetGauge() | requests.KeepNote():
                raise TypeError(request)

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
            self._at = None  # a new screen: the old one may have taken it for done
            self._follow()
            advice = _("Free some room on the disk, then try once more.")
            self.push(TroubleScreen(_("This could not be written down."), wrong.message(), advice))
            return
        word = next((answer.reason for answer in answers if isinstance(answer, Refused)), "")
        word = f"{word[:1].upper()}{word[1:]}"
        self._state = self._current_state()
        self._follow()
        self._pause.word = word
        if isinstance(bottom := self._screens[0], ProjectorScreen):
            bottom.word = "" if self._state.view.paused else word

    def _is_new(self) -> bool:
        state, room_services = self._state, self._room_services
        shown = state.view, state.invitation, state.trouble
        return shown != (
            _whole(self._room.projector_view()),
            room_services.invitation(),
            room_services.trouble(),
        )

    def _current_state(self) -> ProjectorState:
        room, room_services = self._room, self._room_services
        view, pressed = _whole(room.projector_view()), room.buttons_view()
        return ProjectorState(view, pressed, room_services.invitation(), room_services.trouble())

    def _follow(self) -> None:
        """Swap the bottom screen when (phase, page, decision) changes, else update it in place."""
        view = self._state.view
        complete = view.regatta.complete if view.regatta else 0
        at = view.phase, view.page, (view.decision, complete)
        self._blank, self._pause = BlankOverlay(self._state), PauseOverlay(self._state)
        if at == self._at:
            if isinstance(bottom := self._screens[0], ProjectorScreen):
                bottom.update(self._state)
                self._pause.sea = bottom.sea
            return
        begins = self._at is not None and Phase.DEBRIEF is view.phase is not self._at[0]
        self._replays = bool(self._at and self._at[0] is Phase.UNDER_WAY and complete)
        self._at = at
        self._look_back(view)
        screen = self._make_screen()
        if view.crews:
            end, first = view.crews[0].end, self._room.session.crews[0].voyage
            scenario = self._room.loaded.scenario
            screen.ahead = (ending_sea(end) if end else sea_expected(scenario, first),)
        self._pause.sea = screen.sea
        self.show(screen)
        if begins:
            self._show_again()

    def _show_again(self) -> None:
        """What has been sailed, in twenty seconds, as soon as anything is."""
        debriefs = self._debrief_jobs.found
        if not debriefs or not any(debrief.watches for debrief in debriefs):
            return
        scene = self._room.loaded.scenario.scene
        if self._state.is_convoy:
            names = (crew.name for crew in self._state.view.crews)
            lapse = convoy_lapse(dict(zip(names, debriefs, strict=True)), scene)
        else:
            lapse = time_lapse_of(debriefs[0], scene)
        self.push(TimeLapseScreen(lapse))

    @property
    def _counted(self) -> Mapping[tuple[int, str], int]:
        decision = self._room.session.open
        return decision.hands if decision else {}

    def _make_screen(self) -> ProjectorScreen:
        state = self._state
        match state.view.phase:
            case Phase.LOBBY:
                return LobbyScreen(state)
            case Phase.UNDER_WAY:
                return FleetScreen(state, replays=self._replays)
            case Phase.DISCUSSING:
                return DiscussScreen(state)
            case Phase.VOTING if state.invitation is None:
                return CountHandsScreen(state, self._counted)
            case Phase.VOTING | Phase.LOCKED:
                return VoteScreen(state)
            case Phase.REVEALED:
                return VoteResultScreen(state)
            case Phase.SAILING:
                return ConvoySailingScreen(state) if state.is_convoy else SailingScreen(state)
            case Phase.RESULT:
                return self._make_result_screen()
            case Phase.DEBRIEF:
                return self._make_debrief_screen()

    def _make_result_screen(self) -> ProjectorScreen:
        state = self._state
        result = state.view.crews[0].result
        if state.is_convoy or result is None:
            return ConvoyResultScreen(state, self._debrief_jobs)
        return ShipResultScreen(state, result)

    def _make_debrief_screen(self) -> ProjectorScreen:
        state, has_chart = self._state, self._state.view.page not in TALK
        if state.view.regatta and has_chart:
            return RegattaPageScreen(state, self._regatta_jobs)
        kind = DebriefPageScreen if has_chart else QuestionScreen
        return kind(state, self._debrief_jobs, self._folder)

    def _look_back(self, view: ProjectorView) -> None:
        """Have counted, drawn and written what will be wanted, before it is."""
        is_over = view.phase is Phase.RESULT and all(crew.end for crew in view.crews)
        if view.phase is Phase.LOBBY:
            self._worker.warm_up()
        if view.regatta:
            is_sailed = not self._room.session.at_sea and bool(view.regatta.hulls)
            if view.phase is Phase.DEBRIEF or is_sailed:
                self._regatta_jobs.look(self._room.session)
        elif view.phase is Phase.DEBRIEF or is_over:
            self._debrief_jobs.look(self._room.session.crews)
        if view.phase is not Phase.DEBRIEF:
            self._folder, self._exported = "", None

    def _begin_export(self) -> None:
        """Export as the debrief begins, and again for every later line.

        Whoever folds the laptop at the last page takes everything home.
        """
        session = self._room.session
        is_stale = session.phase is Phase.DEBRIEF and session.lines != self._exported
        if is_stale and self._export is None:
            self._exported = session.lines
            self._export = self._room_services.export()

    def _end_export(self, export: Future[str]) -> None:
        self._export = None
        wrong = export.exception()
        if isinstance(wrong, OSError):
            advice = _("See that this folder can be written; they are written again at the end.")
            self.push(TroubleScreen(_("The report could not be written."), f"{wrong}.", advice))
            return
        self._folder = export.result()
        if isinstance(bottom := self._screens[0], DebriefPageScreen):
            bottom.export_folder = self._folder


def _whole(view: ProjectorView) -> ProjectorView:
    """The view with whole seconds, so that nothing is drawn anew for less."""
    left = view.seconds_left
    return view if left is None else replace(view, seconds_left=float(ceil(left)))
