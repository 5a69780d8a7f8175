"""S004: ids that cannot be ids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.findings import Finding
from game.scenario.format.id_spelling import spell_id
from game.scenario.format.source import Source
from game.scenario.model.conditions import READABLE
from game.scenario.yaml.nodes import Scalar
from game.ship.ship import Outcome

YAML_WORDS = {"no", "yes", "on", "off", "n", "y", "true", "false", "null"}
PHRASE_WORDS = {"not", "is", "at", "visited", "gave"}
ID = r"[a-z][a-z0-9_]{0,59}"
"""What the id of a watch, order, ending, voice or flag looks like."""
SCENARIO_ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
IDS = ("watches.*", "watches.*.orders.*", "endings.*", "voices.*", "cards.*")


def check_names(source: Source) -> Iterator[Finding]:
    """Every id is a word in lower case that means nothing else."""
    for spot in source.each("id"):
        if spot.text and not re.fullmatch(SCENARIO_ID, spot.text):
            example = spell_id(spot.text, "-") or "fog-at-the-skerries"
            hint = f"lower case, digits and '-', such as '{example}'"
            yield Finding("S004", spot.node.at, f"'{spot.text}' cannot be an id", hint)
    for spot in source.each(*IDS):
        if spot.key:
            yield from _id(spot.key, set(Outcome) if spot.path[0] == "watches" else set())
    for spot in source.each("watches.*.orders.*.sets.*", "watches.*.orders.*.outcomes.*.sets.*"):
        if isinstance(spot.node, Scalar) and isinstance(spot.node.value(), str | bool):
            yield from _id(spot.node, set(READABLE))


def _id(word: Scalar, taken: set[str]) -> Iterator[Finding]:
    name = word.text
    if name.lower() in YAML_WORDS | PHRASE_WORDS | taken:
        hint = f"choose another word, such as '{name.lower()}_then'"
        yield Finding("S004", word.at, f"'{name}' cannot be an id: it has a meaning here", hint)
    elif not re.fullmatch(ID, name):
        hint = f"lower case, digits and '_', such as '{spell_id(name) or 'fog_bank'}'"
        yield Finding("S004", word.at, f"'{name}' cannot be an id", hint)
