"""Attackable reasons that show in the words of a sentence.

Each pattern is built of the same few kinds of words (what denies, what counts as proof, where records are of), so that
a turn of phrase not met before is still read. All are for lower case and stay within a clause.
"""

from __future__ import annotations

import re
from typing import Final

_DENIES = (
    r"(?:no|never|nothing|none|nowhere|without|lacks?|lacked|lacking|lack of|absence of|dearth of|paucity of|absent"
    r"|devoid of|void of|unable to (?:find|locate|identify)|could not (?:find|locate|identify)|fail(?:s|ed|ure)? to"
    r"|negative for|silent|unremarkable for|undocumented)"
)
_FEW = r"(?:[\w'/-]+ ){0,6}?"
_PROOF = (
    r"(?:entr(?:y|ies)|mention\w*|referenc\w+|notation|noted|record(?:s|ed|ing)?|document\w*|evidence|complain\w*"
    r"|treat(?:ed|ment)|diagnos\w+|findings?|indicat\w+|histor(?:y|ies)|reports?|reported|symptoms?|care|visits?"
    r"|sick call|continuity|chronicity|seen|evaluat\w+|hospitali[sz]\w+|contain|show|reveal|reflect)"
)
_TIMES = (
    r"(?:in[- ]service|(?:active|military) (?:duty|service)|(?:in|during|while in|throughout|of|from|to|after|since"
    r"|following|until) (?:the |his |her |any |military |active )*(?:service(?![- ]connected)|duty|navy|army|marines"
    r"|marine corps|air force|coast guard|enlistment|tour)|s\.?t\.?r\.?'?s?\b|smrs?\b|service (?:treatment|medical"
    r"|health|personnel)|service records?|c-?file|claims file|medical records?|sick call|separation|discharge"
    r"|military (?:\w+ )?(?:file|health)|(?:many|several|\w+ty(?:[- ]\w+)?|\w+teen|\d+|ten|eleven|twelve|nine|eight"
    r"|seven|six|five|some|these|those|intervening|for) years|decades?|in the interim|in the interval|thereafter"
    r"|(?:the|these|official|contemporaneous|available) records?|while on active)"
)
ABSENT: Final = re.compile(
    rf"\b{_DENIES} (?!(?:further|other|additional|more|longer|doubt|fault|need)\b){_FEW}{_PROOF}\b(?! (?:further|other"
    rf"|additional|more)\b)"
    r"|\bnothing (?:on|about|regarding|concerning|to (?:suggest|indicate|show))\b|\bnot until\b"
    r"|\b(?:negative for|silent (?:as to|on|for|regarding|concerning|about)|unremarkable for|devoid of|void of)\b"
    rf"|\b(?:records?|s\.?t\.?r\.?'?s?|smrs?|c-?file|claims file|charts?) (?:is|are|was|were"
    rf"|remain) (?:\w+ ){{0,5}}?(?:silent|negative|devoid|void|unremarkable)\b"
    rf"|\b(?:is|are|was|were) (?:not|never) (?:\w+ ){{0,2}}?(?:documented|recorded|shown|noted|seen|treated|evaluated"
    rf"|diagnosed)\b"
    r"|\b(?:do|does|did)(?:n't| not) (?:\w+ )?(?:contain|show|document|reveal|mention|include|note|indicate|seek"
    r"|complain|report|corroborate|substantiate|verify|reflect|support)\b(?! (?:a |any )?(?:further|other|additional"
    r"|more)\b)|\b(?:first|initial(?:ly)?|not) (?:\w+ ){0,3}?(?:diagnos\w+|treat\w+|document\w+|seen|record\w+"
    r"|complain\w+|shown)\b[^.;]{0,40}?\b(?:years|decades) (?:after|post|following|since|later)"
)
TIMES: Final = re.compile(rf"\b{_TIMES}\b")
OTHER_ABSENCE: Final = re.compile(
    r"\b(?:no|denies|without|negative for|never) (?:\w+ ){0,3}?(?:smok\w+|alcohol|famil\w+|trauma since|surger\w+"
    r"|medication|nsaids?|steroids?|isotretinoin|drug|fault|limp|symptoms (?:then|now))\b|\bnot (?:noted"
    r"|recorded) (?:at|on|upon|in) (?:\w+ ){0,2}?(?:entr|enlist|induct)|\b(?:institute|stud(?:y|ies)|literature"
    r"|research|meta-)"
)
NO_EVENT: Final = re.compile(
    r"\b(?:no|never|not|without)\b (?:[\w'-]+ ){0,5}?(?:injur\w+|events?|accidents?|treated|treatment|complaints?"
    r"|condition|problems?|sprain|trauma)\b[^.;]{0,40}\b(?:in|during|while|on) (?:the |his |her |active "
    r"|military )*(?:service|duty)"
)
ACCOUNT: Final = re.compile(
    r"\b(?:lay (?:evidence|statements?|testimony)|(?:buddy |sworn |written )?(?:statements?|letters?)(?: (?:of|from"
    r"|by))?|(?:own|his|her|veteran's|self-?|verbal|by) ?(?:reports?|history|account|word|say-so|description)"
    r"|what (?:he|she|they|the veteran) (?:says?|said|reports?|states?|describes?)|self-report\w*|contentions?"
    r"|allegations?|assertions?|testimony|accounts?|history (?:as )?(?:provided|given|offered|told|stated|reported)"
    r"|report of (?:symptoms|pain|onset))\b"
)
PUT_ASIDE: Final = re.compile(
    r"\b(?:disregard\w*|discount\w*|reject\w*|set aside|dismiss\w*|subjective|self-serving|unreliable|unsupported"
    r"|uncorroborated|unsubstantiated|unverifi\w+|anecdotal|not (?:found |very )?(?:persuasive|convincing|confirmed)"
    r"|not taken into (?:account|consideration)|not (?:physicians?|doctors?|competent|medical(?: evidence)?"
    r"|clinicians?|objective|evidence|supported|considered|corroborated|verified|probative|relevant|a medical)"
    r"|(?:cannot|can not|could not|may not) (?:be (?:verified|corroborated|confirmed|used|considered|substantiated"
    r"|accepted|relied|taken)|establish|serve|substitute|support|form)|(?:given |of |carry |carries )?(?:no"
    r"|little) (?:weight|value|probative)|do(?:es)? not (?:constitute|amount to|establish|suffice)|insufficient"
    r"|not (?:sufficient|enough)|are lay evidence)\b"
)
LAY_PERSON: Final = re.compile(
    r"\b(?:is|as|being) (?:a )?lay ?(?:person|man|woman|witness)\b|\bno objective (?:medical )?evidence (?:to support"
    r"|to corroborate|corroborating|supporting) (?:the |his |her )(?:veteran's )?(?:report|statement|claim|account"
    r"|contention|history)|\b(?:lacks?|has no|without) (?:any )?medical (?:training|expertise|knowledge)"
    r"|\bnot medically trained"
)
ASSERTED: Final = re.compile(
    r"\b(?:veteran|claimant|he|she|\[patient\]|appellant) (?:states|reports|contends|asserts|claims|alleges|maintains"
    r"|relates|says|describes|reported|stated|believes)\b"
)
UNSUPPORTED: Final = re.compile(
    r"\b(?:do|does|did)(?:n't| not) (?:corroborate|support|verify|document|substantiate|confirm|bear out) (?:this|it"
    r"|that|them|his|her|the (?:veteran|claim))|\b(?:is|was) not (?:corroborated|verified|documented|supported"
    r"|borne out)\b|\bwithout documentation\b"
)
HEARING: Final = re.compile(
    r"\b(?:hearing|thresholds?|audio\w+|tests?)\b[^.;]{0,130}\b(?:normal|within normal|no (?:\w+ ){0,3}?(?:shift"
    r"|change)|unchanged|\d+ ?db or better|15/15)\b|\bnormal (?:hearing|audio\w+|thresholds?)\b"
    r"|\bno (?:\w+ ){0,2}?threshold shift\b|\bh-?1\b"
)
EXIT: Final = re.compile(
    r"\b(?:separation|separated|discharged?|exit|release|retirement|end of (?:his |her )?service|ets"
    r"|left (?:the )?(?:service|military|army|navy|marines|air force|active duty)|leaving (?:the )?(?:service"
    r"|military)|departure)\b"
)
EAR: Final = re.compile(r"\b(?:hearing|tinnitus|audio\w+|thresholds?|auditory)\b")
NOT_PRESUMPTIVE: Final = re.compile(
    r"(?:n't|\b(?:not|no|never|absent from|outside|missing from|excluded from"
    r"|omitted from)\b) (?:[\w'./-]+ ){0,9}?(?:presum(?:ptive\w*|ed|es?)\b|lists?\b(?! of (?:his|her))|listed|3\.309)"
    r"|\bva does(?:n't| not) (?:recogni[sz]e|presume|consider|concede|list)\b|\b(?:is|are|has|have)(?:n't"
    r"| not)(?: been)? (?:recogni[sz]ed|considered|associated|accepted)(?: by va)?[^.;]{0,40}(?:agent orange"
    r"|herbicide|burn pit|gulf war|exposure)"
)
PERMANENT: Final = re.compile(
    r"\b(?:no|not|never|without|nor|requires?|must be|absent|absence of|lack of|need for|show"
    r"|has to be)\b[^.;]{0,60}?\b(?:permanent(?:ly)?|lasting|irreversibl\w+)\b[^.;]{0,40}?\b(?:aggravat\w+|worsen\w*"
    r"|increase\w*|made worse|change)|\b(?:aggravation|worsening|increase)\b[^.;]{0,20}\b(?:requires?|must be|was not"
    r"|is not|were not|has to be)\b[^.;]{0,25}\bpermanent|\bnot permanent\b[^.;]{0,50}\baggravat\w+"
    r"|\baggravat\w+[^.;]{0,60}\b(?:not permanent|(?:only|merely|just) temporary)\b"
)
BY_SERVICE: Final = re.compile(
    r"\b(?:by|in|during) (?:military |active |his |her |the )*(?:service|duty)\b(?!-connected| connected)"
    r"|\bservice (?:brought|did|caused)\b|\bnoted (?:at|on|upon) (?:\w+ )?(?:entr|enlist|induct)|\bpre-?exist"
    r"|\bboot camp\b|\bprior to service\b"
)
_DEMANDED = (
    r"(?:certainty|(?:definitive|conclusive|absolute|scientific|irrefutable|unequivocal|hard) (?:\w+ )?(?:proof"
    r"|evidence|link|stud\w+|data|relationship|cause)|proof|prove[ns]?|proved|irrefutabl\w+|conclusively"
    r"|definitively (?:established|linked|shown|proven|demonstrated)|consensus|agreement among|(?:universally"
    r"|generally|widely) (?:accepted|agreed|recogni[sz]ed)|accepted (?:by|in|within) (?:the )?(?:medical|scientific)"
    r"|beyond (?:a |all )?doubt|scientifically)"
)
CERTAINTY: Final = re.compile(
    rf"\b(?:no|not|n't|never|without|absent|until|lacks?|lack of|absence of|cannot|unable|unless"
    rf"|rather than)\b (?:[\w'-]+ ){{0,8}}?{_DEMANDED}\b"
    r"|\b(?:literature|science|research|studies|evidence)\b[^.;]{0,30}\b(?:has|have) not (?:\w+ly )?(?:established"
    r"|shown|proven|demonstrated|confirmed) (?:a |any )?(?:causal|direct|definite|cause)"
)
NO_DEMAND: Final = re.compile(
    r"\bcertainty is not\b|\bnot (?:require|need|ask|demand)\w*\b[^.;]{0,30}\b(?:certainty|proof)|\bbiops\w+"
    r"|\bdefinitive (?:diagnosis|treatment|surgery)"
)
STUDY: Final = re.compile(
    r"\b(?:stud(?:y|ies)|meta-?analys[ie]s|trial|review|report|research|institute|literature|article|paper)\b"
)
STUDY_LIMIT: Final = re.compile(
    r"\b(?:the )?(?:same|that|this) (?:study|report|review|paper|article|meta-?analysis) (?:also )?(?:reported|found"
    r"|showed|noted|did|described|observed)|\b(?:its|the|whose) (?:authors|investigators) (?:also "
    r"|themselves )?(?:noted|cautioned|found|observed|acknowledged|warned|reported|conceded|stated|admit\w*)"
    r"|\balthough the (?:authors|study|same)|\bdid show an increase\b|\bsubgroup\b"
)
WEIGHED: Final = re.compile(r"\b(?:i|we) (?:have )?(?:weighed|considered|read|compared|account(?:ed)? for)\b")
REFUSED: Final = re.compile(
    r"\b(?:without|would (?:require|be)|have to|to be|be|is|resort(?:ing)? to|only by)\b[^.;]{0,25}\b(?:speculat\w+"
    r"|conjectur\w+|guess\w*)|\bspeculat(?:e|ive) to (?:say|state|opine|determine)"
)
EXPLAINED: Final = re.compile(
    r"\b(?:because|since|as (?=the|no|there|his|her)|due to the (?:lack|absence|loss)|given (?:the|that)|inasmuch"
    r"|for want of)\b(?! (?:it|that|this|to do so|any opinion|doing so)[^.;]{0,20} speculat)(?P<why>[^.]{25,})"
)
FIELD: Final = re.compile(
    r"\b(?:outside|beyond|not within|not in|lies beyond|exceeds) (?:of )?(?:my|the examiner's|this examiner's"
    r"|the scope of my) (?:\w+ )?(?:expertise|special\w+|scope|field|training|area|practice|competence)|\b(?:is"
    r"|are) not (?:my|an) (?:area|field|specialty)|\bnot (?:my|within my) (?:area|field) of (?:special\w+|expertise)"
    r"|\bi am not (?:an? )?(?:qualified|specialist|expert)"
)
SOLE: Final = re.compile(
    r"\b(?:not|cannot|can't|n't|less likely(?: (?:than|as) not)?|never)\b[^.;]{0,60}?\b(?:(?:solely|exclusively"
    r"|entirely|only|wholly|primarily|predominantly) (?:due|related|caused|attribut\w+|because|from|to|by)|(?:sole"
    r"|only|single|exclusive|primary|main|principal) cause|(?:due|related|attribut\w+|caused) (?:\w+ )?(?:solely"
    r"|exclusively|entirely|only|primarily)|service alone)"
)
NOT_REQUIRED: Final = re.compile(r"\b(?:need not|not required|does not have to|is not needed|no need)\b")
_BEFORE = (
    r"(?:prior to|before) (?:(?:his |her |the |active |military )*(?:service|enlistment|entry|entrance|induction"
    r"|duty)|(?:he|she|the veteran) (?:entered|joined|enlisted|went|was inducted|began))"
)
PRIOR: Final = re.compile(
    rf"\b(?:pre-?exist\w*|(?:exist\w*|(?:was|were|been) (?:\w+ )?present|had (?:its|their) onset|began|arose|started"
    rf"|dates? (?:from|to)|had (?:this|the|a|an|his|her) [^.;]{{0,40}}?) {_BEFORE})\b"
)
NOTHING: Final = re.compile(r"\b(?:nothing|none|not|no|never|neither)\b")
NOTED: Final = re.compile(
    r"(?<!not )\b(?:noted|recorded) (?:at|on|upon|in) (?:\w+ ){0,2}?(?:entr\w+|enlist\w+|induct\w+)"
)
PLAINLY: Final = re.compile(r"\bclear(?:ly)? and unmistakabl[ey]\b")
AGGRAVATED: Final = re.compile(
    r"\baggravat\w+|\bworsen\w*|\bexacerbat\w+|\bmade (?:it |\w+ )?(?:any )?worse\b|\bpermanent (?:increase|worsening)"
)
ANCHOR: Final = re.compile(
    r"\b(?:not|n't|less likely(?: (?:than|as) not)?|unlikely)\b[^.;]{0,30}\b(?:due to|caused by|(?:the |a )?result of"
    r"|secondary to|related to|because of|from)\b[^.;]{0,40}?(?<!not )(?<!non-)(?:\bservice[- ]connected\b|\b(?:his"
    r"|her|the) (?:ptsd|post-?traumatic stress)|\bptsd\b)"
)
EXPOSURES: Final = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"\bburn[- ]?pits?\b", "burn pits"),
        (r"\boil[- ]well fires?\b", "oil-well fires"),
        (r"\bpesticides?\b|\binsecticides?\b|\bpermethrin\b", "pesticides"),
        (r"\basbestos\b", "asbestos"),
        (r"\bjet fuel|\bfuels?\b|\bjp-?\d\b|\bexhaust\b", "fuel and exhaust"),
        (r"\bsolvents?\b|\btrichloroethylene\b|\bbenzene\b|\bdegreas\w+", "solvents"),
        (r"\bagent orange\b|\bherbicides?\b", "herbicides"),
        (r"\bradiation\b", "radiation"),
        (r"\bparticulate\w*|\bsand ?storms?\b|\bdust\b", "particulates"),
        (r"\bpyridostigmine\b|\bpb (?:pills?|tablets?)\b", "pyridostigmine"),
        (r"\bdepleted uranium\b", "depleted uranium"),
        (r"\bchemical (?:agents?|weapons?)\b|\bsarin\b|\bmustard gas\b", "chemical agents"),
    )
)
TOGETHER: Final = re.compile(
    r"\b(?:combin\w+|cumulat\w+|together|synerg\w+|aggregate|total exposure|each (?:of|and)|every exposure|singly"
    r"|all (?:of )?(?:the|these|them|his|her)(?: \w+)? ?(?:exposures?)?)\b"
)
DISMISSED: Final = re.compile(
    r"\b(?:not (?:a )?(?:cause|linked|associated|related|known|likely)|(?:does|do) not (?:cause|lead|produce)"
    r"|unlikely|less likely|no link)\b"
)
NO_PTSD: Final = re.compile(
    r"\b(?:no|not|n't|fails? to|without)\b[^.;]{0,60}\b(?:ptsd|post-?traumatic stress)|\b(?:ptsd"
    r"|post-?traumatic stress disorder)(?: criteria| diagnosis)? (?:is|was|are|were) not\b"
)
OTHER_MENTAL: Final = re.compile(
    r"\b(?:depress\w+|anxiety|adjustment disorder|bipolar|mood disorder|panic disorder|dysthymi\w+|psychotic"
    r"|(?:other|unspecified) (?:specified )?(?:trauma|depress|anxiety|mental)\w*|trauma[- ]and[- ]stressor)"
)
ADJUDICATOR: Final = re.compile(
    r"\b(?:we|the board|va|the va|the rater|this rater|(?:the )?rating (?:specialist|official|board)"
    r"|the (?:regional office|ro|aoj)|(?:the )?decision review officer)\b (?:\w+ )?(?:find|note|observe|conclude"
    r"|believe|hold|determine|reason|point)s?\b|\bin (?:our|the board's) (?:view|judg?ment|opinion)\b"
)
MEDICINE: Final = re.compile(
    r"\b(?:(?:would|does|do|did|could|can) ?not (?:\w+ )?(?:lead|cause|begin|follow|result|produce|appear|occur"
    r"|develop|progress|arise)|(?:typically|usually|ordinarily|generally|normally|commonly|often) (?:\w+ )?(?:begin"
    r"|appear|occur|develop|follow|resolve|cause|lead|arise|present)s?|natural (?:progress\w+|history)|medically)\b"
)
BORROWED: Final = re.compile(
    r"\b(?:examiner|physician|doctor|psychologist|audiologist|medical (?:opinion|evidence|treatise)|opinion of"
    r"|probative|according to)\b"
)
