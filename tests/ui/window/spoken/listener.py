"""What a screen reader finds on the bus of the desktop, for the system's own Python.

Run by `/usr/bin/python3`, which has pyatspi: `listener.py NAME` waits for a page with a button of
this name, prints the page line by line, role and words, and presses the button.
"""

import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi

DEADLINE = 30


def wants_screen_readers() -> None:
    """Say on the bus that a screen reader is there, as Orca does."""
    from gi.repository import Gio, GLib

    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    words = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    asked = "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", words
    bus.call_sync(*asked, None, Gio.DBusCallFlags.NONE, -1, None)


def parts(node: Any) -> Iterator[Any]:
    """A node and all below it."""
    yield node
    for at in range(node.childCount):
        yield from parts(node.getChildAtIndex(at))


def page() -> list[Any]:
    """All that is on the bus now; what goes away meanwhile is not there."""
    try:
        return list(parts(pyatspi.Registry.getDesktop(0)))
    except Exception:  # noqa: BLE001 - a page that has just been left
        return []


def main(name: str) -> None:
    wants_screen_readers()
    late = time.monotonic() + DEADLINE
    while time.monotonic() < late:
        found = page()
        button = next((node for node in found if node.name == name), None)
        if button:
            for node in found:
                focused = node.getState().contains(pyatspi.STATE_FOCUSED)
                line = f"{node.getRoleName()}: {node.name}{' (focused)' * focused}"
                sys.stdout.write(f"{line}\n")
            button.queryAction().doAction(0)
            return
        time.sleep(0.05)
    sys.exit(f"no {name!r} on the bus: {[node.name for node in page()]}")


if __name__ == "__main__":
    main(sys.argv[1])
