"""Work that takes a moment, off the screen's own thread; a bar once it takes over half a second."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static
from textual.worker import Worker, WorkerState, get_current_worker

from game.i18n import N_
from game.simulation.progress import Tell
from game.ui.terminal.textual.widgets import Footer

T = TypeVar("T")
PATIENCE = 0.5
"""Seconds before there is a bar."""
OFTEN = 1 / 15
"""Seconds between two looks at how far it is."""


class Stopped(Exception):
    """Nobody waits for this work any more."""


class ProgressScreen(ModalScreen[T | None], Generic[T]):
    """Leaves with what the work returns, or with None if the captain would not wait."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", N_("Never mind"), key_display="Esc"),
    ]

    def __init__(self, doing: str, work: Callable[[Tell], T]) -> None:
        super().__init__()
        self._doing, self._work, self._done = doing, work, 0.0

    def compose(self) -> ComposeResult:
        """What is done, and how far it is; hidden at first."""
        with Vertical(id="sheet") as sheet:
            sheet.display = False
            yield Static(self._doing, markup=False, classes="part")
            yield ProgressBar(total=1.0, show_eta=False)
        yield Footer()

    def on_mount(self) -> None:
        self.run_worker(self._run, thread=True)
        self.set_timer(PATIENCE, self._show)
        self.set_interval(OFTEN, self._look)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS:
            self.dismiss(event.worker.result)

    def _run(self) -> T | None:
        worker = get_current_worker()

        def tell(share: float) -> None:
            if worker.is_cancelled:
                raise Stopped
            self._done = share

        try:
            return self._work(tell)
        except Stopped:
            return None

    def _show(self) -> None:
        self.query_one("#sheet").display = True

    def _look(self) -> None:
        self.query_one(ProgressBar).update(progress=self._done)
