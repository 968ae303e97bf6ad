"""The commands of `so-chi-tieu`: options in, lines printed, an exit status out."""
