"""Units, ships, bases and places of duty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, STATES, words

_NTH = (
    r"(?:\d{1,4}(?:st|nd|rd|th|d)|(?:twenty-?|thirty-?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth)|tenth|eleventh|twelfth|(?-i:I{2,3}|IV|VI{0,3}|XVIII|I(?=[ ](?:Corps|MEF|Field))))(?![a-z])"
)
_NOUN = (
    r"(?:battalions?|bn|regiments?|rgt|regt|divisions?|div|brigades?|bde|brigade~combat~team|bct|squadrons?|sqdn|sqn"
    r"|sq|groups?|gp|wings?|compan(?:y|ies)|platoons?|plt"
    r"|troop|batter(?:y|ies)|btry|corps|army|armies|fleet|marines|marine~regiment|cavalry|cav|infantry|inf|artillery"
    r"|armored|armor|airborne|abn|engineers?|engr|rangers?"
    r"|special~forces(?:~group)?|sfg|signal|transportation|maintenance|medical|medevac|aviation|avn|sustainment"
    r"|logistical~command|command|support|detachment|det|flight"
    r"|evac(?:uation)?(?:~hospital)?|field~hospital|combat~support~hospital|csh|mash|mp|military~police"
    r"|construction~battalion|seabees|mef|meb|meu|maf|mab|naval~construction|ordnance|quartermaster|chemical"
    r"|task~force|team|expeditionary~\w+|air~force|aircraft~wing|air~wing|recon(?:naissance)?|replacement|training"
    r"|reserve|msc|esc|tsc|law~enforcement|security~forces|civil~engineer(?:ing)?)"
)
_BETWEEN = (
    r"(?:(?:~|-)(?!(?:served|was|is|in|at|on|from|to|as|where|who|which|he|she|they|during|when|while|before"
    r"|after|century|day|week|month|year|percent|degree|grade|floor|street|st|ave|avenue|edition|time|toe|finger"
    r"|metacarpal|metatarsal|rib|ray|mtp|visit|opinion|examination|exam|session|trimester|cranial|nerve|lumbar"
    r"|generation|party|circuit|amendment|class|petty|lieutenant|stage|line|tour|deployment|sergeant|marriage|wife"
    r"|child|son|and|or|half|decade|quarter)\b)[\w&'./-]{1,20}){0,4}?"
)
_PART = (
    r"(?:(?:(?:company|co\b\.?|troop|trp|battery|btry|platoon)~[A-Z]\b|(?:[A-Z]|alpha|bravo|charlie|delta|echo"
    r"|foxtrot|golf|hotel|headquarters|hq|hhc|hht|hhb|h&s|h&hs|hsc|fsc|weapons|support|service|rifle)[~-](?:and~"
    r"(?:headquarters|service|supply)~)?(?:company|co\b\.?|troop|trp|battery|btry|platoon|plt|flight|detachment"
    r"|det\b\.?)|(?:hhc|hht|hhb|hhd|hsc|fsc|hq|headquarters|h&s)(?=[,~/])),?~~(?:of~(?:the~)?)?)"
)
_UNIT = compiled(
    rf"""(?<![\w./-]){_PART}{{0,2}}(?:the~)?{_NTH}{_BETWEEN}(?:~|-){_NOUN}\b(?:~{_NOUN}\b){{0,3}}
    (?:~\([A-Z][^()\n]{{1,24}}\))?
    (?: (?:,~~|~|/|~-~)(?:of~(?:the~)?)?(?:the~)?{_NTH}(?:{_BETWEEN}(?:~|-){_NOUN}\b(?:~{_NOUN}\b){{0,3}})? ){{0,3}}"""
)
_UNIT_SHORT = compiled(
    rf"""(?<![\w./$-])(?:{_PART}{{1,2}}(?:of~)?(?:the~)?\d{{1,4}}(?:st|nd|rd|th|d)?(?:\s?[-/]\s?\d{{1,4}}(?:st|nd|rd
    |th|d)?)?(?:~{_NOUN}\b|~(?-i:[A-Z]{{2,4}})\b){{0,3}}
    | {_PART}?\d{{1,3}}(?:st|nd|rd|th)?\s?[-/]\s?\d{{1,4}}(?:st|nd|rd|th|d)?~(?:(?-i:IN|INF|CAV|FA|AR|AV|AVN|ADA|EN|MI
    |MP|PIR|ABN|SFG|SBCT)\b|(?:infantry|marines|cavalry|cav|field~artillery|armor|aviation|engineers?|rangers?)\b)(?:~
    (?:regt?|regiment|bn|BCT)\b\.?)?
    | {_PART}{{1,2}}(?:~~,?~~)?(?:{_NTH})(?:~{_NOUN}\b){{0,3}}
    | (?:the~)?(?:{_NTH}~)?(?:1st|2nd|3rd|4th|5th|6th|7th|8th|9th|1\dth|2\d(?:st|nd|rd|th)|3\d(?:st|nd|rd|th)|82nd
    |101st|173rd|75th)~(?:cav|id|ad|acr|abn|inf|fa|marines|rangers|sfg)\b
    )"""
)
_UNIT_CODES = compiled(
    r"""\b(?:(?:VFA|VF|VAQ|VAW|VAH|VAP|VMA|VMFA|VMFAT|VMM|VMGR|VMAQ|VMO|VP|VQ|VR|VRC|VS|VT|VX|VXE|HM|HMM|HMH|HMLA|HML
    |HMX|HS|HSL|HSC|HSM|HC|HCS|HT|MALS|MACG|MWSS|MAG|MAW|MACS|MASS|H&MS
    |NMCB|MCB|ACB|CBMU|CBU|UCT|EODMU|MIUW|PCU|ATKRON|DESRON|PHIBRON|SUBRON|CVW|CVG|CAG|VW|VC|RVAH|HAL|HA\(L\)|TF|JTF
    |CJTF|MSOB|MSR|RCT|BLT|CLB|CLR|MLG|FSSG|LAR|BSSG|MEU|ESG|RNZN|ANGLICO|MARSOC|SDVT|SBU|SBT|UDT
    |EODTEU)[~-]?\d{1,4}[A-Z]?
    |(?:I{1,3}|IV)~(?:MEF|MAF|MAB)|MACV(?:-SOG)?|MAC-?V|USARV|USASOC|JSOC|SOCOM|NAVSUPPACT|(?:SEAL|Seal)~Team~\w+
    |Task~Force~<Cap>(?:~<Cap>)?|Combined~Joint~Task~Force(?:~[\w-]+)?|JTF-\w+|Delta~Force|Riverine~\w+~\d+
    |Mobile~Riverine~Force|Air~America|Big~Red~One|Old~Guard|Screaming~Eagles|Americal(?:~Division)?
    |Nuclear~Power~Training~Unit
    |<Cap>~Squadron|(?:Ranger|Raider|Recon|Sapper|Airborne|Seabee)~(?:Regiment|Battalion)|Carrier~(?:Air~Wing
    |Strike~Group)~\w+|(?:Patrol|Attack|Fighter|Strike~Fighter|Helicopter)~Squadron~[\w-]+|Submarine~(?:Squadron
    |Group)~\w+|Battleship~<Cap>)\b""",
    ignore_case=False,
)
_SHIP = compiled(
    r"""\b(?:U\.?S\.?S\.?|USNS|USCGC|USAT|USCG|USNV|HMS|SS|CGC)~(?!no\b|code|ss|N\b|I\b|A\b)(?:[A-Z\d][\w'.-]{1,20}
    (?:~(?:of~)?(?:the~)?[A-Z][\w'.-]{1,20}){0,3})(?:~?\(~?[A-Z]{1,5}[ -]?\d{1,4}\)|,?~[A-Z]{2,4}-\d{1,4}\b)?
    | \b(?:aboard|on~board|assigned~to|crew~of|deck~of)~(?:the~)?(?P<ship>(?!VA\b|Navy|Army|Air|Marine|USS|Coast|HMM
    |the\b)[A-Z][a-z'-]{2,20}(?:~[A-Z][a-z'-]{2,20}){0,2}(?:~?\([A-Z]{1,5}-?\d{1,4}\)|(?=[,.;]|~(?:in|from|off|during
    |for|with|and)~)))
    | \b[A-Z][\w'-]{2,20}(?:~[A-Z][\w'-]{2,20}){0,2}~?\((?:CVN?A?|DDG?|FFG?|LHA|LHD|LPD|LSD|LST|SSN|SSBN|CG|CA|BB|AE
    |AO|AOE|AOR|AS|AD|AR|MSO|MCM|WHEC|WMEC|WPB|PG|PCE|APA|AKA|LKA|LCC|AGF|DE|DLG)-?~?\d{1,4}\)""",
    ignore_case=False,
)
_PLACE_WORD = r"(?:[A-Z][\w'’-]{1,20}|[A-Z]-\d|\d{1,4}(?:th|rd|nd|st)?|K2|al|de|el|the)"
_AFTER = compiled(
    rf"""\b(?P<head>Forts?|Ft\b\.?|Camps?|FOB|F\.O\.B\.|COP|LZ|FSB|FB|PB|Firebase|Fire~Base|Fire~Support~Base
    |Forward~Operating~Base|Combat~Outpost|Patrol~Base|Landing~Zone|Joint~Base|Joint~Security~Station
    |Contingency~Operating~(?:Base|Location|Site)|COB|COL|LSA|Logistic(?:s|al)~Support~Area|Naval~(?:Air~)?Stations?
    |Naval~Air~(?:Facility|Base)|Naval~(?:Amphibious~|Submarine~|Weapons~)?Base|Naval~Support~(?:Activity|Facility)
    |Naval~Training~(?:Center|Command)|Naval~Weapons~Station|Naval~Shipyard|Naval~Magazine
    |NAS|NAF|NSA|NAB|NSB|NTC|NTTC|NWS|NATTC|MCAS|MCB|MCRD|MCLB|MCAGCC|MCBH|Marine~Corps~(?:Base|Air~Station
    |Recruit~Depot|Logistics~Base|Air~Facility)|Marine~Barracks|Coast~Guard~(?:Station|Base|Air~Station|Sector)|CGAS
    |Objective|Tactical~Assembly~Area|TAA|Assembly~Area|Attack~Position|Checkpoint|MSR|Route|Drop~Zone|DZ|Hill
    |Operation(?!s)|Area~of~Operations|Recruit~Training~(?:Command|Center)|Base~Camp|Kaserne|Caserma
    |Space~Force~Station|Observation~Post|OP|Site|Signal~Site|Radar~Station|Training~Area|Air~Base|AB|Port~of)
    (?:~|,~(?=[A-Z][a-z]{2, 20}[,.;]))(?P<name>(?!(?:The|In|On|At|For|And|With|Of|He|She|From|To|By|Was|Is|MOS
    |PTSD)\b){_PLACE_WORD}(?:[~-](?!(?:The|In|On|At|For|And|With|of|was|is|to|from|He|She|during|where)\b)
    (?:[A-Z][\w'’-]{{1,20}}|Bay|\d{{1,3}})){{0,3}})""",
    ignore_case=False,
)
_LOWER_AFTER = compiled(
    r"\b(?P<head>fort|ft\.?|camp|fob|cop|lz|fsb|firebase|joint base|naval station|naval air station|nas|mcas|mcrd"
    r"|naval base|objective)~(?P<name>[a-z][\w'-]{2,20}(?:~(?:bay|head|island|point|wood|terrace|valley|airfield"
    r"|hood))?)\b"
)
_BEFORE = compiled(
    r"""\b(?P<name>(?!(?:The|In|At|From|To|An?|On|US|U\.S|Army|Navy|Each|This|His|Her)\b)(?:(?:Al|El|Ar|An|As|Ash|Ali
    |Abu|[A-Z][\w'’]{1,20})[~-]){0,3}[A-Z][\w'’]{1,20})~(?P<tail>AFB|AFS|SFB|SFS|AB|ARB|ANGB|AAF|AFRB|JRB
    |NAS|NAF|A\.F\.B\.|Air~Force~(?:Base|Station)|Space~Force~Base|Air~(?:Reserve|National~Guard)~Base
    |Air~Base|Airbase|Airfield|Army~Air~?field|Army~Airfield|Army~Base|Army~Depot|Army~Post|Army~(?:Ammunition~)?Depot
    |Barracks|Kaserne|Arsenal|Proving~Grounds?|Drop~Zone|Training~(?:Area|Center|Range)|Air~Station|Naval~(?:Air~)?
    (?:Base|Station|Shipyard|Complex)|Shipyard
    |Submarine~Base|Island|Islands|Atoll|Province|Valley|Pass|Peninsula|Mountains?|Highlands?|Desert|Airport
    |International~Airport|River|Bay|Range~Complex|Joint~Base|Garrison|District|Prison|Palace|Canal|Sea|Strait|Delta
    |Harbor|Ridge|Reservoir|Post|Missile~Range|Weapons~Station|Test~Site|Air~Terminal|Base)\b""",
    ignore_case=False,
)
_WEAK_TAILS = words(
    "island islands river bay pass mountain mountains desert airport harbor ridge valley district prison palace "
    "canal sea strait post base range peninsula reservoir highlands highland delta"
)
_WATERS = compiled(r"\b(?:Gulf|Bay|Sea|Strait)~of~<Cap>", ignore_case=False)
_DUTY = compiled(
    r"""\b(?:stationed|garrisoned|billeted|quartered|deployed|deployment|deployments|based|tours?|tour~of~duty|combat
    |assigned|served|serving|service|duty|duties|patrols?|attack(?:ed)?|ambush(?:ed)?|wounded|blast|explosion|posted
    |rotation|trained|training|basic~training|boot~camp|ait|convoys?|temporary~duty|tdy|mission|missions|battle|siege
    |outside|fighting|battles)
    ~(?:(?:in|at|to|near|of|around|outside|on|from|through|aboard)~(?:the~)?)(?P<name>(?!The\b)(?:(?:Al|El|Ar|An
    |As)[~-])?[A-Z][\w'’-]{2,20}(?:[~-][A-Z][\w'’-]{2,20}){0,2})""",
    ignore_case=False,
)
_NO_UNIT = compiled(
    r"(?:the~)?(?:first|second|third|1st|2nd|3rd)~(?:support|medical|training|command|group|team|reserve|armies)$"
)
LARGE = frozenset(" ".join(STATES).split()) | words(
    "army navy marine marines corps air force coast guard reserve national vietnam iraq afghanistan kuwait korea "
    "japan germany italy spain qatar bahrain saudi arabia thailand "
    "cambodia laos bosnia kosovo somalia panama grenada lebanon haiti cuba philippines guam turkey jordan syria "
    "egypt djibouti europe asia pacific africa southwest southeast "
    "persian gulf operation desert united states republic south north middle east west america england france greece "
    "iceland uzbekistan kyrgyzstan pakistan oman yemen uae emirates "
    "va department oif oef ond veteran active combat january february march april may june july august september "
    "october november december iraqi enduring new infantry medical "
    "sergeant private captain major colonel lieutenant special seabees mos military war world english christmas camp "
    "fort naval base the him her his service ptsd tbi mst bosnian mediterranean "
    "balkans caribbean atlantic eastern western central international basic advanced mr mrs ms dr bravo charlie "
    "alpha delta company battalion hospital clinic honduras nicaragua "
    "netherlands belgium norway poland romania israel canada mexico australia taiwan china russia ukraine georgia "
    "hawaii alaska texas"
)  # fmt: skip
_CITY_FORTS = words(
    "worth wayne collins lauderdale myers smith pierce dodge walton valley lee atkinson mill mitchell kent thomas "
    "madison"
)
_CAMP_WORDS = words(
    "site sites fire fires bed beds ground grounds life food water conditions physician nurse doctor living "
    "lejeune's was and he in at for"
)
_HEADS_NEEDING_CARE = words("hill objective operation route site op col ab checkpoint area")


class MilitaryDetector(PhiDetector):
    """UNIT and STATION."""

    name = "military"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for pattern in (_UNIT, _UNIT_SHORT, _UNIT_CODES):
            for match in view.scan(pattern):
                if not view.is_kept(*match.span(), HARD) and not _NO_UNIT.match(match.group()):
                    yield Hit(*match.span(), C.UNIT, 0.85, "a number and the name of a unit")
        for match in view.scan(_SHIP):
            start, end = match.span("ship") if match["ship"] else match.span()
            named = view.words_in(start, end)
            if named and named[0].key not in LARGE and not view.is_kept(start, end, HARD):
                yield Hit(start, end, C.UNIT, 0.85 if not match["ship"] else 0.7, "the name of a ship")
        yield from self._stations(view)
        yield from self._listed(view)
        yield from self._places_of_duty(view)

    def _stations(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_AFTER):
            if self._is_base(view, match):
                yield Hit(match.start("head"), match.end("name"), C.STATION, 0.9, "the name of a base")
        for match in view.scan(_LOWER_AFTER):
            plain = match["name"].split()[0] in _CAMP_WORDS | FUNCTION_WORDS
            if view.caseless(match.start()) and not plain and not view.is_kept(*match.span("name"), HARD):
                yield Hit(match.start(), match.end(), C.STATION, 0.85, "the name of a base")
        for match in view.scan(_BEFORE):
            yield from self._named(view, match)
        for match in view.scan(_WATERS):
            if match.group().split()[-1].lower() not in ("mexico", "alaska"):
                yield Hit(*match.span(), C.STATION, 0.8, "waters of war")

    def _places_of_duty(self, view: LetterView) -> Iterator[Hit]:
        """Rare capitalised names after words such as "stationed at"."""
        for match in view.scan(_DUTY):
            start, end = match.span("name")
            named = view.words_in(start, end)
            while named and named[-1].key in LARGE:
                named = named[:-1]
            if not named or named[0].key in LARGE or view.lexicon.english_tier(named[0].key) > 3:
                continue
            if not view.is_kept(start, end) and not view.caseless(start) and not view[start:end].isupper():
                yield Hit(start, named[-1].end, C.STATION, 0.55, "a name after words of duty")

    def _is_base(self, view: LetterView, match: re.Match[str]) -> bool:
        first = view.words_in(*match.span("name"))
        key = first[0].key if first else match["name"].lower()
        head = match["head"].lower().rstrip(".").split()[0]
        if (
            head in ("fort", "ft")
            and key in _CITY_FORTS
            and re.match(
                r",?\s+(?:TX|Texas|IN|Indiana|CO|Colorado|FL|Florida|AR|Arkansas|Iowa)\b",
                view[match.end() : match.end() + 12],
            )
        ):
            return False
        if (
            view.is_kept(*match.span("name"), HARD)
            or key in FUNCTION_WORDS
            or (head in ("camp", "camps") and key in _CAMP_WORDS)
        ):
            return False
        if head in _HEADS_NEEDING_CARE:
            return (
                head != "operation"
                and not view.is_kept(*match.span("name"))
                and (match["head"].isupper() or head in ("hill", "objective", "checkpoint"))
            )
        return True

    def _named(self, view: LetterView, match: re.Match[str]) -> Iterator[Hit]:
        start, end = match.span("name")
        named = view.words_in(start, end)
        tail = match["tail"].lower().split()[-1]
        while named and (named[0].key in LARGE or (named[0].key in FUNCTION_WORDS)):
            named = named[1:]
        trailing = {
            word.key
            for word in named
            if word.key in ("air", "army", "naval", "international", "space", "marine", "corps", "force")
        }
        while len(named) > 1 and named[-1].key in trailing:
            named = named[:-1]
        if not named or view.is_kept(start, match.end(), HARD):
            return
        weak = tail in _WEAK_TAILS and not trailing
        if weak and (view.is_kept(start, match.end()) or view.lexicon.english_tier(named[-1].key) > 3):
            return
        yield Hit(named[0].start, match.end(), C.STATION, 0.6 if weak else 0.9, "the name of a place of duty")

    def _listed(self, view: LetterView) -> Iterator[Hit]:
        """Places of the list, by up to four words, however they are joined."""
        keys = [word.key for word in view.words]
        firsts = {name.replace("-", " ").split()[0] for name in view.lexicon.stations} | {
            name.split()[0] for name in view.lexicon.stations
        }
        for at, key in enumerate(keys):
            if key not in firsts:
                continue
            for count in range(4, 0, -1):
                phrase = " ".join(keys[at : at + count])
                if (
                    count == 1
                    and not view.words[at].capital
                    and (view.lexicon.english_tier(key) or view.lexicon.surname_tier(key) > 1)
                ):
                    continue
                if at + count <= len(keys) and (
                    phrase in view.lexicon.stations or phrase.replace(" ", "-") in view.lexicon.stations
                ):
                    span = view.words[at].start, view.words[at + count - 1].end
                    if "\n" not in view[span[0] : span[1]] and not self._other(view, at, count):
                        yield Hit(*span, C.STATION, 0.8, "a known place of duty")
                    break

    def _other(self, view: LetterView, at: int, count: int) -> bool:
        """Whether a listed word is part of a person's name or of the law here."""
        word = view.words[at]
        if view.is_kept(word.start, view.words[at + count - 1].end, HARD):
            return True
        if count > 1:
            return False
        before = view.words[at - 1] if at and view.before(at) in (" ", ". ") else None
        after = view.words[at + 1] if at + 1 < len(view.words) and view.gap(at) == " " else None
        person = before is not None and (
            before.key in ("mr", "mrs", "ms", "dr") or (before.capital and view.lexicon.given_tier(before.key) >= 2)
        )
        return person or (
            after is not None
            and after.capital
            and view.lexicon.surname_tier(after.key) >= 3
            and view.lexicon.given_tier(word.key) >= 2
        )
