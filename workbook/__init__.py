"""The plan as data, the rules that judge it, and the master workbook as a file."""
