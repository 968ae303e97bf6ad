"""Makes the folder that runs the program on Windows without installation, as one zip.

`python -m xl_macros.windows_folder [-o DIR]`, on Linux, from the package registries alone.
Nothing of this package is in the zip.
"""
