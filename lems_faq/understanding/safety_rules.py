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
    "@": r"(?:\S{1,15} )?",
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
    text = re.sub(r"@|~~?|(?<!\\)\b[A-Z]{2,}\b", lambda match: _SHORT[match.group()], "|".join(patterns))
    return re.compile(r"\b(?:" + re.sub(r"(?<!\\)\((?!\?)", "(?:", text) + ")")


# What only sounds like danger; it is struck out before the signs are looked for.
_FIGURES = _any(
    # Laughing, fright and exaggeration.
    r"laugh\w* (so \w+ )?(till|until|that)\b.{0,40}|(nearly|almost|practically|literally) (died?|choked|fainted|"
    r"passed out|collapsed|drowned|fell|killed|had)\b|(chok\w+|collapsed|died?|dying|dead|passed out|cannot breath|"
    r"fainted|suffocat\w+) (with|from|of|for|in|into) (laugh\w*|old age|boredom|shame|embarrassment|excitement|joy|"
    r"relief|shock|curiosity|paperwork|a heap|bed|stitches|tears|giggles)\b|(gave|gives?|giving) THEM (an? )?(heart "
    r"attack|fit|stroke)|(get|have|had|having) (THEM )?(an? )?(heart attack|fit|stroke|seizure) (when|if|about|over|"
    r"every|with|haha)|heart (attack|stopped) (when|over|haha)|(sooner|rather) .{3,40} than (fill|use|do|read|sit|"
    r"listen|ring|call|see|eat)\b|(kill\w*|shoot\w*|drown\w*) (myself|himself) (laughing|over|trying|in)\b",
    # Set phrases round breath, choke, swallow, emergency.
    r"FUN\b.{0,40}cannot ~(breath|air)\b|cannot ~breath\b.{0,25}\bFUN|not breathing a word|breathing (space|"
    r"exercises?|tests?|muscles?|techniques?|apps?)|hold\w* (my|their|your) breath|(first aid|cpr) .{0,25}chok\w+|"
    r"chok\w+ .{0,20}(first aid|cpr|hazard|course)|chok\w+ (off|back|on (the|my|his|her) (own )?(words|price|bill|"
    r"cost|news))|(guilt|fear|grief|stress|bills?|paperwork|waiting|silence|worry) is (choking|suffocating)|swallow "
    r"(that|this|what|the (idea|price|news))\b|emergency (exit|landing|plumber|dentist|fund|kit|contact|card|sewing|"
    r"call)",
    # Things and cells that die; a contract that ends; suicide as a figure; harm by accident.
    r"(phone|battery|app|laptop|tablet|computer|server|script|process|car|engine|wifi|website|page|plants?|market|"
    r"bank|team|bridge|tree|roof|shed|economy|company|business|dog|cat|goldfish|film|novel|chat|bot|printer|train|"
    r"government)( \S{1,15}){0,4}? (died?|dying|dies|dead|collaps\w+|unresponsive|not responding|choking|suicide|"
    r"seizure|fit|stroke|heart attack|going down)|AFFAIR\b.{0,60}\b(end|finish|stop|cancel)\w* (it|this|things)\b|"
    r"(end|finish|stop|cancel)\w* (it|this|things)\b.{0,60}\bAFFAIR\b|(career|political|social|cells?|system "
    r"commit\w*) suicide|suicide (squad|rates?|gene|bomb\w*|prevention|theory|mission|of the|for a)|suicidal (driv\w+|"
    r"cells?)|overdos\w+ (on|of) (vitamin|caffeine|chocolate|coffee)|(cut|burnt?|burned|hurt) myself (shaving|on (a|"
    r"the|my)|cooking|while|when|at|lifting|gardening|off|short|out)\b|jump\w* (out (of )?the window|the queue|to|"
    r"at)\b|(no|not|never|nobody is|denies) (any |in |an )?(suicid\w*|self.?harm\w*|emergency|danger|chest pains?|"
    r"choking)|(diagnosed|diagnosis)\b.{0,30}?(ago|last \w+|in \w+|since \w+)",
)
# Asked about the illness, about people or about what may come; it counts where it stands before the sign.
_GENERAL = _any(
    r"(can|could|does|do|will|would|might|may|should) (it|this|lems|lens|lambert|eaton|people|patients|folk|others|"
    r"you|the|they|that|there|anybody|families|swallowing|breathing|a kin|kin with|an?)\b|(people|patients|those) "
    r"(who|with|that)|^(is|are) (choking|breathing|swallowing)|(is|are) (it|this|that|there|lems|lambert|people|"
    r"patients)\b(?! (normal|usual|ok|part of))|what (would|counts?|hap+ens|if|are|do (you|they|people)|should)\b|"
    r"what is (a|an|the|meant)\b|make (you|people|kin)\b|how (often|common|likely|many people|do (you|people|they|"
    r"hospitals))\b|when (an? |you|people|patients)|you (cannot|stop|choke)|(if|ever|one day|eventually|symptoms?|"
    r"signs?|risks?|chances?|article|fiction|sometimes|occasionally|often|usually|prone to|prevent\w*|avoid\w*|mild|"
    r"suppose|imagine|dream\w*|(scared|afraid|terrified|worr\w+|fear\w*) (of|about)|(heard|read) (of|about|that|on|"
    r"in))\b",
)
_TOPIC = _any(
    r"(in (case|general|theory|future)|generally|hypothetical\w*|theoretical\w*|wondering|curious|common|leaflet|(in|"
    r"on) the (news|radio)|film|novel|essay|homework|exam|quiz|course|first aid|training|poster|guidelines?|guidance|"
    r"scenario|case study|simulation|lecture|textbook|protocol|policy|documentary|actor|singer|player|(years?|yrs?|"
    r"decades?) (ago|back)|in (19|20)\d\d|in the (19)?[5-9]0s|long ago|back then|used to|when i was|as a kin|history "
    r"of|back in)\b",
)
_PAST = _any(
    r"(months?|weeks?) (ago|back)|last (year|month|week|spring|summer|autumn|fall|winter)|since (19|20)\d\d|at "
    r"\d\d(?! ?%| ?percent)\b|recovered|turned out|(my|her|his) late|news\b|died\b|passed away|sorted (it|THEM)|(home|"
    r"fine|ok|okay|better|well|alright) (again|now|since|afterwards)\b",
)
_NOW = _any(
    r"(?<!until )(?<!fine )(?<!ok )(?<!okay )(?<!better )(?<!good )(?<!going )(?<!not )(?<!on )now\b(?! and then)|"
    r"tonight|today|this (morning|afternoon|evening|minute|hours)|(by the|every) (minutes|hours)|(at the|this) moment|"
    r"getting worse|suddenly|(alone|on my own)\b|(?<!fine )(for|in|within|over) (an?|half an?|the (last|past)|\d+|ten|"
    r"two|three|nearly|almost|about) ?(\w+ )?(minutes|hours)|\S{1,15} (minutes|hours) (ago|now)|since (this|last "
    r"night|yesterday|breakfast|lunch|supper|tea|dinner|noon|an hour|about|around|\d|he|she|\S{1,15} o.?clock)|(has|"
    r"have|had|he|she|i|we|(kin|he|she) is) just (?!wonder|ask|curious|want|need|read|been told)|^help\b|please help|"
    r"help($| now| me$)|(come|be|help|so) quick|what (do|should) (i|we) do|(?<!as an )(?<!as )emergency",
)

_CLEAR_EMERGENCY = _any(
    # Breath.
    r"cannot ~(breath\b|(get|catch|draw|take|pull|suck|find) ~(breath|air)\b(?! ?(con|miles|fare|tickets?|fryer)))|"
    r"cannot ~~sent\w+|(not|stop|stops|stopped|stopping|no longer|no|hardly|barely|without|forgets?) @breath(ing)?\b|"
    r"gasp(ing|s)?\b|breath(ing)? ~~(hard|bad|worse|shallow|fast|quick|ODD|slow|nois|rattl|wet|short|weak|labou?r|"
    r"heav|rapid|difficult|going|fail|running out|stop|tight|like|rough|effort|takes|only|at rest)|(hard|harder|"
    r"difficult\w*|trouble|effort|struggl\w+|fight\w*|battl\w+|impossible) ~(breath\w*|air)\b|(no|enough|out of) "
    r"air\b|WHO (is |am )?suffocat\w+|only ~(one|two|three|1|2|3|single|few)( (or|to) \w+)? words?\b",
    # Colour, oxygen, machines, the airway.
    r"(lips?|nails?|mouth|fing\w+|skin|face) .{0,25}\b(blu\w*|purple|gr[ea]y|dusky|mottled|ODD colou?r)\b|(turning|"
    r"going) (an? )?(blue|ODD colou?r)|WHO IS(blue|gr[ea]y|purple|ODD colou?r)\b|(sats?|saturation|oxygen|oximeter|"
    r"spo2|o2|pulse ox)\b.{0,30}\b[4-8]\d\b|[4-8]\d\b.{0,40}\b(sats?|oximeter|oxygen|spo2)\b|(sats?|saturation|oxygen|"
    r"spo2)\b .{0,15}(drop\w*|fall\w*)|desat\w+|hypox\w+|cyano\w+|stridor|(respiratory rate|resp rate|rr) (of |is "
    r")?[3-6]\d|chest .{0,15}(not|barely) (moving|rising)|(bipap|cpap|ventilator|vent|oxygen|trach\w*|suction|"
    r"cylinder|tube|puffer|inhaler)\b.{0,40}\b(alarm|fail\w*|packed up|out|blocked|not working|empty|disconnect\w*|"
    r"stopped|broke\w*|nothing)\b|face .{0,15}(swell|swollen|puffing)|(throat|airway|windpipe|tongue|"
    r"lips?)\b.{0,25}\b(clos\w+|shut|tight\w*|swell\w*|swollen|puff\w*|big|huge|block\w*)\b",
    # Choking, swallowing.
    r"choking\b|swallow OWN (own )?(spit|saliva)|cannot @swallow\b(?! (it|OWN )?(pills|them|answer))|cannot (cough|"
    r"clear)|(stuck|lodged|caught) (in|down) ~throat|it is stuck|(food|meat|bread|bone|pills) @stuck|aspirated|"
    r"holding OWN throat|(through|thru|out) OWN (nose|mouth)",
    # Not there: unconscious, unresponsive, collapsed; fits.
    r"unconscious|unresponsive|passed out|blac?ked out|keeled over|slumped|collapsed\b|eyes ~rolled|los\w+ (the "
    r")?consc\w+|(not|no|cannot|hard to|barely|hardly|stopped) (get THEM to )?(be )?(wak\w+|rous\w+|respond\w*|"
    r"react\w*|com(e|ing) round|open\w* (OWN )?eyes|answering)\b|WHO (do|will) not answer|WHO IS(not|stopped|no) "
    r"moving|no (response|pulse|heartbeat)|cannot (find|feel) ~(pulse|heartbeat)|WHO IS(limp|floppy|lifeless)\b|(has|"
    r"have|just) fainted|(drop+ed|fell|fallen|lying|slid|jerking) .{0,12}(to|on|onto) the ~floor|(found|is) on (the "
    r")?~floor|shaking all over|(having|has|started) (an? )?(?!had)@(seizure|fit|convulsions?|stroke|heart attack|"
    r"anaphyla\w+|asthma attack)\b|seizing|(is|am|he|she) fitting|(seizure|fit) (now|lasting|will not|has going on)",
    # Chest, heart, stroke, a weakness that cannot wait.
    r"(pains?|tight\w*|crush\w*|pressure|ache|heav\w+|weight|squeez\w+|sitting|stabbing) ~~chest\b|chest ~~(pains?|"
    r"tight\w*|hurts?|hurting|crush\w*|pressure|heav\w+)|heart ~(stopp|crazy|mad|1[5-9]\d|2\d\d|skipping|attack now)|"
    r"cardiac arrest|(face|mouth|smile|lip)\b.{0,25}\b(droop\w*|dropped|crooked|lopsided|fallen|hanging|one side)\b|"
    r"cannot (lift|hold|keep) OWN (head|chin)",
    # Too much of a medicine, poison, a child at the pills.
    r"(took|taken|swallowed|injected|given|gave) .{0,40}\b((too many|too much|double|twice)(?! ((of )?(the|my|your) "
    r"time|time|as|information|trouble|effort|room|a (day|week)|daily|each|every|per))|overdose|bottle of|wrong "
    r"(pills|dose)|times OWN dose)|TAKEN\b(?=.{0,90}\b(pills|dose\w*|box|bottle|mg|them|by mist)).{0,45}\b(too many|"
    r"too much|whole (box|bottle|pack\w*|strip|lot|week\w*|day\w*)|by mist?a?ke|by accident|inst[ea]+d of (one|half|"
    r"\d)|at once|in one go|\d\d of)|(took|taken) (them|it) ~again|(took|swallowed|ate|eaten|downed) ~all (of )?(OWN|"
    r"them)\b|overdosed\b|TAKEN an overdose|kin .{0,15}(got into|ate|eaten|swallowed).{0,25}pills|(ate|eaten|has "
    r"(just )?swallowed) .{0,25}pills|(drank|drunk|swallowed) .{0,15}(bleach|cleaner|antifreeze|weedkiller|battery)",
    # Blood, fire, calls for help.
    r"(bleed\w*|blood) ~(heavily|badly|lots?|loads|everywhere|not stop)|(cough|vomit|spit|throw|sick)\w* ~~blood|"
    r"stabbed|(house|flat) (is )?on fire|smoke in the (flat|house|room|kitchen)|carbon monoxide alarm|(call|need|send|"
    r"get|want)\b.{0,15}\b(ambulance|999|911|112|paramedics?)|ambulance (now|please)|help( me)?,? help|hurry$",
)
# Vague signs; one that is happening now, or two, or one and two slight ones, make a clear one.
_SIGNS = {
    _NOW: 1,
    _any(r"(short|out) of breath|breathless|panting|wheez\w+|drown\w*|(lie|lying) flat|cannot lie"): 2,
    _any(r"drooling|gurgl\w+|choked? on|rattl\w+"): 2,
    _any(r"drowsy|(nodding|drifting) off|confused|nonsense|not making sense|do not know (his|her|who|where)|"
         r"faint\w*|cannot stay awake"): 2,
    _any(r"twitching|jerking|foam\w*|a (fit|seizure|stroke|heart attack)\b|shaking"): 2,
    _any(r"slurr\w*|cannot @(talk|speak)|(words|speech) ~(wrong|mush|funny|going|slur\w*)|(no|not) (speak|talk|"
         r"mov)\w*|try\w* to (talk|speak)"): 2,
    _any(r"(OWN|left|right|one|both|an) (arms?|hands?|leg+s?|side|limbs?|body|knees) ~~(numb|dead|hanging|stopped|"
         r"going|drop\w*|gave|will not)|cannot ~(move|lift|stand|get (up|out)|sit up|roll|feel|see)\b|from the "
         r"(neck|waist) down|paraly[sz]ed|will not lift"): 2,
    _any(r"all (the )?(strength|power) ~going|so weak"): 2,
    _any(r"hives|stung|sting"): 2,
    _any(r"(hit|knocked) OWN head|f[ea]ll (off|down|of)|fallen|agony|burning (hot|up)|run over"): 2,
    _any(r"(pills|packets?|bottle|box) (is |are )?(missing|empty|open)|count to \w+"): 2,
    _any(r"bleeding|cough\w* up|(in|near) (his|her) mouth|clutching"): 2,
    _any(r"sweat\w*|left arm"): 1,
    _any(r"grey|swollen|shivering|vomit\w*|dizzy|stiff|sleepy"): 1,
    _any(r"scared|on the floor|lying"): 1,
}  # fmt: skip
_DANGER_IN_GENERAL = _any(
    r"(counts?|counting) as (an )?emergency|in case ~chok\w+|(ever|can) ~(choke|stop breathing)|takes? (too (much|"
    r"many)|double|twice)|overdose"
)

_CLEAR_SELF_HARM = _any(
    # In so many words.
    r"suicidal|suicide (thoughts?|attempt|plan|note|now|(hot|help)?line)|^suicide$|(think|thought|talk|consider|"
    r"contemplat|attempt|commit|tried|plan|threaten|feel)\w* ~suicide|kms\b|ctb\b|unaliv\w+|\bod (on|myself|tonight)|"
    r"ideation|s(el|le)f.?harm\w*|(kill|hang|gas|shoot|drown|top|starve)\w* (myself|himself|yourself)\b|(hurting|"
    r"harming|cutting|burning) (myself|himself)|^i (cut|hurt|harm|burn) myself$|(to|might|will|i) (hurt|harm|cut) "
    r"(myself|himself)\b(?! on)|(hurt|cut|harm|burn\w*) (myself|himself) (on purpose|again|to|because|since|"
    r"deliberately|most|every|when|so|last)|been cutting|(cuts?|cutting|burn|slit|slitting|slash\w*|scratch\w*|"
    r"bleeding) ~(arms?|wrists?|veins?|skin)\b|cuts ~(up|on) OWN|blades\b|(thoughts?|intent\w*|plans?|urges?) (of|to|"
    r"about) @(end\w*|die|death|dying|harm\w*|hurt\w*|kill\w*|overdose)\b|(till|until) WHO bleed|(plan\w*|intend\w*|"
    r"going|thinking) (to|on|of|about) ((taking |take )?an )?(overdos\w+|hang\w*|jump\w*|drown\w*)\b",
    # Wishing to be dead, not to wake, not to be.
    r"(want|wants|wanted|wish|wishes|wishing|hope|hopes|hoping|would like|would love|rather|sooner|prefer|prays?|"
    r"begging|ready|decided|means?|better) ~~(to die|die|(be|was|were|am) dead|to be going|(not|never) wake|not be "
    r"(here|alive|around)|not (live|carry on|go on|exist)|disappear|vanish|stop existing|sleep forever|slip away|"
    r"never (been |was )?born|be with (my )?(late )?(kin|him|her)|(follow|join) (him|her|kin)|check out|takes me)\b|"
    r"(wish|hope|hoping|pray|let) .{0,25}(kills?|takes?) me\b|(not|no longer|nor|no|never) @(want|wants|wish|care|"
    r"desire)( to)? ~(live|living|life|be here|be alive|exist|go on|carry on|wake up)\b(?! (in a|near|at|alone|far))|"
    r"(not|no longer|never) (live|be alive|exist|stay alive)\b(?= ?($|any|like this|and|but|she|he|i))|(leav\w+|"
    r"quit\w*) this (world|life)|(being|stay) alive|(help|let) THEM (to )?die\b|let nature|(sleep|asleep) (forever|"
    r"and never)|be dead$|(to|hope|wish|maybe|if|that|times) ~(not|never) wake\b|not wake up (tomorrow|ever|one|again|"
    r"tmrw)|close OWN eyes (and|for)|deserve to (live|die)|(death|dying) (would|is|will) @(relief|release|mercy|"
    r"kinder|welcome|better|easier|quicker|only|solution)",
    # Ending it.
    r"(end|ending|ends|finish\w*|take|taking) (with )?(OWN )(own )?life|(end|ending|finish|finishing) (it|things|"
    r"myself)( all| off)?( ?$| (tonight|now|today|soon|for good|this))|end it all|by OWN own hand|on my own terms|"
    r"(rid|out) of me\b|(easy|quick\w*|painless|best|easiest) way (to go|out|to die)|way to (go|die)\b|planning (it|"
    r"my exit|to end)|do it (myself|quietly)|(think\w*|want|wish|desire|prefer) (only )?(to |of |about )?(death|die|"
    r"(finish|end) (all|everything))|(decided|worked out|planned|chosen) (how|when)\b|do something (stupid|silly|"
    r"drastic|daft)|(scared|afraid|frightened|worried) (of )?what WHO (will|might|may|could|is going to) do",
    # No reason to live, tired of it.
    r"(no|not|nothing|any|what is the|little|only) ~(point|reason|sense|use|purpose|left) ~~(living|to live|live|"
    r"going on|go on|stay|alive|waking|to carry|being here|of me|me here)\b|nothing ~(to live|to stay|keeping me)|"
    r"(not|life) (is )?(not )?worth (living|it$|carrying on|going on)|life (is )?not worth|cannot (go on|carry on|"
    r"face another|live like)\b|cannot do this any more(?=$| i)|(tired|sick|weary|fed up|done|enough|over|finished)( "
    r"of| with)? (living|life|being alive|being here|exist\w*|this life|waking up)\b|no (more )?(force|will|strength|"
    r"energy) (for|to|of) (live|life|living)|(life|it) (has|have) no (sense|meaning|point)|why (should|do|am) i "
    r"(still )?(stay |be )?(live|alive|here|living|go on)",
    # Better off without me.
    r"better ?(of|off)? (with(out)? THEM|dead|if i)|(nobody|would) ~(miss me|notice ~~if i|cry)|if WHO (was|were|am|"
    r"is|vanished) (going|dead|not here|into)|(easier|better|kinder|relief) (for|on) ~(if|when|without)|(am|just|only|"
    r"but) ~(a |such a )?(burden|nothing but|drag on|waste of (space|air|oxygen))\b",
    # Means and places.
    r"(stockpil\w+|hoard\w+|(saved|saving|put|hidden|hiding|lined|lining)( up| by| away)?) ((all|OWN|enough|some|of|"
    r"spare|these|sleeping|heart) ){0,4}pills|pills ~(saved|lined up|put by)|look\w* at the (pills|tracks|knives|"
    r"knife)|stand\w* (on|at) the (bridge|roof|balcony|edge|platform|top)|(jump\w*|step\w*|throw\w*|walk\w*|driv\w*|"
    r"turning|go|going) ~~(off (a|the)|bridge|in front of|under a|into (the|a) (sea|river|lake|wall|tree|water|"
    r"traffic))\b|(like|to|will|would|could) jump(ing)?\b(?! in)|jump\w* from|stepping off|(rope|noose|shotgun|the "
    r"gun|knife drawer|razor)\b(?= .{0,40}(garage|shed|ready|put by|truck|cleaned|loaded|if|easy|talk))|how long "
    r".{0,20}(i die|starve)|(how (many|much)|enough|what dose)\b.{0,40}\b(to die|kill (me|you|a kin|kin)|(not|never) "
    r"wake|end it|do (it|the job)|finish me|be fatal|take to)\b|(take|taking|swallow\w*) (them all|the (whole )?(lot|"
    r"box|bottle))\b",
    # Farewells.
    r"(goodbye|suicide|farewell|forgive) (note|letter|post|message)s?|i (have )?(wrote|written|left) (the |my |them "
    r")?(notes?|letters)\b|said (OWN )?(last )?goodbyes?|bye forever|(texted|posted|sent) @goodbye|(will not|not "
    r"going to) be (here|around) (for|by|next|much|when|to see|tomorrow|after|come)|not (sticking|be|waiting|hanging) "
    r"around|(will|going to) be dead|my (last|final) (night|day|message|post)|by the time ~.{0,15}read|(put|got) OWN "
    r"(affairs|papers) in order|(god|lord) takes? me|not (feel )?safe (with myself|alone)|i am not safe|trust myself|"
    r"stop me$|not want(ing)? (to be )?sav(ed|ing)|(stop\w*|refus\w*) ~(eating|food|drinking|pills|"
    r"treatment)\b.{0,30}\b(on purpose|quick\w*|die|dying|finish|to go)\b",
)
# Hints of the same; grave ones first, of which one is worth the line.
_HINTS = {
    _any(r"(gave|given|giving|gives) (\S{1,15} ){1,4}?away|(chosen|picked|set) (a|the|my) (date|day|song)|sorry "
         r"for everything|not (be )?need(ing)? (it|them|much)\b|look after ~for me|go(ing)? quietly"): 2,
    _any(r"(a|the|his|her|my|got|no) ~(rope|noose|guns?|shotgun|knives|knife|seatbelt|exhaust|bullets?|pistol|"
         r"firearm|rifle)\b|(on|off|at|into|by|from|under) (a|the) ~(bridge|tracks|river|cliff|roof|balcony|"
         r"platform)\b|all (of )?(the|my|these) ~pills"): 2,
    _any(r"make it stop|way out|on purpose|how easy|would be ~(easier|peaceful|simpler|kinder)|(it|all|this) to "
         r"(stop|end)$"): 2,
    _any(r"think\w* (about|of) ~(death|dying|hurting)|asking for myself|brought me back|attempted|no reason (not "
         r")?to|hate myself|samaritans|(when|once|after|if) i (am|was|were) (no longer|not) (here|around)"): 2,
    _any(r"burden|without me|nobody knows?\b"): 1,
    _any(r"goodbye|forgive me|it is time$|ready to go$|by (christmas|sunday|friday|monday|the weekend)"): 1,
    _any(r"had enough|give up|cannot (do|take|keep) (this|it|doing|going)|so tired|i am done|lost my|hopeless|"
         r"nothing left"): 1,
    _any(r"wants? out|i have decided|let go"): 1,
}  # fmt: skip
_ASKS = _any(
    r"(what|why|how|which|who|when|where|does|do|did|is (it|that)|can (i|you|it)|should|could|explain|tell|any|are|"
    r"will|would)\b"
)
_SENTENCE = re.compile(r"[!?;\n]+|\.+(?=\s|$)")
_SPACE = re.compile(r"[\s_*\"“”()\[\]]+")


def stronger(*levels: str) -> str:
    """The strongest of several words on one message; thoughts of suicide before an emergency before the line."""
    return max(levels, key=_RANK.__getitem__, default=NONE)


def by_rules(text: str) -> str:
    """What the rules say of a text: `self_harm`, `emergency`, `line` or `none`."""
    text = _SPACE.sub(" ", text.lower().replace("’", "'"))
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
