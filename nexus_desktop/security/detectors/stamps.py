"""Who signed, typed or printed, as machines and typists write it: ``DOE.ANN.B.1234567890``, ``Entered by dkl``,
``printed by adoe2``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import LetterView
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, words

_CARD = re.compile(r"(?<![\w.])(?P<n>[A-Za-z][A-Za-z'-]+(?:\.[A-Za-z'-]+){1,3})\.(?P<id>\d{10})(?!\d)")
"""The name and the number of a military identity card in a digital signature."""
_BY_LOGIN = compiled(
    r"""\b(?:entered|typed|transcribed|dictated|scanned|keyed|printed|signed|verified|logged|filed|released|created|edited
    |modified|uploaded|faxed|received|retrieved|ordered|user(?:~?(?:id|name))?|login|log-?on|operator|clerk)
    (?:(?:~(?:on~)?(?:[a-z]{3}\.?~\d{1,2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)(?:,?~\d{4})?,?)?~by|:)[\s:]{1,3}(?P<v>(?-i:[a-z]{2,4}|[A-Z]{2,4})(?![\w@'.-]*[\w@])|(?=[a-z.]{0,20}\d)[a-z][\w.]{3,20}(?![\w@]))"""
)
_INITIALED = compiled(
    r"""\b(?:initial(?:l)?ed(?:~by)?|cosign(?:ed)?(?:~by)?|countersign(?:ed)?(?:~by)?|typist|per|dictated~by|read~by)[~:,]{1,3}
    (?P<v>(?-i:[A-Z]\.?[A-Z]\.?(?:[A-Z]\.?)?)|(?<=typist[ ])[a-z]{2,4})(?=[~]*(?:[\].,;)\n═]|$))"""
)
_SPEAKER = compiled(
    r"""^[>~]{0,6}(?P<n>(?P<first><Cap>)(?:~(?:<Cap>|[A-Z]\.?)){1,2}),?~{1,12}
    (?=(?:\w{3},?~)?\d{1,2}/\d{1,2}/\d{2,4},?~\d{1,2}:\d\d|\[?\d{1,2}:\d\d~?[AP]M\b)""",
    ignore_case=False,
)
"""``Moira P.  11/03/24, 9:41 PM``: who wrote a message."""
_SLASHED = compiled(r"\b(?P<v>[A-Z]{2,4})~slash~(?P<w>[a-z]{2,4})(?=[.,;\n]|$)")
_IN_BRACKETS = re.compile(r"\((?P<v>[A-Z]{2,3})\)")
_NAME_BEFORE = re.compile(
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z]\.)?(?: [A-Z][\w'-]+)+),? (?:(?:MD|DO|PhD|PsyD|NP|PA-C|PA|DC|DPM|AuD|RN)\b,? ?)?$"
)
_SIGNED_BY_CARD = re.compile(r"\.\d{10}(?!\d)")
_NO_LOGIN = FUNCTION_WORDS | words(
    "va mail fax hand email phone text me md np pa rn dr mr ms mrs the pcp er ed cprs vbms dod"
)


_PLAIN = 4  # tiers of English from which a word is no log-in
_REASON = "the initials or the log-in of who typed or printed it"


class StampDetector(PhiDetector):
    """PROVIDER by log-in names and initials, and DOD_ID behind a name in a digital signature."""

    name = "stamps"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in _CARD.finditer(view.typed) if _SIGNED_BY_CARD.search(view.typed) else ():
            yield Hit(*match.span("n"), C.PROVIDER, 0.9, "the name in a digital signature")
            yield Hit(*match.span("id"), C.DOD_ID, 0.9, "the number in a digital signature")
        yield from self._initials(view)
        for match in view.scan(_SPEAKER):
            if view.lexicon.english_tier(match["first"].lower()) < _PLAIN:
                yield Hit(*match.span("n"), C.RELATIVE, 0.7, "who wrote a message, before its day and hour")
        for match in view.scan(_BY_LOGIN):
            if match["v"].lower() not in _NO_LOGIN and view.lexicon.english_tier(match["v"].lower()) < _PLAIN:
                yield Hit(*match.span("v"), C.PROVIDER, 0.7, _REASON)

    def _initials(self, view: LetterView) -> Iterator[Hit]:
        """Initials behind a word for signing, or in brackets behind the name, and the same again."""
        for match in view.scan(_SLASHED):
            for group in "vw":
                yield Hit(*match.span(group), C.PROVIDER, 0.75, _REASON)
        known: set[str] = set()
        for match in view.scan(_INITIALED):
            yield Hit(*match.span("v"), C.PROVIDER, 0.75, _REASON)
            known.add(r"\.[ ]?".join(c for c in match["v"] if c.isalpha()) + r"\.")
        for match in _IN_BRACKETS.finditer(view.typed):
            name = _NAME_BEFORE.search(view.typed[max(0, match.start() - 60) : match.start()])
            parts = re.findall(r"[A-Z](?=[\w'.-])", name["name"]) if name else []
            if len(parts) > 1 and match["v"][0] == parts[0] and match["v"][-1] == parts[-1]:
                known.add(rf"{match['v']}(?![\w-])")
        for pattern in sorted(known):  # each once, however often it is signed
            for again in re.finditer(rf"(?<![\w.-]){pattern}", view.typed):
                yield Hit(*again.span(), C.PROVIDER, 0.75, "the initials of a known name")
