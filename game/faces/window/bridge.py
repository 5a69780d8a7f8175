"""The bridge: which screen of a voyage comes next; the helm is given its orders here alone."""

from __future__ import annotations

from dataclasses import replace

from game.faces.dock import Dock, Start
from game.faces.window.locker import Locker
from game.faces.window.screens.debrief import AgainScreen, DebriefScreen
from game.faces.window.screens.deck import ResultScreen, WatchScreen, number_of
from game.faces.window.screens.ending import EndingScreen
from game.faces.window.screens.harbour import BriefingScreen, ShelfScreen, TitleScreen
from game.faces.window.screens.papers import LogScreen, NumbersScreen, TroubleScreen
from game.faces.window.screens.screen import Screen, Wish
from game.faces.window.settings import Settings
from game.faces.window.stack import Stack
from game.faces.window.study import Review, Study
from game.findings import EvenKeelError, VoyageInUse
from game.scenario.catalogue import Shelf
from game.tongue import _
from game.voyage.helm import Helm, go_on
from game.voyage.voyage import Refused


class Bridge(Stack):
    """The screens of one voyage after another."""

    def __init__(
        self, dock: Dock, locker: Locker, start: Start, study: Study, displays: int = 1
    ) -> None:
        super().__init__(locker, displays)
        self._dock, self._study = dock, study
        self._helm = None if isinstance(start, VoyageInUse) else start
        self._review: Review | None = None
        self.papers["log"] = lambda: LogScreen(self._helm.past if self._helm else ())
        if isinstance(start, VoyageInUse):
            self._offer_another(start)
        else:
            self.show(self._deck())

    def like(self, settings: Settings) -> None:
        """Another language is spoken everywhere at once; a voyage is read from its log anew."""
        before = self.settings.language
        super().like(settings)
        if settings.language == before:
            return
        tell = self._dock.tell
        self._dock = replace(self._dock, shelves=[tell(shelf) for shelf in self._dock.shelves])
        self._review = None
        if self._helm:
            file = self._helm.shelf.file  # beside which other languages may stand
            self._helm = go_on(self._helm.path, lambda kept: tell(replace(kept, file=file)))
        self._screens[:-1] = [self._deck()]

    @property
    def languages(self) -> list[str]:
        """Those of the game, and those that the voyage under way can be told in besides."""
        also = self._dock.languages(self._helm.shelf) if self._helm else []
        return list(dict.fromkeys([*super().languages, *also]))

    def sail(self, wish: Wish) -> None:
        """The screens of the voyage itself."""
        match wish:
            case Wish("why") if self._helm and self._helm.past:
                self.tell(NumbersScreen(self._helm.past[-1][1]))
            case Wish("debrief") if self._review:
                self.tell(DebriefScreen(self._review))
            case Wish("again") if self._review and self._review.looked_back:
                self.tell(AgainScreen(self._review.looked_back))
            case Wish("give", str(order)) if self._helm:
                self._give(self._helm, order)
            case Wish("title"):
                self.show(self._title())
            case Wish("shelf"):
                self.show(self._shelf())
            case Wish("brief", Shelf() as shelf):
                self.show(BriefingScreen(shelf))
            case Wish("deck"):
                self.show(self._deck())
            case _:
                self._take_the_helm(wish)

    def _take_the_helm(self, wish: Wish) -> None:
        """Set out, go on, or go back to a watch; what cannot be had now changes nothing."""
        try:
            match wish:
                case Wish("cast_off", Shelf() as shelf):
                    self._helm = self._dock.set_out(shelf)
                case Wish("resume", Helm() as helm):
                    self._helm = self._resumed(helm)
                case Wish("sail_again", int(number)) if self._helm:
                    self._helm = self._dock.set_out_again(self._helm, number)
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
            return self._dock.resume(helm)
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
            self.tell(TroubleScreen(result.reason, "", _("Choose another order.")))
            return
        gauges = helm.end.gauges if helm.is_over else helm.watch.gauges
        self._review = Review(self._study, helm.path, helm.shelf) if helm.is_over else None
        self.show(ResultScreen(result, number_of(watch), gauges))

    def _offer_another(self, wrong: VoyageInUse) -> None:
        """Another game sails this voyage: say so before the shelf."""
        self._helm = None
        self.show(self._shelf())
        self.tell(TroubleScreen(wrong.what, f"{wrong.path}", wrong.way_out))

    def _title(self) -> Screen:
        """With the voyage that can be gone on with: this one, or the newest on disk."""
        is_under_way = self._helm and not self._helm.is_over
        return TitleScreen(self._helm if is_under_way else self._dock.unfinished())

    def _shelf(self) -> Screen:
        return ShelfScreen(self._dock.shelves, self._locker.best(), self._dock.broken)

    def _deck(self) -> Screen:
        helm = self._helm
        if helm is None:
            return self._title()
        if helm.is_over:
            self._review = self._review or Review(self._study, helm.path, helm.shelf)
            return EndingScreen(helm.end)
        word, helm.word = helm.word, ""
        return WatchScreen(helm.watch, word)
