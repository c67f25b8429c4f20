"""Find the names of the authors in the author fields and bylines of a page.

Owns the rules that distinguish a name from a role, an address, a date, an organisation or a slogan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.sources.dates import dates_in
from reader.sources.html.dom import squash
from reader.text.clean import clean_line

_VERBS = (
    r"written|posted|submitted|reported|words|story|text|analysis|opinion|article|published|authored|interview"
    r"|compiled|reviewed|report|review|essay|created"
)
_BY = re.compile(
    rf"^\W*(?:(?:{_VERBS})\s+by|by|von|(?:ein\w* )?[\w-]{{3,20}} von|par|por|di|door|av|af"
    r"|geschrieben von|verfasst von"
    r"|written|text|texto|testo|tekst|words|authors?|autor(?:in|a|es|ka|zy)?|auteurs?|autrice|autore|författare"
    r"|propos recueillis par|escrito por|publié par|publicado por"
    r"|автор[ы]?|текст|作者|文|記者|记者|取材・文|بقلم|كتب|लेखक|โดย)"
    r"\s*[:：|]?(?:[\s|]+|(?<=[:：一-鿿])|(?<=\bby)(?-i:(?=[A-Z][a-z])))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:text|texto|testo|tekst|words|authors?|written|autor\w*)\b(?!\s*[:：|]|\s+(?:by|von)\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;|/•·،、]|\s&\s|\s[-–—]\s|[|\s](?:and|und|et|och|og|with|mit|avec|и|و)[|\s])\s*", re.IGNORECASE
)
_PERHAPS_BETWEEN = re.compile(r"\s+(?:y|e|i|en)\s+")  # also occur inside names: José Ortega y Gasset
_NO_NAME = re.compile(
    r"www\.|@|\d{2}|\.(?:com|org|net|de)\b|[?!:=<>{}_\\]{1}.*\s"
    r"|\b(?:updated|published|minutes?|lesedauer|min read|read|follow|share|admin|administrator"
    r"|webmaster|posted"
    r"|comments?|commentaires?|kommentare?|view|views|profile|all rights|subscribe|newsletter|photos?"
    r"|photographs?"
    r"|fotos?|images?|bilder|video|source|quelle|categor\w+|kategorie|super user|details|copyright|click|here"
    r"|more"
    r"|facebook|twitter|instagram|whatsapp|linkedin|pinterest|e-?mail|print|telegram|reddit|google|youtube"
    r"|today|yesterday|ago|uhr|hrs|est|edt|bst|gmt|am|pm)\b"
    r"|^(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag"
    r"|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag"
    r"|vrijdag|zaterdag"
    r"|zondag|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|г|le|am|den|on)\.?$"
    r"|^(?:staff|redaktion|redacci[óo]n|r[ée]daction|redazione|redactie|redakcja|редакция|author|guest"
    r"|user|none|null"
    r"|unknown|undefined|anonymous|various|editor|editors|by|and|und|et|y|e|from|von|par|por|di|details|default"
    r"|wordpress|home|news|blog|root|test|contributor|contributors|authors?|autor|auteur|the)$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:news|newsroom|media|medien|times|posts?|tribune|gazette|herald|journal|magazine|staff|team|desk|press"
    r"|redaktion|redacción|rédaction|redazione|redactie|redakcja|redakcji|редакция|newsdesk|editorial|editors|inc"
    r"|ltd|llc|gmbh|ag|plc|s\.a|agency|agencies|agenturen|agentur|agence|agencia|agencja|group|university"
    r"|universität|institute|institut|instituto|ministry|ministerium|department|office|bureau|foundation|stiftung"
    r"|association|verein|council|committee|government|company|corporation|online|website|blog|network|channel|radio"
    r"|tv|wire|services?|communications?|community|international|reuters|associated|presse|bbc|cnn|club|society"
    r"|studio|studios|world|politics|business|sports?|entertainment|technology|opinion|lifestyle|culture|health)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?<!\w)(?:(?:co-?|sub-?|vice-?)?editors?(?:-in-chief)?|correspondents?|reporters?|(?:staff )?writers?"
    r"|columnists?"
    r"|contributors?|contributing|staff|journalists?|critics?|producers?|photographers?|professor|director"
    r"|researchers?"
    r"|lecturer|analyst|fellow|redakteur(?:in)?|\w*autor(?:in)?|\w*korrespondent(?:in)?|reporterin|volontär(?:in)?"
    r"|journalistin|chefredakteur(?:in)?|redactora?|periodista|corresponsal|editora|columnista|journaliste|rédact\w+"
    r"|correspondante?|giornalista|redattore|redattrice|redacteur|verslaggever|dziennikar\w+|redaktor\w*|skribent"
    r"|корреспондент\w*|журналист\w*|редактор\w*|обозреватель|記者|编辑)(?!\w)",
    re.IGNORECASE,
)
_BEAT = frozenset(
    [
        "transport",
        "science",
        "political",
        "politics",
        "health",
        "business",
        "sports",
        "sport",
        "staff",
        "senior",
        "chief",
        "education",
        "economics",
        "environment",
        "foreign",
        "associate",
        "assistant",
        "managing",
        "news",
        "digital",
        "features",
        "crime",
        "city",
        "local",
        "national",
        "religion",
        "technology",
        "tech",
        "arts",
        "culture",
        "travel",
        "food",
        "fashion",
        "special",
        "former",
        "maritime",
        "data",
        "investigative",
        "deputy",
        "executive",
        "general",
        "global",
        "military",
        "media",
        "legal",
        "art",
        "music",
        "film",
        "books",
        "opinion",
        "freelance",
        "guest",
        "our",
        "the",
        "web",
        "video",
        "regional",
    ]
)
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "de",
        "la",
        "le",
        "les",
        "del",
        "della",
        "der",
        "den",
        "dem",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "bin",
        "ibn",
        "al",
        "el",
        "ul",
        "y",
        "e",
        "i",
        "en",
        "ter",
        "ten",
        "te",
        "af",
        "av",
        "zu",
        "zum",
        "zur",
        "san",
        "st",
        "d'",
        "o'",
        "abu",
        "ben",
        "mac",
        "und",
    ]
)
_TAIL = re.compile(
    r"\s+(?:(?:in|for|from|at|on|is|was|has|of|reports?|aus|für|in|im|ist|pour|à|au|para|desde|per|da|voor)\s|-\s?$).*$"
)
_CAMEL = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-Z][a-z]{2})")
_CAPITALS = re.compile(r"((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+\s+){1,3}[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+)\s+(?=[A-Z][a-z])")
_WEEKDAY = re.compile(
    r"\W+(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b.*$|\s+(?:on|updated|published|posted|at)\b.*$",
    re.IGNORECASE,
)
_LONGEST = 60
_MOST_WORDS = 5
_MOST_NAMES = 12


def names(texts: Iterable[str], *, without: str | Iterable[str] = "") -> tuple[str, ...]:
    """The names of people in `texts`, in order, without repeats.

    `without` are the names of the site and its sections, which are not people.
    """
    others = [without] if isinstance(without, str) else list(without)
    banned = {squash(other).casefold() for other in others if other}
    out: dict[str, str] = {}
    for text in texts:
        line = without_by(_undated(clean_line(text[:2000])))
        if "://" in line:
            continue
        for part in _parts(line):
            name = _TAIL.sub("", _without_role(without_by(part))).strip(' \t.,:;-–—|()[]"“”')
            key = name.casefold()
            if is_name(name) and key not in out and squash(key) not in banned:
                out[key] = name
    found = list(out.values())[:_MOST_NAMES]
    return tuple(
        name.title() if name.isupper() and len(name) > 4 and name.isascii() else name for name in found
    )


def without_by(line: str) -> str:
    """A line without "By" and the like at its beginning."""
    match = None if _LABEL.match(line) else _BY.match(line)
    return line[match.end() :] if match else line


def begins_with_by(text: str) -> bool:
    """Whether a line begins like a byline: "By", "Von", "بقلم"."""
    return _BY.match(text) is not None and not _LABEL.match(text)


def is_full_name(name: str) -> bool:
    """Whether a name has the form of a person's full name: two to five words that begin with capitals."""
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or not is_name(name) or name.isupper():
        return False
    return all(word[0].isupper() or word in _PARTICLES for word in words) and not any(
        character.isdigit() for character in name
    )


def _undated(line: str) -> str:
    """A line without the dates in it, with a separator in place of each."""
    for found in reversed(dates_in(line[:400], True)):
        line = f"{line[: found.start]} | {line[found.end :]}"
    return line


def _parts(line: str) -> Iterator[str]:
    """The parts of a line, each of which may be a name."""
    for part in _BETWEEN.split(line):
        pieces = _PERHAPS_BETWEEN.split(part)
        if all(len(piece.split()) > 1 for piece in pieces):
            yield from pieces
        else:
            yield part


def _without_role(part: str) -> str:
    """A part of a byline without the person's role: "Marta Quill" for "Marta Quill Transport Reporter"."""
    if len(part.split()) > 1 and (glued := _CAMEL.search(part)) and " " in part[: glued.start()].strip():
        part = part[: glued.start()]
    if capitals := _CAPITALS.match(part):
        return capitals[1]
    part = _WEEKDAY.sub("", part)
    role = _ROLE.search(part)
    if role is None:
        return part
    words = part[: role.start()].split()
    while words and words[-1].casefold().strip(",") in _BEAT:
        words.pop()
    return " ".join(words[:3]) if len(words) > 1 else ""


def is_name(name: str) -> bool:
    """Whether a text can be the name of a person: not an organisation, a sentence, a count or a label."""
    words = name.split()
    if not 1 < len(name) <= _LONGEST or len(words) > _MOST_WORDS or _NO_NAME.search(name):
        return False
    if not any(character.isalpha() for character in name) or (_COMPANY.search(name) and len(words) != 1):
        return False
    if len(words) == 1:
        return _COMPANY.fullmatch(name) is None and not (name.isupper() and len(name) < 5 and name.isascii())
    if name.isupper() and all(len(word) < 4 for word in words):
        return False
    small = [word for word in words if word[0].islower() and word not in _PARTICLES]
    return not small
