"""The terminal game: which screen follows which. It holds a helm and hands it orders."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.theme import Theme

from game.debrief.debrief import Debrief
from game.debrief.next_voyage import next_voyage
from game.debrief.other_weather import OtherWeather
from game.findings import VoyageInUse
from game.i18n import _
from game.scenario.loading.shelf import Shelf
from game.ui.services import Services, Start
from game.ui.terminal.textual.screens.again import AgainScreen
from game.ui.terminal.textual.screens.briefing import BriefingScreen
from game.ui.terminal.textual.screens.debrief import DebriefScreen
from game.ui.terminal.textual.screens.ending import EndingScreen
from game.ui.terminal.textual.screens.if_then import IfThenOverlay
from game.ui.terminal.textual.screens.overlays import (
    LeaveOverlay,
    Overlay,
    disk_trouble,
    help_overlay,
    numbers_overlay,
    other_weather_overlay,
    trouble_overlay,
)
from game.ui.terminal.textual.screens.progress import ProgressScreen
from game.ui.terminal.textual.screens.result import ResultScreen
from game.ui.terminal.textual.screens.scenario_list import ScenarioListScreen
from game.ui.terminal.textual.screens.title import TitleScreen
from game.ui.terminal.textual.screens.watch import WatchScreen
from game.ui.terminal.textual.widgets import SMALLEST, Orders
from game.voyage.helm import Helm
from game.voyage.voyage import Refused

NIGHT = Theme(
    name="night",
    primary="#56B4E9",
    secondary="#E69F00",
    foreground="#F7F7F2",
    background="#0B1F33",
    surface="#0B1F33",
    panel="#143150",
    accent="#56B4E9",
    variables={
        "course": "#56B4E9",
        "sails": "#E69F00",
        "dim": "#A9B8C6",
        "worse": "#F2A7C3",
    },
)
DAY = Theme(
    name="day",
    primary="#0072B2",
    secondary="#B24E00",
    foreground="#0B1F33",
    background="#F7F7F2",
    surface="#F7F7F2",
    panel="#E3E8EC",
    accent="#0072B2",
    dark=False,
    variables={
        "course": "#005A8C",
        "sails": "#8F3F00",
        "dim": "#3F5163",
        "worse": "#8A1F4D",
    },
)


def run(services: Services, start: Start = None) -> None:
    """Play until the captain has had enough; with a helm, start on its deck."""
    app = EvenKeel(services, start)
    app.run()
    if app.broke:
        raise app.broke


class EvenKeel(App[None]):
    """One screen at a time, and at most one note over it."""

    CSS_PATH = "even_keel.tcss"
    TITLE = "Even Keel"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("m", "still", show=False)]

    def __init__(self, services: Services, start: Start = None) -> None:
        super().__init__()
        self.register_theme(NIGHT)
        self.register_theme(DAY)
        self.theme = NIGHT.name
        self._services, self._in_use = services, start if isinstance(start, VoyageInUse) else None
        self._helm = None if isinstance(start, VoyageInUse) else start
        self._debrief: Debrief | None = None
        self.broke: BaseException | None = None

    async def on_mount(self) -> None:
        """The deck of a voyage that was handed in, or the title."""
        first = self._deck(self._helm, self._helm.word) if self._helm else self._title()
        await self.push_screen(first)
        if self._in_use:
            await self._offer_another(self._in_use)

    def _fatal_error(self) -> None:
        """Keep what broke for `run` to raise; Textual itself would show its traceback."""
        self.broke = sys.exception()
        self._close_messages_no_wait()

    def on_resize(self, event: events.Resize) -> None:
        """In a window that is too small, only that is said."""
        size = event.size
        self.set_class(size.width < SMALLEST.width or size.height < SMALLEST.height, "-small")

    async def on_event(self, event: events.Event) -> None:
        """Keys as usual, but none that could press what is hidden; Ctrl and a letter end it."""
        is_key = isinstance(event, events.Key) and not event.key.startswith("ctrl+")
        if not (is_key and self.has_class("-small")):
            await super().on_event(event)

    def action_help(self) -> None:
        self._lay(help_overlay())

    def action_help_quit(self) -> None:
        """Ctrl-C ends this game as it ends the others; Textual itself would only say how to."""
        self.broke = KeyboardInterrupt()
        self.exit()

    def action_light(self) -> None:
        self.theme = DAY.name if self.theme == NIGHT.name else NIGHT.name

    def action_still(self) -> None:
        self.animation_level = "full" if self.animation_level == "none" else "none"

    async def action_choose(self) -> None:
        await self.switch_screen(ScenarioListScreen(self._services.shelf()))

    async def action_title(self) -> None:
        await self.switch_screen(self._title())

    @on(ScenarioListScreen.Chosen)
    async def brief(self, chosen: ScenarioListScreen.Chosen) -> None:
        await self.switch_screen(BriefingScreen(chosen.loaded))

    @on(BriefingScreen.CastOff)
    async def cast_off(self, cast_off: BriefingScreen.CastOff) -> None:
        await self._take_the_helm(lambda: self._services.set_out(cast_off.loaded))

    async def action_resume(self) -> None:
        if helm := self._helm:
            await self._take_the_helm(lambda: self._services.resume(helm))

    @on(Orders.Given)
    async def give(self, chosen: Orders.Given) -> None:
        """Give an order; if it cannot be written down, it has not been given."""
        if self._helm is None or not isinstance(self.screen, WatchScreen):
            return
        try:
            result = self._helm.give(chosen.order)
        except OSError as wrong:
            self._lay(disk_trouble(_("Your order could not be written into the logbook."), wrong))
            return
        except VoyageInUse as wrong:
            await self._offer_another(wrong)
            return
        if isinstance(result, Refused):
            self._lay(Overlay(_("Not now"), result.reason))
            return
        await self.switch_screen(ResultScreen(result, self._helm.loaded.scenario.title))

    async def action_onward(self) -> None:
        if self._helm:
            await self.switch_screen(self._deck(self._helm))

    def action_debrief(self) -> None:
        helm = self._helm
        if helm and not isinstance(self.screen, ModalScreen):
            look = ProgressScreen(
                _("Sailing every voyage"), lambda tell: self._services.look_back(helm, tell)
            )
            self.push_screen(look, self._looked_back)

    async def action_debrief_again(self) -> None:
        """Show it once more, without counting again."""
        await self._looked_back(self._debrief)

    async def action_again(self) -> None:
        if self._debrief:
            offered = next_voyage(self._debrief, self._services.shelf().entries)
            await self.switch_screen(AgainScreen(self._debrief, offered))

    @on(AgainScreen.Next)
    async def brief_next(self, chosen: AgainScreen.Next) -> None:
        await self.switch_screen(BriefingScreen(chosen.entry.open()))

    @on(AgainScreen.Chosen)
    async def sail_again(self, chosen: AgainScreen.Chosen) -> None:
        if helm := self._helm:
            await self._take_the_helm(lambda: self._services.set_out_again(helm, chosen.number))

    def action_other_weather(self) -> None:
        helm = self._helm
        if helm and not isinstance(self.screen, ModalScreen):
            work = ProgressScreen(
                _("Sailing other seas"), lambda tell: self._services.other_weather(helm, tell)
            )
            self.push_screen(work, self._sailed_elsewhere)

    def action_if_then(self) -> None:
        if self._helm and not isinstance(self.screen, ModalScreen):
            self.push_screen(IfThenOverlay(self._helm.note), self._keep_note)

    async def _keep_note(self, note: str | None) -> None:
        """Keep the captain's own line with the voyage, and show it."""
        if not note or not self._helm or not self._debrief:
            return
        try:
            self._helm.keep_note(note)
        except OSError as wrong:
            self._lay(disk_trouble(_("Your line could not be written into the logbook."), wrong))
            return
        await self._looked_back(replace(self._debrief, note=self._helm.note))

    def action_numbers(self) -> None:
        past = self._helm.past if self._helm else ()
        none = Overlay(_("Last watch"), _("No watch has been sailed yet."))
        self._lay(numbers_overlay(past[-1][1]) if past else none)

    def action_leave(self) -> None:
        self._lay(LeaveOverlay(over=self._helm is None or self._helm.is_over))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Continue only what there is."""
        return action != "resume" or self._helm is not None

    def _title(self) -> TitleScreen:
        """The title, with the voyage that can be continued: this one, or the newest on disk."""
        if self._helm is None or self._helm.is_over:
            self._helm = self._services.unfinished()
        return TitleScreen(self._helm)

    def _deck(self, helm: Helm, word: str = "") -> Screen[None]:
        title = helm.loaded.scenario.title
        if helm.is_over:
            return EndingScreen(helm.end, title)
        return WatchScreen(helm.watch, title, word)

    async def _take_the_helm(self, take: Callable[[], Helm]) -> None:
        """On deck of a voyage, new or old; or why not."""
        try:
            self._helm = take()
        except OSError as wrong:
            what = _("No logbook could be opened, so you are still in harbour.")
            self._lay(disk_trouble(what, wrong))
        except VoyageInUse as wrong:
            await self._offer_another(wrong)
        else:
            await self.switch_screen(self._deck(self._helm, self._helm.word))

    async def _offer_another(self, wrong: VoyageInUse) -> None:
        """Another game sails this voyage: say so over the list of scenarios."""
        self._helm = None
        await self.switch_screen(ScenarioListScreen(Shelf(self._services.shelf().entries)))
        self._lay(trouble_overlay(wrong.what, f"{wrong.path}", wrong.hint))

    async def _looked_back(self, debrief: Debrief | None) -> None:
        self._debrief = debrief
        if debrief:
            await self.switch_screen(DebriefScreen(debrief))

    def _sailed_elsewhere(self, other: OtherWeather | None) -> None:
        if other:
            self._lay(other_weather_overlay(other))

    def _lay(self, note: Overlay) -> None:
        """Lay a note over the screen; one at a time."""
        if isinstance(self.screen, ModalScreen):
            return
        self.push_screen(note, self._put_away if isinstance(note, LeaveOverlay) else None)

    async def _put_away(self, leaves: bool | None) -> None:
        if leaves:
            await self.switch_screen(self._title())
