"""What looks like a figure in English and is none: names, codes, idioms (section 7)."""

from __future__ import annotations

import re

_NAMED = (
    "Section|Sections|Article|Articles|Chapter|Clause|Paragraph|Annex|Appendix|Figure|Table|Page|Pages"
    "|Part|Phase|Stage|Building|Room|Floor|Block|Gate|Terminal|Line|Route|Highway|Road|Platform|Pier"
    "|Berth|No\\.|Number|Item|Step|Volume|Vol\\.|Issue|Version|Class|Grade|Lot|Exhibit|ISO|GB/T|Order"
    "|Document|Decree|Rule|Level|Tier|Category|Type|Model|Flight|Train|Note|Question|Group|Team|Level"
)
# Patterns for folded text in its own case.
LABEL = re.compile(
    "|".join(
        (
            r"https?://\S+|www\.[\w./-]+|[\w.-]+@[\w.-]+",
            r"[“\"‘][^”\"’\n%$€£¥]{0,8}\d[^”\"’\n%$€£¥]{0,4}[”\"’]",
            r"(?:[Cc]all|[Tt]el\.?|[Pp]hone|[Ff]ax|[Hh]otline)[^\d+\n]{0,6}\+?[\d() -]{6,}\d",
            r"\+\d[\d() -]{6,}\d",
            rf"\b(?:{_NAMED}|(?i:section|article|version|clause|paragraph|chapter|page|no\.)) ?#?"
            r"\d[\d.]*\w?(?:(?:,? and |[-–])\d[\d.]*)?(?! ?%| (?:per|million|billion|thousand))",
            # COVID-19, G20, A4; but not RMB40
            r"\b(?!(?:RMB|CNY|USD|HKD|EUR|GBP|TWD|JPY|MOP)\d)[A-Za-z]{1,8}-?\d[\w-]*(?!\.\d)",
            r"(?<![\d.,$€£¥])\d+[A-JLN-Z]\b",
            r"\b\d+[kK](?= (?:run|race))",
            r"\b\d+\.\d+\.\d+[\d.]*",
            r"\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?",
            r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])",
            r"\b(?:[Uu]nder|[Oo]ver)-\w+s\b",
            r"[(]\d{1,2}[)]|\bpp?\. ?\d+(?:[–-]\d+)?",
            r"\b\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:Street|Road|Avenue|Lane|Square)\b",
        )
    )
)
# Patterns for text in lower case.
IDIOM = re.compile(
    r"\b(?:one of (?:the|its|our|their|a)|one (?:another|by one|and all|day|thing|way|side|hand)"
    r"|no one|number one|on the one hand|second to none|thanks a million|a million thanks"
    r"|a (?:hundred|thousand|million) times(?! (?:as|more|larger|the|higher|over))"
    r"|(?:a|one) hundred per ?cent sure|in two minds|at sixes and sevens|one-stop|two-way"
    r"|first and foremost|the two sides|the two (?:places|cities|governments)|one in a million"
    r"|twenty-four seven|fifty-fifty)\b"
)
_WORDS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
ORDINALS = {word: value for value, word in enumerate(_WORDS.split("|"), 1)}
ORDINAL = re.compile(
    rf"\b(?:(?P<digits>\d+)(?:st|nd|rd|th)|(?P<word>{_WORDS}))\b"
    r"(?P<year> (?:year|anniversary)\b)?"
    r"(?P<rank> (?:place|position|largest|biggest|highest|most)\b)?"
    r"|\btop (?P<top>\d{1,3})(?= [a-z])(?! (?:million|billion|per))"
)
RANKED = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed)|came|comes|finish(?:es|ed)|stood|stands|position(?:ed)?"
    r"|(?:rose|climbed|moved|jumped|fell|slipped) to) (?:as |at |in )?(?:the )?$"
)
