"""Pure layout of the sổ: which sheet, which column, which row; writes nothing."""
