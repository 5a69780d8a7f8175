"""What keys, clicks and the window's own edges do on every screen alike."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.ui.window.display import Display, NoDisplay
from game.ui.window.input import Action
from game.ui.window.settings import SIZES, Settings
from game.voyage.helm import resume_voyage
from tests.ui.window.conftest import Aboard
from tests.ui.window.driver import SQUARE, TINY, TOUR, Player, Stop, playing

STOPS = [pytest.param(stop, id=name) for name, stop in TOUR.items()]
WATCH, CHOSEN, PAUSE = TOUR["watch"], TOUR["chosen"], TOUR["pause"]


def pixels(player: Player) -> bytes:
    """What is on the window."""
    return pygame.image.tobytes(player.display.surface, "RGB")


def pixels_at(player: Player, time: float) -> bytes:
    """What is on the window when all has come to its end and is drawn anew at this moment."""
    player.settle()
    player.time = time
    player.post(pygame.WINDOWEXPOSED)
    return pixels(player)


@pytest.mark.parametrize(
    ("stop", "key"),
    [
        *(pytest.param(stop, "?", id=name) for name, stop in TOUR.items()),
        *(pytest.param(TOUR[name], "f1", id=f"F1, {name}") for name in ("chosen", "log", "help")),
    ],
)
def test_help_is_one_key_away_and_comes_back(aboard: Aboard, stop: Stop, key: str) -> None:
    """On every screen; what was there stands as it stood."""
    player = aboard(stop)
    before = player.screen, player.screen.mark, player.screen.page
    player.key(key)
    assert player.at == "HelpScreen"
    if stop.screen != "HelpScreen":
        player.key("esc")

    assert (player.screen, player.screen.mark, player.screen.page) == before


@pytest.mark.parametrize("stop", STOPS)
def test_esc_loses_nothing(aboard: Aboard, stop: Stop) -> None:
    """Pressed again and again: every order that was given can be gone on with."""
    player = aboard(stop)
    for _ in range(4):
        player.key("esc")

    helm = resume_voyage(player.folder / "voyage.jsonl")
    assert len(helm.voyage.gave) == stop.orders


@pytest.mark.parametrize("stop", STOPS)
def test_closing_the_window_loses_nothing(aboard: Aboard, stop: Stop) -> None:
    """By its own button, on every screen."""
    player = aboard(stop)
    player.post(pygame.QUIT)

    assert not player.window.navigator.is_open
    assert len(resume_voyage(player.folder / "voyage.jsonl").voyage.gave) == stop.orders


def test_one_press_is_never_an_order(aboard: Aboard) -> None:
    """Another number, another place or Backspace takes a choice back; nothing is on disk."""
    player = aboard(WATCH)
    player.key("1", "2", "1", "backspace", "9")
    assert player.screen.mark == ""
    player.key("2")
    player.click_at((TINY[0] // 2, 2))
    player.click("steer", pygame.BUTTON_RIGHT)
    assert player.screen.mark == ""
    player.click("steer")
    player.click(Action.TAKE_BACK)

    assert player.screen.mark == ""
    assert player.orders_on_disk == 0


def test_turning_away_from_a_choice_takes_it_back(aboard: Aboard) -> None:
    """Enter cannot give an order that nobody sees."""
    player = aboard(CHOSEN)
    player.click(Action.PAGE_BACK)
    player.key("enter")

    assert player.screen.mark == ""
    assert player.orders_on_disk == 0


def test_a_choice_outlives_whatever_is_laid_over_it(aboard: Aboard) -> None:
    """Pause, log, help and new settings give back the screen with its choice."""
    player = aboard(CHOSEN)
    player.key("esc", "esc", "l", "esc", "?", "esc", "t", "m", "+", "f11", "f11")

    assert player.at == "WatchScreen"
    assert player.screen.mark == "reef"
    assert "reef" in player.screen.places()
    player.key("enter")
    assert player.orders_on_disk == 1


@pytest.mark.parametrize("stop", STOPS)
def test_text_grows_and_shrinks_within_its_bounds(aboard: Aboard, stop: Stop) -> None:
    """By + (or = on the same key) and -, on every screen; kept at once."""
    player = aboard(stop)
    grown = []
    for key in ("+", "=", "+", "+", "+"):
        player.key(key)
        grown.append(player.kept.text)
    player.key(*"------")

    assert grown == [*SIZES[1:], SIZES[-1]]
    assert player.kept.text == SIZES[0]
    assert player.at == stop.screen


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        pytest.param("t", {"theme": "light"}, id="theme"),
        pytest.param("m", {"motion": False}, id="motion"),
        pytest.param("f11", {"full_screen": True}, id="full screen"),
    ],
)
def test_a_key_changes_a_setting_and_changes_it_back(
    aboard: Aboard, key: str, changed: dict[str, object]
) -> None:
    """It is kept at once, and the picture comes back with it."""
    player = aboard(PAUSE)
    usual = pixels_at(player, 9)
    player.key(key)
    assert player.kept == replace(Settings(), **changed)  # type: ignore[arg-type]
    player.key(key)

    assert player.kept == Settings()
    assert pixels_at(player, 9) == usual


def test_f12_keeps_a_picture_of_the_window(aboard: Aboard) -> None:
    """As it is seen."""
    player = aboard(PAUSE)
    seen = pixels(player)
    player.key("f12")

    picture = pygame.image.load(player.folder / "pictures" / "0.png")
    assert pygame.image.tobytes(picture, "RGB") == seen


def test_a_picture_that_cannot_be_kept_is_told(aboard: Aboard) -> None:
    """And the game goes on."""
    player = aboard(CHOSEN)
    (player.folder / "pictures").write_text("in the way")
    player.key("f12")
    assert player.at == "TroubleScreen"
    player.key("esc", "enter")

    assert player.orders_on_disk == 1


@pytest.mark.parametrize("size", [SQUARE, (1920, 1080), (700, 420)], ids=str)
@pytest.mark.parametrize("stop", [CHOSEN, PAUSE, TOUR["debrief"]], ids=["chosen", "pause", "end"])
def test_a_resized_window_is_drawn_anew(aboard: Aboard, stop: Stop, size: tuple[int, int]) -> None:
    """All of it, with what was chosen still in sight."""
    player = aboard(stop)
    mark = player.screen.mark
    surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    surface.fill((255, 0, 255))
    player.post(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])

    assert player.screen.mark == mark
    assert not mark or mark in player.screen.places()
    assert all(surface.get_rect().contains(area) for area in player.screen.places().values())
    assert b"\xff\x00\xff" * 3 not in pixels(player)


def test_a_window_is_never_too_small_to_read(aboard: Aboard) -> None:
    """Pulled smaller than that, it grows again."""
    player = aboard(WATCH)
    pygame.display.set_mode((200, 90), pygame.RESIZABLE)
    player.post(pygame.VIDEORESIZE, size=(200, 90), w=200, h=90)

    assert player.display.surface.get_size() == (640, 400)


def test_a_full_screen_that_fails_leaves_the_window(
    aboard: Aboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a word, and with the setting as it was."""
    player = aboard(WATCH)
    really = Display.open

    def only_windows(display: Display, settings: Settings) -> None:
        if settings.full_screen:
            raise NoDisplay("no such mode")
        really(display, settings)

    monkeypatch.setattr(Display, "open", only_windows)
    player.key("f11")

    assert player.at == "TroubleScreen"
    assert not player.kept.full_screen
    player.key("esc")
    assert player.at == "WatchScreen"


def test_any_key_ends_a_change_on_the_window(aboard: Aboard) -> None:
    """Also one that means nothing; the frame after it is the one at the end."""
    player = aboard(WATCH)
    player.key("2", "2")
    player.time += 0.3
    player.turn()
    on_its_way = pixels(player)
    player.key("x")
    skipped = pixels(player)
    player.time -= 1 / 60
    player.turn()

    assert skipped != on_its_way
    assert pixels(player) == skipped


def test_a_frame_that_comes_late_is_the_one_at_the_end(aboard: Aboard) -> None:
    """On a busy machine the next frame may come when everything should have come to its end."""
    player = aboard(WATCH)
    player.key("2", "2")
    player.settle()
    late = pixels(player)

    player.time -= 1 / 60
    player.post(pygame.WINDOWEXPOSED)
    assert pixels(player) == late


def test_a_still_sea_stays_still(aboard: Aboard) -> None:
    """Without motion, a minute changes nothing, and nothing is on its way."""
    player = aboard(WATCH)
    player.key("m", "2", "2")
    first = pixels(player)
    player.time += 60
    player.turn()

    assert pixels(player) == first


def test_nothing_is_drawn_where_nothing_moves(aboard: Aboard) -> None:
    """A paper costs nothing while it is read."""
    player = aboard(PAUSE)
    player.settle()
    player.display.surface.fill((255, 0, 255))
    player.settle()

    assert set(pixels(player)) == {0, 255}


def test_the_pointer_tells_what_can_be_pressed(aboard: Aboard) -> None:
    """And a place where nothing can be pressed does nothing."""
    player = aboard(PAUSE)
    for id, area in player.screen.places().items():
        assert player.screen.is_pressable(area.center), id
    player.click_at((TINY[0] - 3, 3))

    assert not player.screen.is_pressable((TINY[0] - 3, 3))
    assert player.at == "PauseScreen"


def test_the_title_goes_on_where_a_captain_left_off(aboard: Aboard, tmp_path: Path) -> None:
    """In the same window, and in another one tomorrow."""
    player = aboard(TOUR["title"])
    assert player.screen.choices()[0].note == "Built for a test, watch 2 of 2"
    player.key("enter")
    assert player.at == "WatchScreen"
    player.window.close()

    with playing(tmp_path) as tomorrow:
        tomorrow.key("enter", "1", "1")
        assert tomorrow.orders_on_disk == 2
