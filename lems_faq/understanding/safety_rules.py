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
    r"mum|mam|mom|mom+y|mum+y|mam+y|mother|dad|daddy|papa|father|parent|husband|hubby|wife|partner|son|daughter|kid|child|"
    r"pupil|student|baby|toddler|newborn|little one|boy|girl|brother|bro|sister|sis|gran|granny|nan|nana|nanny|uncle|"
    r"grand(?:ma|pa|mother|father|son|daughter|dad)|grandad|aunt(?:y|ie)?|cousin|niece|nephew|fr[ei]{2}nd|mate|flatmate|"
    r"roommate|neighbou?r|colleague|(?:boy|girl)friend|bf|gf|patient|client|resident|customer|passenger|man|woman|lady|"
    r"guy|bloke|stranger|somebody|someone|person"
)
# One spelling for the words that signs are made of; 'kin' stands for anybody whom the writer may speak of.
_SPELLED = {
    "cannot": r"ca+n'?t|cann'?t|cna'?t|c'?nt|can no(?:t| longer)|no can|could ?n[o']?'?t|cudn'?t|unable to|too weak to|"
    r"can(?: only)? (?:barely|hardly|scarcely)|(?:barely|hardly|ha(?:s|ve) ?n'?t been|(?:not|no longer|never)(?: been| "
    r"being)?) able to", "is not": r"(?:is|ai|are|was) ?n'?t", "do not": r"do ?n'?t|dnt|(?:does|did) ?n[o']?'?t",
    "has not": r"ha(?:s|ve) ?n'?t", "will not": r"(?:wo|sha) ?n'?t|shall not", "would not": r"would ?n'?t",
    "i am": r"i'?m|i m", "i have": r"ive", "i would": r"id", "he is": r"hes", "she is": r"shes", "it is": r"its",
    "what is": r"wh?[ao]ts", "overdosed": r"od'd", "going to": r"gonna|gunna|goin to", "going": r"goin|gone|goes|went",
    "want to": r"wann?a|w(?:an|na)t too", "want": r"wnat", "nobody": r"no ?one", "without": r"w/o|witout",
    "having": r"havin", "please": r"pl[sz]|plea?se?", "help": r"hlep|hepl|halp", "minutes": r"mins?|minute|minits?",
    "hours": r"hours?|hrs?", "now": r"rn|nw", "suddenly": r"sudd?e?nl?e?y|sudden|suddn|all (?:of a sudden|at once)",
    "breathing": r"br(?:ea|ee|ae|aee|e|a)t*h+e?(?:ing?s?|ign|n|ngs?)", "breath": r"br(?:ea|ee|ae|aee|e|a)t*h+e?s?",
    "swallowed": r"sw[aou]l+[aou]+w*e?d", "swallow": r"sw[aou]l+[aou]+w*e?s?|sw[ao]l+w", "stopped": r"stop+e?[dt]",
    "choking": r"cho+c?k+e?(?:ing?|ign)", "collapsed": r"col+[ao]ps+e?d", "seizure": r"s[ei]{1,3}[sz](?:ure|er)s?",
    "unconscious": r"unco\w{2,6}ous", "drooling": r"dro+l+ing?|dribbling?", "heart": r"hart", "speech": r"speach",
    "suicide": r"s(?:ui|iu|u)[cs]+(?:i|ie|ei)d+e?s?|sewer ?slide", "suicidal": r"s(?:ui|iu|u)[cs]+[iy]d[ea]l\w*",
    "myself": r"my sel[fv]e?|myslef|meself|mysef", "himself": r"(?:his|him) self|her ?self|themsel\w+", "dead": r"ded",
    "living": r"livin", "life": r"lfe|lief|lyfe?", "jumping": r"jumpin", "exist": r"exsist|egsist", "burden": r"burdo?n",
    "any more": r"anymore|no more", "pills": r"tabs?|tablets?|pill|capsules?|meds|medications?|medicines?|firdapse|drugs?|"
    r"amifampridine|3,4-?dap|dap|mestinon|pyridostigmine|paracetamol|ibuprofen|morphine|insulin|steroids?|antibiotics?",
    "kin is": rf"(?:{_KIN})'?s", "kin": _KIN, " is": r"(?<=[a-z])'s", " are": r"(?<=[a-z])'re",
    " will": r"(?<=[a-z])'ll", " would": r"(?<=[a-z])'d", " have": r"(?<=[a-z])'ve",
}  # fmt: skip
_WORD = re.compile(r"\b(?:" + "|".join(f"({pattern})" for pattern in _SPELLED.values()) + r")\b")
_SPELLING = (*_SPELLED,)

# What capitals and a tilde stand for in the patterns below, where the message itself is in small letters.
_SHORT = {
    "@": r"(?:\S{1,15} )?", "~": r"(?:\S{1,15} ){0,3}?", "~~": r"(?:\S{1,15} ){0,5}?", "SELF": r"(?:my|him|your)self",
    "IS": r"(?:(?:is|am|are|was|been|has|have|had|just|now|all|so|very|really|suddenly|still|quite|a|getting|got|going|"
    r"keeps?|looks?|feels?|turn\w*|start\w*|to|and|bit|both) ){0,5}", "WHO": r"(?:i|he|she|they|kin|we|it)",
    "THEM": r"(?:me|him|her|them|kin)", "OWN": r"(?:my|his|her|their|kin is|kin|the|own)", "ODD": r"(?:funny|strange|weird)",
    "TAKEN": r"(?:took|tooke?n?|taken|swallowed|had|ate|eaten|given|gave|drank|drunk|injected|takes?|taking)",
}  # fmt: skip


def _any(table: str) -> re.Pattern[str]:
    """One of the patterns of a table, from the start of a word. A line break is an 'or'; brackets only group."""
    pattern = "|".join(line for line in table.splitlines() if line and not line.startswith("#"))
    pattern = re.sub(r"@|~~?|\b[A-Z]{2,}\b", lambda match: _SHORT[match.group()], pattern)
    return re.compile(r"\b(?:" + re.sub(r"\((?!\?)", "(?:", pattern) + ")")


def _each(value: int, table: str) -> dict[re.Pattern[str], int]:
    """Every line of a table as a sign of its own, with its weight."""
    return {_any(line): value for line in table.splitlines() if line}


# What only sounds like danger (laughing, things that die, what is denied); struck out before the signs are looked for.
_FIGURES = _any(r"""
laugh\w* (so \w+ )?(till|until|that)\b.{0,40}|cannot ~breath\b.{0,25}\b(laugh\w*|funny|haha|lol|jeans|dress)
(nearly|almost|practically) (died?|choked|fainted|passed out|collapsed|drowned|had)\b|(chok\w+|collapsed|passed out
cannot breath|fainted|suffocat\w+) (with|from|of|for|in|into) (laugh\w*|boredom|excitement|joy|relief|shock|paperwork
stitches|tears)\b|(gave|gives?|giving) THEM (an? )?(heart attack|fit|stroke)|heart (attack|stopped) (when|over|haha)
(sooner|rather) .{3,40} than (fill|use|do|read)\b|(kill\w*|shoot\w*|drown\w*) SELF (laughing|over|trying|in)\b
hold\w* OWN breath|breathing (a word|space|exercise)|swallow (that|this|what)\b|(first aid|cpr) .{0,25}chok\w+
chok\w+ ~(first aid|cpr|hazard|course)|(guilt|fear|waiting) is (choking|suffocating)|(phone|battery|laptop|computer
server|script|process|car|website|plants?|market|bank|team|bridge|tree|dog|cat|fish|film)( \S{1,15}){0,4}? (died?|dying
dies|collaps\w+|unresponsive|not responding|choking|suicide|seizure|fit|going down)|(subscription|netflix|membership
contract|account)\b.{0,60}\b(end|finish|stop|cancel)\w* (it|this)\b|(career|political|social|cells?|commit\w*) suicide
suicide (squad|rates?|gene|bomb\w*|mission|of the|for a)|jump\w* (out (of )?the window|to|at)\b
overdos\w+ (on|of) (vitamin|caffeine|chocolate|coffee)|(no|not|never|nobody is) (any |in |an )?(suicid\w*|self.?harm\w*
danger|chest pains?|choking)|diagnos(ed|is)\b.{0,30}?(ago|last \w+|in \w+|since \w+)
""")
# Asked about the illness, about people or about what may come; it counts where it stands before the sign.
_GENERAL = _any(r"""
(can|could|does|do|will|would|might|may|should) (it|this|lems|lens|lambert|people|patients|you|the|they|that|there
swallowing|breathing|an?)\b|(people|patients|those) (who|with|that)|^(is|are) \w+ing|(is|are) (it|this|that|there|lems
people|patients)\b(?! (normal|usual|ok|part of))|what (would|counts?|hap+ens|if|are|do (you|they|people)|should)\b
what is (a|an|the)\b|make (you|people|kin)\b|how (often|common|likely|many people|do (you|people|they))\b
when (an? |you|people|patients)|you (cannot|stop|choke)|(if|ever|one day|symptoms?|signs?|risks?|chances?|article
fiction|sometimes|often|usually|prone to|prevent\w*|avoid\w*|mild|suppose|imagine|dream\w*|(scared|afraid|terrified
worr\w+|fear\w*) (of|about)|(heard|read) (of|about|that|on|in))\b
""")
# A subject of study or of the news, or long past: never about now. And the nearer past, for emergencies only.
_TOPIC = _any(r"""
(in (case|general|theory|future)|generally|hypothetical\w*|theoretical\w*|wondering|curious|common|leaflet|(in
on) the (news|radio)|film|novel|essay|homework|exam|quiz|course|first aid|training|guidelines?|policy|actor|(years?|yrs?
decades?) (ago|back)|in (19|20)\d\d|in the (19)?[5-9]0s|long ago|back then|used to|when i was|as a kin|history of
back in)\b
""")
_PAST = _any(r"""
(months?|weeks?) (ago|back)|last (year|month|week|spring|summer|autumn|fall|winter)|since (19|20)\d\d
at \d\d(?! ?%| ?percent)\b|recovered|turned out|(my|her|his) late|news\b|died\b|sorted (it|THEM)
(home|fine|better|well) (again|now|since)\b
""")
_NOW = _any(r"""
(?<!until )(?<!fine )(?<!ok )(?<!okay )(?<!better )(?<!good )(?<!going )(?<!not )(?<!on )now\b(?! and then)|tonight
today|this (morning|afternoon|evening|minute|hours)|by the (minutes|hours)|getting worse|suddenly|(alone|on my own)\b
(?<!fine )(for|in|within|over) ~(minutes|hours)|(minutes|hours) (ago|now)|since (this|last night|yesterday|breakfast
lunch|noon|an hour|\S{1,15} o.?clock)|(has|have|had|he|she|i|we|(kin|he|she) is) just (?!wonder|ask|curious|want|need
read|been told)|^help\b|please help|help($| now| me$)|what (do|should) (i|we) do
""")

_CLEAR_EMERGENCY = _any(r"""
# Breath.
cannot ~(breath\b|(get|catch|draw|take|pull|suck|find) ~(breath|air)\b(?! ?(con|miles|fare|tickets?|fryer)))
cannot ~~sent\w+|(not|stop|stops|stopped|stopping|no longer|no|hardly|barely|without) @breath(ing)?\b|gasp(ing|s)?\b
(no|enough|out of) air\b|breath(ing)? ~~(hard|bad|worse|shallow|fast|quick|ODD|slow|nois|rattl|wet|short|weak|labou?r
heav|rapid|difficult|going|fail|running out|stop|tight|like|rough|effort|takes|only|at rest)
(hard|harder|difficult\w*|trouble|effort|struggl\w+|fight\w*|battl\w+) ~(breath\w*|air)\b|only ~(one|two|three|1|2|3
few) (or \w+ )?words?\b
# Colour, oxygen, machines, the airway.
(lips?|nails?|mouth|fing\w+|skin|face) .{0,25}\b(blu\w*|purple|gr[ea]y|dusky|mottled|ODD colou?r)\b
WHO IS(blue|gr[ea]y|purple|ODD colou?r)\b|(sats?|saturation|oxygen|oximeter|spo2|o2|pulse ox)\b.{0,30}\b([4-8]\d\b|drop
fall)|desat\w+|hypox\w+|chest .{0,15}(not|barely) (moving|rising)|turning (blue|an? ODD)|(bipap|cpap|vent\w*|oxygen
trach\w*|suction|tube|puffer|inhaler)\b.{0,40}\b(alarm|fail\w*|packed up|out|blocked|not working|empty|stopped)\b
(throat|airway|windpipe|tongue|lips?|face)\b.{0,25}\b(clos\w+|shut|tight\w*|swell\w*|swollen|puff\w*|big|huge
block\w*)\b
# Choking, swallowing.
choking\b|swallow OWN (own )?(spit|saliva)|cannot @swallow\b(?! (it|OWN )?(pills|them|answer))|cannot (cough|clear)
(stuck|lodged|caught) (in|down) ~throat|(food|meat|bread|bone) @stuck|aspirated|(through|thru|out) OWN (nose|mouth)
# Not there: unconscious, unresponsive, collapsed; fits.
unconscious|unresponsive|passed out|keeled over|slumped|collapsed\b|los\w+ (the )?consc\w+
(not|no|cannot|hard to|barely|hardly|stopped) (get THEM to )?(be )?(wak\w+|rous\w+|respond\w*|react\w*|com(e|ing) round
open\w* (OWN )?eyes|answering)\b|WHO IS(not|stopped|no) moving|no (response|pulse|heartbeat)
cannot (find|feel) ~(pulse|heartbeat)|WHO IS(limp|floppy|lifeless)\b|(drop+ed|fell|fallen|lying|found|is) ~(to
on) (the )?~floor|shaking all over|(is|am|he|she) (fitting|seizing)|(having|has|started) (an? )?(?!had)@(seizure|fit
convulsions?|stroke|heart attack|anaphyla\w+|asthma attack)\b|(seizure|fit) (now|lasting|will not|has going on)
# Chest, heart, stroke, a head that cannot be held.
(pains?|tight\w*|crush\w*|pressure|ache|heav\w+|weight|squeez\w+|sitting|stabbing) ~~chest\b
chest ~~(pains?|tight\w*|hurts?|hurting|crush\w*|pressure|heav\w+)|heart ~(stopp|crazy|mad|1[5-9]\d|2\d\d|skipping)
(face|mouth|smile|lip)\b.{0,25}\b(droop\w*|dropped|crooked|lopsided|fallen|hanging|one side)\b
cannot (lift|hold|keep) OWN (head|chin)
# Too much of a medicine, poison, a child at the pills.
(took|taken|swallowed|injected|given|gave) .{0,40}\b((too many|too much|double|twice)(?! ((of )?(the|my|your) time|as
a (day|week)|daily|each|every))|overdose|bottle of|wrong (pills|dose)|times OWN dose)|overdosed\b
TAKEN\b(?=.{0,90}\b(pills|dose\w*|box|bottle|mg)).{0,45}\b(too many|too much|whole (box|bottle|pack\w*|strip|lot|week\w*
day\w*)|by mist?a?ke|by accident|inst[ea]+d of (one|half|\d)|at once|in one go|\d\d of)|kin .{0,15}(got into|ate|eaten
swallowed).{0,25}pills|(drank|drunk|swallowed) .{0,15}(bleach|cleaner|antifreeze|battery)
# Blood, fire, calls for help.
(bleed\w*|blood) ~(heavily|badly|lots?|loads|everywhere|not stop)|(cough|vomit|spit|throw)\w* ~~blood
(house|flat) (is )?on fire|smoke in the|carbon monoxide|(call|need|send|get)\b.{0,15}\b(ambulance|999|911|112
paramedics?)|ambulance (now|please)|help( me)?,? help|hurry$
""")
# Vague signs; one that is happening now, or two, or one and two slight ones, make a clear one.
_SIGNS = {_NOW: 1} | _each(2, r"""
(short|out) of breath|breathless|panting|wheez\w+|(lie|lying) flat|cannot lie
drooling|gurgl\w+|choked? on|rattl\w+
drowsy|(nodding|drifting) off|confused|nonsense|do not know (his|her|who|where)|faint\w*
twitching|jerking|foam\w*|a (fit|seizure|stroke|heart attack)\b|shaking
slurr\w*|cannot @(talk|speak)|(words|speech) ~(wrong|mush|going|slur\w*)|(no|not) (speak|talk|mov)\w*
(OWN|left|right|one|both) (arms?|hands?|leg+s?|side|body) ~~(numb|dead|hanging|stopped|going|drop\w*|gave|will not)
cannot ~(move|lift|stand|get (up|out)|sit up|roll|feel|see)\b|paraly[sz]ed|so weak
hives|stung|sting|(hit|knocked) OWN head|f[ea]ll (off|down|of)|fallen|agony|burning (hot|up)
(pills|box|bottle) (is |are )?(missing|empty|open)|count to \w+|bleeding|clutching
""") | _each(1, r"""
sweat\w*|left arm|on the floor|lying
grey|swollen|shivering|vomit\w*|dizzy|stiff|sleepy|scared
""")
_DANGER_IN_GENERAL = _any(r"counts? as (an )?emergency|in case ~chok\w+|(ever|can) ~(choke|stop breath)|takes? too|overdose")

_CLEAR_SELF_HARM = _any(r"""
# In so many words.
suicidal|suicide (thoughts?|attempt|plan|note|now|line)|^suicide$|(attempt|consider|talk|think)\w* @suicide|kms\b|ctb\b
unaliv\w+|ideation|s(el|le)f.?harm\w*|(kill|hang|gas|shoot|drown|top|starve)\w* SELF\b|(hurting|harming|cutting
burning) SELF|(to|might|will) (hurt|harm|cut) SELF\b|(hurt|cut|harm|burn\w*) SELF (on purpose|again|because|since|every)
been cutting|(cuts?|cutting|burn|slit\w*|slash\w*|bleeding) ~(arms?|wrists?)\b|(thoughts?|plans?) (of|to) @(end|die
dying|harm|hurt|kill)
# Wishing to be dead, not to wake, not to be.
(want\w*|wish\w*|hop(e|es|ing)|would (like|love)|rather|sooner|prays?|begging|ready|means?|better) ~~(to die|die|(be|was
were|am) dead|to be going|(not|never) wake|not be (here|alive|around)|not (live|carry on|go on|exist)|disappear|vanish
stop existing|sleep forever|never (been |was )?born|be with (my )?(late )?(kin|him|her)|(follow|join) (him|her|kin))\b
(wish|hope|hoping|pray|let|god|lord) .{0,25}(kills?|takes?) me\b|(leav\w+|quit\w*) this (world|life)|(being|stay) alive
(not|no longer|nor|no|never) @(wants?|wish|care)( to)? ~(live|living|life|be here|be alive|exist|go on|carry on
wake up)\b(?! (in a|near|at|alone|far))|(help|let) THEM (to )?die\b|(sleep|asleep) (forever|and never)|be dead$
(to|hope|wish|maybe|if|that|times) ~(not|never) wake\b|(death|dying) (would|is|will) @(relief|release|mercy|kinder
better|easier|quicker|only|solution)
# Ending it.
(end|ending|ends|finish\w*|take|taking) (with )?OWN (own )?life|end it all|by OWN own hand|do it (myself|quietly)
(end|ending|finish|finishing) (it|things|myself)( all| off)?( ?$| (tonight|now|today|soon))|planning (it|my exit|to end)
(easy|quick\w*|painless|best|easiest) way (to go|out|to die)|do something (stupid|silly|drastic)
(scared|afraid) ~what (i|he|she) (will|might) do
# No reason to live, tired of it.
(no|not|nothing|any|what is the|little|only) ~(point|reason|sense|use|purpose|left) ~~(living|to live|live|going on
go on|stay|alive|waking|to carry|being here|of me|me here)\b|nothing ~(to live|to stay|keeping me)|not worth living
life (is )?not worth|cannot (go on|carry on|face another|live like)\b|(tired|sick|weary|fed up|done|enough|over
finished)( of| with)? (living|life|being alive|being here|exist\w*|this life|waking up)\b|cannot do this any more(?=$
 i)
# Better off without me.
better ?(of|off)? (without (me|him|her)|dead|if i)|(nobody|would) ~(miss me|notice ~~if i|cry)
if (i|he|she) (was|were|am|is|vanished) (going|dead|not here|into)|(am|just|only|but) ~(a |such a )?(burden|nothing but
waste of (space|air))\b
# Means and places.
(stockpil\w+|hoard\w+|(saved|saving|put|hidden|hiding|lined)( up| by| away)?) ((all|OWN|enough|some|of|spare
sleeping) ){0,4}pills|look\w* at the (pills|tracks|knives|knife)|stand\w* (on|at) the (bridge|roof|balcony|edge|platform
top)|(like|to|will|would|could) jump(ing)?\b(?! in)|(jump\w*|step\w*|throw\w*|walk\w*|driv\w*|turning|go
going) ~~(off (a|the)|bridge|in front of|under a|into (the|a) (sea|river|lake|wall|tree|traffic))\b
(rope|noose|shotgun|the gun|knife drawer|razor)\b(?= .{0,40}(garage|shed|ready|put by|cleaned|loaded|if|easy))
(how (many|much)|enough)\b.{0,40}\b(to die|kill (me|you|a kin|kin)|(not|never) wake|end it|do (it|the job)|finish me
be fatal|take to)\b
# Farewells.
(goodbye|suicide|farewell|forgive) (note|letter|post|message)s?|i (have )?(wrote|written|left) (the |my |them )?(notes?
letters)\b|said (OWN )?(last )?goodbyes?|(texted|posted|sent) @goodbye|(will not|not going to) be (here|around) (for|by
next|much|when|to see|tomorrow|after|come)|not (sticking|be|waiting|hanging) around|my (last|final) (night|day|message
post)|by the time ~.{0,15}read|OWN (affairs|papers) in order|not (feel )?safe (with myself|alone)|i am not safe
trust myself|not want(ing)? (to be )?sav(ed|ing)|(stop\w*|refus\w*) ~(eating|food|drinking|pills
treatment)\b.{0,30}\b(on purpose|quick\w*|die|dying|finish|to go)\b
""")
# Hints of the same; one grave hint is worth the line.
_HINTS = _each(2, r"""
(gave|given|giving|gives) (\S{1,15} ){1,4}?away|(chosen|picked|set) (a|the|my) (date|day|song)|look after ~for me
sorry for everything|not (be )?need(ing)? (it|them|much)\b|all (of )?(the|my|these) ~pills
(a|the|his|her|my|got|no) ~(rope|noose|guns?|shotgun|knives|knife|bullets?|pistol|firearm|rifle)\b
(on|off|at|into|by|from|under) (a|the) ~(bridge|tracks|river|cliff|roof|balcony|platform)\b
make it stop|way out|on purpose|how easy|would be ~(easier|peaceful|simpler|kinder)|(it|all|this) to (stop|end)$
think\w* (about|of) ~(death|dying|hurting)|asking for myself|attempted|no reason (not )?to|samaritans
""") | _each(1, r"""
burden|without me|nobody knows?\b|wants? out|i have decided|let go
goodbye|forgive me|it is time$|ready to go$|by (christmas|sunday|friday|monday|the weekend)
had enough|give up|cannot (do|take|keep) (this|it|doing|going)|so tired|i am done|lost my|nothing left
""")
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
    asks = "?" in text or bool(_GENERAL.search(text))
    danger, despair = sum(signs.values()), sum(hints.values())
    if danger >= 2:
        found.append(EMERGENCY if danger >= 3 else NONE if asks else LINE)
    if despair >= 2:
        found.append(SELF_HARM if despair >= 3 or (not asks and EMERGENCY not in found) else LINE)
    return stronger(*found)
