"""`python -m tests.languages`: brings the catalogues up to date with the code, and compiles them.

What is new stands empty in assets/languages/*/LC_MESSAGES/even-keel.po, to be translated; run it
once more afterwards. Explain a sentence that goes in its commit.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.ui.languages import DOMAIN, ENGLISH, LANGUAGES, catalogues, name_of, use_language

ROOT = Path(__file__).parent.parent
OTHERS = [code for code in LANGUAGES if code != ENGLISH]
"""Those that have a catalogue."""
SPEAKING = [
    ("game/**.py", "python"),
    ("game/ui/web/**/pages/**.js", "javascript"),
    ("game/ui/web/pages/**.js", "javascript"),
    ("game/**/pages/**.html", "jinja2"),
    ("assets/**.j2", "jinja2"),
]
"""What says something, and how it is read."""
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
"""The head of a catalogue tells no day, so that the same sentences are the same bytes."""


TOOL = b'"Generated-By:'
"""Which version wrote it does not matter."""
HEAD = """\
# Even Keel in {}. `python -m tests.languages` brings this file up to date and compiles it.
# Words in braces stay as they are, colons and all that stands with them included."""


def marked() -> Catalog:
    """Every sentence that is marked in the code and in the pages."""
    catalog = Catalog(project="Even Keel", creation_date=SINCE, charset="utf-8")
    for file, _, message, comments, context in extract_from_dir(ROOT, SPEAKING):
        catalog.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    return catalog


def kept(language: str) -> Catalog:
    """A language's catalogue as it is kept."""
    with _file(language, "po").open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """The same with every sentence that is marked, and no other."""
    catalog = kept(language) if _file(language, "po").exists() else Catalog(locale=language)
    catalog.update(marked(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.creation_date = catalog.revision_date = SINCE
    catalog.header_comment, catalog.fuzzy = HEAD.format(name_of(language)), False
    catalog.project, catalog.version = "even-keel", "1"
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as people write it."""
    text = BytesIO()
    write_po(text, catalog, width=100, sort_by_file=True, include_lineno=False)
    lines = text.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(TOOL))


def as_mo(catalog: Catalog) -> bytes:
    """The catalogue as the game reads it."""
    data = BytesIO()
    write_mo(data, catalog)
    return data.getvalue()


def files(language: str) -> tuple[Path, bytes, Path]:
    """A language's catalogue, what should stand in it, and its compiled twin."""
    return _file(language, "po"), as_po(updated(language)), _file(language, "mo")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """For a while the game speaks this language, then English again."""
    use_language(language)
    try:
        yield
    finally:
        use_language("en")


def _file(language: str, ending: str) -> Path:
    return catalogues() / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


if __name__ == "__main__":
    for language in OTHERS:
        po, source, mo = files(language)
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_bytes(source)
        mo.write_bytes(as_mo(updated(language)))
