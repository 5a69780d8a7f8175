"""S006: a language that is written as a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.format.source import Source

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


def check_language(source: Source) -> Iterator[Finding]:
    """A language is a code, by which the game and browsers know it."""
    for spot in source.each("language"):
        written = spot.text.strip()
        if written and not CODE.fullmatch(written):
            message = f"'{written}' is no code of a language"
            yield warning("S006", spot.node.at, message, _way_out(written))


def _way_out(written: str) -> str:
    first, *rest = re.split(r"[-_\s(]+", written.lower())
    code = next((code for code, names in CODES.items() if first in names.split()), "")
    if not code and CODE.fullmatch(first):
        code = "-".join([first, *(part.upper() for part in rest if len(part) == 2)])
    return f"write 'language: {code}'" if code else "write its two letters, such as en, de or fr"
