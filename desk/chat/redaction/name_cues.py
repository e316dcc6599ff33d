"""What stands before or after a name where people introduce themselves or somebody, in the languages they use."""

from __future__ import annotations

import re

MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0e7f"
WORD = rf"[^\W\d_](?:[\w{MARKS}]|['-](?=\w))*\.?"
WORDS = re.compile(WORD)
PARTICLES = frozenset(
    re.findall(r"\w+", "van von de der den del della di da dos du la le bin ibn al el ter ten st mc mac y e zu")
)
PERSON = (
    r"(?:mother|father|sister|brother|son|daughter|cousin|aunt|uncle|parents)[\s-]in[\s-]law|wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|mother|mum|mom|mummy|mam|father|dad|son|daughter|"
    r"sister|brother|twin|aunt|uncle|niece|nephew|cousin|gran(?:dmother|dfather|ny|dma|dpa|dad)?|grandson|"
    r"granddaughter|(?:step|foster)[\s-]?(?:mother|father|mum|mom|dad|son|daughter|sister|brother|child|kid)|great[\s-](?:aunt|uncle)|friend|neighbou?r|colleague|baby|child|kid|carer|caregiver|stepmother|stepfather|stepson|"
    r"stepdaughter|hubby|hubbie|missus|wifey|ex|nan|nana|nanna|grandad|grandma|grandpa|papa|mama|mamma|pop|auntie|aunty|bro|sis|boy|girl|"
    r"kiddo|mate|pal|patient|client|parents|kids|children|sons|daughters|twins|grandchildren|brothers|sisters|friends|flatmate|roommate|housemate|boss|godson|goddaughter|widow|widower|late"
)
MY_ELSEWHERE = (
    r"(?:mein(?:e[mnrs]?)?|unsere?|mon|ma|notre|mi|nuestr[oa]|mi[oa]|mijn|onze|m[oó]j(?:a|ego|ej)?|meu|minha|min(?:a|e)?|mitt|můj|moje|moj|мой|моя|"
    r"моего|моей)"
)
PERSON_ELSEWHERE = (
    r"frau|mann|ehemann|ehefrau|mutter|vater|mama|papa|tochter|sohn|schwester|bruder|oma|opa|tante|onkel|freund(?:in)?|partner(?:in)?|"
    r"mari|femme|m[eè]re|p[eè]re|fille|fils|s(?:œ|oe)ur|fr[eè]re|compagnon|compagne|amie?|esposo|esposa|marido|mujer|madre|padre|mam[aá]|"
    r"pap[aá]|hij[oa]|herman[oa]|abuel[oa]|t[ií][oa]|amig[oa]|pareja|moglie|marito|figli[oa]|sorella|fratello|nonn[oa]|zi[oa]|amic[oa]|"
    r"man|vrouw|moeder|vader|dochter|zoon|zus|broer|vriend(?:in)?|mąż|żona|matka|ojciec|córka|syn|siostra|brat|babcia|dziadek|mulher|"
    r"m[aã]e|pai|filh[oa]|irm[aãoõ]+|av[oóô]|fru|hustru|mor|far|mamma|pappa|dotter|son|syster|bror|datter|søn|sønn|søster|kone|vaimo|"
    r"manžel(?:ka)?|муж|жена|мама|папа|мать|отец|сын|дочь|сестра|брат|бабушка"
)
"""The same words where they are said in another language."""

CARER = r"doctor|gp|neurologist|oncologist|consultant|specialist|nurse|physician|surgeon|pharmacist|therapist"

TITLED = re.compile(
    r"(?<!\bi )(?<!\bto )(?<!\bwill )\b(?:mr|mrs|ms|miss|mister|dr|prof|doctor|professor|nurse)\.?\s+(?:prof\.?\s+)?(?P<it>[^\W\d_](?:[\w'-]*[^\W\d_])?\.?(?:\s[^\W\d_][\w'-]+)?)(?<!')",
    re.IGNORECASE,
)
"""A name in whatever letters after a title, where a list knows it."""

APPOSED = re.compile(
    rf"\b(?P<it>(?-i:[A-ZÀ-Þ])[^\W\d_]{{2,}}(?:\s(?-i:[A-ZÀ-Þ])[\w'-]+)?),\s+(?:my|our|his|her)\s+(?:\w+\s+)?(?:{PERSON}|{CARER})\b",
    re.IGNORECASE,
)
"""Anna, my sister."""

AGED = re.compile(
    r"(?:^|\n)\s*(?P<it>[A-ZÀ-Þ][^\W\d_]{2,}(?:\s[A-ZÀ-Þ][\w'-]+)?),\s*\(?\d\d\)?\s*(?=[,.(]|yo\b|y/o|years|yrs|[mfMF]\b|from|$)"
)
"""Anna, 54, ..."""

ANY_WORD = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        # my name is ..., her name's ..., name: ...
        r"\b(?:my|his|her|our|their|your|full|first|last|family|given|maiden|middle|nick|christian|legal|patient(?:'s)?|"
        rf"child's|mother's|father's|real|birth|(?:{PERSON}|{CARER})(?:'s|s)?)\s*(?:full\s+|first\s+|last\s+|real\s+)?"
        r"(?:sur)?names?(?:\s*(?:\b(?:is|was|are|s)\b|'s\b|[:=-])|(?<=s))\s*(?:actually\s+|dr\.?\s+|mr\.?\s+|mrs\.?\s+|ms\.?\s+)?",
        r"(?:^|[\n,;(]\s*)(?:sur|fore|first |last |full )?name\s*[:=-]\s*",
        r"(?:^|[\n,;(]\s*)(?:patient|signed|surname|forename|contact|next of kin)\s*[:=]\s*",
        r"\bthe\s+name(?:'s|\s+is)\s+",
        r"\bmy\s+(?:nane|naem|nme|mane|namme|nam|nmae|anme|nickname|surname|firstname|lastname|first|last)(?:\s+(?:is|s|iz|=)|'s|:)\s+",
        r"\bname\s+and\s+(?:phone\s+)?(?:number|address|e-?mail|phone|dob|age)\s*(?:is|are|:|-)\s*",
        r"(?:^|\n)\s*name\s+(?=\w+(?:\s\w+)?\s+(?:phone|tel|dob|age|e-?mail|mobile|address|nhs|mrn)\b)",
        r"\bsigned\s*[:,-]?\s+(?:\w\.\s?)+(?=\w\w)",
        r"\b(?:called|named)\s+me\s+",
        r"\b(?:patient|pt|carer|caller)(?:'s)?\s+name(?:\s+is)?\s*:?\s+",
        r"\bname\s+of\s+(?:the\s+)?(?:patient|caller|carer|applicant)\s*(?:is|:)?\s+",
        r"\b(?:they|people|friends|everyone|everybody|family|mates|you\s+can|please|just)\s+calls?\s+me\s+",
        r"\b(?:goes\s+by(?:\s+the\s+name(?:\s+of)?)?|i'm\s+known\s+as|call\s+me(?=\s+\w+\s*(?:[,.!]|$)))\s+",
        r"\b(?:i\s+am|i'm|im|we\s+are)\s+(?:called|named)\s+",
        rf"\b(?:{PERSON}|{CARER}|patient)(?:'s|s|\s+is|\s+was|,)?\s+(?:called|named)\s+",
        r"\b(?:he|she)(?:'s|\s+is|\s+was)\s+(?:called|named)\s+",
        r"(?:^|[.,!]\s*|\bme\s+)name's\s+",
        r"\b(?:mein|mi|mon|mio|meu|mijn|min)\s+(?:name|nombre|nom|nome|naam|namn)\s*(?:ist|est|es|è|é|is|är)?\s*:?\s+",
        r"\b(?:je\s+m'appelle|me\s+llamo|mi\s+nombre\s+es|ich\s+hei(?:ß|ss)e|mein\s+name\s+ist|mi\s+chiamo|"
        r"ik\s+heet|mijn\s+naam\s+is|meu\s+nome\s+[eé]|(?:eu\s+)?me\s+chamo|chamo-me|mon\s+nom\s+(?:est|c'est)|(?:il\s+)?mio\s+nome\s+è|"
        r"jag\s+heter|mitt\s+namn\s+är|jeg\s+h(?:eter|edder)|mit\s+navn\s+er|mitt\s+navn\s+er|(?:minun\s+)?nimeni\s+on|"
        r"nazywam\s+si[eę]|mam\s+na\s+imi[eę]|jmenuji\s+se|vol[aá]m\s+sa|zovem\s+se|ime\s+mi\s+je|m[aă]\s+(?:numesc|cheam[aă])|"
        r"(?:benim\s+)?ad[ıi]m|ismim|t[eê]n\s+(?:t[oô]i|em)\s+l[aà]|t[oô]i\s+t[eê]n\s+l[aà]|nama\s+saya|mera\s+naam|ang\s+pangalan\s+ko\s+ay|"
        r"je\s+m\s?appelle|moi,?\s+c'est|numele\s+meu\s+este|ako\s+(?:po\s+)?si|jina\s+langu\s+ni|ich\s+bin\s+(?:die|der)|me\s+léne|a\s+nevem|namn:|nom\s*:|nombre\s*:|nome\s*:)\s+",
        r"(?:em\s+dic|is\s+mise|fy\s+enw\s+i\s+yw|minu\s+nimi\s+on|mani\s+sauc|mano\s+vardas|ผมชื่อ|ดิฉันชื่อ|ฉันชื่อ|اسم\s+من|میرا\s+نام|আমার\s+নাম|என்\s+பெயர்|"
        r"నా\s+పేరు|ਮੇਰਾ\s+ਨਾਮ|મારું\s+નામ)\s*",
        r"(?:меня\s+зовут|моё\s+имя|мое\s+имя|мене\s+звати|казвам\s+се|με\s+λένε|ονομάζομαι|اسمي|أنا\s+اسمي|मेरा\s+नाम|שמי)\s+",
        r"(?:我叫做?|我的名字[是叫]|私の名前は|わたしの名前は|제\s*이름은|저는)\s*(?=\w)",
    )
)
"""After these, the next words are a name in whatever letters."""

CAPITAL_WORD = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        r"\b(?:(?:(?:mr|mrs|ms|mx|dr|prof)\.?|miss|mister|professor|doctor|nurse|sister|frau|herr|señora?|madame|monsieur)\s+"
        r"(?:med\.?\s+|and\s+|&\s+)?)+",
        r"(?:^|\n)(?:to|cc|fao|attn|attention)\s*:?\s+",
        r"\b(?:for\s+the\s+attention\s+of|dear|née|nee)\s+",
        rf"(?:\b(?:my|our|his|her)\s+|'s\s+)(?:\w+\s+)?(?:{PERSON}|{CARER}),?\s+(?:(?:is|are)\s+)?\(?",
        rf"\b(?:{PERSON})\s+and\s+(?:I|me),?\s+\(?",
        r"\b(?:granny|grandma|grandpa|grandad|nonn[oa]|nana|nanna|auntie|aunty|aunt|uncle|oma|opa|abuel[oa]|tante|onkel|tía|tío)\s+",
        r"\b(?:my|his|her)\s+name,\s+|\b(?:we|i|they)\s+call\s+(?:her|him)\s+",
        r"\b(?:married|engaged)\s+to\s+|\b(?:mother|father|parents?|widow(?:er)?|son|daughter|wife|husband)\s+of\s+|\b(?:looking\s+after|caring\s+for|carer\s+(?:for|to|of))\s+",
        rf"\b(?:and|&)\s+(?!(?:patient|client|late|ex|pop|child|baby|friend|kid|parent)s?\b)(?:{PERSON})\s+",
        r"\b(?:call\s+me|i\s+go\s+by)\s+",
        r"(?:^|[.!?,\n]\s*)(?:hello|hi)?[\s,]*myself\s+",
        r"(?:^|[.!?\n]\s*)pt\.?:?\s+(?=(?-i:[A-Z][a-z]+)(?:\s(?-i:[A-Z])[\w'-]+)?\s*[,(])",
        rf"\b{MY_ELSEWHERE}\s+(?:{PERSON_ELSEWHERE}),?\s+",
        r"\bon\s+behalf\s+of\s+(?:my\s+\w+\s+)?",
        r"\b(?:registered|booked|listed|down|filed)\s+(?:in\s+)?(?:as|under)\s+(?:the\s+name\s+)?(?:of\s+)?",
        r"\b(?:woman|man|person|lady|guy|gentleman|girl|boy|patient|doctor|nurse|carer|someone|somebody|child)\s+(?:called|named|by\s+the\s+name\s+of)\s+",
        r"\b(?:ask\s+for|speak\s+(?:to|with)|asked\s+for|c/o|next\s+of\s+kin(?:\s+is)?|emergency\s+contact(?:\s+is)?)\s*:?\s+",
        r"\b(?:sur|fore|first\s|last\s|given\s|family\s|maiden\s|middle\s|full\s)name\s*:?\s+",
        r"(?:^|\n)name\s+",
        r"\b(?:message|letter|note|question|written|sent|posted|typed|asked|query|enquiry|q)\s+(?:from|by)\s+",
        r"\b(?:account\s*holder|card\s*holder|policy\s*holder|next\s+of\s+kin|carer|contact)\s*:?\s+",
        r"\b(?:kind|best|warm|warmest)?\s*(?:regards|wishes|sincerely|faithfully|yours)\s+(?=[^\n]{1,40}$)",
        r"\b(?:mme|mlle|sra?|dhr|mevr|signora?|sig|dott|rev)\.?\s+",
        r"(?:^|[.!?\n]\s*)I,\s+",
    )
)
"""After these, words with a capital letter."""

KNOWN = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        r"\b(?:i\s+am|i'm|im|it's(?:\s+me,?)?|its|it\s+is|this\s+is|hi,?\s+it's|ich\s+bin|soy|je\s+suis|sono|ik\s+ben|jag\s+är|jeg\s+er|jestem|"
        r"sou(?:\s+[ao])?|aqui\s+é\s+[ao]?|we\s+are|we're|hier\s+(?:ist|spricht)|hier|c'est|ici|habla|aquí|qui\s+parla)\s+",
        rf"\b(?:my|our|his|her)\s+(?:\w+\s+)?(?:{PERSON}),?\s+",
        r"(?:^|[.,!]\s*)names\s+|\bmy\s+name\s+|\bi\s+go\s+by\s+|\b(?:ben|olen|nimeni\s+on)\s+",
        r"(?:^|\n)from[\s,:.-]+(?=[^\n]{1,40}$)",
        r"\bsent\s+from\s+|\bcall\s+me\s+|\bthe\s+(?:patient|carer|caller)\s+is\s+|\b(?:wife|husband|mother|father|son|daughter|mum|mom|dad|carer)\s+of\s+",
        rf"(?:^|[.!?,;(]\s*|\band\s+)(?:{PERSON}),?\s+(?:is\s+)?",
        r"\b(?:signed|yours|sincerely|faithfully|truly|regards|wishes|cheers|love|best|thanks|thank\s+you|thx|many\s+thanks|"
        r"hugs|respectfully|cordially|xx*)[\s,.!-]+(?=[^\n]{1,40}$)",
        r"(?:^|\n)\s*[-~]\s*(?=[^\n]{1,40}$)",
        r"\s-\s?(?=[^\n.?!-]{1,30}$)",
        r"\b(?:hi|hello|hey|good\s+(?:morning|evening|afternoon|day)|greetings|hiya)[\s,.!]+(?:there[\s,.!]+)?(?:i\s+am|i'm|im)?\s*",
    )
)
"""After these, names that the list knows, or two words with capital letters."""

SIGN_OFF = re.compile(
    r"(?:\b(?:(?:regards|wishes|yours|sincerely|faithfully|truly|warmly|gr(?:ü|u|ue)(?:ß|ss)en?|gruß|lg|vg|mfg|mvh|groet(?:jes|en)?|hilsen|"
    r"hälsningar|pozdraw\w*|pozdrav|terveisin|cordialement|amicalement|saludos|abrazo|saluti|abraços|beijos|hugs|respectfully|"
    r"cordially|gratefully)(?:\s+from)?(?:\s*[,!-]+\s*|\s+)|(?:cheers|love|best|greetings|take\s+care|blessings|light|submitted|ta|tia|thx|"
    r"thanks|thank\s+you)(?:\s+(?:and\s+)?(?:again|in\s+advance|so\s+much|a\s+lot|from|always))?(?:\s*[,!-]+\s*|\s*\n\s*))"
    r"|(?:^|\n|[.!?]\s*)[-~–]{1,2}\s?|(?:^|\n|[.!?]\s*)x{1,3}\s)(?P<it>[A-ZÀ-Þ][\w'-]+\.?(?:[ ][A-ZÀ-Þ][\w'.-]*){0,3})\s*[.!x\s]*$",
    re.IGNORECASE,
)
"""A word with a capital letter as the last of a message, after words that end letters."""

IS_MY_NAME = re.compile(
    rf"(?:^|[.!?\n,;:]\s*|\b(?:hi|hello|hey)\s+)(?P<it>{WORD}(?:\s{WORD}){{0,3}})\s+(?:is|'s)\s+(?:my|his|her|our|the)\s+"
    r"(?:\w+(?:'s)?\s+)?(?:sur)?name\b(?!\s+of\s+(?!(?:my|the\s+patient)))",
    re.IGNORECASE,
)
ASIAN = re.compile(
    r"(?:我是|私は|わたしは|저는|我姓)\s*(?P<it>[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]{2,6}?)(?=です|と申|입니다|이에요|예요|[,，。.!！?？\s]|$)"
)
WHOSE = re.compile(rf"\b(?P<it>[A-ZÀ-Þ][a-zà-ÿ]{{2,}}(?:\s[A-ZÀ-Þ][a-zà-ÿ]+)?)'s\s+(?i:{PERSON})\b")
"""Anna's husband."""

HERE = re.compile(
    r"(?:^|[.!?\n]\s*|\b[Hh](?:i|ello|ey),?\s+)(?P<it>[A-ZÀ-Þ][a-zà-ÿ]{2,}(?<!ist)(?<!er)(?<!or)(?<!ian)(?<!ent)(?<!ing))\s+(?:here|this\s+side)\b(?!\s+(?:is|are|in|at|on))"
)
LAST_WORDS = re.compile(rf"[.,!?\n]\s*(?P<it>{WORD}(?:\s{WORD}){{0,2}})\s*$", re.IGNORECASE)
"""The end of a message, as a letter ends."""

I_AM_ELSEWHERE = re.compile(
    r"\b(?:je\s+suis|moi\s+c'est|sono|(?-i:soy)|sou(?:\s+[ao])?|ik\s+ben|jag\s+är|jeg\s+er|jestem|olen|ben|ako\s+(?:po\s+)?si)\s+"
    r"(?P<it>(?-i:[A-ZÀ-Þ][^\W\d_]*[a-zà-ÿ][\w'-]*))(?=\s*(?:[,.!(]|$|\n|\b(?:et|e|y|en|och|og|i|ja|ve|from|de|di|da|uit|från|fra|z)\s))",
    re.IGNORECASE,
)
"""The same in other languages: German is not among them, since all its nouns have a capital letter."""

FROM = re.compile(
    r"\b(?:[Hh]i|[Hh]ello|[Hh]ey)[,!.]?\s+(?P<it>(?!Greetings|Regards|Wishes|Love)[A-ZÀ-Þ][a-zà-ÿ]{2,})(?=\s+from\s+[A-ZÀ-Þ])"
    r"|\bme,\s+(?P<me>[A-ZÀ-Þ][a-zà-ÿ]{2,})(?=,?\s*\(?\d\d\b)"
    r"|\b[Ii]ch\s+bin\s+(?P<bin>[A-ZÄÖÜ][a-zäöüß]{2,}(?<!er)(?<!in)(?<!ent)(?<!ist)(?<!ant)(?<!oge)(?<!and)(?<!ner)(?<!au)(?<!nn))(?=\s+und\s|\s+aus\s)"
)
"""Hello, Anna from Leeds; it's me, Anna, 41; and the German introduction, where no ending of a trade follows."""

I_AM = re.compile(
    r"\b(?:i\s+am|i'm|im|this\s+is|it's(?:\s+me,)?|its|it\s+is)\s+(?P<it>(?-i:[A-ZÀ-Þ][^\W\d_]*[a-zà-ÿ][\w'-]*))"
    r"(?=\s*(?:[,.!(]|$|\n|\b(?:from|and\s+i|here|again|speaking|calling|writing|aged|by\s+the\s+way|btw)\b|\d\d\b))",
    re.IGNORECASE,
)
"""One word with a capital letter that ends what somebody says of themselves."""

AT_THE_TOP = re.compile(
    rf"^(?:(?:hi|hello|hey|dear\s+\w+)[\s,.!]+)?(?P<it>{WORD}\s{WORD}(?:\s{WORD})?)(?=\s*(?:[,:;\n(]|\s[-–]\s|\sfrom\s|,?\s\(?\d\d\b))",
    re.IGNORECASE,
)
"""The first words of a message, as a form or a letter begins."""

AND = re.compile(r"\s(?:and|&|und|et|y)\s(?P<it>[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[A-ZÀ-Þ][a-zà-ÿ]+)?)")
"""A second name after the first."""

BEFORE_HERE = re.compile(
    rf"(?:^|[.!?\n,]\s*)(?P<it>{WORD}(?:\s{WORD}){{0,2}})\s+(?:here|speaking|calling|writing|asking|signing\s+off|this\s+side|hier|ici|aquí)\b",
    re.IGNORECASE,
)
