"""What a facilitator means by a key, or by a clicker's four buttons."""

from __future__ import annotations

import pygame
from pygame.event import Event

from game.ui.window.input import Action, Input, Key, Number, Press

KEYS: dict[int, Input] = {
    pygame.K_SPACE: Action.NEXT,
    pygame.K_RIGHT: Action.NEXT,
    pygame.K_PAGEDOWN: Action.NEXT,
    pygame.K_RETURN: Action.CONFIRM,
    pygame.K_KP_ENTER: Action.CONFIRM,
    pygame.K_LEFT: Action.BACK,
    pygame.K_PAGEUP: Action.BACK,
    pygame.K_UP: Action.UP,
    pygame.K_DOWN: Action.DOWN,
    pygame.K_BACKSPACE: Action.TAKE_BACK,
    pygame.K_ESCAPE: Action.LEAVE,
    pygame.K_F5: Action.LEAVE,
    pygame.K_F1: Action.HELP,
    pygame.K_F11: Action.FULL_SCREEN,
    pygame.K_F12: Action.PICTURE,
    pygame.K_t: Action.LIGHT,
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
SIGNS: dict[str, Input] = {"?": Action.HELP, "+": Key("time"), "=": Key("time")}
"""Found by what they write, because every keyboard has them elsewhere."""


def projector_input_of(event: Event) -> Input | None:
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
