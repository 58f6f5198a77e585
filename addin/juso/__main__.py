"""`python -m juso` is the same program as `juso`."""

import sys

from juso.cli import main

sys.exit(main())
