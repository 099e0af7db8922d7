"""Hospitals, clinics, practices and law firms by the words of their names, by a label or by a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.bodies import COMPANY_FORM
from nexus_desktop.security.detectors.city_names import COUNTRIES, city_before
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.scanning import Anchor
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    CREDENTIALS,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FACILITY_HEADS,
    FUNCTION_WORDS,
    GENERIC,
    PARTICLES,
    RANK_HEADS,
    RELATIONS,
    STATES,
    words,
)

_JOINTS = (" ", "\x1f", " & ", "-", ". ", " - ", ", ", "/", "'s ", " (", " + ")
_OF_WHOLE = words("of and for at the de del la el y in on to")
_BODIES = FACILITY_HEADS | FACILITY_ENDS
_TITLES = DOCTOR_TITLES | CIVIL_TITLES | RANK_HEADS
_ABBREVIATED = words("hosp ctr")
_PLAIN_ENDS = words("hospital clinic associates consultants partners specialists institute group physicians")
"""Ends that no scale and no law has: such a name may hold the word for a disease."""
_SHORTENED = words(
    "st mt ft dr drs univ dept natl reg gen assoc co bros inc no wm jr ste med hosp ctr phys ortho int fam"
)
_SHORTEST_WORD = 5  # letters a shortened word has at most
_PLAIN = 3  # tier of English from which a word before a full stop ends a sentence
_SPECIALTIES = words(
    "upper lower extremity critical hematology certificate added qualification minimally invasive interventional "
    "vet neurological professor conditions condition artery arteries addictions emeritus adjunct "
    "reproductive addiction obesity palliative preventive aerospace undersea hyperbaric immunology allergy"
)
"""What a letterhead says of its signer's field."""
_OF_ANY_TRADE = words("service services system systems solutions group partners network care associates")
"""Ends of names of clinics and of employers: words of work before such a name decide."""
_VA = words("va")
_TREATMENTS = words("therapy surgery hearing rehabilitation imaging medicine health")
_PLACED = words("hospital center clinic centre campus")
_VA_SITE = compiled(
    r"""\b(?:(?:[A-Z]\.~?){1,3}(?:~\([A-Z][a-z]{1,12}\))?~)?(?:<Part>(?:~|-|~[A-Z]\.~|~(?:"|\()[A-Z][a-z]{1,12}(?:"|\))~)){1,5}(?:VA~)?(?:VAMC|CBOC|VAHCS|HCS|VA~Medical~Center|VA~(?:Outpatient~|Community~
    |Ambulatory~|Health~Care~)?Clinic|Vet~Center|VA~Health~?care~System|Department~of~Veterans~Affairs~Medical~Center)
    | \b(?:NMC|NNMC|NRMC|NH
    |BMC(?!~(?:Musculo|Med|Public|Psych
    |Neuro|Cancer|Pulm|Cardio|Gastro|Infect|Fam|Genom|Nephr|Endocr|Ear|Health|Res|Surg|Geriatr|Ophth|Oral|Sports))
    |NBHC|WRAMC|WRNMMC|BAMC|MAMC|TAMC|LRMC|BACH|ACH|DDEAMC)~<Cap>(?:~<Cap>)? | \b(?:VAMC
    |CBOC|VA~Medical~Center|VA~Hospital|Vet~Center)~(?:in~|at~|of~)?<Cap>(?:~<Cap>)? | \bVA~(?:<Cap>~){1,4}
    (?:(?i:health~?care~system)|HCS)(?:,~<Cap>(?:~<Cap>){0,2}~(?:Division|Campus|Clinic))?
    | \b(?:Walter~Reed|Landstuhl|Tripler|Brooke~Army|Madigan|Womack|Darnall|Eisenhower~Army|William~Beaumont
    |Blanchfield|Balboa~Naval|Bethesda~Naval|Fitzsimons|Letterman|Wilford~Hall|Martin~Army|Evans~Army|Winn~Army
    |Reynolds~Army|Irwin~Army|Moncrief|Keller~Army|Ireland~Army|Weed~Army|Oak~Knoll)(?:~(?:<Cap>|of)){0,4}""",
    ignore_case=False,
)
_VA_SHOUTED = re.compile(
    r"\bVA (?:[A-Z]{3,20} ){1,4}(?:HEALTH ?CARE SYSTEM|MEDICAL CENTER|HCS)\b"
    r"|\b(?:[A-Z]{3,20} ){1,3}(?:VA MEDICAL CENTER|VA HEALTH ?CARE SYSTEM|VAMC|VAHCS|CBOC)\b"
)
_NAVAL = compiled(
    r"\b(?:U\.?S\.?~)?(?:Naval|Army|Air~Force|USAF|Military)~(?:Medical~|Health~|Branch~|Community~|Regional~|Field~"
    r"|Dental~){0,3}(?:Hospital|Clinic|Center|Infirmary|Dispensary)~(?:in~|at~|of~)?(?P<n><Cap>(?:~<Cap>)?)",
    ignore_case=False,
)
_SITE = re.compile(
    r",? (?:Clinic|Campus|Site|Annex|Suite|Unit) #?\w{1,4}\b|, ?(?:site|clinic|office|location) #?\d{1,6}\b"
    r"|,(?: [A-Z][\w'-]+){1,3} (?:Division|Campus|Clinic|Branch"
    r"|Annex)\b"
)
_FIRM = compiled(
    r"""\b<Cap>(?:,?~<Cap>){0,3},?~(?:&|and)~(?:<Cap>(?:~<Cap>){0,2},?~(?:P\.~?C\.|P\.~?A\.|P\.~?S\.|PC\b|LLP\b
    |L\.L\.P\.|PLLC\b|LLC\b|L\.L\.C\.) | (?:Sons?|Daughters?|Brothers|Bros|Partners)\b)""",
    ignore_case=False,
)
_OF_FAMILY = re.compile(r"(?:Sons?|Daughters?|Brothers|Bros)$")  # a business, and no firm of lawyers
_POST = compiled(
    r"""\b(?:American~Legion|VFW|V\.F\.W\.|DAV|AMVETS|VVA|Elks|Moose|Masonic)~(?:Post|Chapter|Lodge)~(?:No\.?~)?\#?\d{1,5}\b"""
)
_BY_FORM = compiled(
    r"""\b(?: (?!My|Tele|Medi|Tri|Home)(?:[A-Z]{2,}|[A-Z][a-z]+)(?:Health|Care)(?:~(?:Partners|Clinic|<Cap>~Hospital))?
    | QTC(?:~Medical)? | VES | LHI | OptumServe | Loyal~Source | Veterans~Evaluation~Services | Logistics~Health )\b""",
    ignore_case=False,
)
"""Systems that write two words as one, and the contractors that examine for VA."""
_SHORT = compiled(
    r"""\b(?:LRMC|WRAMC|WRNMMC|BAMC|MAMC|TAMC|NNMC|NMCSD|NMCP|CRDAMC|WAMC|DDEAMC|WBAMC|SAMMC)\b
    | \b(?:UPMC|UCLA|UCSF|UCSD|NYU|MUSC|UAB|VCU|OHSU|UNM|UVA|HCA|LSU|SSM|OSF|UNC|UMass|UF|UW|UI|OU|KU|UK|MGH|INOVA|SUNY)
      ~(?:<Cap>)(?:~<Cap>)?(?=[.,;)\n]|~(?:on|in|by|for|and|where|after)\b)
    | \b(?:at|of|to|from)~(?P<w>(?!The\b)(?:<Cap>~){1,2}(?:Memorial|Regional|Methodist|Presbyterian|Lutheran|Deaconess
      |Adventist)
      (?=[.,;)\n]|~(?:on|in|by|for|and|where|after|gave|did|has|said|told|who)\b)
      |(?:Mercy|Providence|Kaiser|Sutter|Banner|Baylor|Geisinger|Novant|Atrium|Ascension|Sentara|Ochsner|Sanford|Essentia
      |Scripps)~(?:<Cap>~)?<Cap>(?=[.,;)\n]|~(?:on|in|by|for|and|where|after|gave|did|has|said|told|who)\b))
    | \b[Aa]t~(?P<v>(?:[Ss]t\.|[Ss]aint|[Mm]t\.|[Mm]ount|Our~Lady~of)~<Cap>(?:'s)?
      (?=[.;)\n]|,~(?!<Cap>)|~(?:on|by|for|where|after|and|in|last|this|\d)|~{2}))
    | \b(?<![A-Z][a-z][ ])(?<![a-z][a-z][a-z]\.[ ])(?:St\.|Saint)~(?!Valentine|Patrick)<Cap>'s(?!~(?:wort|dance
    |fire|[Dd]ay|[Dd]isease|knee|back|wife|claim|pain|symptoms|condition)\b)
    | \b(?:St\.|Saint|Our~Lady)~(?:<Cap>~)?(?:the|of|and)~(?:the~)?<Cap>(?:~<Cap>){0,2}~(?:Hospital
    |Medical~Center|Clinic|Health\w*|Center)
    | \b(?:Expeditionary|Naval|Army|Combat|Theater|Field)~(?:Medical|Hospital|Health)~(?:Facility|Unit
    |Group)~(?:at~|in~)?<Cap>
    | \b(?:Disabled~American~Veterans|Veterans~of~Foreign~Wars|American~Legion|Paralyzed~Veterans~of~America
    |Vietnam~Veterans~of~America|Military~Order~of~the~Purple~Heart|Wounded~Warrior~Project),?~(?:Post|Chapter|Department~of
    |Unit)~(?:No\.?~)?\#?[\w-]{1,12}""",
    ignore_case=False,
)
"""The initials of the great military hospitals and of systems, saints, the posts of the service organizations."""
_CLIPPED = compiled(
    r"""\b(?:<Cap>~){1,3}Med\b(?=[,.;:)\n]|~{2}|$) | \b(?:<Cap>~){1,4}Ear,?~Nose,?~(?:&|and)~Throat\b(?:~<Cap>)?""",
    ignore_case=False,
)
"""``Maine Med``, ``Ohio Valley Ear Nose & Throat``."""
_MED = Anchor(re.compile(r"\bMed\b|\bEar,?\s"), 130)
_SIDE = re.compile(r" (?:North|South|East|West|Main|Downtown|Central)\b")
_OF_CITY = re.compile(r" of (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}")
_IN_PLACE = compiled(
    r"""\b(?:naval|navy|army|air~force|military|field|station|evacuation|evac|general|base|post|combat~support|fleet|surgical)~
    (?:hospital|clinic|dispensary|infirmary|aid~station|sick~bay)~(?:at|in|near)~(?P<n>(?-i:[A-Z])[\w'-]{2,20}(?:~(?-i:[A-Z])[\w'-]{2,20}){0,2})"""
)
"""``the naval hospital at Yokosuka``."""
_NAMED_VA = compiled(
    r"\b(?:at|from|to|by|of|through|and|the|The)~(?:the~)?(?P<v>(?!(?:US|U\.S|The|Department|Whether)\b)<Cap>~(?:[A-Z]\.~)?(?:<Cap>~)?VA)\b(?!~[A-Z])",
    ignore_case=False,
)
"""``the Bob Stump VA``."""
_ROMAN = re.compile(r"[ivx]{1,5}")  # the number of a heading: "V. SERVICE"
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th|d)")
_OF_PLACE = re.compile(r" (?:of|for|at) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}| #?\d{1,3}\b(?![./-])|-[A-Z]\w+")
_INLINE_LABEL = compiled(
    r"\b(?<=[\w.,;)][ \x1f])(?:Clinic|Facility|Hospital|Practice|Exam~site|Location):[ ](?=[A-Z])", ignore_case=False
)
_FACILITY_LABEL = compiled(
    r"(?:^|(?<=[|*;\t(]))[~\t>*]{0,8}(?:\d{1,2}[.)]~~)?(?:(?:medical~|treating~|exam(?:ination)?~)?(?:facility|clinic"
    r"|practice|hospital|location|site|organization|office|firm|company~name|agency|pharmacy|lab(?:oratory)?)"
    r"(?:~name|~and~location)?)(?:[~]{0,2}:|[~]{0,24}\||(?=\x20{3}))[~\t_]{0,16}(?=(?-i:[A-Z]))"
)
_LABEL_VALUE = re.compile(
    r"[^\n|]{2,90}?(?=\s{2,}|\n|\||$|,\s*[A-Z][\w. ]+,\s*[A-Z]{2}\b|,\s*\d{1,6}\s| Ext\b| Phone| Tel)"
)
_SIGNED_AT = compiled(
    r"[a-z]{2}\.?,~(?:M\.?D|D\.?O|Ph\.?D|Psy\.?D|PA-C|NP|DNP|D\.?C|DPM|Au\.?D|LCSW|LPC|RN|FNP(?:-C)?)\b\.?"
    r"(?:,~[A-Z]{2,6})?,~(?P<v><Cap>(?:~&)?(?:~<Cap>){1,4})(?=[.,;\n]|$)",
    ignore_case=False,
)


def only_generic(named: list[Word]) -> bool:
    """Whether words describe a kind of body and name none."""
    known = GENERIC | FUNCTION_WORDS | _BODIES | _SPECIALTIES
    return all(w.key in known or _ROMAN.fullmatch(w.key) for w in named)


def _is_treatment(view: LetterView, named: list[Word]) -> bool:
    """``Cognitive Processing Therapy``: plain words before a word that ends names of practices and of treatments."""
    lexicon = view.lexicon
    opens = not view[view.line_of(named[0].start)[0] : named[0].start].strip(" *|")
    return (
        named[-1].key in _TREATMENTS
        and not opens
        and all(
            lexicon.is_clinical(w.key)
            or (lexicon.english_tier(w.key) >= 3 and w.key not in lexicon.cities)
            or w.key in lexicon.eponyms
            for w in named[:-1]
        )
    )


class FacilityDetector(PhiDetector):
    """FACILITY, letterheads apart."""

    name = "facilities"

    def find(self, view: LetterView) -> Iterator[Hit]:
        yield from self._by_shape(view)
        for at, word in enumerate(view.words):
            if word.key in FACILITY_ENDS and word.capital and not view.is_kept(word.start, word.end, HARD):
                yield from self._by_last_word(view, at)
        for match in view.scan(_SIGNED_AT):
            if self._names_practice(view, *match.span("v")):
                yield Hit(*match.span("v"), C.FACILITY, 0.65, "stands behind a name with its degree")
        for pattern in (_FACILITY_LABEL, _INLINE_LABEL):
            for match in view.scan(pattern):
                yield from self._labelled(view, match.end())

    def _by_shape(self, view: LetterView) -> Iterator[Hit]:
        """Clinics of the government, firms, posts, health systems."""
        for pattern in (_VA_SITE, _NAVAL):
            for match in view.scan(pattern):
                start = self._start_of_name(view, match.start(), match.end())
                if start is not None and not only_generic(view.words_in(start, match.end())):
                    yield Hit(start, match.end(), C.FACILITY, 0.85, "the name of a government clinic")
        yield from self._shouted(view)
        for pattern in (_FIRM, _POST, _BY_FORM, _SHORT):
            for match in view.scan(pattern):
                if pattern in (_POST, _SHORT) or not view.is_kept(*match.span(), HARD):
                    group = next((g for g in "vw" if pattern is _SHORT and match[g]), 0)
                    span = match.span(group)
                    family = pattern is _FIRM and _OF_FAMILY.search(match.group())
                    category = C.EMPLOYER if family else C.FACILITY
                    yield Hit(*span, category, 0.75, "written as firms, posts and health systems are")
        for match in view.scan_near(_CLIPPED, _MED):
            yield Hit(*match.span(), C.FACILITY, 0.75, "a name that ends as clinics and practices do")
        yield from self._with_place(view)
        yield from self._in_city(view)

    def _shouted(self, view: LetterView) -> Iterator[Hit]:
        """``VA MARITIME HEALTH CARE SYSTEM`` in a letter of capitals."""
        for match in _VA_SHOUTED.finditer(view.typed):
            named = view.words_in(*match.span())
            first = max((at + 1 for at, w in enumerate(named[:-2]) if w.key in FUNCTION_WORDS), default=0)
            if view.caseless(match.start()) and not only_generic(named[first:]):
                yield Hit(named[first].start, match.end(), C.FACILITY, 0.75, "the name of a government clinic")

    def _with_place(self, view: LetterView) -> Iterator[Hit]:
        """``the naval hospital at Yokosuka``, ``the Bob Stump VA``."""
        for match in view.scan(_IN_PLACE):
            if match["n"].split()[0].lower() not in COUNTRIES and not view.is_kept(*match.span("n"), HARD):
                yield Hit(*match.span(), C.FACILITY, 0.75, "a hospital and its place")
        for match in view.scan(_NAMED_VA):
            named = view.words_in(*match.span("v"))[:-1]
            if not only_generic(named) and named[0].key not in STATES and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), C.FACILITY, 0.7, "a name and VA")

    def _in_city(self, view: LetterView) -> Iterator[Hit]:
        """``Brockton VA``: the city where a clinic of VA stands, with no comma between."""
        for at in view.indices(_VA):
            written = view.words[at].capital or view.caseless(view.words[at].start)
            if not at or not written or view.before(at) != " ":
                continue
            city = city_before(view, view.words[at].start - 1)
            if city and " ".join(view[city[0] : city[1]].lower().split()) in view.lexicon.cities:
                yield Hit(city[0], view.words[at].end, C.FACILITY, 0.75, "a city and VA")

    def _start_of_name(self, view: LetterView, start: int, end: int) -> int | None:
        named = (w for w in view.words_in(start, end) if w.key not in FUNCTION_WORDS and w.key not in _TITLES)
        return next((word.start for word in named), None)

    def _names_practice(self, view: LetterView, start: int, end: int) -> bool:
        named = view.words_in(start, end)
        if view.is_kept(start, end) or any(w.key in CREDENTIALS or w.key in STATES for w in named):
            return False
        return any(w.key not in GENERIC and not view.lexicon.is_clinical(w.key) for w in named)

    def _labelled(self, view: LetterView, start: int) -> Iterator[Hit]:
        """The value of a form's field for a clinic, up to a comma before a place, a wide gap or the end of the line."""
        value = _LABEL_VALUE.match(view, start)
        named = view.words_in(start, value.end()) if value else []
        if not value or not named or not named[0].capital or only_generic(named):
            return
        if not view.is_kept(start, value.end(), HARD):
            yield Hit(start, value.end(), C.FACILITY, 0.8, "follows a label for a clinic")

    def _by_last_word(self, view: LetterView, at: int) -> Iterator[Hit]:
        """The capitalised name that ends in a word such as Clinic, Hospital or Associates."""
        following = view.words[at + 1] if at + 1 < len(view.words) and view.gap(at) == " " else None
        if following is not None and following.capital and following.key in FACILITY_ENDS:
            return
        named = view.words[self._first_of_name(view, at) : at + 1]
        while len(named) > 1 and named[0].key in CREDENTIALS and view.gap(view.first_word(named[0].start)) == ", ":
            named = named[1:]  # "Roe, MD, Physical Medicine & Rehabilitation"
        if len(named) < 2 or only_generic(named) or _is_treatment(view, named):
            return
        named = self._with_article(view, named)
        plain = any(w.key in _PLAIN_ENDS for w in named)
        if not self._is_whole_line(view, named) and view.is_kept(named[0].start, named[-1].end, HARD if plain else 1):
            return
        end = self._place_after(view, at, wide=named[-1].key in _PLACED)
        end += named[-1].key in _ABBREVIATED and view[end : end + 1] == "."
        form = COMPANY_FORM.match(view, end)
        end = form.end() if form else end
        score = 0.8 if named[-1].key not in _OF_ANY_TRADE or any(w.key in FACILITY_HEADS for w in named) else 0.7
        yield Hit(named[0].start, end, C.FACILITY, score, "a name that ends as clinics and practices do")

    def _is_whole_line(self, view: LetterView, named: list[Word]) -> bool:
        """Whether a name is all of its line, as in a letterhead: it may hold the word for a disease."""
        start, end = view.line_of(named[0].start)
        lexicon = view.lexicon
        own = named[0].key in lexicon.cities or lexicon.english_tier(named[0].key) < _PLAIN
        own = own and not lexicon.is_clinical(named[0].key)
        return own and view[start:end].strip() == view[named[0].start : named[-1].end]

    def _with_article(self, view: LetterView, named: list[Word]) -> list[Word]:
        """``The Willow House Clinic`` where the article opens the line, as in the head of a letter."""
        first = view.first_word(named[0].start)
        article = view.words[first - 1] if first and view.before(first) == " " else None
        if article is None or article.key != "the" or not article.capital:
            return named
        opens = not view[view.line_of(named[0].start)[0] : article.start].strip(" *|")
        return [article, *named] if opens else named

    def _first_of_name(self, view: LetterView, at: int) -> int:
        first = at
        while first and at - first < 8 and view.before(first) in _JOINTS:
            step = self._step(view, first)
            if not step:
                break
            first -= step
        return first

    def _step(self, view: LetterView, first: int) -> int:
        """By how many words the name reaches back from its first word so far; 0 where it begins."""
        before, gap = view.words[first - 1], view.before(first)
        known = len(before.key) > _SHORTEST_WORD or view.lexicon.english_tier(before.key) >= _PLAIN
        plain = known and before.key not in _SHORTENED
        if gap == ". " and plain and not before.initial and not view.caseless(before.start):
            return 0  # the end of a sentence
        if gap in (", ", " ("):
            listed = first > 1 and view.words[first - 2].capital and view.before(first - 1) == ", "
            if before.key not in ("llc", "md") and not (listed and view.words[first].key in FACILITY_ENDS):
                return 0
        if before.key in PARTICLES and first > 1 and view.words[first - 2].key in ("van", "von", "de"):
            return 1
        if before.key in ("van", "von", "del", "st") and view.words[first].capital:
            return 1
        if before.key in _OF_WHOLE:
            return 2 if self._links(view, first - 1) else 0
        if _ORDINAL.fullmatch(before.key):
            return 2 if first > 1 and view.words[first - 2].key == "the" and view.before(first - 1) == " " else 1
        if before.key == "va":
            return 1 if before.capital else 0
        closed = before.key in FUNCTION_WORDS or before.key in _TITLES or before.key in RELATIONS
        return 0 if closed or not before.capital or before.key in ("veteran", "see") else 1

    def _links(self, view: LetterView, at: int) -> bool:
        """Whether "of", "and" and the like join two parts of one name."""
        key = view.words[at].key
        if not at or key in ("in", "on", "at") or view.before(at) not in (" ", "\x1f"):
            return False
        left, right = view.words[at - 1], view.words[at + 1]
        if key == "to" and (not right.capital or (at > 1 and "\n" not in view.before(at - 1))):
            return False
        if not left.capital or left.key in FUNCTION_WORDS:
            return False
        loose = key in ("and", "y", "the", "for")
        return not loose or left.key in _BODIES or left.key in GENERIC or right.key in _BODIES

    def _place_after(self, view: LetterView, at: int, *, wide: bool) -> int:
        """``Hospital of Saint Raphael``, ``Naval Hospital Beaufort``, ``Medical Center, Clinic 14``."""
        end = view.words[at].end
        site = _SITE.match(view, end) or _SIDE.match(view, end) or (_OF_PLACE if wide else _OF_CITY).match(view, end)
        return site.end() if site else end
