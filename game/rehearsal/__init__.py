"""Bots that play a session over real sockets, to rehearse a room and to test one."""
