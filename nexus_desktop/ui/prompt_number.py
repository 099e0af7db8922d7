"""A number to type in, held to a range."""

from __future__ import annotations

from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QLineEdit


class NumberEdit(QLineEdit):
    """What is no number counts as the least; what is beyond the range as its end."""

    def __init__(self, name: str, least: float, most: float, first: float, decimals: int = 0) -> None:
        super().__init__(f"{first:.{decimals}f}")
        self._least, self._most = least, most
        self.setAccessibleName(name)
        self.setValidator(QDoubleValidator(least, most, decimals, self))
        self.setFixedWidth((len(f"{most:.{decimals}f}") + 6) * self.fontMetrics().averageCharWidth())

    def value(self) -> float:
        """The number that counts."""
        try:
            typed = float(self.text())
        except ValueError:
            return self._least
        return min(self._most, max(self._least, typed))
