"""Gamepads: opened when they are plugged in, forgotten when they are pulled out."""

from __future__ import annotations

import pygame
from pygame._sdl2 import controller
from pygame.event import Event


class Gamepads:
    """Keeps every gamepad open, so that its buttons reach the window as events."""

    def __init__(self) -> None:
        controller.init()
        self._open: dict[int, controller.Controller] = {}

    def take(self, event: Event) -> None:
        """Open what was plugged in; close what was pulled out."""
        if event.type == pygame.CONTROLLERDEVICEADDED:
            pad = controller.Controller(event.device_index)
            self._open[pad.as_joystick().get_instance_id()] = pad
        elif event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._open.pop(event.instance_id, None)
