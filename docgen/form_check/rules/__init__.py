"""Measures each component against the decree: what is wrong, where, by which clause."""
