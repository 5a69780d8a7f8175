"""Signs that people paste or type where YAML has others: what each is called, and what to type.

A row of SIGNS mends a line. Whether that line is to blame at all is tried out in repair.py, so that
a row may match lines that are sound.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import name

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
HIDDEN = "\u00ad\u200b-\u200d\u2060"
DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
BULLETS = f"{DASHES}\u2022\u2023\u2043\u2219\u25a0\u25a1\u25aa\u25ab\u25cb\u25cf\u25e6\u27a2\u00b7\uf0b7*"
CURLY = "“”„‟«»‹›‘’‚"
LETTERS = "аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw οo αa νv ρp υu ιi κk ϲc"
"""Letters of other alphabets, each with the Latin one that it looks like."""
LATIN = str.maketrans({pair[0]: pair[1] for pair in LETTERS.split()})
PAD, END = r"^ *(?:- +)?", r"(?=\s*(?:[,\]}]|$|#))"
TAGS = "a|b|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|table|td|tr|u|ul"
TAG = rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>"
ENTITY = r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,5});"
FENCE = re.compile(r"\s*(```|~~~)[\w-]*\s*")
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
    more. prose: it is looked for inside texts, too.
    """

    mend: Callable[[list[str], int], Mended | None]
    code: str = "Y010"
    everywhere: bool = True
    prose: bool = False


def called(sign: str) -> str:
    """A character by its name: 'an en dash (U+2013)'."""
    words = name(sign, "sign without a name").lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words} (U+{ord(sign):04X})"


def _row(
    pattern: str, put: str | Callable[[str], str], message: str, hint: str, **more: object
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
        words |= {"called": called(odd or " "), "put": instead(found).strip()}
        start, end = found.span("sign")
        said = (text.format(**words) for text in (message, hint))
        return Mended({number: looked_for.sub(exchanged, line)}, start, end - start, *said)

    return Sign(mend, **more)  # type: ignore[arg-type]


def _conflict(lines: list[str], number: int) -> Mended | None:
    """Git's marks, with the side above '=======' kept."""
    if not CONFLICT.fullmatch(lines[number]):
        return None
    new, theirs = {number: ""}, False
    for n in range(number, len(lines)) if lines[number].startswith("<") else ():
        marked = CONFLICT.fullmatch(lines[n])
        theirs = theirs or (marked is not None and lines[n][0] in "|=")
        if theirs or marked:
            new[n] = ""
        if marked and lines[n][0] == ">":
            break
    message = "a merge conflict stands here, with git's marks"
    hint = "keep one of the two sides, and delete the other with the marks '<<<<<<<', '=======', '>>>>>>>'"
    return Mended(new, 0, len(lines[number]), message, hint)


def _fence(lines: list[str], number: int) -> Mended | None:
    """The marks around code in Markdown, with what stands outside of them."""
    if not FENCE.fullmatch(lines[number]):
        return None
    closes = any(line.startswith("format:") for line in lines[:number])
    outside = range(number, len(lines)) if closes else range(number + 1)
    message = f"'{lines[number].strip()}' is a fence around code in Markdown"
    new = dict.fromkeys(outside, "")
    return Mended(new, 0, len(lines[number]), message, "delete it, and what stands outside of it")


def _blank(lines: list[str], number: int) -> Mended | None:
    """Signs that look like a space, or like nothing, where the structure is."""
    line = lines[number]
    odd = re.search(f"[{BLANKS}{HIDDEN}]", line)
    if not odd:
        return None
    found = re.match(
        rf"(?P<pad>[ {BLANKS}{HIDDEN}]*(?:-[ {BLANKS}{HIDDEN}]+)*)"
        rf"(?:(?P<key>[\w{HIDDEN}-]+)[ {BLANKS}]*:(?P<gap>[ {BLANKS}{HIDDEN}]+|$))?(?P<value>.*)",
        line,
    )
    assert found
    pad, value = _spaces(found["pad"]), found["value"]
    key = f"{_spaces(found['key'])}:{' ' if found['gap'] else ''}" if found["key"] else ""
    if " " not in value or value[0] in "[{":
        value = _spaces(value)
    new = pad + key + value.strip(f" {_RANGE}")
    start = next((n for n, (a, b) in enumerate(zip(line, new, strict=False)) if a != b), len(new))
    if new == line or start >= len(line) or line[start].isascii():
        return None
    hint = "delete it" if re.match(f"[{HIDDEN}]", line[start]) else "delete it, and type a space"
    message = f"{called(line[start])} stands here, which nobody sees"
    return Mended({number: new}, start, 1, message, hint)


_RANGE = "".join(chr(c) for c in (0xA0, 0x1680, *range(0x2000, 0x200E), 0x202F, 0x205F, 0x2060, 0x3000, 0xAD))


def _spaces(text: str) -> str:
    return re.sub(f"[{HIDDEN}]", "", re.sub(f"[{BLANKS}]", " ", text))


def _latin(lines: list[str], number: int) -> Mended | None:
    """Letters of other alphabets in a word of Latin ones."""
    for word in re.finditer(r"[^\W\d]\w*", lines[number]):
        latin = word[0].translate(LATIN)
        if latin != word[0] and latin.isascii() and re.search("[a-z]", word[0]):
            start = next(n for n, pair in enumerate(zip(word[0], latin, strict=True)) if len({*pair}) > 1)
            message = f"'{word[0][start]}' in '{word[0]}' is {called(word[0][start])}"
            line = lines[number][: word.start()] + latin + lines[number][word.end() :]
            hint = f"type it anew: '{latin}'"
            return Mended({number: line}, word.start() + start, 1, message, hint)
    return None


def _wrapped(lines: list[str], number: int) -> Mended | None:
    """The rest of a long line, that mail or an editor has broken."""
    above = re.match(r"( *)(?:- )?(?:[\w-]+: )?[^\s\"'\[{|>]", lines[number - 1]) if number else None
    text = lines[number].lstrip(" ")
    column = len(lines[number]) - len(text)
    if not above or column > len(above[1]) or not re.match(r"\w.* ", text):
        return None
    message = "this is the rest of the text above it, and stands too far left"
    hint = f"let it begin in column {len(above[1]) + 3}, or join the two lines"
    new = " " * (len(above[1]) + 2) + text
    return Mended({number: new}, column, 1, message, hint)


def _quoted(text: str) -> str:
    return f'"{text}"' if not re.search(r'["\\]', text) else "'" + text.replace("'", "''") + "'"


def _straight(text: str) -> str:
    return _quoted(text[1:-1])


def _dashes(put: str) -> Callable[[str], str]:
    return lambda text: re.sub(f"[{DASHES}]", put, text)


SPLIT = rf"(?<![\w{CURLY}])(?P<sign>\w+(?:[{DASHES}]\w+)+){END[:-1]}|(?=:(?: |$)))"
BEHIND = r"(?:[:\[{,] *|\b(?:least|most|above|below) +)"
LIST_SIGN = "a list item begins with a hyphen and a space: this is {called}"
NO_COLON = "a key without ':'"
ONE: dict[str, object] = {"code": "", "everywhere": False}
SIGNS: tuple[Sign, ...] = (
    Sign(_conflict, prose=True),
    Sign(_fence, prose=True),
    _row(r"^(?P<sign>(?:> ?)+)(?=[ \w#-]|$)", "", "mail has put a '>' before this line", "delete it", prose=True),
    _row(r"^ *(?P<sign>(?:&(?:nbsp|emsp|ensp|#160|#xA0); *)+)", lambda s: " " * s.count(";"), "'{sign}' is HTML, and no space", "type spaces"),
    _row(rf"{PAD}[\w-]+:(?P<sign>(?: *&(?:nbsp|#160|#xA0);)+ *)", " ", "'{sign}' is HTML, and no space", "type a space"),
    Sign(_blank),
    _row(rf"{BEHIND}(?P<sign>[{DASHES}] *)(?=(?P<figure>\d[\d.]*))", "-", "'{sign}' is {called}, not a minus", "write -{figure}"),
    _row(rf"^ *(?P<sign>[{BULLETS}][\s{HIDDEN}]+)(?=\S)", "- ", LIST_SIGN, "write '- '"),
    _row(r"^ *(?P<sign>\d{1,2}[.)] +)(?=\S)", "- ", "a list item begins with '- ', not with a number", "write '- '"),
    _row(rf"(?:: +|- +|[\[{{,] *)(?P<sign>[{CURLY}][^\"{CURLY[:4]}]*[{CURLY}\"']|[\"'][^\"'{CURLY[:4]}]*[{CURLY}]){END}", _straight, "curly quotes do not count as quotes: {called} is one", "write {put}"),
    _row(rf"(?:: +|\b(?:least|most|above|below) +)(?P<sign>[+-]?\d+,\d+){END}", lambda s: s.replace(",", "."), "'{sign}' has a decimal comma", "write {put}, with a point"),
    _row(SPLIT, _dashes("-"), "'{sign}' has {called} in it, not a hyphen", "write '{put}'"),
    _row(SPLIT, _dashes("_"), "'{sign}' has {called} in it", "write '{put}'"),
    Sign(_latin),
    _row(rf"{PAD}(?P<key>[\w-]+)(?P<sign>\uff1a *)", ": ", "'{sign}' is {called}", "write '{key}: '"),
    _row(r"(?P<sign>[\uff0c\uff5b\uff5d\uff3b\uff3d])", lambda s: {"\uff0c": ", "}.get(s, chr(ord(s) - 0xFEE0)), "'{sign}' is {called}", "write '{put}'", everywhere=False),
    _row(rf"(?P<sign>{TAG})", "", "'{sign}' is HTML", "delete it"),
    _row(rf"(?P<sign>{ENTITY}.*{ENTITY}|{ENTITY})", html.unescape, "'{sign}' is HTML", "write {put}"),
    _row(rf"{PAD}[\w-]+: +(?P<sign>(?P<bar>[|>])[+-]?(?: +[^\s#].*|[^\s#+-].*))$", lambda s: _quoted(s.lstrip("|>+- ")), "text stands behind the '{bar}', on its line", "let it begin on the line below, indented", **ONE),
    _row(rf"{PAD}(?:[\w-]+: +)?(?P<sign>(?P<first>[*&!@`%?,}}\]]).*)$", _quoted, "a text that begins with '{first}' needs quotes", "write {put}", **ONE),
    _row(rf"(?P<sign>[\[{{][^\"'\[\]{{}}]*;[^\"'\[\]{{}}]*[\]}}])", lambda s: s.replace(";", ","), "a ';' stands here between keys", "write {put}", **ONE),
    _row(rf"{PAD}[\w-]+: *(?:\"[^\"]*\"|'[^']*'|[^,\"']+)(?P<sign>,)$", "", "a ',' at the end of the line", "delete it", **ONE),
    _row(rf"{PAD}(?P<key>[A-Za-z_]\w*)(?P<sign>:)(?=[^\s:/])", ": ", "a space is missing after ':'", "write '{key}: '", **ONE),
    _row(rf"{PAD}(?P<key>[A-Za-z_]\w*)(?P<sign> ?[=;.,-]?)$", ":", NO_COLON, "write '{key}:'", **ONE),
    _row(rf"{PAD}(?P<key>[A-Za-z_]\w*)(?P<sign> ?[=;.,{DASHES}-] ?| +)(?=\S)", ": ", NO_COLON, "write '{key}: '", **ONE),
    Sign(_wrapped, **ONE),  # type: ignore[arg-type]
)
"""Most telling first."""
