"""Capitals for text typed without case information."""
