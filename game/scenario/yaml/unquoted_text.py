"""Text without quotes, of which YAML or other programs make something else (Y008, Y009)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from game.findings import Finding, Position, warning

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
