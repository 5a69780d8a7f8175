"""Hands: what keys, clicks, pads and clickers mean."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from game.faces.window.hands import Hand, Meant, Number, Press, meant
from game.faces.window.screens.papers import HelpScreen


def key(code: int, written: str = "") -> Event:
    """A key goes down."""
    return Event(pygame.KEYDOWN, key=code, mod=0, unicode=written, scancode=0)


def button(number: int) -> Event:
    """A mouse button goes down."""
    return Event(pygame.MOUSEBUTTONDOWN, button=number, pos=(30, 40))


def pad(number: int) -> Event:
    """A gamepad's button goes down."""
    return Event(pygame.CONTROLLERBUTTONDOWN, button=number, instance_id=0)


@pytest.mark.parametrize(
    ("event", "means"),
    [
        pytest.param(key(pygame.K_1, "1"), Number(1), id="1"),
        pytest.param(key(pygame.K_KP_9), Number(9), id="9 on the number pad"),
        pytest.param(key(pygame.K_AMPERSAND, "1"), Number(1), id="1 on a French keyboard"),
        pytest.param(key(pygame.K_0, "0"), None, id="0 is no order"),
        pytest.param(key(pygame.K_MINUS, "?"), Hand.HELP, id="? on a German keyboard"),
        pytest.param(key(pygame.K_SLASH, "?"), Hand.HELP, id="? on an American keyboard"),
        pytest.param(key(pygame.K_EQUALS, "="), Hand.BIGGER, id="+ without Shift"),
        pytest.param(key(pygame.K_KP_PLUS, "+"), Hand.BIGGER, id="+ on the number pad"),
        pytest.param(key(pygame.K_SLASH, "-"), Hand.SMALLER, id="- on a German keyboard"),
        pytest.param(key(pygame.K_RETURN, "\r"), Hand.CONFIRM, id="Enter"),
        pytest.param(key(pygame.K_KP_ENTER, "\r"), Hand.CONFIRM, id="Enter on the number pad"),
        pytest.param(key(pygame.K_BACKSPACE, "\b"), Hand.TAKE_BACK, id="Backspace"),
        pytest.param(key(pygame.K_ESCAPE, "\x1b"), Hand.LEAVE, id="Esc"),
        pytest.param(key(pygame.K_SPACE, " "), Hand.NEXT, id="Space"),
        pytest.param(key(pygame.K_RIGHT), Hand.RIGHT, id="Right"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_DPAD_LEFT), Hand.LEFT, id="left on a pad"),
        pytest.param(key(pygame.K_PAGEDOWN), Hand.NEXT, id="clicker: next"),
        pytest.param(key(pygame.K_PAGEUP), Hand.BACK, id="clicker: back"),
        pytest.param(key(pygame.K_PERIOD, "."), Hand.CONFIRM, id="clicker: blank"),
        pytest.param(key(pygame.K_b, "b"), Hand.CONFIRM, id="another clicker: blank"),
        pytest.param(key(pygame.K_F5), Hand.LEAVE, id="clicker: start"),
        pytest.param(key(pygame.K_q, "q"), None, id="a key that means nothing"),
        pytest.param(key(0), None, id="a key that nobody knows"),
        pytest.param(button(pygame.BUTTON_LEFT), Press(30, 40), id="left click"),
        pytest.param(button(pygame.BUTTON_RIGHT), Hand.TAKE_BACK, id="right click"),
        pytest.param(button(pygame.BUTTON_MIDDLE), None, id="middle click"),
        pytest.param(Event(pygame.MOUSEWHEEL, y=1), Hand.UP, id="wheel up"),
        pytest.param(Event(pygame.MOUSEWHEEL, y=-3), Hand.DOWN, id="wheel down"),
        pytest.param(Event(pygame.MOUSEWHEEL, y=0), None, id="wheel aside"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_A), Hand.CONFIRM, id="A"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_B), Hand.TAKE_BACK, id="B"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_START), Hand.LEAVE, id="Start"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_GUIDE), None, id="the pad's own button"),
        pytest.param(Event(pygame.KEYUP, key=pygame.K_1, unicode="1"), None, id="a key goes up"),
    ],
)
def test_an_event_means(event: Event, means: Meant | None) -> None:
    """By what a key writes where keyboards differ, else by its place."""
    assert meant(event) == means


def test_help_names_what_hands_there_are() -> None:
    """Mouse, clicker and gamepad beside the keys."""
    told = " ".join(name for name, _ in (*HelpScreen.KEYS, *HelpScreen.HANDS))

    for name in ("1 2 3 4", "Backspace", "Esc", "F11", "F12", "+, -", "Mouse", "Clicker"):
        assert name in told
