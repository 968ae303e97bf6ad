"""The pure core: standard library only, no files, no clock, no Excel, no Word."""
