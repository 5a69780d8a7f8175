"""Texts that YAML or people take for something else (Y008, Y009, Y010)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from game.findings import Finding, Position, warning
from game.scenario.yaml.ignores import IGNORE

LOOKALIKES = {
    r"(?i:yes|no|on|off|y|n)|True|TRUE|False|FALSE": "true or false",
    r"[+-]?\d+(:[0-5]?\d)+(\.\d*)?": "a number of minutes",
    r"[+-]?0\d+|0o[0-7]+|0x[0-9a-fA-F]+|[+-]?\d[\d_]*_[\d_]*": "another number",
    r"\d{4}-\d\d?-\d\d?([Tt ].*)?": "a date",
    r"[+-]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)": "no number at all",
}
ANY_LOOKALIKE = re.compile("|".join(LOOKALIKES))
LONGEST = 60
"""No number and no date is longer."""
PROSE = 4
"""So many words in a row are a sentence, and sooner or later a sentence has a comma."""
QUOTE = "put the text in quotes"
TAGS = "a|b|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|table|td|tr|u|ul"
TAG = rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>"
ENTITY = r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,5});"
HTML = re.compile(f"({TAG}|{ENTITY})")
REMARK = re.compile(r"(?:^ *(?=#+\s)|(?:^|\s)(?=#+\s?(?i:todo|fixme|xxx)\b))(#.*)")


def check_unquoted(text: str, at: Position, *, value_in_braces: bool) -> Iterator[Finding]:
    """What is odd about a plain text; value_in_braces: it is the value of a key inside `{}`."""
    if len(text) <= LONGEST and ANY_LOOKALIKE.fullmatch(text):
        meaning = next(words for like, words in LOOKALIKES.items() if re.fullmatch(like, text))
        message = f"'{text}' is text here, but other programs read {meaning}"
        yield warning("Y008", at, message, "put it in quotes")
    if text.count('"') % 2:
        yield warning("Y009", at, "a quote stands here alone", "open and close it, or delete it")
    elif value_in_braces and len(text.split()) >= PROSE:
        yield warning("Y009", at, "a sentence inside {} ends at its first comma", QUOTE)


def check_cut_text(after: Position, rest: str) -> Iterator[Finding]:
    """Whether a comment right after a text was meant as part of it; rest: of the line."""
    if cut := re.match(r"\s+#(?=[^\s#])", rest):
        column, width = after.column - 1 + cut.end(), len(rest) - cut.end() + 1
        message = "the text ends here: what follows ' #' is a comment"
        hint = f"{QUOTE}, or a space after '#'"
        yield warning("Y009", replace(after, column=column, width=width), message, hint)


def check_markup(text: str, at: Position, lines: list[str]) -> Iterator[Finding]:
    """What a text has that is none; lines: those of the file that it stands in."""
    if ("<" in text or "&" in text) and (found := _first(HTML, at, lines)):
        place, sign = found
        message = f"'{sign}' is HTML, and is shown as it is"
        yield warning("Y010", place, message, "delete it, or type the sign that it stands for")


def check_remark(text: str, at: Position, lines: list[str]) -> Iterator[Finding]:
    """What below a `|` looks like a comment, and is none."""
    if "#" in text and IGNORE not in text and (found := _first(REMARK, at, lines)):
        message = "this remark is part of the text, and is shown"
        yield warning("Y010", found[0], message, "move it above the key of the text")


def _first(sign: re.Pattern[str], at: Position, lines: list[str]) -> tuple[Position, str] | None:
    """The first of a sign, and where it stands."""
    for number, line in enumerate(lines):
        if found := sign.search(line, at.column - 1 if number == 0 else 0):
            column, width = found.start(1) + 1, len(found[1])
            return replace(at, line=at.line + number, column=column, width=width), found[1]
    return None
