"""Is somebody in danger, going by the words alone? Rules that need no model and so cannot be lost.

A message is spelled out ('cnt breeth' becomes 'cannot breath'), idioms are struck out, and each sentence is then
searched for signs. A clear sign takes over; vague signs take over in company, of each other or of words that say
that it is happening now. What a guard weakens (asked in general, long past) is worth the safety line at most.
"""

from __future__ import annotations

import re

from lems_faq.understanding.labels import EMERGENCY, SELF_HARM

NONE = "none"
LINE = "line"
"""The ordinary reply stays and opens with the safety line."""

_RANK = {NONE: 0, LINE: 1, EMERGENCY: 2, SELF_HARM: 3}


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + ")")


_KIN = (
    r"mum|mam|mom|mommy|mummy|mammy|ma|mother|dad|daddy|papa|father|parent|husband|hubby|husbnd|wife|wifey|partner|"
    r"son|daughter|kid|child|pupil|student|baby|toddler|newborn|infant|little one|boy|girl|brother|bro|sister|sis|"
    r"gran|granny|nan|nana|nanny|grandm\w+|grand?dad|grandpa|grampa|grandfather|grandson|granddaughter|uncle|"
    r"aunt(?:y|ie)?|cousin|niece|nephew|in-law|fr[ei]{2}nd|mate|flatmate|roommate|neighbou?r|colleague|coworker|"
    r"boyfriend|girlfriend|bf|gf|patient|client|resident|customer|passenger|man|woman|lady|guy|bloke|stranger|"
    r"somebody|someone|person"
)
_SPELLED = {
    # One spelling for the words that the signs are made of; 'kin' stands for anybody whom the writer may speak of.
    "cannot": r"ca+n'?t|cann'?t|cna'?t|c'?nt|can no(?:t| longer)|no can|could ?n[o']?'?t|cudn'?t|unable to|too weak to|"
    r"can(?: only)? (?:barely|hardly|scarcely|just about)|(?:barely|hardly|scarcely|no longer|never) able to|"
    r"(?:(?:has|have) ?n'?t|not)(?: been| being)? able to",
    "is not": r"is ?n'?t|ai ?n'?t|are ?n'?t|was ?n'?t",
    "do not": r"do ?n'?t|dnt|does ?n[o']?'?t|did ?n[o']?'?t",
    "will not": r"wo ?n'?t|sha ?n'?t|shall not",
    "would not": r"would ?n'?t|wudn'?t",
    "should not": r"should ?n'?t",
    "has not": r"has ?n'?t|have ?n'?t|have not",
    "i am": r"i'?m|i m",
    "i have": r"ive",
    "i would": r"id",
    "overdosed": r"od'?d",
    "he is": r"hes",
    "she is": r"shes",
    "it is": r"its",
    "what is": r"wh?[ao]ts",
    "going to": r"gonna|gunna|goin to",
    "going": r"goin|gone|goes|went",
    "having": r"havin",
    "want to": r"wann?a|w(?:an|na)t too",
    "want": r"wnat",
    "nobody": r"no ?one",
    "without": r"w/o|witout",
    "please": r"pl[sz]|plese|pleas",
    "help": r"hlep|hepl|halp",
    "minutes": r"mins?|minute|minits?",
    "hours": r"hours?|hrs?",
    "now": r"rn|nw",
    "suddenly": r"sudd?e?nl?e?y|sudden|suddn|all (?:of a sudden|at once)|out of nowhere",
    "breathing": r"br(?:ea|ee|ae|aee|e|a)t*h+e?(?:ing?s?|ign|n|ngs?)",
    "breath": r"br(?:ea|ee|ae|aee|e|a)t*h+e?s?|respire",
    "swallowing": r"sw[aou]l+[aou]+w*(?:ing?|ign)",
    "swallowed": r"sw[aou]l+[aou]+w*e?d",
    "swallow": r"sw[aou]l+[aou]+w*e?s?|sw[ao]l+w",
    "choking": r"cho+c?k+e?(?:ing?|ign)",
    "collapsed": r"col+[ao]ps+e?d",
    "unconscious": r"unco\w{2,6}ous",
    "seizure": r"s[ei]{1,3}[sz](?:ure|er)s?",
    "drooling": r"dro+l+ing?|dribbling?",
    "stopped": r"stop+e?[dt]",
    "heart": r"hart",
    "speech": r"speach",
    "suicide": r"s(?:ui|iu|u)[cs]+(?:i|ie|ei)d+e?s?|sewer ?slide",
    "suicidal": r"s(?:ui|iu|u)[cs]+[iy]d[ea]l\w*",
    "myself": r"my sel[fv]e?|myslef|meself|mysef",
    "himself": r"(?:his|him) self|her ?self|themsel\w+",
    "life": r"lfe|lief|lyfe?",
    "living": r"livin",
    "jumping": r"jumpin",
    "dead": r"ded",
    "exist": r"exsist|egsist",
    "burden": r"burdn|burdon",
    "any more": r"anymore|no more",
    "pills": r"tabs?|tablets?|pill|capsules?|meds|medications?|medicines?|firdapse|ruzurgi|amifampridine|3,4-?dap|dap|"
    r"mestinon|pyridostigmine|paracetamol|tylenol|ibuprofen|morphine|insulin|steroids?|antibiotics?|drugs?",
    "kin is": rf"(?:{_KIN})'?s",
    "kin": _KIN,
    " is": r"(?<=[a-z])'s",
    " are": r"(?<=[a-z])'re",
    " will": r"(?<=[a-z])'ll",
    " would": r"(?<=[a-z])'d",
    " have": r"(?<=[a-z])'ve",
}
_WORD = re.compile(r"\b(?:" + "|".join(f"({pattern})" for pattern in _SPELLED.values()) + r")\b")
_SPELLING = (*_SPELLED,)

_FEW = r"(?:\S{1,15} ){0,3}?"
_SOME = r"(?:\S{1,15} ){0,5}?"
_FILL = (
    r"(?:(?:is|am|are|was|be|been|has|have|had|just|now|all|so|very|really|suddenly|completely|totally|still|quite|a|"
    r"getting|got|going|keeps?|looks?|looking|feels?|feeling|turn\w*|start\w*|to|and|bit|both) ){0,5}"
)
_WHO = r"(?:i|he|she|they|kin|we|it)"
_OWN = r"(?:my|his|her|their|kin is|kin|the|own)"
_LIMB = r"(?:arms?|hands?|leg+s?|side|limbs?|body|knees)"
_TAKEN = r"(?:took|tooke?n?|taken|swallowed|had|ate|eaten|given|gave|drank|drunk|necked|downed|injected|takes?|taking)"
_ODD = r"(?:funny|strange|odd|weird)"

_AFFAIRS = (
    r"(?:subscription|netflix|membership|contract|newsletter|trial|policy|call|chat|conversation|session|game|book|level|"
    r"essay|report|form|project|marriage|gym|broadband|account|loan|lease|data|treatment|bot|history|debit|course)"
)

# What only sounds like danger; it is struck out before the signs are looked for.
_IDIOMS = _any(
    # Laughing, fright and exaggeration.
    r"laugh\w* (?:so \w+ )?(?:till|until|that)\b.{0,40}",
    r"(?:nearly|almost|practically|literally) (?:died|die|choked|fainted|passed out|collapsed|drowned|fell|killed|had)\b",
    r"(?:chok\w+|collapsed|die|died|dying|dead|passed out|cannot breath|fainted|cried|suffocat\w+) (?:up|laughing|(?:with|from|of|for|in)"
    r" (?:laugh\w*|boredom|shame|embarrassment|excitement|joy|relief|shock|curiosity|old age|paperwork|happiness))\b",
    r"(?:killing|murder|strangling) (?:me|us|it|my|him|each)\b|(?:kill|shoot) me (?:now|haha)|just kill me|dying (?:to|for)\b",
    r"(?:could|would|will) (?:murder|kill) (?!myself|himself|me)|sick to death|(?:scared|frightened|worried|bored) to death",
    r"dead (?:tired|serious|end|weights?|battery|on my feet|gorgeous|line)|do or die|on the floor laughing|us (?:all )?on the floor",
    r"(?:gave|gives?|giving|get|have|had|having) (?:me |him |her |us |kin )?(?:an? )?(?:heart attack|fit|stroke|seizure) (?:when|if|about|over|every|with|haha)",
    r"(?:gave|gives?|giving) (?:me|us|him|her|kin) (?:a|nearly a) (?:heart attack|fit|stroke|seizure)",
    r"fits? of \w+|heart (?:attack|stopped) (?:when|over|haha)|stroke of \w+|heat ?stroke|(?:swimming|butterfly) stroke|stroke the",
    r"(?:laugh\w*|funny|hilarious|giggl\w*|jokes?|jeans|dress|trousers|corset)\b.{0,40}cannot (?:\S+ ){0,2}?(?:breath|air)\b|"
    r"cannot (?:\S+ ){0,2}?breath\b.{0,25}\b(?:laugh\w*|funny|hilarious|giggl\w*|jeans|dress|trousers|corset|haha|lol)",
    r"(?:cannot|stopped|forgot to) (?:\S+ )?breath(?:ing)? (?:when|till|until) .{0,30}\b(?:said|told|saw|heard|read|rang|results?|price|bill|letter|news|scan|scored?|goal)\b|"
    r"chok\w+ (?:back|on) (?:the |my |his |her |own )*(?:tears|words|price|bill|cost|irony|rules|news)|collapsed (?:in|into) (?:a heap|bed|stitches|tears|giggles|hysterics)|"
    r"kill\w* (?:myself|himself|yourself) (?:laughing|over|trying|with|at (?:the gym|work))|shoot\w* (?:myself|himself) in the foot|drown\w* (?:myself|himself) in|"
    r"cut\w* (?:myself|himself) (?:off|short|some|a|free|out)\b|burn\w* (?:myself|himself) out|suicidal (?:driv\w+|cells?|to (?:drive|park|cycle))",
    r"breath for all|breath with all|catch (?:my|our|a) breath (?:with all|between|before)",
    r"(?:sooner|rather) .{3,40} than (?:fill|use|do|read|sit|listen|ring|call|see|eat)\b",
    # Set phrases round breath, choke, swallow, emergency.
    r"breathing (?:space|exercises?|tests?|muscles?|techniques?|apps?)|breath (?:again|of fresh)|not breathing a word|took my breath away|"
    r"(?:box breathing|hold\w* (?:my|their|your|his|her) breath)",
    r"(?:first aid|cpr) .{0,25}chok\w+|chok\w+ .{0,20}(?:first aid|cpr)|chok\w+ (?:hazard|course|and cpr|smog|parrot)|(?:guilt|fear|grief|stress|bills?|paperwork|waiting|silence|worry) is (?:choking|suffocating)",
    r"swallow (?:that|this|what|the (?:idea|price|news))\b|chok\w+ off",
    r"emergency (?:exit|landing|plumber|dentist|fund|kit|contact|card|sewing|call handler)",
    # Things and cells that die; suicide as a figure of speech; harm by accident.
    r"(?:phone|battery|app|laptop|tablet|computer|server|script|process|car|engine|wifi|website|page|plants?|market|bank|team|"
    r"bridge|elm|tree|roof|shed|economy|company|business|dog|cat|collie|fish|goldfish|film|novel|chat|bot|printer|router|telly|fridge|boiler|bus|train|government|club|on linux)"
    r"(?: \S+){0,4}? (?:died|dying|dies|dead|die|collaps\w+|unresponsive|not responding|choking|suicide|seizure|fit|stroke|heart attack|gasping|suffocating|going down)",
    r"(?:career|political|social|cells?|system commit\w*) suicide|suicide (?:squad|rates?|gene|bomb\w*|prevention|theory|"
    r"mission|of the|for a)|theory of suicide|killing himself over",
    rf"{_AFFAIRS}\b.{{0,60}}\b(?:end\w*|finish\w*|stop|cancel) (?:it|this|things)\b|(?:end\w*|finish\w*|stop|cancel) (?:it|this|things)\b.{{0,60}}\b{_AFFAIRS}\b",
    r"(?:cut|burnt?|burned|hurt) myself (?:shaving|on (?:a|the|my)|cooking|while|when|at|lifting|gardening)\b",
    r"overdos\w+ (?:on|of) (?:vitamin|caffeine|chocolate|coffee)|jump\w* (?:out (?:of )?the window|the queue|to|at)\b",
    r"(?:no|not|never|nobody is|denies) (?:any |in |an )?(?:suicid\w*|self.?harm\w*|emergency|danger|chest pains?|choking)",
    # When the illness was found is no part of the danger.
    r"(?:diagnosed|diagnosis)\b.{0,30}?(?:ago|last \w+|in \w+|since \w+)",
)
# Asked about the illness, about people or about what may come; it counts where it stands before the sign.
_GENERAL = _any(
    r"(?:can|could|does|do|will|would|might|may|should) (?:it|this|lems|lens|lambert|eaton|people|patients|folk|others|you|"
    r"the|they|that|there|anybody|families|swallowing|breathing|a kin|kin with|an?)\b",
    r"(?:is|are) (?:it|this|that|there|lems|lambert|people|patients)\b(?! (?:normal|usual|ok|part of))|^(?:is|are) (?:choking|breathing|swallowing)|make (?:you|people|kin)\b|(?:people|patients|those) (?:who|with|that)|when (?:an? |you|people|patients)|you (?:cannot|stop|choke)|(?:suppose|imagine|dream\w*|nightmares?)\b",
    r"what (?:would|counts?|happens|hapens|if|are|do (?:you|they|people)|should)\b|what is (?:a|an|the|meant)\b|what overdose|"
    r"how (?:often|common|likely|many people|do (?:you|people|they|hospitals))\b",
    r"(?:if|ever|one day|eventually|symptoms?|signs?|risks?|chances?|article|radio|fiction|sometimes|occasionally|often|usually|prone to|prevent\w*|avoid\w*|mild|(?:scared|afraid|frightened|terrified|worr\w+|fear\w*) (?:of|about)|heard (?:of|about|that|on)|read (?:that|about|of|in))\b",
)
_TOPIC = _any(
    r"(?:in (?:case|general|theory|future)|generally|hypothetical\w*|theoretical\w*|wondering|curious|common|leaflet|(?:in|on) the (?:news|radio)|"
    r"film|novel|essay|homework|exam|quiz|course|first aid|training|poster|guidelines?|guidance|scenario|case study|vignette|"
    r"simulation|lecture|textbook|protocol|policy|documentary|actor|singer|player)\b",
    r"(?:years?|yrs?|decades?) (?:ago|back)|in (?:19|20)\d\d|in the (?:19)?[5-9]0s|long ago|back then|used to|when i was|as a kin|history of|back in\b",
)
_PAST = _any(
    r"(?:months?|weeks?) (?:ago|back)|last (?:year|month|week|spring|summer|autumn|fall|winter)|since (?:19|20)\d\d|"
    r"(?:attack|stroke|seizure) at \d\d|once had|recovered|turned out|late kin|died\b|passed away|fine now|all good|it passed|"
    r"sorted (?:it|him|her|them)|(?<!at )once\b(?! again| more| he| she| i)|one time|the other (?:day|week|month)|at (?:christmas|easter)|"
    r"ages ago|got over|before (?:i|he|she|they|we) (?:was|were|got)|(?:home|fine|ok|okay|better|well|alright) (?:again|now|since)\b|"
    r"in (?:january|february|march|april|june|july|august|september|october|november|december)\b",
)
_NOW = _any(
    r"(?<!until )(?<!fine )(?<!ok )(?<!okay )(?<!better )(?<!good )(?<!going )(?<!not )(?<!on )now\b(?! and then)|tonight|today|"
    r"this (?:morning|afternoon|evening|minute|instant|hours)|(?:by the|every) (?:minutes|hours)|(?:at the|this) moment|"
    r"getting worse|worse and worse|suddenly|as i (?:type|write)|right here|in front of me|(?:alone|on my own)\b",
    r"since (?:this|last night|yesterday|breakfast|lunch|supper|tea|dinner|noon|an hour|about|around|\d|he|she|\S+ o.?clock)|"
    r"\S+ (?:minutes|hours) (?:ago|now)|(?<!fine )(?:for|in|within|over) (?:an?|half an?|the (?:last|past)|\d+|ten|two|three|nearly|"
    r"almost|about) ?(?:\w+ )?(?:minutes|hours)|after (?:the|my|an?) (?:infusion|injection|jab|new)",
    r"(?:has|have|had|he|she|i|we|(?:kin|he|she) is) just (?!wonder|ask|curious|want|need|read|been told)|^help\b|please help|help(?:$| now| me$)|"
    r"hurry|(?:come|be|help|so) quick|what (?:do|should) (?:i|we) do|what now|(?<!count as an )(?<!as )emergency",
)

_CLEAR_EMERGENCY = _any(
    # Breath.
    rf"cannot {_FEW}(?:breath\b|(?:get|catch|draw|take|pull|suck|find) {_FEW}(?:breath|air)\b)",
    r"(?:not|stop|stops|stopped|stopping|no longer|no|hardly|barely|without|forgets?) (?:\S+ )?breath(?:ing)?\b(?! exerc)",
    r"breath(?:ing)? (?:\S{1,15} ){0,4}?(?:hard|bad|worse|shallow|fast|quick|funny|weird|strange|odd|slow|nois|rattl|wet|"
    r"short|weak|labou?r|heav|rapid|difficult|going|fail|running out|stop|tight|like|rough|effort|takes|only|at rest)",
    rf"(?:hard|harder|difficult\w*|trouble|effort|struggl\w+|fight\w*|battl\w+|impossible|desperate) {_FEW}(?:breath\w*|air)\b",
    r"(?:each|every) breath\b.{0,20}(?:effort|hurts|pain|work|fight|struggle|hard)",
    rf"gasp(?:ing|s)?\b|{_WHO} (?:is |am |are )?suffocat\w+|air hunger|^air$|(?:no|enough|out of) air\b|lungs (?:\S+ ){0,3}?(?:not|giving|stopp|fail|shut|filling)",
    r"cannot (?:\S{1,15} ){1,5}?sent\w+|only (?:\S{1,15} ){0,4}?(?:one|two|three|1|2|3|single|few)(?: (?:or|to) \w+)? words?\b",
    # Colour, oxygen, machines, the airway.
    rf"(?:lips?|nails?|mouth|fing\w+|skin|face) .{{0,25}}\b(?:blu\w*|purple|gr[ea]y|dusky|mottled|{_ODD} colou?r)\b",
    rf"{_WHO} {_FILL}(?:blue|gr[ea]y|purple|{_ODD} colou?r)\b|(?:turning|going) (?:an? )?(?:blue|{_ODD} colou?r)",
    r"(?:sats?|saturation|oxygen|oximeter|spo2|o2|pulse ox)\b.{0,30}\b[4-8]\d\b|[4-8]\d\b.{0,40}\b(?:sats?|oximeter|oxygen|spo2)\b",
    r"(?:sats?|saturation|oxygen|spo2)\b .{0,15}(?:drop\w*|fall\w*|plummet\w*|crash\w*)",
    r"(?:bipap|cpap|ventilator|vent|oxygen|trach\w*|suction|cylinder|feeding tube|puffer|inhaler)\b.{0,40}\b(?:alarm|fail\w*|"
    r"packed up|out|blocked|not working|empty|disconnect\w*|stopped|broke\w*|died|nothing)\b",
    r"(?:throat|airway|windpipe|tongue|lips?)\b.{0,25}\b(?:clos\w+|shut|tight\w*|swell\w*|swollen|puff\w*|big|huge|block\w*)\b",
    r"chest .{0,15}(?:not|barely|hardly) (?:moving|rising)|face .{0,15}(?:swell|swollen|puffing)|hypox\w+|accessory muscles?",
    r"agonal|apno?eic|cyanos\w+|cyanotic|stridor|obtunded|desat\w+|(?:respiratory rate|resp rate|rr) (?:of |is )?[3-6]\d",
    # Choking, swallowing.
    r"choking\b|is choke\b|phlegm is choking",
    r"cannot (?:\S{1,15} )?swallow\b(?! (?:them|it|the|my|his|her)? ?(?:pills|them|answer))|swallow (?:my|his|her|their|own) (?:own )?(?:spit|saliva)",
    rf"(?:stuck|lodged|caught) (?:in|down) (?:\S+ )?throat|(?:food|meat|bread|pills|bone|it) is stuck|aspirated|cannot (?:cough|clear)",
    rf"(?:food|meat|bread|bone)(?: \S+)? stuck|holding {_OWN} throat|(?:through|thru|out) {_OWN} (?:nose|mouth)|heimlich",
    # Not there: unconscious, unresponsive, collapsed.
    r"unconscious|unresponsive|out cold|passed out|blac?ked out|keeled over|slumped|collapsed\b",
    rf"(?:not|no|cannot|hard to|barely|hardly|stopped) (?:get (?:him|her|kin|them) to )?(?:be )?(?:wak\w+|rous\w+|respond\w*|react\w*|"
    rf"com(?:e|ing) round|open\w* (?:{_OWN} )?eyes|talk\w+ to me|answering)\b|{_WHO} (?:do|will) not answer|get (?:him|her|them|kin) to (?:answer|open)",
    rf"{_WHO} {_FILL}(?:not|stopped|no) moving|is not moving|no (?:response|pulse|heartbeat)|cannot (?:find|feel) (?:a|the|his|her|any) (?:pulse|heartbeat)",
    rf"{_WHO} {_FILL}(?:limp|floppy|lifeless)\b|(?:has|have|just) fainted|(?:drop+ed|fell|fallen|lying|slid|jerking|shaking) .{{0,12}}(?:to|on|onto) the (?:\S+ )?floor",
    r"(?:found|she is|he is|kin is) on (?:the )?(?:\S+ )?floor|eyes (?:have |has |are |is )?rolled",
    # Fits, stroke, heart.
    rf"(?:having|has|started) (?:an? )?(?!had)(?:\S+ )?(?:seizure|fit|convulsions?|stroke|heart attack|anaphyla\w+|asthma attack)\b",
    r"seizing|convulsing|(?:is|am|he|she) fitting|(?:seizure|fit) (?:now|lasting|will not|has going on)|shaking all over",
    r"(?:pains?|tight\w*|crush\w*|pressure|ache|heav\w+|weight|squeez\w+|sitting|stabbing) (?:\S+ ){0,5}?chest\b|"
    r"chest (?:\S+ ){0,4}?(?:pains?|tight\w*|hurts?|hurting|crush\w*|pressure|heav\w+|agony)",
    rf"(?:face|mouth|smile|lip)\b.{{0,25}}\b(?:droop\w*|dropped|crooked|lopsided|fallen|hanging|one side)\b|one side of {_OWN} face",
    r"heart (?:is |has |seems to have )?stopp|cardiac arrest|pain\w* (?:\S+ ){0,4}?heart\b|heart (?:\S+ ){0,2}?pain|heart (?:\S+ ){0,3}?(?:crazy|mad|1[5-9]\d|2\d\d|skipping)|worst headache|thunderclap",
    rf"cannot (?:lift|hold|keep) {_OWN} (?:head|chin)",
    # Too much of a medicine, poison, a child at the pills.
    r"(?:took|taken|swallowed|necked|injected|given|gave) .{0,40}\b(?:too many|too much|whole|double|twice|overdose|bottle of|wrong (?:pills|dose)|times (?:the|my|his|her) dose)|(?:took|taken) (?:them|it|another) (?:\S+ ){0,3}?again|lost count of|extra dose|(?:took|takes?|taken|eat|ate|eaten|dr[aiu]nk|swallow\w*) (?:so |very |too )?many pills",
    rf"{_TAKEN}\b(?=.{{0,90}}\b(?:pills|dose\w*|box|bottle|mg|them|by mist)).{{0,45}}\b(?:too many|too much|whole|by mist?a?ke|by accident|inst[ea]+d of (?:one|half|\d)|at once|in one go|\d\d of)|(?:took|swallowed|ate|eaten|necked|downed) (?:\S+ ){{0,2}}?all (?:of )?(?:my|his|her|the|them)\b",
    rf"overdosed\b|{_TAKEN} an overdose|swallowed .{{0,15}}battery|(?:drank|drunk|swallowed) .{{0,15}}(?:bleach|cleaner|antifreeze|weedkiller)",
    rf"kin .{{0,15}}(?:got into|ate|eaten|swallowed).{{0,25}}pills|wrong pills|has (?:just )?(?:swallowed|eaten) .{{0,12}}pills|(?:ate|eaten) .{{0,25}}pills",
    # Blood, injury, fire.
    r"(?:bleed\w*|blood) (?:\S+ ){0,3}?(?:heavily|badly|lots?|loads|everywhere|will not stop|not stop)|"
    r"(?:cough|vomit|spit|throw|sick)\w* (?:\S+ ){0,4}?blood|blood (?:\S+ ){0,3}?(?:from|out of) (?:the |his |her |my |kin is )?(?:mouth|nose|ears?)|pool of blood|spurting|stabbed|stab wound",
    r"(?:house|flat) (?:is )?on fire|smoke in the (?:flat|house|room|kitchen|hall)|smell gas|carbon monoxide alarm|live wire|under the water|not breathing",
    # Calls for help.
    r"(?:call|need|send|get|want)\b.{0,15}\b(?:ambulance|999|911|112|paramedics?)|ambulance (?:now|please)|i am dying$|"
    r"help,? help|help me,? help me|(?:los\w+|lost) (?:the )?consc\w+|(?:please )?hurry$",
)
# Vague signs; two of the first kind, or one and two of the other, or one and 'now', make a clear one.
_SIGNS = (
    (1, _NOW),
    (2, _any(r"(?:short|out) of breath|breathless|winded|panting|wheez\w+|puffed|drown\w*|(?:lie|lying) flat|cannot lie")),
    (2, _any(r"drooling|gurgl\w+|choked? on|rattl\w+|comes back (?:up|through)")),
    (2, _any(r"drowsy|nodding off|drifting off|falling asleep|confused|nonsense|not making sense|do not know (?:his|her|who|where)|cannot stay awake|faint\w*")),
    (2, _any(r"twitching|jerking|rigid|foam\w*|froth\w*|a (?:fit|seizure|stroke|heart attack)\b|tremb\w+|shaking")),
    (2, _any(rf"slurr\w*|cannot (?:\S+ )?(?:talk|speak)|(?:words|speech) (?:\S+ ){{0,3}}?(?:wrong|mush|funny|going|slur\w*)|(?:no|not) (?:speak|talk|mov)\w*|half (?:of )?(?:{_OWN} )?body|talking rubbish|try\w* to (?:talk|speak)")),
    (2, _any(rf"(?:my|his|her|kin is|left|right|one|both|an|the) {_LIMB} (?:\S+ ){{0,4}}?(?:numb|dead|hanging|stopped|going|drop\w*|gave|will not)|will not (?:lift|move)|cannot {_FEW}(?:move|lift|stand|get (?:up|out)|sit up|roll|feel|see)\b|from the (?:neck|waist) down|paraly[sz]ed")),
    (2, _any(r"all (?:the )?(?:strength|power) (?:\S+ )?going|so weak|weaker and|lost (?:all|the) (?:strength|power|use)|other one just")),
    (2, _any(r"hives|welts|stung|sting|epipen|prawn|shellfish")),
    (2, _any(rf"hit {_OWN} head|banged|knocked {_OWN} head|f[ea]ll (?:off|down|of)|fallen|going down in|agony|burning (?:hot|up)|skin .{{0,10}}off|run over|rolled on|trapped|crushed")),
    (2, _any(r"(?:pills|packets?|bottle|box) (?:is |are )?(?:missing|empty|open)|empty (?:packets?|bottle|box)|half of what|count to \w+")),
    (2, _any(r"bleeding|throwing up|cough\w* up|(?:in|near) (?:his|her) mouth|clutching")),
    (1, _any(r"sweat\w*|clammy|going cold|pale|numb|jaw|left arm|down the arm")),
    (1, _any(r"grey|white|swollen|shivering|vomit\w*|dizzy|vision|stiff|mottled|sleepy|swallowing|cold skin|very tired")),
    (1, _any(r"not right|scared|terrified|on the floor|eyes open|lying")),
)
_DANGER_IN_GENERAL = _any(
    r"(?:counts?|counting) as (?:an )?emergency|in case (?:\S+ ){0,3}?chok\w+|(?:ever|can) (?:\S+ ){0,3}?(?:choke|stop breathing)|takes? (?:too (?:much|many)|double|twice)|overdose",
)

_CLEAR_SELF_HARM = _any(
    # In so many words.
    r"suicidal|suicide (?:thoughts?|attempt|plan|note|now)|^suicide|(?:think|thought|talk|consider|contemplat|attempt|commit|"
    r"tried|plan|threaten|mention|feel)\w* (?:\S+ ){0,3}?suicide|kms\b|ctb\b|unaliv\w+|\bod (?:on|myself|tonight)|"
    r"(?:kill|hang|gas|shoot|drown|top|starve)\w* (?:myself|himself|yourself)\b|do\w* (?:myself|himself) in\b",
    r"s(?:el|le)f.?harm\w*|(?:hurting|harming|cutting|burning) (?:myself|himself)|^i (?:cut|hurt|harm|burn) myself$|"
    r"(?:hurt|cut|harm|burn\w*) (?:myself|himself) (?:on purpose|again|to|because|since|deliberately|most|every|when|so|last)|"
    r"(?:to|might|will|i) (?:hurt|harm|cut) (?:myself|himself)\b(?! on)|been cutting|and i cut\b|(?:till|until) (?:i|he|she) bleed",
    r"(?:cuts?|cutting|burn|slit|slitting|slash\w*|scratch\w*|bleeding) (?:\S+ ){0,2}?(?:arms?|wrists?|skin)\b|cuts (?:\S+ )?(?:up|on) (?:his|her|my)|blades\b",
    r"(?:thoughts?|ideation|intent\w*|plans?|urges?) (?:of|to|about) (?:\S+ )?(?:end\w*|die|death|dying|harm\w*|hurt\w*|kill\w*|overdose)\b|"
    r"(?:plan\w*|intend\w*|going|thinking) (?:to|on|of|about) (?:an |taking an |take an )?(?:overdos\w+|hang\w*|jump\w*|drown\w*)\b",
    # Wishing to be dead, not to wake, not to be.
    rf"(?:want|wants|wanted|wish|wishes|wishing|hope|hopes|hoping|would like|would love|rather|sooner|prefer|pray|prays|begging|ready|decided|means?|better) {_SOME}(?:to die|die|"
    r"be dead|was dead|were dead|am dead|to be going|not wake|never wake|not be (?:here|alive|around)|not (?:live|carry on|go on|continue)|disappear|vanish|not exist|stop existing|sleep forever|slip away|fade away|"
    r"never (?:been |was )?born|be with (?:my )?(?:late )?(?:kin|him|her)|follow (?:him|her|kin)|join (?:him|her|kin)|check out|takes me)\b|(?:wish|hope|hoping|pray|let) .{{0,25}}(?:kills?|takes?) me\b",
    r"(?:not|no longer|nor|no|never) (?:\S{1,15} )?(?:want|wants|wish|care|desire)(?: to)? (?:\S+ )?(?:live|living|life|be here|be alive|exist|go on|carry on|wake up)\b(?! (?:in a|near|at|alone|far))|"
    r"(?:not|no longer|never) (?:live|be alive|exist|stay alive)\b(?= ?(?:$|any|like this|and|but|she|he|i))|(?:leav\w+|quit\w*) this (?:world|life)|being alive|stay alive",
    r"(?:help|let) (?:me|him|her|kin) (?:to )?die\b|let nature|let (?:it|this|the \S+) take (?:me|him|her)|let (?:me|him|her) go$|death wish|(?:sleep|asleep) (?:forever|and never)|be dead$|die in my sleep|"
    r"(?:to|hope|wish|maybe|if|that|times) (?:\S+ ){0,2}?(?:not|never) wake\b|not wake up (?:tomorrow|ever|one|again|tmrw)|close (?:my|the) eyes (?:and|for)|cease to (?:be|exist)",
    r"(?:glad|happy|relieved|relief|not mind|not care) (?:\S+ ){0,2}?if (?:i|it|my|he|she) (?:\S+ ){0,3}?(?:die[ds]?|dead|not wake|stopped|lives?|end(?:ed)?|took me)\b|"
    r"(?:death|dying) (?:would|is|will) (?:\S+ ){0,2}?(?:relief|release|mercy|kinder|welcome|better|easier|quicker|only|solution)|(?:go|die) (?:quicker|faster|sooner)",
    # Ending it.
    r"(?:end|ending|ends|finish\w*|take|taking) (?:with )?(?:my|his|her|their|own) (?:own )?life|(?:end|ending|finish|finishing) (?:it|things|myself)(?: all| off)?(?: ?$| (?:tonight|now|today|soon|for good|this))|"
    r"end it all|put (?:an )?end to (?:it all|my|everything)|finish the job|by (?:my|his|her) own hand|into my own hands|on my own terms|(?:rid|out) of me\b|"
    r"(?:easy|quick\w*|painless|best|easiest) way (?:to go|out|to die)|way to (?:go|die)\b|planning (?:it|my exit|to end)|do it (?:myself|quietly)|yeet myself|i want (?:to )?(?:kill|finish) me\b|(?:think\w*|want|wish|desire|prefer) (?:only )?(?:to |of |about )?(?:death|finish (?:all|everything)|end (?:all|everything))|think\w* to die|finish(?:ing)? (?:all|everything|myself)$",
    r"(?:i have|i) (?:already )?(?:decided|worked out|planned|chosen) (?:how|when)\b|how i (?:will|would) do it|do something (?:stupid|silly|drastic|daft)|"
    r"(?:scared|afraid|frightened|worried) (?:of )?what (?:i|he|she|kin) (?:will|might|may|could|is going to) do",
    # No reason to live, tired of it.
    r"(?:no|not|nothing|any|what is the|little|only) (?:\S{1,15} ){0,3}?(?:point|reason|sense|use|purpose|left) (?:\S{1,15} ){0,4}?(?:living|to live|live|going on|go on|stay|alive|waking|to carry|being here|of me|me here)\b",
    r"nothing (?:left )?(?:to live|to stay|keeping me|there to stay)|life (?:is )?not worth|not worth (?:living|carrying on|going on)|not want (?:to do )?(?:this|it) any more$|no (?:more )?(?:force|wish|will|strength|energy|courage) (?:for|to|of) (?:live|life|living|continue)|cannot live (?:like this|with (?:this|it|lems))|be arsed with living|(?:life|it) (?:has|have) no (?:sense|meaning|point|purpose)|"
    r"(?:tired|sick|weary|fed up|done|enough|over|finished)(?: of| with)? (?:living|life|being alive|being here|exist\w*|this life|waking up)\b",
    r"cannot (?:go on|carry on|face another|live like)\b|cannot do this any more(?=$| i)|not see a future|why (?:should|do|am) i (?:still )?(?:stay |be )?(?:live|alive|here|living|go on|carry on)",
    # Better off without me.
    r"better ?(?:of|off)? (?:with(?:out)? (?:me|him|her|the insurance)|dead|if i)|(?:nobody|would) (?:\S+ )?(?:miss me|notice (?:\S+ ){0,4}?if i|cry)|would (?:all )?be (?:free of|relieved|happier) (?:me|without|if i|when i)|"
    r"(?:without|w/o) me (?:in it|here|around)|if (?:i|he|she) (?:was|were|am|is|vanished) (?:going|dead|not here|into)|nobody needs me|(?:easier|better|kinder|relief) (?:for|on) (?:\S+ ){1,2}?(?:if|when|without)",
    r"(?:am|just|only|but) (?:\S+ ){0,2}?(?:a |such a )?(?:burden|nothing but|drag on|waste of (?:space|air|oxygen))\b|relieved when i",
    # Means and places.
    r"(?:stockpil\w+|hoard\w+|(?:saved|saving|put|hidden|hiding|lined|lining)(?: up| by| away)?) (?:(?:all|my|his|her|the|enough|some|of|spare|these|sleeping|heart|kin is) ){0,4}pills|pills (?:\S+ ){0,2}?(?:saved|lined up|put by)|look\w* at the (?:pills|tracks|knives|knife)",
    r"(?:jump\w*|step\w*|throw\w*|walk\w*|driv\w*|turning|go|going) (?:\S+ ){0,4}?(?:off (?:a|the)|bridge|in front of|under a|into (?:the|a) (?:sea|river|lake|wall|tree|water|traffic))\b|"
    r"stand\w* (?:on|at) the (?:bridge|roof|balcony|edge|platform|top)|stepping off|(?:like|to|will|would|could) jump(?:ing)?\b(?! in)",
    r"(?:rope|noose|shotgun|the gun|knife drawer|razor)\b(?= .{0,40}(?:garage|shed|ready|put by|truck|cleaned|loaded|if|easy|talk))|(?:talk\w*|on) about (?:\S+ )?(?:gun|shotgun|rope)",
    r"(?:how (?:many|much)|enough|what dose)\b.{0,40}\b(?:to die|kill (?:me|you|a kin|kin|yourself)|not wake|never wake|end it|do (?:it|the job)|finish me|be fatal|take to)\b|how long .{0,20}(?:i die|starve)|"
    r"neck (?:them|the)|(?:take|taking|swallow\w*) (?:them all|the (?:whole )?lot|the whole (?:box|bottle|pack\w*))\b|took all of (?:them|the|my).{0,10}and was|eat\w* (?:a bullet|(?:my|his) gun)|(?:drink|take|took|buy|bought) (?:the |some |rat )?poison|jump\w* from|cut (?:the |my )?veins?",
    # Farewells.
    r"(?:goodbye|suicide|farewell|forgive) (?:note|letter)s?|i (?:have )?(?:wrote|written|left) (?:the |my |them |her |him )?(?:notes?|letters)\b|said (?:my |his |her )?(?:last )?goodbyes?|bye forever|"
    r"(?:texted|posted|sent) (?:\S+ )?goodbye|(?:will not|not going to) be (?:here|around) (?:for|by|next|much|when|to see|tomorrow|after|come)|not (?:sticking|be|waiting|hanging) around|(?:not|never) (?:planning|intending|expecting) to be|be going by|"
    r"(?:will|going to) be dead|by the time (?:you|my|kin|she|he|this)\b.{0,25}read|my last (?:night|day|message)|last question i|(?:my (?:last|final)|goodbye|farewell) (?:post|message)\b|ideation|go to (?:god|heaven)\b",
    r"(?:put|got) (?:my|his|her) (?:affairs|papers) in order|tell (?:my |the )?(?:kin|kin is|kids|children|them) i loved? (?:them|him|her|kin)\b|(?:have|has) a plan and|deserve to (?:live|die)|suicide (?:hot|help)?line|should both go|i go too|not hear from me|"
    r"(?:join|follow) (?:my late|him|her|kin)\b|god takes? me|lord take me|take me home (?:already|lord|god)|lord .{0,12}home|take my leave of|before (?:it|this|the \S+) (?:does|takes|kills|gets) (?:me|him|her)",
    r"not (?:feel )?safe (?:with myself|alone)|i am not safe|trust myself|stop me$|not (?:want|wanting) (?:to be )?(?:saved|saving)|save me$|"
    r"(?:stop\w*|refus\w*) (?:\S+ ){0,3}?(?:eating|food|drinking|pills|treatment)\b.{0,30}\b(?:on purpose|quick\w*|die|dying|finish|to go)\b",
)
_HINTS = (
    # The same for thoughts of suicide; a grave one alone is worth the line.
    (2, _any(r"(?:gave|given|giving|gives) (?:\S+ ){1,4}?away|(?:her|his) will\b|(?:chosen|picked|set) (?:a|the|my) (?:date|day|song)|not (?:be )?need(?:ing)? (?:it|them|much)\b|look after (?:\S+ ){1,2}?for me|not be back|before i go\b|sorry for everything|go(?:ing)? quietly|after i am going")),
    (2, _any(r"(?:a|the|his|her|my|got|no) (?:\S+ )?(?:rope|noose|gun|shotgun|knives|knife|seatbelt|exhaust|bullets?|guns|pistol|revolver|handgun|firearm|rifle)\b|count\w* (?:out )?(?:the |my |his |her )?pills|(?:on|off|at|into|by|from|under) (?:a|the) (?:\S+ )?(?:bridge|tracks|river|cliff|roof|balcony|platform)\b|all (?:of )?(?:the|my|these) (?:\S+ )?pills")),
    (2, _any(r"make it stop|way out|on purpose|just do it|how easy|would be (?:\S+ )?(?:easier|peaceful|simpler|kinder)|kill me\b|(?:it|all|this) to (?:stop|end|be over)$|all over$")),
    (2, _any(r"think\w* (?:about|of) (?:\S+ )?(?:death|dying|hurting)|painful to die|asking for myself|not see \d|brought me back|attempted|it failed|no reason (?:not )?to|hate myself|dark (?:place|thoughts)|bad thoughts|samaritans|crisis line|988|thinking about it (?:a lot|more|again|every)|(?:when|once|after|if) i (?:am|was|were) (?:no longer|not) (?:here|around)")),
    (1, _any(r"burden|weight round|nuisance|without me|and (?:also )?me$|nobody knows?\b")),
    (1, _any(r"goodbye|forgive me|farewell|letter|better place|it is time$|ready to go$|last time|by (?:christmas|sunday|friday|monday|saturday|the weekend)")),
    (1, _any(r"had enough|give up|cannot (?:do|take|keep) (?:this|it|doing|going)|so tired|tired of (?:fighting|trying|it all|everything)|i am done|my share|good run|weary|lost my|so alone|hopeless|no (?:hope|future)|nothing left|what is the point$")),
    (1, _any(r"wants? out|(?:check|tap|punch)ing out|made up my mind|i have decided|let go|i am hoping|dead\b")),
)
_ASKS = re.compile(r"\?|\b(?:what|why|how|which|who|whose|when|where|does|do|did|is it|is that|can (?:i|you|it)|should|could|explain|tell|any|are|will|would)\b")
_SENTENCE = re.compile(r"[!?;\n]+|\.+(?=\s|$)")
_SPACE = re.compile(r"[\s_*\"“”()\[\]]+")


def stronger(*levels: str) -> str:
    """The strongest of several words on one message; thoughts of suicide before an emergency before the line."""
    return max(levels, key=_RANK.__getitem__, default=NONE)


def by_rules(text: str) -> str:
    """What the rules say of a text: `self_harm`, `emergency`, `line` or `none`."""
    text = _SPACE.sub(" ", text.lower().replace("’", "'"))
    text = _WORD.sub(lambda match: _SPELLING[(match.lastindex or 1) - 1], text)
    text = _IDIOMS.sub("…", text)
    level = NONE
    signs: dict[re.Pattern[str], int] = {}
    hints: dict[re.Pattern[str], int] = {}
    for sentence in _SENTENCE.split(text):
        sentence = sentence.strip(" ,")
        now = bool(_NOW.search(sentence))
        aside = not now and bool(_TOPIC.search(sentence))
        past = not now and bool(_PAST.search(sentence))
        general = None if now else _GENERAL.search(sentence)
        said = 0 if aside or past else general.start() if general else len(sentence)
        if _CLEAR_SELF_HARM.search(sentence):
            level = stronger(level, LINE if aside else SELF_HARM)
        if _CLEAR_EMERGENCY.search(sentence, 0, said):
            level = stronger(level, EMERGENCY)
        elif _CLEAR_EMERGENCY.search(sentence) or _DANGER_IN_GENERAL.search(sentence):
            level = stronger(level, LINE)
        signs.update((sign, value) for value, sign in _SIGNS if sign.search(sentence, 0, said))
        if not aside:
            hints.update((hint, value) for value, hint in _HINTS if hint.search(sentence))
    if sum(hints.values()) >= 2:
        level = stronger(level, SELF_HARM if sum(hints.values()) >= 3 else LINE)
    if sum(signs.values()) >= 2:
        level = stronger(level, EMERGENCY if sum(signs.values()) >= 3 else NONE if _ASKS.search(text) else LINE)
    return level
