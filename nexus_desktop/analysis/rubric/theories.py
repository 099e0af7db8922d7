"""Which theory ties the condition to service: by the opinion, else by what was asked (rubric section 2)."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric import anchor_words
from nexus_desktop.analysis.rubric.causes import ANCHOR, Cause, anchors, cause
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.known_causes import told_in_service
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.seen import Seen
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Theory

_PRESUMED: Final = re.compile(
    r"\bpresum(?:ption|ptive|ptively|ed|es|e)\b(?! (?:of (?:soundness|sound|aggravation|regularity"
    r"|innocence|competence|credibility)))"
)
_NOT_PRESUMED: Final = re.compile(
    r"\b(?:not|no|non|isn't|neither|nor|without|lack of|absence of|outside)\b[- ](?:\w+ ){0,6}?presum\w+"
    r"|presum\w+ (?:\w+ ){0,3}?(?:does|do|is|are|has|cannot"
    r"|could) not(?! (?:\w+ )?(?:ask|require|need|depend|care|demand|call for))"
    r"|\bnot (?:\w+ ){0,4}?presumptive (?:list|condition|disease)"
)
_STANDS_ALONE: Final = re.compile(
    r"\b(?:opinion|conclusion|view|answer|finding)s?\b[^.;]{0,50}?\b(?:independent(?:ly)? of|apart from|regardless of"
    r"|irrespective of|without regard to|with or without|does not (?:\w+ )?(?:rest|depend|rely|turn|hang) (?:up)?on"
    r"|in no way (?:rests?|depends?|relies) (?:up)?on|is not based (?:up)?on) (?:the|any|that|a|va's) "
    r"(?:\w+ )?(?:presum\w+|list\b|rule\b|pact\b)"
)
_WITH_OR_WITHOUT: Final = re.compile(
    r"\b(?:opinion|conclusion|view|answer|finding)s?\b[^.;]{0,50}?\b(?:with or without|independent(?:ly)? of|apart from"
    r"|regardless of|does not (?:\w+ )?(?:rest|depend|rely|turn|hang) (?:up)?on) (?:it|them|that|either|this)\b"
)
"""An opinion that the author says would stand were there no presumption."""
_NOT_HIS: Final = re.compile(
    r"\b(?:but|yet|although|though|however)\b,? (?:he|she|the veteran|\[patient\]|m[rs]s?\.? [\w'-]+|(?:his|her) \w+)"
    r" (?:\w+ )?(?:is|was|does|did|has|had|were) (?:not|never|no)\b"
)
"""What follows the naming of a list where the veteran is said to fall outside of it."""
_FOR_THE_LAW: Final = re.compile(
    r"\b(?:question|matter|issue) (?:for|of) (?:the )?(?:law|lawyers?|va|adjudicat\w+|rater|board|others)\b"
    r"|\b(?:i|we) (?:\w+ )?(?:leave|defer|offer nothing|say nothing|express no)\b|\bnot for me\b"
)
_LEFT_OPEN: Final = re.compile(r"\bwhether\b[^.;]{0,120}\bpresum\w+")
_LISTED: Final = re.compile(
    r"3\.307\s?\(a\)\s?\((?:6|7)\)|3\.309\s?\((?:d|e|f)\)|§*\s?3\.3(?:11|17|18|20)\b|(?:u\.?s\.?c\.?a?\.?"
    r"|section|§) ?§? ?11(?:16|17|18|19|20)a?\b|\b1112\s?\(c\)|\bpact act\b|public law 117-168"
    r"|honoring our pact|camp lejeune (?:justice|families) act"
)
_ON_LIST: Final = re.compile(
    r"\b(?:is|are|be|being|stands?) (?:also )?(?:listed|named|included|on the list|among)\b"
    r"|\b(?:under|by|through|on) (?:the|va's|that) (?:[\w-]+ ){1,3}list\b"
    r"|\b(?:is|are) (?:also |both )?(?:on|in) (?:the|va's|that) (?:[\w-]+ ){1,3}?list\b"
)
_NONE_ASKED: Final = re.compile(
    r"\bno (?:\w+ )?(?:opinion|nexus|statement|proof)\b[^.;]{0,40}\b(?:is|are) (?:\w+ )?(?:needed|required"
    r"|necessary|asked|wanted)\b|\bneed not (?:be )?(?:prove|proven|show|shown|state|stated)\b"
    r"|\b(?:one of|among) (?:the|those|\w+) (?:diseases|conditions|cancers)\b[^.;]{0,40}?\b(?:associates?|lists?"
    r"|names?|recogni[sz]es?)\b"
    r"|\b(?:required|asked|called for|demanded) (?:by|in|under) (?:38 c\.?f\.?r\.? ?)?§* ?3\.3(?:09|17|18|20)\b"
)
_HERBICIDE: Final = re.compile(r"\bagente? (?:orange|naranja)\b|\bherbicides?\b|\bdioxin\b|\btcdd\b")
_HERBICIDE_DISEASE: Final = re.compile(
    r"diabetes|ischemic heart|coronary (?:artery|heart)|parkinson|prostate (?:cancer|carcinoma"
    r"|adenocarcinoma)|lung cancer|bladder cancer|larynx|trachea|bronch\w+ cancer|hodgkin|lymphoma|myeloma"
    r"|chronic (?:lymphocytic|b-cell) leukemia|hairy cell|soft tissue sarcoma|amyloidosis|chloracne"
    r"|porphyria|hypothyroid|mgus|monoclonal gammopathy|hypertension"
)
_GULF: Final = re.compile(
    r"\b(?:gulf war|southwest asia|(?:persian|the) gulf|saudi arabia|kuwait|desert (?:storm|shield))\b"
)
_GULF_DISEASE: Final = re.compile(
    r"fibromyalgia|chronic fatigue|irritable bowel|functional (?:gastrointestinal|dyspepsia|bowel)"
    r"|undiagnosed illness|multi-?symptom illness"
)
_UNEXPLAINED: Final = re.compile(r"\b(?:undiagnosed|multi-?symptom) illness\b")
_LEJEUNE: Final = re.compile(r"\blejeune\b|\bcontaminated (?:drinking )?water\b")
_LEJEUNE_DISEASE: Final = re.compile(
    r"kidney cancer|renal cell|liver cancer|hepatocellular|bladder (?:cancer|carcinoma)|urothelial|lymphoma|leukemia"
    r"|multiple myeloma|parkinson|aplastic anemia|myelodysplastic"
)
_PACT_DISEASE: Final = re.compile(
    r"amyotrophic|\bals\b|asthma|rhinitis|sinusitis|bronchiolitis|bronchitis|copd|obstructive pulmonary|emphysema"
    r"|fibrosis|sarcoid|interstitial lung|pleuritis|granuloma|cancer|carcinoma|glioblastoma|melanoma|lymphoma|leukemia"
    r"|sarcoma|myeloma|neoplasm|tumou?r"
)
_DISEASES: Final = (_HERBICIDE_DISEASE, _GULF_DISEASE, _LEJEUNE_DISEASE, _PACT_DISEASE)
_IN_PERIOD: Final = re.compile(
    r"\bwithin (?:the )?(?:first )?(?:one|a|two|three|seven|[1-7]) years? (?:of|after|from|following) (?:his |her "
    r"|the |their )?(?:separation|discharge|release|service|leaving|active)|\bpresumptive period\b"
)
_CHRONIC_RULE: Final = re.compile(r"\b3\.307\s?\(a\)\s?\(3\)|\b3\.309\s?\(a\)")
_YEARS: Final = re.compile(r"\b(?:within|inside) (?:the )?(?:one|seven|three|[137])[- ]years?\b")
_SHOWED: Final = re.compile(
    r"\bmanifest\w*|\bcompensable\b|\bfirst (?:signs?|symptoms?|appear\w*)\b|\bonset\b|\bappeared\b"
)
_AGGRAVATED: Final = re.compile(
    r"\baggravat\w+|\bworsen\w*|\bma(?:k|d)e(?:s|\b) [^.;?]{2,50}? worse\b|\bpermanent(?:ly)? (?:increase|worse)"
    r"|\bbeyond (?:its |the )?natural|3\.310\s?\(b\)|\b3\.306\b|\b1153\b"
)
_MADE_WORSE: Final = re.compile(
    r"\bpre-?exist\w*\b[^.;]{2,80}? (?:was|were|has been|have been|is) (?:\w+ )?(?:aggravated|worsened|made worse)\b"
    r"|\b(?:increase|worsening|deterioration|change|progress\w*) (?:in severity )?(?:was|is|went|goes|were|that \w+"
    r"|has gone)\b[^.;]{0,30}?\b(?:beyond|past|more than|above|faster than)\b[^.;]{0,20}?\bnatural\b"
)
"""A pre-existing condition said to be aggravated, whatever link the same sentence goes on to."""
_SECONDARY: Final = re.compile(
    r"\bsecondary\b(?! (?:gain|to (?:service|noise|trauma|combat|exposure|the (?:injury|accident)"
    r"|in-service)))|3\.310\b|\bproximately due\b|\bdue to (?:his |her |the )?service[- ]connected\b"
)
_BY_ANCHOR: Final = re.compile(
    r"\b(?:caused|aggravated|worsened)\b[^.;\n]{0,24}?\bby (?:the|his|her|a|this) service[- ]connected\b"
    r"|\bservice[- ]connected (?:condition|disability) (?:relied (?:up)?on|it rests on|claimed as the cause)"
    r"|\b(?:sc|service[- ]connected)\b[ \"“(]{0,3}\d0 ?%"
)
"""A disability already service connected, where a letter gives no opinion of its own."""
_NAMED_BELOW: Final = re.compile(r"\bfollowing service[- ]connected (?:condition|disability|disease)\b")
"""A form whose options end in a blank for the service-connected disability."""
_LABEL: Final = re.compile(r"\W*(?:(?:medical )?opinion\W+)?secondary\b(?! to\b)")
_CAUSED: Final = re.compile(r"\b(?:caused|due to|result of|secondary|proximately due|3\.310\s?\(a\))")
_SOME = 2  # of a letter that gives no opinion
_ENOUGH = 3  # signs that a letter rests on a presumption


def theory(doc: Document, position: Position, found: tuple[Opinion, ...] = ()) -> Seen[Theory]:
    """The theory of the governing opinion; without one, the theory of the question or the subject line."""
    asked = _asked(doc)
    one = position.governing
    signs = _presumption(doc, asked, doc.low[one.start : one.end] if one else "")
    if one is None:
        return _without_opinion(doc, asked, signs, found)
    stated = _stated(doc, one)
    if one.claim.withheld and signs >= _ENOUGH and not _of_words(doc.low[one.start : one.end]):
        return Seen(Theory.PRESUMPTIVE, Certainty.FAIR)
    if one.claim.withheld:
        own = doc.low[one.start : one.end]
        told = _of_words(own) or _of_words(asked) or _of_cause(doc, own) or _of_cause(doc, asked)
        return Seen(told or stated, Certainty.FAIR)
    if one.claim.polarity is Polarity.UNFAVORABLE and _of_words(asked) is Theory.AGGRAVATION:
        return Seen(Theory.AGGRAVATION, Certainty.FAIR, ((one.start, one.end),))  # it answers what was asked with no
    if stated is Theory.SECONDARY and signs >= _ENOUGH and not ANCHOR.search(doc.low):
        return Seen(
            Theory.PRESUMPTIVE, Certainty.FAIR, ((one.start, one.end),)
        )  # of a disease presumed, and what follows
    if stated in (Theory.SECONDARY, Theory.AGGRAVATION):
        return Seen(stated, Certainty.HIGH, ((one.start, one.end),))
    if signs >= _ENOUGH:
        return Seen(Theory.PRESUMPTIVE, Certainty.HIGH if signs > _ENOUGH else Certainty.FAIR, ((one.start, one.end),))
    if one.boxed or one.claim.object in (Cause.UNKNOWN, Cause.CONDITION) or one.claim.kind is None:
        return Seen(_of_words(asked) or _of_cause(doc, asked) or stated, Certainty.FAIR, ((one.start, one.end),))
    return Seen(stated, Certainty.HIGH, ((one.start, one.end),))


def _stated(doc: Document, one: Opinion) -> Theory:
    """The theory by an opinion's own words, and by what the letter says of the cause they name."""
    stated = of_opinion(doc, one)
    if stated is Theory.SECONDARY and one.claim.object is Cause.CONDITION and told_in_service(doc, one):
        return Theory.DIRECT  # "that dislocation" of a jump is an injury of service, and no primary disability
    unnamed = one.boxed and one.claim.object is Cause.UNKNOWN
    if stated is Theory.DIRECT and unnamed and _NAMED_BELOW.search(doc.reading.low):
        return Theory.SECONDARY
    return stated


def _without_opinion(doc: Document, asked: str, signs: int, found: tuple[Opinion, ...]) -> Seen[Theory]:
    """The theory of what was asked or reported, where the author gives no opinion."""
    if signs >= _SOME and _of_words(asked) is None:
        return Seen(Theory.PRESUMPTIVE, Certainty.FAIR if signs >= _ENOUGH else Certainty.LOW)
    others = [of_opinion(doc, other) for other in found if other.claim.polarity is not Polarity.NONE]
    claims_anchor = any(o.holder is Holder.VETERAN and o.claim.object is Cause.ANCHOR for o in found)
    others = [Theory.SECONDARY] if claims_anchor and (not others or others[0] is Theory.DIRECT) else others
    reported = others[0] if others else Theory.SECONDARY if _BY_ANCHOR.search(doc.reading.low) else Theory.DIRECT
    reported = (_of_cause(doc, asked) or reported) if reported is Theory.DIRECT else reported
    return Seen(_of_words(asked) or reported, Certainty.FAIR)


def of_opinion(doc: Document, one: Opinion) -> Theory:
    """The theory by an opinion's own words."""
    low = doc.low[one.start : one.end]
    if one.claim.kind is LinkKind.AGGRAVATION:
        return Theory.AGGRAVATION
    if one.claim.kind is LinkKind.PREEXISTED and _AGGRAVATED.search(low):
        return Theory.AGGRAVATION
    if one.claim.polarity is Polarity.FAVORABLE and _MADE_WORSE.search(low):
        return Theory.AGGRAVATION
    if one.claim.object is Cause.ANCHOR:
        return Theory.SECONDARY
    if one.claim.object is Cause.UNKNOWN and _LABEL.match(low):
        return Theory.SECONDARY
    if ANCHOR.search(low) and _SECONDARY.search(low):
        return Theory.SECONDARY
    if one.claim.object is Cause.CONDITION or (
        one.claim.object is Cause.UNKNOWN and re.search(r"\bsecondary to\b", low)
    ):
        return Theory.SECONDARY
    return Theory.DIRECT


def claims_presumption(doc: Document) -> bool:
    """Whether the letter itself says that the disease is presumed to be of service."""
    for sentence in doc.sentences:
        low = doc.of(sentence)
        none_asked = _NONE_ASKED.search(low) and _LISTED.search(doc.low)
        if none_asked or (
            (_PRESUMED.search(low) or (_ON_LIST.search(low) and _LISTED.search(low))) and not _NOT_PRESUMED.search(low)
        ):
            return True
    return False


def on_a_list(names: tuple[str, ...]) -> bool:
    """Whether one of the conditions is of a kind that a presumption names."""
    return any(pattern.search(name.lower()) for name in names for pattern in _DISEASES)


def claimed_theory(doc: Document) -> Theory | None:
    """What the subject line, the contention or the question asks for, or None where they leave it open."""
    return _of_words(_asked(doc))


def answers(doc: Document, found: tuple[Opinion, ...]) -> frozenset[Theory]:
    """The theories the author's statements speak to, for or against."""
    spoken = {of_opinion(doc, one) for one in found if one.claim.polarity is not Polarity.NONE}
    for one in found:
        if re.search(
            r"\b(?:caused?|due to|result of)\b[^.;]{0,40}\b(?:or|and)\b[^.;]{0,25}\baggravat",
            doc.low[one.start : one.end],
        ):
            spoken |= {Theory.AGGRAVATION, Theory.SECONDARY}
    return frozenset(spoken)


def _asked(doc: Document) -> str:
    parts = []
    for line in doc.lines[:45]:
        low = doc.reading.low[line.start : line.end]
        if (line.section in (Section.ISSUE, Section.QUESTION) and line.under <= 3) or re.match(
            r"\W*(?:[a-f]\. )?(?:contention|issue|claim|re|subj(?:ect)?|opinion requested|requested|request"
            r"|question)\b",
            low,
        ):
            parts.append(low)
    for sentence in doc.sentences[:60]:
        low = doc.of(sentence)
        if re.search(
            r"\b(?:(?<!not )ask(?:ed|s)?|requested|question (?:put|is)|want(?:s|ed)? to know"
            r"|wish(?:es)? to know|(?:engaged|retained|hired|invited) me to (?:say|state"
            r"|tell|determine|consider|give|decide))\b.{0,200}\b(?:whether|opinion|if)\b"
            r"|\b(?:ask(?:ed|s)?|wants?|wanted|would like|hopes?|hoped|wish(?:es"
            r"|ed)?) (?:for )?me to (?:\w+ )?(?:write|say|state|certify|attest|confirm) that\b"
            r"|\b(?:the question|claim concerns)\b.{0,250}\?\W*$",
            low,
        ):
            parts.append(low)
    return "\n".join(parts)


def _of_words(words: str) -> Theory | None:
    """The theory named in a question or subject line."""
    if not words:
        return None
    if re.search(r"\bpresumpti", words) and not _NOT_PRESUMED.search(words):
        return Theory.PRESUMPTIVE
    aggravated, secondary = _AGGRAVATED.search(words), _SECONDARY.search(words)
    if aggravated and not _CAUSED.search(words[: aggravated.start()] + words[aggravated.end() :].split("aggravat")[0]):
        return Theory.AGGRAVATION
    if secondary or (aggravated and ANCHOR.search(words)):
        return Theory.SECONDARY
    return None


def _of_cause(doc: Document, asked: str) -> Theory | None:
    """Secondary, where what was asked about is put down to a condition that the letter calls service connected."""
    whether = re.search(r"\b(?:whether|if)\b", asked)
    if whether is None:
        return None
    granted = anchors(doc.low)
    granted |= anchor_words.words(doc.low, granted)
    return Theory.SECONDARY if granted and cause(asked[whether.end() :], granted) is Cause.ANCHOR else None


def _presumption(doc: Document, asked: str, opinion: str) -> int:
    """How many signs the letter gives of resting on a presumption."""
    signs = 0
    denied = 0
    cited: set[str] = set()
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if (against := _not_relied_on(low, before=signs > 0)) is not None:
            denied += against
            continue
        if _NOT_PRESUMED.search(low):
            denied += 1
        elif _PRESUMED.search(low):
            signs += 2
        if _ON_LIST.search(low) and _LISTED.search(low):
            signs += 1
        for match in _LISTED.finditer(low):
            cited.add(re.sub(r"\W", "", match.group()))
    signs += sum(1 if "pact" in one or "117168" in one else 2 for one in cited)
    if re.search(r"\bpresumpti", asked):
        signs += 4
    if re.search(r"3\.318\b", doc.low) and re.search(r"\bals\b|amyotrophic", doc.low):
        signs += _ENOUGH
    return signs + _listed(doc.low, asked, opinion) - 3 * min(denied, 2)


def _not_relied_on(low: str, *, before: bool) -> int | None:
    """How much a sentence speaks against resting on a presumption; None where it says nothing of it.

    ``before`` tells whether a presumption was spoken of, which "it" may go back to.
    """
    if _LEFT_OPEN.search(low):
        return int(_FOR_THE_LAW.search(low) is not None)
    if _STANDS_ALONE.search(low) or (before and _WITH_OR_WITHOUT.search(low)):
        return 2
    return 1 if _LISTED.search(low) and _NOT_HIS.search(low) else None


def _listed(text: str, asked: str, opinion: str) -> int:
    """The signs that lie in a listed disease beside the exposure or service it is listed for."""
    signs = 0
    if _HERBICIDE.search(text) and _HERBICIDE_DISEASE.search(text):
        signs += 3 if _HERBICIDE.search(opinion) else 2
    if _LEJEUNE.search(text) and _LEJEUNE_DISEASE.search(asked + text):
        signs += 3 if re.search(r"\bwater\b|lejeune", opinion) or "presum" in text else 2
    if _GULF.search(asked + text) and _GULF_DISEASE.search(asked + (opinion or text)):
        signs += 3 if _UNEXPLAINED.search(asked + opinion) else 2
    if _IN_PERIOD.search(opinion) and _SHOWED.search(opinion):
        signs += _ENOUGH
    elif "manifest" in opinion and _CHRONIC_RULE.search(text) and (_IN_PERIOD.search(text) or _YEARS.search(text)):
        signs += _ENOUGH  # a chronic disease that showed itself within its period
    return signs
