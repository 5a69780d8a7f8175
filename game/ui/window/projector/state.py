"""What the projector draws from: the session as a room may see it, and nothing beside it."""

from __future__ import annotations

from dataclasses import dataclass

from game.number_format import listed
from game.session.commands import Button
from game.session.host_view import ButtonsView
from game.session.projector_view import CrewView, ProjectorView, groups_of
from game.voyage.view import WatchView


@dataclass(frozen=True, slots=True)
class Invitation:
    """How phones get in. dots: the QR code row by row, whether each is dark."""

    url: str
    code: str
    dots: tuple[tuple[bool, ...], ...]

    @property
    def address(self) -> str:
        return self.url.removeprefix("http://").removesuffix("/")


@dataclass(frozen=True, slots=True)
class CrewState:
    """Crews that stand at the same watch."""

    watch: WatchView
    crews: tuple[CrewView, ...]

    @property
    def named(self) -> str:
        return listed([crew.name for crew in self.crews])


@dataclass(frozen=True, slots=True)
class ProjectorState:
    """A moment of the session. trouble: what phones suffer from."""

    view: ProjectorView
    pressed: ButtonsView
    invitation: Invitation | None = None
    trouble: str = ""

    @property
    def is_convoy(self) -> bool:
        return len(self.view.crews) > 1

    @property
    def deciding(self) -> tuple[CrewView, ...]:
        return tuple(crew for crew in self.view.crews if crew.watch)

    @property
    def waiting(self) -> list[CrewView]:
        """The crews that have no order yet; those that the vote cannot give one come first."""
        undecided = [crew for crew in self.deciding if crew.undecided and not crew.by_captain]
        return sorted(undecided, key=lambda crew: len(crew.leading) == 1)

    @property
    def groups(self) -> tuple[CrewState, ...]:
        return tuple(CrewState(watch, tuple(crews)) for watch, crews in groups_of(self.deciding))

    def can(self, button: Button) -> bool:
        return button in self.pressed.hands
