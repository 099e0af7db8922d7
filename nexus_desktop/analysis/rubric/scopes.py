"""Words that look like an opinion and are none: questions, rules of law, requests, suppositions (rubric 3.4 step 2)."""

from __future__ import annotations

import re
from typing import Final

MUTED: Final = "¦"

_MAIN_CLAUSE = (
    r", (?=(?:then )?(?:i|we|it is|it's|it was|my|our|in my|the (?:\w+ ){0,4}(?:examiner|doctor|physician"
    r"|psychologist|psychiatrist|clinician|board|opinion|answer|audiologist|provider|specialist|evidence)|"
    r"he|she|they|dr|this (?:examiner|physician|provider|clinician)|to a|based on|there is|\[provider|such"
    r"|a|an|no|none|neither)\b)"
)
_WHETHER: Final = re.compile(
    r"\b(?:whether|as to if|(?:know|ask(?:s|ed|ing)?|wonder(?:s|ed)?|tell|decide|determine)(?: me| us| you)? if"
    r"|if it (?:is|was|could be)|on the question of|the (?:question|issue) (?:is|of|was)"
    r"|(?:ask|wonder)(?:s|ed|ing)? (?:me |us |you )?(?:do|does|did|is|are|was|were|could|can|has|have|had)"
    r"(?= (?:it|his|her|their|the|this|that|my|he|she|they|all)\b)"
    r"|(?:want|wish|like|need|ask)(?:s|ed|ing)? to know (?:is|are|was|were)(?= (?:it|his|her|their|the|this|that|my"
    r"|he|she"
    r"|they)\b)|(?:to|not|n't) know (?:do|does|did|could|can|has|have)(?= (?:it|his|her|their|the|this|that|my|he|she"
    r"|they)\b))\b"
)
_WHETHER_END: Final = re.compile(
    rf"{_MAIN_CLAUSE}| (?=(?:is|are|was|were) (?:at least |thus |therefore )?(?:in (?:\w+ )?(?:equipoise|balance)"
    r"|(?:evenly|equally|approximately) balanced))|[;?:—]|\band (?=(?:i|he|she|the examiner|concluded|opined|found"
    r"|answered|stated|(?:my|the) (?:\w+ )?(?:answer|opinion|view|conclusion|reply|response))\b)|\bbut\b"
)
_RULE: Final = re.compile(
    r"^\W*(?:the )?(?:va(?:'s)? |legal |evidentiary |medical )*(?:standard|test|threshold|burden|phrase"
    r"|term|words?|wording|law|regulations?|statute|rule|doctrine|benefit[- ]of[- ]the[- ]doubt|question"
    r"|criteri(?:on|a))\b[^.]{0,90}?\b(?:is|are|means?|requires?|asks?|provides?|defines?|applies|does not"
    r"|do not|states?|says|under|in va|has been|was)\b"
    r"|\bservice connection (?:may|can|will|could|is|requires|must|for)\b[^.]{0,60}?\b(?:granted"
    r"|established|warranted|awarded|presumed|requires?|shown)\b|\b(?:shall|must) (?:be )?(?:give|resolve"
    r"|grant|show|establish|prove|given|resolved|granted|shown|weigh|consider|support|contain)\w*\b"
    r"|\b(?:there must be|in order to (?:establish|prevail|grant|show)|to (?:establish"
    r"|prevail on) (?:service connection|a claim|entitlement)|is entitled to|need only|does not require"
    r"|is not required to|generally requires?|requires (?:competent |medical |only |that |a |an |evidence)"
    r"|when(?:ever)? (?:there is|the evidence|after|a reasonable)|where (?:there is|the evidence)"
    r"|the claimant (?:prevails|need)|(?<!resolving )all reasonable doubt)\b|^\W*(?:[^,]{0,40}, )?(?:certain|listed"
    r"|the following|these|chronic|such) (?:\w+ ){0,2}?diseases (?:are|shall|may|will)\b"
    r"|\b(?:law|act|regulations?|rule|va|statute|congress|secretary)(?: \([^)]*\))? (?:\w+ )?presumes?\b"
    r"|\bmust be (?:shown to be )?(?:at least )?(?:as|more) likely\b|^\W*to be granted\b"
    r"|\bmay (?:\w+ )?(?:receive|be (?:entitled|eligible|granted|paid|awarded)|qualify|apply for|claim)\b"
    r"|\bneed not\b|\b(?:is|are|was) (?:among|one of|listed|named|not listed|not among|not one of)\b"
    r"|\b(?:is|are|was|were) (?:not )?competent to\b|\bprevails?\b|(?<!which i )\bmeans? (?:a|an|only"
    r"|a mere) (?:\w+ )?(?:probability|likelihood|chance|permanent)\b"
    r"|\bat least as likely as not\W{1,3}(?:means|is defined|refers|signifies|does not)\b"
    r"|\bdoes not (?:by itself|alone|automatically|necessarily)\b|\bis not by itself\b"
    r"|\bshall be (?:considered|service|deemed|held)\b|\b(?:will|is to) be (?:considered|service|resolved)\b"
    r"|\b(?:does not mean|means that|is defined as|refers to the|by definition)\b|\bstandard of proof\b"
    r"|\bwithin the realm of\b"
    r"|\b(?:is|are) (?:an? |one of the |the )?(?:\w+ )?(?:diseases?|conditions?|cancers?|illness(?:es)?|disorders?)"
    r" (?:that (?:is|are) |which (?:is|are) |that va |which va )?(?:associated|associates|presumed|presumes"
    r"|linked|links"
    r"|listed|recogni[sz]e[sd]|specified|enumerated|named|covered|connected)\b[^;]{0,90}(?:3\.3\d\d|c\.?f\.?r\b"
    r"|u\.?s\.?c\b|pact act|regulation|statute|by law\b)"
    r"|\bno (?:\w+ ){1,4}(?:need|has to|have to) (?:be )?(?:shown|proved|proven|established|given|stated)\b"
    r"|\b(?:may|might|can|could|must|should|would|has to|have to) (?:\w+ )?(?:include|consist of|contain|provide"
    r"|submit|obtain|furnish|supply|present|produce)\b[^.;]{0,40}\b(?:opinion|evidence|statement|letter|nexus)\b"
    r"|^\W*what (?:the |a |an )?(?:veteran|claimant|appellant) (?:must|has to|needs to)\b"
)
_SOUGHT: Final = re.compile(
    r"\b(?:veteran|claimant|appellant|he|she|widow|\[patient\]) (?:\w+ )?(?:seeks?|sought|is seeking|claims?|claimed"
    r"|applied for"
    r"|filed (?:an?|his|her) (?:\w+ )?claims? for|requests?|appeals?) (?:entitlement to )?(?:service connection"
    r"|compensation|benefits)\b"
)
_WANTED: Final = re.compile(
    r"\b(?:wants?|wanted|wishes|wished|hopes?|hoped|would like|is asking|asks?|asked|seeks?|is trying|looking)"
    r"(?! (?:(?:me|us|him|her) )?(?:whether|if)\b) (?:to have |for |to get |va to )?"
    r"(?:(?:his|her|their|the|it|this|that|an?|my)\b)?[^.;,]{0,60}?\b(?:added|rated|granted|recogni[sz]ed|accepted"
    r"|allowed|approved|counted|(?:service[- ])?connected(?= (?:as|to|with|by|on)\b))\b[^.;]{0,60}"
)
"""What somebody wants VA to grant: "wants his fibrillation added as secondary to it"."""
_ADDRESSED: Final = re.compile(
    r"\bplease\b|^\W*(?:\d{1,2}[a-z]?[.)]\s*)?(?:opine|state|provide|indicate|address|determine|comment"
    r"|check|choose|select|mark|explain)\b|\b(?:examiner|clinician|physician|doctor|provider|reviewer|he"
    r"|she|(?:he|she) or (?:he|she)|opinion) (?:should|must|would have to|has to|have to|is (?:asked|requested"
    r"|directed)|shall|needs to)\b"
    r"|\b(?:should|must) (?:opine|state|provide|address|indicate|comment|determine|answer|be asked)\b"
    r"|\b(?:can|could|would|will) (?:you|the (?:doctor|examiner)|we)\b|\b(?:need|want|ask(?:s|ed|ing)?"
    r"|request\w*|require\w*|seek\w*|wants|needs|hoping|looking) (?:\w+ ){0,4}(?:for )?(?:an? |the |me to "
    r"|him to |her to |us to |your |my )(?:\w+ ){0,3}(?:opinion|statement|letter|nexus|opine|say|state"
    r"|comment|render|provide|write)\b(?! that it is my)"
    r"|\b(?:asks?|asked|asking|requests?|requested|wants?|wanted|hopes?|hoped|begs?|urged?) (?:that )?(?:i|me|us|we)"
    r" (?:to )?(?:\w+ )?(?:state|say|write|certify|opine|check|mark|circle|sign|put)\b"
    r"|\b(?:would like|wants?|wish(?:es)?|hopes?|asks?|urges?|requests?) (?:that )?(?:the )?(?:va|board|rater"
    r"|rating \w+|you) (?:to|will|would|can)\b|\bopinion requested\b|\bok to say\b|\bcheck one\b"
)
_IF_ASKED: Final = (
    r" (?:i (?:were|was)|you (?:had|put|got) me|put|called)(?: up| back)?(?: on| under| to| in)(?: the| a| an"
    r"| my)?(?: witness)? (?:stand|oath|court|box|testify)(?=, )"
    r"| (?:i (?:am|were|was|have to be|must be) )?(?:so )?(?:asked|pressed|pushed|forced|required|needed|called upon"
    r"|put to it)"
    r"(?: to (?:say|choose|state|commit|guess|answer|decide|put it)\b[^,;]{0,40}| for [^,;]{3,40}|(?: point)?[ -]?blank"
    r"| directly| outright| further)?(?=, )"
)
"""Modesty and no premise: "if asked, I would say that …"."""
_AS_I_READ: Final = re.compile(r"\bas (?:i|we) (?:understand|read|take) [^,;]{3,90}")
_SUPPOSED: Final = re.compile(
    r"\b(?:were|had) (?:it|he|she|the|there|this|these|that|i(?! (?:to be )?(?:asked|pressed|pushed)\b)"
    r"|they)\b[^.;]{0,140}?\b(?:would|might|could)\b"
    rf"|\b(?:if(?!{_IF_ASKED})|once|when|until|unless)\b"
    r"[^.;]{3,140}\b(?:i|we) (?:would|could|might|will|can|shall) (?:be (?:able"
    r"|glad|happy|willing|prepared|ready|inclined|pleased|in a position|comfortable|content) to "
    r"|then |also )*(?:write|say|state|opine|give|support|provide|sign|conclude)\b|\bwould be (?:able|willing"
    r"|glad|prepared|ready|inclined|in a position) to (?:write|say|state|opine)\b"
    r"|\bwould (?:have )?(?:want|reconsider|change|look again|lead me)\b|\beven if\b[^.;]{0,160}|\bif (?:a"
    r"|any|new|other|further|additional|more|such) (?:\w+ ){0,3}(?:record|evidence|information"
    r"|documentation)s?\b[^.;]{0,160}"
)
_A_WORD: Final = (
    r" (?:an?|the|any|some|that|those|these|such) (?:exact |precise |particular |usual |standard )?(?:number|figure"
    r"|percentage|percent|words?|wording|phrase|formula|language|term)\b[^.;,]{0,24}\b(?:wanted|needed|required|asked"
    r"|called|expected|preferred|helps?|matters?)\b"
    r"| (?:you|they|va|the (?:va|rater|raters|board|agency|adjudicator|law|form)) (?:\w+ )?(?:needs?|wants?"
    r"|requires?|prefers?|asks? for|looks? for|calls? for|insists? on) (?:an?|the|those|these|that|any|some"
    r"|its) (?:\w+ )?(?:number|figure|percentage|words?|wording|phrase|formula|language|term)\b"
)
"""What is asked for is a number or a form of words, and no fact is supposed: "if a figure is wanted, …"."""
_CONDITIONAL: Final = re.compile(
    rf"\b(?:if(?!{_A_WORD})(?!{_IF_ASKED})|assuming|provided|supposing|presuming|accepting"
    r"|on the premise)(?: that)?\b[^.;¦]{3,160}?(?:, (?:then )?|\bthen\b|$)"
)
_GIVEN: Final = re.compile(
    r"\W*(?:(?:accordingly|thus|therefore|here|as such|in sum|in this case|hence), )?(?:even )?(?:resolving"
    r"|affording|crediting|accepting|assuming|taking|granting|conceding|giving \w+ to|based (?:up)?on"
    r"|on the basis of|given|despite|notwithstanding|in (?:the )?light of|considering|with regard to)\b[^,;]{3,120}, "
)
_TURN: Final = re.compile(
    r"\bbecause (?=the (?:veteran|appellant|claimant)'s)|(?:,? (?:and|but|so)|;|,) (?=(?:it|in my|i|we) (?:is|was"
    r"|\w+ opinion|believe|find|conclude)\b)"
)
OF_THIS_ONE: Final = re.compile(
    r"\b(?:his|her|their|mr|ms|mrs)\b|\[patient\]|\bthis (?:veteran|patient|man|woman)\b"
    r"|\bthe (?:veteran|appellant|claimant)'s (?:current|present|claimed|left|right|bilateral)\b"
)
_OWN_ANSWER: Final = re.compile(
    r"\b(?:it is|it's|it was|in my|my (?:\w+ ){0,2}opinion|i (?:believe|find|conclude|opine|feel|think))\b"
)
_MENTION: Final = re.compile(
    r"\b(?:the|these|those|magic|such|usual|words?|phrase|standard|language|term|wording"
    r"|formula) [\"“][^\"”]{5,60}[\"”]"
)


_ASKED_FOR: Final = re.compile(
    r"\b(?:would like|wants?|wanted|needs?|needed|ask(?:s|ed|ing)? (?:\w+ )?for|request(?:s|ed|ing)?|hop(?:es?|ed"
    r"|ing) for|seek(?:s|ing)?|sought)"
    r" (?:an?|the|my|some) (?:\w+ ){0,2}(?:letter|note|statement|opinion|form|report|certificate|attest"
    r"|paper) (?:that\b|saying|stating|that (?:says|states)"
    r"|to say|to state|to the effect)\b[^;]{0,300}?(?=$|[;.]|, (?:but|and|so) |\bbut\b)"
    r"|\b(?:i|we) (?:was|were|had|would have) (?:\w+ )?(?:hop(?:ing|ed)|liked|wanted|wished|tempted|meant|expected) to"
    r" (?:be able to |have )?(?:writ|sa[iy]|stat|opin|certif|report|f[io]u?nd)\w* (?:you )?that\b[^;]{0,300}?(?=$|[;.]"
    r"|, (?:but|and|so|yet) |\bbut\b)"
)
"""What somebody would like to have said: "he would like a letter saying that …"."""


def muted(low: str) -> str:
    """``low`` with all that is not asserted blotted out; as long as before."""
    if low.rstrip(" \"'”)").endswith("?"):
        return blot(low, 0, len(low))
    if addressed(low):
        return blot(low, 0, len(low))
    if (_RULE.search(low) or _SOUGHT.search(low)) and not _asserts(low):
        return blot(low, 0, _goes_on(low))
    if (supposed := _SUPPOSED.search(low)) is not None and not _asserts(low):
        first, last = low.rfind(";", 0, supposed.start()) + 1, low.find(";", supposed.end())
        low = blot(low, first, last if last >= 0 else len(low))
    for match in _MENTION.finditer(low):
        low = blot(low, *match.span())
    for match in _WANTED.finditer(low):
        low = blot(low, *match.span())
    for match in _ASKED_FOR.finditer(low):
        low = blot(low, *match.span())
    for match in _WHETHER.finditer(low):
        end = _WHETHER_END.search(low, match.end())
        low = blot(low, match.start(), end.start() if end else len(low))
    return low


def _goes_on(low: str) -> int:
    """Where a rule ends and the sentence goes on to this person ("…, and it is likely that his …"), or its end."""
    turns = [match.end() for match in _TURN.finditer(low)]
    rest = low[turns[-1] :] if turns else ""
    return turns[-1] if OF_THIS_ONE.search(rest) and not _RULE.search(rest) else len(low)


def said(low: str, place: int) -> str:
    """``low`` without what is only supposed or taken as given before ``place``: "if his account is true, …"."""
    supposed = premise(low)
    if supposed is not None and supposed[1] <= place:
        return blot(low, *supposed)
    led = _GIVEN.match(low)
    return blot(low, *led.span()) if led is not None and led.end() <= place else low


def addressed(low: str) -> bool:
    """Whether a sentence tells somebody what to say, and says nothing itself."""
    return bool(_ADDRESSED.search(_AS_I_READ.sub(" ", low))) and not _asserts(low)


def premise(low: str) -> tuple[int, int] | None:
    """Where a sentence names a condition under which its opinion holds, or None."""
    match = _CONDITIONAL.search(low)
    return match.span() if match else None


def _asserts(low: str) -> bool:
    """Whether a sentence that quotes a rule or a request goes on to answer for itself."""
    return bool(
        re.search(
            r"\b(?:in my|my|our) (?:\w+ ){0,4}(?:opinion|judgment|view|conclusion|answer)\b"
            r"|\bi (?:must|have to|can only|would have to) (?:answer|say|state|conclude|report|find)\b"
            r"|\bi (?:\w+ )?(?:believe|find|conclude|opine)\b|\bi am (?:\w+ )?(?:persuaded|convinced|satisfied)\b"
            r"|\b(?:examiner|physician|psychologist"
            r"|dr\.? \w+|he|she|doctor|audiologist) (?:\w+ )?(?:opined|concluded|found|determined)\b"
            r"|\bopined that\b|\bwho (?:\w+ )?(?:found|opined|concluded|determined) (?:it|that)\b",
            low,
        )
    )


def blot(low: str, start: int, end: int) -> str:
    """``low`` with one span blotted out; as long as before."""
    return low[:start] + MUTED * (end - start) + low[end:]
