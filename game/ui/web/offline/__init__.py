"""A voyage as a folder of static files: it sails in any browser, without a server."""
