"""Names that words of running text announce: signatures, introductions, greetings, statements, nicknames."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.detectors.name_cues import Mention, Role
from nexus_desktop.security.detectors.name_grammar import NO_NAME, Name, has_degree, is_part, likeness, read_name
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.vocabulary import FUNCTION_WORDS

_SEEN_BY = compiled(
    r"""\b(?:seen|treated|evaluated|examined|referred|ordered|read|interpreted|prescribed|performed|done|given
    |diagnosed|reviewed|dictated|prepared|completed|conducted|administered
    |approved|certified|transcribed|supervised|interviewed|followed|managed|authored|cosigned|co-signed|verified
    |scheduled|taken|entered|repaired|operated~on|overseen|countersigned|typed|sworn)
    ~(?:electronically~|here~|there~|again~|once~)?(?:by|with|before)~(?:(?:the|his|her|my|our|a)~)?(?=[A-Za-z])"""
)
_SIGNED = compiled(
    r"""(?:/{1,2}e?s/{1,2}|/es/|//(?=[A-Za-z])|\((?:signed|sgd|sd)\)|\b(?:electronically|digitally|e-)~?-?~?signed~
    (?:by)?:?|\be-?sign(?:ed|ature)?:|\bsigned(?:~by)?:|\bsignature:?|\bs/)[\s:_]{0,6}(?=[A-Za-z])"""
)
_INTRODUCED = compiled(
    r"\b(?:my~name~is|i~am|i,|this~is|i'm|the~undersigned,?|me,|undersigned:)~(?:dr\.?~)?(?=[A-Za-z])"
)
_STATEMENT = compiled(
    r"""\b(?:(?:(?:lay|buddy|sworn|written|spouse|witness|personal|supporting|notarized|character)~)?(?:statements?
    |affidavits?|declarations?|testimony|attestation),?~(?:(?:dated|of|from)~[^\n,]{4,24}~)?(?:of|from|by|signed~by
    |submitted~by)
    |married(?:~to)?|marriage~to|divorced?~(?:from)?|engaged~to|remarried|widow(?:er)?~of|lives~with|living~with|named
    |survived~by|raised~by|cared~for~by|accompanied~by|moved~in~with|care~of|c/o|served~(?:with|alongside)|along~with
    |together~with|corroborated~by|witnessed~by|according~to|told|interviewed|spoke~(?:with|to)|phone~call~(?:from|to
    |with)|call~(?:from|to|with)|contacted|attn|attention|by~the~name~of)
    ~(?:(?:his|her|the|my|a|former|fellow|late|then|first|second|ex-?)~){0,3}(?:(?:wife|husband|spouse|friend),?~)?
    (?=[A-Za-z])"""
)
_NICKNAMED = compiled(
    r"""\b(?:[Gg]oes~by|known~(?:to~\w+~)?as|called(?:~him|~her)?|calls~(?:him|her)|nicknamed|a\.?k\.?a\.?|also~known~as
    |f/?k/?a|n[eé]e|formerly|born|maiden~name(?:~is|:)?|prefers~(?:to~be~called)?|alias|name~change~from
    |everyone~calls~(?:him|her)|(?:family|children|kids|neighbors|grandchildren|boys|men|folks)~(?:all~)?(?:just~)?(?:say|call~(?:him|her))
    |previously)[\s,:"'(]{1,4}(?:the~name~)?["']?(?P<n>[A-Z][\w'-]{0,20}
    (?:~[A-Z][\w'-]{1,20})?)""",
    ignore_case=False,
)
_QUOTED_NAME = compiled(
    r"""(?<![A-Za-z0-9])"(?P<n>[A-Z][a-z'-]{1,14}(?:~[A-Z][a-z]{1,14})?)[,.]?"(?=,?~(?:to|as|by|—|-|from|is|was|has
    |\()|[)]|,~|~[A-Z])""",
    ignore_case=False,
)
_NICK_INSIDE = compiled(
    r"""\b[A-Z][\w'-]{1,20}\.?~(?:[A-Z]\.?~)?(?:"|\("?|')[A-Z][\w'-]{1,14}(?:~[A-Z][\w'-]{1,14})?(?:"|"?\)|')~
    (?:<Cap>)""",
    ignore_case=False,
)
_NICK_FIRST = compiled(
    r"""(?<![\w"])"(?P<n><Cap>(?:~<Cap>)?)[,.]?"~(?P<s>(?!(?:The|And|Is|Was|By|For|In|On|At|Of|To)\b)<Cap>)""",
    ignore_case=False,
)
"""``"Bull" Sorensen``: a nickname before a surname."""
_THEN = compiled(
    r"""\((?:then|now|currently|back~then|at~the~time|at~that~time|later|formerly|previously|since~remarried|once)~(?:named~|known~as~)?
    (?P<n>(?:(?:Miss|Mrs\.?|Ms\.?|Mr\.?|SGT|Sgt\.?|CPT|LT)~)?<Cap>(?:~<Cap>){0,2})(?=[),;])""",
    ignore_case=False,
)
"""``June Hill (then June Maki)``."""
_SPELT = re.compile(r"(?<![\w-])[A-Z](?:-[A-Z]){3,14}(?![\w-])")
_AS_CALLED = compiled(
    r"\b(?P<n>[A-Z][\w'-]{0,14})(?:,|~\()~~(?:as~(?:\w+~){1,4}(?:calls?|called|knows?|knew|know)|to~(?:his|her)~friends)"
    r"|(?<=[\x22(])(?P<w>[A-Z][\w'-]{1,14}),?~(?:we|they|I|everybody|everyone|(?:the|his|her|my)~\w{2,12})~(?:all~)?called~(?:him|her|me)\b",
    ignore_case=False,
)
_LAY = compiled(
    r"\b(?:my~(?:late~|dear~)?(?:husband|wife|son|daughter|brother|sister|father|mother|dad|mom|uncle|nephew|grandson"
    r"|buddy|best~friend|battle~buddy)\b|i~(?:served|deployed|was~stationed|roomed)~with|we~(?:have~been~married"
    r"|were~married|served~together|were~stationed))"
)
_PROFESSION = compiled(
    r"\b(?:physician|doctor|psychologist|psychiatrist|surgeon|board|licensed|certified|chiropractor|nurse|audiologist"
    r"|therapist|counselor|practitioner|specialist|dentist|podiatrist|optometrist|pharmacist|professor|attorney"
    r"|[a-z]{4,14}ologist|m\.?d|d\.?o|ph\.?d|examiner|social~worker|dietitian|practice|clinic)\b"
)
_OWN_NAME = re.compile(r"my name is|(?:^|[^\w'])i, $")
_IN_BRACKETS = compiled(
    r"""\b(?:letters?|statements?|affidavits?|declarations?|interpreter|translator|chaperone|witness(?:es)?|advocate|companion|comrade|buddy
    |cook|shipmate|crewmate|roommate|bunkmate|squad~leader|gunner|driver|loader|medic|corpsman|first~sergeant)
    (?:~\(|,?~)(?P<n>(?!Dr\b|The\b)<Cap>(?:~(?:[A-Z]\.~)?<Cap>){1,2})(?=[,)]|~(?:and|was|is|has|have|had|who|saw|told|said|wrote|from|with|of|in)\b)""",
)
"""``the buddy letter (Amos Roe, 2024)``, ``the cook Amos Roe``."""
_FORM_PART = compiled(
    r"\b(?-i:LAST|FIRST|SURNAME|GIVEN|FAMILY|MIDDLE)(?:~(?-i:NAME))?[:=|~]{1,3}(?P<n>(?-i:[A-Z][a-z'-]{1,20}(?:-[A-Z][a-z]{1,20})?))(?![\w:])"
)
"""``1A LAST Roe 1B FIRST Amos``: a form whose boxes were lost."""
_FORM_INITIAL = compiled(r"\b(?-i:MI|M\.I\.)[:=|~]{1,3}(?P<n>(?-i:[A-Z]))(?=~\d|[~]*(?:\n|\||$))")
_SMALL_NAME = compiled(
    r"\b(?:legal~name|full~name|my~name~is|name~is|name)[:~]{1,2}(?:is~)?(?P<n>(?-i:[a-z])[\w'-]{1,20}(?:~(?-i:[a-z])[\w'-]{1,20}){1,2})(?=~?[,.;—\n(]|$)"
)
"""``legal name anna roe``, in a letter without capitals."""
_PORTAL = compiled(
    r"^[~>]{0,4}(?:\(\d{1,3}\)|\[[^\]\n]{1,24}\]|\d{1,2}[.)])?~?(?P<n>(?-i:[A-Z][a-z'-]{1,20}(?:-[A-Z][a-z'-]{1,20})?~[A-Z]))(?:~\([A-Z]{2,4}\))?[~]*$"
)
"""``(3) Roe-Doe A`` alone on a line, twice or more: who speaks in a portal."""
_GREETING = compiled(
    r"^[ >]*(?:dear|hi|hello|hey|aloha|good~(?:morning|afternoon|evening)|thanks|thank~you|hola|estimad[oa]|best"
    r"|cheers)[, ]{1,2}(?=[A-Za-z])"
)
_SIGNED_OFF = compiled(
    r"\b(?:thanks|mahalo|regards|best|sincerely|cheers|love|respectfully|thank~you|gracias|yours|peace)[,.!]~"
    r"(?P<n>(?-i:[A-Z])[\w'-]{1,15})[~.]*$"
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words before a name: whose it is, how much like a name it must look at least, and how sure that makes it."""

    pattern: re.Pattern[str]
    role: Role
    least: float
    score: float


_CUES = (
    _Cue(_SIGNED, Role.PROVIDER, -4.0, 0.9),
    _Cue(_INTRODUCED, Role.PROVIDER, 0.5, 0.85),
    _Cue(_SEEN_BY, Role.PROVIDER, 0.5, 0.85),
    _Cue(_STATEMENT, Role.RELATIVE, 0.5, 0.85),
    _Cue(_GREETING, Role.SOMEONE, 0.0, 0.8),
)
_INITIALS_LINE = re.compile(
    r"^[ \t]*(?:dictated[^\n:]{0,30}[:;,.]?\s*|d/t[:\s]*|transcribed[^\n:]{0,20}[:\s]*)?"
    r"(?<![A-Za-z])(?P<a>(?!re\b|cc\b|to\b)[A-Za-z]{2,4}) ?[:/] ?"
    r"(?P<b>[A-Za-z]{2,4})"
    r"(?:[ \t.]*$|(?=[ \t]{1,4}(?:D|T|DD|DT|dictated|transcribed|typed)[:. ]))",
    re.MULTILINE | re.IGNORECASE,
)


def announced(view: LetterView) -> Iterator[Mention]:
    """Names after verbs, signatures, introductions, greetings, and nicknames."""
    for cue in _CUES:
        for match in view.scan(cue.pattern):
            index = view.first_word(match.end())
            if index < len(view.words) and view.words[index].start == match.end():
                yield from _behind_cue(view, cue, index)
    for match in view.scan(_SIGNED_OFF):
        name = read_name(view, view.first_word(match.start("n")), limit=2)
        if name and name.parts[0].capital and _listed_or_unknown(view, name.parts[0]):
            yield Mention(name, Role.SOMEONE, 0.8, "signs off a message")
    yield from _nicknames(view)
    yield from _in_boxes(view)
    yield from _other_forms(view)
    for match in view.scan(_INITIALS_LINE):
        for group in "ab":
            word = view.words[view.first_word(match.start(group))]
            yield Mention(Name(word.start, word.end, (word,)), Role.PROVIDER, 0.8, "initials of a signer and a typist")


def _listed_or_unknown(view: LetterView, part: Word) -> bool:
    return view.lexicon.is_name(part.key) or not view.lexicon.is_known(part.key)


def _behind_cue(view: LetterView, cue: _Cue, index: int) -> Iterator[Mention]:
    """The name that starts at a word behind a cue, if it is one."""
    name = read_name(view, index, limit=4)
    if name is None or (not name.parts[0].capital and cue.role is not Role.PROVIDER):
        return
    if likeness(view, name) < cue.least:
        told = cue.pattern is _STATEMENT and name.parts[0].capital and name.full
        if not told or not all(_listed_or_unknown(view, part) for part in name.full):
            return
    if cue.pattern is _INTRODUCED and len(name.full) < 2 and not name.surname_first:
        return
    role = cue.role
    if has_degree(view, name.end):
        role = Role.PROVIDER
    elif cue.pattern in (_INTRODUCED, _SIGNED) and (is_lay_letter(view) or _is_lay_introduction(view, cue, name)):
        role = Role.RELATIVE
    yield Mention(name, role, cue.score, "follows words that announce a name")


def _is_lay_introduction(view: LetterView, cue: _Cue, name: Name) -> bool:
    """``My name is Lou Roe, I live in Bayonne``: who speaks so and names no profession is a witness."""
    said = view[max(0, name.start - 14) : name.start].lower()
    return (
        cue.pattern is _INTRODUCED
        and _OWN_NAME.search(said) is not None
        and not _PROFESSION.search(view, name.end, name.end + 160)
    )


def is_lay_letter(view: LetterView) -> bool:
    """Whether the writer speaks as family or comrade: the one who signs is then no clinician."""
    return bool(_LAY.search(view))


def _other_forms(view: LetterView) -> Iterator[Mention]:
    """``"Bull" Sorensen``, ``(then June Maki)``, ``T-E-O-F-I-L-O``."""
    for match in view.scan(_NICK_FIRST):
        parts = tuple(view.words_in(*match.span("s")))
        known = parts and _listed_or_unknown(view, parts[0]) and parts[0].key not in NO_NAME
        if known and not view.is_kept(*match.span(), HARD) and view.lexicon.english_tier(parts[0].key) < 6:
            nick = tuple(view.words_in(*match.span("n")))
            yield Mention(
                Name(nick[0].start, parts[-1].end, parts, nick), Role.SOMEONE, 0.75, "a name with a nickname in it"
            )
    for match in view.scan(_THEN):
        parts = tuple(w for w in view.words_in(*match.span("n")) if w.key not in NO_NAME)
        if parts and all(_listed_or_unknown(view, part) for part in parts) and parts[0].key not in FUNCTION_WORDS:
            yield Mention(
                Name(parts[0].start, parts[-1].end, parts),
                Role.PATIENT,
                0.8,
                "follows words for a nickname or a former name",
            )
    for match in _SPELT.finditer(view.typed):
        word = match.group().replace("-", "").lower()
        if view.lexicon.is_name(word) or not view.lexicon.is_known(word):
            spelt = Word(match.start(), match.end(), word.capitalize(), word)
            yield Mention(Name(match.start(), match.end(), (spelt,)), Role.SOMEONE, 0.75, "a name spelled out")


def _in_boxes(view: LetterView) -> Iterator[Mention]:
    """Names in brackets or right behind a word for a comrade, in the boxes of a form, over the messages of a portal."""
    for match in view.scan(_IN_BRACKETS):
        parts = tuple(view.words_in(*match.span("n")))
        if view[match.start("n")].isupper() and all(
            _listed_or_unknown(view, part) for part in parts if len(part.key) > 1
        ):
            yield Mention(
                Name(parts[0].start, parts[-1].end, parts), Role.RELATIVE, 0.75, "stands where a witness is named"
            )
    for match in view.scan(_SMALL_NAME):
        parts = tuple(view.words_in(*match.span("n")))
        plain = any(
            part.key in FUNCTION_WORDS or part.key in NO_NAME or view.lexicon.english_tier(part.key) > 5
            for part in parts
        )
        if parts and not plain and view.caseless(match.start()):
            yield Mention(Name(parts[0].start, parts[-1].end, parts), Role.SOMEONE, 0.75, "follows a word for a name")
    for pattern in (_FORM_PART, _FORM_INITIAL):
        for match in view.scan(pattern):
            parts = tuple(view.words_in(*match.span("n")))
            if parts and parts[0].key not in NO_NAME:
                yield Mention(
                    Name(parts[0].start, parts[-1].end, parts), Role.PATIENT, 0.75, "stands in the box of a form"
                )
    said = list(view.scan(_PORTAL))
    counted = Counter(match["n"] for match in said)
    for match in said:
        parts = tuple(view.words_in(*match.span("n")))
        if counted[match["n"]] > 1 and parts and parts[0].key not in NO_NAME:
            yield Mention(Name(parts[0].start, parts[-1].end, parts), Role.SOMEONE, 0.75, "speaks in a portal")


def _nicknames(view: LetterView) -> Iterator[Mention]:
    for match in view.scan(_NICKNAMED):
        index = view.first_word(match.start("n"))
        name = read_name(view, index, limit=3)
        verb = match.group().split()[0].lower()
        if (
            name
            and name.parts[0].key not in NO_NAME
            and not (
                verb in ("formerly", "born", "called", "previously")
                and view[name.start - 1 : name.start] != '"'
                and likeness(view, name) < 1
                and not (view[name.end : name.end + 1] == ")" and view[match.start() - 1 : match.start()] == "(")
            )
        ):
            yield Mention(name, Role.PATIENT, 0.8, "follows words for a nickname or a former name")
    for match in view.scan(_AS_CALLED):
        word = view.words[view.first_word(match.start("n" if match["n"] else "w"))]
        if word.key not in FUNCTION_WORDS and word.key not in NO_NAME:
            yield Mention(Name(word.start, word.end, (word,)), Role.PATIENT, 0.75, "what a person is called")
    for match in view.scan(_NICK_INSIDE):
        index = view.first_word(match.start())
        name = read_name(view, index, limit=4)
        if name and name.nicknames and not view.is_kept(name.start, name.end) and likeness(view, name) >= 0:
            yield Mention(name, Role.SOMEONE, 0.85, "a name with a nickname in it")
    for match in view.scan(_QUOTED_NAME):
        index = view.first_word(match.start("n"))
        word = view.words[index]
        rest = view[match.end() : match.end() + 30]
        called = re.match(r",? (?:to (?:everyone|his|her|all|us|me|the)|as (?:he|she|everyone|his|her|the)|by)\b", rest)
        if (
            is_part(view, index, first=True)
            and (called or (view.name_weight(word) >= 0 and view.lexicon.given_tier(word.key)))
            and not view.is_kept(word.start, word.end)
        ):
            parts = tuple(view.words_in(match.start("n"), match.end("n")))
            yield Mention(Name(parts[0].start, parts[-1].end, parts), Role.PATIENT, 0.75, "a name in quotation marks")
