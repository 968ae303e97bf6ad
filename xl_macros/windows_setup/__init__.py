"""Sets the program up on an official's Windows, for the current user, and takes it back.

What CaiDat.bat and GoCaiDat.bat start: `python -m xl_macros.windows_setup install|remove`.
What is to be done is planned as values (planning.py), then carried out (carrying_out.py).
Standard library only: it must run where a library is damaged.
"""
