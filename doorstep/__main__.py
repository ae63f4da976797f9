"""Run the command line: `doorstep` or `python -m doorstep`."""

from doorstep.cli import main

if __name__ == "__main__":
    main()
