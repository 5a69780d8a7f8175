"""The game is waited for by what it has left to do, and not by how busy the machine is."""

from __future__ import annotations

import asyncio

import pytest
from textual._context import active_app

SOON = 0.001
"""Seconds between two looks at a screen that is about to be drawn."""


async def settled(*_seconds: float) -> None:
    """Until nothing runs any more, and all that has changed is drawn.

    Textual waits until the processor has been idle for a while: never less than that, in vain
    while the sea moves, and too short where others keep the processor busy.
    """
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]  # noqa: SLF001
    while active_app.get().is_running:
        await asyncio.sleep(0)
        if ready:
            continue
        stack = active_app.get()._screen_stack  # noqa: SLF001
        if not any(screen._update_timer._active.is_set() for screen in stack[-1:]):  # noqa: SLF001
            return
        await asyncio.sleep(SOON)


@pytest.fixture(autouse=True)
def _waited_for_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a pilot presses is done when it says so."""
    monkeypatch.setattr("textual.app.wait_for_idle", settled)
    monkeypatch.setattr("textual.pilot.wait_for_idle", settled)
