"""Which screen of a voyage comes next; only here orders reach the helm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from game.debrief.next_voyage import next_voyage
from game.debrief.time_lapse import time_lapse_of
from game.findings import EvenKeelError, VoyageInUse
from game.i18n import _
from game.ui.services import Services, Start
from game.ui.window import requests
from game.ui.window.debrief_jobs import LookBackJob
from game.ui.window.navigator import Navigator
from game.ui.window.screens.overlays import LogScreen, NumbersScreen, TroubleScreen
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings, UserData
from game.ui.window.solo.debrief import AgainScreen, DebriefScreen, IfThenScreen
from game.ui.window.solo.ending import EndingScreen, ending_sea
from game.ui.window.solo.result import ResultScreen
from game.ui.window.solo.time_lapse import TimeLapseScreen
from game.ui.window.solo.title_and_briefing import BriefingScreen, ShelfScreen, TitleScreen
from game.ui.window.solo.watch import WatchScreen, number_of, warnings_said
from game.ui.window.worker import Worker
from game.voyage.helm import Helm, resume_voyage
from game.voyage.sea import sea_expected
from game.voyage.view import ResultView, WatchView
from game.voyage.voyage import Refused


class SoloController(Navigator):
    """The screens of one voyage after another."""

    def __init__(
        self,
        services: Services,
        user_data: UserData,
        start: Start,
        worker: Worker,
        displays: int = 1,
    ) -> None:
        super().__init__(user_data, displays)
        self._services, self._worker = services, worker
        self._helm = None if isinstance(start, VoyageInUse) else start
        self._review: LookBackJob | None = None
        self.overlays |= {
            requests.Overlay.LOG: lambda: LogScreen(self._past),
            requests.Overlay.NUMBERS: lambda: (
                NumbersScreen(self._past[-1][1]) if self._past else None
            ),
            requests.Overlay.SAIL_AGAIN: self._again,
            requests.Overlay.IF_THEN: lambda: IfThenScreen(self._note()),
        }
        if isinstance(start, VoyageInUse):
            self._offer_another(start)
        else:
            self.show(self._voyage())

    def apply_settings(self, settings: Settings) -> None:
        """Another language is spoken everywhere at once; a voyage is read from its log anew."""
        before = self.settings.language
        super().apply_settings(settings)
        if settings.language == before:
            return
        tell = self._services.tell
        self._review = None
        if self._helm:
            file = self._helm.loaded.file  # beside which other languages may stand
            self._helm = resume_voyage(self._helm.path, lambda kept: tell(replace(kept, file=file)))
        self._screens[:-1] = [self._voyage()]

    @property
    def languages(self) -> list[str]:
        also = self._services.languages(self._helm.loaded) if self._helm else []
        return list(dict.fromkeys([*super().languages, *also]))

    def handle_own(self, request: requests.OwnRequest) -> None:
        match request:
            case requests.Place():
                self._go_to(request)
            case requests.Brief(entry):
                loaded = entry.open()
                self.own_art = Path(loaded.file).parent
                self.show(BriefingScreen(loaded))
            case requests.CastOff() | requests.Resume() | requests.SailAgain():
                self._take_the_helm(request)
            case requests.KeepNote(note):
                if self._helm:
                    self._helm.keep_note(note)
                    self._screens.pop()
            case requests.GiveOrder(order):
                if self._helm:
                    self._give(self._helm, order)
            case requests.GoToWatch() | requests.SetGauge() | requests.Do() | requests.CountHands():
                raise TypeError(request)

    def _go_to(self, place: requests.Place) -> None:
        match place:
            case requests.Place.TITLE:
                self.show(self._title())
            case requests.Place.SHELF:
                self.show(self._shelf())
            case requests.Place.VOYAGE:
                self.show(self._voyage())
            case requests.Place.DEBRIEF:
                if self._review and self._helm:
                    if self._review.is_stopped:
                        self._review = LookBackJob(self._worker, self._helm)
                    self.push(DebriefScreen(self._review, note=self._note))
                    if self._helm and (debrief := self._review.debrief):
                        scene = self._helm.loaded.scenario.scene
                        self.push(TimeLapseScreen(time_lapse_of(debrief, scene)))

    def _take_the_helm(
        self, request: requests.CastOff | requests.Resume | requests.SailAgain
    ) -> None:
        """Set out, go on, or go back to a watch; what cannot be had now changes nothing."""
        try:
            match request:
                case requests.CastOff(loaded):
                    self._helm = self._services.set_out(loaded)
                case requests.Resume(helm):
                    self._helm = self._resumed(helm)
                case requests.SailAgain(watch):
                    if self._helm is None:
                        return
                    self._helm = self._services.set_out_again(self._helm, watch)
        except VoyageInUse as wrong:
            self._offer_another(wrong)
            return
        self._review = None
        self.show(self._voyage())

    def _resumed(self, helm: Helm) -> Helm | None:
        """The voyage as its logbook stands now; none if that is gone, or cannot be trusted."""
        try:
            return self._services.resume(helm)
        except VoyageInUse:
            raise
        except (EvenKeelError, FileNotFoundError):
            return None

    def _give(self, helm: Helm, order: str) -> None:
        """The order is on disk before the screen changes."""
        watch = helm.watch
        try:
            result = helm.give(order)
        except VoyageInUse as wrong:
            self._offer_another(wrong)
            return
        if isinstance(result, Refused):
            self.push(TroubleScreen(result.reason, "", _("Choose another order.")))
            return
        gauges = helm.end.gauges if helm.is_over else helm.watch.gauges
        self._review = LookBackJob(self._worker, helm) if helm.is_over else None
        answer = ResultScreen(result, number_of(watch), gauges, watch.gauges)
        answer.ahead = (ending_sea(helm.end) if helm.is_over else helm.watch.sea,)
        self.show(answer)

    def _offer_another(self, wrong: VoyageInUse) -> None:
        self._helm = None
        self.show(self._shelf())
        self.push(TroubleScreen(wrong.what, f"{wrong.path}", wrong.hint))

    @property
    def _past(self) -> Sequence[tuple[WatchView, ResultView]]:
        return self._helm.past if self._helm else ()

    def _again(self) -> Screen | None:
        debrief = self._review and self._review.debrief
        if not (self._review and debrief):
            return None
        offered = next_voyage(debrief, self._services.shelf().entries)
        return AgainScreen(self._review, debrief, offered)

    def _note(self) -> str:
        return self._helm.note if self._helm else ""

    def _title(self) -> Screen:
        is_under_way = self._helm and not self._helm.is_over
        return TitleScreen(self._helm if is_under_way else self._services.unfinished())

    def _shelf(self) -> Screen:
        return ShelfScreen(self._services.shelf(), self._user_data.best())

    def _voyage(self) -> Screen:
        helm = self._helm
        if helm is None:
            return self._title()
        self.own_art = Path(helm.loaded.file).parent
        if helm.is_over:
            self._review = self._review or LookBackJob(self._worker, helm)
            return EndingScreen(helm.end)
        word, helm.word = helm.word, ""
        view = helm.watch
        watch = WatchScreen(view, "\n".join(filter(None, [word, warnings_said(view)])))
        watch.ahead = (sea_expected(helm.loaded.scenario, helm.voyage),)
        return watch
