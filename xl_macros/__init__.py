"""The shell: what the command line (and later Excel's buttons) call."""
