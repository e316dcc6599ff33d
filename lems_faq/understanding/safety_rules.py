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
    "suicidal": r"s(?:ui|iu|u)[cs]+[iy]d(?:[ea]l|le)\w*", "myself": r"my sel[fv]e?|myslef|meself|mysef", "living": r"livin",
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
    "~~": r"(?:\S{1,15} ){0,5}?",
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
    text = re.sub(r"~~?|(?<!\\)\b[A-Z]{2,}\b", lambda match: _SHORT[match.group()], "|".join(patterns))
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
    r"(could|might|would) i (ever |one day |suddenly )?(stop|lose|choke|collapse|forget)\b|(can|could|does|do|will|would|might|may|should) (it|this|lems|lens|lambert|eaton|people|patients|folk|others|you|the|they|that|"
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

_CLEAR_EMERGENCY = _any(
    # Breath.
    r"cannot ~(breath\b|(get|catch|draw|take|pull|suck|find) ~(breath|air)\b(?! ?(con|miles|fare|tickets?|fryer)))|cannot ~~sent\w+|"
    r"(not|stop|stops|stopped|stopping|no longer|no|hardly|barely|without|forgets?) ~breath(ing)?\b|gasp(ing|s)?\b|air hunger|^air$",
    r"breath(ing)? ~~(hard|bad|worse|shallow|fast|quick|ODD|slow|nois|rattl|wet|short|weak|labou?r|heav|rapid|difficult|going|fail|"
    r"running out|stop|tight|like|rough|effort|takes|only|at rest)|(each|every) breath\b.{0,20}(effort|hurts|pain|work|fight|struggle)",
    r"(hard|harder|difficult\w*|trouble|effort|struggl\w+|fight\w*|battl\w+|impossible) ~(breath\w*|air)\b|(no|enough|out of) air\b|"
    r"WHO (is |am )?suffocat\w+|lungs ~(not|stopp|fail|shut|filling)|only ~(one|two|three|1|2|3|single|few)( (or|to) \w+)? words?\b",
    # Colour, oxygen, machines, the airway.
    r"(lips?|nails?|mouth|fing\w+|skin|face) .{0,25}\b(blu\w*|purple|gr[ea]y|dusky|mottled|ODD colou?r)\b|(turning|going) (an? )?(blue|"
    r"ODD colou?r)|WHO IS(blue|gr[ea]y|purple|ODD colou?r)\b|(sats?|saturation|oxygen|oximeter|spo2|o2|pulse ox)\b.{0,30}\b[4-8]\d\b",
    r"[4-8]\d\b.{0,40}\b(sats?|oximeter|oxygen|spo2)\b|(sats?|saturation|oxygen|spo2)\b .{0,15}(drop\w*|fall\w*)|desat\w+|hypox\w+|"
    r"agonal|apno?eic|cyano\w+|stridor|obtunded|(respiratory rate|resp rate|rr) (of |is )?[3-6]\d|chest .{0,15}(not|barely) (moving|rising)",
    r"(bipap|cpap|ventilator|vent|oxygen|trach\w*|suction|cylinder|tube|puffer|inhaler)\b.{0,40}\b(alarm|fail\w*|packed up|out|"
    r"blocked|not working|empty|disconnect\w*|stopped|broke\w*|nothing)\b|face .{0,15}(swell|swollen|puffing)",
    r"(throat|airway|windpipe|tongue|lips?)\b.{0,25}\b(clos\w+|shut|tight\w*|swell\w*|swollen|puff\w*|big|huge|block\w*)\b",
    # Choking, swallowing.
    r"choking\b|is choke\b|swallow OWN (own )?(spit|saliva)|cannot ~swallow\b(?! (it|OWN )?(pills|them|answer))|cannot (cough|clear)|"
    r"(stuck|lodged|caught) (in|down) ~throat|(food|meat|bread|pills|bone|it) (is |\S{1,15} )?stuck|aspirated|holding OWN throat|"
    r"(through|thru|out) OWN (nose|mouth)|heimlich",
    # Not there: unconscious, unresponsive, collapsed; fits.
    r"unconscious|unresponsive|out cold|passed out|blac?ked out|keeled over|slumped|collapsed\b|eyes ~rolled|los\w+ (the )?consc\w+",
    r"(not|no|cannot|hard to|barely|hardly|stopped) (get THEM to )?(be )?(wak\w+|rous\w+|respond\w*|react\w*|com(e|ing) round|open\w* "
    r"(OWN )?eyes|answering)\b|WHO (do|will) not answer|get THEM to (answer|open)|WHO IS(not|stopped|no) moving|is not moving",
    r"no (response|pulse|heartbeat)|cannot (find|feel) ~(pulse|heartbeat)|WHO IS(limp|floppy|lifeless)\b|(has|have|just) fainted|"
    r"(drop+ed|fell|fallen|lying|slid|jerking) .{0,12}(to|on|onto) the ~floor|(found|is) on (the )?~floor|shaking all over",
    r"(having|has|started) (an? )?(?!had)~(seizure|fit|convulsions?|stroke|heart attack|anaphyla\w+|asthma attack)\b|seizing|"
    r"convulsing|(is|am|he|she) fitting|(seizure|fit) (now|lasting|will not|has going on)",
    # Chest, heart, stroke, a weakness that cannot wait.
    r"(pains?|tight\w*|crush\w*|pressure|ache|heav\w+|weight|squeez\w+|sitting|stabbing) ~~chest\b|chest ~~(pains?|tight\w*|"
    r"hurts?|hurting|crush\w*|pressure|heav\w+)|heart ~(stopp|crazy|mad|1[5-9]\d|2\d\d|skipping|attack now)|cardiac arrest",
    r"(face|(?<!dry )mouth|smile|lip)\b.{0,25}\b(droop\w*|dropped|crooked|lopsided|fallen|hanging|one side)\b|one side of OWN face|"
    r"worst headache|thunderclap|cannot (lift|hold|keep) OWN (head|chin)",
    # Too much of a medicine, poison, a child at the pills.
    r"(took|taken|swallowed|injected|given|gave) .{0,40}\b((too many|too much|double|twice)(?! ((of )?(the|my|your) time|time|as|"
    r"information|trouble|effort|room|a (day|week)|daily|each|every|per))|overdose|bottle of|wrong (pills|dose)|times OWN dose)",
    r"TAKEN\b(?=.{0,90}\b(pills|dose\w*|box|bottle|mg|them|by mist)).{0,45}\b(too many|too much|whole (box|bottle|pack\w*|strip|lot|"
    r"week\w*|day\w*)|by mist?a?ke|by accident|inst[ea]+d of (one|half|\d)|at once|in one go|\d\d of)|(took|taken) (them|it) ~again",
    r"(took|swallowed|ate|eaten|downed) ~all (of )?(OWN|them)\b|(took|takes?|taken|eat|drank) (so |very |too )?many pills|overdosed\b|"
    r"TAKEN an overdose|kin .{0,15}(got into|ate|eaten|swallowed).{0,25}pills|(ate|eaten|has (just )?swallowed) .{0,25}pills|wrong pills|"
    r"(drank|drunk|swallowed) .{0,15}(bleach|cleaner|antifreeze|weedkiller|battery)",
    # Blood, fire, calls for help.
    r"(bleed\w*|blood) ~(heavily|badly|lots?|loads|everywhere|not stop)|(cough|vomit|spit|throw|sick)\w* ~~blood|pool of blood|"
    r"spurting|stabbed|stab wound|(house|flat) (is )?on fire|smoke in the (flat|house|room|kitchen)|smell gas|carbon monoxide alarm|"
    r"under the water|(call|need|send|get|want)\b.{0,15}\b(ambulance|999|911|112|paramedics?)|ambulance (now|please)|i am dying$|"
    r"help( me)?,? help|hurry$",
)
# Vague signs; one that is happening now, or two, or one and two slight ones, make a clear one.
_SIGNS = {
    _NOW: 1,
    _any(r"(short|out) of breath|breathless|winded|panting|wheez\w+|puffed|drown\w*|(lie|lying) flat|cannot lie"): 2,
    _any(r"drooling|gurgl\w+|choked? on|rattl\w+|comes back (up|through)"): 2,
    _any(r"drowsy|(nodding|drifting) off|falling asleep|confused|nonsense|not making sense|do not know (his|her|who|where)|faint\w*|"
         r"cannot stay awake"): 2,
    _any(r"twitching|jerking|rigid|foam\w*|froth\w*|a (fit|seizure|stroke|heart attack)\b|tremb\w+|shaking"): 2,
    _any(r"slurr\w*|cannot ~(talk|speak)|(words|speech) ~(wrong|mush|funny|going|slur\w*)|(no|not) (speak|talk|mov)\w*|talking rubbish|"
         r"try\w* to (talk|speak)"): 2,
    _any(r"(OWN|left|right|one|both|an) (arms?|hands?|leg+s?|side|limbs?|body|knees) ~~(numb|dead|hanging|stopped|going|drop\w*|gave|"
         r"will not)|cannot ~(move|lift|stand|get (up|out)|sit up|roll|feel|see)\b|from the (neck|waist) down|paraly[sz]ed|will not lift"): 2,
    _any(r"all (the )?(strength|power) ~going|so weak|weaker and|lost (all|the) (strength|power|use)"): 2,
    _any(r"hives|welts|stung|sting|epipen"): 2,
    _any(r"(hit|knocked) OWN head|banged|f[ea]ll (off|down|of)|fallen|agony|burning (hot|up)|skin .{0,10}off|run over|trapped|crushed"): 2,
    _any(r"(pills|packets?|bottle|box) (is |are )?(missing|empty|open)|empty (packets?|bottle|box)|count to \w+"): 2,
    _any(r"bleeding|throwing up|cough\w* up|(in|near) (his|her) mouth|clutching"): 2,
    _any(r"sweat\w*|clammy|going cold|pale|numb|jaw|left arm|down the arm"): 1,
    _any(r"grey|white|swollen|shivering|vomit\w*|dizzy|vision|stiff|mottled|sleepy|swallowing|very tired"): 1,
    _any(r"not right|scared|terrified|on the floor|eyes open|lying"): 1,
}  # fmt: skip
_DANGER_IN_GENERAL = _any(
    r"(counts?|counting) as (an )?emergency|in case ~chok\w+|(ever|can) ~(choke|stop breathing)|takes? (too (much|many)|double|twice)|overdose"
)

_CLEAR_SELF_HARM = _any(
    # In so many words.
    r"suicidal|suicide (thoughts?|attempt|plan|note|now|(hot|help)?line)|^suicide$|(think|thought|talk|consider|contemplat|attempt|commit|"
    r"tried|plan|threaten|feel)\w* ~suicide|kms\b|ctb\b|unaliv\w+|\bod (on|myself|tonight)|ideation|death wish|s(el|le)f.?harm\w*",
    r"(kill|hang|gas|shoot|drown|top|starve)\w* (myself|himself|yourself)\b|do\w* (myself|himself) in\b|(hurting|harming|cutting|burning) "
    r"(myself|himself)|^i (cut|hurt|harm|burn) myself$|(to|might|will|i) (hurt|harm|cut) (myself|himself)\b(?! on)|(hurt|cut|harm|burn\w*) "
    r"(myself|himself) (on purpose|again|to|because|since|deliberately|most|every|when|so|last)|been cutting|and i cut\b",
    r"(cuts?|cutting|burn|slit|slitting|slash\w*|scratch\w*|bleeding) ~(arms?|wrists?|veins?|skin)\b|cuts ~(up|on) OWN|blades\b|"
    r"(thoughts?|intent\w*|plans?|urges?) (of|to|about) ~(end\w*|die|death|dying|harm\w*|hurt\w*|kill\w*|overdose)\b|(till|until) WHO bleed|"
    r"(plan\w*|intend\w*|going|thinking) (to|on|of|about) ((taking |take )?an )?(overdos\w+|hang\w*|jump\w*|drown\w*)\b",
    # Wishing to be dead, not to wake, not to be.
    r"(want|wants|wanted|wish|wishes|wishing|hope|hopes|hoping|would like|would love|rather|sooner|prefer|prays?|begging|ready|decided|"
    r"means?|better) ~~(to die|die|(be|was|were|am) dead|to be going|(not|never) wake|not be (here|alive|around)|not (live|carry on|go "
    r"on|exist)|disappear|vanish|stop existing|sleep forever|slip away|never (been |was )?born|be with (my )?(late )?(kin|him|her)|"
    r"(follow|join) (him|her|kin)|check out|takes me)\b|(wish|hope|hoping|pray|let) .{0,25}(kills?|takes?) me\b",
    r"(not|no longer|nor|no|never) ~(want|wants|wish|care|desire)( to)? ~(live|living|life|be here|be alive|exist|go on|carry on|wake up)\b"
    r"(?! (in a|near|at|alone|far))|(not|no longer|never) (live|be alive|exist|stay alive)\b(?= ?($|any|like this|and|but|she|he|i))",
    r"(leav\w+|quit\w*) this (world|life)|(being|stay) alive|(help|let) THEM (to )?die\b|let nature|let (it|this|the \S{1,15}) take THEM|"
    r"(sleep|asleep) (forever|and never)|be dead$|die in my sleep|(to|hope|wish|maybe|if|that|times) ~(not|never) wake\b|not wake up "
    r"(tomorrow|ever|one|again|tmrw)|close OWN eyes (and|for)|cease to (be|exist)|deserve to (live|die)",
    r"(glad|happy|relieved|relief|not mind|not care) ~if WHO ~(die[ds]?|dead|not wake|lives?|took me)\b|(go|die) (quicker|faster|sooner)|"
    r"(death|dying) (would|is|will) ~(relief|release|mercy|kinder|welcome|better|easier|quicker|only|solution)",
    # Ending it.
    r"(end|ending|ends|finish\w*|take|taking) (with )?(OWN )(own )?life|(end|ending|finish|finishing) (it|things|myself)( all| off)?( ?$| "
    r"(tonight|now|today|soon|for good|this))|end it all|put (an )?end to (it all|my|everything)|finish the job|by OWN own hand|"
    r"into my own hands|on my own terms|(rid|out) of me\b|(easy|quick\w*|painless|best|easiest) way (to go|out|to die)|way to (go|die)\b",
    r"planning (it|my exit|to end)|do it (myself|quietly)|i want (to )?(kill|finish) me\b|(think\w*|want|wish|desire|prefer) (only )?(to |of "
    r"|about )?(death|die|(finish|end) (all|everything))|(decided|worked out|planned|chosen) (how|when)\b|how i (will|would) do it|"
    r"do something (stupid|silly|drastic|daft)|(scared|afraid|frightened|worried) (of )?what WHO (will|might|may|could|is going to) do",
    # No reason to live, tired of it.
    r"(no|not|nothing|any|what is the|little|only) ~(point|reason|sense|use|purpose|left) ~~(living|to live|live|going on|go on|stay|"
    r"alive|waking|to carry|being here|of me|me here)\b|nothing ~(to live|to stay|keeping me)|(not|life) (is )?(not )?worth (living|it$|"
    r"carrying on|going on)|life (is )?not worth|cannot (go on|carry on|face another|live like)\b|cannot do this any more(?=$| i)",
    r"(tired|sick|weary|fed up|done|enough|over|finished)( of| with)? (living|life|being alive|being here|exist\w*|this life|waking up)\b|"
    r"no (more )?(force|will|strength|energy) (for|to|of) (live|life|living)|(life|it) (has|have) no (sense|meaning|point)|not see a future|"
    r"why (should|do|am) i (still )?(stay |be )?(live|alive|here|living|go on)",
    # Better off without me.
    r"better ?(of|off)? (with(out)? THEM|dead|if i)|(nobody|would) ~(miss me|notice ~~if i|cry)|without me (in it|here|around)|"
    r"if WHO (was|were|am|is|vanished) (going|dead|not here|into)|(nobody|not) needs? me$|(easier|better|kinder|relief) (for|on) ~(if|when|"
    r"without)|(am|just|only|but) ~(a |such a )?(burden|nothing but|drag on|waste of (space|air|oxygen))\b|relieved when i",
    # Means and places.
    r"(stockpil\w+|hoard\w+|(saved|saving|put|hidden|hiding|lined|lining)( up| by| away)?) ((all|OWN|enough|some|of|spare|these|sleeping|"
    r"heart) ){0,4}pills|pills ~(saved|lined up|put by)|look\w* at the (pills|tracks|knives|knife)|stand\w* (on|at) the (bridge|roof|"
    r"balcony|edge|platform|top)|(jump\w*|step\w*|throw\w*|walk\w*|driv\w*|turning|go|going) ~~(off (a|the)|bridge|in front of|under a|"
    r"into (the|a) (sea|river|lake|wall|tree|water|traffic))\b|(like|to|will|would|could) jump(ing)?\b(?! in)|jump\w* from|stepping off",
    r"(rope|noose|shotgun|the gun|knife drawer|razor)\b(?= .{0,40}(garage|shed|ready|put by|truck|cleaned|loaded|if|easy|talk))|how long "
    r".{0,20}(i die|starve)|about ~(gun|shotgun|rope)|(how (many|much)|enough|what dose)\b.{0,40}\b(to die|kill (me|you|a kin|kin)|(not|"
    r"never) wake|end it|do (it|the job)|finish me|be fatal|take to)\b|(take|taking|swallow\w*) (them all|the (whole )?(lot|box|bottle))\b|"
    r"eat\w* (a bullet|OWN gun)|(drink|take|took|buy|bought) (the |some |rat )?poison",
    # Farewells.
    r"(goodbye|suicide|farewell|forgive) (note|letter|post|message)s?|i (have )?(wrote|written|left) (the |my |them )?(notes?|letters)\b|"
    r"said (OWN )?(last )?goodbyes?|bye forever|(texted|posted|sent) ~goodbye|(will not|not going to) be (here|around) (for|by|next|much|"
    r"when|to see|tomorrow|after|come)|not (sticking|be|waiting|hanging) around|be going by|(will|going to) be dead|my (last|final) (night|"
    r"day|message|post)|by the time ~.{0,15}read|not hear from me|(put|got) OWN (affairs|papers) in order|tell ~i loved? THEM\b",
    r"(have|has) a plan and|(join|follow) my late\b|(god|lord) takes? me|take me home (already|lord|god)|take my leave of|before (it|this|the "
    r"\S{1,15}) (does|takes|kills|gets) THEM|not (feel )?safe (with myself|alone)|i am not safe|trust myself|stop me$|not want(ing)? (to be )?"
    r"sav(ed|ing)|(stop\w*|refus\w*) ~(eating|food|drinking|pills|treatment)\b.{0,30}\b(on purpose|quick\w*|die|dying|finish|to go)\b",
)
# Hints of the same; grave ones first, of which one is worth the line.
_HINTS = {
    _any(r"(gave|given|giving|gives) (\S{1,15} ){1,4}?away|(her|his) will\b|(chosen|picked|set) (a|the|my) (date|day|song)|sorry for "
         r"everything|not (be )?need(ing)? (it|them|much)\b|look after ~for me|not be back|before i go\b|go(ing)? quietly|after i am going"): 2,
    _any(r"(a|the|his|her|my|got|no) ~(rope|noose|guns?|shotgun|knives|knife|seatbelt|exhaust|bullets?|pistol|firearm|rifle)\b|(on|off|at|"
         r"into|by|from|under) (a|the) ~(bridge|tracks|river|cliff|roof|balcony|platform)\b|all (of )?(the|my|these) ~pills"): 2,
    _any(r"make it stop|way out|on purpose|just do it|how easy|would be ~(easier|peaceful|simpler|kinder)|(it|all|this) to (stop|end)$"): 2,
    _any(r"think\w* (about|of) ~(death|dying|hurting)|painful to die|asking for myself|brought me back|attempted|it failed|no reason (not )?"
         r"to|hate myself|dark (place|thoughts)|samaritans|crisis line|(when|once|after|if) i (am|was|were) (no longer|not) (here|around)"): 2,
    _any(r"burden|weight round|nuisance|without me|nobody knows?\b"): 1,
    _any(r"goodbye|forgive me|farewell|letter|it is time$|ready to go$|last time|by (christmas|sunday|friday|monday|the weekend)"): 1,
    _any(r"had enough|give up|cannot (do|take|keep) (this|it|doing|going)|so tired|i am done|my share|good run|weary|lost my|hopeless|no "
         r"(hope|future)|nothing left|what is the point$"): 1,
    _any(r"wants? out|made up my mind|i have decided|let go|kill me\b|i am hoping|dead\b"): 1,
}  # fmt: skip
_ASKS = _any(
    r"(what|why|how|which|who|when|where|does|do|did|is (it|that)|can (i|you|it)|should|could|explain|tell|any|are|will|would)\b"
)
_SENTENCE = re.compile(r"[!?;\n]+|\.+(?=\s|$)")
_APOSTROPHE = re.compile("[’‘´`]")
_SPACE = re.compile(r"[\s_*\"“”()\[\]]+")


def stronger(*levels: str) -> str:
    """The strongest of several words on one message; thoughts of suicide before an emergency before the line."""
    return max(levels, key=_RANK.__getitem__, default=NONE)


def by_rules(text: str) -> str:
    """What the rules say of a text: `self_harm`, `emergency`, `line` or `none`."""
    text = _SPACE.sub(" ", _APOSTROPHE.sub("'", text.lower()))
    text = _WORD.sub(lambda match: _SPELLING[(match.lastindex or 1) - 1], text)
    text = _FIGURES.sub("…", text)
    found, signs, hints = [NONE], dict[re.Pattern[str], int](), dict[re.Pattern[str], int]()
    for sentence in filter(None, (part.strip(" ,") for part in _SENTENCE.split(text))):
        now = bool(_NOW.search(sentence))
        aside = not now and bool(_TOPIC.search(sentence))
        general = None if now else _GENERAL.search(sentence)
        told = 0 if aside or (not now and _PAST.search(sentence)) else general.start() if general else len(sentence)
        if _CLEAR_SELF_HARM.search(sentence):
            found.append(LINE if aside else SELF_HARM)
        if _CLEAR_EMERGENCY.search(sentence, 0, told):
            found.append(EMERGENCY)
        elif _CLEAR_EMERGENCY.search(sentence) or _DANGER_IN_GENERAL.search(sentence):
            found.append(LINE)
        signs |= {sign: value for sign, value in _SIGNS.items() if sign.search(sentence, 0, told)}
        if not aside:
            hints |= {hint: value for hint, value in _HINTS.items() if hint.search(sentence)}
    asks = "?" in text or bool(_ASKS.search(text))
    danger, despair = sum(signs.values()), sum(hints.values())
    if danger >= 2:
        found.append(EMERGENCY if danger >= 3 else NONE if asks else LINE)
    if despair >= 2:
        found.append(SELF_HARM if despair >= 3 or (not asks and EMERGENCY not in found) else LINE)
    return stronger(*found)
