"""Turns the parts of an answer into values of the wire schema. What does not fit is nothing, and is named.

No default, no clamp, no nearest word. A value keeps its meaning through every change made here: a number in quotes is
the number, a whole phrase of the rubric is its word; everything else that is not of the schema is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from nexus_desktop.analysis import answer_levels as levels
from nexus_desktop.analysis.answer_reader import CLASH, CUT, Bare, Mark
from nexus_desktop.analysis.answer_shape import ELEMENTS, ITEM, ITEMS, OPINION, ROOT, named
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.models.validation import Problem
from nexus_desktop.models.wire_models import ItemLevel, levels_of

MOST_QUOTES: Final = 20
MOST_EXTRAS: Final = 50  # that are named; all are left out
LONGEST_QUOTE, LONGEST_REASON, LONGEST_NAME = 4000, 4000, 300

_WHOLE: Final = re.compile(r"\+?(\d{1,3})(?:\.0{1,6})?\s*(?:%|/\s*100|out of 100|percent)?\Z")
_PLACEHOLDER: Final = re.compile(
    r"[\s.…]*\Z|<[^<>]{0,80}>\Z|\[(?:quote|text|reason|string|insert)[^\]]{0,60}\]\Z|string\Z", re.IGNORECASE
)
_DEBRIS: Final = re.compile(r"""["'”]\s*[:,\]}]\s*["'“\[{]|["'”]\s*:|[{\[]\s*["“]|["”]\s*[}\]]|["”}\]],?\s*\n""")
_EDGES: Final = re.compile(r"""^[\s,:;\[{]+(?=["'A-Z])|(?<=[.!?])["'`]*[\s,:\[{"'`]+$""")  # of debris too small to tell
_ENDED: Final = re.compile(r"[.!?…][\"'”’)\]]*\s*\Z")
_LAST: Final = frozenset(list(ItemId)[-1:])
_ABSENT: Final = object()

_SENTENCES: Final = {
    "missing": "{path} is missing.",
    "not_given": "{path} was left open.",
    "cut": "{path} stood where the answer was cut off, so it may not be whole.",
    "duplicate": "{path} was given twice with different values.",
    "enum": "{path} is none of the allowed words.",
    "range": "{path} is outside of what it can be.",
    "whole_number": "{path} is no whole number.",
    "text": "{path} is no text.",
    "yes_no": "{path} is neither yes nor no.",
    "list": "{path} is no list.",
    "object": "{path} has no parts.",
    "too_long": "{path} is longer than it can be.",
    "placeholder": "{path} holds a placeholder.",
    "debris": "{path} ran into other parts of the answer.",
    "extra": "{path} is not a part of the answer and was left out.",
    "level_of_item": "{path} is a level this item does not know.",
}


def _encodable(text: str) -> str:
    """A text without halves of characters, which JSON can spell and nothing can keep."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _mind_the_end(items: dict[str, Any]) -> None:
    """The last reason of an answer that ends before its last item, as cut where it is no whole sentence: what was cut
    off and then closed by someone reads like that."""
    last = items[next(reversed(items))] if items and _LAST.isdisjoint(items) else None
    if isinstance(last, dict) and isinstance(reason := last.get("reason"), str) and not _ENDED.search(reason):
        items[next(reversed(items))] = last | {"reason": CUT}


class Values:
    """Collects values and what was wrong with them. ``repairs`` names changes of form that kept the meaning."""

    def __init__(self, repairs: set[str]) -> None:
        self.problems: list[Problem] = []
        self.repairs = repairs
        self.found = 0
        self._extra = 0

    def blame(self, path: str, rule: str) -> None:
        """Name what is wrong at a place."""
        self.problems.append(Problem(field=path, rule=rule, sentence=_SENTENCES[rule].format(path=path)))

    # --- parts --------------------------------------------------------------------------------------------------

    def answer(self, data: dict[str, Any]) -> dict[str, Any]:
        """A shaped answer as the payload of WireAnswer."""
        self._extras(data, ROOT, "")
        return {
            "opinion": self._opinion(data.get("opinion", _ABSENT)),
            "elements": self._elements(data.get("elements", _ABSENT)),
            "items": self._items(data.get("items", _ABSENT)),
            "citations": self._texts(data.get("citations", _ABSENT), "citations", LONGEST_NAME),
            "confidence": self._percent(data.get("confidence", _ABSENT), "confidence"),
        }

    def _object(self, value: object, path: str, known: frozenset[str]) -> dict[str, Any]:
        """The members of an object, under the keys of the schema; empty where it is none."""
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
            self.repairs.add("shape")
            value = value[0]
        if isinstance(value, dict):
            members = named(value, known)
            if members.keys() != value.keys():
                self.repairs.add("keys")
            self._extras(members, known, f"{path}.")
            return members
        self.blame(path, self._why(value) or "object")
        return {}

    def _extras(self, members: Mapping[str, object], known: frozenset[str], prefix: str) -> None:
        for key in members:
            if key not in known:
                self.repairs.add("extra")
                self._extra += 1
                if self._extra <= MOST_EXTRAS:
                    self.blame(f"{prefix}{key[:40]}" if key.isidentifier() else f"{prefix}?", "extra")

    def _opinion(self, value: object) -> dict[str, Any]:
        part = self._object(value, "opinion", OPINION)
        at = part.get
        return {
            "polarity": self._word(at("polarity", _ABSENT), "opinion.polarity", levels.POLARITY),
            "standard": self._word(at("standard", _ABSENT), "opinion.standard", levels.STANDARD),
            "theory": self._word(at("theory", _ABSENT), "opinion.theory", levels.THEORY, open_=True),
            "condition": self._text(at("condition", _ABSENT), "opinion.condition", LONGEST_NAME),
            "quote": self._text(at("quote", _ABSENT), "opinion.quote", LONGEST_QUOTE),
        }

    def _elements(self, value: object) -> dict[str, Any]:
        part = self._object(value, "elements", ELEMENTS)
        at = part.get
        return {
            "rationale": self._word(at("rationale", _ABSENT), "elements.rationale", levels.RATIONALE),
            "records_review": self._word(at("records_review", _ABSENT), "elements.records_review", levels.RECORDS),
            "literature": self._yes_no(at("literature", _ABSENT), "elements.literature"),
            "signed": self._yes_no(at("signed", _ABSENT), "elements.signed"),
            "dated": self._yes_no(at("dated", _ABSENT), "elements.dated"),
        }

    def _items(self, value: object) -> dict[str, Any]:
        part = self._object(value, "items", ITEMS)
        _mind_the_end(part)
        return {item.value: self._item(part.get(item.value, _ABSENT), item) for item in ItemId}

    def _item(self, value: object, item: ItemId) -> dict[str, Any]:
        path = f"items.{item.value}"
        if isinstance(value, str):  # the level alone
            self.repairs.add("shape")
            value = {"level": value}
        part = self._object(value, path, ITEM)
        if not part:
            return {"level": None, "quotes": (), "reason": None}
        level = self._word(part.get("level", _ABSENT), f"{path}.level", levels.LEVEL)
        if level is not None and level != ItemLevel.NOT_APPLICABLE and ItemLevel(level) not in levels_of(item):
            self.blame(f"{path}.level", "level_of_item")
            self.found -= 1
            level = None
        return {
            "level": level,
            "quotes": self._texts(part.get("quotes", _ABSENT), f"{path}.quotes", LONGEST_QUOTE),
            "reason": self._text(part.get("reason", _ABSENT), f"{path}.reason", LONGEST_REASON),
        }

    # --- leaves -------------------------------------------------------------------------------------------------

    def _why(self, value: object) -> str | None:
        """The rule that a value breaks before its kind is looked at."""
        if value is _ABSENT:
            return "missing"
        if value is None:
            return "not_given"
        if isinstance(value, Mark):
            return "cut" if value is CUT else "duplicate" if value is CLASH else "object"
        return None

    def _single(self, value: object) -> object:
        """The one entry of a list where a single value belongs."""
        if isinstance(value, list) and len(value) == 1:
            self.repairs.add("shape")
            return value[0]
        return value

    def _word(self, value: object, path: str, table: Mapping[str, str], *, open_: bool = False) -> str | None:
        """A word of the schema. ``open_`` words may be null by right."""
        value = self._single(value)
        if value is None and open_:
            return None
        why = self._why(value)
        if why:
            self.blame(path, why)
            return None
        if isinstance(value, Bare) and value.text.casefold() != "none":  # unquoted, "none" may be a null or a word
            self.repairs.add("quotes")
            value = value.text
        if not isinstance(value, str):
            self.blame(path, "enum")
            return None
        phrase = levels.plain(value)
        word = table.get(phrase)
        if word is None:
            self.blame(path, "not_given" if phrase in levels.UNSAID else "enum")
            return None
        if word != value:
            self.repairs.add("words")
        self.found += 1
        return word

    def _yes_no(self, value: object, path: str) -> bool | None:
        value = self._single(value)
        if isinstance(value, bool):
            self.found += 1
            return value
        why = self._why(value)
        if isinstance(value, Bare):
            value = value.text
        if why is None and isinstance(value, str):
            phrase = levels.plain(value)
            answer = levels.YES_NO.get(phrase)
            if answer is not None:
                self.repairs.add("words")
                self.found += 1
                return answer
            why = "not_given" if phrase in levels.UNSAID else None
        self.blame(path, why or "yes_no")
        return None

    def _percent(self, value: object, path: str) -> int | None:
        """A whole number from 0 to 100. A fraction is none: 0.9 may be meant as 90 or as less than one."""
        value = self._single(value)
        if value is None:
            return None
        why = self._why(value)
        if why:
            self.blame(path, why)
            return None
        if isinstance(value, Bare | str):
            text = (value.text if isinstance(value, Bare) else value).strip()
            whole = _WHOLE.match(text)
            if whole is None:
                self.blame(path, "not_given" if levels.plain(text) in levels.UNSAID else "whole_number")
                return None
            self.repairs.add("words")
            value = int(whole.group(1))
        if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
            self.blame(path, "whole_number")
            return None
        if isinstance(value, float):
            self.repairs.add("words")
        if not 0 <= value <= 100:
            self.blame(path, "range")
            return None
        return int(value)

    def _text(self, value: object, path: str, longest: int) -> str | None:
        """Free text; null by right."""
        value = self._single(value)
        if value is None:
            return None
        why = self._why(value)
        if isinstance(value, Bare):
            value = value.text
        if why is None:
            if not isinstance(value, str):
                why = "text"
            elif len(value) > longest:
                why = "too_long"
            elif _PLACEHOLDER.match(value):
                why = "placeholder" if value.strip() else "not_given"
            elif self.repairs and _DEBRIS.search(value):
                why = "debris"
        if why:
            self.blame(path, why)
            return None
        text = _encodable(str(value)).strip()
        if self.repairs:
            text = _EDGES.sub("", text)
        return None if levels.plain(text) in levels.UNSAID else text

    def _texts(self, value: object, path: str, longest: int) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        if value is None:
            self.repairs.add("shape")
            return ()
        why = self._why(value)
        if why:
            self.blame(path, why)
            return ()
        if isinstance(value, str):
            self.repairs.add("shape")
            value = [value]
        if not isinstance(value, list):
            self.blame(path, "list")
            return ()
        kept: list[str] = []
        for number, one in enumerate(value[:MOST_QUOTES]):
            text = self._text(one, f"{path}.{number}", longest)
            if text is not None and text not in kept:
                kept.append(text)
        if len(value) > MOST_QUOTES:
            self.blame(path, "too_long")
        return tuple(kept)
