"""Signs that people paste or type where YAML has others: what each is called, and what to type."""

from __future__ import annotations

import html
import re
from functools import partial

from game.scenario.format.format_map import KEYS
from game.scenario.repair.line_repair import (
    BULLETS,
    CURLY,
    DASHES,
    END,
    HIDDEN,
    LineRepair,
    Sign,
    fix_blanks,
    fix_conflict,
    fix_fence,
    fix_letters,
    fix_split_word,
    fix_wrapped_line,
    pattern_sign,
    quote,
)
from game.scenario.yaml.misread_texts import ENTITY, TAG

PAD = r"^ *(?:- +)?"
SPACE = r"&(?:nbsp|emsp|ensp|#160|#xA0);"
BEHIND = r"(?:[:\[{,] *|\b(?:least|most|above|below) +)"
IN_CURLY = rf"[{CURLY}][^\"{CURLY[:4]}]*[{CURLY}\"']|[\"'][^\"'{CURLY[:4]}]*[{CURLY}]"
LIST_SIGN = "a list item begins with a hyphen and a space: this is {called}"
NO_COLON = "a key without ':'"
typing_slip = partial(pattern_sign, code="", everywhere=False)
"""A sign that is not pasted but mistyped, here and nowhere else."""


def with_colon(pattern: str) -> Sign:
    """A key with another sign, or none, in place of its colon, before a value."""
    by_pattern = typing_slip(pattern, ": ", NO_COLON, "write '{key}: '")

    def repair(lines: list[str], number: int) -> LineRepair | None:
        found = by_pattern.repair(lines, number)
        key = re.split(r"\W", lines[number].lstrip(" -"))[0]
        known = key in KEYS or any(line.lstrip(" -").startswith(f"{key}:") for line in lines)
        return found if known else None

    return Sign(repair, code="", everywhere=False)


SIGNS: tuple[Sign, ...] = (
    Sign(fix_conflict, prose=True),
    Sign(fix_fence, prose=True),
    pattern_sign(
        r"^(?P<sign>(?:> ?)+)(?=[ \w#-]|$)",
        "",
        "mail has put a '>' before this line",
        "delete it",
        prose=True,
    ),
    pattern_sign(
        rf"^ *(?P<sign>{SPACE}(?: *{SPACE})*)",
        lambda s: re.sub(ENTITY, " ", s),
        "'{sign}' is HTML, and no space",
        "type spaces",
    ),
    pattern_sign(
        rf"{PAD}[\w-]+:(?P<sign>(?: *{SPACE})+ *)",
        " ",
        "'{sign}' is HTML, and no space",
        "type a space",
    ),
    pattern_sign(rf"{PAD}[\w-]+:(?P<sign> *\t\s*)", " ", "a tab", "type a space", code="Y002"),
    pattern_sign(
        rf"{PAD}(?P<key>[A-Za-z_]\w*)(?P<sign> *\t\s*)(?=\S)",
        ": ",
        "a tab stands between '{key}' and what belongs to it, as in a table",
        "write '{key}: '",
        code="Y002",
    ),
    Sign(fix_blanks),
    pattern_sign(
        rf"{BEHIND}(?P<sign>[{DASHES}] *\d[\d.]*)",
        lambda s: f"-{s[1:].strip()}",
        "'{sign}' begins with {called}, not with a minus",
        "write {put}",
    ),
    pattern_sign(rf"^ *(?P<sign>[{BULLETS}][\s{HIDDEN}]+)(?=\S)", "- ", LIST_SIGN, "write '- '"),
    pattern_sign(
        r"^ *(?P<sign>\d{1,2}[.)] +)(?=\S)",
        "- ",
        "a list item begins with '- ', not with a number",
        "write '- '",
    ),
    pattern_sign(
        rf"(?:: +|- +|[\[{{,] *)(?P<sign>{IN_CURLY}){END}",
        lambda s: quote(s[1:-1]),
        "curly quotes do not count as quotes: {called} is one",
        "write {put}",
    ),
    pattern_sign(
        rf"(?:: +|\b(?:least|most|above|below) +)(?P<sign>[+-]?\d+,\d+){END}",
        lambda s: s.replace(",", "."),
        "'{sign}' has a decimal comma",
        "write {put}, with a point",
    ),
    Sign(fix_split_word, everywhere=False),
    Sign(fix_letters),
    pattern_sign(
        rf"{PAD}(?P<key>[\w-]+)(?P<sign>\uff1a *)", ": ", "'{sign}' is {called}", "write '{key}: '"
    ),
    pattern_sign(
        r"(?P<sign>[\uff0c\uff5b\uff5d\uff3b\uff3d])",
        lambda s: {"\uff0c": ", "}.get(s, chr(ord(s) - 0xFEE0)),
        "'{sign}' is {called}",
        "write '{put}'",
        everywhere=False,
    ),
    pattern_sign(rf"(?P<sign>{TAG})", "", "'{sign}' is HTML", "delete it"),
    pattern_sign(
        rf"(?P<sign>{ENTITY}.*{ENTITY}|{ENTITY})", html.unescape, "'{sign}' is HTML", "write {put}"
    ),
    typing_slip(
        rf"{PAD}[\w-]+: +(?P<sign>(?P<bar>[|>])[+-]?(?: +[^\s#].*|[^\s#+-].*))$",
        lambda s: quote(s.lstrip("|>+- ")),
        "text stands behind the '{bar}', on its line",
        "let it begin on the line below, indented",
    ),
    typing_slip(
        rf"{PAD}(?:[\w-]+: +)?(?P<sign>(?P<first>[*&!@`%?,}}\]]).*)$",
        quote,
        "a text that begins with '{first}' needs quotes",
        "write {put}",
    ),
    typing_slip(
        r"(?P<sign>[\[{][^\"'\[\]{}]*;[^\"'\[\]{}]*[\]}])",
        lambda s: s.replace(";", ","),
        "a ';' stands here between keys",
        "write {put}",
    ),
    typing_slip(
        rf"{PAD}[\w-]+: *(?:\"[^\"]*\"|'[^']*'|[^,\"']+)(?P<sign>,)$",
        "",
        "a ',' at the end of the line",
        "delete it",
    ),
    typing_slip(
        rf"{PAD}(?P<key>[A-Za-z_]\w*)(?P<sign>:)(?=[^\s:/])",
        ": ",
        "a space is missing after ':'",
        "write '{key}: '",
    ),
    typing_slip(
        rf"{PAD}(?P<key>[A-Za-z_]\w*)(?P<sign> ?[=;.,-]?)$", ":", NO_COLON, "write '{key}:'"
    ),
    with_colon(rf"{PAD}(?P<key>[A-Za-z_]\w*)(?P<sign> ?[=;.,{DASHES}-] ?| +)(?=\S)"),
    Sign(fix_wrapped_line, code="", everywhere=False),
)
"""Most telling first."""
