"""Which of the author's statements governs, and what speaks against it elsewhere (rubric 3.4 step 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from nexus_desktop.analysis.rubric import conditions
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard

_ASIDE: Final = frozenset(
    {
        Section.RATIONALE,
        Section.CONTRARY,
        Section.HISTORY,
        Section.EXAMINATION,
        Section.RECORDS,
        Section.DIAGNOSIS,
        Section.AUTHOR,
        Section.CLOSING,
    }
)
_TIES: Final = frozenset({LinkKind.RELATION, LinkKind.CAUSE})
_TOLD: Final = frozenset({Section.CONTRARY, Section.HISTORY, Section.RECORDS, Section.QUESTION, Section.ISSUE})
_GROUNDS: Final = frozenset({Cause.SERVICE, Cause.ANCHOR, Cause.UNKNOWN})
_GROUNDED: Final = frozenset({Cause.SERVICE, Cause.ANCHOR})
_CLOSE = 5  # statements within this many points of the best are as explicit as it is
_CONCEDED = 12  # what is granted behind "although" is no conclusion
_NEAR = 6  # lines under an opinion heading that are still the opinion


@dataclass(frozen=True, slots=True)
class Position:
    """What the author concludes, taken over all statements."""

    governing: Opinion | None
    per_condition: tuple[Opinion, ...]  # the explicit statements, one a condition, the governing one first
    hedges: tuple[Opinion, ...]  # weaker readings of the same point elsewhere
    contradictions: tuple[Opinion, ...]  # the opposite of the governing statement, on the same point
    second_voices: tuple[Opinion, ...]  # later denials and refusals on the condition, whatever way they speak of
    box_conflict: bool  # a marked option and the narrative disagree
    alike: tuple[Opinion, ...] = ()  # other statements that go the way of the governing one

    @property
    def opposed(self) -> tuple[Opinion, ...]:
        """Statements on other conditions that go against the claim or leave it open."""
        return tuple(
            one for one in self.per_condition[1:] if one.claim.polarity is Polarity.UNFAVORABLE or one.claim.withheld
        )

    @property
    def torn(self) -> bool:
        """Whether the author says yes and no to the same point: such a letter proves nothing until it is mended."""
        return bool(self.contradictions)


def explicitness(one: Opinion) -> int:
    """How plainly a statement is put as the author's conclusion; a ranking, not a measure."""
    score = _of_the_words(one)
    if one.section is Section.OPINION and one.under <= _NEAR:
        score += 6
    elif one.section in _ASIDE:
        score -= 3
    if one.own_words:
        score += 5
    if one.claim.object in (Cause.SERVICE, Cause.ANCHOR):
        score += 2
    if (one.claim.kind is None and not one.boxed) or one.claim.kind is LinkKind.PREEXISTED:
        score -= 5
    if one.claim.certainty is Certainty.LOW and not one.claim.strict:
        score -= 4
    if one.claim.conceded:
        score -= _CONCEDED
    return score


def _of_the_words(one: Opinion) -> int:
    """What the words of a statement add: a box, VA's own phrase, a degree."""
    score = 9 if one.boxed else 0
    if one.claim.strict or one.claim.withheld:
        return score + 8
    return score + 4 if one.claim.standard is not Standard.DEFINITE else score


def position(found: tuple[Opinion, ...], claimed: Sequence[str] = ()) -> Position:
    """The author's position over the opinions of a letter.

    A favorable statement governs before an unfavorable one only where the two are on different points: on one point
    the unfavorable reading governs, whatever the order. ``claimed``: the conditions of the subject line; what is said
    of them governs before what is said of others.
    """
    own = [one for one in found if one.holder is Holder.AUTHOR and one.claim.polarity is not Polarity.NONE]
    own = [one for one in own if not one.earlier] or own  # what was held before, and is told, is not held now
    if any(one.claim.kind is LinkKind.AGGRAVATION for one in own):  # that it was there before is what this rests on
        own = [one for one in own if one.claim.kind is not LinkKind.PREEXISTED]
    if not own:
        return Position(None, (), (), (), (), box_conflict=False)
    best = max(explicitness(one) for one in own)
    explicit = [one for one in own if explicitness(one) >= best - _CLOSE]
    explicit += [one for one in own if one not in explicit and _other_way(one, explicit)]
    explicit += [one for one in own if one not in explicit and _of_another_condition(one, explicit)]
    governing = _choose(_on_claim(explicit, own, claimed))
    point = [one for one in own if one is not governing and same_point(one, governing)]
    point = [one for one in point if not _of_another_question(one, governing, own)]
    against = tuple(
        one for one in point if _opposite(one, governing) and (_committed(one) or _against_box(one, governing))
    )
    if governing.revised and all(one.order < governing.order and not one.boxed for one in against):
        against = ()  # "my opinion now": it takes the place of what stands above
    if against and governing.claim.polarity is Polarity.FAVORABLE:
        governing, against = _weaker_of(governing, against)
    elif governing.boxed and governing.claim.polarity is Polarity.UNFAVORABLE:
        governing, against = _narrated(governing, point, against)
    hedges = tuple(one for one in point if _weaker(one, governing))
    twice = [one for one in hedges if one.boxed and governing.boxed and one.row == governing.row]
    if twice and not against:  # two options of one form are marked: the weaker is all that can be relied on
        governing, hedges = twice[-1], (governing,)
    capped = [one for one in hedges if one.capped and one.order > governing.order]
    if capped and not against:  # "… possible, but I would not put it higher": the last word is the opinion
        governing, hedges = capped[-1], (governing,)
    conflict = any(one.boxed != governing.boxed for one in against)
    later = tuple(one for one in own if one is not governing and _second_voice(one, governing, found))
    alike = tuple(
        one
        for one in explicit
        if one.order != governing.order and one.claim.polarity is governing.claim.polarity and not one.claim.withheld
    )
    every = _per_condition(explicit, governing)
    return Position(governing, every, hedges, against, later, box_conflict=conflict, alike=alike)


def _on_claim(explicit: list[Opinion], own: list[Opinion], claimed: Sequence[str]) -> list[Opinion]:
    """The statements on the claimed conditions, or on none by name; all of them where the claim is not spoken of."""
    spoken = [one for one in own if one.condition and any(conditions.alike(one.condition, name) for name in claimed)]
    on = [one for one in explicit if one in spoken]
    if on or any(one.condition is None for one in explicit):
        return [one for one in explicit if one in on or one.condition is None] if on else explicit
    return [one for one in spoken if one.claim.polarity is Polarity.UNFAVORABLE and _plain(one)] or explicit


def _other_way(one: Opinion, explicit: list[Opinion]) -> bool:
    """Whether a yes in VA's own words answers another question than those answered most explicitly, on one condition:
    "caused? No. Aggravated? Yes: it is at least as likely as not …"."""
    stated = one.section is Section.OPINION or one.own_words
    if not (one.meets_standard and one.claim.strict and stated) or one.claim.conceded or one.claim.conditional:
        return False
    if one.claim.object not in _GROUNDED or one.claim.certainty is Certainty.LOW:
        return False
    return all(
        other.claim.polarity is Polarity.UNFAVORABLE
        and _way(other) is not None
        and _way(other) != _way(one)
        and (not one.condition or not other.condition or conditions.alike(one.condition, other.condition))
        for other in explicit
    )


def _of_another_condition(one: Opinion, explicit: list[Opinion]) -> bool:
    """Whether a yes in VA's own words to the condition a letter takes up first stands before the denials of others."""
    if not (one.meets_standard and one.claim.strict and one.condition) or one.inferred:
        return False
    if one.claim.object not in _GROUNDS or one.claim.certainty is Certainty.LOW:
        return False
    if one.claim.conceded or one.claim.conditional:
        return False
    return all(
        other.claim.polarity is Polarity.UNFAVORABLE
        and other.condition is not None
        and one.order < other.order
        and not conditions.alike(one.condition, other.condition)
        for other in explicit
    )


def _plain(one: Opinion) -> bool:
    """Whether a flat statement names service or an anchor as what it denies."""
    return one.claim.certainty is not Certainty.LOW and one.claim.object in (Cause.SERVICE, Cause.ANCHOR)


def _against_box(one: Opinion, governing: Opinion) -> bool:
    """Whether the narrative plainly denies what a box affirms: the letter is then classed by its narrative."""
    return governing.boxed and not one.boxed and one.claim.polarity is Polarity.UNFAVORABLE and _plain(one)


def _choose(explicit: list[Opinion]) -> Opinion:
    """Favorable before unfavorable, then the most explicit, then the first."""
    denied = any(
        one.claim.polarity is Polarity.UNFAVORABLE
        and one.claim.object in _GROUNDED
        and (_committed(one) or _plain(one))
        for one in explicit
    )
    ranked = sorted(explicit, key=lambda one: (-_worth(one, denied=denied), -explicitness(one), one.order))
    return ranked[0]


def _in_passing(one: Opinion) -> bool:
    """Whether a flat yes has neither phrase, box nor "in my opinion" to it."""
    return one.claim.certainty is Certainty.LOW and not (one.claim.strict or one.boxed or one.own_words)


def _worth(one: Opinion, *, denied: bool) -> int:
    if one.meets_standard and denied and (one.claim.object is Cause.CONDITION or _in_passing(one)):
        return 1  # of a disease that the author puts down to nothing of service, or said in passing
    if one.meets_standard:
        return 3
    if one.claim.polarity is Polarity.UNFAVORABLE and not _committed(one):
        return 1  # said in passing: "with so low a dose a link would be doubtful", before "I cannot say either way"
    return {Polarity.UNFAVORABLE: 2, Polarity.INCONCLUSIVE: 1, Polarity.FAVORABLE: 1}.get(one.claim.polarity, 0)


def _weaker_of(favorable: Opinion, against: tuple[Opinion, ...]) -> tuple[Opinion, tuple[Opinion, ...]]:
    """The statement that governs where yes and no are said to one point, and those that contradict it.

    A narrative outranks a box; what the narrative says against a box is plain enough to be relied on.
    """
    if favorable.claim.object not in (
        Cause.SERVICE,
        Cause.ANCHOR,
    ):  # "… and is at least as likely as not due to running"
        plainly = [one for one in against if one.claim.strict and one.claim.object is not Cause.UNKNOWN]
        if plainly and not favorable.boxed:
            return max(plainly, key=explicitness), ()
    revised = [one for one in against if one.revised and one.order > favorable.order]
    if revised and not favorable.boxed:
        return revised[-1], ()
    chosen = max(against, key=lambda one: (not one.boxed, explicitness(one), one.order))
    if (
        not favorable.boxed
        and favorable.own_words
        and favorable.claim.object in _GROUNDED
        and all(one.boxed for one in against)
    ):
        return favorable, against  # a form is classed by its narrative; the conflict stands
    plain = favorable.boxed and not chosen.boxed and (chosen.claim.strict or _plain(chosen))
    certainty = Certainty.FAIR if plain else Certainty.LOW
    return replace(chosen, claim=replace(chosen.claim, certainty=certainty)), (favorable,)


def _narrated(box: Opinion, point: list[Opinion], against: tuple[Opinion, ...]) -> tuple[Opinion, tuple[Opinion, ...]]:
    """A form is classed by its narrative: the author's own yes outranks a box marked no, and the conflict stands."""
    said = [
        one
        for one in point
        if not one.boxed and one.own_words and one.meets_standard and one.claim.object in _GROUNDED
        if one.claim.standard is not Standard.DEFINITE and not (one.claim.conceded or one.claim.conditional)
    ]
    denied = any(not one.boxed and one.claim.polarity is Polarity.UNFAVORABLE and _committed(one) for one in point)
    if not said or denied:
        return box, against
    best = max(said, key=explicitness)
    return replace(best, claim=replace(best.claim, certainty=Certainty.LOW)), (box,)


def same_point(one: Opinion, other: Opinion) -> bool:
    """Whether two statements speak of the same condition and the same way it came about."""
    named, also = one.condition, other.condition
    if named and also and not one.guessed and not conditions.alike(named, also) and not _guessed_alike(one, other):
        return False
    if _worse_after(one, other) or _worse_after(other, one):
        return False
    ways = {_way(one), _way(other)} - {None}
    return len(ways) <= 1


def _of_another_question(one: Opinion, governing: Opinion, own: list[Opinion]) -> bool:
    """Whether a statement stands under a question of the form that was asked behind the governing one and answered the
    way the statement goes: a form asks the same words again for the other leg."""
    if governing.asked and one.asked:
        return True
    asked = [each for each in own if each.asked and governing.order < each.order < one.order]
    return bool(asked) and asked[-1].claim.polarity is one.claim.polarity and not one.asked


def _worse_after(no: Opinion, yes: Opinion) -> bool:
    """Whether a yes to aggravation in VA's own words stands behind a no to the cause: "not caused, but made worse"."""
    return (
        yes.claim.kind is LinkKind.AGGRAVATION
        and no.claim.kind is not LinkKind.AGGRAVATION
        and no.claim.polarity is Polarity.UNFAVORABLE
        and no.claim.object in (Cause.UNKNOWN, Cause.ANCHOR)
        and yes.meets_standard
        and yes.claim.strict
        and yes.claim.object is Cause.ANCHOR
        and yes.order > no.order
    )


def _guessed_alike(one: Opinion, other: Opinion) -> bool:
    """Whether a condition not named in its statement may be the other one by its field ("headaches", "migraines")."""
    guessed = [each.condition or "" for each in (one, other) if each.inferred]
    fields = [conditions.fields(each.condition or "") for each in (one, other)]
    return bool(fields[0] & fields[1]) and any(conditions.complaint(name) for name in guessed)


def _way(one: Opinion) -> str | None:
    """By which way a statement ties the condition to service, as far as it says."""
    if one.claim.kind is LinkKind.AGGRAVATION:
        return "aggravation" if one.claim.object is not Cause.SERVICE else "direct"  # of what was there before service
    return {Cause.SERVICE: "direct", Cause.ANCHOR: "secondary"}.get(one.claim.object)


def _opposite(one: Opinion, other: Opinion) -> bool:
    return {one.claim.polarity, other.claim.polarity} == {Polarity.FAVORABLE, Polarity.UNFAVORABLE}


def _committed(one: Opinion) -> bool:
    """Whether a statement is put as a conclusion, by phrase, box, own words or place, and not said in passing."""
    claim = one.claim
    if claim.strict or one.boxed:
        return True
    if claim.certainty is Certainty.LOW or claim.object is Cause.UNKNOWN:
        return False
    if one.own_words:
        return True
    placed = one.section is Section.OPINION and one.under <= _NEAR
    return placed and (claim.standard is Standard.LESS_LIKELY or claim.object in (Cause.SERVICE, Cause.ANCHOR))


def _weaker(one: Opinion, governing: Opinion) -> bool:
    """Whether a statement hedges the governing one in the author's own words."""
    doubtful = one.claim.polarity is Polarity.INCONCLUSIVE or one.claim.standard is Standard.SPECULATIVE
    stated = one.own_words or one.section is Section.OPINION
    return (
        governing.meets_standard
        and doubtful
        and stated
        and one.claim.object in (Cause.SERVICE, Cause.ANCHOR, Cause.CONDITION, Cause.UNKNOWN)
        and one.claim.leaning is not Polarity.UNFAVORABLE
    )


def _second_voice(one: Opinion, governing: Opinion, found: tuple[Opinion, ...]) -> bool:
    """Whether a statement behind a favorable one denies or withholds what it said, on that condition or on none."""
    if not governing.meets_standard or one.start <= governing.start:
        return False
    named = one.condition if not one.guessed else None
    if named and governing.condition and not conditions.alike(named, governing.condition):
        return False
    if any(other.start < one.start and other.end > one.start and other is not one for other in found):
        return False  # one sentence that weighs both
    if one.claim.withheld:
        return one.claim.kind is not None
    worsened = {LinkKind.AGGRAVATION} & {one.claim.kind, governing.claim.kind}
    if worsened and one.claim.kind is not governing.claim.kind and not _alone(one):
        return False  # not caused, but aggravated
    if one.claim.polarity is not Polarity.UNFAVORABLE or one.claim.conceded:
        return False
    if one.claim.object in _GROUNDS and (one.claim.strict or one.own_words):
        return True
    point = same_point(one, governing) or (one.inferred and one.claim.kind in _TIES)
    flat = one.claim.certainty is not Certainty.LOW and one.section not in _TOLD and point
    if one.claim.object is Cause.OTHER:  # "the condition is more likely the result of his later job"
        return flat and one.inferred and (one.section is Section.OPINION or one.claim.standard is Standard.LESS_LIKELY)
    return flat and one.claim.object in (Cause.SERVICE, Cause.ANCHOR)


def _alone(one: Opinion) -> bool:
    """Whether a statement names no condition, nor does its paragraph: the last word on all of it."""
    return one.guessed and one.claim.object in (Cause.SERVICE, Cause.OTHER)


def _per_condition(explicit: list[Opinion], governing: Opinion) -> tuple[Opinion, ...]:
    kept = [governing]
    seen = {conditions.key(governing.condition or "")}
    for one in explicit:
        name = conditions.key(one.condition or "")
        if name and name not in seen:
            seen.add(name)
            kept.append(one)
    return tuple(kept)


def leading(found: tuple[Opinion, ...], claimed: Sequence[str] = ()) -> Opinion | None:
    """The opinion a reader would name first, whoever holds it: the author's governing one, else the most explicit."""
    own = position(found, claimed).governing
    if own is not None:
        return own
    others = [one for one in found if one.claim.polarity is not Polarity.NONE]
    return max(others, key=lambda one: (explicitness(one), -one.order)) if others else None
