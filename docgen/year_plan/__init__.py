"""The plan document of one year."""
