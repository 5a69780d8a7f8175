"""Sound: the sea as it is, the theme, and what answers an order. Silence is no error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import pygame
from pygame import mixer

from game.scenario.model.scene import Sky
from game.ui.window.sound_cues import Cue
from game.voyage.sea import Sea

RATE = 22050
"""Samples a second, as in the files: a loop that is converted on loading may click at its seam."""
BUFFER = 512
"""Samples at a time: how late a bell may be, 23 ms."""
CHANNELS = 32
FADE = 2500
"""How long a change takes, milliseconds."""
STEPS = 8
"""How many levels there are: a small change of the sea is not heard."""
UNDER_THEME = 0.5
"""How much of the sea is left while the theme plays."""
AFTER = {
    Cue.CANVAS_SET: 0.6,
    Cue.CANVAS_IN: 0.6,
    Cue.STRAIN: 1.1,
    Cue.WARNING: 1.3,
    Cue.DAMAGE: 1.6,
    Cue.GUN: 2.6,
}
"""How long after the others a cue is heard, seconds."""
CARDS = Path("/dev/snd")


class Sound:
    """What the sea sounds like; nothing where there is no device, mixer or file.

    The device is opened by the first `frame` that is to be heard, and not while the volume is 0:
    call it when the first frame is on the screen. `pygame.init` would open it at once: do without.
    """

    def __init__(self, folder: Path, volume: float) -> None:
        self._folder, self._share = folder, volume
        self._sounds: dict[str, mixer.Sound] | None = None
        self._wanted: dict[str, float] = {}
        self._levels: dict[str, float] = {}
        self._channels: dict[str, mixer.Channel] = {}
        self._due: list[tuple[float, Cue]] = []
        self._answering: mixer.Channel | None = None

    def answer(self, cues: Iterable[Cue], time: float) -> None:
        """Play these, some a little later; what is still to come of the ones before is left out."""
        self._due = sorted((time + AFTER.get(cue, 0.0), cue) for cue in cues)

    def frame(self, sea: Sea, time: float, *, has_theme: bool = False) -> None:
        """Sound like this sea, little by little; call it at every frame, with its seconds.

        The theme waits until what answers has rung out.
        """
        while self._due and self._due[0][0] <= time:
            _, cue = self._due.pop(0)
            sound = self._opened().get(cue)
            self._answering = sound.play() if sound else None
        is_answering = self._due or (self._answering and self._answering.get_busy())
        self._wanted = sound_levels(sea, has_theme=has_theme and not is_answering)
        self._play()

    def volume(self, share: float) -> None:
        self._share = share
        for sound in (self._sounds or {}).values():
            sound.set_volume(share)
        self._play()

    def close(self) -> None:
        if self._sounds:
            mixer.quit()
        self._sounds, self._due, self._answering = {}, [], None

    def _play(self) -> None:
        """Where a level is to change, the loop fades out as it is and in as it should be."""
        for name, level in self._wanted.items():
            loop = self._opened().get(name)
            if loop and level != self._levels.get(name) and (channel := mixer.find_channel()):
                if name in self._channels:
                    _fade_out(self._channels[name])
                channel.set_volume(level)
                channel.play(loop, -1, fade_ms=FADE)
                self._levels[name], self._channels[name] = level, channel

    def _opened(self) -> dict[str, mixer.Sound]:
        if self._sounds is None and self._share:
            self._sounds = _open(self._folder)
            for sound in self._sounds.values():
                sound.set_volume(self._share)
        return self._sounds or {}


def sound_levels(sea: Sea, *, has_theme: bool = False) -> dict[str, float]:
    """How loud each loop is in a sea, 0 to 1: air by the wind, timber by the load on it."""
    hush = 0.5 if sea.backdrop.sky is Sky.FOG else 1.0
    loud = {
        "wind": hush * (0.6 * sea.wind - 0.1),
        "gale": (sea.wind - 1.1) / 0.6,
        "water": 0.3 + 0.4 * sea.wind,
        "creak": sea.heel - 0.4,
    }
    under = UNDER_THEME if has_theme else 1.0
    levels = {name: round(STEPS * under * max(0.0, min(1.0, loud[name]))) / STEPS for name in loud}
    return {**levels, "theme": float(has_theme)}


def drivers(env: Mapping[str, str], cards: Path) -> list[str]:
    """Those of SDL's drivers that somebody listens to, on Linux; or the one that the user named.

    ALSA writes to the terminal where there is no card, so it must not be asked in vain.
    """
    if named := env.get("SDL_AUDIODRIVER"):
        return [named]
    run = Path(env.get("XDG_RUNTIME_DIR", os.devnull))
    listens = {
        "pulseaudio": "PULSE_SERVER" in env or os.access(run / "pulse" / "native", os.W_OK),
        "pipewire": os.access(run / "pipewire-0", os.W_OK),
        "alsa": any(os.access(card, os.W_OK) for card in cards.glob("pcm*p")),
    }
    return [name for name, is_there in listens.items() if is_there]


def has_device() -> bool:
    """Whether anything could be heard on this machine."""
    is_open = _open_device()
    if is_open:
        mixer.quit()
    return is_open


def _open_device() -> bool:
    if sys.platform == "linux":
        asked = drivers(os.environ, CARDS)
        if not asked:
            return False
        os.environ["SDL_AUDIODRIVER"] = ",".join(asked)
    try:
        mixer.init(RATE, -16, 1, BUFFER, allowedchanges=0)
    except (pygame.error, NotImplementedError):
        return False
    return True


def _open(folder: Path) -> dict[str, mixer.Sound]:
    if not _open_device():
        return {}
    mixer.set_num_channels(CHANNELS)
    sounds: dict[str, mixer.Sound] = {}
    for path in folder.glob("*.wav"):
        with suppress(pygame.error):
            sounds[path.stem] = mixer.Sound(path)
    return sounds


def _fade_out(channel: mixer.Channel) -> None:
    """SDL lets what is not heard yet play on, and it would be heard later."""
    if channel.get_volume():
        channel.fadeout(FADE)
    else:
        channel.stop()
