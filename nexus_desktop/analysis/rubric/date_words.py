"""How letters write a date, as a pattern: names of months, holidays, figures, one digit a cell of a form."""

from __future__ import annotations

from typing import Final

MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre)\.?"
)
_ROMAN: Final = "mm[xvi]{2,8}"  # a year of this century
_HOLIDAY: Final = (
    r"(?:(?:memorial|labor|veterans'?|christmas|independence|thanksgiving|columbus|presidents'?|flag|groundhog|boxing"
    r"|valentine'?s|st\. patrick'?s|all saints'?|all souls'?) (?:day|eve)|new year'?s (?:day|eve)|thanksgiving"
    r"|christmas|easter(?: sunday| monday)?|good friday|ash wednesday|palm sunday|pentecost|halloween|juneteenth)"
)
DATE: Final = (
    rf"(?:\[date \d+(?:, ?\d{{4}})?\]|\b{MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?\s?,?\s*'?\d{{2,4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: day of| of| de)?[ -]?{MONTH},?(?: de)?[ -]?(?:'?\d{{2,4}}|{_ROMAN})\b"
    rf"|\b{_HOLIDAY},? (?:of )?\d{{4}}\b|\b\d{{1,2}}[ .-](?:i{{1,3}}|i?v|vi{{1,3}}|i?x|xi{{1,2}})[ .-]\d{{2,4}}\b"
    rf"|\b\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{2,4}}\b|\b\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    r"|\b20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b"
    r"|\b\d \d ?\| ?\d \d ?\| ?\d \d \d \d\b"  # one digit a cell
    rf"|\b\d{{4}} {MONTH} \d{{1,2}}\b|\b{MONTH},? \d{{4}}\b|\bthis \d{{1,2}}(?:st|nd|rd|th)? day of\b)"
)
