"""Draws the guide's pictures from real sheets: `python -m tests.guide_pictures`.

A developer's tool; it needs LibreOffice, poppler, Liberation fonts and Pillow. The
product itself only carries the pictures that come out of it.
"""
