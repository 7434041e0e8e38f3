"""`python -m tui` is `blitz-course`."""

from tui.cli import main

main()
