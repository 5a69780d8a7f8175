"""Charts: one drawing each, for the window and for the report; matplotlib is loaded to draw."""
