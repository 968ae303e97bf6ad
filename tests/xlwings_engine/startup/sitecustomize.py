"""Python runs this before anything else when its folder is on PYTHONPATH."""

# A module of its own, since on Windows it is a .pth file that imports it.
import standing_ready  # type: ignore[import-not-found] # noqa: F401 # beside this file
