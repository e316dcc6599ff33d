"""Is somebody in danger, going by the words alone? Rules that need no model and so cannot be lost.

A message is spelled out ('cnt breeth' becomes 'cannot breath'), figures of speech are struck out, and each sentence is
searched for signs. A clear sign takes over; vague signs do so in company, of each other or of words that say that it
is happening now. What is asked in general or long past is worth the safety line at most.
"""

from __future__ import annotations

import re

from lems_faq.understanding.labels import EMERGENCY, SELF_HARM

NONE = "none"
LINE = "line"
"""The ordinary reply stays and opens with the safety line."""

_RANK = {NONE: 0, LINE: 1, EMERGENCY: 2, SELF_HARM: 3}

_KIN = (
    r"mum|mam|mom|mom+y|mum+y|mam+y|ma|mother|dad|daddy|papa|father|parent|husband|hubby|husbnd|wife|partner|son|daughter|"
    r"kid|child|pupil|student|baby|toddler|newborn|infant|little one|boy|girl|brother|bro|sister|sis|gran|granny|nan|nana|"
    r"nanny|grand(?:ma|pa|mother|father|son|daughter|dad)|grandad|grampa|uncle|aunt(?:y|ie)?|cousin|niece|nephew|fr[ei]{2}nd|"
    r"mate|(?:flat|room)mate|neighbou?r|colleague|(?:boy|girl)friend|bf|gf|patient|client|resident|customer|passenger|man|"
    r"woman|lady|guy|bloke|stranger|somebody|someone|person"
)
# One spelling for the words that signs are made of; 'kin' stands for anybody whom the writer may speak of.
_SPELLED = {
    "cannot": r"ca+n'?t|cann'?t|cna'?t|c'?nt|can no(?:t| longer)|no can|could ?n[o']?'?t|cudn'?t|unable to|too weak to|can(?: "
    r"only)? (?:barely|hardly|scarcely)|(?:barely|hardly|(?:(?:has|have) ?n'?t|not|no longer|never)(?: been| being)?) able to",
    "is not": r"(?:is|ai|are|was) ?n'?t", "do not": r"do ?n'?t|dnt|(?:does|did) ?n[o']?'?t", "has not": r"ha(?:s|ve) ?n'?t",
    "will not": r"(?:wo|sha) ?n'?t|shall not", "would not": r"w(?:ou|u)l?d ?n'?t", "should not": r"should ?n'?t",
    "i am": r"i'?m|i m", "i have": r"ive", "i would": r"id", "he is": r"hes", "she is": r"shes", "it is": r"its",
    "what is": r"wh?[ao]ts", "overdosed": r"od'd", "going to": r"gonna|gunna|goin to", "going": r"goin|gone|goes|went",
    "want to": r"wann?a|w(?:an|na)t too", "want": r"wnat", "nobody": r"no ?one", "without": r"w/o|witout", "having": r"havin",
    "please": r"pl[sz]|plea?se?", "help": r"hlep|hepl|halp", "minutes": r"mins?|minute|minits?", "hours": r"hours?|hrs?",
    "now": r"rn|nw", "suddenly": r"sudd?e?nl?e?y|sudden|suddn|all (?:of a sudden|at once)|out of nowhere",
    "breathing": r"br(?:ea|ee|ae|aee|e|a)t*h+e?(?:ing?s?|ign|n|ngs?)", "breath": r"br(?:ea|ee|ae|aee|e|a)t*h+e?s?|respire",
    "swallowing": r"sw[aou]l+[aou]+w*(?:ing?|ign)", "swallowed": r"sw[aou]l+[aou]+w*e?d", "stopped": r"stop+e?[dt]",
    "swallow": r"sw[aou]l+[aou]+w*e?s?|sw[ao]l+w", "choking": r"cho+c?k+e?(?:ing?|ign)", "collapsed": r"col+[ao]ps+e?d",
    "unconscious": r"unco\w{2,6}ous", "seizure": r"s[ei]{1,3}[sz](?:ure|er)s?", "drooling": r"dro+l+ing?|dribbling?",
    "heart": r"hart", "speech": r"speach", "suicide": r"s(?:ui|iu|u)[cs]+(?:i|ie|ei)d+e?s?|sewer ?slide",
    "suicidal": r"s(?:ui|iu|u)[cs]+[iy]d[ea]l\w*", "myself": r"my sel[fv]e?|myslef|meself|mysef", "living": r"livin",
    "himself": r"(?:his|him) self|her ?self|themsel\w+", "life": r"lfe|lief|lyfe?", "jumping": r"jumpin", "dead": r"ded",
    "exist": r"exsist|egsist", "burden": r"burdn|burdon", "any more": r"anymore|no more",
    "pills": r"tabs?|tablets?|pill|capsules?|meds|medications?|medicines?|firdapse|ruzurgi|amifampridine|3,4-?dap|dap|mestinon|"
    r"pyridostigmine|paracetamol|tylenol|ibuprofen|morphine|insulin|steroids?|antibiotics?|drugs?",
    "kin is": rf"(?:{_KIN})'?s", "kin": _KIN, " is": r"(?<=[a-z])'s", " are": r"(?<=[a-z])'re", " will": r"(?<=[a-z])'ll",
    " would": r"(?<=[a-z])'d", " have": r"(?<=[a-z])'ve",
}  # fmt: skip
_WORD = re.compile(r"\b(?:" + "|".join(f"({pattern})" for pattern in _SPELLED.values()) + r")\b")
_SPELLING = (*_SPELLED,)

# What capitals and a tilde stand for in the patterns below, where the message itself is in small letters.
_SHORT = {
    "~": r"(?:\S{1,15} ){0,3}?",
    "SOME": r"(?:\S{1,15} ){0,5}?",
    "IS": r"(?:(?:is|am|are|was|be|been|has|have|had|just|now|all|so|very|really|suddenly|completely|totally|still|quite|a|"
    r"getting|got|going|keeps?|looks?|looking|feels?|feeling|turn\w*|start\w*|to|and|bit|both) ){0,5}",
    "WHO": r"(?:i|he|she|they|kin|we|it)",
    "THEM": r"(?:me|him|her|them|kin)",
    "OWN": r"(?:my|his|her|their|kin is|kin|the|own)",
    "TAKEN": r"(?:took|tooke?n?|taken|swallowed|had|ate|eaten|given|gave|drank|drunk|downed|injected|takes?|taking)",
    "ODD": r"(?:funny|strange|odd|weird)",
    "AFFAIR": r"(?:subscription|netflix|membership|contract|newsletter|trial|policy|call|chat|conversation|session|game|book|"
    r"level|essay|report|form|project|marriage|gym|broadband|account|loan|lease|data|treatment|bot|history|debit|course)",
    "FUN": r"(?:laugh\w*|funny|hilarious|giggl\w*|jokes?|jeans|dress|trousers|corset|haha|lol)",
}


def _any(*patterns: str) -> re.Pattern[str]:
    """One of the patterns, from the start of a word. Plain brackets only group."""
    text = re.sub(r"~|(?<!\\)\b[A-Z]{2,}\b", lambda match: _SHORT[match.group()], "|".join(patterns))
    return re.compile(r"\b(?:" + re.sub(r"(?<!\\)\((?!\?)", "(?:", text) + ")")


# What only sounds like danger; it is struck out before the signs are looked for.
_FIGURES = _any(
    # Laughing, fright and exaggeration.
    r"laugh\w* (so \w+ )?(till|until|that)\b.{0,40}|(collapsed|passed out|choking|died|dying|dead) laughing|us (all )?on the floor",
    r"(nearly|almost|practically|literally) (died?|choked|fainted|passed out|collapsed|drowned|fell|killed|had)\b",
    r"(chok\w+|collapsed|died?|dying|dead|passed out|cannot breath|fainted|suffocat\w+) (with|from|of|for|in|into) (laugh\w*|old age|"
    r"boredom|shame|embarrassment|excitement|joy|relief|shock|curiosity|paperwork|a heap|bed|stitches|tears|giggles)\b|choked up",
    r"(killing|murder|strangling) (me|us|it|my|him|each)\b|(kill|shoot) me (now|haha)|just kill me|dying (to|for)\b",
    r"(could|would|will) (murder|kill) (?!myself|himself|me)|sick to death|(scared|frightened|worried|bored) to death|do or die",
    r"dead (tired|serious|end|weights?|battery|on my feet|gorgeous|line)|(gave|gives?|giving) THEM (an? )?(heart attack|fit|stroke)",
    r"(get|have|had|having) (THEM )?(an? )?(heart attack|fit|stroke|seizure) (when|if|about|over|every|with|haha)|fits? of \w+",
    r"heart (attack|stopped) (when|over|haha)|stroke of \w+|heat ?stroke|swimming stroke|stroke the|(sooner|rather) .{3,40} than "
    r"(fill|use|do|read|sit|listen|ring|call|see|eat)\b|(kill\w*|shoot\w*|drown\w*) (myself|himself) (laughing|over|trying|in)\b",
    # Set phrases round breath, choke, swallow, emergency.
    r"FUN\b.{0,40}cannot ~(breath|air)\b|cannot ~breath\b.{0,25}\bFUN|breath (again|for all|with all|of fresh)|not breathing a word|"
    r"breathing (space|exercises?|tests?|muscles?|techniques?|apps?)|took my breath away|box breathing|hold\w* (my|their|your) breath",
    r"(cannot|stopped|forgot to) ~breath(ing)? (when|till|until) .{0,30}\b(said|told|saw|heard|read|rang|results?|bill|news|scored?)\b",
    r"(first aid|cpr) .{0,25}chok\w+|chok\w+ .{0,20}(first aid|cpr|hazard|course)|chok\w+ (off|back|on (the|my|his|her) (own )?"
    r"(words|price|bill|cost|news))|(guilt|fear|grief|stress|bills?|paperwork|waiting|silence|worry) is (choking|suffocating)",
    r"swallow (that|this|what|the (idea|price|news))\b|emergency (exit|landing|plumber|dentist|fund|kit|contact|card|sewing|call)",
    # Things and cells that die; a contract that ends; suicide as a figure; harm by accident.
    r"(phone|battery|app|laptop|tablet|computer|server|script|process|car|engine|wifi|website|page|plants?|market|bank|team|bridge|"
    r"tree|roof|shed|economy|company|business|dog|cat|goldfish|film|novel|chat|bot|printer|train|government)( \S{1,15}){0,4}? "
    r"(died?|dying|dies|dead|collaps\w+|unresponsive|not responding|choking|suicide|seizure|fit|stroke|heart attack|going down)",
    r"AFFAIR\b.{0,60}\b(end|finish|stop|cancel)\w* (it|this|things)\b|(end|finish|stop|cancel)\w* (it|this|things)\b.{0,60}\bAFFAIR\b",
    r"(career|political|social|cells?|system commit\w*) suicide|suicide (squad|rates?|gene|bomb\w*|prevention|theory|mission|of the|"
    r"for a)|theory of suicide|suicidal (driv\w+|cells?)|overdos\w+ (on|of) (vitamin|caffeine|chocolate|coffee)",
    r"(cut|burnt?|burned|hurt) myself (shaving|on (a|the|my)|cooking|while|when|at|lifting|gardening|off|short|out)\b|"
    r"jump\w* (out (of )?the window|the queue|to|at)\b|(no|not|never|nobody is|denies) (any |in |an )?(suicid\w*|self.?harm\w*|"
    r"emergency|danger|chest pains?|choking)|(diagnosed|diagnosis)\b.{0,30}?(ago|last \w+|in \w+|since \w+)",
)
# Asked about the illness, about people or about what may come; it counts where it stands before the sign.
_GENERAL = _any(
    r"(can|could|does|do|will|would|might|may|should) (it|this|lems|lens|lambert|eaton|people|patients|folk|others|you|the|they|that|"
    r"there|anybody|families|swallowing|breathing|a kin|kin with|an?)\b|(people|patients|those) (who|with|that)|^(is|are) (choking|"
    r"breathing|swallowing)|(is|are) (it|this|that|there|lems|lambert|people|patients)\b(?! (normal|usual|ok|part of))",
    r"what (would|counts?|hap+ens|if|are|do (you|they|people)|should)\b|what is (a|an|the|meant)\b|what overdose|make (you|people|kin)\b|"
    r"how (often|common|likely|many people|do (you|people|they|hospitals))\b|when (an? |you|people|patients)|you (cannot|stop|choke)",
    r"(if|ever|one day|eventually|symptoms?|signs?|risks?|chances?|article|fiction|sometimes|occasionally|often|usually|prone to|prevent\w*|"
    r"avoid\w*|mild|suppose|imagine|dream\w*|(scared|afraid|terrified|worr\w+|fear\w*) (of|about)|(heard|read) (of|about|that|on|in))\b",
)
_TOPIC = _any(
    r"(in (case|general|theory|future)|generally|hypothetical\w*|theoretical\w*|wondering|curious|common|leaflet|(in|on) the (news|radio)|"
    r"film|novel|essay|homework|exam|quiz|course|first aid|training|poster|guidelines?|guidance|scenario|case study|simulation|lecture|"
    r"textbook|protocol|policy|documentary|actor|singer|player|(years?|yrs?|decades?) (ago|back)|in (19|20)\d\d|in the (19)?[5-9]0s|"
    r"long ago|back then|used to|when i was|as a kin|history of|back in)\b",
)
_PAST = _any(
    r"(months?|weeks?) (ago|back)|last (year|month|week|spring|summer|autumn|fall|winter)|since (19|20)\d\d|at \d\d(?! ?%| ?percent)\b|"
    r"once had|recovered|turned out|(my|her|his) late|news\b|died\b|passed away|all good|it passed|sorted (it|THEM)|(?<!at )once\b(?! "
    r"again| more| he| she| i)|one time|the other (day|week)|at (christmas|easter)|got over|before (i|he|she|they|we) (was|were|got)|"
    r"(home|fine|ok|okay|better|well|alright) (again|now|since|afterwards)\b|in (january|february|march|april|june|july|august|"
    r"september|october|november|december)\b|(dog|cat|puppy|kitten|rabbit|horse) (has|is|ate|had|got|just|keeps|was|swallowed)\b",
)
_NOW = _any(
    r"(?<!until )(?<!fine )(?<!ok )(?<!okay )(?<!better )(?<!good )(?<!going )(?<!not )(?<!on )now\b(?! and then)|tonight|today|this "
    r"(morning|afternoon|evening|minute|hours)|(by the|every) (minutes|hours)|(at the|this) moment|getting worse|suddenly|as i type|"
    r"right here|in front of me|(alone|on my own)\b|(?<!fine )(for|in|within|over) (an?|half an?|the (last|past)|\d+|ten|two|three|"
    r"nearly|almost|about) ?(\w+ )?(minutes|hours)|\S{1,15} (minutes|hours) (ago|now)|since (this|last night|yesterday|breakfast|lunch|"
    r"supper|tea|dinner|noon|an hour|about|around|\d|he|she|\S{1,15} o.?clock)|(has|have|had|he|she|i|we|(kin|he|she) is) just "
    r"(?!wonder|ask|curious|want|need|read|been told)|^help\b|please help|help($| now| me$)|hurry|(come|be|help|so) quick|"
    r"what (do|should) (i|we) do|what now|(?<!as an )(?<!as )emergency",
)
