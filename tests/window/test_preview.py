"""The preview: what a designer sees while a scenario is written."""

from __future__ import annotations

import re
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from game.faces.window.locker import Locker
from game.faces.window.preview import Preview
from game.faces.window.screens.bench import FindingsScreen, GaugesScreen, JumpScreen, WrittenScreen
from game.faces.window.screens.deck import ResultScreen
from game.faces.window.screens.ending import EndingScreen
from game.faces.window.screens.screen import Wish
from game.faces.window.settings import Settings
from game.faces.window.study import Study
from game.scenario.files import shipped
from tests.pictures import WhenAsked

TEXT = (shipped("scenarios") / "maiden-passage.yaml").read_bytes()


class Slip:
    """A file that a test saves."""

    def __init__(self, data: bytes) -> None:
        self.data: bytes | str | None = data

    def __call__(self) -> bytes | str | None:
        """What was saved, once."""
        data, self.data = self.data, None
        return data


class Later(Executor):
    """Somebody who answers when a test says so."""

    def __init__(self) -> None:
        self.asked: list[Future[Any]] = []

    def submit(self, work: Any, /, *given: Any, **named: Any) -> Future[Any]:
        """Noted."""
        self.asked.append(Future())
        return self.asked[-1]


@pytest.fixture
def locker(tmp_path: Path) -> Locker:
    """Nothing is kept."""
    return Locker(Settings(), lambda _: None, shipped("assets"), lambda: tmp_path / "p.png", dict)


def a_preview(locker: Locker, data: bytes = TEXT) -> tuple[Preview, Slip]:
    """A preview of this file, and the file."""
    slip = Slip(data)
    return Preview("mine.yaml", slip, locker, Study(WhenAsked())), slip


def words(preview: Preview) -> str:
    """What stands above the watch."""
    assert isinstance(preview.screen, WrittenScreen)
    return preview.screen.word


def test_a_watch_is_shown_with_what_may_become_of_it(locker: Locker) -> None:
    """The findings first, then every voyage that goes on from here."""
    preview, _ = a_preview(locker)
    preview.look_out()

    assert words(preview).endswith("Guard-rails hold.")
    assert words(preview).startswith("mine.yaml: fine. From here, of all ")
    assert "% arrived" in words(preview)


def test_what_the_study_says_later_is_written_then(locker: Locker) -> None:
    """Until then it says that it counts; what breaks over a scenario says nothing."""
    later = Later()
    preview = Preview("mine.yaml", Slip(TEXT), locker, Study(later))
    assert words(preview) == "mine.yaml: fine. Counting the voyages from here."
    before = preview.screen.revision
    rails, odds = later.asked
    odds.set_result("From here she arrives.")
    rails.set_exception(RuntimeError())

    preview.look_out()

    assert words(preview) == "mine.yaml: fine. From here she arrives."
    assert preview.screen.revision != before


def test_a_lesson_that_is_wrong_is_told_beside_the_watch(locker: Locker) -> None:
    """A scenario that leadership alone would win."""
    preview, _ = a_preview(locker, TEXT.replace(b"distance: 52", b"distance: 30"))
    preview.look_out()

    assert "A guard-rail is broken: " in words(preview)


def test_an_error_stands_on_the_screen_until_it_is_mended(locker: Locker) -> None:
    """With line and caret; the watch comes back where it was."""
    preview, slip = a_preview(locker)
    preview.grant(Wish("at", "wet_socks"))
    slip.data = TEXT.replace(b"kind: course", b"kynd: course", 1)
    preview.look_out()
    wrong = preview.screen
    assert isinstance(wrong, FindingsScreen)
    assert "did you mean 'kind'?" in wrong.told
    assert "^^^^" in wrong.told

    slip.data = TEXT
    preview.look_out()

    assert isinstance(preview.screen, WrittenScreen)
    assert preview.screen.situation.startswith("Blue sky, and wet socks")


@pytest.mark.parametrize("data", [TEXT, b"kind: no scenario"], ids=["a watch", "an error"])
def test_a_file_that_cannot_be_opened_is_waited_for(locker: Locker, data: bytes) -> None:
    """What was read stays, under a word; it goes once the file can be read."""
    preview, slip = a_preview(locker, data)
    slip.data = "mine.yaml cannot be opened"
    preview.look_out()
    assert preview.screen.revision == "mine.yaml cannot be opened"
    preview.look_out()
    assert preview.screen.revision == "mine.yaml cannot be opened"
    slip.data = TEXT
    preview.look_out()

    assert words(preview).startswith("mine.yaml: fine.")


def test_saving_keeps_watch_and_gauges(locker: Locker) -> None:
    """The words are new, the ship is not."""
    preview, slip = a_preview(locker)
    preview.grant(Wish("at", "wet_socks"))
    preview.grant(Wish("put", ("crew", 20.0)))
    slip.data = TEXT.replace(b"Blue sky, and wet socks", b"Grey sky, and dry socks")
    preview.look_out()

    assert isinstance(preview.screen, WrittenScreen)
    assert preview.screen.situation.startswith("Grey sky")
    assert {gauge.id: gauge.short for gauge in preview.screen.gauges}["crew"] == "20"


def test_gauges_that_nobody_moved_follow_the_file(locker: Locker) -> None:
    """A new start is seen at once, and is what the odds are counted from."""
    preview, slip = a_preview(locker)
    preview.grant(Wish("put", ("crew", 20.0)))
    slip.data = re.sub(rb"stability: \d+, crew: \d+", b"stability: 33, crew: 44", TEXT, count=1)
    preview.look_out()

    assert isinstance(preview.screen, WrittenScreen)
    seen = {gauge.id: gauge.short for gauge in preview.screen.gauges}
    assert (seen["stability"], seen["crew"]) == ("33", "20")


def test_a_watch_that_is_gone_gives_way_to_the_first(locker: Locker) -> None:
    """Its writer has renamed it."""
    preview, slip = a_preview(locker)
    preview.grant(Wish("at", "wet_socks"))
    slip.data = TEXT.replace(b"wet_socks", b"dry_socks")
    preview.look_out()

    assert isinstance(preview.screen, WrittenScreen)
    assert preview.screen.situation.startswith("The harbour wall slides past")


def test_gauges_go_round_and_watches_can_be_gone_to(locker: Locker) -> None:
    """By the menus, as a hand would."""
    preview, _ = a_preview(locker)
    preview.grant(Wish("gauges"))
    assert isinstance(preview.screen, GaugesScreen)
    wish = preview.screen.press("sail")
    assert wish == Wish("put", ("sail", 0.0))
    preview.grant(wish)
    assert isinstance(preview.screen, GaugesScreen)
    preview.grant(Wish("deck"))
    preview.grant(Wish("jump"))
    assert isinstance(preview.screen, JumpScreen)
    assert preview.screen.press("wet_socks") == Wish("at", "wet_socks")


def test_the_voyage_can_be_sailed_on_to_its_end_and_begun_again(locker: Locker) -> None:
    """Orders are given as in play, and no logbook is written."""
    preview, _ = a_preview(locker)
    while not isinstance(preview.screen, EndingScreen):
        order = next(choice.id for choice in preview.screen.choices() if not choice.locked)
        preview.grant(Wish("give", order))
        assert isinstance(preview.screen, ResultScreen)
        preview.grant(Wish("deck"))
    preview.grant(Wish("title"))

    assert isinstance(preview.screen, WrittenScreen)
    assert preview.screen.situation.startswith("The harbour wall slides past")
