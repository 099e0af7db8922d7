"""People who stand in a letter by a few letters only: signer and typist, whoever checked it, a name spelled letter
by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.vocabulary import CREDENTIALS, FUNCTION_WORDS, words

_PAIR = re.compile(
    r"(?:^[ \t]{0,60}|\(|[.;:,][ \x1f]|\d[ ]{1,3}|[ ]{2})(?P<a>[A-Za-z]{2,4}|(?:[A-Z]\.){2,3})[ ]?[/:;][ ]?"
    r"(?P<b>[A-Za-z]{2,4}\d{0,4}|[A-Z][a-z]{2,12})"
    r"(?=[ ]*$|[ ]*\x1f|[ ]{2}|[ ]\(|\)|[ ]\d{1,4}[-/.]\d|, (?:trans|typed|dict))",
    re.MULTILINE,
)
_BEHIND_DEGREE = re.compile(
    r"\b(?:M\.?D|D\.?O|Ph\.?D|PsyD|NP|PA-C|DC|DPM|[Rr][Nn]|LCSW|Esq|AuD|PA)\.?"
    r"[ ]{0,2}/[ ]?(?P<b>[a-z]{2,3})(?=[ ]*$|[ ]{2}|[.,;])",
    re.MULTILINE,
)
_SIGNED_OFF = re.compile(
    r"(?:^|(?<=\x1f))[> \t]{0,8}(?:Thx|Thanks|Thank you|Best|Regards|Cheers|Yours|Respectfully|Take care|thx|thanks|tks"
    r"|Tks|tnx|tx|best|regards),?"
    r"[ \n>]{1,6}(?P<v>[A-Z]{2,3}|[A-Z]\.(?:[A-Z]\.){0,2}|(?<=[tT]ks )[a-z]{2,3})(?=[ .]*$)",
    re.MULTILINE,
)
_LABELLED = compiled(
    r"""\b(?:QA(?:~by)?|QC(?:~by)?|QA~reviewer|typ|dict|scribe|co-?sign(?:er|ed)?|typist|typed(?:~by)?|dictated(?:~by)?|transcribed(?:~by)?|transcriptionist|transc?|steno
    |reviewer|entered~by|prepared~by|proofed(?:~by)?|checked~by|keyed~by|for~format~by|quality~check|checked|proofread(?:~by)?|initials|filed~by|scanned~by)
    [ :.|]{1,4}(?P<v>(?-i:[A-Za-z][a-z]{1,3}|[A-Z]{2,4})(?:\d{1,4})?|(?-i:[a-z])[a-z]{3,12}\d{0,4})(?![\w.@-])"""
)
_USER = compiled(
    r"\b(?:user(?:name)?|login|log-?in|screen~?name|handle|user~id)[ :]{1,3}(?P<v>[A-Za-z][\w.]{2,20})(?!\w)"
)
_RECEIVED = compiled(r"\brec'?e?i?v?'?d\b[^\n]{0,24}\d{1,4}~(?P<v>(?-i:[a-z]{2,3}|[A-Z]{2,3}))[~.]*$")
"""``rec'd JUL 25 lkm``."""
_DOCTOR_LETTER = compiled(r"\b(?:dr|doctor|drs)\b\.?~(?P<v>[A-Z])(?=\.?[,;:!?)\n]|\.~[a-z]|$)")
_SPELT_PAIR = compiled(r"\b(?P<a>[a-z]~[a-z](?:~[a-z])?)~slash~(?P<b>[a-z]~[a-z](?:~[a-z])?)(?![\w-])")
_DASHED = compiled(r"^[~>]{0,4}[-–—]{1,3}~?(?P<v>[a-z](?:\.~?[a-z]){1,2})\.?(?=[,.\n]|$)")
_INITIAL_ALONE = re.compile(r"\n[> \t]{0,8}(?P<v>[A-HJ-Z])\.?[ ]*(?=\n|$)")
_OF_MAIL = re.compile(r"^[> \t]{0,8}(?:From|To|Subject|Sent|Cc):|\bwrote:", re.IGNORECASE | re.MULTILINE)
"""An initial on a line of its own signs a message."""
_DICTATED_TYPED = compiled(
    r"(?<![A-Za-z])(?:d|dd|dict)\.?~?:~{0,2}(?P<a>[A-Z]{2,4})[~,;/|]{1,8}(?:t|dt|tr|trans|typ)\.?~?:~{0,2}(?P<b>[A-Z]{2,4})(?![A-Za-z/])"
    r"|\bT~?:~[\d/.-]{6,10}~{1,3}(?P<f>[A-Z]{2,4})/(?P<g>[A-Z]{2,4})(?![A-Za-z/])"
    r"|\bD/T:~{0,2}(?P<c>[A-Z]{2,4})/(?P<e>[A-Z]{2,4})(?![A-Za-z/])"
)
"""``d: MA  t: lmp``: who dictated and who typed."""
_MARKED = compiled(
    r"""(?<![\w/])(?:(?:staff|clerk|nurse|tech|typist's|his|her)~)?(?:inits?\b\.?:?|initials?\b\)?:?|tr:|trans:|transc:|typ:|reviewed:|rev:|read:|verified:
    |witn?\.?:|approved:|recd:|released:)~{1,2}(?P<v>[A-Z]{2,3}|[A-Z]\.~?[A-Z]\.(?:~?[A-Z]\.)?)(?=~{2}|~?[.,;)\]\n|]|~?\d|~?$)"""
)
"""``Staff init. mz``, ``TR: jkl``."""
_VERB = compiled(
    r"""\b(?:dictated|typed|transcribed|dict|opr|oper|operator|scanned|keyed|transcriber)(?:~{0,2}/~?|~{1,3}|:~{0,2})
    (?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}~(?:/~)?)?(?:by~)?(?P<v>(?-i:[a-z]{2,3}|[A-Z]{2,3}))(?=~{2}|\x1f|~?\d|~?[.,;)\n]|~(?:node|on|at)\b|~?$)"""
)
"""``typed jp``, ``dictated / bks``, ``Transcribed 3/2/18 by jlw``."""
_BY_NAME = compiled(
    r"\b(?:typed|dictated|transcribed|keyed|prepared|scanned|entered|faxed)~by~(?-i:[A-Z])[\w'-]{1,16}~\((?P<v>[A-Z]{2,3})\)"
)
"""``typed by June (jb)``."""
_WITH_ROLE = compiled(
    r"""(?<![\w.])(?P<v>[A-Z]\.~?[A-Z]\.(?:~?[A-Z]\.)?),~(?:(?:the|our|a|county|vet(?:eran)?s?'?|service|state|accredited|medical|office|legal|front|certified)~){0,3}
    (?-i:office|officer|secretary|clerk|typist|transcriptionist|transcriber|scribe|assistant|paralegal|agent|representative|manager|desk|nurse|aide|vso|cvso|VSO|CVSO)\b"""
)
"""``K.S., service officer``."""
_SIGNED_COPY = compiled(
    r"""(?<![\w-])(?P<v>[A-Z]{2,3})-(?:signed|initial(?:l)?ed|approved)\b
    | (?<=[.!?)\x22])~(?:\x7e|-{1,2}|—)~?(?P<w>[A-Z]{2,3})[~]*$
    | \bsigned(?:~by~me|~here)?,?~\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?:,?~\d{1,2}:\d\d(?:~?[ap]\.?m\.?)?)?~
    (?P<x>[a-z]{2,3})[~]*$""",
    ignore_case=False,
)
"""``RK-signed copy``, ``... prove. ~RK``, ``signed by me 2/20/2024 7:48 am rk``."""
_LAST_LETTERS = compiled(r"^[~]*/(?P<v>[a-z]{2,3})[~.]*$|\bby~(?P<w>[a-z]{2,3})[~.]*$", ignore_case=False)
"""``/lmp`` alone, or ``by tk`` at the end of a line."""
_FEW_LETTERS = ((_RECEIVED, "v"), (_DOCTOR_LETTER, "v"), (_DASHED, "v"), (_SPELT_PAIR, "ab"))
_SPELT = re.compile(r"(?<![\w.'-])[A-Za-z](?: [A-Za-z]){3,24}(?![\w'-])")
_TAIL = 0.6  # where in a letter its signature stands
_LAST = 0.85  # and where its last lines
_PLAIN = 3  # tier of English from which a word is no initials
_SURE = re.compile(r"inits?\b|initial|/|-signed|[\x7e\u2014]|--", re.IGNORECASE)
"""Behind these stand initials, whatever short form they are like."""


_STAMPED = words("signed copy draft confidential original received void faxed sealed notarized dictated")
"""What a stamp or a heading spells with blanks, and is nobody's name."""


class InitialsDetector(PhiDetector):
    """PROVIDER by initials, PATIENT by spelled letters, ACCOUNT by the name of a user."""

    name = "initials"

    def find(self, view: LetterView) -> Iterator[Hit]:
        yield from self._typists(view)
        for pattern, groups in _FEW_LETTERS:
            for match in view.scan(pattern):
                for group in groups:
                    yield Hit(*match.span(group), C.PROVIDER, 0.7, "initials of who wrote, received or typed it")
        for match in view.scan(_USER):
            if any(map(str.isdigit, match["v"])) or not view.lexicon.is_known(match["v"].lower()):
                yield Hit(*match.span("v"), C.ACCOUNT, 0.75, "the name of a user")
        for match in _SPELT.finditer(view.typed):
            word = match.group().replace(" ", "").lower()
            listed = word in view.lexicon.abbreviations or view.lexicon.is_clinical(word) or word in ascii_lowercase
            listed = listed or word in _STAMPED
            if not listed:
                yield Hit(*match.span(), C.PATIENT, 0.75, "a name spelled out")

    def _typists(self, view: LetterView) -> Iterator[Hit]:
        """Whoever wrote or checked the letter."""
        for match in _PAIR.finditer(view.typed, int(_TAIL * len(view))):
            cased = match["a"].isupper() and match["b"].islower()  # the signer in capitals, the typist in small letters
            alone = (cased or match.start() > _LAST * len(view)) and self._is_alone(view, match, cased=cased)
            if alone or signs(view, match["a"], match.start()):
                for group in "ab":
                    yield Hit(*match.span(group), C.PROVIDER, 0.8, "initials of a signer and a typist")
        for match in _BEHIND_DEGREE.finditer(view.typed):
            yield Hit(*match.span("b"), C.PROVIDER, 0.75, "initials of a typist")
        for match in _SIGNED_OFF.finditer(view.typed):
            plain = self._is_word(view, match["v"]) if match["v"][0].isupper() else match["v"] in FUNCTION_WORDS
            if not plain:
                yield Hit(*match.span("v"), C.PROVIDER, 0.7, "signs off a message")
        yield from self._marked(view)
        for match in _INITIAL_ALONE.finditer(view.typed) if _OF_MAIL.search(view.typed) else ():
            yield Hit(*match.span("v"), C.RELATIVE, 0.55, "an initial that signs a message")
        for match in _LABELLED.finditer(view.typed):
            if not self._is_word(view, match["v"]) and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), C.PROVIDER, 0.7, "follows a word for who wrote or checked it")

    def _marked(self, view: LetterView) -> Iterator[Hit]:
        """Initials behind a letter or a short word that says what somebody did, or before what somebody is."""
        for pattern in (_DICTATED_TYPED, _BY_NAME, _WITH_ROLE):
            for match in pattern.finditer(view.typed):
                for group, value in match.groupdict().items():
                    if value:
                        yield Hit(*match.span(group), C.PROVIDER, 0.75, "initials of who dictated, typed or filed it")
        late = int(_TAIL * len(view))
        marks = [*_MARKED.finditer(view.typed), *_VERB.finditer(view.typed), *_SIGNED_COPY.finditer(view.typed)]
        marks += [*_LAST_LETTERS.finditer(view.typed, late)]
        for match in marks:
            group = next(name for name, value in match.groupdict().items() if value)
            plain = (
                match[group].lower() in FUNCTION_WORDS
                if _SURE.search(match.group())
                else self._is_word(view, match[group])
            )
            if not plain and not view.is_kept(*match.span(group), HARD):
                yield Hit(*match.span(group), C.PROVIDER, 0.7, "initials of who dictated, typed or filed it")

    def _is_alone(self, view: LetterView, match: re.Match[str], *, cased: bool) -> bool:
        """Whether two sets of initials stand alone on one of the last lines, or ``cased`` at the end of any line, and
        are no words: ``mob/tr``, ``dict. 2/3, ABC/de``."""
        start, _ = view.line_of(match.start("a"))
        opens = not view[start : match.start("a")].strip()
        keys = [match[group].lower().replace(".", "") for group in "ab"]
        plain = all(key in view.lexicon.abbreviations for key in keys) or any(key in FUNCTION_WORDS for key in keys)
        plain = plain or ":" in view[match.end("a") : match.start("b")]
        return (opens or cased) and not plain and min(map(view.lexicon.english_tier, keys)) < _PLAIN

    def _is_word(self, view: LetterView, value: str) -> bool:
        key = value.lower()
        known = view.lexicon.english_tier(key) > 2 or key in view.lexicon.abbreviations
        return key in FUNCTION_WORDS or key in CREDENTIALS or known


def signs(view: LetterView, initials: str, before: int) -> bool:
    """Whether somebody with these initials is named in the lines before."""
    named = view.words_in(max(0, before - 500), before)
    heads = "".join(
        "".join(part[:1] for part in re.split("['-]", w.text)) for w in named if w.capital or view.caseless(w.start)
    )
    return initials.upper().replace(".", "") in heads.upper()
