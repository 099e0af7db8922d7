"""How units, ships, bases and places of duty are written."""

from __future__ import annotations

import re

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.scanning import Anchor
from nexus_desktop.security.vocabulary import words

_NTH = (
    r"(?:\d{1,4}(?:st|nd|rd|th|d)|(?:twenty-?|thirty-?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth)|tenth|eleventh|twelfth|(?-i:I{2,3}|IV|VI{0,3}|XVIII|I(?=[ ](?:Corps|MEF|Field))))(?![a-z])"
)
_HULL = (
    r"(?:CV[ANSLE]?|DDG?|FFG?|LHA|LHD|LP[DHA]|LSD|LST|LSM|LCS|SSN|SSBN|CG|CA|BB|AE|AO|AOE|AOR|MSO|MCM|WHEC|WMEC|WPB|APA"
    r"|AKA|LKA|LCC|AGF|DE|DLG)"
)
_NOUN = (
    r"(?:battalions?|bn|trans~co|maint~co|med~co|engr?~co|mp~co|sig~co|cs~co|qm~co|trans(?:p|porta\.?)?|regiments?|rgt|regt|divisions?|div|brigades?|bde|brigade~combat~team|bct|squadrons?|sqdn|sqn"
    r"|sq|groups?|gp|wings?|compan(?:y|ies)|platoons?|plt"
    r"|troop|batter(?:y|ies)|btry|corps|army|armies|fleet|marines|marine~regiment|cavalry|cav|infantry|inf|artillery"
    r"|armored|armor|airborne|abn|engineers?|engr|rangers?"
    r"|special~forces(?:~group)?|sfg|signal|transportation|maintenance|medical|medevac|aviation|avn|sustainment"
    r"|logistical~command|command|support|detachment|det|flight"
    r"|evac(?:uation)?(?:~hospital)?|(?:field|fld|station|sta|general|gen|surgical|surg|convalescent|conv)~hosp(?:ital)?\b\.?|combat~support~hospital|csh|mash|mp|military~police"
    r"|construction~battalion|seabees|mef|meb|meu|maf|mab|naval~construction|ordnance|quartermaster|chemical"
    r"|task~force|team|expeditionary~\w+|air~force|aircraft~wing|air~wing|recon(?:naissance)?|replacement|training"
    r"|reserve|msc|esc|tsc|law~enforcement|security~forces|civil~engineer(?:ing)?|combat~team|stryker|mountain|police"
    r"|field~artillery|air~defense"
    r"|missile|communications|intelligence|weapons|strike|bomb(?:ardment)?|fighter|tactical|airlift|refueling|rescue"
    r"|test)"
)
_BETWEEN = (
    r"(?:(?:~|-)(?!(?:served|was|is|in|at|on|from|to|as|where|who|which|he|she|they|during|when|while|before"
    r"|after|century|day|week|month|year|percent|degree|grade|floor|street|st|ave|avenue|edition|time|toe|finger"
    r"|metacarpal|metatarsal|rib|ray|mtp|visit|opinion|examination|exam|session|trimester|cranial|nerve|lumbar"
    r"|generation|party|circuit|amendment|class|petty|lieutenant|stage|line|tour|deployment|sergeant|marriage|wife"
    r"|child|son|and|or|half|decade|quarter|uses?|used|says?|said|asks?|asked|has|had|a|an|that|this|his|her)\b)[\w&'./-]{1,20}){0,4}?"
)
_PART = (
    r"(?:(?:(?:company|co\b\.?|troop|trp|battery|btry|platoon)~[A-Z]\b|(?:[A-Z]|alpha|bravo|charlie|delta|echo"
    r"|foxtrot|golf|hotel|able|baker|dog|easy|fox|george|how|item|king|love|mike|headquarters|hq|hhc|hht|hhb|h&s|h&hs"
    r"|hsc|fsc|weapons|support|service|rifle)[~-](?:and~"
    r"(?:headquarters|service|supply)~)?(?:company|co\b\.?|troop|trp|battery|btry|platoon|plt|flight|detachment"
    r"|det\b\.?)|(?:hhc|hht|hhb|hhd|hsc|fsc|hq|headquarters|h&s)(?=[,~/])),?~~(?:of~(?:the~)?)?)"
)
UNIT = compiled(
    rf"""(?<![\w./-]){_PART}{{0,2}}(?:the~)?{_NTH}{_BETWEEN}(?:~|-){_NOUN}\b(?:~{_NOUN}\b){{0,3}}
    (?:~\([A-Z][^()\n]{{1,24}}\))?(?:,~(?:Co|Company|Btry|Battery|Trp|Troop)\b\.?~(?-i:[A-M])\b)?
    (?: (?:,~~|~|/|~-~)(?:of~(?:the~)?)?(?:the~)?{_NTH}(?:{_BETWEEN}(?:~|-){_NOUN}\b(?:~{_NOUN}\b){{0,3}})? ){{0,3}}"""
)
UNIT_SHORT = compiled(
    rf"""(?<![\w./$-])(?:{_PART}{{1,2}}(?:of~)?(?:the~)?\d{{1,4}}(?:st|nd|rd|th|d)?(?:\s?[-/]\s?\d{{1,4}}(?:st|nd|rd
    |th|d)?)?(?:~{_NOUN}\b|~(?-i:[A-Z]{{2,4}})\b){{0,3}}
    | {_PART}?\d{{1,3}}(?:st|nd|rd|th)?\s?[-/]\s?\d{{1,4}}(?:st|nd|rd|th|d)?~(?:(?:inf|cav|avn|abn|pir|sfg|sbct|ada)\b
    |(?-i:IN|FA|AR|AV|EN|MI|MP)\b|(?:infantry|marines|cavalry|cav|field~artillery|armor|aviation|engineers?|rangers?)\b)(?:~
    (?:regt?|regiment|bn|BCT)\b\.?)?
    | {_PART}{{1,2}}(?:~~,?~~)?(?:{_NTH})(?:~{_NOUN}\b){{0,3}}
    | (?:the~)?(?:{_NTH}~)?(?:1st|2nd|3rd|4th|5th|6th|7th|8th|9th|1\dth|2\d(?:st|nd|rd|th)|3\d(?:st|nd|rd|th)|82nd
    |101st|173rd|75th)~(?:cav|id|ad|acr|abn|inf|fa|marines|rangers|sfg)\b
    | (?<=(?:with|from)[ ])the~\d{{1,3}}(?:st|nd|rd|th)~(?!(?:Street|St|Ave|Avenue|Floor|Congress
      |Circuit|Century|Amendment|District|Precinct)\b)
      (?-i:[A-Z][a-z]{{2,14}}(?:~[A-Z][a-z]{{2,14}})?)(?=[.,;)\n]|~(?:in|at|on|and|from|out|during|when)\b)
    | (?<=with[ ])the~\d{{1,3}}(?:st|nd|rd|th)(?=~(?:at|in|from|out~of|and~then)\b|[,.;])
    | \d{{1,3}}(?:st|nd|rd|th|d)?~?(?:mardiv|id|ad|acr|mef|mlg)\b(?!~(?:card|number|no|band|bracelet|badge|\#))
    | [A-M]/\d{{1,2}}-\d{{1,4}}~(?:inf|cav|fa|abn|armor|avn|pir|marines)\b
    | \d{{1,2}}(?:st|nd|rd|th|d)~Bn\.?,?~\d{{1,3}}(?:st|nd|rd|th|d)~(?:Mar(?:ines)?|Inf|Cav|FA|Regt)\b
    | \d{{1,2}}(?:st|nd|rd|th|d)~of~the~\d{{1,4}}(?:st|nd|rd|th|d)(?:~{_NOUN}\b)?
    | (?<![\w/.-])\d{{1,2}}-\d{{1,3}}(?:st|nd|rd|th|d)\b(?:~(?-i:[A-Z][a-z]{{2,12}}|[A-Z]{{2,4}}))?
    | (?-i:Alpha|Bravo|Charlie|Delta|Echo|Fox(?:trot)?|Golf|Hotel|India|Kilo|Lima|Weapons|HQ)~
    (?:Company,?~)?\d~?/~?\d{{1,2}}(?![\w/])
    | {_NTH}~(?-i:ACR|ID|AD|CAV|INF|ABN|FA|MI|MP|PIR|SFG|BCT|SBCT|ADA|MAW|FSSG|MEB|MEU|MEF|BN|SOAR|CAB|ESC|TFW
    |FW|ARW|SOW|SPS|SFS|CES|AMXS)\b
    )"""
)
NUMBERED = Anchor(
    re.compile(
        r"\d|\b[IVX]{1,5}\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twenty"
        r"|thirty)",
        re.IGNORECASE,
    ),
    70,
)
"""A number, which every unit has."""
TRAINING_COMPANY = compiled(
    r"\b(?:in|of|at|with|from|to|company|co\.?)~(?P<v>(?-i:[ABDEFGH])-\d{1,2}-\d{1,2})(?![\w/-])"
)
"""``in D-4-1``: company, battalion and brigade of recruits; C, L, S and T are of the spine."""
CODES_IN_CAPITALS = compiled(
    r"""\b(?:VFA|VF|VAQ|VAW|VMA|VMFA|VMM|VMGR|VP|VQ|HMM|HMH|HMLA|HML|HSL|HSC|HSM|MALS|MACG|MWSS|MAG|MAW|NMCB|CVW|CLB|CLR
    |MLG|BLT|RCT|LAR|DESRON|EODMU|UDT|SDVT|PHIBRON)-\d{1,4}\b|\bSEAL~TEAM~(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|TEN|\d{1,2})\b
    |\b\d{1,2}(?:ST|ND|RD|TH)~(?:MEU|MAW|MLG|MARDIV)\b""",
    ignore_case=False,
)
"""Codes with a hyphen in a letter without small letters."""
SQUADRON_LETTERS = compiled(
    r"""(?:\b(?:with|of|to|in|from|joined|the)~(?:the~)?|\b(?:[Uu]nits?|UNIT|[Dd]uty|[Oo]rg|ORG|[Aa]ssigned)~?[:–-][~]{1,12}|[(,;/]~?)(?P<v>\d{1,4}~(?:SMW|BMW|TFW|TFS|FIS|SRW|AREFS?|SPS|CES|FMS|OMS|AMS|MMS|MSS|CSG|ELRS|ESFS|ECES|EMXS|EAMXS|EAES|EFS|ECS|EOSS|EFSS|EMDG|EMEDS|EAS|EARS|MDG|MDOS|MDSS|OSS|OG|MOS|AGS|EMS|CS|APS|CRG|COS|IS|ISS|SBS|STS
    |SOW|RQS|AEW|EMS|CRS|AMXS|MXS|MXG|LRS|SFS|FSS|ABW|ABG|BW|FW|AW|ARW|RW|SW|TRW|TAW|MAW|MAS|TAS|CAMS|SVS|BS|FS|AS|ARS|RS))\b""",
    ignore_case=False,
)
"""``with 381 SMW``: a number and the letters of a wing or a squadron of the Air Force."""
_SPOKEN = (
    r"(?:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[~-])?(?:one|two|three|four|five|six|seven|eight|nine|oh)"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
SPOKEN_UNIT = compiled(
    rf"\b{_SPOKEN}~(?:of~the~|dash~|slash~)?{_SPOKEN}~(?:cav(?:alry)?|inf(?:antry)?|armor|artillery|fa|marines|airborne|aviation|engineers?)\b"
)
"""``one fourteen infantry``, as it is dictated."""
SPELT_SHIP = compiled(
    r"\bu~s~s~(?P<v>(?:(?!in\b|and\b|from\b|on\b|as\b|to\b|at\b|off\b|for\b|comma\b"
    r"|period\b)[a-z][\w'-]{2,16}~?){1,3})(?<![ ])"
)
ENTRY_STATION = compiled(
    r"\b(?:<Cap>~){1,2}(?:MEPS|AFEES)\b|\b(?:MEPS|AFEES)~(?:at~|in~)?<Cap>(?:~<Cap>)?(?!\w)|\b(?:TMC|BAS|CTMC)~(?:No\.?~|\#)?\d{1,2}\b(?![./-])",
    ignore_case=False,
)
"""Where people are examined when they enter, and the clinics of a post by their number."""
SHORT_UNIT = compiled(
    r"""(?<![\w./-])\d{1,4}(?:st|nd|rd|th|d)~(?!(?:MTP|MCP|PIP|DIP|CMC|IP|TMT|MT|ICD|DSM|ED|VA|CT|MRI|CP|EMG|LS|CN|ICS|DUI
    |AM|PM|ST|NW|NE|SW|SE|ER|PT|OT|MD|BP|US|USA)\b)[A-Z]{2,5}\b""",
    ignore_case=False,
)
"""``49th MXS``: a number and the letters of a unit, in a text with small letters."""
UNIT_CODES = compiled(
    r"""\b(?!HM[1-3]\b)(?:(?:VFA|VF|VAQ|VAW|VAH|VAP|VMA|VMFA|VMFAT|VMM|VMGR|VMAQ|VMO|VP|VQ|VR|VRC|VS|VT|VX|VXE|HM|HMM|HMH|HMLA|HML
    |HMX|HS|HSL|HSC|HSM|HC|HCS|HT|MALS|MACG|MWSS|MAG|MAW|MACS|MASS|H&MS
    |NMCB|MCB|ACB|CBMU|CBU|UCT|EODMU|MIUW|PCU|ATKRON|DESRON|PHIBRON|SUBRON|CVW|CVG|CAG|VW|VC|RVAH|HAL|HA\(L\)|TF|JTF
    |CJTF|MSOB|MSR|RCT|BLT|CLB|CLR|MLG|FSSG|LAR|BSSG|MEU|ESG|RNZN|ANGLICO|MARSOC|SDVT|SBU|SBT|UDT
    |EODTEU)[~-]?\d{1,4}[A-Z]?(?:/\d{1,3}(?!\d))?
    |(?:I{1,3}|IV)~(?:MEF|MAF|MAB)|MACV(?:-SOG)?|MAC-?V|USARV|USASOC|JSOC|SOCOM|NAVSUPPACT|(?:SEAL|Seal)~Team~\w+
    |(?:Fleet|Forward|Mobile)~Surgical~Team~\w+|Provincial~Reconstruction~Team~\w+|Task~Force~<Cap>(?:~<Cap>)?|Combined~Joint~Task~Force(?:~[\w-]+)?|JTF-\w+|Delta~Force|Riverine~\w+~\d+
    |Mobile~Riverine~Force|Air~America|Big~Red~One|Old~Guard|Screaming~Eagles|Americal(?:~Division)?
    |Nuclear~Power~Training~Unit
    |(?:<Cap>~){1,3}(?:Battalion|Squadron|Regiment|Detachment|Command|Brigade|Team|Platoon|Company|Wing|Flight)~(?:No\.?~)?\d{1,4}(?![\w/.-])
    |Space~(?:Launch~)?Delta~\d{1,3}|(?:Space|Missile|Weather|Security~Forces)~(?:Wing|Squadron)~\d{1,4}
    |(?:Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Headquarters|Able|Baker|Dog|Easy|Fox|[A-H])~(?:Company|Co\.|Battery|Btry|Troop|Trp|Platoon)
     (?!~(?:of|nurse|policy|records|physician)\b)
    |(?:Company|Battery|Troop)~[A-L](?![\w'.-])
    |(?:Ranger|Raider|Recon|Sapper|Airborne|Seabee)~(?:Regiment|Battalion)|Carrier~(?:Air~Wing
    |Strike~Group)~\w+|(?:Patrol|Attack|Fighter|Strike~Fighter|Helicopter)~Squadron~[\w-]+|Submarine~(?:Squadron
    |Group)~\w+|Battleship~<Cap>
    |<Cap>~Squadron(?:~(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty(?:-\w+)?|\d{1,3}))?)\b""",
    ignore_case=False,
)
SHIP = compiled(
    rf"""\b(?:U\.?S\.?S\.?|USNS|USCGC|USAT|USCG|USNV|HMS|SS|CGC)~(?!no\b|code|ss|N\b|I\b|A\b|[O\d]\d)(?:(?:[A-Z\d][\w'-]{{1,20}}|[A-Z]\.)
    (?:~(?:of~)?(?:the~)?(?:[A-Z][\w'-]{{1,20}}|[A-Z]\.)){{0,3}})(?:~?\(~?[A-Z]{{1,5}}[ -]?\d{{1,4}}\)
    |,?~(?:[A-Z]{{2,4}}-|{_HULL}~)\d{{1,4}}\b|(?<=[A-Z][A-Z])~\d{{1,4}}(?![\w/-])|~\((?:Blue|Gold)\))?
    | \b(?:aboard|on~board|assigned~to|crew~of|deck~of|(?:the|his|her|my|our)~(?:cutter|destroyer|frigate|carrier
    |submarine|minesweeper|oiler|tender|battleship|gunboat|icebreaker|ship|boat|vessel)(?:,|~was|~called|~named)?)~(?:the~)?(?P<ship>(?!VA\b|Navy|Army|Air|Marine|USS|Coast|HMM
    |the\b)[A-Z][a-z'-]{{2,20}}(?:~[A-Z][a-z'-]{{2,20}}){{0,2}}(?:~?\([A-Z]{{1,5}}-?\d{{1,4}}\)
    |(?=[,.;]|~(?:in|from|off|during|for|with|and)~)))
    | \b[A-Z][\w'-]{{2,20}}(?:~[A-Z][\w'-]{{2,20}}){{0,2}}~?\((?:{_HULL}|AS|AD|AR|WHEC|PG|PCE)-?~?\d{{1,4}}\)""",
    ignore_case=False,
)
_PLACE_WORD = r"(?:[A-Z][\w'’-]{1,20}|[A-Z]-\d|\d{1,4}(?:th|rd|nd|st)?|K2|al|de|el|the)"
AFTER = compiled(
    rf"""\b(?P<head>RAF|RAAF|CFB|NSGA|NCTAMS|Forts?|Ft\b\.?|Camps?|FOB|F\.O\.B\.|COP|LZ|FSB|FB|PB|Firebase|Fire~Base|Fire~Support~Base
    |Forward~Operating~Base|Combat~Outpost|Patrol~Base|Landing~Zone|Joint~Base|Joint~Security~Station
    |Log(?:istics)?~Base|Supply~Base|Air~Station|Coast~Guard~Group|Contingency~Operating~(?:Base|Location|Site)|COB|COL|LSA|Logistic(?:s|al)~Support~Area|Naval~(?:Air~)?Stations?
    |Naval~Air~(?:Facility|Base)|Naval~(?:Amphibious~|Submarine~|Weapons~)?Base|Naval~Support~(?:Activity|Facility)
    |Naval~Training~(?:Center|Command)|Naval~Weapons~Station|Naval~Shipyard|Naval~Magazine
    |NAS|NAF|NSA|NAB|NSB|NTC|NTTC|NWS|NATTC|MCAS|MCB|MCRD|MCLB|MCAGCC|MCBH|Marine~Corps~(?:Base|Air~Station
    |Recruit~Depot|Logistics~Base|Air~Facility)|Marine~Barracks|Coast~Guard~(?:Station|Base|Air~Station|Sector)|CGAS
    |Objective|Tactical~Assembly~Area|TAA|Assembly~Area|Attack~Position|Checkpoint|MSR|Route|Drop~Zone|DZ|Hill
    |Operation(?!s)|Area~of~Operations|Recruit~Training~(?:Command|Center)|Base~Camp|Kaserne|Caserma
    |Space~Force~Station|Observation~Post|OP|Site|Signal~Site|Radar~Station|Training~Area|Air~Base|AB|Port~of)
    (?:~(?:\(\?\)~)?|,~(?=[A-Z][a-z]{{2,20}}[,.;]))(?P<name>(?!(?:The|In|On|At|For|And|With|Of|He|She|From|To|By|Was|Is|MOS
    |PTSD)\b){_PLACE_WORD}(?:[~-](?!(?:The|In|On|At|For|And|With|of|was|is|to|from|He|She|during|where)\b)
    (?:[A-Z][\w'’-]{{1,20}}|Bay|\d{{1,3}})){{0,3}})""",
    ignore_case=False,
)
LOWER_AFTER = compiled(
    r"\b(?P<head>coast guard station|lsa|msr|route|sector|fort|ft\.?|camp|fob|cop|lz|fsb|firebase|joint base"
    r"|naval station|naval air station|nas|mcas|mcrd"
    r"|naval base|objective)~(?P<name>[a-z][\w'-]{2,20}(?:~(?:bay|head|island|point|wood|terrace|valley|airfield"
    r"|sound|disappointment|may|charles|cod"
    r"|hood))?)\b"
)
BEFORE = compiled(
    r"""\b(?P<name>(?!(?:The|In|At|From|To|An?|On|US|U\.S|Army|Navy|Each|This|His|Her)\b)(?:(?:Al|El|Ar|An|As|Ash|Ali
    |Abu|[A-Z][\w'’]{1,20})[~-]){0,3}[A-Z][\w'’]{1,20})~(?P<tail>AFB|AFS|SFB|SFS|AB|ARB|ANGB|AAF|AFRB|JRB
    |NAS|NAF|A\.F\.B\.|Air~Force~(?:Base|Station)|Space~Force~Base|Air~(?:Reserve|National~Guard)~Base
    |(?:Royal~\w+~)?Air~Force~(?:Base|Station)|Naval~Sh(?:i?py?|y)d|Nav~Shipyard|NSY|Air~Base|Airbase|Airfield|Army~Air~?field|Army~Airfield|Army~Base|Army~Depot|Army~Post|Army~(?:Ammunition~)?Depot
    |Barracks|Kaserne|Arsenal|Proving~Grounds?|Drop~Zone|Training~(?:Area|Center|Range)|Air~Station|Naval~(?:Air~)?
    (?:Base|Station|Shipyard|Complex)|Shipyard
    |Submarine~Base|Island|Islands|Atoll|Province|Valley|Pass|Peninsula|Mountains?|Highlands?|Desert|Airport
    |International~Airport|River|Bay|Range~Complex|Joint~Base|Garrison|District|Prison|Palace|Canal|Sea|Strait|Delta
    |Harbor|Ridge|Reservoir|Post|Missile~Range|Weapons~Station|Test~Site|Air~Terminal|Base)\b""",
    ignore_case=False,
)
NUMBERED_SITE = compiled(
    r"\b(?:Launch~(?:Control~)?(?:Facility|Center|Site)|Missile~(?:Alert~)?(?:Facility|Site)|Observation~Post|Guard~Post|Patrol~Base|Radar~Site|Battle~Position)"
    r"~(?:No\.~)?(?:[A-Z]-?\d{1,3}|\d{1,3}[A-Z]?|<Cap>)(?![\w-])",
    ignore_case=False,
)
"""``Launch Facility K-07``, ``Observation Post 3``."""
SMALL_STATION = compiled(
    r"(?<![A-Za-z] )\bStation~(?P<v><Cap>(?:~<Cap>){0,2})(?=[,.;)]|~(?:in|from|and|until|as|on)\b)", ignore_case=False
)
"""``Station Boothbay Harbor``, as the Coast Guard names its own."""
COAST_GUARD = compiled(r"\b(?:coast~guard|uscg|uscgc|coxswain)\b")
WEAK_TAILS = words(
    "island islands river bay pass mountain mountains desert airport harbor ridge valley district prison palace "
    "canal sea strait post base range peninsula reservoir highlands highland delta"
)
WATERS = compiled(r"\b(?:Gulf|Bay|Sea|Strait)~of~<Cap>", ignore_case=False)
DUTY = compiled(
    r"""\b(?:stationed|garrisoned|billeted|quartered|deployed|deployment|deployments|based|tours?|tour~of~duty|combat
    |assigned|served|serving|service|duty|duties|patrols?|attack(?:ed)?|ambush(?:ed)?|wounded|blast|explosion|posted
    |rotation|trained|training|basic~training|boot~camp|ait|convoys?|temporary~duty|tdy|mission|missions|battle|siege
    |outside|fighting|battles)
    ~(?:(?:in|at|to|near|of|around|outside|on|from|through|aboard)~(?:the~)?)(?P<name>(?!The\b)(?:(?:Al|El|Ar|An
    |As)[~-])?[A-Z][\w'’-]{2,20}(?:[~-][A-Z][\w'’-]{2,20}){0,2})""",
    ignore_case=False,
)
OF_THE = compiled(
    r"""\b(?:(?:[A-Z]|<Cap>)~(?:Co(?:mpany|\.)?|Battery|Btry|Troop)|(?:Co(?:mpany)?|Battery|Btry|Troop)~[A-Z]
    |[Bb]attalion|[Bb]attery|[Pp]latoon|Plt|[Ss]quad),?~(?:of~)?(?:the~)?
    (?P<v>\d{1,2}(?:st|nd|rd|th|d)~of~the~\d{1,4}(?:st|nd|rd|th|d))\b""",
    ignore_case=False,
)
OF_COMPANY = compiled(
    r"(?<![\w./-])\d{1,4}(?:st|nd|rd|th|d)~(?:(?!Street|St|Avenue|Ave|National|Floor)<Cap>~){1,3}"
    r"(?:Co|Det|Plt|Bn|Gp|Sqdn|Sq|Cmd|Hosp|Evac|Surg)\b(?!\w)",
    ignore_case=False,
)
"""``the 573d Supply Co``."""
PLATOON = compiled(
    r"""\b\d{1,2}(?:st|nd|rd|th|d)~(?:P[lI]t|P[lI]tn|Sqd|Squad|Platoon|Plat)\b\.?
    (?:,~(?:<Cap>|[A-Z])~(?:Co(?:mpany|\.)?|Battery|Btry|Troop))?(?![\w-])""",
    ignore_case=False,
)
"""``Battery D, 4th of the 62nd``, ``2nd Plt``."""
BARE_NUMBER = compiled(
    r"""\b(?:in|with|from|joined|of|to|for|unit,?|the)~(?P<v>the~\d{2,4}(?:st|nd|rd|th|d))
    (?=[,.;)\n]|~(?:and|when|in|at|during|as|out|for|until|from|was|were|had|deployed|went|hauled|served|came|lost)\b)"""
)
"""``in the 82nd and``: the number of a unit alone, where the clause speaks of service."""
OF_KIND = compiled(
    r"""\b(?P<v>(?:squadron|battalion|regiment|wing|brigade|division|company|unit|outfit|ship|group),~the~\d{2,4}(?:st|nd|rd|th|d))
    (?=[.,;)\n]|~(?:at|in|from|and|out|of)\b)"""
)
"""``squadron, the 819th``."""
NO_UNIT = compiled(
    r"(?:the~)?(?:first|second|third|1st|2nd|3rd)~(?:support|medical|training|command|group|team|reserve|armies|test|strike|flight|replacement|maintenance|police)$"
)
BATTALION = compiled(
    r"""\b(?:w/|with|of|from|joined|in|was|served|assigned~to|grunt|gunner|rifleman|company|co\.?|platoon|squad|,|with~the|of~the)~~
    (?P<v>(?:[A-Z]~|[A-Z],~)?\d{1,2}/\d{1,3}(?:~(?-i:[A-Z][a-z]+|[A-Z]{2,4}))?)(?=[,.;)\n]|~(?:at|in|from|when|and|during|as|out|near|on)\b)
    (?!~~(?:strength|scale|pain|in~(?:the|both|all)~))"""
)
"""``with 1/5`` and ``w/ 3/187 Inf``: a battalion by its number and its regiment's."""
