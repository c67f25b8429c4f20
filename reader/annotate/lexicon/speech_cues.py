"""Words that show who speaks: cue verbs, cue nouns, and the function words around them.

Owns the lists. A regular verb is given in its base form and its other forms are derived; an irregular verb is
given in full, with `_` between a verb and its adverb. Written by hand for this project.
"""

from __future__ import annotations

from reader.annotate.lexicon.word_set import word_set

_CUE_VERBS = """
acknowledge add admit advise affirm agree allege announce answer appeal argue ask assert assure bark beg
blurt boast brag caution chant charge chide chuckle claim clarify comment complain concede conclude
concur confess confide confirm contend continue counter crow cry declare decree demand deny detail disclose
elaborate emphasize emphasise enthuse exclaim explain fret fume gasp gripe growl grumble grunt guess gush
holler indicate inform inquire insist instruct interject interrupt joke laugh lament lecture maintain
marvel mention moan mumble murmur muse mutter note object observe offer opine plead pledge point pray
predict press proclaim promise pronounce propose protest question quip reassure recall reckon recommend
recount
reflect refute reiterate rejoin remark remember remind reminisce repeat reply report request respond
retort reveal roar rule scoff scream shout shriek sigh signal smile snap sneer sob speculate state stress
suggest summarize summarise surmise testify thunder tweet urge utter venture vow wail warn whisper wonder
worry yell post retweet email text blog caption plead reason theorize chime volunteer whine drawl stammer type
gush
"""
_IRREGULAR_CUE_VERBS = """
say says said saying; tell tells told telling; write writes wrote writing written;
 go_on goes_on went_on going_on; think thinks thought thinking;
speak speaks spoke speaking; swear swears swore swearing;  hear; sing sings sang singing;
shoot_back shoots_back shot_back shooting_back; fire_back fires_back fired_back firing_back;
begin begins began beginning; cite cites cited citing;
quote quotes quoted quoting; feel feels felt feeling; believe believes believed believing;
"""
# The most frequent cue verbs of other languages. They are enough if the name is next to the verb.
_FOREIGN_CUE_VERBS = """
sagte erklärte betonte meinte antwortete fragte schrieb dit déclare déclaré explique expliqué affirme
affirmé ajoute ajouté répond répondu dijo afirmó declaró señaló aseguró explicó añadió disse afirmou
declarou ressaltou detto dichiarato spiegato affermato zei schreef sade sier
"""
_BROAD_CUE_VERBS = """
accuse address admonish advertise advocate applaud assail attack attribute bash bemoan berate bill blame
blast brand cast castigate celebrate challenge characterize characterise cheer commend compare condemn
congratulate consider criticize criticise decry defend define denounce deride describe dismiss dub echo
encourage endorse envision expect express fault hail identify ignore imply invoke label lambaste lash
laud liken list mock name oppose paint pan portray praise present quiz rail rate rant rebuff
rebuke regard reject ridicule rip salute scold slam tout trash exhort implore liken underscore hope want
fear vilify welcome refuse support threaten tease taunt title order note view hint hit estimate evaluate
find judge profess profess
"""
_IRREGULAR_BROAD_CUE_VERBS = """
call calls called calling; see sees saw seeing; find finds found finding; know knows knew knowing;
deem deems deemed deeming; refer refers referred referring; mean means meant meaning;
"""


def _regular_forms(verb: str) -> tuple[str, str, str, str]:
    """The base form, third person, past tense and participle of a regular verb."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb in _DOUBLED:
        return verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb, verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), verb + "ed", verb + "ing"


_DOUBLED = word_set("admit blog quip snap sob blurt pan slam rip brag pan dub hit refer chat tap") - {"blurt"}


def _form_table(regular: str, irregular: str) -> dict[str, str]:
    """Every verb form with its kind: "base", "third", "past" or "ing"."""
    table: dict[str, str] = {}
    for verb in regular.split():
        base, third, past, ing = _regular_forms(verb)
        table |= {base: "base", third: "third", past: "past", ing: "ing"}
    for line in irregular.split(";"):
        forms = [form.replace("_", " ") for form in line.split()]
        for form in forms:
            verb = form.partition(" ")[0]
            table[form] = "ing" if verb.endswith("ing") and verb != "sing" else "past"
        if forms:
            table[forms[0]] = "base"
        if len(forms) > 1 and forms[1].partition(" ")[0].endswith("s"):
            table[forms[1]] = "third"
    return table


CUE_VERBS = _form_table(_CUE_VERBS, _IRREGULAR_CUE_VERBS) | {
    "put": "past", "puts": "third", "putting": "ing", "read": "past", "reads": "third",
    "hit back": "past", "hits back": "third",
} | dict.fromkeys(_FOREIGN_CUE_VERBS.split(), "past")  # fmt: skip
"""Forms of verbs that take a quote as their object. Verb and adverb are one form: "shot back"."""
TWO_WORD_CUE_VERBS = tuple(form for form in CUE_VERBS if " " in form)
BROAD_CUE_VERBS = {
    form: kind
    for form, kind in _form_table(_BROAD_CUE_VERBS, _IRREGULAR_BROAD_CUE_VERBS).items()
    if form not in CUE_VERBS
}
"""Forms of verbs that do not mean saying, but whose subject usually said the quoted words in the sentence."""

VERBS_WITH_LISTENER = word_set(
    """told tells asked asks urged urges warned warns informed informs advised begged assured"""
)
"""Forms of cue verbs whose object is the listener."""
CUE_NOUNS = word_set(
    """statement statements letter memo email e-mail speech remarks comments tweet tweets post interview claim
    claims assertion accusation message words note op-ed column essay editorial article report book release
    testimony call promise pledge vow phrase argument suggestion contention warning insistence admission
    declaration description comment remark quote slogan answer response reply verdict view opinion belief
    criticism complaint proposal term motto question headline notion reference mantra charge charges
    characterization appeal plea demand"""
)
"""Nouns of saying: NAME's claim that “…”."""

PRONOUNS = {
    "he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "they": "p", "it": "n", "we": "1", "i": "1",
    "who": "r", "himself": "m", "herself": "f", "hers": "f",
}  # fmt: skip
"""Pronouns with "m" for a man, "f" a woman, "p" several, "n" a thing, "1" the writer, "r" the noun before it.
"""
SUBJECT_PRONOUNS = word_set("he she they it we i")

AUXILIARIES = word_set(
    """has have had is are was were be been being will would could should can may might must did does do 'd 's
    ’d ’s"""
)
ADVERBS = word_set(
    """also then later again once now still even ever never just often always recently earlier soon
    immediately further thus instead all both too not n't only first finally reportedly twice famously
    previously repeatedly simply publicly flatly went today yesterday tuesday wednesday thursday friday
    saturday sunday monday there here jokingly"""
)
PASSIVE_AUXILIARIES = word_set("is are was were be been being 's ’s gets got")

PREPOSITIONS = word_set(
    """of for in at on with from to by about as into over under after before during against between among
    without within through near since until than like toward towards despite behind upon around across amid
    per via inside outside regarding throughout alongside"""
)
DETERMINERS = word_set(
    """the a an this that these those his her their its our my your one some another several many two three
    four five six seven eight nine ten both other most no any each every few all multiple"""
)
CONJUNCTIONS = word_set(
    """and or but because when while if although though whereas that which who whom whose where whether so nor
    yet unless once as why how what"""
)
FUNCTION_WORDS = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | AUXILIARIES | frozenset(PRONOUNS)

SPEAKER_NOUNS = word_set(
    """official officials spokesman spokeswoman spokesperson spokespeople source sources aide aides adviser
    advisers advisor advisors lawyer lawyers attorney attorneys expert experts analyst analysts critic
    critics supporter supporters protester protesters demonstrator demonstrators police officer officers
    prosecutor prosecutors witness witnesses author authors reporter reporters researcher researchers
    scientist scientists economist economists professor candidate nominee president senator congressman
    congresswoman governor mayor chairman chairwoman leader leaders voter voters woman man men women people
    teacher students student judge minister secretary director manager host moderator anchor columnist editor
    blogger strategist pollster campaign company companies agency agencies department ministry government
    commission committee group groups organization panel court paper newspaper magazine website site network
    statement report study analysis poll survey review document documents lawsuit complaint indictment letter
    memo note sign signs banner billboard billionaire mogul businessman businesswoman actor actress singer
    father mother son daughter brother sister wife husband friend friends neighbor neighbour resident
    residents colleague colleagues family doctor doctors physician founder owner executive chief boss head
    ceo member members veteran activist activists lawmaker lawmakers democrat democrats republican
    republicans narrator announcer crowd audience user users operative staffer player coach star commander
    general pastor priest bishop rabbi imam king queen prince princess respondent respondents petition
    affidavit brief filing delegate delegates investigator investigators authorities diplomat diplomats
    counsel council board union bank team coalition association foundation institute church firm firms
    jury rival rivals opponent opponents ally allies parents parent immigrant immigrants customer
    customers graduate graduates playbook account page channel profile manual guide brochure transcript
    poster posters caption headline"""
)
"""Common nouns for somebody or something that can speak."""
