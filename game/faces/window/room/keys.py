"""Keys of the projector: what a facilitator means by a key, or by a clicker's four buttons."""

from __future__ import annotations

import pygame
from pygame.event import Event

from game.faces.window.hands import Hand, Key, Meant, Number, Press

KEYS: dict[int, Meant] = {
    pygame.K_SPACE: Hand.NEXT,
    pygame.K_RIGHT: Hand.NEXT,
    pygame.K_PAGEDOWN: Hand.NEXT,
    pygame.K_RETURN: Hand.CONFIRM,
    pygame.K_KP_ENTER: Hand.CONFIRM,
    pygame.K_LEFT: Hand.BACK,
    pygame.K_PAGEUP: Hand.BACK,
    pygame.K_UP: Hand.UP,
    pygame.K_DOWN: Hand.DOWN,
    pygame.K_BACKSPACE: Hand.TAKE_BACK,
    pygame.K_ESCAPE: Hand.LEAVE,
    pygame.K_F5: Hand.LEAVE,
    pygame.K_F1: Hand.HELP,
    pygame.K_F11: Hand.FULL_SCREEN,
    pygame.K_F12: Hand.PICTURE,
    pygame.K_t: Hand.LIGHT,
    pygame.K_b: Key("blank"),
    pygame.K_PERIOD: Key("blank"),
    pygame.K_p: Key("pause"),
    pygame.K_v: Key("vote"),
    pygame.K_r: Key("reveal"),
    pygame.K_m: Key("minority"),
    pygame.K_u: Key("undo"),
    pygame.K_d: Key("debrief"),
    pygame.K_n: Key("notes"),
    pygame.K_KP_PLUS: Key("time"),
}
SIGNS: dict[str, Meant] = {"?": Hand.HELP, "+": Key("time"), "=": Key("time")}
"""Found by what they write, because every keyboard has them elsewhere."""


def room_meant(event: Event) -> Meant | None:
    """What an event means on the projector, or None if nothing."""
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
        return Press(*event.pos)
    if event.type != pygame.KEYDOWN:
        return None
    sign = getattr(event, "unicode", "")
    if len(sign) == 1 and sign in "0123456789":
        return Number(int(sign))
    if pygame.K_KP_1 <= event.key <= pygame.K_KP_9:
        return Number(event.key - pygame.K_KP_1 + 1)
    if event.key == pygame.K_KP_0:
        return Number(0)
    return SIGNS.get(sign) or KEYS.get(event.key)
