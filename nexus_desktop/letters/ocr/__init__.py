"""Text of pictures of pages, read on this machine by an engine that ships in a Python package; an optional component.

Everything here but ``installed`` runs in the child process and loads what is heavy (0.6 s, 800 MB at work).
"""

from __future__ import annotations

from importlib.util import find_spec


def installed() -> bool:
    """Whether the component is there: scans can be read only then."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "PIL"))
