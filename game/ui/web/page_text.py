"""Pages in the language that is spoken, from the same catalogue as everything else.

In a script a sentence is marked as in Python, `_("Watch {number} of {of}", { number, of })`; a page
is a template. Both are filled in once, as the room opens: browsers get plain files, and no script
has to ask for words before it can say any.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from game.i18n import _, own_language
from game.reports.html import page_templates

IN_SCRIPTS = re.compile(r'(?<![\w.])_\(("(?:[^"\\]|\\.)*")')


def translate_page(file: Path) -> bytes:
    """A file of the pages, as browsers get it."""
    if file.suffix == ".js":
        return IN_SCRIPTS.sub(_literal, file.read_text(encoding="utf-8")).encode()
    if file.suffix == ".html":
        page = page_templates(file.parent).get_template(file.name)
        return page.render(language=own_language()).encode()
    return file.read_bytes()


def _literal(marked: re.Match[str]) -> str:
    """The same call, with its sentence in the language that is spoken."""
    text = json.loads(marked[1])
    told = _(text)
    return marked[0] if told == text else f"_({json.dumps(told, ensure_ascii=False)}"
