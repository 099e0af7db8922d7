"""Conditions, sides, anchors and earlier denials as a letter gives them, against what the attorney entered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nexus_desktop.analysis.case_facts_dates import DATE, Dates
from nexus_desktop.analysis.rubric import conditions
from nexus_desktop.analysis.rubric.condition_table import Field
from nexus_desktop.analysis.rubric.conditions import Condition
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity
from nexus_desktop.models.case_models import CaseFacts, Conflict, ConflictKind, PriorDenial

_SIDE: Final = re.compile(r"\b(left|right|bilateral(?:ly)?|both)\b")
_SIDED: Final = frozenset(
    {"knee", "shoulder", "hip", "ankle", "wrist", "elbow", "hand", "foot", "carpal tunnel", "flat feet", "eye", "ear"}
)
_PART: Final = re.compile(r"\b(knee|shoulder|hip|ankle|wrist|elbow|hand|thumb|foot|heel|eye|ear|carpal tunnel)s?\b")
_CONNECTED: Final = re.compile(
    r"\bservice[- ]connected(?! (?:compensation|benefits?|claims?|status))(?: (?:disabilit\w+|conditions?)(?: of| for"
    r"|,|:)?)?(?P<after>[^.;]{0,70})"
)
_BEFORE: Final = re.compile(
    r"(?P<before>[^.;,()]{3,70}?)(?:,)? ?(?:\(|,? (?:which|that) (?:is|has been|was)(?: already)? |,? (?:is|are|was"
    r"|were|already)(?: already)? |,? )service[- ]connected\b(?! (?:disabilit|condition|\w+ (?:strain|arthritis"
    r"|disorder)))"
)
_NOT_CONNECTED: Final = re.compile(
    r"\b(?:not|never|non|no|denied|claim(?:s|ed|ing)?|seek\w*|request\w*|whether|should|asks?|asking|if|may|become"
    r"|to be|be|considered|granted|entitle\w+|deserves?)\b[^.;]{0,40}$|non-?$"
)
_DENIED: Final = re.compile(
    rf"\b(?:denied|denial|rejected|disallowed|turned down)\b[^.;]{{0,60}}?(?:in|on|of|dated) (?P<date>{DATE})"
    rf"|\b(?:rating )?decision (?:of|dated|from) (?P<other>{DATE})[^.;]{{0,60}}?\b(?:denied|denying|denial)\b"
)
_ANY_DENIAL: Final = re.compile(
    r"\b(?:denied|denial|denying|rejected|disallowed|rating decision|adverse (?:decision|opinion)|va examiner|c ?& ?p"
    r"|compensation and pension|prior decision|board'?s decision)\b"
)
_STOP_WORDS: Final = frozenset(
    (
        "evidence", "shows", "show", "record", "records", "veteran", "condition", "disability", "service", "military",
        "active", "duty", "diagnosis", "nexus", "link", "connection", "connected", "claim", "denied", "denial",
        "because", "there", "current", "related", "caused", "opinion", "medical", "medically", "between", "with",
        "without", "from", "that", "this", "have", "were", "your", "their",
    )
)  # fmt: skip
_PUT_DOWN: Final = re.compile(r"\b(?:due to|secondary to|caused by|as (?:a result|secondary)|related to|with|from)\b.*")
_REGIONS: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\bknee|patell|menisc", "knee"),
        (r"\bhip\b", "hip"),
        (r"\bshoulder|rotator", "shoulder"),
        (r"\bankle", "ankle"),
        (r"\bwrist|carpal", "wrist"),
        (r"\belbow", "elbow"),
        (r"\bback\b|lumb|sciatica", "low back"),
        (r"\bneck\b|cervical (?!cancer)", "neck"),
        (r"\bheadaches?\b|migraine", "headache"),
        (r"\bfoot|\bfeet\b|plantar|pes planus", "foot"),
    )
)
_WIDE_REGIONS: Final = (
    (re.compile(r"\blegs?\b|lower extremit"), frozenset({"knee", "hip", "ankle", "foot"})),
    (re.compile(r"\barms?\b|upper extremit"), frozenset({"shoulder", "elbow", "wrist"})),
    (re.compile(r"\bspin(?:e|al)\b"), frozenset({"low back", "neck"})),
)
_NO_WORDS: Final = re.compile(r"[a-z'-]{60}")
_LEAST = 4  # letters of a word that tells what a reason is about


def _find(low: str, start: int = 0, end: int | None = None) -> list[Condition]:
    """The conditions named; none in text without words, in which the table of diseases would look for ever."""
    return [] if _NO_WORDS.search(low, start, len(low) if end is None else end) else conditions.find(low, start, end)


def conflicts(doc: Document, facts: CaseFacts, found: tuple[Opinion, ...], dates: Dates) -> Iterator[Conflict]:
    """What the letter says of conditions and earlier decisions against the facts."""
    own = [one for one in found if one.holder is Holder.AUTHOR and one.claim.polarity is not Polarity.NONE]
    if facts.claimed or facts.service_connected:
        yield from _sides(doc, facts, own)
    if facts.service_connected:
        yield from _anchors(doc, facts)
    mentions = _mentions(doc) if facts.claimed else []
    for name in facts.claimed:
        conflict = _unaddressed(doc, name, own, mentions)
        if conflict is not None:
            yield conflict
    for denial in facts.denials:
        yield from _denial(doc, denial, dates)


# --- sides ------------------------------------------------------------------------------------------------------


def _sides_of(low: str) -> dict[str, set[str]]:
    """For each part of the body the sides named with it: "left", "right", or both of them."""
    found: dict[str, set[str]] = {}
    for part in _PART.finditer(low):
        before = low[max(0, part.start() - 32) : part.start()]
        cut = max(before.rfind(mark) for mark in (",", ".", ";", " from ", " to ", " than ", " with ", " by "))
        named = _SIDE.findall(before[cut + 1 :])
        sides = found.setdefault(part.group(1), set())
        for word in named:
            sides |= {"left", "right"} if word[0] == "b" else {word}
        if not named and part.group().endswith("s") and re.search(r"\b(?:his|her|the|my) $", before):
            sides |= {"left", "right"}  # "his knees"
    return found


def _entered_sides(names: tuple[str, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        for part, sides in _sides_of(name.lower()).items():
            found.setdefault(part, set()).update(sides)
    return found


def _sides(doc: Document, facts: CaseFacts, own: list[Opinion]) -> Iterator[Conflict]:
    """The opinion is on the other side than the claim, and nowhere on the claimed one."""
    entered = _entered_sides((*facts.claimed, *facts.service_connected))
    claimed = _entered_sides(facts.claimed)
    stated: dict[str, set[str]] = {}
    where: dict[str, Opinion] = {}
    for one in own:
        for part, sides in _sides_of(doc.low[one.start : one.end]).items():
            stated.setdefault(part, set()).update(sides)
            where.setdefault(part, one)
    for part, sides in stated.items():
        known = claimed.get(part) or entered.get(part) or set()
        if len(known) != 1 or not sides or sides & known:
            continue
        if sides <= entered.get(part, set()):
            continue  # the other side is service connected, and may be the cause
        side, other = next(iter(known)), next(iter(sides))
        one = where[part]
        yield Conflict(
            kind=ConflictKind.SIDE,
            certainty=Certainty.HIGH,
            sentence=f"The opinion is about the {other} {part}; the facts of the case give the {side}.",
            ask="Which side is meant? Please correct the letter where it names the other.",
            evidence=(doc.reading.evidence(one.start, one.end),),
        )


# --- anchors ----------------------------------------------------------------------------------------------------


def _anchors(doc: Document, facts: CaseFacts) -> Iterator[Conflict]:
    """A condition that the letter calls service connected, and that is not among those entered."""
    keys = {key_of(name) for name in facts.service_connected}
    regions = {region for name in facts.service_connected for region in _places(name.lower())}
    fields = {field for name in facts.service_connected for field in conditions.fields(name)}
    sides = _entered_sides(facts.service_connected)
    told: set[str] = set()
    for sentence in doc.sentences:
        if sentence.section in (Section.QUESTION, Section.ISSUE):
            continue
        for start, end in _called_connected(doc, sentence):
            name = doc.low[start:end]
            key = key_of(name)
            if key in told:
                continue
            told.add(key)
            if key in keys or _places(name) & regions:
                wrong = _other_side(name, sides)
                if wrong is not None:
                    yield _anchor(doc, start, end, Certainty.HIGH, wrong, facts)
                continue
            near = Field.MIND in fields and Field.MIND in conditions.fields(name)
            certainty = Certainty.LOW if near else Certainty.HIGH
            said = f"The letter calls “{' '.join(name.split())}” service connected"
            yield _anchor(doc, start, end, certainty, said, facts)


def _called_connected(doc: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The conditions that a sentence calls service connected, as a fact."""
    low = doc.of(sentence)
    for match in _CONNECTED.finditer(low):
        if _NOT_CONNECTED.search(low[: match.start()]):
            continue
        first = next(iter(_find(low, match.start("after"), match.end("after"))), None)
        if first is not None and not re.search(
            r"\b(?:for|by|caused|due|cause[ds]?|is|are|was|aggravat\w+)\b", low[match.start("after") : first.start]
        ):
            yield sentence.start + first.start, sentence.start + first.end
    for match in _BEFORE.finditer(low):
        if _NOT_CONNECTED.search(low[: match.end() - len("service connected")]):
            continue
        named = _find(low, match.start("before"), match.end("before"))
        if named and not low[named[-1].end : match.end("before")].strip():
            yield sentence.start + named[-1].start, sentence.start + named[-1].end


def _other_side(name: str, sides: dict[str, set[str]]) -> str | None:
    for part, stated in _sides_of(name).items():
        known = sides.get(part) or set()
        if len(known) == 1 and len(stated) == 1 and not stated & known:
            return f"The letter calls the {next(iter(stated))} {part} service connected"
    return None


def _anchor(doc: Document, start: int, end: int, certainty: Certainty, said: str, facts: CaseFacts) -> Conflict:
    known = ", ".join(facts.service_connected)
    return Conflict(
        kind=ConflictKind.ANCHOR,
        certainty=certainty,
        sentence=f"{said}; the facts of the case list {known}.",
        ask="On which service-connected condition does the opinion rest? Please name it as VA does.",
        evidence=(doc.reading.evidence(start, end),),
    )


# --- claimed conditions and denials ---------------------------------------------------------------------------


def _mentions(doc: Document) -> list[tuple[int, int]]:
    """Every condition that the letter names, sentence by sentence, as they stand."""
    return [(one.start, one.end) for sentence in doc.sentences for one in _find(doc.low, sentence.start, sentence.end)]


def _unaddressed(doc: Document, name: str, own: list[Opinion], mentions: list[tuple[int, int]]) -> Conflict | None:
    """A claimed condition on which the author gives no opinion."""
    spoken = [doc.low[one.start : one.end] for one in own]
    place = next((place for place in mentions if _is(doc.low[slice(*place)], name)), None)
    mentioned = place is not None or _says(doc.low, name)
    if any(_speaks_of(low, name) for low in spoken):
        return None
    if mentioned and any(not _find(low) for low in spoken):
        return None  # "the claimed condition is …", or a marked box: whatever the letter is about
    told = "names it, and gives no opinion on it" if mentioned else "does not name it"
    return Conflict(
        kind=ConflictKind.UNADDRESSED,
        certainty=Certainty.FAIR if mentioned else Certainty.HIGH,
        sentence=f"“{name}” is claimed; the letter {told}.",
        ask="Please state your opinion on each claimed condition by name.",
        evidence=(doc.reading.evidence(*place),) if place else (),
    )


def key_of(name: str) -> str:
    """A name as it is compared, without what it is put down to; adjectives that name a disease count."""
    plain = _PUT_DOWN.sub("", name.lower()).strip()
    whole = conditions.key(f"the {plain}")
    return conditions.key(plain) if whole.startswith("the ") else whole


def _places(low: str) -> set[str]:
    """The parts of the body, or the kind of complaint, that a name is about."""
    found = {plain for pattern, plain in _REGIONS if pattern.search(low)}
    for pattern, parts in _WIDE_REGIONS:
        if not found and pattern.search(low):
            found |= parts
    return found


def _is(named: str, name: str) -> bool:
    """Whether a condition as named in a letter is the one asked for: by its key, or by the part of the body."""
    return key_of(named) == key_of(name) or bool(_places(name.lower()) & _places(named))


def _says(low: str, name: str) -> bool:
    """Whether a text holds the words of a name, whatever their order."""
    words = [word for word in re.findall(r"[a-z-]+", key_of(name)) if len(word) >= _LEAST]
    return bool(words) and all(re.search(rf"\b{re.escape(word)}", low) for word in words)


def _speaks_of(low: str, name: str) -> bool:
    """Whether a sentence names a condition."""
    return any(_is(low[one.start : one.end], name) for one in _find(low)) or _says(low, name)


def _denial(doc: Document, denial: PriorDenial, dates: Dates) -> Iterator[Conflict]:
    """An earlier denial: that the letter knows of it, has its date right, and takes up its reason."""
    for sentence in doc.sentences:
        low = doc.of(sentence)
        for match in _DENIED.finditer(low):
            group = "date" if match.group("date") else "other"
            written = dates.at(sentence.start + match.start(group), sentence.start + match.end(group))
            about = _find(low)
            same = _speaks_of(low, denial.condition) or _places(denial.condition.lower()) & _places(low)
            other = about and not same
            if denial.on is None or written.value is None or other or written.value.agrees(denial.on):
                continue
            years = written.value.year != denial.on.year
            told = (
                f"in {written.value.year}; the facts of the case give {denial.on.year}"
                if years
                else ("in another month than the facts of the case give")
            )
            yield Conflict(
                kind=ConflictKind.DENIAL,
                certainty=Certainty.FAIR if years else Certainty.LOW,
                sentence=f"The letter puts the denial of “{denial.condition}” {told}.",
                ask="Which decision is meant? There may be more than one.",
                evidence=(doc.reading.evidence(written.start, written.end),),
            )
    unanswered = _unanswered(doc, denial)
    if unanswered is not None:
        yield unanswered


def _unanswered(doc: Document, denial: PriorDenial) -> Conflict | None:
    """The reason of a denial where the letter takes up none of its matter."""
    telling = [
        word for word in re.findall(r"[a-z]+", denial.reason.lower()) if len(word) >= _LEAST and word not in _STOP_WORDS
    ]
    missing = [word for word in telling if not re.search(rf"\b{word[: max(_LEAST, len(word) - 3)]}", doc.low)]
    known = _ANY_DENIAL.search(doc.low) is not None
    if telling and len(missing) <= len(telling) // 2:
        return None
    if not telling and known:
        return None
    what = f"reason was “{denial.reason}”; the letter does not take it up" if telling else "letter does not mention it"
    joined = f"“{denial.condition}” was denied before. The {what}."
    return Conflict(
        kind=ConflictKind.DENIAL,
        certainty=Certainty.FAIR if not known else Certainty.LOW,
        sentence=joined,
        ask="Please respond to the reason given for the earlier denial.",
    )
