"""The bridge: which screen of a voyage comes next; the helm is given its orders here alone."""

from __future__ import annotations

from dataclasses import replace

from game.faces.dock import Dock
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
from game.scenario.catalogue import Shelf
from game.tongue import _
from game.voyage.helm import Helm, go_on
from game.voyage.voyage import Refused


class Bridge(Stack):
    """The screens of one voyage after another."""

    def __init__(
        self, dock: Dock, locker: Locker, helm: Helm | None, study: Study, displays: int = 1
    ) -> None:
        super().__init__(locker, displays)
        self._dock, self._helm, self._study = dock, helm, study
        self._review: Review | None = None
        self.papers["log"] = lambda: LogScreen(self._helm.past if self._helm else ())
        self.show(self._deck() if helm else TitleScreen(dock.unfinished()))

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
                self.show(TitleScreen(self._dock.unfinished()))
            case Wish("shelf"):
                self.show(ShelfScreen(self._dock.shelves, self._locker.best(), self._dock.broken))
            case Wish("brief", Shelf() as shelf):
                self.show(BriefingScreen(shelf))
            case Wish("deck"):
                self.show(self._deck())
            case _:
                self._take_the_helm(wish)

    def _take_the_helm(self, wish: Wish) -> None:
        """Set out, go on, or go back to a watch; what cannot be had now changes nothing."""
        match wish:
            case Wish("cast_off", Shelf() as shelf):
                self._helm = self._dock.set_out(shelf)
            case Wish("resume"):
                self._helm = self._dock.unfinished()
            case Wish("sail_again", int(number)) if self._helm:
                self._helm = self._dock.set_out_again(self._helm, number)
            case _:
                return
        self._review = None
        self.show(self._deck())

    def _give(self, helm: Helm, order: str) -> None:
        """The order is on disk before the screen changes."""
        watch = helm.watch
        result = helm.give(order)
        if isinstance(result, Refused):
            self.tell(TroubleScreen(result.reason, "", _("Choose another order.")))
            return
        gauges = helm.end.gauges if helm.is_over else helm.watch.gauges
        self._review = Review(self._study, helm.path, helm.shelf) if helm.is_over else None
        self.show(ResultScreen(result, number_of(watch), gauges))

    def _deck(self) -> Screen:
        helm = self._helm
        if helm is None:
            return TitleScreen(self._dock.unfinished())
        if helm.is_over:
            self._review = self._review or Review(self._study, helm.path, helm.shelf)
            return EndingScreen(helm.end)
        word, helm.word = helm.word, ""
        return WatchScreen(helm.watch, word)
