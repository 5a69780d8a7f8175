"""A scenario with the texts that it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class LoadedScenario:
    """A scenario with the file it came from.

    translation: what the file says by which it is told in another language than its own, or empty.
    """

    scenario: Scenario
    text: str
    file: str
    translation: str = ""

    @property
    def told_in(self) -> str:
        """The language that it is translated into; empty for its own."""
        return self.scenario.language if self.translation else ""

    @property
    def kept(self) -> tuple[str, str, str, str]:
        """File, text, language and translation: plain data, of which `as_kept` makes it again."""
        return self.file, self.text, self.told_in, self.translation
