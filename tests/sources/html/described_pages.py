"""Pages that imitate the markup of publishing systems, with what each says of itself, and their scores.

The pages are in `tests/data/described`. A page is a line "=== name", lines with the expected values, and the
HTML. `{en}` stands for three paragraphs in that language, `{en-cut}` for their beginning, cut as a program cuts it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from reader.model import Document
from reader.sources.html.article import read_page

FIELDS = ("title", "standfirst", "authors", "day", "kicker", "source")

_FILES = Path(__file__).parents[2] / "data" / "described"
_START = re.compile(r"^=== (.+)\n", re.MULTILINE)
_VALUE = re.compile(r"([a-z]+): (.*)\n")
_TEXTS = {
    "en": (
        "On the first day nobody said much about it, because the water was high and the boats had to be moved to "
        "the upper basin before noon.",
        "“We have seen worse,” said a woman at the pump, who did not want to give her name, “but never in a month "
        "without any rain at all.”",
        "By the evening the square was full of people who had come to look, and who stayed for the soup that the "
        "school kitchen had made.",
    ),
    "de": (
        "Am ersten Tag sagte kaum jemand etwas dazu, denn das Wasser stand hoch, und die Boote mussten bis zum "
        "Mittag in das obere Becken.",
        "„Wir haben Schlimmeres gesehen“, sagte eine Frau an der Pumpe, die ihren Namen nicht nennen wollte, „aber "
        "nie in einem trockenen Monat.“",
        "Am Abend war der Platz voller Leute, die nur schauen wollten und die dann wegen der Suppe aus der "
        "Schulküche geblieben sind.",
    ),
    "fr": (
        "Le premier jour, personne n'en parla beaucoup, car l'eau était haute et il fallait mener les bateaux dans "
        "le bassin avant midi.",
        "« Nous avons vu pire », dit une femme près de la pompe, qui ne voulait pas donner son nom, « mais jamais "
        "sans la moindre pluie. »",
        "Le soir, la place était pleine de gens venus regarder, et qui sont restés pour la soupe que la cantine "
        "avait préparée.",
    ),
    "es": (
        "El primer día nadie habló mucho del asunto, porque el agua estaba alta y había que llevar las barcas a la "
        "dársena antes del mediodía.",
        "«Hemos visto cosas peores», dijo una mujer junto a la bomba, que no quiso dar su nombre, «pero nunca en un "
        "mes sin lluvia».",
        "Por la tarde la plaza estaba llena de gente que había venido a mirar y que se quedó por la sopa de la "
        "cocina de la escuela.",
    ),
    "pl": (
        "Pierwszego dnia nikt o tym wiele nie mówił, bo woda stała wysoko, a łodzie trzeba było przed południem "
        "przeprowadzić do górnego basenu.",
        "„Widzieliśmy gorsze rzeczy”, powiedziała kobieta przy pompie, która nie chciała podać nazwiska, „ale nigdy "
        "bez kropli deszczu”.",
        "Wieczorem plac był pełen ludzi, którzy przyszli popatrzeć i zostali na zupę przygotowaną przez szkolną "
        "kuchnię.",
    ),
    "ru": (
        "В первый день об этом почти не говорили, потому что вода стояла высоко и лодки надо было до полудня "
        "перевести в верхний затон.",
        "«Мы видели и хуже, — сказала женщина у колонки, не пожелавшая назвать своё имя, — но никогда без единой "
        "капли дождя».",
        "К вечеру площадь была полна людей, которые пришли посмотреть и остались ради супа из школьной столовой.",
    ),
    "ja": (
        "最初の日は誰もそのことをあまり話さなかった。水かさが高く、昼までに舟を上の船だまりへ移さなければならなかったからだ。",
        "「もっとひどいのも見たけれど、雨が一滴も降らない月には初めてだ」と、名前を明かさなかったポンプのそばの女性は語った。",
        "夕方の広場は見物に来た人でいっぱいになり、学校の台所が作った汁物のために皆がそのまま残っていた。",
    ),
    "it": (
        "Il primo giorno nessuno ne parlò molto, perché l'acqua era alta e le barche andavano portate nel bacino "
        "superiore prima di mezzogiorno.",
        "«Abbiamo visto di peggio», ha detto una donna vicino alla pompa, che non ha voluto dare il suo nome, «ma "
        "mai senza pioggia».",
        "La sera la piazza era piena di gente venuta a guardare e rimasta per la minestra preparata dalla cucina "
        "della scuola.",
    ),
    "nl": (
        "Op de eerste dag zei niemand er veel over, want het water stond hoog en de boten moesten voor de middag "
        "naar het bovenste bekken.",
        "‘We hebben erger gezien’, zei een vrouw bij de pomp, die haar naam niet wilde noemen, ‘maar nooit in een "
        "maand zonder regen.’",
        "’s Avonds stond het plein vol mensen die kwamen kijken en die bleven voor de soep uit de keuken van de "
        "school.",
    ),
}


class Page(NamedTuple):
    """A page and what it says of itself. An absent value is "none". `lead`: the standfirst begins the body."""

    name: str
    wanted: dict[str, str]
    html: str

    def document(self) -> Document:
        """The article of the page."""
        return read_page(self.html, self.name, self.wanted["url"], "", False)


def pages() -> list[Page]:
    """All pages, in the order of the files."""
    out = []
    for file in sorted(_FILES.glob("*.txt")):
        _, *parts = _START.split(file.read_text(encoding="utf-8"))
        for name, part in zip(parts[::2], parts[1::2], strict=True):
            wanted, at = {}, 0
            while match := _VALUE.match(part, at):
                wanted[match[1]], at = match[2], match.end()
            out.append(Page(name, wanted, _filled(part[at:])))
    return out


def _filled(html: str) -> str:
    for language, texts in _TEXTS.items():
        html = html.replace(f"{{{language}}}", "".join(f"<p>{text}</p>" for text in texts))
        html = html.replace(f"{{{language}-cut}}", texts[0] + " " + texts[1][:20] + "…")
    return html


def found_in(document: Document) -> dict[str, str]:
    """The values of a document in the form of the expected values."""
    values = {
        "title": document.title,
        "standfirst": document.standfirst,
        "authors": " | ".join(document.authors),
        "day": document.published[:10],
        "kicker": document.kicker,
        "source": document.source.name if document.source else "",
    }
    return {field: value or "none" for field, value in values.items()}


def faults(all_pages: list[Page]) -> dict[str, list[str]]:
    """The faults of each field: "page: found, expected". Titles are compared without case."""
    out: dict[str, list[str]] = {field: [] for field in (*FIELDS, "lead")}
    for page in all_pages:
        document = page.document()
        found = found_in(document)
        for field in FIELDS:
            wanted = page.wanted[field]
            if found[field].casefold() != wanted.casefold():
                out[field].append(f"{page.name}: {found[field]!r}, expected {wanted!r}")
        if "lead" in page.wanted and document.blocks[0].text != page.wanted["standfirst"]:
            out["lead"].append(f"{page.name}: the body begins {document.blocks[0].text[:60]!r}")
    return out
