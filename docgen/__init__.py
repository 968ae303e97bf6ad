"""Plain results in, official Word documents out."""
