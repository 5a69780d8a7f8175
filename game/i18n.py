"""The language that the game speaks. Set once, at the command line; reads no files.

English stands in the code, and is the key to what a catalogue says in its place. Sentences name
what they hold, `_("Heel {heel:.1f}.", heel=1.5)`, so that another language may put it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from gettext import NullTranslations
from string import Formatter


@dataclass(frozen=True, slots=True)
class Locale:
    """A language. code: such as de. point, comma: in numbers, before decimals and for thousands.

    own: the code of the language that the game's own words are in: English without a catalogue.
    """

    code: str = "en"
    own: str = "en"
    catalogue: NullTranslations = field(default_factory=NullTranslations)
    point: str = "."
    comma: str = ","


class _Speaker(Formatter):
    """Puts numbers into sentences as the language writes them."""

    def __init__(self) -> None:
        self.instead: Mapping[str, str] = {}
        self.speak(Locale())

    def speak(self, locale: Locale) -> None:
        self.locale = locale
        self._marks = str.maketrans({".": locale.point, ",": locale.comma})

    def format_field(self, value: object, format_spec: str) -> str:
        text = format(value, format_spec)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return text.translate(self._marks) if is_number else text


_speaker = _Speaker()
_instead: ContextVar[Mapping[str, str] | None] = ContextVar("instead", default=None)


def speak(locale: Locale) -> None:
    """Speak this language from now on; what stood in place of something else was another's."""
    _speaker.speak(locale)
    _speaker.instead = {}


def spoken() -> str:
    """The code of the language that is spoken now; scenarios are told in it where they can be."""
    return _speaker.locale.code


def own_language() -> str:
    """The code of the language that the game's own words are in."""
    return _speaker.locale.own


def say_instead(overlay: Mapping[str, str]) -> None:
    """From now on these stand in place of these English texts, whatever language is spoken."""
    _speaker.instead = overlay


def said_instead() -> Mapping[str, str]:
    """What stands in place of what, here and now."""
    instead = _instead.get()
    return _speaker.instead if instead is None else instead


@contextmanager
def saying_instead(overlay: Mapping[str, str]) -> Iterator[None]:
    """The same within one view of many that a process shows."""
    token = _instead.set(overlay)
    try:
        yield
    finally:
        _instead.reset(token)


def _(text: str, /, **held: object) -> str:
    """What this English text is in the language that is spoken, with what it holds."""
    own = said_instead().get(text)
    translated = own or (_speaker.locale.catalogue.gettext(text) if text else "")
    return _speaker.vformat(translated, (), held) if held else translated


def ngettext(one: str, many: str, count: float, /, **held: object) -> str:
    """The same for a text that differs with a number; `{count}` is held by itself."""
    text = _speaker.locale.catalogue.ngettext(one, many, count)  # type: ignore[arg-type]
    return _speaker.vformat(text, (), {"count": count, **held})


def pgettext(about: str, text: str) -> str:
    """A word that another language tells apart; about: of what it is said."""
    return _speaker.locale.catalogue.pgettext(about, text)


def number(value: float, how: str = "") -> str:
    """A number by itself; how: as after the colon in braces."""
    return _speaker.format_field(value, how)


def N_(text: str) -> str:  # noqa: N802 - by this name every tool of gettext knows it
    """The same text: marked for the catalogues where it stands, translated where it is said."""
    return text
