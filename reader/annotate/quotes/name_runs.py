"""Capitalised runs: where a name may stand, and which part of it is a title or a role.

Owns the light test for names that attribution needs. What kind of thing a name stands for is not
decided here.
"""

from __future__ import annotations

from reader.annotate.lexicon.gender import FEMALE, MALE
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.lexicon.words import COURTESY, FUNCTION, ROLES

TITLES = frozenset(word.lower() for word in COURTESY | ROLES) | word_set(
    """mr mrs ms miss dr sir prof professor president vice sen senator sens rep reps representative gov
    governor gen general col colonel capt captain lt lieutenant sgt sergeant maj major cmdr commander
    adm admiral cpl lord lady dame judge justice king queen prince princess pope secretary minister
    prime chancellor mayor rev reverend father sister brother uncle aunt congressman congresswoman
    ambassador attorney chief deputy assistant first senate speaker leader majority minority chairman
    chairwoman chairperson chair director commissioner sheriff detective officer inspector
    superintendent bishop archbishop cardinal rabbi imam ayatollah sheikh emperor baron baroness count
    duke duchess premier councilman councilwoman councilor councillor delegate assemblyman assemblywoman
    assembly candidate nominee spokesman spokeswoman spokesperson coach ceo editor host anchor
    correspondent reporter undersecretary solicitor treasurer comptroller coroner md phd rep-elect
    president-elect private corporal coordinator strategist pollster aide analyst columnist author
    billionaire actor actress singer manager founder lawyer counsel adviser advisor rival former
    republican republicans democrat democrats democratic gop libertarian conservative liberal madam
    student apprentice president-elect co-organizer organizer acting then-president then-candidate
    then-sen americans american british german french russian chinese israeli iranian"""
)
"""Lower-case words, without their dot, that stand before a name and are no part of it."""
PLAIN_TITLES = frozenset(word.lower() for word in COURTESY | ROLES) | word_set(
    "mr mrs ms miss sir lord lady dame mx mme dr"
)
INSIDE = word_set("de da di du del della der den van von bin ibn al el la le ter ten dos das e y")
NOT_NAMES = FUNCTION | word_set(
    """the a an and or but if in on at by for from to of with as it he she they we i you his her their its
    our my your this that these those there here when while after before during since because although
    though however meanwhile then still also yet so not no yes what who why how where which whose one
    two three four five some many most several all both each every other another such only even just now
    later once instead despite according asked said says told adding speaking responding citing under
    over about between among into per via well oh look maybe perhaps indeed finally first second third
    last next earlier today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december nobody
    everyone someone anyone nothing everything something more less until unless like unlike without
    within through throughout amid against toward towards upon near let do does did is are was were be
    been has have had will would could should can might must being having says asked"""
)
_GIVEN = (MALE | FEMALE) & TITLES  # Dean Aker is no dean
_LONGEST = 16  # tokens of a name with its titles


def is_name_word(word: str) -> bool:
    """Whether a token looks like a part of a name."""
    return word[0].isupper() and word.lower() not in NOT_NAMES


def bare(word: str) -> str:
    """A token as it stands in the lists: lower case, no final dot."""
    return word.lower().rstrip(".")


def run_start(words: list[str], last: int, low: int) -> int:
    """The first token of the capitalised run that ends at token `last`, not before `low`."""
    first, low = last, max(low, last - _LONGEST)
    while first > low:
        before = words[first - 1]
        if is_name_word(before):
            first -= 1
        elif (before.lower() in INSIDE and first - 2 >= low and is_name_word(words[first - 2])) or (
            before == "."
            and first - 2 >= low
            and len(words[first - 2]) == 1
            and is_name_word(words[first - 2])
        ):
            first -= 2
        else:
            break
    return first


def run_end(words: list[str], first: int, high: int) -> int:
    """The token after the capitalised run that begins at token `first`, not behind `high`."""
    end, high = first + 1, min(high, first + _LONGEST)
    while end < high:
        if is_name_word(words[end]):
            end += 1
        elif words[end].lower() in INSIDE and end + 1 < high and is_name_word(words[end + 1]):
            end += 2
        else:
            break
    return end


def without_titles(words: list[str], first: int, end: int) -> int:
    """Where the name proper begins in the run `first:end`: behind the last title or role, if any is left."""
    begin = first
    for i in range(first, end - 1):
        if bare(words[i]) in TITLES and not (words[i].lower() in _GIVEN and i == end - 2):
            begin = i + 1
    return begin
