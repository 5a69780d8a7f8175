"""The screens of the terminal game, a file a screen; each says what happened, the app what next."""
