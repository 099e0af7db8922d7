"""The words that announce an identifying number, and how many digits it has at least."""

from __future__ import annotations

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import compiled

_SSN = (
    r"ss\#|ss(?=~\d{3}[~-]\d)|ssns?|s\.s\.n\.?|ss~?(?:no|number)|"
    r"soc|soc(?:ial)?\.?~(?:sec(?:urity)?\.?)(?:~?(?:no|number|nr|num|acct|account)\b\.?|~?\#)?|"
    r"social~(?:no|number|nr|\#|is)|ssan"
)
_VA_FILE = (
    r"(?:va|dva)~?(?:file|claims?|case|id)?~?(?:no|nos|number|nr|num|\#|id)\b\.?|(?:va|dva)~?\#|"
    r"(?:va|dva)~(?:file|claim|case)|c~?-?~?files?(?:~?(?:no|number|nr|\#))?|c~?-?(?:number|no\b\.?|\#)|x?c~?\#|"
    r"file~?(?:no|number|nr|num|\#)\.?|claims?~?(?:file~)?(?:no|number|nr|num|\#|id)\.?|claims?~folder|claim|file|"
    r"(?:board~|bva~|court~)?docket(?:~?(?:no|number|nr|\#))?|appeal~(?:no|number|nr|\#)|(?:vacols|vbms)(?:~id)?|"
    r"request~?(?:no|number|nr|\#|id)|exam~request|in~reply~refer~to|css|citation~n(?:r|o)|birls|participant~id|"
    r"ptcpnt~id|claim~ref\w*|control~(?:no|number)|tracking~(?:no|number|nr|\#)|evidence~id|nod~(?:no|number)|"
    r"hlr~(?:no|number)"
)
_SERVICE_NO = (
    r"(?:army|navy|cg|usmc|usn|usa|usaf|marine(?:~corps)?|air~force|coast~guard|uscg|military|service|svc|enlisted|officer|asn|old~army)~?(?:service~|serial~)?(?:no|nos|number|nr|num|serial|\#)\b\.?(?:~(?:no|number))?|"
    r"serial~number~\(service\)|afsn|asn|msn"
)
_DOD_ID = (
    r"edipi|edi-?pi|dod~?-?id|dod~identification|dodid|dod~\#|cac(?:~id)?|"
    r"electronic~data~interchange[^\d\n]{0,40}"
)
_MRN = (
    r"mrn|m\.r\.n\.?|mr~?\#|med(?:ical)?\.?~rec(?:ord)?s?\.?~?(?:no|number|nr|num|\#|id)?|"
    r"(?:our~|clinic~|hospital~|patient~)?chart|(?:clinic|our|hospital|health|patient|pt)~record|"
    r"record~(?:no|number|nr|\#|id)|(?:patient|pt)\.?~?(?:no|number|nr|num|\#|id|identifier)\.?|icn|"
    r"accession(?:~?(?:no|number|nr|\#))?|encounter(?:~?(?:no|id|\#))?|"
    r"(?:path(?:ology)?|specimen|surgical)~(?:no|number|nr|\#|case|id)|case|case~(?:no|number|nr|\#)|"
    r"hosp\.?~(?:no|number|nr|\#)|visit~(?:id|no|number|nr|\#)|unit~(?:no|number)|hospital~(?:no|number|nr|\#)|exam~(?:id|no|number)|"
    r"study~(?:id|no)|epic~id|cerner~id|client~(?:no|number|nr|\#|id)|our~(?:ref|file|no)(?:erence)?|"
    r"your~ref(?:erence)?|specimen|slides?|"
    r"(?:num(?:ero)?\.?|no\.?)~de~(?:expediente|record|historial|paciente)|expediente"
)
_PLAN_ID = (
    r"insurance|group|ins|"
    r"(?:member|subscriber|beneficiary|insured|policy|group|plan|health~plan|insurance|insurer|enrollee|dbn|sponsor)~?(?:no|number|nr|num|\#|id)\.?|"
    r"policy|tricare(?:~(?:prime|for~life|select))?|medicare|medicaid|mbi|hicn?|champva|bcbs|"
    r"blue~cross(?:~blue~shield)?|anthem|aetna|cigna|humana|kaiser|united~?health(?:care)?|uhc|molina|"
    r"ambetter|geha|fepblue|fep|rxbin|rxgrp|rx~(?:bin|grp|group|id)|tufts|highmark|[a-z]{3,16}~id"
)
_ACCOUNT = (
    r"accts?|accounts?|acc|invoice|inv|order|confirmation|reference|ref|receipt|routing|iban|check|cheque|"
    r"transaction|contract(?:~ref)?|auth(?:orization)?|referral|billing|statement|visa|mastercard|amex|"
    r"discover|(?:credit~|debit~)?card(?:~on~file)?|pin|passcode|access~code|password|job|ticket|work~order|"
    r"matter|(?:exam~)?request(?:~?/~?contract)?~ref|po|batch|envelope(?:~id)?|document~id|conference~id|"
    r"meeting~id|voucher|bates|barcode|form~id"
)
_DEVICE = (
    r"serials?|serial~?(?:no|nos|numbers?|\#)|s/n|s\.n\.|sn|device(?:~id)?|lot|udi|imei|implant~(?:id|no)|"
    r"model/serial|ser\.?(?:~no)?|asset~tag|gtin|esn|mac"
)
_VEHICLE = (
    r"(?:licen[cs]e~)?plates?|lic(?:ense)?~(?:plate|tag)|tags?|vin|vehicle~(?:id|identification)[^\d\n]{0,12}|"
    r"hull~id"
)
_LICENSE = (
    r"(?:medical~|professional~|state~|nursing~|psychology~|board~|driver'?s?~)?(?:licen[cs]es?|licensure|licencia)|"
    r"lics?\.?|license|npi|n\.p\.i\.?|dea|upin|bar|attorney|registration|reg|cert(?:ificat(?:e|ion))?\.?|"
    r"accreditation|accredited~(?:\w+~)?(?:agent|attorney|representative)|accred\.?|ein|tin|tax~id|clia|medical~board|va~accreditation|credential|"
    r"(?:rn|aprn|np|pa|lcsw|lpc|psy|pt|dc|pharmacist)~(?:no|number|nr|\#|lic(?:ense)?)"
)

LABELS: dict[C, tuple[str, int]] = {
    C.SSN: (_SSN, 4),
    C.VA_FILE: (_VA_FILE, 5),
    C.SERVICE_NO: (_SERVICE_NO, 5),
    C.DOD_ID: (_DOD_ID, 8),
    C.MRN: (_MRN, 4),
    C.PLAN_ID: (_PLAN_ID, 4),
    C.ACCOUNT: (_ACCOUNT, 4),
    C.DEVICE: (_DEVICE, 4),
    C.VEHICLE: (_VEHICLE, 3),
    C.LICENSE: (_LICENSE, 3),
}
"""For each category a pattern of labels, and the least number of digits."""
NEEDS_SIGN = compiled(
    r"^(?:soc|ins|case|order|file|claim|chart|policy|insurance|group|reference|ref|statement|bar|attorney|reg|registration"
    r"|cert\w*|card|check|account|po|job|matter"
    r"|contract|auth\w*|referral|billing|lot|mac|tags?|plates?|specimen|slides?|medicare|medicaid|tricare|encounter"
    r"|accession|device|model/serial"
    r"|credential|ticket|batch|receipt|transaction|docket|acc|inv|visa|discover|kaiser|anthem|humana"
    r"|aetna|cigna|icn|va\W*|[a-z]{3,16}~id|claims?~folder|licensure"
    r"|vbms|css|c~?-?~?files?|asn|msn|tin|birls|dea|sn|css)$"
)
"""Labels that are common words or short: they count only before a sign, or a number that cannot be a word or a year."""
