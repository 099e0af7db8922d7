"""Start of the program: no arguments or ``window`` open the window, ``--worker`` parses one file, the rest is CLI.

``--long-letters`` is the child that searches and analyzes long letters for the window.
"""

from __future__ import annotations

import gc
import os
import sys

# No package that happens to be installed may listen to what Pydantic validates here, letters among it; and looking for
# such plugins costs a start 30 ms.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"


def main() -> int:
    """Choose the face before anything heavy is imported."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--worker"]:
        from nexus_desktop.letters import worker

        return worker.main()
    if arguments[:1] == ["--long-letters"]:
        from nexus_desktop.services import long_letters_child

        return long_letters_child.main()
    gc.disable()  # a quarter of what importing costs went into looking for garbage that a start does not make
    if not arguments or arguments[0] == "window":
        from nexus_desktop.ui import translation

        translation.begin()
        from nexus_desktop.bootstrap import Bootstrap
        from nexus_desktop.ui import app

        return app.main(arguments[1:], Bootstrap)
    from nexus_desktop import cli
    from nexus_desktop.bootstrap import Bootstrap

    gc.freeze()
    gc.enable()
    return cli.main(arguments, Bootstrap)


if __name__ == "__main__":
    sys.exit(main())
