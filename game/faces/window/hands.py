"""Hands: what a captain means by a key, a click, a pad's button or a clicker's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import pygame
from pygame.event import Event


class Hand(Enum):
    """What a hand means, whatever it holds."""

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
    JUMP = auto()
    GAUGES = auto()
    LIGHT = auto()
    MOTION = auto()
    BIGGER = auto()
    SMALLER = auto()
    FULL_SCREEN = auto()
    PICTURE = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number key, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Press:
    """A place on the window was pressed, pixels."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key with a meaning of its own, by that meaning; for screens that have such keys."""

    name: str


Meant = Hand | Number | Press | Key

KEYS = {
    pygame.K_RETURN: Hand.CONFIRM,
    pygame.K_KP_ENTER: Hand.CONFIRM,
    pygame.K_b: Hand.CONFIRM,
    pygame.K_PERIOD: Hand.CONFIRM,
    pygame.K_SPACE: Hand.NEXT,
    pygame.K_RIGHT: Hand.RIGHT,
    pygame.K_PAGEDOWN: Hand.NEXT,
    pygame.K_LEFT: Hand.LEFT,
    pygame.K_PAGEUP: Hand.BACK,
    pygame.K_UP: Hand.UP,
    pygame.K_DOWN: Hand.DOWN,
    pygame.K_BACKSPACE: Hand.TAKE_BACK,
    pygame.K_ESCAPE: Hand.LEAVE,
    pygame.K_F1: Hand.HELP,
    pygame.K_w: Hand.WHY,
    pygame.K_l: Hand.LOG,
    pygame.K_r: Hand.AGAIN,
    pygame.K_j: Hand.JUMP,
    pygame.K_g: Hand.GAUGES,
    pygame.K_t: Hand.LIGHT,
    pygame.K_m: Hand.MOTION,
    pygame.K_F11: Hand.FULL_SCREEN,
    pygame.K_F12: Hand.PICTURE,
}
"""A clicker sends Page Down, Page Up, a full stop or B, and Escape or F5."""
KEYS[pygame.K_F5] = Hand.LEAVE
SIGNS = {"?": Hand.HELP, "+": Hand.BIGGER, "=": Hand.BIGGER, "-": Hand.SMALLER}
"""Found by what they write, because every keyboard has them elsewhere."""
PAD = {
    pygame.CONTROLLER_BUTTON_A: Hand.CONFIRM,
    pygame.CONTROLLER_BUTTON_B: Hand.TAKE_BACK,
    pygame.CONTROLLER_BUTTON_X: Hand.WHY,
    pygame.CONTROLLER_BUTTON_Y: Hand.HELP,
    pygame.CONTROLLER_BUTTON_BACK: Hand.LOG,
    pygame.CONTROLLER_BUTTON_START: Hand.LEAVE,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Hand.BACK,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Hand.NEXT,
    pygame.CONTROLLER_BUTTON_DPAD_UP: Hand.UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Hand.DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Hand.LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Hand.RIGHT,
}


def meant(event: Event) -> Meant | None:
    """What an event means, or None if nothing."""
    match event.type:
        case pygame.KEYDOWN:
            return _key(event)
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
            return Press(*event.pos)
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_RIGHT:
            return Hand.TAKE_BACK
        case pygame.MOUSEWHEEL if event.y:
            return Hand.UP if event.y > 0 else Hand.DOWN
        case pygame.CONTROLLERBUTTONDOWN:
            return PAD.get(event.button)
        case _:
            return None


def _key(event: Event) -> Meant | None:
    sign = getattr(event, "unicode", "")
    if len(sign) == 1 and sign in "123456789":
        return Number(int(sign))
    if pygame.K_KP_1 <= event.key <= pygame.K_KP_9:
        return Number(event.key - pygame.K_KP_1 + 1)
    return SIGNS.get(sign) or KEYS.get(event.key)
