"""How dates are written: American, military, clinical and Spanish, whole or in part, in figures or in words."""

from __future__ import annotations

import re

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.scanning import Anchor
from nexus_desktop.security.vocabulary import MONTHS, WEEKDAYS, either

_SLIPS = ("febuary", "feburary", "janurary", "septemeber", "novemeber", "decemeber", "ocotber", "agust")
_M = f"(?:{either((*MONTHS, *_SLIPS))}(?![A-Za-z])\\.?)"
_LONG = f"(?:{either(m for m in MONTHS if len(m) > 4 or m in ('july', 'june', 'may'))}\\b)"
_DAY = r"(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_YEAR = r"(?:(?:18|19|20)\d\d)"
_ANY_YEAR = rf"(?:{_YEAR}|'\d\d|\d\d)(?!\d)"
_NUM_YEAR = rf"(?:{_YEAR}|'?\d\d)(?!\d)"
_WEEKDAY_ALONE = f"(?:{either(w for w in WEEKDAYS if len(w) > 5)})"
_WEEKDAY = f"(?:{either(WEEKDAYS)}\\.?,?(?:~the)?~)"
_TIME = (
    r"(?:(?:~(?:mon|tue|wed|thu|fri|sat|sun)\b)?(?:,?~(?:at|@)?~~|@|T)\d{1,2}:\d\d"
    r"(?::\d\d(?:\.\d+)?)?(?:~~(?:[ap]\.?m\b\.?|[ap]\b(?!\.)|hours|hrs|Z\b|UTC|GMT"
    r"|[ECMP][SD]T\b|[-+]\d\d'?:?\d\d'?))*"
    r"|,?~(?:at~)?\d{4}~?(?:hours|hrs|h\b|Z\b)"
    r"|~~@~~(?:[01]\d|2[0-3])[0-5]\d\b|~(?:[01]\d|2[0-3])[0-5]\d(?=[ ]*(?:\n|$)))"
)
_SAME = rf"(?:~~(?:-|to|through|thru|,~(?:and|&|or)|and|&|,)~~{_DAY}\b(?!~{_M}|[./-]\w))"
_RANGE_END = r"(?:~~(?:-|/|to|through|thru|until|and|or)~~)"
_ABROAD = (
    "januar|februar|marz|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre"
    "|novembre|decembre|dez|okt|mrz|janv|fevr|avr|juil|sett|ott|gen|giu|lug|hunyo|mayo|enero|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|ene|abr|ago|dic"
)
"""Months of German, French and Italian, and the short ones of Spanish: only between a day and a year."""
_QUALIFIER = (
    r"(?:(?:the~)?(?:early|late|mid|middle~of|end~of|beginning~of|start~of|(?:first|second|third|last)~(?:week|half"
    r"|part)~of|week~of|ides~of|months?~of|(?:night|morning|evening|afternoon|weekend)~of)(?:~|-))?"
)
_SEASON = (
    r"(?:(?:the~)?(?:early~|late~|mid-?~?)?(?:spring|summer|fall|autumn|winter)(?:~of|,)?~(?:'\d\d\b|(?:19"
    r"|20)\d\d(?:~?[-/]~?\d{2,4})?\b))"
)
_HOLIDAYS = (
    r"(?:Christmas(?:~(?:Eve|Day|time))?|Xmas|Thanksgiving(?:~Day|~weekend)?|(?:Easter|Whit)(?:~(?:Sunday|Monday|weekend))?|Good~Friday"
    r"|Memorial~Day(?:~weekend)?"
    r"|Labor~Day(?:~weekend)?|Independence~Day|(?:the~)?(?:Fourth|4th)~of~July"
    r"|the~(?-i:Fourth)(?=[.,;)]|~(?:and|or|he|she|because|fireworks|weekend|every|each|this|last|parks?)\b)"
    r"|(?:Lunar~)?New~Year'?s(?:~(?:Eve|Day))?|(?:St\.~"
    r"|Saint~)?Valentine'?s?(?:~Day)"
    r"|Halloween|Veterans'?~Day|Armistice~Day|Black~Friday|Mother'?s~Day|Father'?s~Day|Columbus~Day|Presidents'?~Day"
    r"|Juneteenth|Martin~Luther~King"
    r"(?:~Jr\.?)?~Day|MLK~Day|(?:St\.|Saint)~Patrick'?s~Day|Cinco~de~Mayo|Ash~Wednesday|Palm~Sunday|Flag~Day"
    r"|V-?[EJ]~Day|D-Day|Election~Day|Inauguration~Day|Boxing~Day|Ground-?~?hog'?s?(?:'s)?~Day|Ground-?~?hog's|Super~Bowl~Sunday|Mardi~Gras"
    r"|Hanukkah|Chanukah|Passover|Yom~Kippur|Rosh~Hashanah|Ramadan|Eid(?:~al-\w+)?|Navidad|Nochebuena|Nochevieja|Semana~Santa|Viernes~Santo"
    r"|D[ií]a~de~(?:los~)?(?:Reyes|Muertos|Acci[oó]n~de~Gracias|las~Madres|San~Juan)|Three~Kings~Day|Epiphany"
    r"|Tet(?=,?~(?:of~)?(?:(?:19|20)\d\d|'\d\d))|Pearl~Harbor~Day|Lunar~New~Year|Chinese~New~Year|Labor~Day|Patriot~Day|May~Day"
    r"|Leap~Day|All~(?:Saints|Souls)'?(?:~Day)?|Guy~Fawkes(?:~(?:Day|[Nn]ight))?|Feast~of~(?:the~)?(?-i:[A-Z])\w+|Michaelmas"
    r"|Candlemas|Pentecost(?:~Sunday)?|Shrove~Tuesday|Maundy~Thursday|Whitsun|Kwanzaa|Diwali|Purim|Sukkot|Simchat~Torah"
    r"|Indigenous~Peoples'?~Day|Pioneer~Day|Constitution~Day|Earth~Day|Tax~Day|Opening~Day)"
)

WORDED = compiled(
    rf"""(?<![\w/])(?:
      (?:'\d\d|(?<=[.;,(][ ])[4-9]\d)~{_M}~{_DAY}\b(?![/.:]\d)
    | {_M},?~'\d\d,?~the~{_DAY}\b
    | (?:(?:(?:\d{{1,2}}|a~few|two|three|several)~(?:days?|weeks?)
      |(?:the~)?(?:{_WEEKDAY_ALONE}|day|week|weekend|morning|night))~(?:before|after|of)~)?(?:the~)?{_HOLIDAYS}
      (?:~(?:week|weekend|night|morning|eve))?(?:~~,?~~(?:of~|in~)?(?:{_YEAR}|'\d\d)\b)?
    | {_WEEKDAY}?{_DAY}~{_M},?~(?-i:M{{1,3}}[CDLXVI]{{1,9}})
    | {_M}~{_DAY},?~(?-i:M{{1,3}}[CDLXVI]{{1,9}})
    | {_M}~'?\d\d~~(?:-|/|to|thru|through|until)~~{_M}~'?\d\d\b(?![/.:]\d)
    | {_M}~{_DAY}/\d\d(?![\d/])
    | (?:the~)?(?:very~)?(?:first|last)~(?:day|night|week|weekend|month)~of~(?:the~year~)?{_YEAR}
    | (?:St\.?|Saint)~(?-i:[A-Z])[\w']{{2,14}}'?s?~Day(?:,?~(?:of~)?{_YEAR})?
    | {_M}~(?:3[2-9]|[4-9]\d)\b(?![\w/%.-]*\d|~?(?:mg|percent|%|points?|db|patients|veterans|mm|years))
    | {_M}~{_DAY}~(?:last|inst\.?|ult\.?)
    | {_WEEKDAY}?{_M}~~(?:the~)?{_DAY}\b(?!~{_M}~?'?\d\d){_SAME}{{0,5}}
    (?:(?:~~,?~~|\.~|\.(?={_YEAR}))(?:of~|in~)?{_ANY_YEAR}(?!~~(?:mg
    |percent|%|times
      |degrees)))?{_TIME}?
    | (?:the~)?{_WEEKDAY}?(?:{_DAY},~){{0,4}}{_DAY}(?:~~(?:-|,|to|and|&|through)~~{_DAY})?(?:~~(?:day~)?of)?(?:~~
    |-|/|\.~?){_M}(?:(?:~~,?~~
    |-|/|~of~)(?:{_YEAR}|'?\d\d)(?!\d))?{_TIME}?
    | (?:the~)?{_ORDINAL}(?:~day)?~(?:of~)?{_M}(?:,?~{_ANY_YEAR})?
    | {_M}~(?:the~)?{_ORDINAL}\b(?:,?~{_ANY_YEAR})?
    | {_QUALIFIER}{_M}(?:{_RANGE_END}{_M})?(?:~~,?~~|-|/|~of~|~de~|~del~)(?:{_YEAR}|'\d\d)(?!\d|;\d)
    | {_YEAR}(?:~|-){_M}(?:(?:~|-){_DAY}\b)?{_TIME}?
    | \d{{1,2}}~de~{_M}(?:,?~(?:de|del)~{_YEAR})?
    | {_M}(?P<stroke>[-/.]){_DAY}(?P=stroke)(?:{_YEAR}|\d\d\b){_TIME}?
    | (?:[12]\d|3[01]|0?[1-9])(?:\.?~|[/.-])(?:{_ABROAD})(?:\.?~|[/.-])(?:de~)?(?:{_YEAR}|\d\d\b)
    | \d{{6}}Z~?{_M}~?\d{{2,4}}
    | (?:[12]\d|3[01]|0?[1-9])(?P<roman>[./ -]|\.~)(?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})(?P=roman){_YEAR}
    | (?:[12]\d|3[01]|0?[1-9])(?P<roman2>[./-])(?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})(?P=roman2)\d\d\b(?![/.-])
    | {_M}~of~\d\d(?=[.,;)\n]|~(?:and|when|he|she|they|after|with|i)\b)
    | (?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})[./]{_YEAR}
    | (?:ngay~)?(?:[12]\d|3[01]|0?[1-9])~thang~\d{{1,2}}(?:,?~(?:nam~)?{_YEAR})?
    | (?:julian~)?day~\d{{1,3}}~of~(?:(?:fiscal|calendar)~)?(?:year~)?{_YEAR}
    | {_SEASON}
    | (?:the~)?(?:first|second|third|fourth|last)~{_WEEKDAY_ALONE}~(?:in|of)~{_M}(?:,?~~{_ANY_YEAR})?
    | {_YEAR},~(?:the~)?{_ORDINAL}~(?:of~)?{_M}
    | {_M},?~(?:and|or|&)~{_M}~(?:of~)?{_YEAR}
    | (?:(?:{_M}),~){{1,4}}{_M}(?:,?~(?:and|or|&)~{_M})?~(?:of~)?{_YEAR}
    | (?:the~)?(?:first|second|third|fourth|1st|2nd|3rd|4th)~quarter~of~{_YEAR} | Q[1-4]~?{_YEAR}
    )(?![\w])"""
)
"""Dates with the name of a month, a season with a year, holidays, quarters."""
_OF_THAT_YEAR = r"(?:~of~(?:that~(?:same~)?|last~|this~|the~(?:same~|following~|next~)?)year)?"
LONE_MONTH = compiled(
    rf"""\b(?: (?P<qualified>(?:early|late|mid)(?:~|-){_LONG}{_OF_THAT_YEAR})
    | (?:in|since|until|till|by|during|through|this|that|last|next|of|every|each|from|to|between|and|around|about|past
    |before|after|following|my|your|his|her|our|their)~
      (?P<lone>(?:{_LONG}|(?-i:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?){_OF_THAT_YEAR})
    | (?:the|my|his|her|that|this|our|your)~(?P<noted>(?:{_LONG}|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?))
      (?=~(?:studies|study|visit|scan|note|exam|examination|film|films|x-rays?|mri|ct|labs?|letter|report|appointment
      |injection|surgery|procedure|test|echo|biopsy|entry|session|clinic|evaluation|follow-?up|hearing|decision
      |denial|imaging|biopsies|titers?|audiogram|polysomnogram|sleep~study)\b) )
    (?![\w])(?!~\d)""",
)
NUMERIC = compiled(
    rf"""(?<![\w/.$])(?<!\d-)(?:
      {_WEEKDAY}?(?:0?[1-9]|1[0-2]|[12]\d|3[01])~?(?P<mark>[-/.|])~?(?:0?[1-9]|[12]\d
      |3[01])~?(?P=mark)~?{_NUM_YEAR}(?!-\d{{1,3}}-\d){_TIME}?
    | (?:19|20)\d\d-[01]\d-[0-3][ ]\d(?![\d/-])
    | {_YEAR}(?P<dash>[-/.])(?:0?[1-9]|1[0-2])(?P=dash)(?:0?[1-9]|[12]\d|3[01])(?!\d){_TIME}?
    | (?<!\d[ ])(?<!hz[ ])(?:0?[1-9]|1[0-2])~(?:[12]\d|3[01]|0?[1-9])~(?:19|20)\d\d(?![\d/-]|~\d)
    | (?<=on[ ])(?:0?[1-9]|1[0-2])~(?:[12]\d|3[01]|0?[1-9])~\d\d(?![\d/-]|~\d|~?(?:%|mm|mg))
    | (?<=AD[ ])(?:0?[1-9]|1[0-2])[-/]\d\d~(?:to|thru|through|-)~(?:0?[1-9]|1[0-2])[-/]\d\d(?![\d/-])
    | (?:0?[1-9]|1[0-2])/(?:19|20)\d\d~~[-–]~~(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/-])
    | (?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d(?![\d/-])
    | \d{{1,2}}[-/](?:\d[ ]\d|0[ ]|\d{{1,2}}[ ])[-/]~?(?:(?:19|20)\d\d|\d\d|\d[ ]\d)(?![\d/-])
    | \d{{1,2}}[-/]\d{{1,2}}[-/]\d[ ]\d(?![\d/-]|[ ]\d)
    | (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?~(?:the~)?
      (?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9])(?![\d/])
    | (?:19|20)\d\d[-/](?:0[1-9]|1[0-2])(?![\w/-])
    | (?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d){_TIME}?
    | (?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9])(?=,?~\d{{1,2}}:\d\d)
    )(?![\d])"""
)
IN_BOXES = compiled(
    r"""\b(?:dates?|seen|visit|signed|exam(?:ined|ination)?|received|admitted|discharged|entered|released|from|to|on|onset|injur(?:y|ed)
    |printed|dated?~of~\w+|today)\b(?:~\([^()\n]{2,16}\))?[:\s."'_]{1,6}
    (?P<date>(?:0[1-9]|1[0-2])~(?:0[1-9]|[12]\d|3[01])~(?:19|20)\d\d|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d
    |(?:0?[1-9]|1[0-2])-(?:[12]\d|3[01]|0?[1-9])(?=~{2}|["']?~?[\n,;]|["']))(?!\d)"""
)
"""Eight digits of a box for a date, behind its label: ``FIRST SEEN: 11 12 2018``, ``Date 03132024``."""
YEAR_OF_TWO = compiled(
    r"""(?<![\d/.])(?P<date>(?:0?[1-9]|1[0-2])/(?:3[2-9]|[4-9]\d)~?(?:to|through|thru|until|-)~?(?:0?[1-9]|1[0-2])/(?:\d\d))(?![\d/])
    | \b(?:in|from|to|since|until|till|by|through|thru|around|about|after|before|dated?|left|entered
    |discharged|separated)[~:]{1,2}
    (?P<lone>(?:0?[1-9]|1[0-2])/(?:3[2-9]|[4-9]\d))(?![\d/%]|~?(?:vision|acuity|scale|strength))"""
)
"""``6/85 through 12/86``, ``in 6/85``: a month, and two digits that are no day."""
DAY_MONTH = compiled(
    r"""\b(?:on|due|dated|since|until|from|by|of|repeated|again|saved|modified|edited|updated|revised|printed|faxed|scanned|uploaded|typed|dictated
    |inj(?:\.|ect(?:ed|ions?))?(?:[~,]{1,2}(?-i:L|R|left|right|bilat)\.?)?|through|to|and|seen|exam|visit|note|between|thru|date|call
    (?:ed)?|around|about|after|before
    |(?:saw|seen|see|visited|met|examined|called)~(?:him|her|you|them|me|us|(?:the~)?(?:pt|patient|veteran)))
    [\s:]{1,3}
    (?P<date>(?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9])
    |(?:(?<=on[ ])|(?<=due[ ])|(?<=by[ ]))(?:0?[1-9]|1[0-2])-(?:[12]\d|3[01])
    (?=[~]*$|[.,;)\n]|~(?:and|he|she|i|we|for|with|at)\b))
    (?![\d/%])(?!~~(?:mm|strength|pain|scale|scores?|in~|of~
    |to~\d+/10|on~(?:the|a)~|motor|power|extremit))"""
)
"""A month and a day in figures, behind a word that a date follows."""
NEXT_DAY = compiled(
    r"""(?:,|;|~and|~&)~(?:(?:and|then|again|repeated|repeat)~)?(?:(?-i:L|R|left|right|both)~)?
    (?P<date>(?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9]))(?![\d/%]|~~(?:mm|strength|pain|scale|in~|of~))"""
)
"""``6/12, R 6/26``: the next of several days."""
_FIGURES = r"(?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9])"
_AND = r"(?:,?~(?:and|&)|,)~"
JULIAN = compiled(
    r"\bjulian\b[^\n]{0,24}?\b(?:dates?|days?)[~:]{1,3}\"?(?P<date>\d{5,7})\"?(?:~(?:to|and|through|-)~\"?(?P<lone>\d{5,7})\"?)?"
)
"""``Julian date 05196``: two or four digits of the year and the day in it."""
DAY_IN_LIST = compiled(rf"(?<![\d/.])(?P<date>{_FIGURES})(?=(?:{_AND}{_FIGURES}){{0,6}}{_AND}{_FIGURES}/\d\d)")
"""``2/27, 3/5 and 3/19/2024``: only the last has its year."""
MAYBE_MONTH_YEAR = compiled(r"(?<![\d/])(?P<date>(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d))(?=[,;)])")
"""A month and a day or a year in figures, with no such word."""
LONE_DAY = compiled(
    r"""(?:\b(?:on|by|until|till|'?til|before|after|since|from|to|through|around|about|dated|closes|closed|due|ends|ended|is|was)~|(?=\b(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?P<date>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?~)?the~
    (?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th))(?=~~(?:[.,;:!?)\n]|$)|~(?:and|or|but|at|i|we|he|she|they|if|because|so|when|by|with|for|in|to|via)\b)"""
)
"""``by the 22nd`` with nothing behind it that could be counted."""
JOINT = re.compile(r"[ \x1f]?(?:to|through|thru|until|till|-|—)[ \x1f]?", re.IGNORECASE)
"""What stands between the two ends of a time."""
_BIRTH_WORDS = r"""(?:\bdateofbirth | \b(?:turned|turns|turning)~\d{1,3}~(?=on\b) |
    \bd\.?~?o\.?~?b\b\.? | \bdate~of~birth | \bbirth~?-?date | \bbirthday | \bborn(?:~on|~in)? |
    \bbirth | \bfecha~de~nacimiento | (?<![\w.])(?:b|f|geb|n)\.(?=[\s]{0,3}(?:\d|$)) | \bf[oö]dt | \bgeboren
    (?:~am)? | \bnacid[oa](?:~el)? | \bnee~le )
    (?:~\((?:mm|dd|month|day)[^()\n]{0,20}\)|~of~(?:the~)?(?:veteran|claimant|patient))?
    [\s:;.,=|_#"'(-]{0,14}(?:(?:is|was|of|on|the|el|in)\b[\s:]{0,2}){0,2}"""
BIRTH = compiled(rf"{_BIRTH_WORDS}$")
"""Words for birth right before a date."""
BIRTH_IN_FIGURES = compiled(
    rf"""\b(?:d\.?~?o\.?~?b|dateofbirth|birthdate|date~of~birth|birth~?-?date|birth)\b\.?(?:~\((?:mm|dd|month|day)[^()\n]{{0,20}}\))?
    [\s:;.,=|_\#"'(-]{{1,14}}(?P<date>(?:[0-3]?\d(?:~|~?[-/.|]~?)[0-3]?\d(?:~|~?[-/.|]~?){_NUM_YEAR}|[01]\d[0-3]\d{_YEAR})
    (?!\d))"""
)
"""A birth date in figures with any signs, or none, between them."""
_AGES = r"(?:9\d|1[01]\d|ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:one~)?hundred(?:~and~\w+)?)"
_NO_AGE = (
    r"(?!~?(?:%|percent|degrees|deg|lbs?|pounds|mg|mm|beats|bpm|days?|weeks?|months?|minutes?|hours?|and~\d|to~\d|/|dB"
    r"|db|-\d|\.\d|th\b|(?!years)\w*s\b)|[\d/%.,]?\d)"
)
AGE90 = compiled(
    rf"""\b(?:age[ds]?|aged|is|was|now|turned|turning|turns|lived~to(?:~be)?|living~at|died~at(?:~age)?|until|be
    |at~the~age~of|reached|are|were|edad|past|of)
    [\s:=(]{{1,3}}(?P<a>{_AGES}){_NO_AGE}(?=\W|$)
    | \b(?P<b>{_AGES})~?-?~?(?:years?~?old|year-old|y/?o\b|yo\b|yrs?\.?~old|years?~(?:of~age|young)|[-\s]year[-\s]old)
    | \bage~(?:today|now|then)[~:]{{1,2}}(?P<h>{_AGES}){_NO_AGE}
    | \b(?:uncle|aunt|mother|father|grandmother|grandfather|brother|sister|grandma|grandpa)\b[^.\n;]{{0,32}}
    (?:,~|~at~)(?P<i>9\d|1[01]\d|ninety(?:-\w+)?)(?=[,.;]|~(?:and|but)\b)
    | \bwho,?~(?:now~)?at~(?P<k>{_AGES})(?=[,;)]|~(?:is|was|does|did|still|has|had|can|could|cannot|lives|keeps|drives
      |walks|gets|took|remains|remembers|goes|says|said|told|wrote|never|no~longer)\b)
    | \((?:now|aged?|today)~(?P<j>{_AGES})(?=[,);!?])
    | \b(?P<e>{_AGES})[- ]years?[- ]old
    | \bage[\s:]{{1,3}}(?P<c>{_AGES})\b(?!~?%)
    | \b(?:mother|father|grandmother|grandfather|grandma|grandpa|mom|dad|brother|sister|aunt|uncle|widow
    |parents?|who|she|he|veteran|patient)\b[^.\n;]{{0,48}},?~at~(?P<d>9\d|1[01]\d)(?=[,.;])
    | \b(?-i:[A-Z])[\w'-]{{1,20}},~~(?P<f>9\d|1[01]\d)(?=[,);])
    | \b(?:mother|father|grandmother|grandfather|grandma|grandpa|mom|dad|brother|sister|aunt|uncle|widow|wife|husband
    |great-\w+|neighbor|friend)\b[^.\n;()]{{0,48}}\((?:now~|aged?~)?(?P<g>9\d|1[01]\d)(?=[,);])"""
)
"""An age over 89 behind or before a word for age, or set off by commas behind a name."""
GREAT_AGE = Anchor(re.compile(r"9\d|1[01]\d|ninety|hundred", re.IGNORECASE), 90)
HEADER_LABEL = compiled(
    r"\b(?:re|subj|subject|regarding|veteran|claimant|patient|ssn|ss\#|c-?file|file~(?:no|number)|name"
    r"|in~re)\b[^\n]{0,12}[:\#.]|\bRE\b"
)
NOT_BIRTH = compiled(
    r"\b(?:dated?|exam\w*|decision|claim|report|seen|visit|letter|signed|appeal|request|service|injury|received|filed"
    r"|from|to|since|on|of)\W{1,3}$"
)
