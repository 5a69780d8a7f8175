"""Which screen of a voyage comes next; only here the helm is given its orders."""

from __future__ import annotations

from dataclasses import replace

from game.findings import EvenKeelError, VoyageInUse
from game.i18n import _
from game.scenario.loading.library import LoadedScenario
from game.ui.services import Services, Start
from game.ui.window.navigator import Navigator
from game.ui.window.screens.overlays import LogScreen, NumbersScreen, TroubleScreen
from game.ui.window.screens.screen import Request, Screen
from game.ui.window.settings import Settings
from game.ui.window.solo.debrief import AgainScreen, DebriefScreen
from game.ui.window.solo.ending import EndingScreen
from game.ui.window.solo.title_and_briefing import BriefingScreen, ShelfScreen, TitleScreen
from game.ui.window.solo.watch import ResultScreen, WatchScreen, number_of
from game.ui.window.user_data import UserData
from game.ui.window.worker import LookBackJob, Worker
from game.voyage.helm import Helm, resume_voyage
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
        self.overlays["log"] = lambda: LogScreen(self._helm.past if self._helm else ())
        if isinstance(start, VoyageInUse):
            self._offer_another(start)
        else:
            self.show(self._deck())

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
        self._screens[:-1] = [self._deck()]

    @property
    def languages(self) -> list[str]:
        """Those of the game, and those that the voyage under way can be told in besides."""
        also = self._services.languages(self._helm.loaded) if self._helm else []
        return list(dict.fromkeys([*super().languages, *also]))

    def handle_own(self, wish: Request) -> None:
        """The screens of the voyage itself."""
        match wish:
            case Request("why") if self._helm and self._helm.past:
                self.push(NumbersScreen(self._helm.past[-1][1]))
            case Request("debrief") if self._review:
                self.push(DebriefScreen(self._review))
            case Request("again") if self._review and self._review.looked_back:
                self.push(AgainScreen(self._review.looked_back))
            case Request("give", str(order)) if self._helm:
                self._give(self._helm, order)
            case Request("title"):
                self.show(self._title())
            case Request("shelf"):
                self.show(self._loaded())
            case Request("brief", LoadedScenario() as loaded):
                self.show(BriefingScreen(loaded))
            case Request("deck"):
                self.show(self._deck())
            case _:
                self._take_the_helm(wish)

    def _take_the_helm(self, wish: Request) -> None:
        """Set out, go on, or go back to a watch; what cannot be had now changes nothing."""
        try:
            match wish:
                case Request("cast_off", LoadedScenario() as loaded):
                    self._helm = self._services.set_out(loaded)
                case Request("resume", Helm() as helm):
                    self._helm = self._resumed(helm)
                case Request("sail_again", int(number)) if self._helm:
                    self._helm = self._services.set_out_again(self._helm, number)
                case _:
                    return
        except VoyageInUse as wrong:
            self._offer_another(wrong)
            return
        self._review = None
        self.show(self._deck())

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
        self._review = LookBackJob(self._worker, helm.path, helm.loaded) if helm.is_over else None
        self.show(ResultScreen(result, number_of(watch), gauges))

    def _offer_another(self, wrong: VoyageInUse) -> None:
        """Another game sails this voyage: say so before the list of scenarios."""
        self._helm = None
        self.show(self._loaded())
        self.push(TroubleScreen(wrong.what, f"{wrong.path}", wrong.hint))

    def _title(self) -> Screen:
        """With the voyage that can be gone on with: this one, or the newest on disk."""
        is_under_way = self._helm and not self._helm.is_over
        return TitleScreen(self._helm if is_under_way else self._services.unfinished())

    def _loaded(self) -> Screen:
        return ShelfScreen(self._services.shelf(), self._user_data.best())

    def _deck(self) -> Screen:
        helm = self._helm
        if helm is None:
            return self._title()
        if helm.is_over:
            self._review = self._review or LookBackJob(self._worker, helm.path, helm.loaded)
            return EndingScreen(helm.end)
        word, helm.word = helm.word, ""
        return WatchScreen(helm.watch, word)
