"""Lines of a file as they were meant, each with what is said of the sign that was in it.

Whether a line is to blame at all is tried out in repair.py, so that a mend may match sound lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from game.layout.characters import UNSEEN, describe

BLANKS = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
HIDDEN = UNSEEN.pattern[1:-1]
DASHES = "".join(map(chr, (*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D)))
BULLETS = (
    f"{DASHES}\u2022\u2023\u2043\u2219\u25a0\u25a1\u25aa\u25ab\u25cb\u25cf\u25e6\u27a2\u00b7\uf0b7*"
)
CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2018\u2019\u201a"
LETTERS = (
    "\u0430a \u0435e \u043eo \u0440p \u0441c \u0443y \u0445x \u0456i \u0458j \u0455s \u04bbh "
    "\u0501d \u051bq \u051dw \u03bfo \u03b1a \u03bdv \u03c1p \u03c5u \u03b9i \u03bak \u03f2c"
)
"""Letters of other alphabets, each with the Latin one that it looks like."""
LATIN = str.maketrans({pair[0]: pair[1] for pair in LETTERS.split()})
ODD = f"[{BLANKS}{HIDDEN}]"
EDGES = re.compile(rf"^(?: |{ODD})+|(?: |{ODD})+$")
HEAD = re.compile(
    rf"(?P<pad>(?: |{ODD})*(?:-(?: |{ODD})+)*)"
    rf"(?:(?P<key>[\w{HIDDEN}-]+)[ {BLANKS}]*:(?P<gap>(?: |{ODD})+|$))?(?P<value>.*)"
)
END = r"(?=\s*(?:[,\]}]|$|#))"
TAGS = "a|b|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|table|td|tr|u|ul"
TAG = rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>"
ENTITY = r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,5});"
BARE = re.compile(r"( *)(?:- )?(?:[\w-]+: )?[^\s\"'\[{|>]")
FENCE = re.compile(r"\s*(```|~~~)[\w-]*\s*")
SPLIT = re.compile(rf"(?<![\w{CURLY}])(?P<sign>\w+(?:[{DASHES}]\w+)+){END[:-1]}|(?=:(?: |$)))")
CONFLICT = re.compile(r"<{7}( .*)?|={7}|\|{7}( .*)?|>{7}( .*)?")


class Mended(NamedTuple):
    """Lines as they were meant, by their numbers; where the sign stands; what is said of it.

    Lines and columns count from 0.
    """

    lines: dict[int, str]
    column: int
    width: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that is written otherwise than YAML wants it.

    mend: of the lines of a file, the one with a number. code: of the finding; empty where it keeps
    the code of what was found instead. everywhere: a file with one of these is likely to have
    more. prose: it is looked for inside texts, too, and far from what it leads to.
    """

    mend: Callable[[list[str], int], Mended | None]
    code: str = "Y010"
    everywhere: bool = True
    prose: bool = False


def row(  # noqa: PLR0913 - a row of a table
    pattern: str,
    put: str | Callable[[str], str],
    message: str,
    hint: str,
    *,
    code: str = "Y010",
    everywhere: bool = True,
    prose: bool = False,
) -> Sign:
    """A sign by the group 'sign' of a pattern, and what stands there instead.

    message, hint: with the groups of the pattern, and {called}: what its odd character is, {put}.
    """
    looked_for = re.compile(pattern)

    def instead(found: re.Match[str]) -> str:
        return put if isinstance(put, str) else put(found["sign"])

    def exchanged(found: re.Match[str]) -> str:
        start, end = (place - found.start() for place in found.span("sign"))
        return found[0][:start] + instead(found) + found[0][end:]

    def mend(lines: list[str], number: int) -> Mended | None:
        line = lines[number]
        if not (found := looked_for.search(line)):
            return None
        words = {key: (text or "").strip() for key, text in found.groupdict().items()}
        odd = next((char for char in found["sign"] if not char.isascii()), words["sign"][:1])
        words |= {"called": describe(odd or " "), "put": instead(found).strip()}
        start, end = found.span("sign")
        said = (text.format(**words) for text in (message, hint))
        return Mended({number: looked_for.sub(exchanged, line)}, start, end - start, *said)

    return Sign(mend, code, everywhere, prose)


def fix_conflict(lines: list[str], number: int) -> Mended | None:
    """Git's marks, with the side above '=======' kept."""
    if not CONFLICT.fullmatch(lines[number]):
        return None
    opens = lines[number].startswith("<")
    if not opens and any(line.startswith("<<<<<<<") for line in lines[:number]):
        return None
    new, theirs = {number: ""}, False
    for n in range(number, len(lines)) if opens else ():
        marked = CONFLICT.fullmatch(lines[n])
        theirs = theirs or (marked is not None and lines[n][0] in "|=")
        if theirs or marked:
            new[n] = ""
        if marked and lines[n][0] == ">":
            break
    message = "a merge conflict stands here, with git's marks"
    hint = "keep one side, delete the other, and delete the marks '<<<<<<<', '=======', '>>>>>>>'"
    return Mended(new, 0, len(lines[number]), message, hint)


def fix_fence(lines: list[str], number: int) -> Mended | None:
    """The marks around code in Markdown, with what stands outside of them."""
    if not FENCE.fullmatch(lines[number]):
        return None
    closes = any(line.startswith("format:") for line in lines[:number])
    outside = range(number, len(lines)) if closes else range(number + 1)
    message = f"'{lines[number].strip()}' is a fence around code in Markdown"
    beyond = any(lines[n].strip() for n in outside if n != number)
    hint = "delete it, and what stands outside of it" if beyond else "delete it"
    return Mended(dict.fromkeys(outside, ""), 0, len(lines[number]), message, hint)


def fix_blanks(lines: list[str], number: int) -> Mended | None:
    """Signs that look like a space, or like nothing, where the structure is."""
    line = lines[number]
    if not re.search(ODD, line) or not (found := HEAD.match(line)):
        return None
    pad, key, gap, value = (text or "" for text in found.groups())
    if " " not in value or value[0] in "[{":
        value = as_people_see(value)
    colon = f":{' ' * bool(gap)}" if key else ""
    new = as_people_see(f"{pad}{key}") + colon + EDGES.sub("", value)
    start = common_start(line, new)
    if not (odd := re.compile(f"{ODD}+").match(line, start)):
        return None
    hint = "delete it, and type a space" if new[start : start + 1] == " " else "delete it"
    message = f"a sign that nobody sees stands here: {describe(line[start])}"
    return Mended({number: new}, start, len(odd[0]), message, hint)


def as_people_see(text: str) -> str:
    """What people see of signs that look like a space, or like nothing."""
    return UNSEEN.sub("", re.sub(f"[{BLANKS}]", " ", text))


def common_start(one: str, other: str) -> int:
    """How many characters two lines have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def fix_letters(lines: list[str], number: int) -> Mended | None:
    """Letters of other alphabets in a word of Latin ones."""
    for word in re.finditer(r"[^\W\d]\w*", lines[number]):
        meant = word[0].translate(LATIN)
        if meant != word[0] and meant.isascii() and re.search("[a-z]", word[0]):
            place = common_start(word[0], meant)
            message = f"'{word[0][place]}' in '{word[0]}' is {describe(word[0][place])}"
            line = lines[number][: word.start()] + meant + lines[number][word.end() :]
            column = word.start() + place
            return Mended({number: line}, column, 1, message, f"type it anew: '{meant}'")
    return None


def wrapped(lines: list[str], number: int) -> Mended | None:
    """The rest of a long line, that mail or an editor has broken."""
    above = BARE.match(lines[number - 1]) if number else None
    text = lines[number].lstrip(" ")
    column, words = len(lines[number]) - len(text), text.split()
    if not above or column > len(above[1]) or ":" in text or not text[:1].isalnum():
        return None
    if len(words) < 3 and text[-1] not in ".!?":
        return None
    message = "this is the rest of the text above it, and stands too far left"
    hint = f"let it begin in column {len(above[1]) + 3}, or join the two lines"
    return Mended({number: " " * (len(above[1]) + 2) + text}, column, 1, message, hint)


def quoted(text: str) -> str:
    """A text in quotes that it has not inside."""
    return f'"{text}"' if not re.search(r'["\\]', text) else "'" + text.replace("'", "''") + "'"


def fix_curly_quotes(text: str) -> str:
    """A text in quotes in straight ones."""
    return quoted(text[1:-1])


def fix_split_word(lines: list[str], number: int) -> Mended | None:
    """A word with a dash where it had a hyphen or '_', as it is spelt elsewhere in the file."""
    if not (found := SPLIT.search(lines[number])):
        return None
    ways = [re.sub(f"[{DASHES}]", put, found["sign"]) for put in ("_", "-")]
    others = [line for n, line in enumerate(lines) if n != number]
    known = [way for way in ways if any(re.search(rf"\b{way}\b", line) for line in others)]
    word = next(iter(known or ways))
    line = lines[number][: found.start("sign")] + word + lines[number][found.end("sign") :]
    dash = next(char for char in found["sign"] if not char.isascii() and not char.isalnum())
    message = f"'{found['sign']}' has {describe(dash)} in it"
    width = len(found["sign"])
    return Mended({number: line}, found.start("sign"), width, message, f"write '{word}'")
