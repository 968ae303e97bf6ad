"""The plan document of the whole period."""
