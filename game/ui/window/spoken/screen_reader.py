"""The page as a tree for screen readers, by AccessKit: NVDA, VoiceOver and Orca read the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pygame

from game.ui.window.spoken.reading_order import Part, PartKind

if TYPE_CHECKING:
    from accesskit import ActionRequest, TreeUpdate

WINDOW, PAGE, FIRST = 0, 1, 2
"""The window, the page in it, and the first of its parts, as nodes of the tree."""
TITLE = "Even Keel"


class ScreenReader:
    """Hands each page to whichever screen reader listens; without one it costs nothing."""

    def __init__(self) -> None:
        """Call it before the window is shown; Windows asks for that."""
        self._parts: Sequence[Part] = ()
        self._language = "en"
        self._adapter = _adapter(self) if find_spec("accesskit") else None

    def show(self, parts: Sequence[Part], language: str) -> None:
        """The window shows another page, or another choice is marked."""
        self._parts, self._language = tuple(parts), language
        if self._adapter:
            events = self._adapter.update_if_active(self.tree)
            if events is not None:
                events.raise_events()

    def focus(self, *, has_focus: bool) -> None:
        """The window is in front, or no longer."""
        if self._adapter and sys.platform == "linux":
            self._adapter.update_window_focus_state(has_focus)

    def tree(self) -> TreeUpdate:
        """The page as it is now."""
        import accesskit as kit

        roles = {
            PartKind.HEADING: kit.Role.HEADING,
            PartKind.TEXT: kit.Role.LABEL,
            PartKind.PICTURE: kit.Role.IMAGE,
            PartKind.CHOICE: kit.Role.BUTTON,
            PartKind.GAUGE: kit.Role.LABEL,
            PartKind.BUTTON: kit.Role.BUTTON,
        }
        nodes, focus = [], PAGE
        for id, part in enumerate(self._parts, FIRST):
            node = kit.Node(roles[part.kind])
            if part.kind in (PartKind.TEXT, PartKind.GAUGE):
                node.set_value(part.text)
            else:
                node.set_label(part.text)
            area = part.area
            node.set_bounds(kit.Rect(area.left, area.top, area.right, area.bottom))
            if part.kind in (PartKind.CHOICE, PartKind.BUTTON):
                node.add_action(kit.Action.CLICK)
                node.add_action(kit.Action.FOCUS)
            focus = id if part.is_marked else focus
            nodes.append((id, node))
        page = kit.Node(kit.Role.GROUP)
        page.set_children([id for id, _ in nodes])
        page.set_live(kit.Live.POLITE)
        page.set_language(self._language)
        window = kit.Node(kit.Role.WINDOW)
        window.set_label(TITLE)
        window.set_children([PAGE])
        update = kit.TreeUpdate(focus)
        update.tree = kit.Tree(WINDOW)
        update.nodes.extend([(WINDOW, window), (PAGE, page), *nodes])
        return update

    def press(self, request: ActionRequest) -> None:
        """Do what a screen reader asks for as a mouse would, at the same place.

        It comes from a thread of the adapter's; pygame takes events from any.
        """
        import accesskit as kit

        number = request.target - FIRST
        if request.action != kit.Action.CLICK or not 0 <= number < len(self._parts):
            return
        at = self._parts[number].area.center
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=pygame.BUTTON_LEFT)
        )


def _adapter(reader: ScreenReader) -> Any:
    """The system's own way to screen readers; None where the window is none of the system's."""
    import accesskit as kit

    if not pygame.display.get_init():
        return None
    handle = pygame.display.get_wm_info().get("window")
    if sys.platform == "win32" and handle:
        return kit.windows.SubclassingAdapter(handle, reader.tree, reader.press)
    if sys.platform == "darwin" and handle:
        return kit.macos.SubclassingAdapter.for_window(handle, reader.tree, reader.press)
    if sys.platform == "linux" and pygame.display.get_driver() in ("x11", "wayland"):
        return kit.unix.Adapter(reader.tree, reader.press, lambda: None)
    return None
