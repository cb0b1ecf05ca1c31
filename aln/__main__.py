"""`python -m aln` is the command `aln`."""

import sys

from aln.cli.entry import main

if __name__ == "__main__":
    sys.exit(main())
