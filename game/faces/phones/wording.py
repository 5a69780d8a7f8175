"""Wording: pages in the language that is spoken, from the same catalogue as everything else.

In a script a sentence is marked as in Python, `_("Watch {number} of {of}", { number, of })`, in a
page as in a template, `{{ _("Keys (?)") }}`. Both are filled in once, as the room opens: browsers
get plain files, and no script has to ask for words before it can say any.
"""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path

from game.tongue import _, spoken

IN_SCRIPTS = re.compile(r'(?<![\w.])_\(("(?:[^"\\]|\\.)*")')
IN_PAGES = re.compile(r'\{\{ _\("([^"]*)"\) \}\}')
LANGUAGE = "{{ language }}"


def worded(file: Path) -> bytes:
    """A file of the pages, as browsers get it."""
    if file.suffix == ".js":
        return IN_SCRIPTS.sub(_literal, file.read_text(encoding="utf-8")).encode()
    if file.suffix == ".html":
        page = file.read_text(encoding="utf-8").replace(LANGUAGE, spoken())
        return IN_PAGES.sub(lambda marked: escape(_(marked[1]), quote=False), page).encode()
    return file.read_bytes()


def _literal(marked: re.Match[str]) -> str:
    """The same call, with its sentence in the language that is spoken."""
    text = json.loads(marked[1])
    told = _(text)
    return marked[0] if told == text else f"_({json.dumps(told, ensure_ascii=False)}"
