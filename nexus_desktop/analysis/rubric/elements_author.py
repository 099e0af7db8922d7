"""Who the author is: profession, qualifications, field, and whether the field fits the condition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nexus_desktop.analysis.rubric.author_fields import FAMILY, FIELDS, GENERAL
from nexus_desktop.analysis.rubric.condition_table import Field
from nexus_desktop.analysis.rubric.degrees import DEGREE
from nexus_desktop.analysis.rubric.elements_form import author_block
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import HIDDEN, TAG, Document
from nexus_desktop.models.analysis_models import Certainty

_FAMILY_DOCTOR: Final = re.compile(r"\bfamily (?:medicine|practice|physician|doctor)|primary care|general practi\w+")
_NOT_PHYSICIAN: Final = re.compile(
    r"\bnurse practitioner|physician(?:'s)? assistant|\bf?np(?:-c|-bc)?\b|\bpa(?:-c)?\b|\baprn\b|\barnp\b"
    r"|\bdnp\b|\bcrnp\b|\bregistered nurse\b|\brn\b|\bnurse\b"
)
_PHYSICIAN: Final = re.compile(
    r"\bphysician\b(?!'?s? assistant)|\bm\.? ?d\.?(?=[\s,;.)]|$)|\bd\.? ?o\.?(?=[\s,;.)]|$)"
    r"|\bdoctor of (?:osteopathic )?medicine|\bsurgeon\b|\bmedical doctor\b"
)

_PROFESSION = (
    r"(?:physician|surgeon|doctor of|medical doctor|psychologist|psychiatrist|audiologist|neurologist"
    r"|cardiologist|oncologist|pulmonologist|rheumatologist|dermatologist|urologist|nephrologist"
    r"|endocrinologist|gastroenterologist|"
    r"otolaryngologist|ophthalmologist|optometrist|podiatrist|chiropractor|dentist|internist|physiatrist"
    r"|orthopedist|allergist|hematologist|toxicologist|neuropsychologist|anesthesiologist|radiologist"
    r"|pathologist|gynecologist|geriatrician|hospitalist|"
    r"nurse practitioner|physician'?s? assistant|physician associate|clinical nurse|registered nurse|nurse"
    r"|social worker|counselor|therapist|clinician|specialist|practitioner|professor|epidemiologist"
    r"|\w+ologist|\w+iatrist)"
)
_I_AM: Final = re.compile(
    rf"(?<!\w)(?:i am|i'm|my name is|i have been|i was|the undersigned is|the author is|the writer is"
    rf"|dr\.? (?:[\w'.-]+ ){{1,3}}is|(?:dr\.? )?\[provider \d+\](?:, \w+,?)? is"
    rf"|dr\.? \[\w+(?: \d+)?\] is)\b (?:dr\.? )?(?:\[provider"
    rf" \d+\]|[^.;]{{0,80}}?)\b(?:an?|the)? ?(?:[\w,()-]+ ){{0,7}}?{_PROFESSION}\b|\bas (?:an?"
    rf"|the undersigned) (?:[\w-]+ ){{0,4}}?{_PROFESSION} (?:with|for|of|in|who|since|i)\b"
    rf"|\bi write (?:this )?as (?:an?|the|his|her) (?:[\w-]+ ){{0,4}}?{_PROFESSION}\b|\b{_PROFESSION} here\b"
    rf"|\b(?:doctor|dr\.?) [\w'. \[\]-]{{2,40}} here\b"
    rf"|\bi, [^.;]{{2,60}}?, (?:an? |the )?(?:[\w-]+ ){{0,3}}?{_PROFESSION}\b"
    rf"|\bmy (?:\w+ )?(?:background|qualifications?|credentials|training|specialty|profession"
    rf"|discipline)\b[^.;]{{0,60}}?\b{_PROFESSION}\b"
    rf"|^\W*(?:hi|hello|good (?:day|morning|afternoon|evening))?\W*(?:this is|my name is) (?:dr\.? )?"
    rf"(?:[\w.'’-]+,? |\[\w+(?: \d+)?\],? ){{1,4}}?{DEGREE}(?=[\s,.;]|$)"
)
_ROLE: Final = re.compile(
    r"\b(?:i am|i'm|i have been|i was|as) (?:also )?(?:his|her|their|the veteran'?s?|the patient'?s?"
    r"|mr\.? [\w'-]+?'?s?|ms\.? [\w'-]+?'?s?|mrs\.? [\w'-]+?'?s?|[\w'-]+'s|\[patient\]'s"
    r"|the) (?:\w+ ){0,3}?(?:family|primary care|treating|attending|regular|personal"
    r"|va primary care)? ?(?:family |primary care |treating )?(?:doctor|physician|provider|clinician"
    r"|(?<!nurse )practitioner|therapist|counselor|pcp)\b"
)
_QUALIFIED: Final = re.compile(
    r"\bboard[- ](?:certifi\w+|eligible|cert)|\bcertified (?:by|in)\b|\bboard certification"
    r"|\bcertification in|\bcertified\b(?= (?:\w+ ){0,3}(?:physician|nurse|specialist|clinician"
    r"|psychologist|audiologist))|\bfellowship|\bfellow of\b|\bresidency"
    r"|\bfellow,|\b(?:f?np|pmhnp|agpcnp|acnp|fnp|aprn|cnm)-(?:bc|c)\b|\bpa-c\b|\bccc-[as]\b|\babpp\b|\bl(?:i?c"
    r"|m)sw\b|\blpcc?\b|\blm(?:ft|hc)\b|\bfa(?:cs|cp|ap|an|aos|cc|apmr|asm)\b|\bf(?:hrs|ccp|acc|aha|acr)\b"
    r"|\blicensed (?:\w+ ){0,4}(?:physician|psychologist|audiologist|counselor|social worker|therapist|chiropractor"
    r"|nurse|practitioner|clinician|professional|podiatrist|dentist|optometrist|to practice|in|since)"
    r"|\bspeciali[sz](?:e|ing|es) in\b|\bsubspecial\w+|"
    r"\blimit (?:my|the) practice\b|\bpractice (?:is )?limited to\b|\b(?:ab\w{1,4}"
    r"|american board)[\w ,-]{0,40}? certified\b|\bcertificate of (?:added|special) qualification\b"
    r"|\bin (?:general|family|private|solo|group) practice\b|\bin practice (?:since|for)|"
    r"\bseen (?:a )?(?:good|great) (?:deal|many) |\b(?:treated|seen|evaluated|managed) (?:many|hundreds|dozens"
    r"|scores) |\b(?:have|has) practiced\b|\byears? (?:of|in) (?:\w+ ){0,4}(?:practice"
    r"|experience|medicine|surgery|psychology|neurology|orthop\w+|cardiology|audiology|nursing|clinical"
    r"|training)|\byears in practice|\bdiplomate\b|\bdoctorate in\b|\btrained (?:in|at|by)\b"
    r"|\bcurriculum vitae\b|\bmy cv\b|\bdirector of\b|\bchief of\b|\bchief, |\bchief (?:medical|physician)"
    r"|\bprofessor of\b|\bhave (?:directed|published|evaluated|conducted)\b|\bgraduated from\b"
    r"|\b(?:abpp|abms|facc|facs|facp|faan|faaos|fapa|faafp|faaohns|facoem|fasam|fccp"
    r"|faans|fasn|facg|facr|faad|facog|facep|facfas|faapmr|fidsa|frc[ps]c?|ocs|scs|gcs)\b"
    rf"|\bi (?:\w+ )?hold (?:an? |the )(?:[\w. ]+ )?(?:doctorate|licen[sc]e|degree|{DEGREE})(?:\b|(?<=\.))"
    r"|\b(?:bd|brd)\.? cert\w*|\bmy boards?(?: certification)? (?:is|are|in)\b|\bboards (?:in\b|\d{4})"
    r"|\bi (?:hold|have) (?:an? )?(?:\w+ ){0,2}(?:licen[sc]e|certificates?)\b"
    r"|\bi,? [^.;]{0,60}?\bpracti[cs]e (?:\w+ ){0,2}(?:medicine|surgery"
    r"|psych\w+|neurology|cardiology|nursing|podiatry)\b"
    r"|\bi have (?:also )?(?:practiced|taught|specialized|worked (?:as|in)|(?:tested|fitted|treated|seen|read"
    r"|operated on"
    r"|examined|cared for) (?!mr|ms|mrs|this|his|her|the)(?:\w+ ){0,2}?\w+s\b)(?: [^.;]{0,50}?)?(?:\bsince (?:19"
    r"|20)\d\d|\bfor (?:over |more than |some |about |nearly )?[\w-]+ years)"
    r"|\bcertificate of clinical competence|\bc ?& ?p staff physician|\bcertified in\b|\bmy (?:field|specialty) is\b"
    r"|\bi (?:\w+ )?(?:do|practi[cs]e|perform|read|teach) (?:(?:only|mostly|mainly|nothing but|primarily|general) )?"
    r"(?:[\w-]+ ){0,2}?(?:sports medicine|medicine|surgery|psychotherapy|neurology|cardiology|pain management"
    r"|sleep medicine|dentistry|orthop\w+|podiatry)\b(?! (?:for|that|he|she|to him|to her))"
    r"|\bi (?:now |also |currently )?(?:direct|head|lead|run|chair|supervise|founded) (?:the|a|an"
    r"|our) (?:[\w-]+ ){0,4}?"
    r"(?:service|clinic|program|programme|department|unit|division|laborator(?:y|ies)|center|centre|section)\b"
)
_DEGREE_BOARD: Final = re.compile(
    rf"\b(?:m d|d o|ph d|{DEGREE}),? (?:[\w&]+,? ){{0,4}}?board[- ](?:certified|eligible)\b"
)
_GAP_OF_SELF: Final = re.compile(rf"\b(?:an?|in|as|by|at|of|the) {HIDDEN}{{3,}}")
"""What an author is still to fill in of themselves ("I am a [specialty] licensed in [state]")."""
_OFFICE = r"(?:(?:the )?(?:law )?(?:office|offices|practice|clinic|desk) of |from the desk of )?"
_TITLED: Final = re.compile(
    rf"[\W\d]*(?:(?:from|examiner|evaluator|author|provider|physician|clinician|reviewer|opinion|statement|prepared"
    rf"|written|submitted|completed|authored|dictated|rendered|furnished|consultant|expert|signer"
    rf"|report)(?:'s)?(?: name)?(?: (?:by|of))?\s*[:,-]"
    rf"|{_OFFICE}(?:dr\.? )?(?:\[\w+(?: \d+)?\]|[a-z.'’-]+(?: [a-z.'’-]+){{1,3}}),? {DEGREE}\b)"
)
_COPY: Final = re.compile(r"\bc\.?c\b[ :.]")
_SHORT = 130  # characters of a line that may be the author's block
_LABELLED = 300  # … where a label or a name with its degree opens it, or it stands under one
_SEVERAL = 3  # degrees and titles in a letterhead of more than one doctor
_CERTIFIED: Final = re.compile(
    r"\bboard[- ]certif\w+|\bcertified (?:by|in)\b|\bdiplomate\b|\bpractice (?:is )?limited to\b|\bfellow(?:,| of)"
    r"|\bcertificate of added\b|\bfellowship\b|\bsubspecialty\b"
)
_NAME_CELL: Final = re.compile(
    rf"{_OFFICE}(?:(?:dr|prof|lt|col|capt|cdr|maj|gen|sgt)\.? |\(ret\.?\) )*(?:[a-zà-ÿ.'’-]+|\[\w+(?: \d+)?\])"
    rf"(?: (?:[a-zà-ÿ.'’-]+|\[\w+(?: \d+)?\])){{0,3}},? (?:{DEGREE}[,\s.]*){{1,3}}"
)
_KIND = r"\W*(?:(?:clinical|licensed|consult\w+|staff|attending|general|forensic|pediatric|board[- ]certified) )?"
_FIELD_CELL: Final = re.compile("|".join(rf"{_KIND}(?:{pattern.pattern})" for pattern, _ in FIELDS))
_NOT_ONE: Final = re.compile(
    r"\bi(?: am|'m) not (?:an? |really )*(?:[\w-]+ ){0,2}?(?:\w+ologist|\w+iatrist|surgeon|specialist"
    r"|(?:\w+ )?doctor)\b"
)
"""What an author says not to be: it qualifies for nothing."""
_BARE_ROLE: Final = re.compile(
    r"\W*(?:staff|attending|treating|primary care|va|clinic) (?:physician|doctor|provider)\W*"
)
_PRACTICE: Final = re.compile(r"\b(?:general|family|emergency|occupational|internal) (?:medicine|practice)\b")
_LICENCE: Final = re.compile(
    r"\blic(?:ense|\.|ence)? ?(?:no|number|#)?\.?:? ?(?:\[license|[a-z]{0,3}[-. ]?\d)|\bnpi\b|\[license \d+\]"
)
_DISCLAIMED: Final = re.compile(
    r"\b(?:not (?:really )?(?:in )?my (?:field|area|specialty|expertise|scope)|outside (?:of )?(?:my"
    r"|the) (?:\w+ )?(?:scope|field|expertise|area|specialty|practice|training)|beyond (?:my"
    r"|the scope of my) (?:\w+ )?(?:scope|field|expertise|training|practice)|not (?:an? )?(?:expert"
    r"|specialist|qualified)(?: in| to|\b)|(?:i )?do not diagnose|(?:would|will|must|i) defer to (?:a|an"
    r"|the|his|her) (?:\w+ ){0,3}(?:specialist|\w+ologist|surgeon|psychiatrist|doctor|physician)"
    r"|(?:would be|is) (?:a )?better (?:person|placed|suited|qualified)|leave (?:that|this|it) to (?:a"
    r"|the) (?:doctor|physician|specialist)|(?:i am|i'm) (?:only|just) (?:a|his|her)"
    r"|not (?:a )?(?:medical doctor|physician)|no (?:special )?(?:training|expertise) in)\b"
)
_OWN_PROFESSION: Final = re.compile(
    r"\bi am an? (?:[\w-]+ ){0,3}?(?:psychologist|speech-language pathologist|audiologist|physical therapist"
    r"|occupational therapist|pharmacist|optometrist|podiatrist|chiropractor|neuropsychologist)\b"
)
_ONLY_NO_DOCTOR: Final = re.compile(r"\b(?:am|'m) not an? (?:medical )?(?:doctor|physician)\b")
"""What a psychologist or therapist owns to; within their own field it disclaims nothing."""
_TASK: Final = re.compile(
    r"\b(?:test(?:s|ed|ing)?|order(?:s|ed|ing)?|prescri\w+|inject\w*|imag(?:e|ed|ing)|x-rays?|screen(?:ed|ing)?"
    r"|refill\w*|medications?|rat(?:e|ing|ings)|percentages?|legal|law|scans?|labs?|bloodwork|surgery)\b"
)
"""Something to be done; that another does it says nothing of who may judge the cause."""
_OF_CAUSE: Final = re.compile(r"\b(?:caus\w+|whether|opin\w+|etiolog\w+|nexus|relat\w+|link\w*|due to|question)\b")
_NOT_MY_FIELD: Final = re.compile(
    r"\bmy (?:\w+ )?(?:field|area|specialty|expertise|scope|practice|training)\b|\bdo not diagnose\b"
    r"|\bnot (?:an? )?(?:expert|qualified)|\bnot (?:a )?(?:medical doctor|physician)"
    r"|\bno (?:special )?(?:training|expertise)"
)
_TREATS: Final = re.compile(
    r"\b(?:(?:been|is) with (?:us|our \w+) since|under my care|seeing (?:mr|ms|mrs|him\b|her\b|\[patient)"
    r"|takes? care of (?:him|her|mr|ms|mrs|\[patient)|patient of (?:mine|ours)|my patient|(?:have|has"
    r"|had) (?:\w+ )?(?:treated|followed"
    r"|cared for|seen|managed|known|worked with)|i (?:treat|follow|see|manage|diagnosed|examined|evaluated"
    r"|operated on|replaced|repaired|tested|removed|interviewed|saw|treated|followed|cared for|looked after|managed)"
    r"|we (?:treat|follow|see|have seen|have treated)|been (?:his|her|their|\w+'s|the veteran's"
    r"|\[patient\]'s) (?:\w+ ){0,3}(?:doctor|physician|provider|psychologist|psychiatrist|therapist|internist|surgeon"
    r"|dentist|practitioner|chiropractor|counselor|\w+ologist|patient)|followed in (?:my|our)|is followed"
    r"|treating (?:physician|doctor|provider|psychologist"
    r"|psychiatrist)|in (?:my|our) (?:clinic|office|practice|lab)|taken care of|examined (?:him|her|mr|ms"
    r"|the veteran|\[patient\])|my examination|on examination|on exam|interviewed)\b"
)
_EXAMINED: Final = re.compile(
    r"\b(?:examin(?:ed|ation)|exam(?=[\s:,.])|in[- ]person|physical exam|interview(?:ed)?|evaluat(?:ed|ion)"
    r"|assessed|video (?:call|visit)|telehealth|by telephone|records? only|\bace\b|never treated"
    r"|did not examine|have not examined|not examined)\b"
)


@dataclass(frozen=True, slots=True)
class Author:
    """What the letter tells of its author. Positions are those of the reading."""

    credentials: Seen[bool]
    named: bool  # a name with a degree, or a signature block
    licence: bool
    fields: frozenset[Field]
    physician: bool
    general: bool  # nurse practitioner or physician assistant: no field of their own unless stated
    family_doctor: bool
    deferring: bool  # the disclaimers only point to a specialist
    disclaims: tuple[Span, ...]
    treats: tuple[Span, ...]
    examined: tuple[Span, ...]

    @property
    def outside(self) -> bool:
        """Whether the author is of a profession that covers one field only, and no physician or nurse."""
        return bool(self.fields) and not self.physician and not self.general

    @property
    def _family_physician(self) -> bool:
        return self.family_doctor and (self.physician or not self.general)

    def knows(self, asked: frozenset[Field]) -> Seen[bool]:
        """Whether the author's field covers one of those ``asked``. Where none is asked, that there is one decides."""
        if self.disclaims and not (self.deferring and asked & self.fields):
            return Seen(False, Certainty.HIGH, self.disclaims, "The author says that this is not their field.")
        if not asked:
            return Seen(bool(self.fields) or self._family_physician, Certainty.LOW)
        if asked & self.fields:
            return Seen(True, Certainty.HIGH)
        if self._family_physician and asked & frozenset(FAMILY):
            return Seen(True, Certainty.FAIR)
        if self.general and self.treats and (self.family_doctor or not self.fields) and asked & frozenset(GENERAL):
            return Seen(True, Certainty.LOW, self.treats, "A nurse practitioner or assistant in general practice.")
        if not self.fields and not self.family_doctor and self.physician and self.treats and asked & frozenset(GENERAL):
            return Seen(
                True, Certainty.LOW, self.treats, "The author's specialty is not stated; the author treats the patient."
            )
        return Seen(False, Certainty.FAIR if self.fields else Certainty.LOW)


def read_author(doc: Document) -> Author:
    """The author of the letter, from what they say of themselves, the letterhead and the lines under the letter."""
    spoken: list[tuple[int, int, str]] = []
    disclaims: list[Span] = []
    treats: list[Span] = []
    examined: list[Span] = []
    own_profession = any(_OWN_PROFESSION.search(doc.of(sentence)) for sentence in doc.sentences)
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if _ONLY_NO_DOCTOR.search(low) and own_profession:
            continue
        if (no := _NOT_ONE.search(low)) is not None:
            disclaims.append((sentence.start + no.start(), sentence.start + no.end()))
            continue
        if sentence.section is Section.AUTHOR or _speaks_of_self(low):
            spoken.append((sentence.start, sentence.end, low))
        found = _DISCLAIMED.search(low)
        if found is not None and not _of_a_task(low, found) and not _in_quotes(doc, sentence.start + found.start()):
            disclaims.append((sentence.start + found.start(), sentence.start + found.end()))
        if (found := _TREATS.search(low)) is not None:
            treats.append((sentence.start, sentence.end))
        if (found := _EXAMINED.search(low)) is not None and len(examined) < 4:
            examined.append((sentence.start, sentence.end))
    head = [
        (line.start, line.end, doc.low[line.start : line.end]) for line in doc.lines[:9] if line.end - line.start < 140
    ]
    block = _block(doc)
    own = (*spoken, *block)
    text = "\n".join(low for _, _, low in own)
    fields = _fields_of(text) or _fields_of("\n".join(low for _, _, low in head)) or _fields_of_work(doc)
    qualified = _credentials(spoken, block)
    return Author(
        credentials=qualified,
        named=any(re.search(rf"\b{DEGREE}(?:\b|$)", low) or TAG.search(low.upper()) for _, _, low in block),
        licence=bool(_LICENCE.search(text)),
        fields=frozenset(fields),
        physician=bool(_PHYSICIAN.search(text))
        and not (_NOT_PHYSICIAN.search(text) and not re.search(r"\bm\.? ?d\b|\bd\.?o\.", text)),
        general=bool(_NOT_PHYSICIAN.search(text)),
        deferring=not any(_NOT_MY_FIELD.search(doc.low, *span) for span in disclaims),
        family_doctor=bool(_FAMILY_DOCTOR.search(text))
        or any(_FAMILY_DOCTOR.search(low) for _, _, low in head)
        or any(_FAMILY_DOCTOR.search(doc.low, *span) for span in treats),
        disclaims=tuple(disclaims),
        treats=tuple(treats),
        examined=tuple(examined),
    )


def _of_a_task(low: str, found: re.Match[str]) -> bool:
    """Whether what lies outside of the field is a test, a treatment or a matter of law, not the question of cause."""
    begin = max(low.rfind(stop, 0, found.start()) for stop in (";", ":", ". "))
    clause = low[begin + 1 : found.end()]
    return _TASK.search(clause) is not None and _OF_CAUSE.search(low[begin + 1 :]) is None


def _in_quotes(doc: Document, place: int) -> bool:
    return any(start <= place < end for start, end in doc.quotes_near(place, place + 1))


def _speaks_of_self(low: str) -> bool:
    """Whether a sentence tells who the author is."""
    return _GAP_OF_SELF.search(low) is None and bool(
        _I_AM.search(low)
        or (re.search(r"\b(?:i|my)\b", low) and _QUALIFIED.search(low))
        or _DEGREE_BOARD.search(low)
        or re.match(r"\W*(?:board[- ](?:certified|eligible|certification)|licensed|certified)\b", low)
        or (_TITLED.match(low) and _QUALIFIED.search(low))
    )


def _block(doc: Document) -> list[tuple[int, int, str]]:
    """The lines that name the author: under the letter, behind a label, or by name, degree and field."""
    block = [(line.start, line.end, doc.low[line.start : line.end]) for line in author_block(doc)]
    block += [
        (line.start, line.end, low)
        for line in doc.lines
        if re.search(
            r"\b(?:printed name|name and (?:degree|title|credentials)|board cert|specialty|title)\b.{0,4}:"
            r"|\bcred(?:entials)? [a-z]{2,4}\b|\byour (?:field|specialt(?:y|ies)|board)\b"
            r"|^[\W\d]*(?:(?:box|item|section|part|block) ?\d{1,2}[a-z]?\W{1,3})?"
            r"(?:examiner|clinician|provider|evaluator|physician|reviewer"
            r"|signer"
            r"|author)\W{1,3}\s*\S",
            low := doc.low[line.start : line.end],
        )
    ]
    block += [one for one in _titled_lines(doc) if one not in block]
    block = [
        (start, end, low if (copy := _COPY.search(low)) is None else low[: copy.start()]) for start, end, low in block
    ]
    return [one for one in block if one[2].strip() and not re.search(r"\bsupervis\w+|\bcollaborating\b", one[2])]


def _titled_lines(doc: Document) -> list[tuple[int, int, str]]:
    """Lines that begin with a name and its degree and go on to a field ("A. Webb MD, sports medicine, 17 years")."""
    lines = [(line.start, line.end, doc.low[line.start : line.end]) for line in doc.lines]
    titled = [one for one in lines if len(one[2]) < _LABELLED and _TITLED.match(one[2]) and _has_field(one[2])]
    for above, below in pairwise(lines[:9]):  # a letterhead: the name, and its field below it
        if max(len(above[2]), len(below[2])) < _LABELLED and any(_NAME_CELL.fullmatch(cell) for cell in _cells(above)):
            titled += [(below[0], below[1], cell) for cell in _cells(below) if _FIELD_CELL.match(cell)]
            titled += [
                (above[0], above[1], cell) for cell in _cells(above) if _FIELD_CELL.match(cell) or _PRACTICE.match(cell)
            ]
    head = [one for one in lines[:6] if len(one[2]) < _SHORT]
    if len(re.findall(rf"\b{DEGREE}(?:\b|(?<=\.))|\bdra?\.", "\n".join(low for _, _, low in head))) < _SEVERAL:
        titled += [
            one for one in head if _CERTIFIED.search(one[2]) and _has_field(one[2])
        ]  # the only doctor named there
    return titled


def _cells(line: tuple[int, int, str]) -> list[str]:
    """The columns of a line."""
    return [cell.strip() for cell in re.split(r"\t|\s\|(?:\s|$)|\s[—–]\s", line[2])]


def _has_field(low: str) -> bool:
    return any(pattern.search(low) for pattern, _ in FIELDS)


def _fields_of(text: str) -> set[Field]:
    found: set[Field] = set()
    for pattern, fields in FIELDS:
        if pattern.search(text):
            found.update(fields)
    return found


def _fields_of_work(doc: Document) -> set[Field]:
    """The field that shows in what the author does, where nothing is said of it."""
    work = re.search(
        r"\b(?:done|performed) in our (?:lab|laboratory)|\badjust(?:ments|ed)\b|\bin our (?:sleep|pain"
        r"|spine|hearing) (?:center|clinic|lab)",
        doc.low,
    )
    return _fields_of(doc.low[max(0, work.start() - 200) : work.end() + 100]) if work else set()


def _credentials(spoken: list[tuple[int, int, str]], block: list[tuple[int, int, str]]) -> Seen[bool]:
    for start, end, low in spoken:
        plain = _ROLE.sub(" ", low)
        if _QUALIFIED.search(low) or _I_AM.search(plain):
            return Seen(True, Certainty.HIGH, ((start, end),))
    for start, end, low in block:
        if re.search(r"\bsignature of\b|_{4,}", low) or _BARE_ROLE.fullmatch(low):
            continue
        if (
            _QUALIFIED.search(low)
            or any(pattern.search(low) for pattern, _ in FIELDS if not _bare_degree(low))
            or _PRACTICE.search(low)
            or re.search(rf"\b(?:licensed|certified) (?:\w+ )?{_PROFESSION}|\b{_PROFESSION}\b", low)
        ):
            return Seen(True, Certainty.FAIR, ((start, end),))
    for start, end, low in block:
        if _LICENCE.search(low):
            return Seen(True, Certainty.LOW, ((start, end),), "Only degree and license are given.")
    return Seen(False, Certainty.FAIR, (), "The author's qualifications are not stated.")


def _bare_degree(low: str) -> bool:
    """Whether a line holds no more than a name and its degrees."""
    return bool(
        re.fullmatch(
            rf"\W*(?:\(?signed\)?\W*)?(?:\[provider \d+\]|[a-zà-ÿ.'’ -]{{3,50}}),?\s*(?:{DEGREE}[,\s.]*){{1,4}}\W*",
            re.sub(r"\[[a-z]+(?: [a-z]+)? \d+(?:, ?\d{4})?\]", " ", low),
        )
    )
