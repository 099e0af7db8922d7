"""Gives a letter typed all in capitals or all in lower case the capitals that its names would have.

Detectors rely on capitals. Where there are none to rely on, a word gets one if the word lists or its neighbours say
that it is a name; the copy keeps its length, so offsets stay as they are. Works by block: a heading in capitals or a
quoted message in lower case is restored inside a letter that is otherwise typed as usual.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from nexus_desktop.security.casing.body_capitals import body_capitals, letterhead_capitals
from nexus_desktop.security.casing.people_capitals import initials, people_capitals
from nexus_desktop.security.casing.word_row import WORD, WordRow
from nexus_desktop.security.lexicon import Lexicon
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, PARTICLES, words

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"[ >]*(?:\[[^\]\n]{4,40}\][ ]*)?(?:[A-Z][\w.' ]{1,24}:[ ])?")
_SHOUTED = words(
    "va afb aab aaf uss usns uscgc usncs fob cop lz fsb nas naf nsa mcas mcb mcrd mclb hhc hht hhb hq vfa vf vaq vp "
    "hmm "
    "hmla hm hsl vma vmfa nmcb cbmu macv sog vamc cboc meu mef pir acr sfg jtf psc cmr apo fpo afs sfb arb angb"
)
"""Short forms that the detectors expect in capitals."""
_CODES = re.compile(
    r"(?<=\d )(?:in|fa|cav|ar|av|inf|ada|en|pir|avn)\b(?=[;,.\n])"
    r"|\((?:cv[ansle]?|ddg?|ffg?|lh[ad]|lp[dha]|lsd|lst|lcs|ssb?n|c[ga]|bb|a[eosd]|aoe|de|dlg|mso|mcm|w[hm]ec|wpb"
    r"|pg|apa)[- ]?\d{1,4}\)"
    r"|\b(?:vfa|vf|va[qw]|vp|hmm|hmla|hsl?|vma|vmfa|nmcb|cbmu)-\d+",
    re.IGNORECASE,
)
"""Codes of units and ships that are told by their shape."""
_SEEN_CAPITALS = 0.03  # share of words with a capital up to which a text counts as typed in lower case
_SEEN_SHOUTED = 0.85  # share of words in capitals from which a text counts as typed in capitals
_LEAST_WORDS = 12
_SEEN_IN_LINE = 0.08  # the same share, of a paragraph
_LEAST_OF_LINE = 4  # words of a line without a capital
_SHORT = 15  # characters of a line that says too little
_MOSTLY = 0.4  # share of a text without capitals from which its short lines count as such
_OPENED = re.compile(r"[.!?] +[A-Z][a-z]")


@dataclass(frozen=True, slots=True)
class Restored:
    """The text with capitals, and where they were put."""

    text: str
    blocks: tuple[tuple[int, int], ...]  # sorted, without overlaps

    def caseless(self, at: int) -> bool:
        """Whether the original had no capitals to go by at this place."""
        index = bisect_right(self.blocks, (at, len(self.text))) - 1
        return index >= 0 and at < self.blocks[index][1]


def restore_case(text: str, lexicon: Lexicon) -> Restored:
    """``text`` as it would be with capitals; unchanged where it has them."""
    blocks = _blocks(text)
    pieces: list[str] = []
    at = 0
    for start, end in blocks:
        row = WordRow(text[start:end], lexicon)
        pieces += (text[at:start], _restored(row, head=start == 0 and end > 300))
        at = end
    restored = "".join([*pieces, text[at:]])
    return Restored(restored, blocks) if len(restored) == len(text) else Restored(text, ())


def _restored(row: WordRow, *, head: bool) -> str:
    raised = people_capitals(row) | body_capitals(row)
    if head:
        raised |= set(letterhead_capitals(row))
    raised |= set(initials(row, raised)) | {at for at, key in enumerate(row.keys) if key in _SHOUTED}
    pieces: list[str] = []
    done = 0
    small = any(map(str.islower, row.text))
    for at in sorted(raised):
        start, end = row.spans[at]
        if small and row.text[start].isupper():
            continue  # typed with a capital, though little else was
        pieces += (row.text[done:start], _capitalised(row.keys[at]))
        done = end
    return _CODES.sub(lambda m: m.group().upper(), "".join([*pieces, row.text[done:]]))


def _capitalised(word: str) -> str:
    if word in _SHOUTED or len(word) == 1:
        return word.upper()
    if word in FUNCTION_WORDS or word in PARTICLES:
        return word
    return re.sub(r"(?:^|(?<=[-'])(?=[^\W\d_]{3}))[^\W\d_]", lambda m: m.group().upper(), word)


def _blocks(text: str) -> tuple[tuple[int, int], ...]:
    """Places without case information."""
    long = [word for word in WORD.findall(text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    shouted = sum(word.isupper() for word in long)
    small, large = capitals < _SEEN_CAPITALS * len(long), shouted > _SEEN_SHOUTED * len(long)
    if len(long) >= _LEAST_WORDS and (small or large):
        return ((0, len(text)),)
    blocks = [m.span() for m in _LINE.finditer(text) if _is_capitals(m.group())]
    small_lines = [_without_label(match) for match in _LINE.finditer(text)]
    blocks += [(start, end) for start, end in small_lines if _is_small(text[start:end])]
    if sum(end - start for start, end in blocks) > _MOSTLY * len(text):  # then a short line has none to go by either
        blocks += [(start, end) for start, end in small_lines if text[start:end].islower()]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(blocks):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return tuple(apart)


def _without_label(line: re.Match[str]) -> tuple[int, int]:
    label = _LABEL.match(line.group())
    return line.start() + (label.end() if label else 0), line.end()


def _is_small(body: str) -> bool:
    """Whether a line was typed without capitals, a short form or two apart."""
    found = WORD.findall(body)
    if len(body) <= _SHORT or len(found) < _LEAST_OF_LINE:
        return False
    if body.islower():
        return True
    long = [word for word in found if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return found[0].islower() and capitals <= _SEEN_IN_LINE * len(long) and not _OPENED.search(body)


def _is_capitals(line: str) -> bool:
    upper, lower = sum(map(str.isupper, line)), sum(map(str.islower, line))
    return upper >= 10 and upper > 5 * lower and len(re.findall(r"[A-Z]{4,}", line)) >= 2
