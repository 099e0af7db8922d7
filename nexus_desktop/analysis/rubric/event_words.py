"""Words that tell of service, of an event or exposure, of the detail that makes it one, and of civilian life."""

from __future__ import annotations

import re
from typing import Final

SERVED: Final = re.compile(
    r"\b(?:served|serving|active duty|in[- ]service|during (?:his |her )?(?:\w+ )?service|military|army"
    r"|navy|naval|marines?|marine corps|air force|coast guard|national guard|reserves?|space force"
    r"|enlist\w*|commissioned|deploy\w*|stationed|tour|combat|mos|afsc|rating(?! (?:decision|code|letter|board"
    r"|sheet|formula|schedule|activity|specialist))|infantry\w*|airborne|vietnam"
    r"|iraq|afghanistan|kuwait|ramadi|fallujah|baghdad|mosul|balad|bagram|kandahar|helmand|line[- ]of[- ]duty"
    r"|comrades?|"
    r"korea|somalia|bosnia|kosovo|gulf|desert (?:storm|shield)|oef|oif|flight (?:line|deck)|aboard|uss\b"
    r"|sick call|strs?\b|service (?:treatment|medical) records?|ship's|battalion|regiment|brigade|squadron"
    r"|platoon|company|division|troop|basic training|boot camp|fort |camp |fob\b|afb\b|base|theater"
    r"|dd ?-?(?:form )?214|separation|discharge|uniform|sergeant|corporal|private|usaf|usn\b|usmc|uscg|msgt"
    r"|tsgt|ssgt|sgt|ssg|sfc|msg\b|sgm|cpo\b|spc\b|pfc|cpl|lcpl|flight (?:hours|medical record|surgeon"
    r"|physical)|petty officer|lieutenant|captain|sailor|soldier|airman|marine|corpsman|medic)\b"
    r"|\[unit \d+\]|\[station \d+\]"
)
EVENT: Final = re.compile(
    r"\b(?:injur\w+|f[ae]ll(?:s|en|ing)?\b|dropped|landing|landed|blasts?|explosions?|ieds?\b|mortar"
    r"|rocket attacks?|rpg|device|shot|wounded|struck|hit (?:his|her|by|the|a)|thrown|crash\w*|collision"
    r"|rollover|accident|assault\w*|raped?|harass\w*|trauma\w*|stressors?|witness\w*|ambush\w*|firefights?"
    r"|attack\w*|exposed|exposures?|noise|gunfire|mortars?|fir(?:ed|ing)|blows?|kicked|slipped|tripped|knocked|pinned"
    r"|crushed|jolted|popped|came down|rifle butt|butted|punch\w*|"
    r"artillery|howitzer|jet engines?|turbines?|flight line|burn pits?|smoke|dust|fumes|(?:chlorine|mustard|tear"
    r"|nerve|poison|toxic|cs) gas|chlorine|ammonia|spill(?:ed|s)?|leak(?:ed|s|ing)?"
    r"|vapou?rs?|solvents?|fuel"
    r"|jp-?[458]|asbestos|radiation|agent orange|herbicides?|chemicals?|contaminated|water supply"
    r"|pesticides|lifting|lifted|carr(?:y|ied|ying)|ruck\w*|marches|marching|parachut\w*|jump(?:s|ed|ing)?"
    r"|vibration|mounted|body armor|helmet|"
    r"strain(?:ed)?|sprain(?:ed)?|fracture[d]?|tore|torn|twisted|dislocat\w+|concuss\w+|unconscious"
    r"|burn(?:s|ed)|sunburn\w*|barotrauma|decompress\w+|ticks?|sorties?|rescue[ds]?|flood\w*|frostbite|dehydrat\w+"
    r"|sand ?storms?|heat (?:stroke|injury)|bitten|infection|gastroenteritis"
    r"|dysentery|salmonella"
    r"|malaria|pneumonia|bronchitis|treated for|seen for|complain\w* of|complaints?|diagnosed (?:in|during"
    r"|while) (?:service"
    r"|active|serving|deployed|the (?:army|navy|service|marines|military|air force))|profile|limited duty|light duty"
    r"|quarters|hospitali[sz]ed|sick call|aid station|surgery"
    r"|visits? for|onset|began|started|entries|wheezed?|threshold shift|episodes?|illness(?:es)?|(?:strs?"
    r"|service (?:treatment|medical) records?) (?:\w+ )?(?:show|note|document|reflect|contain|record|reveal"
    r"|describe|include)\w*|shift work|guard duty|repair(?:ing|ed)|handling|loading|road march\w*"
    r"|paint(?:er|ed|ing|s)?|stripp(?:ed|ing)|spray(?:ed|ing)|degreas\w+|rolled|sandblast\w*|weld(?:er|ing)"
    r"|mechanic|boiler\w*|machinist|gunner|wireman|rigger"
    r"|electrician|plumber|pipefitter|firefighter|driver|crew chief|engineer|loader|mortarman|tanker"
    r"|infantry\w*|paratrooper|cook|deck ?hand|boatswain\w*|aircraft \w+|munitions|ordnance\w*|loadmaster"
    r"|air ?crew\w*|flight hours|flew|pilot|navigator|campaign|frozen|froze|evac\w*|captured"
    r"|prisoner of war|rifleman|events?\b|mined|mining|dead\b|killed|died|shooting|bodies|incidents?"
    r"|(?<!coast )(?<!national )(?<!color )guards?\b|patrols?|worked (?:as|with|on|in|around|near|beside)|(?:his"
    r"|her) (?:duties|work|job) (?:in"
    r"|as|was|were|included))\b"
)
DETAIL: Final = re.compile(
    r"\[date \d+|\[unit \d+\]|\[station \d+\]|\b(?:19[3-9]\d|20[0-4]\d)s?\b|\b\d{1,2}/\d{1,2}/\d{2,4}"
    r"|'\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,4}\b|\bmos\b"
    r"|\b\d{2}[a-z]\d?\b|\bafsc\b|\bin (?:vietnam|iraq|afghanistan|kuwait|korea|germany|somalia|panama"
    r"|grenada|bosnia|kosovo|saudi|qatar|okinawa|guam|thailand|japan|djibouti)\b|\buss\b|\b(?:fort|camp|fob"
    r"|cop|lz|nas|naval (?:station|base|air)|marine corps base|air (?:force )?base) \w+|\bafb\b"
    r"|\bbasic training\b|\bboot camp\b"
    r"|\b(?:battalion|regiment|brigade|squadron|platoon|infantry division|airborne)\b|\b(?:strs?"
    r"|service treatment|service medical|sick call|clinic note|aid station|profile|line[- ]of[- ]duty"
    r"|separation (?:exam|physical)|retirement physical|incident report|deployment)\b|\b(?:crew|gunner"
    r"|mechanic|paratrooper|corpsman|medic|infantryman|scout|loader|machinist|boatswain|boiler|ordnance\w*"
    r"|artillery\w*|cannon|tank|bradley|humvee|helicopter|c-130|flight deck|engine room)\b"
)
CIVILIAN: Final = re.compile(
    r"\b(?:since (?:service|discharge|leaving|then)|after (?:service|the army|the navy|discharge|he left"
    r"|she left)|civilian|at work|on the job|roof|ladder|car|motor vehicle|atv|motorcycle|bicycle|warehouse"
    r"|dock|college|high school|my (?:office|clinic)|first seen by me)\b"
)
