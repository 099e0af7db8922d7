"""What a sentence claims, clause by clause: opinions without a holder, read alike whoever states them (rubric 3.4)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import asides, clause_forms, clauses, refusals, scopes, shares
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Claim, Context, min_certainty
from nexus_desktop.models.analysis_models import Certainty, Polarity

_GROUNDS: Final = frozenset({Cause.SERVICE, Cause.ANCHOR})
NOTHING: Final = Context()
_GLOSSED: Final = re.compile(
    r"\s[-—]\s((?:a|an|i\.?e\.?|that is|meaning|greater|better|more|less|at least|50|fifty)\b[^-—;.]{2,60}?)\s[-—]\s"
)
_ASIDE: Final = re.compile(
    r", (?:in (?:the|his|her|their|dr\.?) [^,;]{0,40}?(?:view|opinion|judg?ment|estimation|experience)"
    r"|(?:the |this |dr\.? ?|\[)?[\w\]. '-]{1,40} (?:said|wrote|stated|opined|added|believed|concluded|noted|explained)"
    r"|according to [^,;]{2,50}|therefore|however|accordingly|to be sure|with respect|on this record"
    r"|i (?:\w+ )?(?:think|believe|suppose|submit|fear|feel|find|regret to say|am (?:sorry to say|afraid|satisfied"
    r"|convinced))|i (?:must|have to|would|can only) (?:say|add|admit|confess|repeat))(?=, )"
)
_RELATIVE: Final = re.compile(
    r", which (?:is|was|were|are|has|had|began|started|existed|came|showed)\b[^,;]{3,90},(?= (?:is|was|were|are|has"
    r"|had|did|does)\b)"
)
_NOT_THIS: Final = re.compile(
    r", (?:and |but )?(?:not|rather than|as opposed to|instead of) (?:to |from |by )?(?:(?:the|his|her|their|any|an?"
    r"|some|that) )?(?![^,;]*\blikely\b)[^,;]{3,70},(?= (?:that|which|is|was|are|were|has|have|had|did|does|explain\w*"
    r"|caus\w+|led|produc\w+|brought|made|account\w*|aggravat\w+|worsen\w+)\b)"
)
"""What is set against the subject between commas: "the jumps, not the car accident, are the cause"."""
_CONCEDED: Final = re.compile(
    r", (?:although|though|even though|while|albeit|if) (?:not )?(?:it (?:is|was) )?(?:\w+ly )?(?:\w+ed|due"
    r"|secondary|present|there"
    r"|congenital|hereditary|mild|silent|new|old|older|long-?standing|pre-?existing|begun|born|not)\b[^,;]{0,80},"
    r"(?= (?:is|was|are|were|has|have|had|did|does)\b)"
)
"""What is granted between commas, with no verb of its own: "his apnea, although caused by his anatomy, has been …"."""
_NOT_ONLY: Final = re.compile(
    r"\b(?:do|does|did|would|is|are|was|were)(?: not|n't) (?:(?:say|claim|contend|mean|suggest|argue|maintain"
    r"|believe|hold)"
    r" (?:that )?[^.;,]{2,60}? (?:is|are|was|were|be) )?(?:the |an? )?(?:only|sole|whole|entire) (?:cause|factor"
    r"|explanation|reason|source|thing)s?\b"
)
"""That it is not the only cause is conceded, and denies nothing."""
_AGAINST_ANOTHER: Final = re.compile(
    r"^\W*(?:contrary to|unlike|in contrast (?:to|with)|as opposed to|notwithstanding|disagreeing with|differing from)"
    r" [^;.]{3,140}?, (?=(?:i|my|we|our|in my|in our|it is my)\b)"
)
"""Whom the author goes against, before what the author holds: "contrary to the examiner, who found no nexus, I …"."""
_AND_NOT: Final = re.compile(
    r" (?:and|but) not (?:to |from |by )?[^,;.]{2,40}?(?= (?:that|which) (?:\w+ ){0,2}?(?:caus\w+|led|leads"
    r"|produc\w+|brought"
    r"|made|makes|account\w*|aggravat\w+|worsen\w+|did|is|was|are|were|explain\w*|gave|set|started|began)\b)"
)
"""The same without them: "it was the jumps and not age that caused it"."""
_OPINES: Final = re.compile(r"likely|probabl|opin|conclu|caus|due to|relat|aggravat|service[- ]connected")
_SUBJECT: Final = (
    r"(?:the|a|an|this|that|these|his|her|its|my|our|dr|mr|ms|mrs|i|we|he|she|it|there|another|private|va|in my|in his"
    r"|in her|neither|no|none|\[)\b"
)
_CONCESSION: Final = re.compile(
    r"(?:^|[;:.] )\W*(?:although|though|even though|while|whilst|whereas|despite the fact that)\b"
    r"(?! (?:stationed|serving|deployed|on active|in (?:the )?(?:service|army|navy)))"
    rf"[^;]{{12,300}}?(?P<turn>, )(?={_SUBJECT}[^;]{{0,80}}?\b(?:is|was|are|were|has|have|had|\w+ed|found|wrote"
    rf"|felt|held"
    r"|believe|think|find|conclude|remains?|said)\b)"
)
_BOUNDARY: Final = re.compile(
    r";|—|\s-\s|(?<!anything )\bbut\b(?! for\b)|\bhowever\b|\bwhereas\b|\balthough\b|\bthough\b"
    r"|\bwhile\b(?= (?:it|the"
    r"|his|her|there|she|he|i|that)\b)(?! (?:he|she|the (?:veteran|patient)) (?:was|were) (?:\w+ )?(?:stationed|serving"
    r"|deployed|on active|on duty|in (?:uniform|(?:the )?(?:service|military|army|navy|marine|air force|coast guard))"
    r"|assigned|posted|enlisted)\b)|\bbecause\b(?! of)|\bgiven (?:that|the)\b|\bdue to the fact\b|\bbased (?:up)?on\b|"
    r",? and that (?=(?:the|his|her|their|its|my)\b[^,;]{2,50}? (?:is|was|are|were|has|have|had)\b)"
    r"|,? (?:and|or|nor|so)(?<! or)(?<!\bor) (?=(?:is|was|are|were) (?:also |therefore |otherwise )?(?:due|related)\b)"
    r"|,? (?:and|or|nor|so) (?=(?:that )?(?:it is|it was|it's|it (?:has|had|did|does|is|was)n't|i|he|she|they"
    r"|the examiner|there (?:is|was)"
    r"|also|(?:is|was|are|were) (?:also |therefore )?(?:more|most|less|at least|not|likely|unlikely"
    r"|as likely)|(?:more|most|less) (?:likely|probabl)|at least as|instead|therefore|thus|in fact)\b)"
    r"|, and (?=(?!not\b|or\b)[\w' -]{3,60}? (?:is|was|were|are|did|does|has|have) not\b)"
    r"|(?P<joined>, and (?=(?:the|his|her|its|their|this|that|these) [\w' -]{2,40}? (?:is|was|were|are|has|have"
    r"|had)\b))|, so (?=(?:his|her|their|the|my|this|mr|ms|mrs|\[patient\])\b)"
    r"|\bsince\b(?= (?:there|the|his|her|he|she|it|no|normal)\b)"
    r"|(?<!likely )(?<!probable )(?<!such )\bas (?=(?:there|his|her|he|she|it(?! found\b)|no|they|evidenced"
    r"|the (?:veteran|examiner|record|service|onset))\b)|, (?!(?:more|less) (?:likely|probabl[ey]) (?:than|as) not\W*$)"
    r"(?=(?:it is|it was|there is|is (?:more|less)"
    r"|more likely|less likely|most likely|with no|noting|explaining|reasoning|which)\b)"
)


_NOT_BUT: Final = re.compile(
    r"\bnot (?:(?P<link>due|attributable|owing|related|secondary|caused|connected|from|because) )?(?:to|from|by|of"
    r"|with)? ?(?!only\b|just\b|merely\b)[^.;:,]{2,60}?,? but (?:rather |instead )?"
    r"(?=(?:due |attributable |owing |related |secondary |caused |connected )?(?:to|from|by|because of|with)\b)"
)
"""One cause set against another: "due not to the roofing but to the jumps"; what is read is the other."""
_ASIDES: Final = (_ASIDE, _NOT_THIS, _NOT_ONLY, _AGAINST_ANOTHER, _CONCEDED, _AND_NOT)
"""What is read past: it claims nothing of its own, and its words would be taken for part of what is claimed."""
_DENIES: Final = re.compile(
    r"\b(?:(?<!than )(?<!as )not|less|doubt\w*|no|neither|nor|never|cannot|unlikely|whether|if|that)\b|n't\b"
)
"""What may reach over an "and" to the clause behind it."""


def claims(low: str, known: Context = NOTHING) -> list[Claim]:
    """What the sentence ``low`` (lower case) claims, in order."""
    if (declined := refusals.turned_down(low)) is not None and not known.marked:
        return [declined]
    refused = refusals.refusal(low)
    if refused is not None and scopes.addressed(low) and not known.marked:
        return []
    if refused is not None:
        return [refused] if refusals.NO_OPINION_WHETHER.search(low) is None else []
    if refusals.no_opinion(low) and not known.marked:
        return []
    if (said := clause_forms.answered(low, known.anchors)) is not None:
        return [said]
    if (anyway := clause_forms.anyway(low)) is not None:
        return [anyway]
    low, _ = refusals.set_aside(low)
    low = shares.without(low)
    low = asides.behind_degree(low)
    for aside in _ASIDES:
        low = aside.sub(lambda match: " " * len(match.group()), low)
    low = _NOT_BUT.sub(_other_of_two, low)
    low = _RELATIVE.sub(_without_relative, low)
    low = _GLOSSED.sub(lambda match: f" , {match.group(1)} , ", low)
    found = _read(low, known)
    if not found or known.marked:
        return _conditioned(low, _merged(found))
    heard = scopes.muted(low)  # costly, and most sentences claim nothing to begin with
    if heard == low:
        return _conditioned(heard, _merged(found))
    return _conditioned(heard, _merged([_of_the_question(one, low, heard, known) for one in _read(heard, known)]))


def _without_relative(match: re.Match[str]) -> str:
    """A relative clause between subject and verb as blanks, unless it is an opinion of its own."""
    return match.group() if _OPINES.search(match.group()) else " " * len(match.group())


def _other_of_two(match: re.Match[str]) -> str:
    """What is denied before "but" as blanks, with its link moved to what is affirmed where that has none of its own."""
    link, size = match.group("link") or "", len(match.group())
    rest = match.string[match.end() :]
    kept = (
        f"{link} " if link and not rest.startswith(link) and rest.startswith(("to ", "by ", "with ", "from ")) else ""
    )
    return " " * (size - len(kept)) + kept


def _of_the_question(claim: Claim, low: str, heard: str, known: Context) -> Claim:
    """A bare degree ("… the chances are even that it has") with link and cause of the question it answers."""
    blotted = scopes.MUTED * 3
    if claim.kind is not None or not claim.strict or blotted not in heard[: claim.phrase[0]]:
        return claim
    begin, end = heard.index(blotted), heard.rindex(scopes.MUTED, 0, claim.phrase[0]) + 1
    asked = clauses.question(low[begin:end], known)
    if asked is None:
        return claim
    kind, thing = asked
    return replace(claim, kind=kind, object=thing.cause, subject=(0, 0), source=(0, 0))


def _read(heard: str, known: Context) -> list[Claim]:
    """The claims of each clause."""
    found: list[Claim] = []
    for start, end in _clauses(heard):
        here = replace(known, before=heard[:start] if heard[:start].count(" ") > 1 else known.before)
        claim = clauses.read(heard[start:end], heard, start, here)
        if claim is not None and claim.kind is not None:
            claim = shares.denied(claim, heard[start:end], known.anchors)
            found.append(claim.moved(start))
        elif found and (said := clause_forms.continued(heard, (start, end), found[-1])) is not None:
            found[-1] = replace(said, end=end)
        elif found and (denied := clause_forms.denied_again(heard[start:end], found[-1])) is not None:
            found.append(denied.moved(start))
        elif claim is not None:
            found.append(claim.moved(start))
    return _with_concessions(heard, found)


def _with_concessions(heard: str, found: list[Claim]) -> list[Claim]:
    """What stands behind "although" and the like is conceded where something else is claimed beside it."""
    spans = [(match.start(), match.start("turn")) for match in _CONCESSION.finditer(heard)]
    given = [any(start <= one.start < end for start, end in spans) for one in found]
    if not any(given) or all(given):
        return found
    return [replace(one, conceded=True) if conceded else one for one, conceded in zip(found, given, strict=True)]


def _clauses(low: str) -> list[tuple[int, int]]:
    bounds = [0]
    parted = [
        match for match in _BOUNDARY.finditer(low) if not (match.lastgroup and _DENIES.search(low[: match.start()]))
    ]
    cuts = [match.span() for match in parted] + [one.span("turn") for one in _CONCESSION.finditer(low)]
    for start, end in sorted(cuts):
        if low.count("(", bounds[-1], start) == low.count(")", bounds[-1], start):
            bounds += [start, end]
    bounds.append(len(low))
    return [(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if b - a > 3]


def _merged(found: list[Claim]) -> list[Claim]:
    """ "Less likely … and more likely X" is one unfavorable opinion, and so is a denial with its alternative."""
    merged: list[Claim] = []
    for claim in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and claim.polarity is last.polarity is Polarity.UNFAVORABLE
            and not (claim.strict and last.strict)
        ):
            own = claim.strict or (not last.strict and last.object is Cause.OTHER and claim.object in _GROUNDS)
            kept = claim if own and not last.strict else last
            merged[-1] = replace(kept, start=last.start, end=claim.end)
        else:
            merged.append(claim)
    return merged


def _conditioned(low: str, found: list[Claim]) -> list[Claim]:
    """Opinions under an "if" keep their class, and name the premise that has to be proved."""
    span = scopes.premise(low)
    if span is None:
        return found
    note = "The opinion is conditional; its premise has to be proved."
    return [
        replace(one, conditional=True, note=note, certainty=min_certainty(one.certainty, Certainty.FAIR))
        if not one.withheld
        else one
        for one in found
    ]
