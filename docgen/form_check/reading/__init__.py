"""Reads a package into a `Document`: what is printed, in which format, where."""
