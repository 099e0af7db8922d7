# ruff: noqa: E501, Q003 - one kind of damage a line
"""Damaged answers of a service with what is true of each: a base answer, one kind of damage, and what may be recovered.

Each kind of damage is written once and applied to answers about two invented letters. ``truth`` is None where nothing
may be recovered; else it maps the path of every leaf to its value, empty where the damage destroyed it. Cases are held
back from development by their kind (see ``HELD_BACK``): the parser was not tuned on them.
"""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from nexus_desktop.models.rubric_models import ItemId
from tests.letters import LETTER

SECOND = """Pine Harbor Sleep Clinic
RE: [PATIENT]

I am a board-certified pulmonologist. I reviewed the rating decision and two sleep studies of [PATIENT].
The veteran has obstructive sleep apnea, shown by a polysomnogram with an AHI of 36. He has service-connected PTSD.
It is less likely than not that his sleep apnea began in service. However, it is more likely than not that his sleep
apnea has been aggravated by PTSD, since nightmares and lost sleep raise arousal and narrow the airway tone. His body
mass index of 27 is not a sufficient explanation. I considered his age. The baseline AHI was 14 in 2011; see 38 C.F.R.
§ 3.310(b). I have no financial interest in the outcome.

/s/ [PROVIDER 1], MD
"""

Answer = dict[str, Any]
Truth = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One damaged answer. ``kind`` is form, value, cut, meaning or reject."""

    name: str
    kind: str
    letter: str
    raw: str
    truth: Truth | None


def flat(answer: Answer) -> Truth:
    """Every leaf of an answer by its path."""
    found: Truth = {f"opinion.{k}": v for k, v in answer["opinion"].items()}
    found |= {f"elements.{k}": v for k, v in answer["elements"].items()}
    for item, part in answer["items"].items():
        found |= {f"items.{item}.{k}": tuple(v) if isinstance(v, list) else v for k, v in part.items()}
    return found | {"citations": tuple(answer["citations"]), "confidence": answer["confidence"]}


def base(second: bool, seed: int) -> Answer:
    """A sound answer: true quotes, allowed words."""
    pick = random.Random(seed)
    letter = SECOND if second else LETTER
    body = letter.partition("\n\n")[2] if second else letter.partition("To Whom It May Concern:")[2]
    body = body.partition("/s/")[0]
    sentences = [" ".join(s.split()) for s in re.split(r"(?<=[.])\s+", body) if len(s.split()) > 6 and "not" not in s]
    opinion = (
        {
            "polarity": "favorable", "standard": "more_likely_than_not", "theory": "aggravation",
            "condition": "obstructive sleep apnea",
            "quote": "it is more likely than not that his sleep apnea has been aggravated by PTSD",
        }
        if second
        else {
            "polarity": "favorable", "standard": "at_least_as_likely_as_not", "theory": "direct",
            "condition": "left knee osteoarthritis",
            "quote": "it is at least as likely as not (50 percent or greater probability) that Ms. Quackenbosch's left "
            "knee osteoarthritis was caused by the ligament injury in service",
        }
    )  # fmt: skip
    items: dict[str, Any] = {}
    for item in ItemId:
        level = (
            pick.choice(["full", "full", "partial", "none"])
            if item is not ItemId.MR6
            else pick.choice(["full", "none"])
        )
        quotes = [] if level == "none" else pick.sample(sentences, pick.choice([1, 1, 2]))
        items[item.value] = {
            "level": level,
            "quotes": quotes,
            "reason": None if level == "none" else f"The letter meets {item.value} in the words that are quoted.",
        }
    return {
        "opinion": opinion,
        "elements": {
            "rationale": "detailed", "records_review": pick.choice(["claims_file", "partial"]),
            "literature": False, "signed": True, "dated": not second,
        },
        "items": items,
        "citations": ["38 C.F.R. § 3.310(b)"] if second else [],
        "confidence": pick.choice([55, 72, 85, 90]),
    }  # fmt: skip


def dumped(answer: Answer, indent: int | None = 1) -> str:
    return json.dumps(answer, indent=indent, ensure_ascii=False)


# --- form: nothing is lost -------------------------------------------------------------------------------------------

Form = Callable[[str, Answer], str]


def _smart(raw: str, _: Answer) -> str:
    return re.sub(r'"((?:[^"\\]|\\.)*)"', r"“\1”", raw)


def _camel(raw: str, _: Answer) -> str:
    return re.sub(r'"([a-z]+_[a-z_]+)":', lambda m: '"' + re.sub(r"_(\w)", lambda n: n[1].upper(), m[1]) + '":', raw)


def _listed(_: str, answer: Answer) -> str:
    other = copy.deepcopy(answer)
    other["items"] = [{"id": item, **part} for item, part in answer["items"].items()]
    return dumped(other)


def _json5(raw: str, _: Answer) -> str:
    return re.sub(r'"(\w+)":', r"\1:", raw).replace("\n}", ",\n}")


def _unquoted(raw: str, _: Answer) -> str:
    return re.sub(r'"level": "(\w+)"', lambda m: m[0] if m[1] == "none" else f'"level": {m[1]}', raw)


def _other_words(raw: str, answer: Answer) -> str:
    for word in ("at_least_as_likely_as_not", "more_likely_than_not", "claims_file"):
        raw = raw.replace(f'"{word}"', '"' + word.replace("_", " ").capitalize() + '"')
    return raw.replace('"favorable"', '"FAVORABLE"').replace('"aggravation"', '" Aggravation "')


def _flattened(_: str, answer: Answer) -> str:
    other = copy.deepcopy(answer)
    return dumped(
        other["items"]
        | other["opinion"]
        | other["elements"]
        | {"citations": other["citations"], "confidence": other["confidence"]}
    )


def _components(_: str, answer: Answer) -> str:
    return dumped({"status": "ok", "result": {"analysis": answer}, "model": "m"})


FORMS: dict[str, Form] = {
    "fence": lambda raw, _: f"```json\n{raw}\n```",
    "fence-bare": lambda raw, _: f"```\n{raw}\n```",
    "fence-tilde-prose": lambda raw, _: f"Sure! Here is the analysis you asked for:\n\n```JSON\n{raw}\n```\n\nLet me know if anything is unclear.",
    "fence-unclosed": lambda raw, _: f"```json\n{raw}",
    "prose-before": lambda raw, _: f"Here is the JSON object: {raw}",
    "prose-after": lambda raw, _: f"{raw}\n\nNote: items MO5 and MR6 {{where not applicable}} were judged with care.",
    "prose-with-braces": lambda raw, _: f"I used the schema {{opinion, items}} as asked.\n{raw}\nDone {{ok}}.",
    "thinking": lambda raw, a: f"<think>The level could be {{\"level\": \"none\"}} or so. {dumped(_worse(a), None)}</think>\n{raw}",
    "thinking-orphan": lambda raw, a: f"Let me see. {dumped(_worse(a), None)} Hmm.\n</think>\n\n{raw}",
    "thinking-word": lambda raw, _: f"<reasoning>\nThe author is a surgeon.\n</reasoning>\n```json\n{raw}\n```",
    "harmony": lambda raw, _: f"<|channel|>analysis<|message|>draft {{\"a\": 1}}<|end|><|channel|>final<|message|>{raw}",
    "answer-tag": lambda raw, _: f"<answer>{raw}</answer>",
    "bom": lambda raw, _: "\ufeff" + raw,
    "zero-width": lambda raw, _: "\u200b" + raw.replace('"opinion"', '\u200b"opinion"'),
    "nul": lambda raw, _: raw + "\x00\x00",
    "crlf": lambda raw, _: raw.replace("\n", "\r\n"),
    "python-repr": lambda _, a: repr(a),
    "python-repr-fenced": lambda _, a: f"```python\nresult = {a!r}\n```",
    "single-quotes": lambda raw, _: re.sub(r'"((?:[^"\\\n]|\\.)*)"', r"'\1'", raw),
    "trailing-commas": lambda raw, _: re.sub(r"(\n\s*[}\]])", r",\1", raw).replace("[,", "[").replace("{,", "{"),
    "comments-slash": lambda raw, _: re.sub(r",\n", ", // as the letter says\n", raw, count=9),
    "comments-hash": lambda raw, _: re.sub(r",\n", ",  # see above\n", raw, count=9),
    "comments-block": lambda raw, _: raw.replace('"items":', '/* every item { } of the rubric */ "items":'),
    "comments-before-comma": lambda raw, _: re.sub(r'"favorable",', '"favorable" /* clear */,', raw),
    "python-literals": lambda raw, _: raw.replace(": true", ": True").replace(": false", ": False").replace(": null", ": None"),
    "smart-quotes": _smart,
    "german-quotes": lambda raw, _: re.sub(r'"((?:[^"\\]|\\.)*)"', r"„\1“", raw),
    "raw-newline": lambda raw, _: raw.replace(" in the words", "\nin the words"),
    "raw-tab": lambda raw, _: raw.replace(" in the words", "\tin the words"),
    "missing-end": lambda raw, _: raw.rstrip("}\n "),
    "missing-one-brace": lambda raw, _: raw[:-1],
    "extra-brace": lambda raw, _: raw + "}",
    "extra-braces-prose": lambda raw, _: raw + "}}\nI hope this helps.",
    "premature-close": lambda raw, _: raw.replace('\n "items": {', '\n "items": {', 1).replace(',\n "items"', '},\n "items"', 1),
    "missing-open": lambda raw, _: raw[1:],
    "missing-open-space": lambda raw, _: raw[1:].strip(),
    "double-braces": lambda raw, _: "{" + raw + "}",
    "missing-commas": lambda raw, _: re.sub(r'",\n', '"\n', raw),
    "missing-commas-objects": lambda raw, _: raw.replace("},\n", "}\n"),
    "missing-comma-list": lambda raw, _: re.sub(r'(\.)",(\n\s+")', r'\1"\2', raw),
    "double-commas": lambda raw, _: raw.replace("},\n", "},,\n"),
    "semicolons": lambda raw, _: raw.replace('",\n', '";\n'),
    "equals": lambda raw, _: raw.replace('": ', '" = '),
    "arrows": lambda raw, _: raw.replace('": ', '" => '),
    "bare-keys": lambda raw, _: re.sub(r'"(\w+)":', r"\1:", raw),
    "json5": _json5,
    "unquoted-enums": _unquoted,
    "upper-keys": lambda raw, _: re.sub(r'"([a-z_]+)":', lambda m: f'"{m[1].upper()}":', raw),
    "camel-keys": _camel,
    "spaced-keys": lambda raw, _: re.sub(r'"([a-z]+)_([a-z]+)":', r'"\1 \2":', raw),
    "titled-item-keys": lambda raw, _: re.sub(r'"((?:MO|SC)\d)":', r'"\1: see the rubric":', raw),
    "dashed-item-keys": lambda raw, _: re.sub(r'"(MR|PF)(\d)":', r'"\1-\2":', raw),
    "nested": _components,
    "nested-data": lambda _, a: dumped({"data": a}),
    "nested-list": lambda _, a: dumped({"choices": [a]}),
    "array-of-one": lambda raw, _: f"[{raw}]",
    "array-of-twice": lambda raw, _: f"[{raw},\n{raw}]",
    "fence-twice": lambda raw, _: f"```json\n{raw}\n```\nOnce more:\n```json\n{raw}\n```",
    "concatenated-twice": lambda raw, _: raw + raw,
    "double-encoded": lambda raw, _: json.dumps(raw),
    "triple-encoded": lambda raw, _: json.dumps(json.dumps(raw)),
    "escaped": lambda raw, _: json.dumps(raw)[1:-1],
    "escaped-fenced": lambda raw, _: "```\n" + json.dumps(raw)[1:-1] + "\n```",
    "envelope": lambda raw, _: json.dumps({"id": "c", "choices": [{"index": 0, "message": {"role": "assistant", "content": raw}}]}),
    "envelope-fence": lambda raw, _: json.dumps({"message": {"content": f"```json\n{raw}\n```"}}),
    "tool-call": lambda raw, _: json.dumps({"name": "submit", "arguments": raw}),
    "tool-call-object": lambda _, a: dumped({"function": {"name": "submit", "arguments": a}}),
    "under-properties": lambda _, a: dumped({"type": "object", "properties": a}),
    "number-as-string": lambda raw, a: raw.replace(f'"confidence": {a["confidence"]}', f'"confidence": "{a["confidence"]}"'),
    "number-percent": lambda raw, a: raw.replace(f'"confidence": {a["confidence"]}', f'"confidence": "{a["confidence"]}%"'),
    "number-percent-bare": lambda raw, a: raw.replace(f'"confidence": {a["confidence"]}', f'"confidence": {a["confidence"]}%'),
    "number-float": lambda raw, a: raw.replace(f'"confidence": {a["confidence"]}', f'"confidence": {a["confidence"]}.0'),
    "number-of-hundred": lambda raw, a: raw.replace(f'"confidence": {a["confidence"]}', f'"confidence": "{a["confidence"]}/100"'),
    "number-plus": lambda raw, a: raw.replace(f'"confidence": {a["confidence"]}', f'"confidence": +{a["confidence"]}'),
    "yes-no": lambda raw, _: raw.replace(": true", ': "yes"').replace(": false", ': "no"'),
    "true-as-string": lambda raw, _: raw.replace(": true", ': "true"').replace(": false", ': "False"'),
    "other-words": _other_words,
    "marked-words": lambda raw, _: raw.replace('"favorable"', '"**favorable**"').replace('"full"', '"`full`"'),
    "single-entry-list": lambda raw, _: raw.replace('"level": "full"', '"level": ["full"]'),
    "quote-not-list": lambda raw, _: re.sub(r'"quotes": \[\s*("[^\n]*")\s*\]', r'"quotes": \1', raw),
    "quote-singular": lambda raw, _: raw.replace('"quotes":', '"quote":'),
    "items-as-list": _listed,
    "flattened": _flattened,
    "same-key-twice": lambda raw, a: raw.replace('"confidence":', f'"confidence": {a["confidence"]},\n "confidence":'),
    "same-object-twice": lambda raw, a: raw[:-2] + f',\n "elements": {dumped(a["elements"])}\n}}',
    "extra-keys": lambda raw, _: raw[:-2] + ',\n "overall_score": 92,\n "strength": "strong"\n}',
    "html-entities": lambda raw, _: raw.replace('"', "&quot;"),
    "unclosed-value": lambda raw, _: raw.replace('"favorable",', '"favorable,'),
    "unclosed-value-last": lambda raw, _: raw.replace('"detailed",', '"detailed,').replace('"full",\n', '"full,\n', 3),
    "unclosed-key": lambda raw, _: raw.replace('"polarity": ', '"polarity: '),
    "unopened-key": lambda raw, _: raw.replace('"polarity":', 'polarity":'),
    "joined-strings": lambda raw, _: raw.replace(" in the words", ' " + "in the words'),
    "missing-bracket": lambda raw, _: re.sub(r'\.\"\s*\],', '.",', raw, count=2),
    "wrong-bracket": lambda raw, _: re.sub(r'(\.\"\s*)\],', r"\1},", raw, count=1),
    "tuple": lambda raw, _: re.sub(r'\[(\s*"[^\n]*"\s*)\]', r"(\1)", raw),
    "latin-escapes": lambda raw, _: raw.replace("'", "\\'"),
    "unicode-escapes": lambda _, a: json.dumps(a, ensure_ascii=True),
    "bad-escape": lambda raw, _: raw.replace("The letter meets", "The \\letter meets".replace("\\l", "\\l")),
    "compact": lambda _, a: dumped(a, None),
    "json-word": lambda raw, _: "json\n" + raw,
    "assistant-word": lambda raw, _: "assistant: " + raw + "<|im_end|>",
    "numbered": lambda raw, _: "1. " + raw,
    "quoted-block": lambda raw, _: "\n".join("> " + line for line in raw.split("\n")),
    "full-width": lambda raw, _: raw.replace('":', '"：').replace(",\n", "，\n"),
    "call": lambda raw, _: f"const answer = {raw};",
    "triple-quotes": lambda raw, _: f'"""\n{raw}\n"""',
}  # fmt: skip


def _worse(answer: Answer) -> Answer:
    """Another answer about the same letter."""
    other = copy.deepcopy(answer)
    other["opinion"]["polarity"] = "unfavorable"
    other["confidence"] = 10
    for part in other["items"].values():
        part["level"] = "none"
    return other


# --- value: one leaf is spoilt ------------------------------------------------------------------------------------------

_CONFIDENCE = {
    "nan": "NaN", "infinity": "Infinity", "minus-infinity": "-Infinity", "huge": "1e999", "negative": "-3",
    "above": "101", "fraction": "0.85", "half": "85.5", "words": '"eighty-five"', "true": "true", "of-ten": '"8/10"',
    "of-thirty": '"22/30"', "range-text": '"80-90"', "list-of-two": "[80, 90]", "object": '{"low": 80}', "long": "9" * 5000,
    "hex": "0x55", "thousand": "1,000", "approximately": '"about 85"', "string-nan": '"NaN"', "empty": '""', "tilde": "~85",
    "comma-decimal": '"8,5"', "stars": '"★★★★"', "infinite-string": '"inf"',
}  # fmt: skip
_POLARITY = {
    "unknown": '"somewhat favorable"', "negated": '"not favorable"', "choice": '"favorable|unfavorable"', "null": "null",
    "number": "1", "true": "true", "two": '["favorable", "unfavorable"]', "object": '{"value": "favorable", "p": 0.4}',
    "empty": '""', "placeholder": '"<polarity>"', "half": '"favor"', "typo": '"favorible"', "spanish": '"a favor"',
    "sentence": '"The opinion is favorable unless the history is untrue."', "na": '"N/A"', "or": '"favorable or unfavorable"',
    "phrase-of-standard": '"at least as likely as not"', "ellipsis": '"..."', "dash": '"-"',
}  # fmt: skip
_STANDARD = {
    "negation-cut": '"least as likely as not"', "unknown": '"quite likely indeed"', "percent": '"about 50%"',
    "both": '"at least as likely as not / less likely than not"', "null": "null", "score": "0.5",
    "negated": '"no less likely than not"', "choice": '"definite or speculative"', "half": '"at_least_as"',
}  # fmt: skip
_LEVEL = {
    "unknown": '"good"', "number": "2", "slight-of-three": '"slight"', "null": "null", "choice": '"full/partial"',
    "negated": '"not fully"', "points": '"3/5"', "bare-none": "none", "yes": '"yes"', "empty": '""', "true": "true",
}  # fmt: skip
_SIGNED = {
    "maybe": '"maybe"',
    "one": "1",
    "null": "null",
    "date": '"March 18, 2026"',
    "both": '"yes/no"',
    "unsigned": '"unsigned"',
}


def _values(answer: Answer, raw: str, truth: Truth) -> Iterator[tuple[str, str, Truth]]:
    number = answer["confidence"]
    for name, value in _CONFIDENCE.items():
        yield (
            f"confidence-{name}",
            raw.replace(f'"confidence": {number}', f'"confidence": {value}'),
            truth | {"confidence": None},
        )
    for name, value in _POLARITY.items():
        yield (
            f"polarity-{name}",
            raw.replace('"polarity": "favorable"', f'"polarity": {value}'),
            truth | {"opinion.polarity": None},
        )
    for name, value in _STANDARD.items():
        spoilt = re.sub(r'"standard": "[a-z_]+"', f'"standard": {value}', raw)
        yield f"standard-{name}", spoilt, truth | {"opinion.standard": None}
    for name, value in _LEVEL.items():
        spoilt = re.sub(r'("MO1": \{\s*"level": )"\w+"', rf"\g<1>{value}", raw)
        yield f"level-{name}", spoilt, truth | {"items.MO1.level": None}
    for name, value in _SIGNED.items():
        yield f"signed-{name}", raw.replace('"signed": true', f'"signed": {value}'), truth | {"elements.signed": None}
    partial = re.sub(r'("MR6": \{\s*"level": )"\w+"', r'\g<1>"partial"', raw)
    yield "level-partial-of-two", partial, truth | {"items.MR6.level": None}
    gone = copy.deepcopy(answer)
    del gone["opinion"]["polarity"], gone["items"]["SC1"], gone["confidence"]
    lost = {
        "opinion.polarity": None,
        "items.SC1.level": None,
        "items.SC1.quotes": (),
        "items.SC1.reason": None,
        "confidence": None,
    }
    yield "missing-leaves", dumped(gone), truth | lost
    yield "twice-number", raw.replace('"confidence":', '"confidence": 9,\n "confidence":'), truth | {"confidence": None}
    twice = raw.replace('"polarity": "favorable"', '"polarity": "favorable",\n  "polarity": "unfavorable"')
    yield "twice-enum", twice, truth | {"opinion.polarity": None}
    spelled = raw.replace('"polarity": "favorable"', '"polarity": "favorable",\n  "Polarity": "unfavorable"')
    yield "twice-spelled", spelled, truth | {"opinion.polarity": None}
    other = dict(answer["elements"], signed=False)
    yield "twice-object", raw[:-2] + f',\n "elements": {dumped(other)}\n}}', truth | {"elements.signed": None}
    yield (
        "twice-number-fenced",
        f"```json\n{raw.replace(chr(34) + 'confidence' + chr(34) + ':', chr(34) + 'confidence' + chr(34) + ': 9,' + chr(34) + 'confidence' + chr(34) + ':')}\n```",
        truth | {"confidence": None},
    )
    quotes = re.sub(r'("MO1": \{\s*"level": "\w+",\s*"quotes": )\[[^\]]*\]', r"\g<1>[5, null, {}]", raw)
    yield "quotes-no-text", quotes, truth | {"items.MO1.quotes": ()}


# --- cut ------------------------------------------------------------------------------------------------------------------


def _cuts(answer: Answer, raw: str, truth: Truth, pick: random.Random) -> Iterator[tuple[str, str, Truth]]:
    """Cut in each kind of place. Order of the leaves is the order of the text."""
    places = {
        "in-polarity": raw.index('"favorable"') + 6, "in-standard": raw.index('"standard"') + 16,
        "in-first-key": raw.index('"standard"') + 4, "after-colon": raw.index('"theory":') + 9,
        "in-confidence": raw.rindex('"confidence": ') + 15, "in-true": raw.index("true") + 2,
    }  # fmt: skip
    for number in range(4):
        places[f"anywhere-{number}"] = pick.randrange(len(raw) // 8, len(raw) - 4)
    for name, place in places.items():
        text = raw[:place]
        left = _left(truth, answer, raw, place)
        yield f"cut-{name}", text, left
        if name.startswith("anywhere"):
            yield f"cut-fenced-{name}", f"```json\n{text}", left
            yield f"cut-dots-{name}", f"{text}...", left
    inside = raw.index('"favorable"') + 6
    yield "cut-closed-by-server", raw[:inside] + '"}}', _left(truth, answer, raw, inside)


def _left(truth: Truth, answer: Answer, raw: str, place: int) -> Truth:
    """The truth with every leaf emptied whose text had not ended at ``place``."""
    kept = dict(truth)
    at = 1
    for group in ("opinion", "elements"):
        at = raw.index(f'"{group}"', at)
        for name in answer[group]:
            at = raw.index(f'"{name}"', at)
            end = _end(raw, at, answer[group][name])
            if end > place:
                kept[f"{group}.{name}"] = None
    for item, part in answer["items"].items():
        at = raw.index(f'"{item}"', at)
        for name, value in part.items():
            at = raw.index(f'"{name}"', at)
            if name == "quotes":
                whole = []
                inner = at
                for quote in value:
                    inner = raw.index(json.dumps(quote, ensure_ascii=False), inner) + len(
                        json.dumps(quote, ensure_ascii=False)
                    )
                    whole += [quote] if inner <= place else []
                kept[f"items.{item}.quotes"] = tuple(whole)
            elif _end(raw, at, value) > place:
                kept[f"items.{item}.{name}"] = None
    at = raw.index('"citations"', at)
    if raw.index("]", at) + 1 > place:
        kept["citations"] = tuple(one for one in answer["citations"] if raw.index(one, at) + len(one) + 1 <= place)
    kept["confidence"] = None
    return kept


def _end(raw: str, at: int, value: object) -> int:
    text = json.dumps(value, ensure_ascii=False)
    return raw.index(text, at) + len(text)


# --- meaning ---------------------------------------------------------------------------------------------------------------


def _meanings(answer: Answer, truth: Truth, second: bool) -> Iterator[tuple[str, str, Truth]]:
    def changed(path: tuple[str, ...], value: object) -> str:
        other = copy.deepcopy(answer)
        part = other
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = value
        return dumped(other)

    none = {"opinion.polarity": None, "opinion.standard": None}
    yield "standard-misfit", changed(("opinion", "standard"), "less_likely_than_not"), truth | none
    yield "polarity-misfit", changed(("opinion", "polarity"), "inconclusive"), truth | none
    yield "standard-belied", changed(("opinion", "standard"), "definite"), truth | {"opinion.standard": None}
    other = copy.deepcopy(answer)
    other["opinion"] |= {"polarity": "unfavorable", "standard": "less_likely_than_not"}
    yield "opinion-belied", dumped(other), truth | none
    quote = str(answer["opinion"]["quote"])
    reversals = {
        "not-added": quote.replace(" was caused", " was not caused").replace("has been", "has not been"),
        "not-taken": quote.replace("as likely as not", "as likely as").replace("likely than not", "likely than"),
        "word-swapped": quote.replace("caused by", "preceded by").replace("aggravated by", "relieved by"),
        "name-swapped": quote.replace("left knee", "right knee").replace("PTSD", "TBI"),
        "end-invented": quote + " with complete certainty",
        "spliced": quote + (" AHI of 36" if second else " since June 2019"),
        "too-short": "likely",
        "ellipsis-over-not": "I considered ... no financial"
        if not second
        else "It is ... likely than not that his sleep apnea began in service",
    }
    for name, text in reversals.items():
        yield f"quote-{name}", changed(("opinion", "quote"), text), truth | {"opinion.quote": None}
    part = dict(
        answer["items"]["MO2"],
        level="full",
        quotes=["AHI of 26" if second else "treated Ms. Quackenbosch since June 2018"],
    )
    yield (
        "quote-digit",
        changed(("items", "MO2"), part),
        truth | {"items.MO2.level": "full", "items.MO2.quotes": (), "items.MO2.reason": part["reason"]},
    )
    yield (
        "citation-invented",
        changed(("citations",), ["Stone v. Halberd, 44 Vet. App. 990 (2031)"]),
        truth | {"citations": ()},
    )
    yield "citation-longer", changed(("citations",), ["38 C.F.R. § 3.3100"]), truth | {"citations": ()}
    part = dict(answer["items"]["MR1"], reason="这封信说明了理由。医生解释了原因并且引用了检查结果。")
    yield "language", changed(("items", "MR1"), part), truth | {"items.MR1.reason": None}


# --- reject ----------------------------------------------------------------------------------------------------------------


def _rejects(answer: Answer, raw: str) -> dict[str, str]:
    from nexus_desktop.models.wire_models import WireAnswer

    worse = dumped(_worse(answer))
    schema = json.dumps(WireAnswer.model_json_schema())
    return {
        "empty": "", "blank": " \n\t ", "null": "null", "number": "42", "word": "favorable", "list": "[]", "object": "{}",
        "prose": "The letter is strong. I would rate it 92 of 100 and submit it.",
        "refusal": "I'm sorry, but I can't help with evaluating this letter.",
        "refusal-json": '{"refusal": "I cannot assist with that."}',
        "refusal-fenced": "```json\n{\"error\": \"I can't provide medical or legal advice.\"}\n```",
        "html": "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>",
        "html-with-answer": f"<html><body><pre>{raw}</pre></body></html>",
        "error": '{"error": {"message": "Rate limit reached", "type": "requests", "code": "rate_limit_exceeded"}}',
        "schema": schema, "schema-fenced": f"```json\n{schema}\n```",
        "schema-inline": json.dumps({"type": "object", "properties": {"opinion": {"type": "object", "properties": {
            "polarity": {"enum": ["favorable", "unfavorable"]}, "standard": {"type": "string"}, "theory": {"type": "string"}}}}}),
        "template": re.sub(r'"level": "\w+"', '"level": "full|partial|none"', re.sub(r": (?:true|false|\d+)", ': "..."', re.sub(
            r'"(polarity|standard|theory|rationale|records_review)": "[^"]*"', r'"\1": "<\1>"', raw))),
        "two-fences": f"```json\n{raw}\n```\nOn reflection:\n```json\n{worse}\n```",
        "two-concatenated": raw + "\n" + worse, "two-in-list": f"[{raw}, {worse}]",
        "two-lines": dumped(answer, None) + "\n" + dumped(_worse(answer), None),
        "two-in-object": dumped({"first": answer, "second": _worse(answer)}),
        "draft-and-final": f"Draft: {worse}\nFinal: {raw}",
        "whole-and-cut": raw + worse[: len(worse) // 2],
        "only-thinking": f"<think>{raw}</think>", "thinking-unclosed": f"<think>\nFirst {raw}\nand then",
        "thinking-orphan-end": f"{raw}\n</think>",
        "deep": "[" * 200_000, "deep-objects": '{"a":' * 100_000 + "1", "deep-answer": '{"opinion":' * 60 + "{}" + "}" * 60,
        "long": "a" * 2_000_000, "quotes": '"' * 300_000, "braces": "{" * 300_000, "keys": '{"a":1,' * 50_000,
        "backslashes": '{"a": "' + "\\" * 300_000, "comments": "{" + "/*" * 100_000, "words": "{" + "a " * 200_000,
        "wrong-object": '{"name": "submit", "arguments": {}}', "other-answer": '{"score": 22, "findings": ["x"], "overall": 92}',
        "tool-call-empty": '{"tool_calls": [{"function": {"name": "search", "arguments": "{\\"q\\": \\"x\\"}"}}]}',
        "lorem": "Lorem ipsum dolor sit amet { consectetur } [ adipiscing ] \"elit\": sed.",
        "nothing-but-nulls": re.sub(r": (?:\"[^\n]*\"|true|false|\d+)(?=,?\n)", ": null", raw),
        "random-bytes": "".join(chr(random.Random(5).randrange(1, 0x3000)) for _ in range(3000)),
    }  # fmt: skip


# --- all together -----------------------------------------------------------------------------------------------------------

HELD_BACK = 3
"""A case is held back where its number in the order of its name's hash is a multiple of this."""


def is_held_back(name: str) -> bool:
    return sum(name.encode()) % HELD_BACK == 0


def cases() -> list[Case]:
    """Every case, in a fixed order."""
    found: list[Case] = []
    for second in (False, True):
        letter, which = (SECOND, "b") if second else (LETTER, "a")
        answer = base(second, 11 + second)
        raw, truth = dumped(answer), flat(answer)
        for name, form in FORMS.items():
            kept = dict(truth)
            if name == "missing-end":
                kept["confidence"] = None  # a number at the very end may have had more digits
            if name in ("raw-newline", "raw-tab"):
                mark = "\n" if name == "raw-newline" else "\t"
                kept = {
                    k: v.replace(" in the words", f"{mark}in the words") if isinstance(v, str) else v
                    for k, v in kept.items()
                }
            found.append(Case(f"form-{name}-{which}", "form", letter, form(raw, answer), kept))
        found += [
            Case(f"value-{n}-{which}", "value", letter, text, left) for n, text, left in _values(answer, raw, truth)
        ]
        pick = random.Random(3 + second)
        found += [Case(f"{n}-{which}", "cut", letter, text, left) for n, text, left in _cuts(answer, raw, truth, pick)]
        found += [
            Case(f"meaning-{n}-{which}", "meaning", letter, t, left) for n, t, left in _meanings(answer, truth, second)
        ]
        found += [
            Case(f"reject-{n}-{which}", "reject", letter, text, None) for n, text in _rejects(answer, raw).items()
        ]
    return found
