"""The screens of the window, a file a screen; each returns what comes next."""
