"""Write the invented paragraphs of a synthetic page, and record those that belong to its article.

Each method returns the HTML of one part. The parts that belong to the article are recorded in `gold`, in the
order of the calls, in the form of `page_score.marked`.
"""

from __future__ import annotations

from random import Random

_WORDS: dict[str, tuple[list[str], ...]] = {
    "en": (
        [
            "The harbour master",
            "A clockmaker from Denholm",
            "The village council",
            "Our ferry captain",
            "One of the bakers",
            "The youngest surveyor",
            "A beekeeper on the hill",
            "The night porter",
            "Every second farmer",
            "The choir",
        ],
        [
            "noticed",
            "explained",
            "wrote down",
            "remembered",
            "doubted",
            "denied",
            "learned",
            "repeated",
            "calculated",
            "promised",
        ],
        [
            "that the lower bridge had moved by a finger",
            "that no lamp on the quay was lit before ten",
            "that the old map left out two islands",
            "that the mill wheel turned against the stream",
            "that the winter boats carried only flour",
            "that a third of the orchard was under water",
            "that the bell rang one minute late",
            "that the road to Brimley was never finished",
            "that the letters lay in a drawer for years",
            "that the nets were mended with blue thread",
        ],
        [
            "while the rest of the valley slept",
            "before anyone had asked for a report",
            "because the contract had ended",
            "although the figures say otherwise",
            "and nobody in the room objected",
            "during the long dry spring",
            "after the second storm of the year",
            "in spite of the council's promise",
            "as the minutes of March show",
            "with the help of a borrowed lantern",
        ],
    ),
    "es": (
        [
            "La alcaldesa",
            "Un relojero de Villamar",
            "El concejo del valle",
            "La capitana del barco",
            "El panadero",
        ],
        ["explicó", "recordó", "negó", "calculó", "escribió"],
        [
            "que el puente viejo se movió un dedo",
            "que ninguna farola del muelle ardía",
            "que el mapa olvidó dos islas",
            "que el molino giraba al revés",
            "que la campana sonó tarde",
        ],
        ["mientras el pueblo dormía", "antes de la segunda tormenta", "aunque las cifras dicen otra cosa"],
    ),
    "de": (
        [
            "Die Hafenmeisterin",
            "Ein Uhrmacher aus Talheim",
            "Der Gemeinderat",
            "Die Kapitänin der Fähre",
            "Der Bäcker",
        ],
        ["erklärte", "bemerkte", "bestritt", "berechnete", "schrieb"],
        [
            "dass die untere Brücke sich bewegt habe",
            "dass keine Lampe am Kai brannte",
            "dass die Karte zwei Inseln vergaß",
            "dass die Mühle rückwärts lief",
            "dass die Glocke zu spät schlug",
        ],
        ["während das Tal schlief", "noch vor dem zweiten Sturm", "obwohl die Zahlen anderes sagen"],
    ),
    "pl": (
        ["Kapitan portu", "Zegarmistrz z Dolinka", "Rada gminy", "Kapitan promu", "Młody piekarz"],
        ["wyjaśnił", "zauważył", "zaprzeczył", "obliczył", "napisał"],
        [
            "że dolny most się przesunął",
            "że żadna lampa na nabrzeżu nie świeciła",
            "że mapa pominęła dwie wyspy",
            "że młyn kręcił się pod prąd",
            "że dzwon bił za późno",
        ],
        ["kiedy dolina spała", "jeszcze przed drugą burzą", "choć liczby mówią inaczej"],
    ),
}


class Story:
    """The text of one synthetic page. The same `seed` always gives the same text."""

    def __init__(self, seed: str, language: str = "en") -> None:
        self.gold: list[str] = []
        self.links: list[str] = []
        self._random = Random(seed)
        self._language = language
        self._count = 0

    def sentence(self) -> str:
        """One sentence. It contains a number, which makes it unique on its page."""
        self._count += 1
        who, did, what, when = (self._random.choice(part) for part in _WORDS[self._language])
        return f"{who} {did} {what}, {when} {self._count + 100}."

    def words(self, sentences: int = 3) -> str:
        """The text of a paragraph that is not recorded."""
        return " ".join(self.sentence() for _ in range(sentences))

    def text(self, sentences: int = 3) -> str:
        """The text of a paragraph of the article, without an element."""
        return self.keep(self.words(sentences))

    def keep(self, text: str, mark: str = "") -> str:
        """Record `text` as a part of the article. `mark` is its sign in the expected text."""
        self.gold.append(mark + text)
        return text

    def p(self, sentences: int = 3) -> str:
        """A paragraph of the article."""
        return f"<p>{self.text(sentences)}</p>"

    def ps(self, count: int, sentences: int = 3) -> str:
        """Several paragraphs of the article."""
        return "\n".join(self.p(sentences) for _ in range(count))

    def linked(self) -> str:
        """A paragraph of the article with a link."""
        before, words, after = self.sentence(), self.sentence().rstrip("."), self.sentence()
        self.keep(f"{before} {words}. {after}")
        href = f"https://else.example/{len(self.links)}"
        self.links.append(href)
        return f'<p>{before} <a href="{href}">{words}</a>. {after}</p>'

    def heading(self, text: str, level: int = 2, attributes: str = "") -> str:
        """A heading of the article."""
        self.keep(text, "#" * level + " ")
        return f"<h{level} {attributes}>{text}</h{level}>"

    def items(self, *texts: str, tag: str = "ul") -> str:
        """A list of the article; without `texts`, four sentences."""
        out = []
        for number, text in enumerate(texts or [self.words(1) for _ in range(4)], 1):
            out.append(f"<li>{self.keep(text, f'{number}. ' if tag == 'ol' else '- ')}</li>")
        return f"<{tag}>{''.join(out)}</{tag}>"

    def quote(self, sentences: int = 2) -> str:
        """A block quote of the article."""
        return f"<blockquote><p>{self.keep(self.words(sentences), '> ')}</p></blockquote>"

    def caption(self, text: str) -> str:
        """The text of a caption of the article, or of an alternative text."""
        return self.keep(text, "[] ")

    def code(self, text: str) -> str:
        """A code block of the article."""
        self.keep(" ".join(text.split()), "| ")
        return f"<pre><code>{text}</code></pre>"

    def noise(self, count: int, sentences: int = 3, tag: str = "p") -> str:
        """Paragraphs that do not belong to the article."""
        return "\n".join(f"<{tag}>{self.words(sentences)}</{tag}>" for _ in range(count))

    def teasers(self, count: int = 4, tag: str = "div") -> str:
        """Boxes that announce other articles, each with a headline that is a link."""
        return "\n".join(
            f'<{tag} class="c{count}"><h3><a href="/t{number}">{self.sentence()}</a></h3>'
            f"<p>{self.sentence()}</p></{tag}>"
            for number in range(count)
        )
