"""Kinds of reasons a doctor gives, and the words that show them, as data for ``elements_rationale.py``."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Strand(StrEnum):
    """A kind of reason."""

    MECHANISM = "mechanism"  # how the one leads to the other
    COURSE = "course"  # onset and course in time
    FINDINGS = "findings"  # this person's tests and examination
    SERVICE = "service"  # facts from service and its records
    ALTERNATIVES = "alternatives"  # other causes weighed
    LITERATURE = "literature"
    ACCOUNT = "account"  # lay evidence used
    CONTRARY = "contrary"  # another opinion answered


_STRANDS: Final[tuple[tuple[Strand, str], ...]] = (
    (
        Strand.MECHANISM,
        (
            r"\b(?:mechanism|pathway|pathophysiolog\w+|physiolog\w+|biomechanic\w*|inflammat\w+|degenerat\w+"
            r"|sympathetic|cortisol|serotonin|norepinephrine|cartilage|sensiti[sz]\w+|oxidative|carcinogen\w*"
            r"|metaboli\w+|neurotoxic|ototoxic|hair cells?|synap\w+|nerve root|compress\w+|load(?:s|ed|ing)?"
            r"|overload\w*|stress(?:es)? on|wear(?:s|ing)?(?! (?:an?|two|hearing|glasses"
            r"|bifocals|braces?|orthotics|compression|pads?|inserts|lso)\b)|shear|torsion|fibrosis|vibration"
            r"|microtrauma"
            r"|repetitive|cumulative|converg\w+|afferents?|innervat\w+|fingerprint|hallmark|signature of|(?:leukemo"
            r"|muta|terato)gen\w*)\b"
            r"|\b(?:pinch(?:es|ing)?|grinds?|grinding|rubs?|rubbing|frays?|fraying|crush(?:es|ing)|shears?"
            r"|buckl\w+|creeps?|rocks?|rocking"
            r"|twist(?:s|ing)|splits?|bruis(?:es|ing)|jar(?:s|ring)|thicken\w*|clog\w*|chok(?:es|ing)|drag(?:s|ging)"
            r"|(?<!talar )tilts?|twists?|hinges?|bears?(?= (?:more|the"
            r"|two|twice|most))|floods?|stretches|swings?|inflames?|(?<!leg )raises?|thins?)\b"
            r"|\b(?:rais(?:es?|ing)|narrow(?:s|ing)|strain(?:s|ing)|damag(?:es?|ing)|injur(?:es|ing)|weaken(?:s"
            r"|ing)|scars?\b|inflam(?:es?|ing)|stretch(?:es|ing)?|press(?:es|ing) on|poison(?:s|ing)|block(?:s"
            r"|ing)|destroy(?:s|ing)?|kill(?:s|ing)?|swell(?:s|ing)|rupture[sd]?|can (?:hurt|harm|affect|weaken|tear"
            r"|cause|lead|bring"
            r"|set|start|damage|injure|produce|trigger)|depriv\w+|starv\w+|irritat\w+|erodes?|relax\w+|lowers?"
            r"|releases?|predisposes?|destabili[sz]\w+|alters?|altered|shifts?|increases? (?:the )?(?:risk"
            r"|pressure|load|stress|demand|acid|weight|resistance)|reduces?|promotes?|disrupts?|compet(?:es?"
            r"|ing) (?:for|with)|contracts?|tighten(?:s|ing)?|stiffen(?:s|ing)?|retain(?:s|ing)?|tak(?:es?"
            r"|ing) (?:away )?sleep|characteristic|fragment\w+"
            r"|interferes? with|leads? to|leading to|results? in|resulting in|produces?|causes?|causing"
            r"|contributes? to|accelerates?|triggers?|activates?|impairs?|gives? rise|is known to|are known to"
            r"|explains? (?:why|how|the))\b"
            r"|\b(?:known|recogni[sz]ed|common|frequent|established|documented) (?:cause|complication"
            r"|side effect|effect|consequence|risk factor|result|sequela)\b|\bcarr(?:y|ies) an? (?:\w+ )?risk\b"
            r"|\b(?:\w+(?:s|en|ia)|they|these|those|both|which) (?:weaken|raise|inflame|damage|injure|narrow"
            r"|erode|irritate)\b|\b(?:points?|pointing) (?:to|toward)\b|\bspeaks? (?:for|against)\b|\bargues? (?:for"
            r"|against)\b\bthe body shifts\b|\bwork(?:s"
            r"|ed)? harder\b|\bhard on (?!him\b|her\b(?! \w)|me\b|us\b|them\b|those|every|all\b|men\b|people"
            r"|anyone)|\bmurder on\b|\btoxic to\b|\b(?:higher|increased|raised|elevated"
            r"|excess) (?:rates?|incidence|risk|prevalence)\b|\b(?:rates?|incidence|risk"
            r"|prevalence) of [\w\s,-]{2,50}? (?:is|are) (?:\w+ )?(?:higher|raised|increased|greater)\b"
            r"|\b(?:heals?|thins?|strips?|dries|gives? way|multipl(?:y|ies)|restores?|collapses?|tears? more|combines?"
            r"|tends? to|typical(?: of|ly)|usually|as a rule|in (?:about |roughly |over |nearly "
            r"|more than )?(?!\w+ (?:of|out of) (?:\w+ )?cores)(?:one"
            r"|two|three|half"
            r"|a third|a quarter|a fifth|a tenth|most|\w+ (?:percent|per cent)|nine|eight|seven|six|five|four) (?:in|of"
            r"|out of) (?:\w+ )"
            r"|in (?:over |about |nearly )?half\b|leaves? (?:it|them|a|the) \w+|loses? (?:its|their)|most (?:people"
            r"|patients))\b|\b(?:has|have|had|carr(?:y|ies)|runs?|at) (?:about |nearly |roughly |over )?(?:twice|double"
            r"|triple|(?:two|three|four|five|six|ten|several|many) times) (?:the|as|more|higher)\b|\bbreaks? down\b"
            r"|\b(?:more|less) (?:often|common(?:ly)?|frequent(?:ly)?) (?:than|in|among|after)\b"
            r"|\bwell[- ](?:described|established|recogni[sz]ed|documented|understood)\b"
        ),
    ),
    (
        Strand.COURSE,
        (
            r"\b(?:onset|began|started|since (?:then|that|the|his|her|service|discharge|(?:19|20)\d\d|\[date)"
            r"|(?:recorded|charted|treated|treatment|complaints?|notes?) (?:\w+ ){0,4}?(?:since|from|forward"
            r"|onward)|without (?:a |any )?(?:break|gap|interruption)|from then (?:to|until|till) now"
            r"|no (?:\w+ ){0,3}?(?:trouble|pain|complaints?|problems?) before|came on|(?:hours|days|weeks"
            r"|months|years|decades) (?:later|after|afterward|before|into)|first (?:had|felt|appear\w*|noted"
            r"|recorded|reported|complain\w*|documented|seen|charted|shown|diagnosed|attack|episode|symptom\w*"
            r"|found|observed|developed|surfaced|noticed)|before (?:the|his|her|that|he|she|service|deploy\w+"
            r"|enlist\w+|any)|after (?:the|his|her|that|he|she|service|deploy\w+|injury|discharge|each)"
            r"|continu\w+|persist\w*|ever since|never (?:left|resolved|went away|had|stopped)|"
            r"within (?:\w+ )?(?:hours|days|weeks|months|years|a year|one year)|timing|temporal\w*|timeline"
            r"|chronolog\w+|progress(?:ed|ion|ive|ively)|worsened|gradual\w*|interval|latency|in step with"
            r"|followed (?:within|by)|(?:rose|fell|dropped|eased|cleared|worsened|improved|came back"
            r"|went away) (?:up)?on (?:start|stopp|with|chang)\w+|no (?:prior|previous|earlier|pre-existing"
            r"|preexisting|history)|free of"
            r"|did not have|had no(?:ne)?|none before|what changed|(?:order|sequence) (?:in|of) time|time order"
            r"|at separation|at discharge|documented in|dates? (?:back )?to|years (?:later"
            r"|after|before)|eleven entries|decade|course)\b"
        ),
    ),
    (
        Strand.FINDINGS,
        (
            r"\b(?:mri|x-?rays?|radiograph\w*|films?|ct|imaging|ultrasound|echocardiogra\w+|biops\w+|work-?up"
            r"|patholog\w+|colonoscop\w+|endoscop\w+|egd|polysomnogra\w+|sleep stud(?:y|ies)"
            r"|\d+(?:\.\d+)? ?(?:mm|cm|degrees|percent|%|db|episodes|points|kg)\b|recorded \d+|measured|ahi"
            r"|audiogram|thresholds?|notch\w*|emg|conduction|denervation|reflex|spirometr\w+|fev1|ratio|a1c"
            r"|scores? (?:of|was|were|on|above|fell|rose|since|is|\d)|(?:his|her) scores?|phq-?9|pcl-?5|caps-?5"
            r"|gaf|range of motion|tear|atrophy|effusion|crepitus|osteophytes?|narrowing|retraction"
            r"|fatty infiltration|on (?:exam|examination|my examination)|physical exam\w*|tender\w*|deformity"
            r"|gait|limp|antalgic|level[s]?|pattern|distribution|location|site|anatom\w+|asymmetr\w+|one side"
            r"|unilateral|his (?:left|right)|her (?:left|right)|bmi|pounds|readings|ldl|cholesterol|stenosis"
            r"|ejection fraction|(?:[89]\d|[12]\d\d)/\d{2,3}(?![\d-])|lab(?:s|oratory)?|titers?|psa|egfr|intrusi\w+"
            r"|nightmares?"
            r"|avoid(?:s|ance|ing)|startle|re-?experienc\w+|hypervigilan\w+|specific to|criteria|lesions?"
            r"|pigment|particles?|responds? to|responded to|mask removals?|panel|genetic testing|normal on"
            r"|nerve block|duplex|doppler|testosterone|(?:was|is|are|were)? ?normal \(|after (?:the "
            r"|an? )?(?:\w+ )?(?:block|injection|trial of)|negative for|neuroma|sutures?|stitch(?:es)?"
            r"|at (?:surgery|operation|arthroscopy)|tests? (?:was|were"
            r"|is|are) (?:normal|negative|positive))\b"
        ),
    ),
    (
        Strand.SERVICE,  # documented or measured; that there was service is no reason
        (
            r"\b(?:documented|service (?:treatment|medical|personnel) records?|strs?\b|sick call|profile"
            r"|separation (?:exam\w*|physical|form|audiogram)|retirement physical|entrance (?:exam\w*|physical)"
            r"|enlistment (?:exam\w*|physical|audiogram)|line[- ]of[- ]duty|entries|entry"
            r"|in[- ]service (?:complaints?|injur\w+|records?|notes?|treatment|visits?|event)|treated (?:in"
            r"|during|twice)|the (?:same )?(?:injury|exposure|blast|fall|landing|accident|assault)\b|injury of|"
            r"\d+ (?:jumps|landings|hours|db|decibels|sorties|rounds|missions)"
            r"|years of (?:\w+ ){0,3}?(?:load\w*|exposure|noise|vibration|handling|carrying|lifting|running"
            r"|marching|flying|jump\w*|service)|dose|meters|deployments?|on the record|recorded in|\[date \d+"
            r"|(?:in|of) (?:19[4-9]\d|20[0-3]\d)|threshold shift|medications? (?:for|he|she|prescribed)|nsaids?"
            r"|gain(?:ed)? \d+)\b"
        ),
    ),
    (
        Strand.ALTERNATIVES,
        (
            r"\b(?:alternative\w*|other (?:possible |potential |likely |known )?(?:causes?|explanations?"
            r"|etiolog\w+|risk factors?|factors|injur\w+)|risk factors?|family history|genetic\w*|hereditary"
            r"|smok\w+|tobacco|obes\w+|overweight|alcohol|drinks?|(?<!\[)age(?:ing|d)?|aging"
            r"|natural (?:progress\w*|history|course)|ordinary|civilian|post-?service|occupation\w*"
            r"|intercurrent|divorce|exclud\w+|ruled out|rule out|considered|weighed|less (?:good"
            r"|likely) explanation|better explanation|more likely explanation|no other|denies|childhood|sports?"
            r"|hobb\w+|hunting|weight gain|did not (?:farm|use|work|change|start|cause|bring)|fender bender"
            r"|minor (?:\w+ ){0,2}?(?:accident|collision|sprain|injury)|never (?:smoked|worked|used|took|taken"
            r"|had|was|been)|no (?:parent|sibling|relative|child)|no one in (?:his|her)|(?:has|have|had) had no"
            r"|(?:he|she) has no\b|(?:does|do|did|has) not (?:smoke|drink|have|take|had)|accounts? for"
            r"|to blame|no (?:\w+ ){0,4}(?:comparable|similar)|non-?smoker|no (?:\w+ )?(?:relatives?|radiation"
            r"|solvents?|surger(?:y|ies)|ssris?)|not explain\w*|would not explain|competing|pregnan\w+"
            r"|either of (?:which|them) (?:is|would be|was) (?:enough|sufficient)"
            r"|(?:is|are|was|were) (?:each )?(?:enough|sufficient) (?:by|in)|caffeine|in the absence of|absence of)\b"
        ),
    ),
    (
        Strand.ACCOUNT,
        (
            r"\b(?:wife|husband|spouse|partner|mother|father|sister|brother|son|daughter|budd(?:y|ies)|fellow|comrades?"
            r"|squad leader|sergeant|roommate|neighbor|lay (?:evidence|statements?|witness\w*)|statements? (?:of"
            r"|from|by)|\[relative \d+\]|his (?:own )?account|her (?:own )?account|he (?:describes|reports|recalls"
            r"|told)|she (?:describes|reports|recalls|told)|credibl\w+|competent|consistent (?:account|history)"
            r"|testif\w+)\b"
        ),
    ),
    (
        Strand.CONTRARY,
        (
            r"\b(?:examiner|c ?& ?p|va (?:opinion|examination|exam|physician)|denial|rating decision|dr\. \w+'?s?"
            r"|prior opinion|negative opinion|board)\b[^.]{0,120}\b(?:overlook\w*|ignor\w*|did not|does not|fail\w*"
            r"|wrong|error|incorrect\w*|inaccurate|disagree|respectfully|no mention|without|mistaken|misread"
            r"|mischaracteri\w*|flawed|relied|inadequate|not (?:discuss|mention|consider|address|explain))|\b(?:i"
            r"|we) (?:respectfully |strongly |must )*(?:disagree|differ|do not agree|cannot agree)\b"
        ),
    ),
)
STRANDS: Final = tuple((strand, re.compile(pattern)) for strand, pattern in _STRANDS)
BUSINESS: Final = re.compile(
    r"\b(?:this letter|letters?\b(?! of| to (?:his|her))|template|order (?:#|no\b|number|form|confirmation)"
    r"|(?:your|placed an|this) order\b(?! (?:of|in|to)\b)|refund\w*|discount"
    r"|please (?:call|contact|feel|approve)|contact (?:me|us|our)|be reached|mail (?:for|to|the)|telephone"
    r"|thank you|his claim|her claim|'s claim|favorable consideration|the rater|waited long)\b|\[(?:phone|fax"
    r"|email|street|zip|url)\b"
)
BARE: Final = re.compile(
    r"\b(?:(?:i|we) make no attempt to|(?:the|va's?) (?:law|rules?|regulations?) (?:[\w']+ ){0,5}?(?:does|do) not"
    r" (?:ask|require|demand|need)"
    r"|(?:i|we) (?:have|did) not (?:yet |ever )?examined? (?:him|her|the (?:veteran|patient))"
    r"|there is no other possible cause|no other possible|medical literature supports this"
    r"|studies (?:show|support)|as everyone knows|elements of|claim (?:must|should) be granted|deserves"
    r"|support (?:his|her|mr|ms|this) \S+ claim|benefit of the doubt"
    r"|(?:any(?:body|one)|every(?:body|one)|those|all|ask anyone|people|men|folks)(?: of (?:us|them))? who [^.;]{3,60}"
    r" (?:would|will|could|can) (?:\w+ )?(?:tell|say|know|agree|understand|see)"
    r"|(?:should|ought to|must|needs? to|deserves to) (?:be|get|receive|have) (?:\w+ ){0,4}?(?:rated|rating"
    r"|compensat\w+|paid|benefits|\d+ ?(?:%|percent)|unemployability)|rated (?:at )?(?:least )?\d+ ?(?:%|percent)"
    r"|rating (?:formula|schedule)|unemployability|tdiu"
    r"|(?:would|does|did) not (?:\w+ )?(?:make (?:this|it|that|things|such|anything) (?:\w+ )?up|lie|invent|fabricate)"
    r"|adjudicators?|probative (?:weight|value)|clear and unmistakable error|diagnostic code|un-?rebutted|full weight"
    r"|please (?:raise|grant|approve|give|help|consider|award|do)"
    r"|hard ?working|hard worker|man of his word|woman of her word|honest (?:man|woman|person)|no reason to lie"
    r"|honorable (?:man|woman)|(?:that|this|it)(?:'s| is) (?:just |simply |only |basic |plain )?(?:bio-?mechanics"
    r"|physics"
    r"|medicine|anatomy|physiology|science|common sense)(?=\W*$)|everything (?:in the body )?is connected"
    r"|i know an? (?:\w+ ){1,4}when i see|(?:do|did|does) not need to(?=\W*$))\b"
)
DESK: Final = re.compile(
    r"\b(?:call|text|fax|reach|ring|write) (?:me|us|my)\b|\bmy (?:assistant|secretary|receptionist|front desk|scheduler"
    r"|office manager|biller)\b|\b(?:office|practice|clinic) (?:manager|hours)\b|\bpicks? up the\b|\bpassed away\b"
    r"|\b(?:takes|brings in|collects|gets) (?:his|her) mail\b|\b(?:his|her) (?:phone |telephone |cell )?number is\b"
    r"|\bdrives (?:him|her) to (?:appointments|the clinic)\b|\bthe house line\b"
)
"""What is said of the office: who has the papers, who answers the telephone."""
