"""Words around an opinion that say whether it is asked, hoped for, or stated in a form; for ``opinions.py``."""

from __future__ import annotations

import re
from typing import Final

ASKED: Final = re.compile(
    r"likely (?:as|than) not|50 ?(?:%|percent)|\bcaused\b|\brelated to|\bdue to|\baggravated|incurred in|\bsecondary to"
    r"|\b(?:result|consequence) of|\bonset in|\b(?:began|begin) (?:in|during)|\bnexus|\brelationship|\battributable"
)
FOR_VA: Final = re.compile(
    r"\b(?:for|to) (?:the )?va\b[^.\n]{0,12}:\s*$"
    r"|\b(?:my|our) (?:\w+ )?(?:opinion|statement|letter|words|answer)\b(?![^.\n]{0,30}\b(?:against|beside"
    r"|with))[^.\n]{0,30}:\s*$|\b(?:i|we) (?:\w+ )?(?:state|certify|declare|opine)\b[^.\n]{0,30}:\s*$"
)
"""What opens the author's own words in quotation marks: "So, for VA: “…”"."""
FORM: Final = re.compile(
    r"c ?& ?p exam|compensation (?:and|&) pension exam|disability benefits questionnaire"
    r"|medical opinion (?:dbq|request)|examiner'?s? (?:certification|signature)|opinion requested|\b2507\b"
    r"|restatement of requested"
)
OWN_EXAMINER: Final = re.compile(
    r"^(?:the|this|examiner)\b(?! va| c ?& ?p)(?:(?!\bva\b|\bprior\b|\bprevious\b|\bearlier\b|\[date|\d{4}).)*$"
)
STATED: Final = re.compile(r"\b(?:opinion|conclusion|nexus statement|finding)\s*[:.-]\s*(?:that )?")
HOPED_FOR: Final = re.compile(
    r"\b(?:hop(?:ed|ing|es?)|ask(?:ed|ing|s)?|want(?:ed|s|ing)?|request(?:ed|s)?|expect(?:ed|s)?|look(?:ed|ing)?"
    r"|boxe?s?|wish(?:ed|es)?) (?:for )?(?:the words |a letter (?:with|saying) )?\W{0,3}$"
)
