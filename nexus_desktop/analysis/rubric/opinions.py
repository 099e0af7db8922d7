"""Every opinion of a letter with its holder, condition and words, whoever holds it (rubric 3.4)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Final

from nexus_desktop.analysis.rubric import answers, blanks, causes, conditions, holders, opinion_names, phrases, scopes
from nexus_desktop.analysis.rubric.boxes import Option
from nexus_desktop.analysis.rubric.claim import Claim, Context
from nexus_desktop.analysis.rubric.claims import claims
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.opinion_words import ASKED, FOR_VA, FORM, HOPED_FOR, OWN_EXAMINER, STATED
from nexus_desktop.analysis.rubric.segmentation import HIDDEN, Document, Sentence
from nexus_desktop.analysis.rubric.standing import CAPPED, EARLIER, REVISED
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard

_QUOTE_MARKS: Final = str.maketrans(dict.fromkeys('"“”', " "))
_SHORT_QUOTE = 16  # words: a phrase taken over into one's own sentence, not a passage
_OPENING = 300  # characters before a quotation in which its source is looked for
_COLON_REACH = 40  # characters between reporting words and the colon that opens what is reported
_NEXT = 2  # characters between a sentence and the one that goes on of "it"
_OF_IT: Final = re.compile(
    r"\W*(?:but |however,? |yet |instead,? |rather,? )?(?:it|this)\b(?! (?:is|was) (?:also )?my\b)"
)
_MEMORY = 3  # sentences for which "he wrote" still goes back to the last person named
_ASKS: Final = re.compile(r"\b(?:whether|request\w*|asked|claim(?:ed|s)? (?:that|for|of)|question|issue)\b|\?")
_HOLDS: Final = re.compile(r"(?:attribut|relat|link|associat|ascrib|connect|trac)(?:es|ed|s)\b(?! to\b)")
_FIRST_PERSON: Final = re.compile(r"\b(?:i|i'm|i've|my|me|we|our)\b")
_NAME: Final = re.compile(r"dr\.? ([\w'’-]+(?: [\w'’-]+){0,2})|(\[provider \d+\])")


@dataclass(frozen=True, slots=True)
class Opinion:
    """A claim with its holder and its place. ``start`` and ``end`` are positions of the reading: the words to quote."""

    claim: Claim
    holder: Holder
    quoted: bool
    start: int
    end: int
    section: Section
    under: int
    own_words: bool = False  # "in my opinion", "I believe"
    boxed: bool = False  # a marked option of a form
    asked: bool = False  # … that answers a question printed in full
    row: int = -1  # options of one question have the same
    condition: str | None = None
    inferred: bool = False  # the condition is named before or behind the statement, not in it
    guessed: bool = False  # … and not in its paragraph or heading either
    order: int = 0
    capped: bool = False  # the author says that it can be put no higher
    revised: bool = False  # the author says that it takes the place of what was said before
    earlier: bool = False  # the author tells what they held before

    @property
    def meets_standard(self) -> bool:
        """Favorable and at least as likely as not."""
        return self.claim.polarity is Polarity.FAVORABLE and self.claim.standard is not Standard.SPECULATIVE


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words to be read as one: a sentence, a quotation in it, or a marked option."""

    low: str
    start: int
    quote: tuple[int, int] | None
    apart: bool = False  # a passage of its own, not a phrase taken over


def find(doc: Document) -> tuple[Opinion, ...]:
    """All opinions of the letter in the order they stand."""
    return _Reader(doc).opinions()


class _Reader:
    """Goes through the sentences once, remembering who was named last."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._form = bool(FORM.search(doc.low[:1500])) or bool(FORM.search(doc.low[-1500:]))
        self._signers = opinion_names.signers(doc)
        self._anchors = causes.anchored(doc.low)
        self._named: Holder | None = None
        self._named_at = -9
        self._found: list[Opinion] = []

    def opinions(self) -> tuple[Opinion, ...]:
        for number, sentence in enumerate(self._doc.sentences):
            if number - self._named_at > _MEMORY:
                self._named = None
            here = [option for option in self._doc.options_near(sentence.start, sentence.end) if option.marked]
            if sentence.section not in (Section.ISSUE, Section.QUESTION) or here:
                self._sentence(number, sentence, here)
            elif self._doc.of(sentence).endswith("?"):
                self._answered(number, sentence)
            self._remember(number, self._doc.of(sentence))
        if not any(one.holder is Holder.AUTHOR for one in self._found):
            self._subject_line()
        if self._third_person():
            other = Holder.OTHER_DOCTOR
            self._found = [
                replace(o, holder=Holder.AUTHOR, quoted=False) if o.holder is other else o for o in self._found
            ]
        return tuple(replace(one, order=order) for order, one in enumerate(self._found))

    def _third_person(self) -> bool:
        """Whether the letter speaks of its own author as "Dr. …": nobody says "I", and it is signed."""
        own = any(one.holder is Holder.AUTHOR and one.claim.polarity is not Polarity.NONE for one in self._found)
        reported = any(one.holder is Holder.OTHER_DOCTOR for one in self._found)
        return reported and not own and bool(self._signers) and not _FIRST_PERSON.search(self._doc.low)

    def _subject_line(self) -> None:
        """An opinion that stands in the subject line and nowhere else."""
        for sentence in self._doc.sentences:
            low = self._doc.of(sentence)
            stated = STATED.search(low) if sentence.section is Section.ISSUE else None
            if stated is None or _ASKS.search(low):
                continue
            piece = _Piece(low[stated.end() :], sentence.start + stated.end(), None)
            for claim in claims(piece.low, Context(anchors=self._anchors)):
                if claim.strict:
                    self._keep(claim, piece, sentence, several=False)

    def _sentence(self, number: int, sentence: Sentence, here: list[Option]) -> None:
        low = self._doc.of(sentence)
        if blanks.unfilled(self._doc, sentence, low):
            return
        if not here and low.rstrip(" \"'”)").endswith("?") and ASKED.search(low):
            self._answered(number, sentence)
            return
        if here:
            for option in here:
                self._option(sentence, option)
            return
        known = self._context(number, sentence)
        headed = answers.bare(low) is not None and (self._headed(number, sentence) or self._alone(sentence, low))
        if headed or answers.labelled(self._doc, sentence):
            known = replace(known, marked=True)
        for piece in self._pieces(sentence, low):
            found = claims(piece.low, known)
            for claim in found:
                self._keep(claim, piece, sentence, several=len(found) > 1)

    def _pieces(self, sentence: Sentence, low: str) -> list[_Piece]:
        """The sentence with short quotations taken in, and long ones apart."""
        pieces: list[_Piece] = []
        outer, quoted = low, None
        for start, end in self._doc.quotes_near(sentence.start, sentence.end):
            first, last = max(start, sentence.start), min(end, sentence.end)
            inner = low[first - sentence.start : last - sentence.start]
            if HOPED_FOR.search(low[: first - sentence.start]) and phrases.strict(inner.strip(" \"“”,.'")) is not None:
                outer = outer[: first - sentence.start] + HIDDEN * (last - first) + outer[last - sentence.start :]
            elif (start, end) != (first, last) or len(inner.split()) > _SHORT_QUOTE:
                pieces.append(_Piece(inner.translate(_QUOTE_MARKS), first, (start, end), apart=True))
                outer = outer[: first - sentence.start] + HIDDEN * (last - first) + outer[last - sentence.start :]
            else:
                quoted = (start, end)
        return [_Piece(outer.translate(_QUOTE_MARKS), sentence.start, quoted), *pieces]

    def _headed(self, number: int, sentence: Sentence) -> bool:
        """Whether a sentence stands under or behind a label of its own, and not behind a question already answered."""
        if number and self._doc.of(self._doc.sentences[number - 1]).rstrip(" \"'”)").endswith("?"):
            return False
        line = self._doc.lines[sentence.line]
        above = self._doc.lines[sentence.line - 1] if sentence.line else line
        label = self._doc.of(above).rstrip()
        return sentence.section is Section.OPINION or above.heading or label.endswith(":")

    def _alone(self, sentence: Sentence, low: str) -> bool:
        """Whether a line says no and nothing else ("Less likely than not."), and is not one of several printed."""
        words = answers.bare(low)
        if words is None or words.phrase.polarity is Polarity.FAVORABLE or not self._whole_line(sentence):
            return False
        printed = [one for one in self._doc.sentences if self._whole_line(one) and answers.bare(self._doc.of(one))]
        return len(printed) == 1

    def _whole_line(self, sentence: Sentence) -> bool:
        line = self._doc.lines[sentence.line]
        return sentence.start <= line.start + 1 and sentence.end >= line.end - 1

    def _context(self, number: int, sentence: Sentence) -> Context:
        """The sentence before in the same line, which "that" may go back to."""
        before = self._doc.sentences[number - 1] if number else sentence
        same = before.line == sentence.line and before is not sentence
        return Context(
            anchors=self._anchors,
            concluding=sentence.section is Section.OPINION,
            listed=sentence.section is Section.DIAGNOSIS,
            before=self._doc.of(before) if same else "",
        )

    def _keep(self, claim: Claim, piece: _Piece, sentence: Sentence, *, several: bool) -> None:
        low = self._doc.of(sentence)
        place = piece.start - sentence.start + claim.phrase[0]
        inside = piece.quote is not None and piece.quote[0] <= sentence.start + place < piece.quote[1]
        spoken = place
        if inside and piece.apart and piece.quote is not None:  # "my opinion" in a passage quoted is not the author's
            spoken = max(0, piece.quote[0] - sentence.start - 1)
        verb = _HOLDS.match(low, spoken)
        spoken = verb.end() if verb and spoken == place else spoken  # "the veteran attributed it to": it is his
        heard = scopes.said(low.translate(_QUOTE_MARKS), spoken)
        holder, framed = holders.holder_before(heard, spoken, self._named, strict=claim.strict or claim.withheld)
        holder = self._own(low, spoken, holder) if framed else holder
        own = holder is Holder.AUTHOR
        if holder is None and inside:
            holder = self._quoted_from(sentence, piece)
        elif holder is None:
            holder = self._announced(sentence) or self._listed(sentence) or Holder.AUTHOR
        if holder is Holder.AUTHOR and not (own or claim.strict) and holders.told_behind(low, place):
            holder = Holder.VETERAN
        if self._doc.spoken_for(piece.start) and holder in (Holder.AUTHOR, Holder.OTHER_DOCTOR):
            holder, own = Holder.VETERAN, False
        if holder is Holder.VETERAN:
            claim = replace(
                claim,
                polarity=Polarity.NONE,
                standard=Standard.NONE,
                leaning=Polarity.NONE,
                note="The veteran's own account, not a medical opinion.",
            )
        if claim.certainty is Certainty.LOW and not claim.strict and sentence.section is Section.OPINION:
            claim = replace(claim, certainty=Certainty.FAIR)  # under an opinion heading a bare statement is one
        start, end = self._extent(claim, piece, sentence, several=several)
        quoted = (inside and holder is not Holder.AUTHOR) or (framed and holder is not Holder.AUTHOR)
        name, inferred, guessed = self._name(claim, piece.start, sentence, piece.start + len(piece.low))
        if holder is Holder.AUTHOR and name and opinion_names.is_granted_step(name, claim):
            self._anchors |= {conditions.key(name)}  # the next step goes on from it
        earlier = holder is Holder.AUTHOR and bool(EARLIER.search(low[: place + 1]))
        self._found.append(
            Opinion(
                claim.moved(piece.start - start),  # from its own words on, where the sentence holds several
                holder,
                quoted,
                start,
                end,
                sentence.section,
                sentence.under,
                own_words=own,
                condition=name,
                inferred=inferred,
                guessed=guessed,
                earlier=earlier,
                capped=holder is Holder.AUTHOR and bool(CAPPED.search(low)),
                revised=holder is Holder.AUTHOR and self._revised(sentence),
            )
        )

    def _name(self, claim: Claim, start: int, sentence: Sentence, end: int) -> tuple[str | None, bool, bool]:
        """The condition of a claim whose words begin at ``start`` and end at ``end``; whether it is named elsewhere."""
        named = opinion_names.in_subject(self._doc, start, claim)
        if named is not None:
            return named, False, False
        if (label := opinion_names.part_label(self._doc, start)) is not None:
            return label, False, False
        if (same := self._of_the_last(start + claim.phrase[0], sentence)) is not None:
            return same, True, False
        before, guessed = opinion_names.before(self._doc, sentence, start + claim.phrase[0], self._anchors)
        if guessed and (part := opinion_names.part(self._doc, start, claim)) is not None:
            return part, False, False
        if not opinion_names.is_step(self._doc.low[start + claim.subject[0] : start + claim.subject[1]]):
            return before, True, guessed
        return opinion_names.behind(self._doc, start + claim.end, end, self._anchors) or before, True, False

    def _of_the_last(self, place: int, sentence: Sentence) -> str | None:
        """The condition that the statement just before named, where this one goes on of "it"."""
        last = self._found[-1] if self._found else None
        if last is None or last.condition is None or last.holder is not Holder.AUTHOR or last.guessed:
            return None
        if (
            not 0 <= sentence.start - last.end <= _NEXT
            or _OF_IT.match(self._doc.low, sentence.start, place + 1) is None
        ):
            return None
        return last.condition

    def _revised(self, sentence: Sentence) -> bool:
        """Whether a statement is said to take the place of an earlier one, in its sentence or the one before."""
        number = bisect_left(self._doc.sentences, sentence.start, key=lambda one: one.start)
        near = self._doc.sentences[max(0, number - 1) : number + 1]
        return any(REVISED.search(self._doc.of(one)) for one in near)

    def _own(self, low: str, place: int, holder: Holder | None) -> Holder | None:
        """The holder where an examiner or doctor named in the third person is the author."""
        if holder not in (Holder.EXAMINER, Holder.OTHER_DOCTOR):
            return holder
        frame = [one for one in holders.frames(low[: place + 1].translate(_QUOTE_MARKS)) if one.holder is holder]
        if not frame:
            return holder
        if self._form and holder is Holder.EXAMINER and OWN_EXAMINER.match(frame[-1].text):
            return Holder.AUTHOR
        name = _NAME.search(frame[-1].text)
        called = (
            {name.group(2)}
            if name and name.group(2)
            else {word.removesuffix("'s") for word in name.group(1).split()[:2]}
            if name
            else set()
        )
        return Holder.AUTHOR if called & self._signers else holder

    def _quoted_from(self, sentence: Sentence, piece: _Piece) -> Holder:
        """Who a quotation without reporting words of its own is taken from."""
        if self._named is not None and self._named is not Holder.VETERAN:
            return self._named
        if sentence.section is Section.CONTRARY:
            return Holder.EXAMINER
        opening = (piece.quote or (piece.start, 0))[0]
        if FOR_VA.search(self._doc.low, max(0, opening - _OPENING), opening):
            return Holder.AUTHOR
        return self._introduced(opening) or Holder.OTHER_DOCTOR

    def _introduced(self, place: int) -> Holder | None:
        """Who is named last, other than the author, in the lines before ``place``."""
        words = self._doc.low[max(0, place - _OPENING) : place].translate(_QUOTE_MARKS)
        named = [one.holder for one in holders.frames(words) if one.holder not in (None, Holder.AUTHOR)]
        return named[-1] if named else None

    def _announced(self, sentence: Sentence) -> Holder | None:
        """Who a passage belongs to that stands unquoted under a line such as "The examiner wrote:"."""
        line = self._doc.lines[sentence.line]
        if sentence.line == 0 or not line.start <= sentence.start < line.end:
            return None
        above = self._doc.lines[sentence.line - 1]
        low = self._doc.of(above).rstrip()
        if not low.endswith(":") or above.heading:
            return None
        frames = holders.frames(low.translate(_QUOTE_MARKS))
        if not frames or len(low) - frames[-1].end > _COLON_REACH:
            return None
        return frames[-1].holder or self._named or Holder.OTHER_DOCTOR

    def _listed(self, sentence: Sentence) -> Holder | None:
        """Whose opinion stands in a list of records read: not the author's."""
        listed = sentence.section is Section.RECORDS
        return self._introduced(sentence.end) or Holder.OTHER_DOCTOR if listed else None

    def _extent(self, claim: Claim, piece: _Piece, sentence: Sentence, *, several: bool) -> tuple[int, int]:
        """The words to quote: the sentence, or the part of it that holds this claim where it holds several."""
        if piece.start != sentence.start:
            return piece.start, piece.start + len(piece.low)
        return (piece.start + claim.start, piece.start + claim.end) if several else (sentence.start, sentence.end)

    def _option(self, sentence: Sentence, option: Option) -> None:
        low = self._doc.low[option.text_start : option.text_end]
        for claim in claims(low, Context(marked=True, anchors=self._anchors))[:1]:
            start, end = min(option.start, option.text_start), max(option.end, option.text_end)
            name, inferred, _ = self._name(claim, option.text_start, sentence, option.text_end)
            self._found.append(
                Opinion(
                    claim,
                    Holder.AUTHOR,
                    False,
                    start,
                    end,
                    Section.OPINION,
                    1,
                    own_words=True,
                    boxed=True,
                    row=option.row,
                    condition=name,
                    inferred=inferred,
                )
            )

    def _answered(self, number: int, sentence: Sentence) -> None:
        """A question of a form or a referral, with the answer that follows it."""
        reply = answers.reply(self._doc, number, self._anchors)
        if reply is None:
            return
        end, claim = reply
        named = self._doc.named(sentence.start, sentence.end)
        name = self._doc.low[named[0].start : named[0].end] if named else None
        self._found.append(
            Opinion(
                claim,
                Holder.AUTHOR,
                False,
                sentence.start,
                max(end, sentence.end),
                Section.OPINION,
                1,
                own_words=True,
                boxed=True,
                asked=True,
                condition=name,
            )
        )

    def _remember(self, number: int, low: str) -> None:
        named = [
            frame.holder
            for frame in holders.frames(low.translate(_QUOTE_MARKS))
            if frame.holder not in (None, Holder.AUTHOR)
        ]
        if named:
            self._named, self._named_at = named[-1], number
