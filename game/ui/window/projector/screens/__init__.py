"""The screens of the projector, a file a phase."""
