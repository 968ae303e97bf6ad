"""What every document has in common: letterhead, phrases, rows of tables, the decree's numbers."""
