"""Bots: phones and host pages that play by themselves, to rehearse a session and to test one."""
