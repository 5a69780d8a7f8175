"""Repairs of single lines, each with what is said of the sign that was in it.

Whether a line is to blame at all is tried out in repair_file.py: a repair may match sound lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, NamedTuple

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
BARE = re.compile(r"( *)(?:- )?(?:[\w-]+: )?[^\s\"'\[{|>]")
FENCE = re.compile(r"\s*(```|~~~)[\w-]*\s*")
SPLIT = re.compile(rf"(?<![\w{CURLY}])(?P<sign>\w+(?:[{DASHES}]\w+)+){END[:-1]}|(?=:(?: |$)))")
CONFLICT = re.compile(r"<{7}( .*)?|={7}|\|{7}( .*)?|>{7}( .*)?")


class LineRepair(NamedTuple):
    """Lines without a sign, by their numbers; where the sign stands; what is said of it.

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

    repair: of the lines of a file, the one with a number. code: of the finding; empty where it
    keeps the code of what was found instead. everywhere: a file with one of these is likely to
    have more. prose: it is looked for inside texts, too, and far from what it leads to.
    """

    repair: Callable[[list[str], int], LineRepair | None]
    code: str = "Y010"
    everywhere: bool = True
    prose: bool = False


def pattern_sign(
    pattern: str, put: str | Callable[[str], str], message: str, hint: str, **kind: Any
) -> Sign:
    """A sign by the group 'sign' of a pattern, and what stands there instead.

    message, hint: with the groups of the pattern, and {called}: what its odd character is, {put}.
    kind: what else a `Sign` is told.
    """

    def instead(found: re.Match[str]) -> str:
        return put if isinstance(put, str) else put(found["sign"])

    def exchanged(found: re.Match[str]) -> str:
        start, end = (place - found.start() for place in found.span("sign"))
        return found[0][:start] + instead(found) + found[0][end:]

    def repair(lines: list[str], number: int) -> LineRepair | None:
        line = lines[number]
        if not (found := re.search(pattern, line)):
            return None
        words = {key: (text or "").strip() for key, text in found.groupdict().items()}
        odd = next((char for char in found["sign"] if not char.isascii()), words["sign"][:1])
        words |= {"called": describe(odd or " "), "put": instead(found).strip()}
        start, end = found.span("sign")
        said = (text.format(**words) for text in (message, hint))
        return LineRepair({number: re.sub(pattern, exchanged, line)}, start, end - start, *said)

    return Sign(repair, **kind)


def fix_conflict(lines: list[str], number: int) -> LineRepair | None:
    """Git's marks, with the side above '=======' kept."""
    opens, above = lines[number].startswith("<"), lines[:number]
    if not CONFLICT.fullmatch(lines[number]) or (
        not opens and any(line.startswith("<<<<<<<") for line in above)
    ):
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
    return LineRepair(new, 0, len(lines[number]), message, hint)


def fix_fence(lines: list[str], number: int) -> LineRepair | None:
    """The marks around code in Markdown, with what stands outside of them."""
    if not FENCE.fullmatch(lines[number]):
        return None
    closes = any(line.startswith("format:") for line in lines[:number])
    outside = range(number, len(lines)) if closes else range(number + 1)
    message = f"'{lines[number].strip()}' is a fence around code in Markdown"
    beyond = any(lines[n].strip() for n in outside if n != number)
    hint = "delete it, and what stands outside of it" if beyond else "delete it"
    return LineRepair(dict.fromkeys(outside, ""), 0, len(lines[number]), message, hint)


def fix_blanks(lines: list[str], number: int) -> LineRepair | None:
    """Signs that look like a space, or like nothing, where the structure is."""
    line = lines[number]
    if not re.search(ODD, line) or not (found := HEAD.match(line)):
        return None
    pad, key, gap, value = (text or "" for text in found.groups())
    if " " not in value or value[0] in "[{":
        value = without_unseen(value)
    colon = f":{' ' * bool(gap)}" if key else ""
    new = without_unseen(f"{pad}{key}") + colon + EDGES.sub("", value)
    start = common_start(line, new)
    if not (odd := re.compile(f"{ODD}+").match(line, start)):
        return None
    hint = "delete it, and type a space" if new[start : start + 1] == " " else "delete it"
    message = f"a sign that nobody sees stands here: {describe(line[start])}"
    return LineRepair({number: new}, start, len(odd[0]), message, hint)


def without_unseen(text: str) -> str:
    """What people see of signs that look like a space, or like nothing."""
    return UNSEEN.sub("", re.sub(f"[{BLANKS}]", " ", text))


def common_start(one: str, other: str) -> int:
    """How many characters two lines have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def fix_letters(lines: list[str], number: int) -> LineRepair | None:
    """Letters of other alphabets in a word of Latin ones."""
    for word in re.finditer(r"[^\W\d]\w*", lines[number]):
        latin = word[0].translate(LATIN)
        if latin != word[0] and latin.isascii() and re.search("[a-z]", word[0]):
            place = common_start(word[0], latin)
            message = f"'{word[0][place]}' in '{word[0]}' is {describe(word[0][place])}"
            line = lines[number][: word.start()] + latin + lines[number][word.end() :]
            hint = f"type it anew: '{latin}'"
            return LineRepair({number: line}, word.start() + place, 1, message, hint)
    return None


def fix_wrapped_line(lines: list[str], number: int) -> LineRepair | None:
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
    return LineRepair({number: " " * (len(above[1]) + 2) + text}, column, 1, message, hint)


def quote(text: str) -> str:
    """A text in quotes that it has not inside."""
    return f'"{text}"' if not re.search(r'["\\]', text) else "'" + text.replace("'", "''") + "'"


def fix_split_word(lines: list[str], number: int) -> LineRepair | None:
    """A word with a dash where it had a hyphen or '_', as it is spelt elsewhere in the file."""
    if not (found := SPLIT.search(lines[number])):
        return None
    spellings = [re.sub(f"[{DASHES}]", put, found["sign"]) for put in ("_", "-")]
    others = "\n".join(line for n, line in enumerate(lines) if n != number)
    word = next((one for one in spellings if re.search(rf"\b{one}\b", others)), spellings[0])
    line = lines[number][: found.start("sign")] + word + lines[number][found.end("sign") :]
    dash = next(char for char in found["sign"] if not char.isascii() and not char.isalnum())
    message, start = f"'{found['sign']}' has {describe(dash)} in it", found.start("sign")
    return LineRepair({number: line}, start, len(found["sign"]), message, f"write '{word}'")
