"""What a facilitator means by a key, or by a clicker's four buttons."""

from __future__ import annotations

import pygame
from pygame.event import Event

from game.session.commands import Button
from game.ui.window.input import KEYS as USUAL_KEYS
from game.ui.window.input import Action, Input, Press, key_input

SOLO_ONLY = {Action.WHY, Action.LOG, Action.JUMP, Action.GAUGES, Action.READ_ALOUD}
KEYS: dict[int, Input] = {
    **{key: means for key, means in USUAL_KEYS.items() if means not in SOLO_ONLY},
    pygame.K_RIGHT: Action.NEXT,
    pygame.K_LEFT: Action.BACK,
    pygame.K_b: Button.BLANK,
    pygame.K_PERIOD: Button.BLANK,
    pygame.K_p: Button.PAUSE,
    pygame.K_v: Button.OPEN,
    pygame.K_r: Button.REVEAL,
    pygame.K_m: Button.MINORITY,
    pygame.K_u: Button.UNDO,
    pygame.K_d: Button.DEBRIEF,
    pygame.K_n: Action.NOTES,
    pygame.K_KP_PLUS: Action.MORE_TIME,
}
SIGNS: dict[str, Input] = {"?": Action.HELP, "+": Action.MORE_TIME, "=": Action.MORE_TIME}


def projector_input_of(event: Event) -> Input | None:
    match event.type:
        case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
            return Press(*event.pos)
        case pygame.KEYDOWN:
            return key_input(event, KEYS, SIGNS, "0123456789")
        case _:
            return None
