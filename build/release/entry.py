"""Where the frozen program begins."""

import sys

from nexus_desktop.__main__ import main

sys.exit(main())
