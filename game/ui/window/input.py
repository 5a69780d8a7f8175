"""What a captain means by a key, a click, a gamepad's button or a clicker's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

import pygame
from pygame._sdl2 import controller
from pygame.event import Event

from game.session.commands import Button


class Action(Enum):
    """What any key, button or click means."""

    NEXT = auto()
    BACK = auto()
    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    CONFIRM = auto()
    TAKE_BACK = auto()
    LEAVE = auto()
    HELP = auto()
    WHY = auto()
    LOG = auto()
    AGAIN = auto()
    WRITE = auto()
    JUMP = auto()
    GAUGES = auto()
    NOTES = auto()
    MORE_TIME = auto()
    PAGE_BACK = auto()
    PAGE_ON = auto()
    LIGHT = auto()
    MOTION = auto()
    BIGGER = auto()
    SMALLER = auto()
    FULL_SCREEN = auto()
    PICTURE = auto()
    READ_ALOUD = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number key, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A letter, where somebody writes."""

    letter: str


@dataclass(frozen=True, slots=True)
class Press:
    """A place on the window was pressed, pixels."""

    x: int
    y: int


Input = Action | Number | Typed | Press | Button
"""Button: of a session."""

KEYS: dict[int, Input] = {
    pygame.K_RETURN: Action.CONFIRM,
    pygame.K_KP_ENTER: Action.CONFIRM,
    pygame.K_b: Action.CONFIRM,
    pygame.K_PERIOD: Action.CONFIRM,
    pygame.K_SPACE: Action.NEXT,
    pygame.K_RIGHT: Action.RIGHT,
    pygame.K_PAGEDOWN: Action.NEXT,
    pygame.K_LEFT: Action.LEFT,
    pygame.K_PAGEUP: Action.BACK,
    pygame.K_UP: Action.UP,
    pygame.K_DOWN: Action.DOWN,
    pygame.K_BACKSPACE: Action.TAKE_BACK,
    pygame.K_ESCAPE: Action.LEAVE,
    pygame.K_F1: Action.HELP,
    pygame.K_w: Action.WHY,
    pygame.K_l: Action.LOG,
    pygame.K_r: Action.AGAIN,
    pygame.K_i: Action.WRITE,
    pygame.K_j: Action.JUMP,
    pygame.K_g: Action.GAUGES,
    pygame.K_s: Action.READ_ALOUD,
    pygame.K_t: Action.LIGHT,
    pygame.K_m: Action.MOTION,
    pygame.K_F11: Action.FULL_SCREEN,
    pygame.K_F12: Action.PICTURE,
}
"""A clicker sends Page Down, Page Up, a full stop or B, and Escape or F5."""
KEYS[pygame.K_F5] = Action.LEAVE
WRITING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_BACKSPACE, pygame.K_ESCAPE)
"""The keys that mean the same where somebody writes."""
SIGNS: dict[str, Input] = {
    "?": Action.HELP,
    "+": Action.BIGGER,
    "=": Action.BIGGER,
    "-": Action.SMALLER,
}
"""Found by what they write, because every keyboard has them elsewhere."""
PAD = {
    pygame.CONTROLLER_BUTTON_A: Action.CONFIRM,
    pygame.CONTROLLER_BUTTON_B: Action.TAKE_BACK,
    pygame.CONTROLLER_BUTTON_X: Action.WHY,
    pygame.CONTROLLER_BUTTON_Y: Action.HELP,
    pygame.CONTROLLER_BUTTON_BACK: Action.LOG,
    pygame.CONTROLLER_BUTTON_START: Action.LEAVE,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Action.BACK,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Action.NEXT,
    pygame.CONTROLLER_BUTTON_DPAD_UP: Action.UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Action.DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Action.LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Action.RIGHT,
}


def input_of(event: Event) -> Input | None:
    match event.type:
        case pygame.KEYDOWN:
            return key_input(event, KEYS, SIGNS, "123456789")
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
            return Press(*event.pos)
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_RIGHT:
            return Action.TAKE_BACK
        case pygame.MOUSEWHEEL if event.y:
            return Action.UP if event.y > 0 else Action.DOWN
        case pygame.CONTROLLERBUTTONDOWN:
            return PAD.get(event.button)
        case _:
            return None


def is_character(event: Event) -> bool:
    """Whether it is a key that writes something, as letters, digits and signs do; no space."""
    written = getattr(event, "unicode", "") if event.type == pygame.KEYDOWN else ""
    return bool(written.strip()) and written.isprintable()


def typed_input(event: Event) -> Input | None:
    """What a key means where somebody writes: itself, unless it ends the line or takes back."""
    if event.type != pygame.KEYDOWN or event.key in WRITING:
        return input_of(event)
    letter = getattr(event, "unicode", "")
    return Typed(letter) if letter and letter.isprintable() else None


def key_input(
    event: Event, keys: Mapping[int, Input], signs: Mapping[str, Input], digits: str
) -> Input | None:
    """What a key means: a digit, else by what it writes, else by itself."""
    sign = getattr(event, "unicode", "")
    if pygame.K_KP_1 <= event.key <= pygame.K_KP_0:
        sign = str((event.key - pygame.K_KP_1 + 1) % 10)
    if len(sign) == 1 and sign in digits:
        return Number(int(sign))
    return signs.get(sign) or keys.get(event.key)


class Gamepads:
    """Keeps every gamepad open, so that its buttons reach the window as events."""

    def __init__(self) -> None:
        controller.init()
        self._open: dict[int, controller.Controller] = {}

    def take(self, event: Event) -> None:
        if event.type == pygame.CONTROLLERDEVICEADDED:
            pad = controller.Controller(event.device_index)
            self._open[pad.as_joystick().get_instance_id()] = pad
        elif event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._open.pop(event.instance_id, None)
