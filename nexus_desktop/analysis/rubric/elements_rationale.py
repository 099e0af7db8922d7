"""Why the author thinks so: the strands of reasoning in a letter, and whether they add up to an explanation.

A strand counts once however often it is touched, and only where the author reasons: under a heading such as
"Rationale", beside the opinion, or in a sentence that gives a reason. The word "mechanism" earns nothing elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from nexus_desktop.analysis.rubric.elements_literature import NAMED
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import HIDDEN, Document, Sentence
from nexus_desktop.models.analysis_models import Certainty, Polarity


class Strand(StrEnum):
    """A kind of reason."""

    MECHANISM = "mechanism"  # how the one leads to the other
    COURSE = "course"  # onset and course in time
    FINDINGS = "findings"  # this person's tests and examination
    SERVICE = "service"  # facts from service and its records
    ALTERNATIVES = "alternatives"  # other causes weighed
    LITERATURE = "literature"
    ACCOUNT = "account"  # lay evidence used
    CONTRARY = "contrary"  # another opinion answered


_STRANDS: Final[tuple[tuple[Strand, str], ...]] = (
    (
        Strand.MECHANISM,
        (
            r"\b(?:mechanism|pathway|pathophysiolog\w+|physiolog\w+|biomechanic\w*|inflammat\w+|degenerat\w+"
            r"|sympathetic|cortisol|serotonin|norepinephrine|cartilage|sensiti[sz]\w+|oxidative|carcinogen\w*"
            r"|metaboli\w+|neurotoxic|ototoxic|hair cells?|synap\w+|nerve root|compress\w+|load(?:s|ed|ing)?"
            r"|overload\w*|stress(?:es)? on|wear(?:s|ing)?|shear|torsion|fibrosis|vibration|microtrauma"
            r"|repetitive|cumulative|converg\w+|afferents?|innervat\w+|fingerprint|hallmark|signature of|(?:leukemo"
            r"|muta|terato)gen\w*)\b"
            r"|\b(?:rais(?:es?|ing)|narrow(?:s|ing)|strain(?:s|ing)|damag(?:es?|ing)|injur(?:es|ing)|weaken(?:s"
            r"|ing)|scars?\b|inflam(?:es?|ing)|stretch(?:es|ing)?|press(?:es|ing) on|poison(?:s|ing)|block(?:s"
            r"|ing)|destroy(?:s|ing)?|kill(?:s|ing)?|swell(?:s|ing)|rupture[sd]?|can (?:hurt|harm|affect|weaken|tear"
            r"|cause|lead|bring"
            r"|set|start|damage|injure|produce|trigger)|depriv\w+|starv\w+|irritat\w+|erodes?|relax\w+|lowers?"
            r"|releases?|predisposes?|destabili[sz]\w+|alters?|altered|shifts?|increases? (?:the )?(?:risk"
            r"|pressure|load|stress|demand|acid|weight|resistance)|reduces?|promotes?|disrupts?|fragment\w+"
            r"|interferes? with|leads? to|leading to|results? in|resulting in|produces?|causes?|causing"
            r"|contributes? to|accelerates?|triggers?|activates?|impairs?|gives? rise|is known to|are known to"
            r"|explains? (?:why|how|the))\b"
            r"|\b(?:known|recogni[sz]ed|common|frequent|established|documented) (?:cause|complication"
            r"|side effect|consequence|risk factor|result|sequela)\b|\bthe body shifts\b|\bwork(?:s"
            r"|ed)? harder\b|\bhard on\b|\bmurder on\b|\btoxic to\b|\b(?:higher|increased|raised|elevated"
            r"|excess) (?:rates?|incidence|risk|prevalence)\b|\b(?:rates?|incidence|risk"
            r"|prevalence) of [\w\s,-]{2,50}? (?:is|are) (?:\w+ )?(?:higher|raised|increased|greater)\b"
            r"|\b(?:heals?|thins?|strips?|dries|gives? way|multipl(?:y|ies)|restores?|collapses?|tears? more|combines?"
            r"|tends? to|typical(?: of|ly)|usually|as a rule|in (?:about |roughly |over |nearly |more than )?(?:one"
            r"|two|three|half"
            r"|a third|a quarter|a fifth|a tenth|most|\w+ (?:percent|per cent)|nine|eight|seven) (?:in|of"
            r"|out of) (?:\w+ )"
            r"|in (?:over |about |nearly )?half\b|leaves? (?:it|them|a|the) \w+|loses? (?:its|their)|most (?:people"
            r"|patients))\b"
            r"|\bbreaks? down\b|\bwell[- ](?:described|established|recogni[sz]ed|documented|understood)\b"
        ),
    ),
    (
        Strand.COURSE,
        (
            r"\b(?:onset|began|started|since (?:then|that|the|his|her|service|discharge|(?:19|20)\d\d|\[date)"
            r"|(?:recorded|charted|treated|treatment|complaints?|notes?) (?:\w+ ){0,4}?(?:since|from|forward"
            r"|onward)|without (?:a |any )?(?:break|gap|interruption)|from then (?:to|until|till) now"
            r"|no (?:\w+ ){0,3}?(?:trouble|pain|complaints?|problems?) before|came on|(?:hours|days|weeks"
            r"|months|years|decades) (?:later|after|afterward|before|into)|first (?:had|felt|appear\w*|noted"
            r"|recorded|reported|complain\w*|documented|seen|charted|shown|diagnosed|attack|episode|symptom\w*"
            r"|found|observed|developed|surfaced|noticed)|before (?:the|his|her|that|he|she|service|deploy\w+"
            r"|enlist\w+|any)|after (?:the|his|her|that|he|she|service|deploy\w+|injury|discharge|each)"
            r"|continu\w+|persist\w*|ever since|never (?:left|resolved|went away|had|stopped)|"
            r"within (?:\w+ )?(?:hours|days|weeks|months|years|a year|one year)|timing|temporal\w*|timeline"
            r"|chronolog\w+|progress(?:ed|ion|ive|ively)|worsened|gradual\w*|interval|latency|in step with"
            r"|followed (?:within|by)|no (?:prior|previous|earlier|pre-existing|preexisting|history)|free of"
            r"|did not have|had no|at separation|at discharge|documented in|dates? (?:back )?to|years (?:later"
            r"|after|before)|eleven entries|decade|course)\b"
        ),
    ),
    (
        Strand.FINDINGS,
        (
            r"\b(?:mri|x-?rays?|radiograph\w*|films?|ct|imaging|ultrasound|echocardiogra\w+|biops\w+|work-?up"
            r"|patholog\w+|colonoscop\w+|endoscop\w+|egd|polysomnogra\w+|sleep stud(?:y|ies)"
            r"|\d+(?:\.\d+)? ?(?:mm|cm|degrees|percent|%|db|episodes|points|kg)\b|recorded \d+|measured|ahi"
            r"|audiogram|thresholds?|notch\w*|emg|conduction|denervation|reflex|spirometr\w+|fev1|ratio|a1c"
            r"|scores? (?:of|was|were|on|above|fell|rose|since|is|\d)|(?:his|her) scores?|phq-?9|pcl-?5|caps-?5"
            r"|gaf|range of motion|tear|atrophy|effusion|crepitus|osteophytes?|narrowing|retraction"
            r"|fatty infiltration|on (?:exam|examination|my examination)|physical exam\w*|tender\w*|deformity"
            r"|gait|limp|antalgic|level[s]?|pattern|distribution|location|site|anatom\w+|asymmetr\w+|one side"
            r"|unilateral|his (?:left|right)|her (?:left|right)|bmi|pounds|readings|ldl|cholesterol|stenosis"
            r"|ejection fraction|\d{3}/\d{2,3}|lab(?:s|oratory)?|titers?|psa|egfr|intrusi\w+|nightmares?"
            r"|avoid(?:s|ance|ing)|startle|re-?experienc\w+|hypervigilan\w+|specific to|criteria|lesions?"
            r"|pigment|particles?|responds? to|responded to|mask removals?|panel|genetic testing|normal on"
            r"|nerve block|duplex|doppler|testosterone|(?:was|is|are|were)? ?normal \(|after (?:the "
            r"|an? )?(?:\w+ )?(?:block|injection|trial of)|negative for|tests? (?:was|were"
            r"|is|are) (?:normal|negative|positive))\b"
        ),
    ),
    (
        Strand.SERVICE,  # documented or measured; that there was service is no reason
        (
            r"\b(?:documented|service (?:treatment|medical|personnel) records?|strs?\b|sick call|profile"
            r"|separation (?:exam\w*|physical|form|audiogram)|retirement physical|entrance (?:exam\w*|physical)"
            r"|enlistment (?:exam\w*|physical|audiogram)|line[- ]of[- ]duty|entries|entry"
            r"|in[- ]service (?:complaints?|injur\w+|records?|notes?|treatment|visits?|event)|treated (?:in"
            r"|during|twice)|the (?:same )?(?:injury|exposure|blast|fall|landing|accident|assault)\b|injury of|"
            r"\d+ (?:jumps|landings|hours|db|decibels|sorties|rounds|missions)"
            r"|years of (?:\w+ ){0,3}?(?:load\w*|exposure|noise|vibration|handling|carrying|lifting|running"
            r"|marching|flying|jump\w*|service)|dose|meters|deployments?|on the record|recorded in|\[date \d+"
            r"|(?:in|of) (?:19[4-9]\d|20[0-3]\d)|threshold shift|medications? (?:for|he|she|prescribed)|nsaids?"
            r"|gain(?:ed)? \d+)\b"
        ),
    ),
    (
        Strand.ALTERNATIVES,
        (
            r"\b(?:alternative\w*|other (?:possible |potential |likely |known )?(?:causes?|explanations?"
            r"|etiolog\w+|risk factors?|factors|injur\w+)|risk factors?|family history|genetic\w*|hereditary"
            r"|smok\w+|tobacco|obes\w+|overweight|alcohol|drinks?|(?<!\[)age(?:ing|d)?|aging"
            r"|natural (?:progress\w*|history|course)|ordinary|civilian|post-?service|occupation\w*"
            r"|intercurrent|divorce|exclud\w+|ruled out|rule out|considered|weighed|less (?:good"
            r"|likely) explanation|better explanation|more likely explanation|no other|denies|childhood|sports?"
            r"|hobb\w+|hunting|weight gain|did not (?:farm|use|work|change|start|cause|bring)|fender bender"
            r"|minor (?:\w+ ){0,2}?(?:accident|collision|sprain|injury)|never (?:smoked|worked|used|took|taken"
            r"|had|was|been)|no (?:parent|sibling|relative|child)|no one in (?:his|her)|(?:has|have|had) had no"
            r"|(?:he|she) has no\b|(?:does|do|did|has) not (?:smoke|drink|have|take|had)|accounts? for"
            r"|to blame|no (?:\w+ ){0,4}(?:comparable|similar)|non-?smoker|no (?:\w+ )?(?:relatives?|radiation"
            r"|solvents?|surger(?:y|ies)|ssris?)|not explain\w*|would not explain|competing|pregnan\w+"
            r"|caffeine|in the absence of|absence of)\b"
        ),
    ),
    (
        Strand.ACCOUNT,
        (
            r"\b(?:wife|husband|spouse|partner|mother|father|sister|brother|son|daughter|budd(?:y|ies)|fellow|comrades?"
            r"|squad leader|sergeant|roommate|neighbor|lay (?:evidence|statements?|witness\w*)|statements? (?:of"
            r"|from|by)|\[relative \d+\]|his (?:own )?account|her (?:own )?account|he (?:describes|reports|recalls"
            r"|told)|she (?:describes|reports|recalls|told)|credibl\w+|competent|consistent (?:account|history)"
            r"|testif\w+)\b"
        ),
    ),
    (
        Strand.CONTRARY,
        (
            r"\b(?:examiner|c ?& ?p|va (?:opinion|examination|exam|physician)|denial|rating decision|dr\. \w+'?s?"
            r"|prior opinion|negative opinion|board)\b[^.]{0,120}\b(?:overlook\w*|ignor\w*|did not|does not|fail\w*"
            r"|wrong|error|incorrect\w*|inaccurate|disagree|respectfully|no mention|without|mistaken|misread"
            r"|mischaracteri\w*|flawed|relied|inadequate|not (?:discuss|mention|consider|address|explain))|\b(?:i"
            r"|we) (?:respectfully |strongly |must )*(?:disagree|differ|do not agree|cannot agree)\b"
        ),
    ),
)
_COMPILED: Final = tuple((strand, re.compile(pattern)) for strand, pattern in _STRANDS)
_REASON: Final = re.compile(
    r"\b(?:because(?! of)|since (?=he|she|the|his|her|it|there|this)|therefore|thus|hence|given (?:that|the"
    r"|his|her)|due to the fact|this is (?:based|supported)|is (?:based|supported)|based (?:up)?on"
    r"|which explains|as a result|consequently|for (?:these|the following|this) reasons?|the reason"
    r"|my reason\w*|rationale|supports? (?:this|my|the)|accordingly|it follows|so that|the fact that"
    r"|in view of|in light of|it is (?:well )?known|is well (?:established|known)|are known to|is known to"
    r"|, so (?:the|his|her|it|i|this|that)\b|when you|known (?:cause|risk|complication|side))\b"
)
_UNCERTAIN: Final = re.compile(
    r"\b(?:may(?! (?:\d|of \d|\[))|might|could|possib\w+|perhaps|wonder\w*|not able to say|cannot say|can't say"
    r"|do not know"
    r"|don't know|not sure|leave that|i assume|hard to say|who knows)\b"
)
_REASONED: Final = re.compile(
    r"\bbecause\b[^.]{0,200}\b(?:opinion|conclu\w+|likely)\b|\b(?:opinion|conclu\w+"
    r"|likely)\b[^.]{0,200}\bbecause\b|\bwhich explains why\b|\bthe reason (?:is|for my)|\bmy (?:reasons"
    r"|reasoning|rationale)\b"
)
_BUSINESS: Final = re.compile(
    r"\b(?:this letter|letters?\b(?! of| to (?:his|her))|template|order\b(?! to)|refund\w*|discount"
    r"|please (?:call|contact|feel|approve)|contact (?:me|us|our)|be reached|mail (?:for|to|the)|telephone"
    r"|thank you|his claim|her claim|'s claim|favorable consideration|the rater|waited long)\b|\[(?:phone|fax"
    r"|email|street|zip|url)\b"
)
_TAG: Final = re.compile(r"\[[a-z ]+ \d+(?:, ?\d{4})?\]")  # as in lower case
_TOLD: Final = re.compile(
    r"^\W*(?:\d+\.?\s*)?(?:he|she|mr\.? \S+|ms\.? \S+|the veteran|\[patient\]|mr\.? \[patient\]"
    r"|ms\.? \[patient\]) (?:also |further |has )?(?:tells|told|states?|reports?|says|claims|believes"
    r"|feels) (?:me )?(?:that )?(?!his \w+ (?:notes?|records?))"
)
_BARE: Final = re.compile(
    r"\b(?:there is no other possible cause|no other possible|medical literature supports this"
    r"|studies (?:show|support)|as everyone knows|elements of|claim (?:must|should) be granted|deserves"
    r"|support (?:his|her|mr|ms|this) \S+ claim|benefit of the doubt)\b"
)
_LAW: Final = re.compile(r"\b\d+ c\.?f\.?r|\bu\.?s\.?c\b|§|\bv\. [a-z]+|\bvaopgc")
_ELSEWHERE: Final = re.compile(
    r"^\W*(?:i (?:have not|did not|do not|don't|can't|cannot|have only|support|hope|would be|am happy"
    r"|am available|ask that|ask you|urge|strongly (?:urge|recommend|support))\b|thank|please"
    r"|he (?:lives|can no longer|is a good|needs|deserves|is on|takes|was adjusted)|she (?:lives"
    r"|can no longer|is a good|needs|deserves|is on|takes)|his (?:wife|daughter|son|address)|her (?:husband"
    r"|daughter|son|address)|if (?:you|there|any|the va|further)|feel free|should you|any (?:help"
    r"|questions)|records\b|this (?:letter|is not)|letters\b|the veteran (?:lives|may)|we reviewed)"
)
_UNABLE: Final = re.compile(
    r"\b(?:can't|cannot|not able to|unable to|do not have|don't have|did not have|outside (?:of )?my)\b"
)
_LOOKS_BACK: Final = re.compile(
    r"^\W*(?:so|thus|therefore|accordingly|hence|putting|that is why)\b|\b(?:based (?:up)?on (?:the (?:above"
    r"|foregoing)|these|this|all|my (?:review|examination))|for (?:these"
    r"|the above|the foregoing) reasons|in (?:light|view) of (?:the (?:above|foregoing)|these|this|all)"
    r"|given (?:the above|all of this|these|this)|weighing|weighed|as described|i have described|taking (?:all"
    r"|these)|with all (?:of )?(?:the |these |this )?(?:records|evidence)|having (?:considered|reviewed|weighed)"
    r"|in sum|in conclusion"
    r"|taken together|on balance|all told)\b"
)
_SKIP: Final = frozenset({Section.QUESTION, Section.ISSUE, Section.AUTHOR, Section.CLOSING, Section.RECORDS})
_HEADED: Final = frozenset({Section.RATIONALE, Section.CONTRARY})
_BEHIND = 4  # paragraphs behind an opinion that stand for its reasons where none are headed
_SMALL: Final = re.compile(r"(?<![\w'’])[a-z][\w'’-]*")
_SHARE = 0.85  # of all words that are in small letters, where names and numbers are told by case
# words in small letters, about six in seven of all words
_MANY_WORDS = 43
_LONG = 64  # words of reasons that explain, whatever strands they are of
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
    """The reasoning of the letter."""
    opinion = position.governing
    reasons = _reasons(doc, position)
    where: list[tuple[Strand, Span]] = []
    words = 0
    guessed = False
    for sentence in reasons:
        low = doc.of(sentence)
        if _BARE.search(low) or HIDDEN * 6 in low or _BUSINESS.search(low):
            continue
        size = _size(doc.reading.text[sentence.start : sentence.end])
        if opinion is None or not (sentence.start < opinion.end and opinion.start < sentence.end):
            words += size
        if (
            _UNCERTAIN.search(low)
            and not NAMED.search(low)
            and not re.search(r"\b(?:but|however|not|because|excluded|considered)\b", low)
        ):
            guessed = guessed or any(pattern.search(low) for _, pattern in _COMPILED)
            continue
        told = bool(_TOLD.search(low))  # what the veteran says is an account; that alone explains nothing
        for strand, pattern in _COMPILED:
            if told and strand is not Strand.ACCOUNT:
                continue
            if strand not in (found for found, _ in where) and pattern.search(low):
                where.append((strand, (sentence.start, sentence.end)))
        if NAMED.search(low) and Strand.LITERATURE not in (found for found, _ in where):
            where.append((Strand.LITERATURE, (sentence.start, sentence.end)))
    strands = tuple(strand for strand in Strand if strand in {found for found, _ in where})
    return _graded(
        strands,
        tuple(where),
        words,
        stated=opinion is not None,
        doubtful=opinion is not None
        and not opinion.claim.withheld
        and not opinion.meets_standard
        and opinion.claim.polarity is not Polarity.UNFAVORABLE,
        withheld=opinion is not None and opinion.claim.withheld,
        guessed=guessed or any(_REASON.search(doc.of(s)) for s in reasons) or _said_more(doc, position),
    )


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
    stated: bool,
    guessed: bool,
    doubtful: bool,
    withheld: bool,
) -> Seen[Rationale]:
    spans = tuple(span for _, span in where[:3])
    core = [strand for strand in strands if strand is not Strand.ACCOUNT]
    if not stated:
        return Seen(Rationale("none", strands, where, words), Certainty.HIGH, ())
    enough = len(core) >= 3 and words >= _MIN_WORDS
    long = (len(core) == 2 and words >= _MANY_WORDS) or (core and words >= _LONG)  # no list knows every reason
    explained = withheld and words >= _MIN_WORDS  # why nothing can be said is a reason of its own
    if len(core) >= 5 or explained or (not doubtful and (enough or long)):
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


def _reasons(doc: Document, position: Position) -> list[Sentence]:
    """The sentences in which the author gives reasons."""
    usable = [s for s in doc.sentences if s.section not in _SKIP and not doc.quoted(s)]
    headed = [s for s in usable if s.section is Section.RATIONALE]
    contrary = [s for s in usable if s.section is Section.CONTRARY]
    beside = _beside(doc, usable, position) if position.per_condition else []
    if sum(len(doc.of(s).split()) for s in headed) >= 20:
        chosen = {s.start: s for s in (*headed, *contrary)}
        chosen.update({s.start: s for s in beside if _REASON.search(doc.of(s))})
    else:
        chosen = {s.start: s for s in (*headed, *contrary, *beside)}
    chosen.update({s.start: s for s in usable if _REASONED.search(doc.of(s))})
    return [
        chosen[start]
        for start in sorted(chosen)
        if not _LAW.search(doc.of(chosen[start])) or NAMED.search(doc.of(chosen[start]))
    ]


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
                found += paragraphs[order[n]]
        for n in here:
            found += paragraphs[order[n]]
        for line in order[here[-1] + 1 : here[-1] + 1 + _BEHIND]:
            opening = doc.of(paragraphs[line][0])
            new_matter = doc.lines[line].under == 0 and paragraphs[line][0].section not in _HEADED
            if _ELSEWHERE.match(opening) or _UNABLE.search(opening) or new_matter:
                break
            found += paragraphs[line]
    return found
