"""Rollouts: what one order leads to, over many seas, if a half-skilled captain sails on from it."""
