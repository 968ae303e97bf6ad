"""Reads a sổ, from a file (`file`) or from sheets that somebody else opened (`content`).

The file's reader is loaded by those who read files: a click in Excel needs no openpyxl.
"""
