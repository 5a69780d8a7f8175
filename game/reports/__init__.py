"""Charts, pages and tables to keep: debrief, session report, guide, graph."""
