"""Excel's side: what a click runs on the open workbook, through xlwings."""
