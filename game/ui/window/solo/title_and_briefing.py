"""Before the voyage: the title, the list of scenarios, the briefing."""

from __future__ import annotations

from collections.abc import Mapping

from game.i18n import N_, _
from game.scenario.loading.shelf import Shelf, ShelfEntry
from game.scenario.model.loaded import LoadedScenario
from game.ship.attention_cost import Kind
from game.ui.vocabulary import KINDS, SPEAKS_FOR, TEACHES, own_note, prose, sentence
from game.ui.window.input import Action
from game.ui.window.requests import Brief, CastOff, Overlay, Place, Quit, Resume
from game.ui.window.screens.menu import PICK, MenuScreen
from game.ui.window.screens.screen import Screen
from game.ui.window.widgets.choices import Choice, menu_rows
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.expression import Expression, portrait_picture
from game.voyage.helm import Helm


class TitleScreen(MenuScreen):
    foot = (Button(Quit(), "Esc", N_("Quit")), PICK)
    is_still = False
    share = 0.5
    ship_at = 0.46

    def __init__(self, helm: Helm | None) -> None:
        self._helm = helm
        super().__init__()

    def head(self, writer: Writer) -> list[Row]:
        said = _("A game of leading and managing: set the course, trim the sails.")
        heard = _("S reads a page aloud. For screen readers: Settings, Opens as.")
        rows = [*writer.text("Even Keel", Style.NAME, keep=True)[:-1], *writer.text(said)]
        return rows + writer.text(heard, Style.SMALL, writer.canvas.theme.dim)

    def choices(self) -> list[Choice]:
        lines = [
            Choice("shelf", _("Set out on a voyage"), Place.SHELF),
            Choice("settings", _("Settings"), Overlay.SETTINGS),
            Choice("help", _("How it works"), Overlay.HELP),
        ]
        if self._helm is None:
            return lines
        watch = self._helm.watch
        title = self._helm.loaded.scenario.title
        held = {"title": title, "number": watch.number, "of": watch.of}
        note = _("{title}, watch {number} of {of}", **held)
        return [Choice("resume", _("Continue"), Resume(self._helm), note=note), *lines]


class ShelfScreen(MenuScreen):
    foot = (Button(Place.TITLE, "Esc", N_("Title")), PICK)
    next = Place.TITLE
    is_still = False

    def __init__(self, shelf: Shelf, best: Mapping[str, str]) -> None:
        """best: the best landfall by scenario."""
        self._shelf, self._best = shelf, best
        super().__init__()

    def head(self, writer: Writer) -> list[Row]:
        return writer.heading(_("Choose a voyage"))

    def rows(self, writer: Writer) -> list[Row]:
        ink = writer.canvas.theme.dim
        broken = [row for each in self._shelf.broken for row in writer.text(each, Style.SMALL, ink)]
        shipped, own = (
            [self._choice(entry) for entry in self._shelf.entries if bool(entry.file) is mine]
            for mine in (False, True)
        )
        rows = self.head(writer) + menu_rows(writer, shipped)
        if own or self._shelf.broken:
            rows += writer.text(_("Yours"), Style.STRONG, keep=True)
        return rows + menu_rows(writer, own) + broken

    def choices(self) -> list[Choice]:
        return [self._choice(entry) for entry in self._shelf.entries]

    def _choice(self, entry: ShelfEntry) -> Choice:
        best, whose = self._best.get(entry.id), own_note(entry)
        note = _(
            "{minutes} minutes, about {about}.",
            minutes=entry.minutes_solo,
            about=_(TEACHES[entry.teaches]),
        )
        if whose:
            note += "\n" + whose
        if best:
            note += "\n" + _("Best: {best}.", best=best)
        return Choice(entry.id, entry.title, Brief(entry), note=note)


class BriefingScreen(Screen):
    foot = (
        Button(Place.SHELF, "Esc", N_("Other voyages")),
        Button(Action.CONFIRM, "Enter", N_("Cast off")),
    )

    def __init__(self, loaded: LoadedScenario) -> None:
        super().__init__()
        self._loaded, self.next = loaded, CastOff(loaded)

    def rows(self, writer: Writer) -> list[Row]:
        scenario = self._loaded.scenario
        rows = writer.text(scenario.title, Style.HEADLINE, keep=True)
        rows += writer.text(prose(scenario.summary))
        rows += writer.text(
            _("You are the captain. Each watch you give one order; the sea answers.")
        )
        for voice in scenario.voices.values():
            said = _(SPEAKS_FOR[voice.speaks_for])
            face = portrait_picture(voice.portrait, Expression.CALM)
            rows += writer.speech(voice.name, voice.speaks_for, said, face)
        rows.append(writer.page())
        rows += writer.text(_("Two ways to spend a watch"), Style.HEADLINE, keep=True)
        for kind in (Kind.COURSE, Kind.SAILS):
            rows += writer.speech(kind.word.capitalize(), kind, sentence(_(KINDS[kind])))
        return rows + writer.text(_("Only one at a time. Reach port before the watches run out."))
