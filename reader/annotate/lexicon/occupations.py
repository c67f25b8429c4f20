"""Words for what somebody does, by field. Used to tell apart people with the same name.

Owns the lists. Two people of different fields may still be one person; they are only not surely one.
Written by hand for this project.
"""

from __future__ import annotations

from reader.annotate.lexicon.word_set import word_set

_FIELDS = {
    "state": """
    minister president premier chancellor senator congressman congresswoman representative lawmaker mp mep
    deputy mayor governor councillor councilor councilman councilwoman candidate politician nominee
    secretary ambassador diplomat envoy commissioner spokesman spokeswoman spokesperson strategist
    lobbyist activist lawyer attorney prosecutor judge justice barrister solicitor general colonel major
    captain lieutenant sergeant soldier officer sheriff detective inspector police commander admiral
    king queen prince princess official legislator parliamentarian campaigner aide adviser advisor""",
    "sport": """
    footballer striker midfielder defender goalkeeper goalie winger forward quarterback linebacker pitcher
    batsman bowler cricketer swimmer runner sprinter cyclist boxer golfer skier skater athlete olympian
    coach referee jockey gymnast wrestler player rower sailor driver racer champion""",
    "arts": """
    singer songwriter musician composer pianist violinist guitarist drummer rapper conductor actor actress
    comedian filmmaker painter sculptor photographer dancer choreographer novelist poet playwright
    author writer designer architect illustrator artist""",
    "science": """
    scientist researcher professor lecturer physicist chemist biologist hydrologist geologist astronomer
    mathematician engineer economist historian sociologist psychologist anthropologist archaeologist
    botanist zoologist ecologist climatologist meteorologist epidemiologist virologist doctor physician
    surgeon nurse psychiatrist dentist pharmacist""",
    "religion": """
    priest bishop archbishop cardinal rabbi imam pastor vicar monk nun pope theologian chaplain""",
    "press": """
    journalist reporter correspondent columnist editor broadcaster presenter anchor newsreader blogger""",
    "business": """
    ceo founder co-founder entrepreneur businessman businesswoman banker investor executive chairman
    chairwoman trader broker owner developer financier billionaire""",
    "trade": """
    farmer baker butcher carpenter plumber electrician teacher waiter chef cook miner fisherman driver
    builder mechanic shopkeeper student pensioner""",
}
FIELD_OF: dict[str, frozenset[str]] = {}
"""The fields of each word, in lower case."""
for _field, _words in _FIELDS.items():
    for _word in word_set(_words):
        FIELD_OF[_word] = FIELD_OF.get(_word, frozenset()) | {_field}
