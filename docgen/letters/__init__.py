"""The two Công văn to the units: figures to be sent or corrected, delays to be explained."""
