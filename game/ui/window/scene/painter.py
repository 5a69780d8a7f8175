"""The painter: what is needed now it paints at once, what will be needed a slice at a time."""

from __future__ import annotations

from collections.abc import Generator, Hashable
from typing import Any, Protocol, TypeVar

import pygame
from pygame import Surface

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Slices = Generator[None, None, T]
"""A painting on its way: it stops wherever a frame may be drawn in between, and returns it."""
STRIP = 1_500_000
"""How many pixels are scaled down in one slice."""


class Job(Hashable, Protocol[T_co]):
    """What is to be painted; two that are equal paint the same."""

    def paint(self) -> Slices[T_co]: ...


class Painter:
    """Paints jobs, and keeps the last few. most: how many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._done: dict[Job[Any], Any] = {}
        self._begun: dict[Job[Any], Slices[Any]] = {}

    def get(self, job: Job[T]) -> T:
        """What came of a job; if it is not done yet, all that is left of it is done now."""
        painted: T
        if job in self._done:
            painted = self._done.pop(job)
        elif job in self._begun:
            painted = _finish(self._begun.pop(job))
        else:
            painted = _finish(job.paint())
        self._keep(job, painted)
        return painted

    def expect(self, job: Job[Any]) -> None:
        """Have a job done by and by."""
        if job not in self._done and job not in self._begun:
            self._begun[job] = job.paint()

    def advance(self) -> bool:
        """Paint one slice of what is expected; False when nothing is left to do."""
        for job, slices in self._begun.items():
            try:
                next(slices)
            except StopIteration as end:
                del self._begun[job]
                self._keep(job, end.value)
            return True
        return False

    def _keep(self, job: Job[Any], painted: Any) -> None:
        self._done[job] = painted
        while len(self._done) > self._most:
            del self._done[next(iter(self._done))]


def _finish(slices: Slices[T]) -> T:
    while True:
        try:
            next(slices)
        except StopIteration as end:
            painted: T = end.value
            return painted


def shrink(fine: Surface, size: tuple[int, int]) -> Slices[Surface]:
    """A picture that was drawn larger, scaled down smoothly; its height is a multiple of size's."""
    width, height = size
    small = Surface(size, fine.get_flags() & pygame.SRCALPHA)
    times = fine.get_height() // height
    rows = max(1, STRIP // (fine.get_width() * times))
    for top in range(0, height, rows):
        part = pygame.Rect(0, top, width, min(rows, height - top))
        strip = fine.subsurface(0, top * times, fine.get_width(), part.height * times)
        pygame.transform.smoothscale(strip, part.size, small.subsurface(part))
        yield
    return small
