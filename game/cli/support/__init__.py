"""What verbs share: folders, services, formats, and the options of several."""
