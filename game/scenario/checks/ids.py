"""S004, S006: ids and languages that cannot be what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.analysis.references_index import FLAGS
from game.scenario.model.conditions import READABLE
from game.scenario.model.ids import ID, spell_id
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.nodes import Scalar
from game.ship.ship import Outcome
from game.ship.weather import OWN_WEATHER

YAML_WORDS = {"no", "yes", "on", "off", "n", "y", "true", "false", "null"}
PHRASE_WORDS = {"not", "is", "at", "visited", "gave"}
SCENARIO_ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
IDS = ("watches.*", "watches.*.orders.*", "endings.*", "voices.*", "cards.*")


def check_names(source: FileTree) -> Iterator[Finding]:
    """Every id is a word in lower case that means nothing else."""
    for spot in source.each("id"):
        if spot.text and not re.fullmatch(SCENARIO_ID, spot.text):
            example = spell_id(spot.text, "-") or "fog-at-the-skerries"
            hint = f"lower case, digits and '-', such as '{example}'"
            yield Finding("S004", spot.node.at, f"'{spot.text}' cannot be an id", hint)
    for spot in source.each(*IDS):
        if spot.key:
            yield from _id(spot.key, set(Outcome) if spot.path[0] == "watches" else set())
    for spot in source.each("weathers.*"):
        if spot.key and not re.fullmatch(OWN_WEATHER, spot.name):
            hint = f"two words, joined by '_', such as 'our_{spell_id(spot.name) or 'gale'}'"
            yield Finding("S004", spot.key_at, f"'{spot.name}' cannot be a weather of yours", hint)
    for spot in source.each(*FLAGS):
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


CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
CODES = {
    "ar": "arabic العربية",
    "cs": "czech čeština",
    "da": "danish dansk",
    "de": "german deutsch allemand",
    "el": "greek ελληνικά",
    "en": "english englisch anglais",
    "es": "spanish español espanol",
    "et": "estonian eesti",
    "fi": "finnish suomi",
    "fr": "french français francais französisch",
    "hr": "croatian hrvatski",
    "hu": "hungarian magyar",
    "it": "italian italiano",
    "ja": "japanese 日本語",
    "ko": "korean 한국어",
    "lt": "lithuanian lietuvių",
    "lv": "latvian latviešu",
    "nb": "norwegian norsk",
    "nl": "dutch nederlands",
    "pl": "polish polski",
    "pt": "portuguese português portugues",
    "ro": "romanian română",
    "ru": "russian русский",
    "sk": "slovak slovenčina",
    "sl": "slovenian slovenščina",
    "sv": "swedish svenska",
    "tr": "turkish türkçe",
    "uk": "ukrainian українська",
    "zh": "chinese 中文",
}
"""What people call languages, by the codes of those."""


def check_language(source: FileTree) -> Iterator[Finding]:
    """A language is a code, by which the game and browsers know it."""
    for spot in source.each("language"):
        written = spot.text.strip()
        if written and not CODE.fullmatch(written):
            message = f"'{written}' is no code of a language"
            yield warning("S006", spot.node.at, message, _hint(written))


def _hint(written: str) -> str:
    first, *rest = re.split(r"[-_\s(]+", written.lower())
    code = next((code for code, names in CODES.items() if first in names.split()), "")
    if not code and CODE.fullmatch(first):
        code = "-".join([first, *(part.upper() for part in rest if len(part) == 2)])
    return f"write 'language: {code}'" if code else "write its two letters, such as en, de or fr"
