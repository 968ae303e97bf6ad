"""Checks a template before it is used: its tags, its fields, and what it may not carry."""
