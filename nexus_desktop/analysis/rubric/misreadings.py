"""Words that scanners misread, given back: "Iikely" is "likely", "rny" is "my", "2OO6" is "2006".

Only words the rules know are mended, and only where the letters are of a shape that scanners mix up. A word that is
itself one the rules know is never touched, so a clean letter is read as it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# What the rules look for. No word here may turn into another English word by swapping I/l/1, O/0 or rn/m.
_WORDS = """
    a able about academies active after age aggravated also alternative always am an and any appears are arose
    as at attributable audiologist author based because been before began belief believe below beyond board
    both but by can cannot causation cause caused certain certainty certified chart claim claimed claims clear
    clearly clinical complete concern conclude conclusion condition conditions connected connection consider
    considered could credentials current date dated degree department diagnosed diagnosis did disability
    disease doctor does due during duty each employment entire equal event evidence exam examination examined
    examiner exposed exposure fact family field fifty file find first following for from greater half has have
    he her him his history hospital illness impression in incurred injured injury insufficient is it its
    journal knee known less letter license licensed like likelihood likely linked literature made may me
    medical medicine might military minor more most my name natural near nexus no noise not noted nurse of on
    one only onset opine opinion opinions or origin orthopedic other our out outside page pain patient percent
    permanently physician please possible possibly practice practitioner probability probable probably
    professional progression proximately psychologist cordially history question
    regards respectfully sincerely truly rationale reason reasonable reasons record
    records related relationship report resort result results review reviewed risk same scale secondary
    separation service shoulder sign signature signed since specialist speculation standard symptoms tear than
    that the their them there this to treated treatment unlikely us veteran visit was we were what when where
    whether which while who whom why with without would year years
    neurologist neurology neurological cardiologist cardiology pulmonologist pulmonary audiology rheumatologist
    rheumatology oncologist oncology urologist urology nephrologist dermatologist gastroenterologist endocrinologist
    internist internal orthopaedic surgeon surgery physical therapist chiropractor chiropractic psychiatrist psychology
    podiatrist dentist clinic fellowship residency specializing practicing
    cervical lumbar thoracic spinal spine migraine migraines headache headaches tinnitus asthma arthritis diabetes
    mellitus hypertension apnea asbestos asbestosis plaques pleural fibrosis normal level called physical rule until
    well all will small still full baseline converge claims files folder parachute artillery military
    named name woman man women men tumor carcinoma lymphoma melanoma myeloma anemia trauma emphysema eczema
    memory mechanism immune immunology permanent smoked smoker form normal abnormal member time times become makes
    make made many
    damage damaged remain remains remained then symptom symptoms months month number hammer limb limp lumbosacral muscle
    muscles family specimen gemcitabine compartment drums makes come came comes some become metastasis machinist
    immediate immediately compensation examined program
    presumption presumptive presumed water cancer kidney camp herbicide orange came from result determine permit
    complication complications consequence
    january april june july august september october november december monday wednesday
"""
KNOWN: Final = frozenset(re.findall(r"[a-z]+", _WORDS))

_SLIPS: Final = {
    **dict.fromkeys(("likley", "likly", "liekly", "likelly", "lkely", "lilely"), "likely"),
    **dict.fromkeys(("liklihood", "likelyhood"), "likelihood"),
    **dict.fromkeys(("agravated", "aggrivated"), "aggravated"),
    "probalby": "probably",
    "percnt": "percent",
    "secondry": "secondary",
    "exaserbated": "exacerbated",
}  # slips of the typist, which leave no doubt
_CASED: Final = str.maketrans({"I": "1", "l": "1", "|": "1", "O": "0", "o": "0"})
_AS_DIGITS: Final = str.maketrans({"I": "1", "l": "1", "|": "1", "O": "0", "o": "0", "S": "5"})
_TAIL: Final = re.compile(r"[A-Za-z]{1,}v")  # no English word ends so: "mv", "historv", "Sincerelv"
_INSIDE: Final = re.compile(r"(?:[A-Z]?[a-z]{2,}[10]{1,2}(?:[a-z]+[10]?)*|1[a-z]{3,}|[A-Z]?[a-z][10]{1,2}[a-z]{2,})")
"""A word with a figure in it that stands for a letter: "f1ares", "ce11s", "1ower"."""
_MEASURE: Final = re.compile(
    r"a1c|^1(?:year|week|month|hour|time|day|mile|inch|tab|cap|dose|unit|gram|foot)|^[a-z]1[a-z]1"
)
_ORDINAL: Final = re.compile(r"(?!Ind$)(?=[\dIlO]*[IlO])[\dIlO]{1,2}(?:st|nd|rd|th)")
_NUMBER: Final = re.compile(r"(?=[IlOoS|]*\d)[\dIlOoS|]{2,}(?:(?<=\d\d)[A-Z])?")


def _shape(word: str) -> str:
    """The word with all that scanners mix up made equal."""
    return word.translate(_CASED).replace("rn", "m").lower()


def _shapes() -> dict[str, str]:
    shapes: dict[str, str] = {}
    for word in sorted(KNOWN):
        for form in (word, word.capitalize(), word.upper()):
            shapes.setdefault(_shape(form), form)
    return shapes


_SHAPES: Final = _shapes()


@lru_cache(maxsize=50_000)
def mended(token: str) -> str | None:
    """What ``token`` was before it was misread, or None where it needs no mending."""
    if token.lower() in KNOWN or token.isdigit() or len(token) < 2:
        return None
    if token.lower() in _SLIPS:
        return _SLIPS[token.lower()]
    if _ORDINAL.fullmatch(token):
        return token[:-2].translate(_AS_DIGITS) + token[-2:]
    if _NUMBER.fullmatch(token):
        return token.translate(_AS_DIGITS)
    if _TAIL.fullmatch(token) and (whole := f"{token[:-1]}y").lower() in KNOWN:
        return whole
    meant = _SHAPES.get(_shape(token))
    if meant is None and _INSIDE.fullmatch(token) and not _MEASURE.search(token):
        return token.replace("1", "l").replace("0", "o")
    return meant if meant is not None and meant != token else None
