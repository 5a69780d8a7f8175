"""Hands: what keys, clicks, pads and clickers mean."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from game.ui.window.input import Action, Input, Number, Press, input_of
from game.ui.window.screens.overlays import HelpScreen


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
        pytest.param(key(pygame.K_MINUS, "?"), Action.HELP, id="? on a German keyboard"),
        pytest.param(key(pygame.K_SLASH, "?"), Action.HELP, id="? on an American keyboard"),
        pytest.param(key(pygame.K_EQUALS, "="), Action.BIGGER, id="+ without Shift"),
        pytest.param(key(pygame.K_KP_PLUS, "+"), Action.BIGGER, id="+ on the number pad"),
        pytest.param(key(pygame.K_SLASH, "-"), Action.SMALLER, id="- on a German keyboard"),
        pytest.param(key(pygame.K_RETURN, "\r"), Action.CONFIRM, id="Enter"),
        pytest.param(key(pygame.K_KP_ENTER, "\r"), Action.CONFIRM, id="Enter on the number pad"),
        pytest.param(key(pygame.K_BACKSPACE, "\b"), Action.TAKE_BACK, id="Backspace"),
        pytest.param(key(pygame.K_ESCAPE, "\x1b"), Action.LEAVE, id="Esc"),
        pytest.param(key(pygame.K_SPACE, " "), Action.NEXT, id="Space"),
        pytest.param(key(pygame.K_RIGHT), Action.RIGHT, id="Right"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_DPAD_LEFT), Action.LEFT, id="left on a pad"),
        pytest.param(key(pygame.K_PAGEDOWN), Action.NEXT, id="clicker: next"),
        pytest.param(key(pygame.K_PAGEUP), Action.BACK, id="clicker: back"),
        pytest.param(key(pygame.K_PERIOD, "."), Action.CONFIRM, id="clicker: blank"),
        pytest.param(key(pygame.K_b, "b"), Action.CONFIRM, id="another clicker: blank"),
        pytest.param(key(pygame.K_F5), Action.LEAVE, id="clicker: start"),
        pytest.param(key(pygame.K_q, "q"), None, id="a key that means nothing"),
        pytest.param(key(0), None, id="a key that nobody knows"),
        pytest.param(button(pygame.BUTTON_LEFT), Press(30, 40), id="left click"),
        pytest.param(button(pygame.BUTTON_RIGHT), Action.TAKE_BACK, id="right click"),
        pytest.param(button(pygame.BUTTON_MIDDLE), None, id="middle click"),
        pytest.param(Event(pygame.MOUSEWHEEL, y=1), Action.UP, id="wheel up"),
        pytest.param(Event(pygame.MOUSEWHEEL, y=-3), Action.DOWN, id="wheel down"),
        pytest.param(Event(pygame.MOUSEWHEEL, y=0), None, id="wheel aside"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_A), Action.CONFIRM, id="A"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_B), Action.TAKE_BACK, id="B"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_START), Action.LEAVE, id="Start"),
        pytest.param(pad(pygame.CONTROLLER_BUTTON_GUIDE), None, id="the pad's own button"),
        pytest.param(Event(pygame.KEYUP, key=pygame.K_1, unicode="1"), None, id="a key goes up"),
    ],
)
def test_an_event_means(event: Event, means: Input | None) -> None:
    """By what a key writes where keyboards differ, else by its place."""
    assert input_of(event) == means


def test_help_names_what_hands_there_are() -> None:
    """Mouse, clicker and gamepad beside the keys."""
    told = " ".join(name for name, _ in (*HelpScreen.KEYS, *HelpScreen.DEVICES))

    for name in ("1 2 3 4", "Backspace", "Esc", "F11", "F12", "+, -", "Mouse", "Clicker"):
        assert name in told
