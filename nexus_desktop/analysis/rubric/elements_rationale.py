"""Why the author thinks so: the strands of reasoning in a letter, and whether they add up to an explanation.

A strand counts once however often it is touched, and only where the author reasons: under a heading such as
"Rationale", beside the opinion, or in a sentence that gives a reason. The word "mechanism" earns nothing elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from nexus_desktop.analysis.rubric.elements_literature import NAMED
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.reason_words import BARE, BUSINESS, DESK, STRANDS, Strand
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import HIDDEN, Document, Sentence
from nexus_desktop.models.analysis_models import Certainty, Polarity

_REASON: Final = re.compile(
    r"\b(?:because(?! of)|since (?=he|she|the|his|her|it|there|this)|therefore|thus|hence|given (?:that|the"
    r"|his|her)|due to the fact|this is (?:based|supported)|is (?:based|supported)|based (?:up)?on"
    r"|which explains|as a result|consequently|for (?:these|the following|this) reasons?|the reason"
    r"|my reason\w*|rationale|supports? (?:this|my|the)|accordingly|it follows|so that|the fact that"
    r"|in view of|in light of|we all know|every(?:one|body) knows|it is (?:well )?known|is well (?:established"
    r"|known)|are known to|is known to"
    r"|, so (?:the|his|her|it|i|this|that)\b|when you|known (?:cause|risk|complication|side))\b"
)
_UNCERTAIN: Final = re.compile(
    r"\b(?:may(?! (?:\d|of \d|\[))|might|could|possib\w+|perhaps|wonder\w*|not able to say|cannot say|can't say"
    r"|do not know|don't know|not sure|leave that|i assume|hard to say|who knows)\b"
)
_UNSORTED: Final = re.compile(
    r"\b(?:cannot|can not|can't|could not|couldn't|unable to|not able to|do not know how to|don't know how to|would not"
    r" know how to|wouldn't know how to|not qualified to|not trained to|no way (?:for me )?to) (?:\w+ )?(?:sort"
    r"|tell|tease"
    r"|separate|pick|untangle|disentangle)\b[^.;]{0,40}\b(?:from|apart|out|between)\b"
)
"""Causes that the author names and cannot weigh."""
_FOR: Final = re.compile(
    r"[:;] |\bbecause (?!of\b)|\bsince (?=(?:the|his|her|he|she|it|there|this|both|all)\b)|\bin that\b"
    r"|, (?:as|for) (?=(?:the|his|her|he|she|it|there|this|both|all|\w+ing|\w+ive)\b)"
)
_EVEN_SO: Final = re.compile(r"\b(?:but|however|not|because|excluded|considered)\b")
_REASONED: Final = re.compile(
    r"\bbecause\b[^.]{0,200}\b(?:opinion|conclu\w+|likely)\b|\b(?:opinion|conclu\w+"
    r"|likely)\b[^.]{0,200}\bbecause\b|\bwhich explains why\b|\bthe reason (?:is|for my)|\bmy (?:reasons"
    r"|reasoning|rationale)\b"
)
_TAG: Final = re.compile(r"\[[a-z ]+ \d+(?:, ?\d{4})?\]")  # as in lower case
_TOLD: Final = re.compile(
    r"^\W*(?:\d+\.?\s*)?(?:he|she|mr\.? \S+|ms\.? \S+|the veteran|\[patient\]|mr\.? \[patient\]"
    r"|ms\.? \[patient\]) (?:also |further |has )?(?:tells|told|states?|reports?|says|claims|believes"
    r"|feels) (?:me )?(?:that )?(?!his \w+ (?:notes?|records?))"
)
_UNLOOKED: Final = re.compile(
    r"\b(?:nothing|no other(?: \w+)?) (?:else )?(?:that )?(?:i|we) (?:know|am aware|are aware|have heard) of\b"
    r"|\b(?:apart from|aside from|other than|except(?: for)?|besides|outside of) (?:the|his|her|an?|that) [^.;]{3,90}?"
    r"\b(?:accident|crash|wreck|collision|bender|fall|job|work|company|business|trade|years? (?:of|in|as))\b"
)
"""Other causes that are named and passed over: they are not weighed."""
_PASSED_BY: Final = re.compile(
    r"\b(?:has been|was|works?|worked|employed|is) (?:as )?an? (?:[\w-]+ ){0,3}?(?:\w+er|\w+or|\w+man|mechanic"
    r"|cook|nurse|clerk)\b[^.;]{0,30}?\b(?:since|from|for) (?:19|20|\d+ )|\b(?:car|truck|motorcycle|motor vehicle"
    r"|auto) (?:crash|accident|wreck|collision)\b"
)
_WEIGHS: Final = re.compile(
    r"\b(?:not|no|nor|never|neither|none|without|but|however|although|though|considered|weighed|minor|light|desk"
    r"|resolved|unrelated|normal|cannot|before|already|only|other)\b|n't\b"
)
"""Later work or an accident told of, and what would weigh it."""
_NEVER_BEFORE: Final = re.compile(
    r"\bnever (?:had|has had|knew|complained of)\b[^.;]{2,60}?\b(?:before|until|till|prior to)\b"
)
"""That it was not there before is chronology, and no other cause weighed."""
_LAW: Final = re.compile(r"\b\d+ c\.?f\.?r|\bu\.?s\.?c\b|§|\bv\. [a-z]+|\bvaopgc")
_ELSEWHERE: Final = re.compile(
    r"^\W*(?:i (?:have not|did not|do not|don't|can't|cannot|have only|support|hope|would be|am happy"
    r"|am available|ask that|ask you|urge|strongly (?:urge|recommend|support))\b|thank|please"
    r"|he (?:lives|can no longer|is a good|needs|deserves|is on|takes|was adjusted)|she (?:lives"
    r"|can no longer|is a good|needs|deserves|is on|takes)|his (?:wife|daughter|son|address)|her (?:husband"
    r"|daughter|son|address)|if (?:you|there|any|the va|further)|feel free|should you|any (?:help"
    r"|questions)|records\b|this (?:letter|is not)|letters\b|the veteran (?:lives|may)|we reviewed)"
)
_WAY: Final = re.compile(
    r"\b(?:pathway|mechanism|pathophysiology|physiology|explanation|chain of (?:events|causes?)) (?:here "
    r"|for this |of this )?"
    r"(?:is|runs|works|goes|can be)\b|\bhow (?:one|this|it|the one|that) (?:leads|led|came|comes|works|brings)\b"
)
"""A sentence that announces how the one leads to the other."""
_KEPT: Final = re.compile(
    r"\bi (?:am not going to|will not|shall not|won't|would rather not|prefer not to|decline to) (?:\w+ )?"
    r"(?:set (?:out|down)|explain|go into|give (?:my )?reasons|lay out|spell out)\b"
)
"""An author who keeps the reasons back."""
_UNABLE: Final = re.compile(
    r"\b(?:can't|cannot|not able to|unable to|do not have|don't have|did not have|outside (?:of )?my)\b"
)
_LOOKS_BACK: Final = re.compile(
    r"^\W*(?:so|thus|therefore|accordingly|hence|putting|that is why)\b|\b(?:based (?:up)?on (?:the (?:above"
    r"|foregoing)|these|this|all|my (?:review|examination))|for (?:these"
    r"|the above|the foregoing) reasons|in (?:light|view) of (?:the (?:above|foregoing)|these|this|all)"
    r"|given (?:the above|all of this|these|this)|weighing|weighed|as described|i have described|taking (?:all"
    r"|these)|with all (?:of )?(?:the |these |this )?(?:records|evidence)|having (?:considered|reviewed|weighed)"
    r"|in sum|in conclusion|taken together|on balance|all told)\b"
)
_SKIP: Final = frozenset({Section.QUESTION, Section.ISSUE, Section.AUTHOR, Section.CLOSING, Section.RECORDS})
_HEADED: Final = frozenset({Section.RATIONALE, Section.CONTRARY})
_BEHIND = 4  # paragraphs behind an opinion that stand for its reasons where none are headed
_SMALL: Final = re.compile(r"(?<![\w'’])[a-z][\w'’-]*")
_SHARE = 0.85  # of all words that are in small letters, where names and numbers are told by case
# words in small letters, about six in seven of all words
_MANY_WORDS = 43
_TIMELINE: Final = frozenset({Strand.COURSE, Strand.SERVICE})
_LONG = 64  # words of reasons that explain, whatever strands they are of
_WAYS, _WEIGHED = 4, 90  # words that weigh what speaks for and against an opinion in doubt
_AHEAD = 6  # paragraphs before an opinion that may lead up to it where no reasons are headed
_LED_UP = ((3, 50), (4, 46))  # kinds and words of reasons, with what leads up to the opinion
_LISTED = 3  # kinds of reasons in one sentence that make it a list of reasons
_MIN_WORDS = 21  # of reasons; fewer do not explain anything


@dataclass(frozen=True, slots=True)
class Rationale:
    """The strands found, where, and how many words of reasons there are."""

    extent: Literal["detailed", "conclusory", "none"]
    strands: tuple[Strand, ...]
    where: tuple[tuple[Strand, Span], ...]
    words: int

    def spans(self, *wanted: Strand) -> tuple[Span, ...]:
        """Where some strands were found."""
        return tuple(span for strand, span in self.where if strand in wanted)


def rationale(doc: Document, position: Position) -> Seen[Rationale]:
    """The reasoning of the letter: beside the opinion and under headings; where that is little, what leads up to it."""
    found = _found(doc, position)
    if found.value.extent == "detailed" and any(_KEPT.search(doc.of(s)) and not doc.quoted(s) for s in doc.sentences):
        note = "The author says that the reasons are not set out."
        return Seen(replace(found.value, extent="conclusory"), Certainty.FAIR, found.where, note)
    return found


def _found(doc: Document, position: Position) -> Seen[Rationale]:
    reasons = _reasons(doc, position)
    found = _of(doc, position, reasons)
    if found.value.extent == "conclusory" and _may_be_elsewhere(doc, position, reasons):
        wider = _reasons(doc, position, headed_only=False)
        more = _of(doc, position, wider)
        reasons, found = (wider, more) if more.value.extent == "detailed" else (reasons, found)
    one = position.governing
    possible = one is not None and one.claim.polarity is Polarity.INCONCLUSIVE and not one.claim.withheld
    if found.value.extent == "none" or possible:
        return found  # what leads up to a mere possibility does not explain it
    begun = {s.start for s in reasons}
    ahead = [s for s in _leading_up(doc, position) if s.start not in begun]
    led = _of(doc, position, sorted((*ahead, *reasons), key=lambda s: s.start)) if ahead else found
    if found.value.extent == "detailed":
        return Seen(replace(led.value, extent="detailed"), found.certainty, led.where)
    core = [strand for strand in led.value.strands if strand is not Strand.ACCOUNT]
    if not any(len(core) >= kinds and led.value.words >= words for kinds, words in _LED_UP):
        return found
    whole = Rationale("detailed", led.value.strands, led.value.where, led.value.words)
    return Seen(whole, Certainty.FAIR, led.where)


def _may_be_elsewhere(doc: Document, position: Position, reasons: list[Sentence]) -> bool:
    """Whether reasons may stand outside of what is headed so ("Basis" may be who the author is): not in a draft."""
    one = position.governing
    return one is not None and not one.claim.withheld and not any(HIDDEN * 6 in doc.of(s) for s in reasons)


def _leading_up(doc: Document, position: Position) -> list[Sentence]:
    """The sentences of the paragraphs before the opinion that give a reason for it."""
    one = position.governing
    if one is None:
        return []
    lines = sorted({s.line for s in doc.sentences if s.start < one.start})[-_AHEAD:]
    usable = [s for s in doc.sentences if s.section not in _SKIP and not doc.quoted(s)]
    ahead = [s for s in usable if s.line in lines and s.start < one.start]
    arguing = [s for s in ahead if _argues(_unnamed(doc, s))]
    if one.claim.polarity is not Polarity.UNFAVORABLE:
        return arguing
    argued = {s.line for s in arguing}  # against a claim, what is told first is told to answer it
    return [s for s in ahead if s.line in argued]


def _of(doc: Document, position: Position, reasons: list[Sentence]) -> Seen[Rationale]:
    """What the sentences ``reasons`` amount to."""
    opinion = position.governing
    where: list[tuple[Strand, Span]] = []
    words = 0
    guessed = False
    bearing: set[int] = set()  # the sentences that give a reason of substance
    for sentence in reasons:
        low = doc.of(sentence)
        if BARE.search(low) or HIDDEN * 6 in low or _aside(doc, sentence, low):
            continue
        size = _size(doc.reading.text[sentence.start : sentence.end])
        if opinion is not None and sentence.start < opinion.end and opinion.start < sentence.end:
            size = _size(_behind_opinion(doc, sentence, opinion))
        words += size
        if _UNCERTAIN.search(low) and not NAMED.search(low) and not _EVEN_SO.search(low):
            guessed = guessed or any(pattern.search(low) for _, pattern in STRANDS)
            continue
        given = [] if _PASSED_BY.search(low) and not _WEIGHS.search(low) else _given(_unnamed(doc, sentence))
        if set(given) - {Strand.ACCOUNT}:
            bearing.add(sentence.start)
        known = {found for found, _ in where}
        where += [(strand, (sentence.start, sentence.end)) for strand in given if strand not in known]
    strands = tuple(strand for strand in Strand if strand in {found for found, _ in where})
    return _graded(
        strands,
        tuple(where),
        words,
        several=len(bearing) > 1,
        stated=opinion is not None,
        doubtful=opinion is not None
        and not opinion.claim.withheld
        and not opinion.meets_standard
        and opinion.claim.polarity is not Polarity.UNFAVORABLE,
        withheld=opinion is not None and opinion.claim.withheld,
        unsorted=any(_UNSORTED.search(doc.of(s)) for s in reasons),
        guessed=guessed or any(_REASON.search(doc.of(s)) for s in reasons) or _said_more(doc, position),
    )


def _aside(doc: Document, sentence: Sentence, low: str) -> bool:
    """Whether a sentence is of the office's business; a list of several kinds of reasons is not, whatever it names."""
    if not (BUSINESS.search(low) or DESK.search(low)):
        return False
    return len(set(_given(_unnamed(doc, sentence))) - {Strand.ACCOUNT}) < _LISTED


def _behind_opinion(doc: Document, sentence: Sentence, opinion: Opinion) -> str:
    """What the sentence of the opinion itself gives as a reason: "… is the likely cause: he never smoked, and …"."""
    place = max(sentence.start, opinion.start + opinion.claim.phrase[1])
    mark = _FOR.search(doc.low, place, sentence.end)
    return doc.reading.text[mark.end() : sentence.end] if mark else ""


def _unnamed(doc: Document, sentence: Sentence) -> str:
    """The sentence without the conditions it names: "degenerative disc disease" is no mechanism."""
    low = doc.of(sentence)
    for one in doc.named(sentence.start, sentence.end):
        first, last = one.start - sentence.start, one.end - sentence.start
        low = low[:first] + "_" * (last - first) + low[last:]
    return low


def _given(low: str) -> list[Strand]:
    """The kinds of reasons a sentence gives. What the veteran says is an account; that alone explains nothing."""
    told = bool(_TOLD.search(low))
    given = []
    for strand, pattern in STRANDS:
        words = _NEVER_BEFORE.sub(" before ", low) if strand is Strand.ALTERNATIVES else low
        passed = strand is Strand.ALTERNATIVES and _UNLOOKED.search(low)
        if pattern.search(words) and not passed and not (told and strand is not Strand.ACCOUNT):
            given.append(strand)
    return [*given, Strand.LITERATURE] if NAMED.search(low) else given


def _size(text: str) -> int:
    """The words of a sentence that no redaction touches: those in small letters, or all where there are none."""
    plain = _TAG.sub("x", text) if text.islower() else _TAG.sub("x", text.lower())
    one_case = text.isupper() or re.sub(r"\[[A-Z]+(?: [A-Z]+)* ?[\d, ]*\]", "", text).islower()
    return int(_SHARE * len(plain.split())) if one_case else len(_SMALL.findall(text))


def _said_more(doc: Document, position: Position) -> bool:
    """Whether the paragraph of the opinion goes on, or a presumption is named: more than the bare conclusion."""
    one = position.governing
    if one is None:
        return False
    numbers = [n for n, s in enumerate(doc.sentences) if s.start < one.end and one.start < s.end]
    if not numbers:
        return False
    line = doc.sentences[numbers[-1]].line
    after = [doc.of(s) for s in doc.sentences[numbers[-1] + 1 : numbers[-1] + 4] if s.line == line]
    if any(len(low.split()) >= 4 and not _ELSEWHERE.match(low) for low in after):
        return True
    return any(re.search(r"\bpresum", doc.of(s)) for s in doc.sentences if abs(s.line - line) <= 1)


def _graded(
    strands: tuple[Strand, ...],
    where: tuple[tuple[Strand, Span], ...],
    words: int,
    *,
    several: bool,
    stated: bool,
    guessed: bool,
    doubtful: bool,
    withheld: bool,
    unsorted: bool,
) -> Seen[Rationale]:
    spans = tuple(span for _, span in where[:3])
    core = [strand for strand in strands if strand is not Strand.ACCOUNT]
    if not stated:
        return Seen(Rationale("none", strands, where, words), Certainty.HIGH, ())
    enough = len(core) >= 3 and words >= _MIN_WORDS
    long = (len(core) == 2 and words >= _MANY_WORDS) or (core and words >= _LONG)  # no list knows every reason
    several = several or Strand.MECHANISM in core
    long = long and several and not set(core) <= _TIMELINE  # "never before, and ever since" is no explanation
    if doubtful and unsorted:
        core = core[: _WAYS - 1]
    weighed = doubtful and len(core) >= _WAYS and words >= _WEIGHED  # a doctor may explain why it stays open
    explained = withheld and words >= _MIN_WORDS  # why nothing can be said is a reason of its own
    if len(core) >= 5 or explained or weighed or (not doubtful and (enough or long)):
        sure = len(core) >= 4 and words >= 2 * _MIN_WORDS
        return Seen(Rationale("detailed", strands, where, words), Certainty.HIGH if sure else Certainty.FAIR, spans)
    if strands or guessed:
        unsure = len(core) >= 3 or (len(core) == 2 and words >= 2 * _MIN_WORDS)
        return Seen(
            Rationale("conclusory", strands, where, words),
            Certainty.FAIR if unsure else Certainty.HIGH,
            spans,
            "The conclusion is stated with hardly a reason.",
        )
    return Seen(Rationale("none", strands, where, words), Certainty.HIGH, (), "No reason is given for the conclusion.")


def _reasons(doc: Document, position: Position, *, headed_only: bool = True) -> list[Sentence]:
    """The sentences in which the author gives reasons; ``headed_only``: where reasons are headed, those under it."""
    usable = [s for s in doc.sentences if s.section not in _SKIP and not doc.quoted(s)]
    headed = [s for s in usable if s.section is Section.RATIONALE]
    contrary = [s for s in usable if s.section is Section.CONTRARY]
    beside = _beside(doc, usable, position) if position.per_condition else []
    if headed_only and sum(len(doc.of(s).split()) for s in headed) >= 20:
        chosen = {s.start: s for s in (*headed, *contrary)}
        chosen.update({s.start: s for s in beside if _REASON.search(doc.of(s))})
    else:
        chosen = {s.start: s for s in (*headed, *contrary, *beside)}
    chosen.update({s.start: s for s in usable if _REASONED.search(doc.of(s))})
    chosen.update({s.start: s for s in _how_it_works(doc, usable)})
    return [
        chosen[start]
        for start in sorted(chosen)
        if not _LAW.search(doc.of(chosen[start])) or NAMED.search(doc.of(chosen[start]))
    ]


def _how_it_works(doc: Document, usable: list[Sentence]) -> list[Sentence]:
    """The paragraphs that explain a mechanism over several sentences, wherever they stand."""
    ways: dict[int, int] = {}
    for s in usable:
        if s.section is Section.OTHER and _WAY.search(doc.of(s)):
            ways[s.line] = 0
    for s in usable:
        if s.line in ways and Strand.MECHANISM in _given(_unnamed(doc, s)):
            ways[s.line] += 1
    return [s for s in usable if ways.get(s.line, 0) > 1]


def _argues(low: str) -> bool:
    """Whether a sentence that stands before an opinion gives a reason for it: a mechanism, or another cause weighed."""
    if _ELSEWHERE.match(low) or _TOLD.search(low):
        return False
    return bool(set(_given(low)) & {Strand.MECHANISM, Strand.ALTERNATIVES, Strand.CONTRARY}) or bool(
        _REASON.search(low)
    )


def _beside(doc: Document, usable: list[Sentence], position: Position) -> list[Sentence]:
    """The paragraph of each opinion, a reasoning paragraph before it, and those behind it up to another matter."""
    paragraphs: dict[int, list[Sentence]] = {}
    for s in usable:
        paragraphs.setdefault(s.line, []).append(s)
    order = sorted(paragraphs)
    found: list[Sentence] = []
    for one in (*position.per_condition, *position.alike):
        here = [
            n for n, line in enumerate(order) if any(s.start < one.end and one.start < s.end for s in paragraphs[line])
        ]
        if not here:
            continue
        before = paragraphs[order[here[0] - 1]] if here[0] else []
        if any(_REASON.search(doc.of(s)) for s in before):
            found += before
        elif _LOOKS_BACK.search(doc.low[one.start : one.end]):
            for n in range(max(0, here[0] - 2), here[0]):
                told = paragraphs[order[n]]
                open_yet = one.claim.polarity is Polarity.INCONCLUSIVE  # what is told first is told to weigh it
                found += told if open_yet or any(_argues(_unnamed(doc, s)) for s in told) else []
        for n in here:
            found += paragraphs[order[n]]
        for line in order[here[-1] + 1 : here[-1] + 1 + _BEHIND]:
            opening = doc.of(paragraphs[line][0])
            new_matter = doc.lines[line].under == 0 and paragraphs[line][0].section not in _HEADED
            if _ELSEWHERE.match(opening) or _UNABLE.search(opening) or new_matter:
                break
            found += paragraphs[line]
    return found
