"""The fields of medicine that a title, a degree or a letterhead shows, as data for ``elements_author.py``."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric.condition_table import Field

GENERAL = (
    Field.HEART,
    Field.HORMONE,
    Field.LUNG,
    Field.SLEEP,
    Field.GUT,
    Field.KIDNEY,
    Field.BLOOD,
    Field.INFECTION,
    Field.IMMUNE,
    Field.NOSE,
    Field.UROLOGY,
)
FAMILY = (*GENERAL, Field.MUSCLE_BONE, Field.FOOT, Field.SKIN)
# (pattern, the fields it covers)
_FIELDS: Final[tuple[tuple[str, tuple[Field, ...]], ...]] = (
    (
        (
            r"orthop(?:a?edic|a?edist|od)\w*|sports medicine|spine (?:surg|center|clinic|rehab|and joint)\w*"
            r"|sports (?:&|and) spine|spine (?:&|and) sports?|hand (?:and|&) (?:upper extremity|wrist|microsurg\w*)"
            r"|upper extremity|joint reconstruction|joint preservation|trauma surgeon|limb (?:salvage|loss)|prosthetic"
            r"|hand surgeon|surgery of the (?:hand|spine|knee|hip|shoulder|foot)|hand (?:center|surgery|clinic)"
            r"|joint (?:center|specialist)|shoulder (?:&|and) sports|bone (?:&|and) joint|arthroplast\w+"
            r"|joint replacement"
        ),
        (Field.MUSCLE_BONE, Field.FOOT, Field.NERVE),
    ),
    (
        r"physical medicine|physiatr\w+|pm ?& ?r|rehabilitation medicine|musculoskeletal|biomechanic\w*",
        (Field.MUSCLE_BONE, Field.FOOT, Field.NERVE),
    ),
    (r"pain (?:medicine|management|specialist|clinic)|anesthesiolog\w+", (Field.MUSCLE_BONE, Field.NERVE)),
    (r"neurosurg\w+|neurological surg\w+", (Field.MUSCLE_BONE, Field.NERVE)),
    (r"chiropract\w+|\bd\.? ?c\.?(?=[\s,;)]|$)(?! \d)", (Field.MUSCLE_BONE,)),
    (
        r"physical therap\w+|physiotherap\w+|\bdpt\b|athletic trainer|osteopathic manip\w+",
        (Field.MUSCLE_BONE, Field.FOOT),
    ),
    (
        (
            r"podiatr\w+|\bd\.? ?p\.? ?m\.?(?=[\s,;)]|$)|foot (?:(?:and|&) ankle )?(?:center|clinic|specialists?"
            r"|care|surgery|institute)|foot (?:and|&) ankle"
        ),
        (Field.FOOT, Field.MUSCLE_BONE),
    ),
    (r"neuropsycholog\w+|abpp-?cn", (Field.MIND, Field.NERVE)),
    (r"f?aaos\b|orthopaedic", (Field.MUSCLE_BONE, Field.FOOT, Field.NERVE)),
    (r"fa?apmr\b|faapmr\b", (Field.MUSCLE_BONE, Field.FOOT, Field.NERVE)),
    (r"osteopathic\b(?! (?:medicine|manip))", (Field.MUSCLE_BONE,)),
    (r"facog\b", (Field.WOMEN,)),
    (r"facg\b|fasge\b", (Field.GUT,)),
    (r"fasn\b", (Field.KIDNEY, Field.HEART)),
    (r"faan\b", (Field.NERVE, Field.BALANCE)),
    (r"faad\b|facharzt für dermatologie", (Field.SKIN, Field.CANCER)),
    (r"facr\b", (Field.IMMUNE, Field.MUSCLE_BONE)),
    (r"fidsa\b", (Field.INFECTION,)),
    (r"fccp\b", (Field.LUNG, Field.SLEEP, Field.NOSE)),
    (
        (
            r"neurolog\w+|electrodiagnostic|neurodiagnostic\w*|movement disorders?|headache (?:medicine|clinic"
            r"|specialist)|epileptolog\w+|brain injury (?:medicine|clinic|program)"
        ),
        (Field.NERVE, Field.BALANCE),
    ),
    (
        (
            r"psychiatr\w+|psycholog\w+|\bpsy\.? ?d\b|\blcsw\w*|\blicsw|\blpcc?\b|\blmft\b|\blmhc\b"
            r"|clinical social work\w*|social worker|(?:mental health|professional|trauma"
            r"|licensed) (?:professional )?counselor|psychotherap\w+|mental health|behavioral (?:health|medicine|group"
            r"|associates|science)|pmhnp\w*|(?:treat|treating) trauma|trauma (?:recovery|work|only|therap)\w*"
        ),
        (Field.MIND,),
    ),
    (r"audiolog\w+|\bau\.? ?d\b|ccc-a|hearing (?:&|and) balance", (Field.HEARING, Field.BALANCE)),
    (
        (
            r"otolaryngolog\w+|otorhino\w+|\bent\b|ear,? nose,? (?:and|&) throat|neuro-?otolog\w+"
            r"|head and neck surg\w+|rhinolog\w+"
        ),
        (Field.HEARING, Field.BALANCE, Field.NOSE, Field.SLEEP),
    ),
    (
        (
            r"pulmon\w+|chest (?:clinic|physician|medicine)|respiratory medicine|lung (?:clinic|disease specialist)"
            r"|critical care"
        ),
        (Field.LUNG, Field.SLEEP, Field.NOSE),
    ),
    (
        r"sleep (?:medicine|specialist|center|clinic|lab|laboratory|physician|disorders? (?:center|medicine))",
        (Field.SLEEP,),
    ),
    (r"allerg(?:y|ist)\w*|immunolog\w+", (Field.LUNG, Field.NOSE, Field.SKIN, Field.IMMUNE)),
    (
        (
            r"cardiolog\w+|cardiovascular (?:disease|medicine|surg\w+)|heart (?:&|and) vascular"
            r"|electrophysiolog\w+|facc\b|fhrs\b|fscai\b|heart (?:associates|center|clinic|institute|group)"
        ),
        (Field.HEART,),
    ),
    (
        r"(?<!cardio)vascular (?:surg\w+|medicine|center|clinic|institute)|phlebolog\w+",
        (Field.HEART, Field.FOOT, Field.SKIN),
    ),
    (r"hand therap\w+|occupational therap\w+|\bcht\b|\botr(?:/l)?\b", (Field.MUSCLE_BONE, Field.NERVE)),
    (
        (
            r"(?:anatomic(?:al)?|surgical|occupational|forensic|pulmonary|clinical) patholog\w+"
            r"|(?<!language )(?<!speech )pathologists?\b|(?:cyto|hemato|dermato|neuro)patholog\w+"
        ),
        (Field.CANCER, Field.BLOOD),
    ),
    (r"(?:pulmonary|occupational|thoracic) patholog\w+|(?:niosh )?b[- ]reader", (Field.LUNG, Field.CANCER)),
    (r"oncolog\w+|hematolog\w+|cancer (?:institute|center|epidemiolog\w+)", (Field.CANCER, Field.BLOOD)),
    (
        r"endocrin(?:e|olog\w+)|diabetolog\w+|diabetes (?:center|clinic|care|educator)|thyroid (?:clinic|center)",
        (Field.HORMONE, Field.UROLOGY, Field.NERVE),
    ),
    (
        (
            r"gastroenterolog\w+|hepatolog\w+|digestive (?:disease|health|institute|center|care)\w*|liver (?:disease"
            r"|clinic|center|institute)|endoscopist|(?:colorectal|colon (?:and|&) rectal)(?: surg\w+)?|general surg\w+"
            r"|fascrs\b"
        ),
        (Field.GUT,),
    ),
    (
        (
            r"nephrolog\w+|kidney (?:care|center|clinic|institute|associates|specialists?)|renal (?:medicine|care"
            r"|associates)"
        ),
        (Field.KIDNEY, Field.HEART),
    ),
    (r"(?:uro|andro)log\w+", (Field.UROLOGY, Field.KIDNEY, Field.CANCER)),
    (r"rheumatolog\w+|arthritis (?:&|and) rheum\w+", (Field.IMMUNE, Field.MUSCLE_BONE, Field.GUT)),
    (r"plastic surg\w+|burn surg\w+|burn (?:center|unit)", (Field.SKIN,)),
    (r"speech(?:-| and |-and-)language|laryngolog\w+", (Field.NOSE,)),
    (r"dermatolog\w+", (Field.SKIN, Field.CANCER)),
    (
        (
            r"ophthalmolog\w+|optometr\w+|eye (?:surgeon|physician|institute|clinic|center|associates|hospital)"
            r"|glaucoma"
            r"|retina(?:l)? (?:special\w+|surg\w+|service)|cornea(?:l)? (?:special\w+|surg\w+|service)|\bo\.d\."
        ),
        (Field.EYE,),
    ),
    (
        (
            r"dentist\w*|dental (?:medicine|surg\w+)|oral (?:and maxillofacial )?surg\w+|\bd\.?d\.?s\b"
            r"|\bd\.?m\.?d\b|orofacial pain|(?:prosth|end|peri|orth)odont\w+|family dentistry|dentistry"
        ),
        (Field.TEETH,),
    ),
    (r"urogyn(?:a?ecolog\w+)|female pelvic medicine", (Field.WOMEN, Field.UROLOGY, Field.GUT)),
    (r"gynecolog\w+|ob[/-]gyn\w*|obstetric\w+|women'?s health", (Field.WOMEN,)),
    (r"infectious disease\w*|tropical medicine|virolog\w+", (Field.INFECTION, Field.LUNG)),
    (
        (
            r"toxicolog\w+|occupational (?:and environmental |& environmental )?(?:medicine|health physician)"
            r"|environmental medicine|deployment[- ]related lung"
        ),
        (Field.LUNG, Field.CANCER, Field.SKIN, Field.NERVE, Field.MUSCLE_BONE, Field.HORMONE, Field.IMMUNE),
    ),
    (r"internal medicine|internist", GENERAL),
    (r"geriatric\w*", (*GENERAL, Field.NERVE)),
)
FIELDS: Final = tuple((re.compile(rf"\b(?:{pattern})"), fields) for pattern, fields in _FIELDS)
