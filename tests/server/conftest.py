"""The browser of the web's tests."""

from tests.ui.web.conftest import _guesses_cost_little, browser, one_browser

__all__ = ["_guesses_cost_little", "browser", "one_browser"]
