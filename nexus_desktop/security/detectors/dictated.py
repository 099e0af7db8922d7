"""Numbers, dates and addresses as they are said to a machine or a typist: ``double zero four seven``, ``nine slash
oh two slash ninety one``, ``A dash seventeen``, ``ann dot roe at clinic dot example``."""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import either, words

_DIGITS = words("zero oh one two three four five six seven eight nine")
_TEENS = words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_TIMES = words("double triple")
_JOINTS = words("dash hyphen slash dot point hash pound stroke")
_SAID = _DIGITS | _TEENS | _TENS
_PARTS = _SAID | _TIMES | _JOINTS
_GAPS = (" ", "-", SOFT, ", ", "," + SOFT)
_LONGEST = 24  # words of one number
_LETTERS = 6  # spelled in front of it
_SINGLE = 4  # figures said one by one that make a number of somebody
_LABELS: tuple[tuple[frozenset[str], C], ...] = (
    (words("birth dob birthday born"), C.DOB),
    (words("social ssn security last"), C.SSN),
    (words("phone telephone cell mobile tel pager"), C.PHONE),
    (words("fax"), C.FAX),
    (words("license licence npi dea"), C.LICENSE),
    (words("service"), C.SERVICE_NO),
    (words("chart record mrn patient"), C.MRN),
    (words("file claim docket"), C.VA_FILE),
    (words("plan policy member group insurance medicare tricare"), C.PLAN_ID),
    (words("zip"), C.ZIP),
    (
        words("account billing invoice tape tapes case job code serial tag plate extension ext number order reference"),
        C.ACCOUNT,
    ),
)
_SPELT = {"dob": C.DOB, "ssn": C.SSN, "mrn": C.MRN, "npi": C.LICENSE, "dea": C.LICENSE, "zip": C.ZIP}
"""Labels that are spelled letter by letter."""
_BACK = 4  # words before a number in which its label may stand
_TOP = "(?:com|org|net|edu|gov|mil|us|health|example|info|law|clinic)"
_EMAIL = compiled(
    rf"""(?<![\w@.-])(?:[a-z]~)?[a-z][\w-]{{1,30}}(?:~(?:dot|underscore|dash|hyphen)~[a-z\d][\w-]{{0,30}}){{0,3}}~(?:at|@)~[a-z][\w-]{{1,30}}
    (?:~(?:dash~|hyphen~)?(?!dot\b)[a-z][\w-]{{1,30}})?~(?:dot|\.)~(?:(?!{_TOP}\b)[a-z]{{2,20}}~(?:dot|\.)~)?{_TOP}\b"""
)
_SPOKEN_URL = compiled(
    rf"(?<![\w@.-])[a-z][\w-]{{1,30}}(?:~(?:dot|dash|hyphen)~[a-z][\w-]{{1,30}}){{1,3}}~dot~{_TOP}\b(?:~slash~[a-z\d]+(?:~(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)){{0,6}}){{0,3}}"
)
_SPACED_EMAIL = compiled(r"(?<![\w@.-])[\w][\w.+-]{0,40}~@~[\w-]{1,40}(?:~?\.~?[\w-]{2,20}){1,3}(?!\w)")
_SPOKEN = f"(?:{either(_SAID)})"
_EXTENSION = compiled(rf"\b(?:ext|extension|x)\b\.?~{_SPOKEN}(?:[~-]{_SPOKEN}){{0,4}}\b")
_CAPITAL = compiled(r"\bcap(?:ital)?~(?P<v>[a-z])(?:~(?:lower|small)(?:~case)?)?(?=~[a-z]~[a-z]\b)")


class DictatedDetector(PhiDetector):
    """Numbers of all kinds in words, by how they are said or by the word before, and addresses of mail in words."""

    name = "dictated"

    def find(self, view: LetterView) -> Iterator[Hit]:
        done = -1
        for at in view.indices(_SAID | _TIMES):
            if at > done:
                first, last = _run(view, at)
                done = last
                yield from self._weighed(view, first, last)
        for pattern in (_EMAIL, _SPACED_EMAIL):
            for match in view.scan(pattern):
                yield Hit(*match.span(), C.EMAIL, 0.85, "an e-mail address in words")
        for match in view.scan(_SPOKEN_URL):
            yield Hit(*match.span(), C.URL, 0.8, "a web address in words")
        for match in view.scan(_EXTENSION):
            yield Hit(*match.span(), C.PHONE, 0.7, "an extension in words")
        for match in view.scan(_CAPITAL):
            yield Hit(*match.span("v"), C.PATIENT, 0.7, "a name spelled out")

    def _weighed(self, view: LetterView, first: int, last: int) -> Iterator[Hit]:
        keys = [word.key for word in view.words[first : last + 1]]
        spelt = "".join(keys[:3])
        if spelt in _SPELT:
            first, keys = first + 3, keys[3:]
        start, end = view.words[first].start, view.words[last].end
        if view.is_kept(start, end, HARD) or _counts(keys) or "c f r" in " ".join(keys) or "u s c" in " ".join(keys):
            return
        category = _SPELT.get(spelt) or _label(view, first)
        single = _said_singly(keys)
        strokes = [at for at, key in enumerate(keys) if key in ("slash", "stroke", "dash")]
        if len(strokes) == 2 and 0 < strokes[0] < strokes[1] - 1 and single < _SINGLE and len(keys) <= 10:
            yield Hit(start, end, C.DOB if category is C.DOB else C.DATE, 0.75, "a date in words")
        elif single >= _SINGLE or (category is not None and _is_number(keys, single)):
            yield Hit(start, end, category or C.ACCOUNT, 0.75, "digits in words")


def _run(view: LetterView, at: int) -> tuple[int, int]:
    """The words of the number that a word is part of, with the letters spelled in front of it."""
    words_, last = view.words, at
    while last + 1 < len(words_) and last - at < _LONGEST and view.gap(last) in _GAPS:
        key = words_[last + 1].key
        letter = len(key) == 1 and view.gap(last) in (" ", ", ") and key not in ("a", "i")
        if key in ("as", "like") and len(words_[last].key) == 1 and last + 2 < len(words_):  # "B as in boy"
            last += 3 if words_[last + 2].key == "in" and last + 3 < len(words_) else 2
            continue
        if key not in _PARTS and not letter:
            break
        last += 1
    while words_[last].key not in _SAID and last > at and len(words_[last].key) > 1:
        last -= 1
    last = min(last, len(words_) - 1)
    first = at
    while first and at - first < _LETTERS and view.before(first) in _GAPS:
        key = words_[first - 1].key
        if (
            key not in _JOINTS
            and not ("-" in key and _said(key))
            and not (len(key) == 1 and (key not in ("a", "i") or words_[first].key in _JOINTS))
        ):
            break
        first -= 1
    while words_[first].key in _JOINTS and first < at:
        first += 1
    if first > 1 and [word.key for word in words_[first - 2 : first]] == ["area", "code"]:
        first -= 2
    elif first and words_[first - 1].key == "plus":
        first -= 1
    return first, last


def _said(key: str) -> bool:
    """Whether a word, or each part of a double one, is a part of a number: ``c-twenty``."""
    return all(part in _PARTS or len(part) == 1 for part in key.split("-"))


def _said_singly(keys: list[str]) -> int:
    """How many figures are said one by one; ``double`` counts once more, ``twenty three`` not at all."""
    count = 0
    for at, key in enumerate(keys):
        if (key in _DIGITS and not (at and keys[at - 1] in _TENS)) or key in _TIMES:
            count += 1
    return count


def _is_number(keys: list[str], single: int) -> bool:
    """Whether words behind a label are a number and no quantity: figures one by one, a joint, letters in front."""
    said = sum(key in _SAID for key in keys)
    mixed = any(key in _JOINTS or key in _TIMES or len(key) == 1 for key in keys)
    return said >= 1 and (single >= 3 or (mixed and (said >= 2 or keys[0] not in _SAID)) or said >= 4)


def _counts(keys: list[str]) -> bool:
    """``one two three four``: counted, and no number."""
    order = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return len(keys) > 2 and any(keys == order[at : at + len(keys)] for at in range(3))


def _label(view: LetterView, first: int) -> C | None:
    """What the words before a number announce; the nearest label counts."""
    for at in range(first - 1, max(-1, first - 1 - _BACK), -1):
        gap = view.gap(at)
        if ("." in gap and at + 1 < first) or "\n\n" in gap:
            return None
        for labels, category in _LABELS:
            if view.words[at].key in labels:
                return category
    return None
