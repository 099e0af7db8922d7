"""Civilian employers and schools: after words of work, by the words their names end in, by a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.bodies import Body, read_body
from nexus_desktop.security.detectors.city_names import COUNTRIES
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.scanning import Anchor
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FUNCTION_WORDS,
    GENERIC,
    HEAD_NOUNS_OF_EMPLOYERS,
    MONTHS,
    RANK_HEADS,
    STATES,
    either,
    words,
)

_TITLES = CIVIL_TITLES | DOCTOR_TITLES | RANK_HEADS
_OCCUPATION = (
    r"(?:[a-z-]+(?:er|or|ist|ian|ant|ent|ic|man|men|woman|hand|guard|nurse|clerk|aide|cook|chef|agent|rep|tech|coach"
    r"|pilot"
    r"|lead|apprentice|analyst|temp|intern|student|postmaster|auditor))"
)
_EMPLOYMENT = compiled(
    rf"""\b(?: (?:works?|worked|working|employed|employment|job|jobs|position|career|hired|laid~off|fired|retired
    |retirement|let~go|taught|teach(?:es|ing)?|drove|drives?|driving|hauls?|hauled|flies|flew|sells?|sold|welds|welded
    |cooks?|cooked|cleans?|cleaned|coach(?:es|ed)?|clerk(?:ed|ing)?|interned|apprenticed|contracted|waits|waited|tends?
    |tended|guid(?:ed|es)|preach(?:ed|es)|fish(?:ed|es)|logg(?:ed|ing)|farm(?:ed|s)|ranch(?:ed|es)|roof(?:ed|s)
    |fram(?:ed|es)|bak(?:ed|es)|butcher(?:ed|s)|barber(?:ed|s)|tutor(?:ed|s)|guard(?:ed|s)|patroll(?:ed)|paint(?:ed|s)|wir(?:ed|es)
    |machin(?:ed|es)|assembl(?:ed|es)|load(?:ed|s)|pack(?:ed|s)|sew(?:ed|s)|bags|stocks|delivers|delivered|repairs|repaired|builds|built|temped|subbed|tables|bar|groceries|shelves|televisions
    |contractor|consult(?:ed|s|ing)?|subcontractor
      |{_OCCUPATION}|officer|assistant|associate|director|specialist|custodian|supervisor|bus|truck|van|carrier|maker
      |desk|dispatch|security|maintenance|construction|warehouse|shifts?|business|payroll|crew|staff|internship
      |delivery|sales|route|shift|full-time|part-time|now|since|there|leave|years|hours|accounting|logistics
      |lead|nurse|chef|pilot|tech|temp|intern|rep|analyst|apprentice|freight|packages|parcels|orders|mail|machines
    |mechanics?|school|work|it|place|shop|books|insurance|seed|tug|drywall)
      ~(?:(?:\([^()\n]{{1,30}}\)|part-time|full-time|graveyard|graveyards|evenings|overnights|swing|seasonally|nights|currently|mainly|mostly|today|then|now|briefly
      |also|again|either|home)~){{0,2}}
      (?P<prep>for|at|with|by|from|in)~(?:the~|a~|an~)?
    | \b(?:left|quit)~(?:two~\w+,~|(?:his|her|the)~(?:job|position|post)~(?:at|with)~(?:the~)?)? |
    \bemployer[,:]{{0,2}}~(?:is~|was~)?(?:the~)? | \b(?:owns|owned|runs|ran|operates|operated|founded|manages|managed
    |joined|opened|started)~(?:the~)?
    | \boccupation:?[^\n:]{{2,40}}?[,;]~(?:at~)? | \bplace~of~(?:work|employment)[:\s]{{1,3}} | \bwork(?:s|ed)?~(?:days
    |nights)~(?:at|for)~ | \bpayroll~of~(?:the~)?
    | \bwent~to~work~(?:for|at)~(?:the~)? | \b(?:shop|plant|floor|line|yard|warehouse|dock|office|counter|kitchen
    |cab)~(?:at|of|for)~(?:the~)? )(?=(?-i:[A-Z]))"""
)
_LED = Anchor(
    re.compile(
        r"\b(?:for|at|with|by|from|in|of|to)[ \x1f]{1,3}(?:(?:the|an?)[ \x1f]{1,3})?(?=[A-Z])"
        r"|\b(?i:left|quit|employer|owns|owned|runs|ran|operates|operated|founded|manages|managed|joined|opened|started"
        r"|occupation|place of)\b"
    ),
    100,
)
"""What leads from a word of work to a name, or begins such words itself."""
_SET = Anchor(re.compile(r"\(|(?:,|:|\bnamed|\bcalled)[ \x1f]{1,3}(?=[A-Z])"), 30)
_EMPLOYMENT_FAR = compiled(
    r"""\b(?:work(?:s|ed|ing)?|jobs?|employed|employment|career|position|desk|drove|drives?|driving|delivery
    |kept~books|cleans?|cleaned|sold|clerk|driver|lineman|played~ball|teaches|taught|hung|hangs)\b
    (?:~(?!(?:va|the~va)\b)[\w,'-]{1,14}){1,4}?~(?:for|at|with)~(?:the~)?(?=(?-i:[A-Z]))"""
)
_EMPLOYER_LABEL = compiled(
    r"\b(?:employer|workplace|company|school|employed~(?:by|at|with)|current~employment|business~name"
    r"|firm)\s{0,2}:[ ]{0,8}(?=(?-i:[A-Z]))|\bjobs?(?:~since)?:~(?:[a-z]+,~)?(?=(?-i:[A-Z]))"
)
_SET_OFF = compiled(
    rf"""\b(?:{_OCCUPATION}~\(~~(?:at~|for~|with~)?|(?:shop|store|business|company|firm|restaurant|farm|garage|agency|diner|bakery|plant
    |mill|factory|school|union|kitchens?|dealership|salon|studio|gallery|ranch|dairy
    |refinery|quarry|kennels?|foundry|warehouse
    |shipyard|brewery|winery|nursery|orchard|smelter|sawmill|packinghouse|cannery|mine|contractor|hauler)(?:,|~named|~called|:|~\((?:at~|for~)?)~~)(?=(?-i:[A-Z]))"""
)
"""``a coal miner (Roe Coal, 31 years)``, ``ran a body shop, Roe Paint``."""
_STRONG_HEADS = words(
    "inc corp llc ltd industries manufacturing mfg trucking freight logistics brewery brewing foods construction "
    "roofing "
    "plumbing towing lumber hardware mutual motors airlines airways railroad railway steel mining coal staffing isd "
    "restaurant cafe diner grill pizzeria bakery casino hotel resort supermarket mall bookstore books tire farms ranch "
    "dairy "
    "builders brands boatworks ordnance works brothers bros enterprises holdings technologies telecom transit "
    "shipbuilding foundry mills cannery packing "
    "packers "
    "elementary intermediate academy seminary high schools courier intermodal paving landscaping realty homebuilders "
    "quarries refinery petroleum nursery orchards winery vineyards distillery "
    "refining milling drilling smelting catering dining janitorial vending "
    "tooling fabrication fabricators aggregates woodworking excavating hauling seafoods poultry upholstery furnishings "
    "flooring drywall masonry forge kennels saddlery"
)
"""Words that a capitalised phrase ends in only when it names an employer or a school."""
_LOCAL = compiled(
    r"\b(?P<v>(?<=of[ ])Local~(?:No\.~)?\d{1,5}|(?<=in[ ])Local~\d{1,5}|[A-Z]{2,8}~Local~(?:No\.~)?\d{1,5}"
    r"|[A-Z][a-z]+s?~Local~(?:No\.~)?\d{1,5})\b",
    ignore_case=False,
)
_SERVICES = words(
    "va navy army marines marine veterans us usa usaf usmc uscg medicare ptsd iraq afghanistan vietnam kuwait korea "
    "germany japan guam home service england "
    "army's navy's dod federal government state mos oif oef gulf cpap mri ct tbi january february march april may june "
    "july august september october november december war reserve reserves guard national supply admin board physical "
    "occupational therapy surgery medicine veteran congress court"
) | frozenset(
    {
        "air force", "marine corps", "coast guard", "national guard", "army reserve", "united states", "the army",
        "special forces", "active duty", "new york", "saudi arabia", "desert storm", "gulf war",
    }
)  # fmt: skip
_BY_INITIALS = words("ups ibm gm ge usps att fedex csx bnsf tva kfc hp amtrak 3m bp ups' nasa")
_SPELT = re.compile(r"[a-z](?:-[a-z]){1,3}")  # H-E-B
_POSTAL = frozenset(
    {"postal service", "us postal service", "usps", "u s postal service", "united states postal service"}
)
_NO_FIRST_WORD = words(
    "operation fort camp fob naval nas joint christmas thanksgiving iraq's saudi southeast southwest "
    "vietnam's sgt ssg sfc cpt lt dr diagnostic criterion criteria grade stage type dsm icd § cfr mr mrs ms section "
    "table figure item part line l c t s"
)


_STATE_OFFICE = compiled(
    rf"""\b(?:for|with|by|at
    |from)~(?:the~)?(?P<v>(?-i:{either(s.title() for s in STATES)})~(?:State~)?(?-i:Department|Dept\.?|Division|Bureau
    |Office|Board|Highway~Patrol|State~Police|Turnpike|National~Guard~Bureau)~(?:of~)?(?-i:[A-Z])[\w'-]+(?:~(?:and~|&~)?(?-i:[A-Z])[\w'-]+){{0,3}})"""
)
"""``for the Oregon Department of Transportation``."""
_TWO_HEADS = compiled(
    r"""\b(?:<Cap>(?:~|'s~|~&~)){1,4}(?:Credit~Union|Nursing~Home|Funeral~Home|Print~Works|Assisted~Living|Day~Care|Daycare
    |Body~Shop|Machine~Shop|Car~Wash|Truck~Stop|Tire~Shop|Sheet~Metal|Ready~Mix|Savings~Bank|Title~Company|Water~District
    |Fire~Department|Police~Department|Sheriff's~(?:Office|Department)|Public~Schools|High~School|Middle~School
    |Elementary~School|School~District|Country~Club|Golf~Club|Auto~Parts|Auto~Body
    |(?:Van|Truck|Freight|Motor|Bus|Tank|Barge|Cruise|Towing|Express|Cab)~Lines?|(?:Air|Water)~Taxi|(?:Air|Flying|Well|Tree|Taxi|Cab
    |Septic|Elevator|Chimney|Linen|Janitorial|Window|Oilfield|Oil~Field|Wire~?line|Drilling|Crane|Diving|Tug|Limousine)~Services?
    |(?:Marine|Electronic|Defense|Power|Control|Security|Building|Weapons|Space|Aero|Missile)~Systems|(?:Cold|Self)~Storage
    |Moving~(?:and|&)~Storage|Feed~(?:and|&)~Seed|(?:Linen|Marine|Building|Plumbing|Electric|Restaurant|Farm|Pipe|Mill|Oil)~Supply
    |Grain~(?:Elevator|Co-?op)|Dry~Cleaners|Cab~Company|Coke~(?:Battery|Works)|(?:Steel|Iron|Chemical|Boiler)~Works
    |(?:Paper|Rolling|Saw|Textile)~Mills?|Meat~(?:Packing|Market)|Lumber~Yard|Boat~Works|Electric~Co-?op(?:erative)?)\b""",
    ignore_case=False,
)
"""Names that end in two words of business."""
_AT_WORK = compiled(
    r"\b(?:work\w*|job|employ\w*|career|retired|hired|inspect\w*|driv\w+|drove|clerk\w*|plow\w*|operator|engineer|officer"
    r"|mechanic|supervisor|years|position|maintain\w*|repair\w*|guard|trooper|ranger|teacher|nurse|analyst|investigator)\b"
)
_LISTED_JOB = compiled(
    r"""\b(?:(?:works?|worked|job|occupation|employment|employer|civ(?:ilian)?(?:~job)?|desk|carpenter|welder|mechanic|clerk|teller)
    (?:~[a-z]+){0,3}[,:]|yes,)~(?:\([a-z]\)~yes,~)?(?=(?-i:[A-Z]))"""
)
"""``Works desk, Bannock Title.``: no preposition."""
_AT_PLACE = compiled(r"\b(?:at|for|from|with|by|of)~(?:the~|a~|his~|her~|their~)?(?=(?-i:[A-Z]))")
_PLACES_OF_WORK = words(
    "market markets store stores shop bakery cafe diner restaurant grill tavern bar pub inn hotel motel casino farm "
    "farms "
    "ranch mill mills mine mines quarry factory foundry garage dealership salon laundry cleaners grocery hardware "
    "lumber "
    "dairy orchard orchards nursery brewery winery distillery creamery cannery shipyard warehouse bank theater cinema "
    "library church school academy college university elementary middle marina resort club lanes rink zoo museum press "
    "gallery desk works motors tire towing plumbing roofing electric trucking freight logistics industries "
    "manufacturing"
)


_NO_START = GENERIC | FUNCTION_WORDS | _TITLES


class EmployerDetector(PhiDetector):
    """EMPLOYER."""

    name = "employers"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for pattern, anchor in (
            (_EMPLOYMENT, _LED),
            (_EMPLOYMENT_FAR, None),
            (_EMPLOYER_LABEL, None),
            (_SET_OFF, _SET),
        ):
            for match in view.scan_near(pattern, anchor) if anchor else view.scan(pattern):
                first = view.first_word(match.end())
                if first < len(view.words) and view.words[first].start - match.end() <= 1:
                    prep = match.groupdict().get("prep") or ""
                    yield from self._announced(view, first, prep, labelled=pattern is _EMPLOYER_LABEL)
        for match in view.scan(_LOCAL):
            yield Hit(*match.span("v"), C.EMPLOYER, 0.75, "the number of a union's local")
        yield from self._by_ends(view)
        yield from self._by_head(view)

    def _by_ends(self, view: LetterView) -> Iterator[Hit]:
        """Offices of a state, names that end in two words of business, names in a list of jobs or behind "at the"."""
        for match in view.scan(_STATE_OFFICE):
            veterans = "veterans" in match["v"].lower()
            if not veterans and _AT_WORK.search(view, max(0, match.start() - 60), match.start()):
                yield Hit(*match.span("v"), C.EMPLOYER, 0.65, "an office of a state, behind words of work")
        for match in view.scan(_TWO_HEADS):
            named = view.words_in(*match.span())
            named = named[next((n for n, w in enumerate(named) if w.key not in _NO_START), len(named)) :]
            own = [w for w in named[:-2] if w.key not in GENERIC | _SERVICES]
            if own and not view.is_kept(named[0].start, match.end(), HARD):
                yield Hit(named[0].start, match.end(), C.EMPLOYER, 0.65, "a name that ends as employers and schools do")
        for match in view.scan(_LISTED_JOB):
            body = read_body(view, view.first_word(match.end()))
            heads = HEAD_NOUNS_OF_EMPLOYERS | _STRONG_HEADS
            headed = body is not None and len(body.words) > 1 and body.words[-1].key in heads
            if body is not None and headed and not view.caseless(body.start):
                yield Hit(body.start, body.end, C.EMPLOYER, 0.6, "a name after words of employment")
        for match in view.scan_near(_AT_PLACE, _LED):
            body = read_body(view, view.first_word(match.end()))
            if body is not None and self._is_business(view, body):
                yield Hit(body.start, body.end, C.EMPLOYER, 0.6, "a name that ends as employers and schools do")

    def _is_business(self, view: LetterView, body: Body) -> bool:
        """Two words or more, the last a word of business and one of the others its own."""
        own = [w for w in body.words[:-1] if w.key not in GENERIC | _SERVICES | FUNCTION_WORDS]
        head = body.words[-1].key in _PLACES_OF_WORK
        plain = view.is_kept(body.start, body.end, HARD) or body.words[0].key in _TITLES | _NO_FIRST_WORD
        return head and bool(own) and not plain and not view.caseless(body.start)

    def _announced(self, view: LetterView, first: int, prep: str, *, labelled: bool) -> Iterator[Hit]:
        """The capitalised name behind words of work, unless it is a place, an office or a person."""
        body = read_body(view, first)
        if body is None or view.is_kept(body.start, body.end, HARD) or body.words[0].key in _TITLES:
            return
        score = self._score(view, body, prep, labelled=labelled)
        if score:
            yield Hit(body.start, body.end, C.EMPLOYER, score, "a name after words of employment")

    def _score(self, view: LetterView, body: Body, prep: str, *, labelled: bool) -> float:
        first, lexicon, phrase = body.words[0], view.lexicon, body.phrase
        if phrase in _POSTAL:
            return 0.75
        telling = [
            w for w in body.words if w.key not in _SERVICES and w.key not in GENERIC and w.key not in FUNCTION_WORDS
        ]
        if phrase in _SERVICES or all(w.key in STATES or len(w.key) == 1 for w in telling):
            return 0.0
        if labelled or any(w.key in HEAD_NOUNS_OF_EMPLOYERS or w.key in FACILITY_ENDS for w in body.words[1:]):
            return 0.75
        if (
            phrase in STATES
            or phrase in COUNTRIES
            or phrase in lexicon.cities
            or phrase in lexicon.station_phrases
            or first.key in _NO_FIRST_WORD
        ):
            return 0.0
        if len(body.words) > 1:
            return 0.75 if len(telling) > 1 or lexicon.english_tier(telling[0].key) < 4 else 0.4
        initials = first.key in _BY_INITIALS and prep in ("for", "by", "with", "at")
        if initials or _SPELT.fullmatch(first.key):
            return 0.75
        if lexicon.is_clinical(first.key) or first.key in lexicon.abbreviations or view.is_kept(first.start, first.end):
            return 0.0
        if first.shouted:
            return (
                0.55 if prep in ("for", "by", "with") and not view.caseless(first.start) and len(first.key) > 2 else 0.4
            )
        double = "-" in first.text and first.text.split("-")[-1][:1].isupper()  # Cleveland-Cliffs
        if lexicon.english_tier(first.key) < 3 or double or view[first.end : body.end].startswith("'s"):
            return 0.75
        return 0.5 if prep in ("for", "by", "at") and not view.caseless(first.start) else 0.3

    def _by_head(self, view: LetterView) -> Iterator[Hit]:
        """Capitalised phrases that end in a word of business, wherever they stand inside a sentence."""
        for last in view.indices(_STRONG_HEADS):
            word = view.words[last]
            if not word.capital or view.caseless(word.start) or view.is_kept(word.start, word.end):
                continue
            first = last
            while first and last - first < 5 and view.before(first) in (" ", " & ", "'s ", "-", "\x1f"):
                before = view.words[first - 1]
                if not before.capital or before.key in FUNCTION_WORDS or before.key in _TITLES or before.key in MONTHS:
                    break
                first -= 1
            while (
                first < last
                and (view.words[first].key in GENERIC or view.words[first].key in _SERVICES)
                and first + 1 < last
            ):
                first += 1
            named = view.words[first:last]
            if not named or all(w.key in GENERIC or w.key in _SERVICES for w in named) or view.starts_sentence(first):
                continue
            body = read_body(view, first)
            if body is not None and body.end >= word.end and not view.is_kept(body.start, word.end, HARD):
                yield Hit(body.start, body.end, C.EMPLOYER, 0.6, "a name that ends as employers and schools do")
