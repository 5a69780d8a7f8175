"""The preview: what a designer sees while a scenario is written."""

from __future__ import annotations

import re
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from game.scenario.loading.files import bundled_folder
from game.ui.window.author_preview.controller import PreviewController
from game.ui.window.author_preview.screens import (
    FindingsScreen,
    GaugesScreen,
    JumpScreen,
    WatchPreviewScreen,
)
from game.ui.window.requests import GiveOrder, GoToWatch, Overlay, Place, SetGauge
from game.ui.window.settings import Settings, UserData
from game.ui.window.solo.ending import EndingScreen
from game.ui.window.solo.result import ResultScreen
from game.ui.window.worker import Worker
from tests.pictures import WhenAsked

TEXT = (bundled_folder("scenarios") / "maiden-passage.yaml").read_bytes()


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
def user_data(tmp_path: Path) -> UserData:
    """Nothing is kept."""
    return UserData(
        Settings(), lambda _: None, bundled_folder("assets"), lambda: tmp_path / "p.png", dict
    )


def a_preview(user_data: UserData, data: bytes = TEXT) -> tuple[PreviewController, Slip]:
    """A preview of this file, and the file."""
    slip = Slip(data)
    return PreviewController("mine.yaml", slip, user_data, Worker(WhenAsked())), slip


def words(preview: PreviewController) -> str:
    """What stands above the watch."""
    assert isinstance(preview.screen, WatchPreviewScreen)
    return preview.screen.word


def test_a_watch_is_shown_with_what_may_become_of_it(user_data: UserData) -> None:
    """The findings first, then every voyage that goes on from here."""
    preview, _ = a_preview(user_data)
    preview.poll()

    assert words(preview).endswith("Guard-rails hold.")
    assert words(preview).startswith("mine.yaml: fine. From here, of all ")
    assert "% arrived" in words(preview)


def test_what_the_study_says_later_is_written_then(user_data: UserData) -> None:
    """Until then it says that it counts; what breaks over a scenario says nothing."""
    later = Later()
    preview = PreviewController("mine.yaml", Slip(TEXT), user_data, Worker(later))
    assert words(preview) == "mine.yaml: fine. Counting the voyages from here."
    before = preview.screen.revision
    answers, odds, helps = later.asked
    odds.set_result("From here she arrives.")
    answers.set_exception(RuntimeError())
    helps.set_result("")

    preview.poll()

    assert words(preview) == "mine.yaml: fine. From here she arrives."
    assert preview.screen.revision != before


def test_a_lesson_that_is_wrong_is_told_beside_the_watch(user_data: UserData) -> None:
    """A scenario that leadership alone would win."""
    preview, _ = a_preview(user_data, TEXT.replace(b"distance: 53", b"distance: 30"))
    preview.poll()

    assert "A guard-rail is broken: " in words(preview)


def test_an_error_stands_on_the_screen_until_it_is_mended(user_data: UserData) -> None:
    """With line and caret; the watch comes back where it was."""
    preview, slip = a_preview(user_data)
    preview.handle(GoToWatch("wet_socks"))
    slip.data = TEXT.replace(b"kind: course", b"kynd: course", 1)
    preview.poll()
    wrong = preview.screen
    assert isinstance(wrong, FindingsScreen)
    assert "did you mean 'kind'?" in wrong.errors
    assert "^^^^" in wrong.errors

    slip.data = TEXT
    preview.poll()

    assert isinstance(preview.screen, WatchPreviewScreen)
    assert preview.screen.view.situation.startswith("Blue sky, and wet socks")


@pytest.mark.parametrize("data", [TEXT, b"kind: no scenario"], ids=["a watch", "an error"])
def test_a_file_that_cannot_be_opened_is_waited_for(user_data: UserData, data: bytes) -> None:
    """What was read stays, under a word; it goes once the file can be read."""
    preview, slip = a_preview(user_data, data)
    slip.data = "mine.yaml cannot be opened"
    preview.poll()
    assert preview.screen.revision == "mine.yaml cannot be opened"
    preview.poll()
    assert preview.screen.revision == "mine.yaml cannot be opened"
    slip.data = TEXT
    preview.poll()

    assert words(preview).startswith("mine.yaml: fine.")


def test_saving_keeps_watch_and_gauges(user_data: UserData) -> None:
    """The words are new, the ship is not."""
    preview, slip = a_preview(user_data)
    preview.handle(GoToWatch("wet_socks"))
    preview.handle(SetGauge("crew", 20.0))
    slip.data = TEXT.replace(b"Blue sky, and wet socks", b"Grey sky, and dry socks")
    preview.poll()

    assert isinstance(preview.screen, WatchPreviewScreen)
    assert preview.screen.view.situation.startswith("Grey sky")
    assert {gauge.id: gauge.figure for gauge in preview.screen.gauges}["crew"] == "20"


def test_gauges_that_nobody_moved_follow_the_file(user_data: UserData) -> None:
    """A new start is seen at once, and is what the odds are counted from."""
    preview, slip = a_preview(user_data)
    preview.handle(SetGauge("crew", 20.0))
    slip.data = re.sub(rb"stability: \d+, crew: \d+", b"stability: 33, crew: 44", TEXT, count=1)
    preview.poll()

    assert isinstance(preview.screen, WatchPreviewScreen)
    seen = {gauge.id: gauge.figure for gauge in preview.screen.gauges}
    assert (seen["stability"], seen["crew"]) == ("33", "20")


def test_a_watch_that_is_gone_gives_way_to_the_first(user_data: UserData) -> None:
    """Its writer has renamed it."""
    preview, slip = a_preview(user_data)
    preview.handle(GoToWatch("wet_socks"))
    slip.data = TEXT.replace(b"wet_socks", b"dry_socks")
    preview.poll()

    assert isinstance(preview.screen, WatchPreviewScreen)
    assert preview.screen.view.situation.startswith("The harbour wall slides past")


def test_gauges_go_round_and_watches_can_be_gone_to(user_data: UserData) -> None:
    """By the menus, as a hand would."""
    preview, _ = a_preview(user_data)
    preview.handle(Overlay.GAUGES)
    assert isinstance(preview.screen, GaugesScreen)
    request = preview.screen.chosen("sail")
    assert request == SetGauge("sail", 0.0)
    preview.handle(request)
    assert isinstance(preview.screen, GaugesScreen)
    preview.handle(Place.VOYAGE)
    preview.handle(Overlay.WATCHES)
    assert isinstance(preview.screen, JumpScreen)
    assert preview.screen.chosen("wet_socks") == GoToWatch("wet_socks")


def test_the_voyage_can_be_sailed_on_to_its_end_and_begun_again(user_data: UserData) -> None:
    """Orders are given as in play, and no logbook is written."""
    preview, _ = a_preview(user_data)
    while not isinstance(preview.screen, EndingScreen):
        order = next(choice.id for choice in preview.screen.choices() if not choice.locked)
        preview.handle(GiveOrder(order))
        assert isinstance(preview.screen, ResultScreen)
        preview.handle(Place.VOYAGE)
    preview.handle(Place.TITLE)

    assert isinstance(preview.screen, WatchPreviewScreen)
    assert preview.screen.view.situation.startswith("The harbour wall slides past")
