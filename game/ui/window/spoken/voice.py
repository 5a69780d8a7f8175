"""A process of its own that reads its input aloud: `python -m game.ui.window.spoken.voice en`."""

from __future__ import annotations

import sys

from game.ui.window.spoken.speech import NO_VOICE


def main(language: str) -> int:
    """Read standard input in a voice of this language, or in the system's; the exit code."""
    try:
        import pyttsx3

        engine = pyttsx3.init()
        voices = engine.getProperty("voices") or []
    except Exception:  # noqa: BLE001 - each system's driver raises errors of its own
        return NO_VOICE
    spoken = [voice.id for voice in voices if language in _languages(voice)]
    if spoken:
        engine.setProperty("voice", spoken[0])
    engine.say(sys.stdin.read())
    engine.runAndWait()
    return 0


def _languages(voice: object) -> set[str]:
    """The languages of a voice; some drivers write them with a byte before, some with a country."""
    written = getattr(voice, "languages", None) or []
    texts = [name.decode(errors="ignore") if isinstance(name, bytes) else name for name in written]
    return {text.strip("\x05").replace("_", "-").partition("-")[0].lower() for text in texts}


if __name__ == "__main__":
    sys.exit(main(sys.argv[-1]))
