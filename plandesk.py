"""plandesk by its own name: `python -m plandesk` does what the command plandesk does."""

import sys

from tui.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
