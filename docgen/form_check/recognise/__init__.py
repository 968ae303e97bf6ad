"""Tells the components of a document apart: heading, body, closing, annexes."""
