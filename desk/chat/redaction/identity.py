"""Numbers of people in files (insurance, passport, patient, bank): by what is said before them, or by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.redaction.phone import CRISIS
from chat.redaction.spans import Kind, Span

_NUMBER_WORDS = r"(?:numbers?|num\.?|no\.?|nos\.?|nr\.?|id|ids|#|code|ref(?:erence)?|card|cert(?:ificate)?)"
_LINK = (
    r"(?:[\s:=#,(-]|\b(?:is|was|its|it's|are|reads|on|the|my|ends?\s+in|ending\s+in|starts?\s+with|last\s+(?:four|4)(?:\s+digits)?|of|ist|est|es|"
    rf"{_NUMBER_WORDS})\b|'s|\bn[.°]|\.)"
)
_STRONG = (
    r"passport|passports|driv(?:er|ing)(?:'?s)?\s+licen[cs]e|licen[cs]e\s+(?:number|no|plate)|id\s?card|identity\s+card|"
    r"personal\s?ausweis|ausweis(?:nummer)?|national\s+(?:id|identity|identification|insurance)|identification\s+number|"
    r"social\s+security|social\s+insurance|ssn|s\.s\.n\.?|itin|tin|ein|tax\s+(?:id|identification|file|number|code)|"
    r"steuer-?id|nino|ni\s+number|n\.i\.\s+number|nhs|chi\s+number|h\s?&\s?c|medicare|medicaid|mbi|aadhaar|aadhar|"
    r"pan\s+card|bsn|cpr|personnummer|fødselsnummer|pesel|dni|nie|nif|curp|cpf|rg|rut|codice\s+fiscale|emirates\s+id|"
    r"member(?:ship)?\s+(?:id|number|no)|subscriber\s+(?:id|number|no)|policy\s*(?:holder)?\s+(?:id|number|no|nr)|"
    r"policy\s*#|insurance\s+(?:id|number|no|policy|card|member)|insurance\s*#|health\s?(?:card|insurance|number)|"
    r"versicherten-?(?:nr|nummer)|krankenkasse\w*|group\s+(?:id|number|no)|claim\s+(?:id|number|no|ref)|"
    r"mrn|m\.r\.n\.?|medical\s+record|patient\s+(?:id|number|no|ref|file|record)|patient\s*#|hospital\s+(?:id|number|no)|"
    r"chart\s+(?:id|number|no)|case\s+(?:id|number|no|file)|file\s+(?:number|no)|record\s+(?:number|no)|"
    r"referral\s+(?:id|number|no|code)|appointment\s+(?:id|number|no|ref)|prescription\s+(?:id|number|no)|rx\s*(?:number|no|#)|"
    r"trial\s+participant|participant\s+(?:id|number|no)|study\s+(?:id|number)|biobank\s+(?:id|number)|"
    r"account\s+(?:id|number|no)|acct|a/c|bank\s+account|sort(?:\s?code)?|routing\s+(?:number|no)|iban|bic|swift|"
    r"credit\s+card|debit\s+card|card\s+(?:number|no|ending)|visa\s+(?:card|number)|mastercard|amex|"
    r"student\s+(?:id|number|no)|employee\s+(?:id|number|no)|staff\s+(?:id|number)|badge\s+(?:id|number|no)|"
    r"customer\s+(?:id|number|no|ref)|order\s+(?:id|number|no)|booking\s+(?:id|number|ref\w*)|reference\s+(?:number|no)|"
    r"serial\s+(?:number|no)|device\s+(?:id|number)|imei|vin|registration\s+(?:number|no|plate)|number\s?plate|"
    r"licen[cs]e\s?plate|car\s+reg(?:istration)?|my\s+reg|voter\s+(?:id|number)|alien\s+(?:number|registration)|"
    r"green\s?card|visa\s+no|dea\s+(?:number|no)|npi|gmc\s+(?:number|no)|veteran\w*\s+(?:id|number)|va\s+(?:id|file)|"
    r"military\s+(?:id|number)|service\s+number|"
    r"(?:unit|accession|specimen|sample|lab(?:oratory)?|episode|encounter|visit|ticket|incident|docket|complaint|scan|study|subject|"
    r"randomi[sz]ation|enrol?lment|contract|certificate|tracking|serial|order|donor|tissue|biopsy|slide|x-?ray|mri|ward|clinic|"
    r"outpatient|inpatient|admission|discharge|surgery|practice|pharmacy|script|prescription|blue\s+badge|frequent\s+flyer|"
    r"library|loyalty|union|pension|benefit|payroll|tax|court|police|crime|insurance|policy|identity|identification|"
    r"registration|reference|referral|booking|appointment|account|customer|client|member|user|file|record|case|claim|chart|"
    r"hospital|patient|trial|participant)\s+(?:numbers?|no\b\.?|nos\b\.?|num\b\.?|nr\b\.?|id\b|ref\b\.?|#)|"
    r"(?:my|our|your|the|his|her)\s+(?:ref|reference|id|file)\b|(?:ref|id)\s*(?:no\b\.?|number)|(?:ref|id|reference|subject|ticket|case|file|claim|policy|complaint|invoice)(?=\s*[:#=]|(?:\s+is)?\s+(?:[A-Z]{0,5}-?\d{3}|[A-Z]{0,5}[-/ ]?\d+[/-][\dA-Z]{2,}))|id\s+(?:is|card)\b|"
    r"accession|specimen|docket|barcode|svnr|utr|urn|uan|abha|ahv|avs|sin\s+(?:number|no|card)|ohip|phn|ihi|nric|hkid|cnic|bvn|sa\s+id|snils|снилс|инн|паспорт|полис|"
    r"oib|egn|cnp|jmbg|rodné\s+číslo|personal\s+(?:number|no|code)|fiscal\s+code|civil\s+(?:id|number)|national\s+(?:number|no)|"
    r"aktenzeichen|az(?=\.)|(?:fall|patienten|versicherungs|sozialversicherungs|rentenversicherungs|kranken(?:versicherungs|kassen)?|"
    r"versicherten|steuer(?:identifikations)?|kunden|personal(?:ausweis)?|ausweis|mitglieds|reisepass|pass|konto|karten|akten)-?"
    r"(?:nr\b\.?|nummer)|reisepass|personalausweis|gesundheitskarte|passeport|pasaporte|passaporto|paspoort|passaporte|"
    r"carte\s+(?:vitale|d'identité)|n(?:°|º|o\.?|um[eé]ro)?\s*(?:de\s+)?(?:s[eé]cu(?:rit[eé]\s+sociale)?|ss|dossier|patient|adh[eé]rent)|"
    r"dossier(?:\s+(?:n°|no\b\.?|number|num[eé]ro))?|seguridad\s+social|nuss|tarjeta\s+sanitaria|historia\s+cl[ií]nica|nhc|"
    r"tessera\s+sanitaria|carta\s+d'identit[aà]|codice\s+paziente|cartella\s+clinica|dossiernummer|zorgpas|pati[eë]ntnummer|"
    r"polisnummer|henkil[oö]tunnus|hetu|personnr|cpr-?nr|f[oø]dselsnr|pps(?:n|\s+(?:no|number))?|"
    r"(?:my|his|her)\s+social|dvla|bsb|ifsc|clabe|branch\s+code|nhi|tfn|nin|kvnr|niss|rijksregister\w*|tckn?|(?:tc\s+)?kimlik(?:\s+no)?|c[eé]dula|dui|amka|α\.?μ\.?κ\.?α\.?|ration\s+card|ayushman\w*|ndis|"
    r"centrelink|crn|ubrn|ehic|ghic|isikukood|asmens\s+kodas|personas\s+kods|kennitala|emšo|emso|teudat\s+zehut|iqama|mykad|ic\s+(?:no|number)|nik|ktp|"
    r"bpjs|philhealth|sss\s+(?:no|number)|umid|kra\s+pin|nhif|ghana\s+card|nss|rodn[eé]\s+č[ií]slo|hosp\.?\s+(?:no|number|nr|id)|pt\.?\s+(?:no|number|id)|"
    r"expediente|protocollo|pratica|processo|utente|afiliad[oa]|p[oó]liza|sagsn(?:r|ummer)|journaln(?:r|ummer)|potilasn(?:ro|umero)|(?:numer|nr)\s+(?:pacjenta|karty|polisy)|"
    r"(?:n[.º°o]|num\.?|n[uú]mero)\s*(?:d[eio]l?\s+|d[ao]\s+)?(?:la\s+)?(?:historia|expediente|paciente|paziente|seguro|socio|utente|processo|pratica|afiliaci[oó]n|p[oó]liza)"
)
_CUED = re.compile(
    rf"\b(?:{_STRONG})\b{_LINK}{{0,9}}(?P<it>(?=[\w./ -]{{0,24}}?\d)[A-Z0-9*][A-Z0-9*]*"
    r"(?:[ ./-]?(?=[A-Z]{0,4}[ ./-]?\d)[A-Z0-9*]+){0,7}(?:[ ./-][A-Z]\b)?)(?![A-Z0-9])",
    re.IGNORECASE,
)
_CUED_AFTER = re.compile(
    r"(?<![\w/-])(?P<it>[A-Z]{0,4}[ /-]?\d[\w/-]{2,14})\s*(?:,|is|was|=|\()\s*(?:my|the|his|her|our)?\s*(?:\w+\s+)?"
    rf"(?:{_STRONG}|(?:unit|ref|case|file|id|patient|hospital|record|passport|policy|member)\s+(?:number|no|id))\b",
    re.IGNORECASE,
)
_ANY_NUMBER = re.compile(
    r"(?:\b(?:number|num|no|nr|id|ref|code)\b\.?|#|\b\w{3,}(?:nummer|nr|number)\b\.?|\bn(?:°|º)|\bn[uú]m(?:[eé]ro|ero)?\b\.?(?:\s+d[eiou]l?\s+\w+)?)"
    r"\s*(?:is|was|ist|est|es|è|é|:|=|-)?\s*(?P<it>(?=[A-Z/-]*\d)(?:[A-Z]{1,5}[-/ ]?)?\d[\dA-Z]*(?:[-/][\dA-Z]+){0,4})(?![\w%,.]\d)",
    re.IGNORECASE,
)
_NOBODYS = re.compile(
    r"\b(?:omim|mim|eudract|pmid|isbn|issn|nct|isrctn|doi|icd|cas|ec|gene|chromosome|exon|table|figure|chapter|page|trial|question|part|"
    r"case|version|phase|type|hla|lot|batch|error|hotline|helpline|emergency|line)\W+(?:\w+\W+)?$"
    r"|\b(?:my|his|her|our|their|phone|telephone|tel|mobile|mob|home|work|cell|contact|fax)\s+$",
    re.IGNORECASE,
)
"""Before a number that is of a book, a gene, a register or a helpline, or for a telephone (phone.py)."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT_AFTER = re.compile(
    r"\s?(?:mg|%|percent|years?|months?|weeks?|days?|hours?|minutes?|times|people|euros?|pounds?)\b", re.I
)

_MEASURE = re.compile(r"\d(?:mg|mcg|g|kg|ml|l|iu|x|th|st|nd|rd|s|yo|y|hz|k|m|am|pm)\b")
"""A list of doses or years that were written without spaces."""

_SHAPES: tuple[tuple[Kind, str], ...] = (
    # Medicare beneficiary, UK national insurance, Indian PAN, Spanish DNI and NIE, Irish PPS
    ("identity number", r"\b[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d\d\b"),
    ("identity number", r"(?i:\b[A-Z]{2}[ .-]?\d\d[ .-]?\d\d[ .-]?\d\d[ .-]?[A-D]\b)"),
    ("identity number", r"(?i:\b[A-Z]{5}\d{4}[A-Z]\b)"),
    ("identity number", r"\b\d{8}[ -]?[A-HJ-NP-TV-Z]\b|\b\d{8}-?[a-hj-np-tv-z]\b"),
    ("identity number", r"(?i:\b[XYZ][ -]?\d{7}[ -]?[A-Z]\b)"),
    ("identity number", r"(?i:\b[STFGM]\d{7}[A-Z]\b)"),
    ("identity number", r"\b\d{7}[A-W][A-IW]?\b"),
    # Italian codice fiscale, Finnish henkilötunnus, Mexican CURP, Hong Kong ID, UK driving licence
    ("identity number", r"(?i:\b[A-Z]{3} ?[A-Z]{3} ?\d\d[A-EHLMPR-T]\d\d ?[A-Z]\d{3}[A-Z]\b)"),
    ("identity number", r"\b\d{6}[-+A]\d{3}[0-9A-Z]\b"),
    ("identity number", r"(?i:\b[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z0-9]\d\b)"),
    ("identity number", r"\b[A-Z]{1,2}\d{6}\([0-9A]\)"),
    ("identity number", r"\b[A-Z]{2,5}\d{6}[A-Z0-9]{2,5}\b"),
    # US social security with stars, Brazilian CPF, Chilean RUT, Swiss AHV
    ("identity number", r"(?<![\w*])[*xX#]{3}-?[*xX#]{2}-?\d{4}\b"),
    ("identity number", r"\b\d{3}\.\d{3}\.\d{3}-\d\d\b"),
    ("identity number", r"\b\d{1,2}\.\d{3}\.\d{3}-?[\dA-Za-z]\b"),
    (
        "identity number",
        r"(?i:\b(?:bic|swift)(?:\s+code)?(?:\s+is)?[\s:=]*)(?P<it>(?i:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?))\b",
    ),
    ("identity number", r"\b756\.\d{4}\.\d{4}\.\d\d\b"),
    ("identity number", r"\b\d{3}[-. ]\d\d[-. ]\d{4}\b"),
    (
        "identity number",
        r"(?i:\b(?:licen[cs]e\s?plate|number\s?plate|my\s+reg|(?:car|vehicle)\s+reg(?:istration)?|kennzeichen|plaque)\b[\w :]{0,12}?[\s:])"
        r"(?P<it>(?i:[A-Z]{1,3}[ -]?\d{1,4}(?:[ -]?[A-Z]{1,3})?|\d{1,4}[ -]?[A-Z]{1,3}(?:[ -]?\d{1,4})?))\b",
    ),
    # German court files
    ("identity number", r"\b(?:[IVX]{1,4}\s)?\d{1,3}\s[A-Z][A-Za-z]{0,2}\s\d{1,5}/\d\d\b"),
    # Cards written in groups, and IBAN
    ("card number", r"(?<![\w-])\d{4}(?:[ ._/-]{1,2}\d{4}){3}(?:[ .-]\d{1,3})?(?![\w-])"),
    ("card number", r"(?<![\w-])\d{4}[ -]?\d{2}[*xX•]{2}[ -]?[*xX•]{4}[ -]?\d{4}(?![\w-])"),
    ("card number", r"(?<![\w-])(?:[*xX•#]{2,4}[ -]?){2,3}\d{4}(?![\w-])"),
    (
        "card number",
        r"(?i:\b(?:card|visa|mastercard|amex|debit|credit|account|acct)\b[\w ]{0,20}?\b(?:ends?|ending|last\s+(?:four|4)(?:\s+digits)?)(?:\s*(?:\b(?:in|with|is|are)\b|:))?\s*(?P<it>\d{4})\b)",
    ),
    (
        "card number",
        r"(?i:(?<=\d{4})[\s,;]+(?:exp\w*\.?|valid\s+(?:thru|until|to))\s*(?:date)?[:\s]*(?P<it>\d\d\s?/\s?\d\d(?:\d\d)?))(?!\d)",
    ),
    ("card number", r"(?<![\w-])3\d{3}[ .-]\d{6}[ .-]\d{5}(?![\w-])"),
    ("identity number", r"\b[A-Z]{2}\d\d(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,4})?\b"),
)
_COMPILED = tuple((kind, re.compile(rule)) for kind, rule in _SHAPES)
_IBAN_LOWER = re.compile(r"\b[a-z]{2}\d\d(?:[ .-]?[a-z0-9]{4}){2,7}(?:[ .-]?[a-z0-9]{1,4})?\b")
_IBAN_ANY = re.compile(r"\b[A-Za-z]{2}\d\d(?:[ .-]?[A-Za-z0-9]){10,34}", re.ASCII)
_MIXED = re.compile(r"(?<![\w.*/:-])(?=[A-Z0-9-]*[A-Z])(?=(?:[A-Z-]*\d){5})[A-Z0-9]+(?:-[A-Z0-9]+)*(?![\w*-])")
_MIXED_LOWER = re.compile(
    r"(?<![\w.*/:@-])(?=[a-z]*\d)(?=[\d-]*[a-z])(?=(?:[a-z-]*\d){6})[a-z0-9]+(?:-[a-z0-9]+)*(?![\w*@-])"
)
_CITED = re.compile(
    r"(?:HLA|DRB|DQB|DQA|NCT|ISRCTN|PMID|PMC|RS|CHEMBL|ACTRN|CAS|ENSG|OMIM|MIM|DOI)[:-]?\d", re.IGNORECASE
)
"""What medical papers and registers call themselves."""

_LEAST = 8


def find(text: str) -> Iterator[Span]:
    """Where they stand."""
    yield from _by_word(text)
    yield from _by_shape(text)
    yield from _mixed(text)


def _by_word(text: str) -> Iterator[Span]:
    for match in _CUED.finditer(text):
        start, end = match.span("it")
        said = text[start:end]
        digits = sum(sign.isdigit() for sign in said)
        if digits >= 3 and not _YEAR.fullmatch(said) and not _UNIT_AFTER.match(text, end):
            yield Span(start, end, "identity number")
    for match in _ANY_NUMBER.finditer(text):
        said = match["it"]
        plain = re.sub(r"\D", "", said)
        if len(plain) < 4 or _YEAR.fullmatch(said) or CRISIS.fullmatch(plain):
            continue
        if (
            not _UNIT_AFTER.match(text, match.end())
            and not _MEASURE.search(said)
            and not _NOBODYS.search(text[: match.start()])
        ):
            yield Span(*match.span("it"), "identity number")
    for match in _CUED_AFTER.finditer(text):
        said = match["it"]
        if sum(sign.isdigit() for sign in said) >= 4 and not _YEAR.fullmatch(said) and not _MEASURE.search(said):
            yield Span(*match.span("it"), "identity number")


def _by_shape(text: str) -> Iterator[Span]:
    for kind, rule in _COMPILED:
        for match in rule.finditer(text):
            part: str | int = "it" if "it" in rule.groupindex else 0
            said = match[part]
            if _CITED.match(said) or (len(said) > 14 and not _looks_like_iban(said)):
                continue
            yield Span(*match.span(part), kind)
    for match in _IBAN_ANY.finditer(text):
        yield from _iban(match)
    for match in _IBAN_LOWER.finditer(text):
        if _looks_like_iban(match[0]):
            yield Span(*match.span(), "identity number")


def _mixed(text: str) -> Iterator[Span]:
    """Letters and digits by turns, as files are numbered."""
    for rule in (_MIXED, _MIXED_LOWER):
        for match in rule.finditer(text):
            cited = _CITED.match(match[0]) or (rule is _MIXED_LOWER and _MEASURE.search(match[0]))
            if len(match[0]) >= _LEAST and not cited:
                yield Span(*match.span(), "identity number")


def _iban(match: re.Match[str]) -> Iterator[Span]:
    """The longest part from its beginning that is right by its check digits, however it is grouped."""
    for end in range(match.end(), match.start() + 14, -1):
        said = match[0][: end - match.start()]
        if said[-1].isalnum() and _checks("".join(sign for sign in said if sign.isalnum()).upper()):
            yield Span(match.start(), end, "identity number")
            return


def _checks(plain: str) -> bool:
    return 15 <= len(plain) <= 34 and int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def _looks_like_iban(said: str) -> bool:
    """Mostly digits, or right by its check digits; the rest of long shapes are codes of letters and digits anyway."""
    plain = said.replace(" ", "").upper()
    if sum(sign.isdigit() for sign in plain) >= 9:
        return True
    return " " not in said or _checks(plain)
