"""Postcodes: by their shape where no medical text has it, else beside a place or after their word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.redaction.spans import Span

_OUTWARD = (
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|"
    r"L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE|BT)"
    r"\d[A-Z\d]?"
)
_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
_NO_INWARD = r"(?!\d(?:st|nd|rd|th|hr|yr|ft|pt|ug|gr|dl|bd|td|qd|ph)\b)"
"""Endings that make a number or a unit of what would be a postcode: vitamin b6 2nd dose."""

_STATES = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|"
    r"W[AIVY])"
)
_STATE_NAMES = (
    r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|"
    r"Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|"
    r"Nevada|New\s+(?:Hampshire|Jersey|Mexico|York)|(?:North|South)\s+(?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|"
    r"Rhode\s+Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West\s+Virginia|Wisconsin|Wyoming)"
)
_TOWN = r"[A-ZÀ-ÞŁŚŻ][^\W\d_]{2,}(?:[\s-][A-ZÀ-Þ][^\W\d_]+)?"
_WORD = (
    r"(?:zip|zip\s?code|post\s?code|postal\s+code|postal|pin\s?code|plz|postleitzahl|code\s+postal|c[oó]digo\s+postal|c\.?p\.?|cap|"
    r"postcode|postnummer|postinumero|kod\s+pocztowy|psč|cep|eir\s?code)"
)

_RULES = tuple(
    re.compile(rule, flags)
    for rule, flags in (
        # British
        (rf"\b{_OUTWARD}\s{{0,2}}{_INWARD}\b", 0),
        (rf"\b{_OUTWARD}\s?{_NO_INWARD}{_INWARD}\b(?![.,]\d)", re.I),
        (r"\bGIR ?0AA\b|\bBFPO ?\d{1,4}\b", re.I),
        # Irish: a routing key and four signs, of which one is a digit and one a letter
        (r"\b(?:[AC-FHKNPRTV-Y]\d\d|D6W)[ -]?(?=[A-Z0-9]{0,3}\d)(?=[0-9]{0,3}[A-Z])[AC-FHKNPRTV-Y0-9]{4}\b", 0),
        (
            r"\b(?:[ac-fhknprtv-y]\d\d|d6w) (?=[a-z0-9]{0,3}\d)(?=[0-9]{0,3}[a-z])[ac-fhknprtv-y][ac-fhknprtv-y0-9]{3}\b",
            0,
        ),
        # Canadian
        (r"(?!T\dN\dM\d)\b[ABCEGHJ-NPR-TVXY]\d[ABCEGHJ-NPR-TV-Z][ -]?\d[ABCEGHJ-NPR-TV-Z]\d\b", re.I),
        # American and Australian, after their state
        (rf"\b(?:[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?,?\s+)?(?:{_STATES}\.?|{_STATE_NAMES}),?\s+\d{{5}}(?:-\d{{4}})?\b", 0),
        (
            rf"\b(?i:{_STATE_NAMES}|{_STATES}),?\s+(?P<it>\d{{5}}(?:-\d{{4}})?)\b(?!\s*(?:people|patients|cases|steps))",
            0,
        ),
        (r"\b(?:[A-Z][\w'-]+,?\s+)?(?:NSW|VIC|Vic|QLD|Qld|WA|SA|TAS|Tas|NT|ACT),?\s+\d{4}\b", 0),
        (r"\b\d{5}-\d{4}\b", 0),
        # after their word
        (
            rf"\b{_WORD}\b(?:\s+(?:area|district|number|starts?\s+with|begins?\s+with))?[\s:=]*(?:is|was|ist|est|es)?[\s:=]*(?P<it>(?=[\w-]*\d)\w{{2,6}}(?:[ -]?(?=\w*\d)\w{{2,4}})?)\b",
            re.I,
        ),
        (rf"\b{_WORD}\b[^\n.?!\d]{{0,20}}?(?P<it>\b{_OUTWARD}\s*{_INWARD}\b)", re.I),
        # five digits where somebody lives
        (
            r"\b(?:live|lives|living|based|located|home|we're|we\s+are|i'm|im|i\s+am)\s+(?:in|at|near|around|from)\s+(?P<it>\d{5})\b"
            r"(?!\s*(?:people|patients|steps|[%€]))|\b(?:near|nearest(?:\s+\w+)?(?:\s+to)?|close\s+to|around)\s+(?P<near>\d{5})\b(?!\s*[a-z%])",
            re.I,
        ),
        # The first half of a British one, behind its town
        (
            rf"\b(?:in|near|from|around|of|to)\s+(?-i:[A-Z][a-z]{{2,}}),?\s+(?P<it>(?=[A-Z]{{2}}\d)(?!CB\d|PR\d\b){_OUTWARD})\b(?![-/])",
            0,
        ),
        # Polish, Portuguese, Brazilian, Japanese, Czech and Swedish, by their groups and a place or a sign
        (rf"(?<![\d-])\d\d-\d{{3}}\s+{_TOWN}", 0),
        (rf"(?<![\d-])\d{{4}}-\d{{3}}\s+{_TOWN}", 0),
        (r"(?<![\d-])\d{5}-\d{3}(?![\d-])", 0),
        (r"〒\s?\d{3}-?\d{4}", 0),
        (rf"(?<![\d-])\d{{3}} \d\d,?\s+{_TOWN}", 0),
        # Dutch
        (rf"(?<![\d-])(?!19|20)[1-9]\d{{3}} ?(?!MG|ML|IU|SA|SD|SS)[A-Z]{{2}}(?=[ ,]+{_TOWN})", 0),
        # with the sign of the country: D-80331, CH-8001
        (r"\b(?:D|A|F|CH|B|L|I|NL|DK|S|SE|FI|N|NO|PL|CZ|SK)-\d{4,5}\b(?!-)", 0),
        # a place in front or behind, at the beginning or after a comma
        (
            rf"(?:^|[,;(\n]\s*|\b(?:in|from|wohne\s+in|near|aus|à|a)\s+)(?P<it>\d{{5}}\s+(?!People|Patients|Americans){_TOWN})",
            0,
        ),
        (rf"(?:[,;\n]\s*|\b(?:wohne\s+in|lebe\s+in)\s+)(?P<it>(?!19|20)[1-9]\d{{3}}\s+{_TOWN})", 0),
        (
            r"(?<!OMIM )(?<!PMID )(?<!MIM )\b[A-Z][a-z]{3,},?\s?-?\s*(?P<it>[1-9]\d{5})\b(?!\s*(?:people|patients|cases|steps|[%€]))",
            0,
        ),
    )
)


def find(text: str) -> Iterator[Span]:
    """Where they stand. Of a rule with a part named `it`, only that part is the postcode."""
    for rule in _RULES:
        for match in rule.finditer(text):
            named = next((name for name in rule.groupindex if match[name]), "")
            yield Span(*(match.span(named) if named else match.span()), "address")
