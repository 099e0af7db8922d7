"""Streets, boxes and rural routes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.cities import anchored_cities
from nexus_desktop.security.detectors.city_names import STREET_SUFFIX, city_at
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.vocabulary import FUNCTION_WORDS

_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th|d)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|ground|main|top|upper|lower)"
)
_UNIT = (
    rf"(?:,?~~(?:-~)?\(?(?:\d{{1,2}}/F\b|(?:suite|ste|apt|apartment|apto|unit|rm|room|bldg|building|floor|fl|flr|lot|space|spc|trlr"
    rf"|trailer|no|level|tower|wing|mail~stop|ms|mc|box|dept|code|stop|office|depto|piso|bureau|oficina|local|etage|mailcode|slip|hangar|pod|sp"
    rf"|bay)\b"
    rf"\.?~?\#?~?[\dA-Z][\w-]{{0,8}}|\#~?[\w-]{{1,8}}|PH-?\d{{1,3}}[A-Z]?|(?:{_ORDINAL}|garden|street|rear|front)~(?:floor|fl|level|flat|unit)\b\.?|(?:upstairs"
    rf"|downstairs|altos|bajos|rear|front|basement|penthouse)\b)\)?)"
)
_DIRECTION = r"(?:[NSEW]\.?(?:[NSEW]\.?)?|north|south|east|west|northeast|northwest|southeast|southwest)"
_NAME = r"(?:[\w'.&-]{1,24})"
_STREET = compiled(
    rf"""(?<![\w$.,/-])(?:
      (?:[NSEW]\d{{1,6}}|\d{{1,6}})~(?:{_DIRECTION}~)?(?:(?:U\.?S\.?~)?(?:highway|hwy|route|rte|rt
    |state~(?:road|route)|county~(?:road|rd|highway)|FM|CR|SR|interstate|rural~route|RR|RFD)~(?:\d{{1,4}}[A-Z]?|(?-i:[A-Z]{{1,2}})\b))(?:~{_DIRECTION}(?![\w']))?
    | (?:(?:apt|apartment|unit|suite|ste|rm|room|pmb|bldg|building|space|lot|house)\b\.?~?\#?[\w-]{{1,6}},?~)?
      (?:(?:[NSEW]\d{{1,5}}~?){{0,2}}(?:(?:[NSEW]\.?~)?\d{{1,6}}(?:-(?:\d{{1,5}}|[A-Z]\b))?[A-Z]?(?:~~[\u00bc-\u00be]|~\d/\d)?|(?:\d~){{2,5}}\d|[NSEW]\d{{2,6}}
      |(?-i:One|Two|Three|Four|Five|Ten))~
       (?:{_DIRECTION}~)?(?:(?!(?:years?|months?|days?|weeks?|percent|mg|minutes?|hours?|of|the|in|at|to|was|is|and
       |with|for|from|on|times?|degrees|tablets?|or|visits?|veteran|(?-i:veterans)|per|i|he|she|we|they|it|his|her|my|has|have|had)\b){_NAME}~){{1,4}}?{STREET_SUFFIX}\b\.?
       (?:~{STREET_SUFFIX}\b\.?){{0,2}}
       (?:~{_DIRECTION}(?![\w']))?)
    | \d{{1,6}}~(?:{_DIRECTION}~)?broadway\b
    | (?:(?:U\.?S\.?~)?(?:highway|hwy|route|rte|rt|state~(?:road|route)|SR|county~(?:road|rd)|CR|FM|interstate
    |farm~road|old~highway|star~route|rural~route|RR|R\.R\.|RFD|HC)~?\.?~?\#?\d{{1,4}}[A-Z]?)
       (?:,?~~(?:{_DIRECTION}(?![\w'])))?(?:,?~~(?:box|bx|\#)~?\#?\d{{1,6}}(?:-?[A-Z]\b)?)?
    | (?:\d{{1,5}}~)?(?:star|rural|highway~contract)~(?:route|rte|rt)\b\.?(?:~\#?\d{{1,3}})?,?~
      (?:box|bx)~\#?\d{{1,6}}[A-Z]?
    | P\.?~?O\.?~?B\.?~\#?~?\d[\dA-Z-]{{0,7}}
    | (?:P\.?~?O\.?~?|post~office~)(?:box|drawer|bx)~?\#?~?(?=[A-Z-]{{0,4}}\d|[A-Z]\b)[\dA-Z-]{{1,8}}
    | (?:P\.?O\.?~?)?(?:box|apartado
    (?:~postal)?)~\#?\d{{1,7}}(?=,|\n|~~[A-Z][a-z])
    | (?:PSC|CMR|OMC|UNIT)~\#?\d{{1,6}},?~(?:box~)?\d{{1,6}} | (?:FPO|APO|DPO)~(?:A[APE]~)?(?=\d{{5}})
    | (?:(?:urb|urbanizacion|residencial|barrio|bo|reparto)\b\.?~(?:{_NAME}~){{0,3}}{_NAME},~)?
      (?:calle|avenida|avda\.?|ave\.|av\.|camino|paseo|via|rua|carretera|callejon)~(?:{_NAME}~){{0,3}}{_NAME},?~(?:\#~?)?(?:[A-Z]{{1,2}}-)?\d{{1,5}}(?:~(?:este|oeste|norte|sur)\b)?
      (?:,~(?:urb|urbanizacion|residencial|barrio|bo|reparto|ext)\b\.?~{_NAME}(?:~{_NAME})?(?=,|\n|~\|))?
    | (?:urb|ext|res|bo|barrio|brgy|barangay|purok|sitio)\b\.?~(?:{_NAME}~){{0,3}}{_NAME},?~(?:\#~?)?
    (?:[A-Z]{{1,2}}-)?\d{{1,5}}
    | \d{{1,5}}~(?:{_DIRECTION}~)?(?:calle|avenida|avda|camino|paseo|via|vista|rancho|el|la|los|las|rue
    |chemin)~{_NAME}(?:~{_NAME})?
      (?=,|\n|~~[|·•;\x7e]|~{{2}}|~in~)
    ){_UNIT}{{0,4}}"""
)
UNIT_BEHIND = compiled(_UNIT)
"""A flat, a floor or a room behind a street."""
_ABROAD = re.compile(
    r"\b(?:[A-Z][\w.-]{2,24}(?:stra(?:ß|ss)e|str\.|allee|weg|platz|gasse|ufer|damm|gata|gate|veien|vei|v[aä]gen|gatan|straat|laan|plein|kade|vej|gade|katu)"
    r"|(?:(?:Am|Im|An der|Auf der|Zum|Zur) )[A-Z][\w-]{2,24}) \d{1,4}(?: ?[a-e])?\b"
    r"|\b(?:Via|Viale|Piazza|Rue|Avenue de|Rua) (?:[\w'’-]{1,20} ){0,3}[A-Z][\w'’-]{1,20},? \d{1,4}\b"
)
"""Streets of Germany, Italy and France, where our bases are."""
_BUILDING = compiled(
    r"""\b(?-i:Courthouse|City~Hall|Town~Hall|Federal~Building|Post~Office|Annex|Armory
    |Court~House|Statehouse|Administration~Building),~(?:room|rm|suite|ste|floor|fl|office|unit)\b\.?~?\#?[\w-]{1,6}"""
)
"""``Courthouse, Room B-3``: a public building in an address."""
_CROSSING = compiled(
    r"""^[~]*(?:corner~of~)?(?:(?:\d{1,3}(?:st|nd|rd|th)|(?-i:[A-Z])[\w'.-]{2,16})(?:~(?-i:[A-Z])[\w'.]{1,14})?)~(?:&|and|at)~
    (?:\d{1,3}(?:st|nd|rd|th)|(?-i:[A-Z])[\w'.-]{2,16})(?:~(?:Streets?|Sts?|Avenues?|Aves?|Roads?)\b\.?)?(?=~*$|,~)"""
)
"""``Corner of 2nd & Spruce`` alone on a line: it counts with "corner", a number or a suffix."""
_CROSSING_SAYS = compiled(r"corner|\d(?:st|nd|rd|th)|\b(?:street|st|avenue|ave|road)s?\b")
_MOORED = compiled(
    r"""\b(?:slip|berth|pier|dock|hangar|mooring|lot|blk|block|space)~\#?[A-Z]?-?\d{1,4}[A-Z]?,~(?:(?:pier|dock|marina|wharf|lot|row)~\#?\w{1,4}\b
    |(?-i:[A-Z])[\w'-]{2,16}~(?:Marina|Landing|Harbor|Court|Park|Estates|Village))
    | \b(?:Mile|MP|MM|mile~?(?:post|marker))~(?:Post~|marker~)?\d{1,4}(?:\.\d{1,2})?,?~(?:of~|on~)?(?:(?:
    (?-i:[A-Z])[\w'-]{2,16}~){1,2}(?:Road|Rd|Highway|Hwy|Trail|Street
    |Loop)\b\.?|(?:(?:U\.?S\.?|bia|state|county|the)~)?(?:(?:highway|hwy|route|rte|rt|interstate|road)\b\.?~)?(?-i:[A-Z]{1,3})?-?\d{1,4}\b)
    | (?<![\w.])(?:MM|mile~?(?:post|marker))~\d{1,4}(?:\.\d{1,2})?(?=,|\n)
    | \b(?:(?:U\.?S\.?~)?(?:highway|hwy|route|rte))~\d{1,4}[A-Z]?(?:~(?:north|south|east|west|[NSEW]\b))?,?~
    (?:(?:at|near)~)?(?:mile~?post|mile~?marker|MP|MM|mile)~\d{1,4}(?:\.\d)?
    | \b(?:carr|carretera|PR)\b\.?~?-?(?:PR-?)?\d{1,4},?~(?:km|kilometro)\b\.?~?\d{1,3}(?:\.\d{1,2})?(?:,~(?:bo
    |barrio|sector|int|urb)\b\.?~(?-i:[A-Z])[\w'-]{2,16}(?:~(?-i:[A-Z])[\w'-]{2,16})?)?
    | \b(?:(?-i:[A-Z])[\w'-]{2,16}~){1,2}(?:Road|Rd|Street|St|Avenue|Ave|Drive|Blvd|Lane|Highway
    |Hwy)\b\.?,~PMB~\d{1,5}(?:,?~box~\d{1,6})?
    | \b(?-i:ul|al|os|pl)\.~(?-i:[A-Z])[\w'-]{2,20}(?:~(?-i:[A-Z])[\w'-]{2,20})?~\d{1,4}(?:/\d{1,4})?
    | \bskr\.~poczt\.~\d{1,5}
    | ^[~]*(?:(?-i:[A-Z])[\w'-]{1,16}~){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Drive|Dr|Blvd|Boulevard|Lane|Ln|Way
    |Parkway|Pkwy|Plaza|Plz|Circle|Square|Highway|Hwy|Wharf|Row|Court|Place|Loop)\b\.?,~(?:bldg|building|hangar|suite|ste|unit|gate|lot|apt|dock|pier)\b\.?~\#?\w{1,5}(?=[~]*(?:\n|$|,|\|))
    | \bEstate~(?-i:[A-Z])[\w'-]{2,16}(?:~(?-i:[A-Z])[\w'-]{2,16}){0,2}~(?:No\.~)?\d{1,4}(?:-?[A-Z\d]{1,2})?\b
    | \b(?:lot|site|space|slip|house|trailer)~\#?[A-Z]?-?\d{1,4}[A-Z]?,~(?:(?:U\.?S\.?~)?(?:highway|hwy|route
    |rte|county~road|CR|SR)~\d{1,4}[A-Z]?(?:~(?:north|south|east|west|[NSEW])\b)?)
    | \b(?:unit|suite|ste|apt|lot)\b\.?~\#?\w{1,5},~\d{1,6}~(?-i:[A-Z])[\w'-]{2,16}(?:~
    (?-i:[A-Z])[\w'-]{2,16}){1,3}(?=~?[,|;\n])
    | \bquarters~(?:no\.?~|\#~?)?\d{1,5}(?:-?[A-Z]|-\d)?\b
    | \b(?:slip|berth|pier|dock|hangar|mooring|lot|blk|block|space|house|site|stall|float|trailer|cabin
    |bungalow|hogan)~\#?[A-Z]?-?\d{1,4}[A-Z]?,~(?:(?-i:[A-Z])[\w'-]{2,16}~){1,4}
      (?:loop|road|rd|trail|way|lane|street|st|avenue|ave|drive|circle|estates?|park|village|court|acres|homes|subdivision|mobile~home~park|mhp|rv~park|marina|harbor|camp|housing|row|place)\b\.?
    | \b(?-i:[A-Z])[\w'-]{2,16}~(?:harbor|marina|landing|dock|docks|boatyard|wharf),~(?:float|slip|berth|dock
    |pier|space)~\w{1,4}(?:,~(?:float|slip|berth|space)~\w{1,4})?
    | \blot~\d{1,4}~(?:blk|block)~\d{1,4}(?:~(?-i:[A-Z])[\w'.-]{1,16}){0,4}
    | \bGeneral~Delivery(?=,|\n|$)
    | \b(?:box|bx)~\#?\d{1,5}[A-Z]?,~(?:star|rural|highway~contract)~route(?:~\d{1,3})?"""
)
_TAIL_OF_PLACE = compiled(
    r""",~(?P<t>(?:behind|near|by|off|across|next~to|past|beyond|above|below|beside|in~back|north|south|east|west|end~of|top~of|\d{1,3}(?:\.\d)?~mi(?:les?)?\b
    |hogan|gate|house|trailer|cabin|rear|blue|white|red|green|yellow|upper|lower|upstairs|downstairs|second|third|first|last|the)\b[^\n,;:]{2,44}?)(?=[~]*(?:\n|$|,~(?-i:[A-Z])|[~]{3}))"""
)
"""``HC 4 Box 12, trailer behind the school``: how a house is found that has no number."""
_FOUND_BY = compiled(
    r"""\b(?:co(?:unty)?|cnty)\b\.?~(?:rd|road|hwy)\b\.?~\d{1,5}[A-Z]?,?~(?:lot|box|bx|unit|trailer|space|house|\#)~?\#?\w{1,6}
    | \b(?:BIA|tribal|forest|FS|USFS)~(?:rte|route|rd|road|hwy)\b\.?~[A-Z]?-?\d{1,4},?~(?:mile|mp|house|box|lot)~\w{1,6}
    | \bmile~\d{1,4}(?:\.\d)?,?~(?:[a-z][\w']{2,16}~){1,3}(?:rd|road|hwy|highway|trail|creek|loop)\b
    | \b(?:dorm|barracks|hut|quonset|house|hogan|cabin|cottage|cell)~\#?\d{1,5}[A-Z]?,?~
    (?:room|rm|bed|bunk|unit|apt|(?-i:[A-Z])[\w']{2,16}(?:~(?-i:[A-Z])[\w']{2,16}){0,2}~
    (?:loop|road|rd|lane|village|park))\b~?\w{0,6}
    | \b(?:[NS][EW]~(?:corner|cor\.?|1/4|quarter)(?:~of)?,?~)?
    sec(?:tion)?\.?~\d{1,2},?~T\.?~?\d{1,3}[NS],?~R\.?~?\d{1,3}[EW]\b
    | \bgen(?:eral)?\.?~del(?:ivery)?\b\.?(?=~?(?:,|\n|[A-Z]|$))
    | \bPMB~\d{1,5},?~\d{1,6}~(?:[NSEW]\.?~)?(?:(?-i:[A-Z])[\w'.]{1,16}~){1,4}
    (?:st|street|ave|avenue|dr|drive|rd|road|blvd|hwy|way|ln|lane)\b
    | (?<![\w-])(?-i:RR|R\.R\.|RFD)~?\#?\d{1,2}(?=~?(?:,|\n|$|~{2}))
    | \b(?:box|bx)~\d{1,5},?~(?-i:RR|R\.R\.|RFD|rural~route)~?\#?\d{1,2}\b"""
)
"""Houses in the country, on posts and on reservations, found by roads, miles and sections."""
_COUNTY_ROAD = compiled(r"(?<![\w.])(?-i:[NSEW])~\d{2,5}~(?:Rd|Road|St|Street|Ave)\b\.?(?=,|\n|~\d)")
_AT_CROSSING = compiled(
    r"\b(?-i:[A-Z])[\w'-]{2,16}~(?:Street|St|Avenue|Ave|Road|Rd|Drive|Blvd|Lane)\b\.?~(?:at|&|and)~(?:\d{1,3}(?:st|nd|rd|th)|(?-i:[A-Z])[\w'-]{2,16}(?:~(?:Street|St|Avenue|Ave|Road|Rd)\b\.?)?)(?=[~]*(?:[\n,·•|;]|$))"
)
_ROUTE_LINE = compiled(r"^[~]*(?:FM|RM|CR|County~Road|State~Road)~\d{2,4}[A-Z]?(?:,~[a-z][^\n,]{4,40})?(?=~*\n)")
"""Where people live who have no number of a house: a pier, a mile, a road of its number alone."""
_LABELLED = compiled(
    r"""\b(?:address|dwelling|residence|domicile|resides~at|lives~at|lives|mail~to|located~at)[:\s]{1,3}
    (?P<v>(?=[^\n;:]{0,60}\d)[^\n;:]{4,60}?)(?=,~(?-i:[A-Z])[\w.' -]{2,24},~
    (?:(?-i:[A-Z])[\w.' -]{2,24},~)?(?-i:[A-Z]{2})\b)"""
)
"""Everything between a word for a home and a town with its state, if it holds a number."""
_CORNER = compiled(
    r"""(?<![\w-])(?:(?:US|state)~)?(?:rt|rte|route|hwy|highway|county~road|CR)\b\.?~?\#?\d{1,4}[A-Z]?~(?:at|and|&|@)~(?:[\w'.]{2,16}~){1,3}?
    (?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|blvd|way|pike)\b\.?"""
)
_HOUSES = (
    "building|bldg|house|hall|towers?|mill|tannery|annex|lofts?|block|exchange|arcade|depot|pavilion|barn|works|factory"
    "|cannery|foundry|warehouse|brewery|schoolhouse|firehouse|armory|bank|courthouse|terminal|atrium|rotunda|lodge"
    "|cottage|villa|castle|chambers|wing|galleria|plaza|quarters|stables|granary|creamery|school|library|chapel"
)
_HOUSE_BEFORE = re.compile(rf"(?:^|[|][ ]?|[ ]{{2}})(?P<v>(?:[A-Z][\w'.&-]{{0,16}} ){{1,4}}(?i:{_HOUSES}),? ?(?:- )?)$")
"""``The Old Tannery, 61 Spring Street``: a house by its name, at the head of a line."""
_HOUSE_BEHIND = compiled(rf",~(?:(?-i:[A-Z])[\w'.-]{{1,16}}~){{0,2}}(?:{_HOUSES})\b(?=[~]*(?:$|[,;|\n]))")
"""``1512 Central Ave, Courthouse Annex``."""
_NEXT_DOOR = compiled(
    r"""\b(?:doors?~(?:down|up|over|away)|next~door|neighbou?rs?|across~the~(?:street|road|hall|way)|same~(?:street|road|block))\b[^.;\n\d]{0,48}
    \b(?:at|in|to)~(?:(?:no|number)\b\.?~|\#)?(?P<v>\d{1,5}[A-Z]?)(?=[,.;)]|~(?:and|who|which|has|is|was)\b)"""
)
"""``two doors down from him at 416``: the number alone, of a street that was named."""
_LED = re.compile(
    r"(?:(?:(?-i:[A-Z])[\w'-]{1,16} ){1,3}(?:building|bldg|plaza|tower|center|centre|house|hall|galleria|mall)\.?, ?)?"
    r"(?:(?:suite|ste|rm|room|apt|unit|floor|fl|pmb|bldg|building|level|lot|space)\b\.? ?#?[\w-]{1,6}, ?"
    rf"|(?:the )?(?:{_ORDINAL}|lobby|mezzanine|basement|garden|penthouse) (?:floor|fl|level|suite)\b\.?, ?)"
    r"(?:(?:the )?(?:(?-i:[A-Z])[\w'-]{1,16} ?){1,3}, ?)?$",
    re.IGNORECASE,
)
"""A building or a room before the number of the street."""
_UNIT_ALONE = compiled(
    r"""(?<![\w/-])\d{2,6}~(?:[NSEW]\.?~)?(?:(?!(?:of|the|in|to|was|is|and|with|for|from|on|or)\b)[a-z][\w'.]{2,16}~){1,2}
    (?:apt|apartment|unit|suite|ste)\b\.?~?\#?(?:\d{1,5}[A-Z]?|[A-Z])\b
    | (?<![\w/.-])\d{2,6}~(?:[NSEW]\.?~)?(?-i:[A-Z])[\w'.]{1,16}(?:~(?-i:[A-Z])[\w'.]{1,16}){0,2},~
    (?:\d{1,2}/F|\#~?\w{1,6}|(?:apt|apartment|unit|suite|ste|lot|space|spc|trlr|trailer|bldg|building|rm|room)\b\.?~?\#?\w{1,6})\b
    | \b(?:rear|front|upstairs|downstairs|basement|garage|attic|upper|lower)~
    (?:apt|apartment|unit|house|flat|cottage)\b\.?,~
    \d{1,6}~(?-i:[A-Z])[\w'.]{1,16}(?:~(?-i:[A-Z])[\w'.]{1,16}){0,3}"""
)
"""``2209 s travis apt b``: no suffix, but a flat."""
_HIGHWAY_ONLY = compiled(
    r"(?:U\.?S\.?~)?(?:highway|hwy|route|rte|rt|interstate)~?\d{1,3}$|(?:fm|cr|sr|hc|rr)~?\d{1,4}$"
)
_BOX = compiled(r"P\.?~?O\.?~?(?:box|drawer|bx)~?\#?~?\d")
_IN_WORDS = compiled(
    r"""(?:^|[/|*·•\x7e]~)[~]{0,60}(?P<v>(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|fifty|one~hundred)
    ~(?:[a-z][\w'.]{2,16}~){1,3}(?:terrace|street|st|avenue|ave|place|plaza|road|rd|drive|lane|square|circle|boulevard|blvd|court|row|way|center|parkway|wharf)\b\.?)
    (?=[~]*(?:$|[,/|*·•;\x7e]))"""
)
"""``TWO CANAL TERRACE /``: a house by a number in words, alone between the ends of a line or of a field."""
_SAID_FIGURE = (
    r"(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
)
_SAID_ADDRESS = compiled(
    rf"""\b(?:address(?:~is)?|lives~at|located~at|office~is~at|mail~(?:it~)?to|send~(?:it~)?to|street~address)[~:,]{{1,3}}
    (?P<v>{_SAID_FIGURE}(?:[~-]{_SAID_FIGURE}){{0,5}}~(?:(?!comma\b|period\b)[a-z][\w'.]{{1,16}}~){{1,3}}{STREET_SUFFIX}\b
    (?:(?:~comma|,)?~(?:suite|apartment|unit|room|floor|number|box|building)~{_SAID_FIGURE}(?:[~-]{_SAID_FIGURE}){{0,3}})?)"""
)
"""``address is eleven hundred Carson Row suite four ten``, as it is dictated."""
_AT_HOME = compiled(
    r"\b(?:home|address|residence|resid(?:es|ing)~at|liv(?:es|ing)~at|located~at|mail(?:ing~address)?|write~(?:to~)?"
    r"(?:him|her|them|us|me)~at)[\s:]{1,4}(?P<v>\d{1,6}[A-Z]?~(?-i:[A-Z])[\w'.-]{1,20}"
    r"(?:~(?-i:[A-Z])[\w'.-]{1,20}){0,3})(?=~~(?:[,.;—|\n(]|$))"
)
_LIVES_ON = compiled(
    r"\b(?:lives?|living|resid(?:es|ed|ing)|house|home|place|apartment)~(?:on|off|at)~(?P<v>(?:(?!the\b|his\b|her\b|their\b|a\b"
    r"|my\b)[\w'.]{2,16}~){1,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|way"
    r"|place|circle|trail|highway|pike|terrace)\b)"
)
_PLAIN_SUFFIX = compiled(r"\b(?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|hwy|highway|ct|pkwy)\b")
_ADDRESS_GOES_ON = compiled(r",?\s{0,4}(?:\#|box|[A-Z][\w~]{2,20},?~[A-Z][\w.]{1,12}~\d{5})")
_NUMBER_AND_NAME = re.compile(r"(?:^|, |\bat )(\d{1,6}[A-Za-z]?\s+[^\n|]{2,60}?)[,;.\s]*$")
_YEAR_AND_CLAUSE = re.compile(
    r"[;:]|\b(?:min|mins|minutes?|hours?|hrs?|am|pm|patient|years?|months?|days?|weeks?|pages?)\b|\b(?:19|20)\d\d\b\s+(?:in|at|to|he|she|and)\b"
)
_NUMBERED_LINE = re.compile(r"\s*(?:\d{1,6}[A-Za-z]?\s+\w|(?:one|two|three) [A-Z])")
_AFTER_STREET = compiled(r"[,.]?~?\n?[~,|]{0,4}(?=[A-Za-z])")
_SEGMENT = re.compile(r"\||\t| {3,}| \* ")
_IN_SENTENCES = FUNCTION_WORDS | {"each", "hard", "every", "other"} - {"a"}


class StreetDetector(PhiDetector):
    """STREET, and the CITY right behind one."""

    name = "streets"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for start, end in _shapes(view):
            start, end = _led(view, start), _to_tail(view, start, end)
            yield Hit(start, end, C.STREET, 0.9, "the shape of a street address")
            joint = _AFTER_STREET.match(view, end)
            city = city_at(view, joint.end()) if joint else None
            if city:
                yield Hit(*city, C.CITY, 0.85, "a city behind a street")
        for city in anchored_cities(view):
            yield from self._before(view, city[0])
        yield from self._without_number(view)
        for match in view.scan(_LIVES_ON):
            yield Hit(*match.span("v"), C.STREET, 0.75, "a street after a word for home")
        for pattern in (_IN_WORDS, _SAID_ADDRESS):
            for match in view.scan(pattern):
                yield Hit(*match.span("v"), C.STREET, 0.8, "a street with its number in words")
        for match in view.scan(_AT_HOME):
            yield Hit(*match.span("v"), C.STREET, 0.8, "a number and a name after a word for home")
        for match in view.scan(_NEXT_DOOR):
            yield Hit(*match.span("v"), C.STREET, 0.6, "the number of a house beside another")

    def _without_number(self, view: LetterView) -> Iterator[Hit]:
        """Crossings, piers, public buildings, streets abroad, and what stands between a word for a home and a town."""
        for match in view.scan(_CROSSING):
            if _CROSSING_SAYS.search(match.group()) and not view.is_kept(*match.span(), HARD):
                yield Hit(*match.span(), C.STREET, 0.8, "two streets that cross, on a line of their own")
        for match in view.scan(_LABELLED):
            yield Hit(*match.span("v"), C.STREET, 0.75, "stands between a word for a home and a town")
        for pattern in (
            _ABROAD,
            _CORNER,
            _UNIT_ALONE,
            _BUILDING,
            _MOORED,
            _ROUTE_LINE,
            _COUNTY_ROAD,
            _AT_CROSSING,
            _FOUND_BY,
        ):
            for match in view.scan(pattern):
                if pattern is _FOUND_BY or not view.is_kept(*match.span(), HARD):
                    yield Hit(
                        match.start(), _to_tail(view, *match.span()), C.STREET, 0.8, "the shape of a street address"
                    )

    def _before(self, view: LetterView, city: int) -> Iterator[Hit]:
        """A street that no suffix gives away: what stands between a number at the start and a city."""
        line_start, _ = view.line_of(city)
        segment = _SEGMENT.split(view[max(line_start, city - 160) : city])[-1]
        match = _NUMBER_AND_NAME.search(segment)
        if match and not segment[match.start(1) :].strip().isdigit() and not _YEAR_AND_CLAUSE.search(match.group(1)):
            start = city - len(segment) + match.start(1)
            end = start + len(match.group(1))
            start = _led(view, start)
            yield Hit(start, end, C.STREET, 0.85, "stands before a city, and begins with a number")
        elif not match and not segment.strip(" ,\x1f"):
            start, end = view.line_above(city)
            if end - start < 60 and start > line_start - 80 and _NUMBERED_LINE.match(view[start:end]):
                yield Hit(start, end, C.STREET, 0.8, "the line above a city, and begins with a number")


def _shapes(view: LetterView) -> Iterator[tuple[int, int]]:
    """Spans with a number, a name and a suffix; boxes; routes with a box."""
    for match in view.scan(_STREET):
        start, end = match.span()
        boxed = _BOX.match(match.group()) is not None  # "PO" is also how a medicine is taken
        if (view.is_kept(start, end, HARD) and not boxed) or not _can_name(view, start, end):
            continue
        if not _HIGHWAY_ONLY.match(match.group()) or _ADDRESS_GOES_ON.match(view, end):
            yield start, end


def _led(view: LetterView, start: int) -> int:
    """Where an address begins that a building or a room leads, all on one line."""
    line, _ = view.line_of(start)
    first = max(line, start - 90)
    match = _LED.search(view[first:start])
    if match:
        return first + match.start()
    house = _HOUSE_BEFORE.search(view.typed[first:start]) if first == line or start - first >= 90 else None
    return first + house.start("v") if house else start


def _to_tail(view: LetterView, start: int, end: int) -> int:
    """Where an address ends with the words that say how to find the house, from its end or its last comma on."""
    house = _HOUSE_BEHIND.match(view, end)
    end = house.end() if house else end
    tails = (_TAIL_OF_PLACE.match(view, at) for at in (end, view.rfind(",", start, end)) if at > 0)
    return max((tail.end("t") for tail in tails if tail is not None and tail.end("t") > end), default=end)


def _can_name(view: LetterView, start: int, end: int) -> bool:
    """Whether what stands between number and suffix can name a street: capitals, or no words of a sentence."""
    text, inner = view[start:end], [word for word in view.words_in(start, end) if word.text[0].isalpha()]
    if not text[0].isdigit() or len(inner) < 2:
        return True
    if not view.caseless(start):
        return inner[0].capital or bool(re.match(r"\d+[\w-]*\s+(?:\d|[NSEWnsew]\b)", text))
    if any(word.key in _IN_SENTENCES for word in inner):
        return False
    return not re.match(r"(?:19|20)\d\d ", text) or bool(_PLAIN_SUFFIX.search(text))
