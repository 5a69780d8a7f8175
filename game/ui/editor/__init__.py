"""The language server: what `check` and `playtest` know, in the editor while somebody writes."""
