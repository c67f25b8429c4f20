"""Write article files in the many layouts that people use, at random from a seed.

A file is a list of parts. Each part and each comment has an owner: the smallest thing of the file that it
belongs to. `()` is the file, `("entities",)` a list, `("entities", 2)` an item, `("entities", 2, "name")` a
key with its value, and `("entities", 2, "aliases", 0)` one alias.

A comment belongs to an item if it is on the lines of the item, from its dash to the end of its last value, or
directly below them and indented deeper than the dash. An item in brackets owns the comments between them.
Every other comment belongs to the list or to the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from random import Random
from typing import NamedTuple, TypeAlias

from reader.sources.yaml.scalars import is_plain

Owner: TypeAlias = tuple[str | int, ...]

NAMES = (
    "Ada Okafor", "Okafor", "Bo Brandt", "Brandt", "Bo", "Zoë Åkerström", "O'Neil", "The #1 Club",
    "Acme: Works", "李雷", "the 🌊 choir", "a map, {folded}", "Ms \"Q\"", "No",
)  # fmt: skip
WORDS = (
    "the river did not ask us",
    "a map: twice",
    "never again",
    "nie wieder — „nie“",
    "it's #1",
    "a 🌊 of maps",
)
PARAGRAPHS = (
    "Ada Okafor said “the river did not ask us” to Bo Brandt and to Zoë Åkerström.",
    "“a map: twice”, said Brandt of The #1 Club; O'Neil said “never again”, and 李雷 “nie wieder — „nie“”.",
    "the river did not ask us: Okafor, Bo, the 🌊 choir of Acme: Works. “it's #1”, No said. “a 🌊 of maps”",
)

ABOUT = "Who led\n\n# the survey\n  - of: the river"

_LOOKS = ("", "", "", "name: Bo", "- text: no", "]", "},", "'", '"', "speaker:", "é 🌊", "# ##", "|")
_MARK = "\ufeff"


class Part(NamedTuple):
    """A range of the file with one owner."""

    text: str
    owner: Owner


class Layout(NamedTuple):
    """A file. `comments` has the owner of each numbered comment; the comment contains `~number~`."""

    parts: tuple[Part, ...]
    comments: Mapping[int, Owner]

    @property
    def text(self) -> str:
        """The file."""
        return "".join(part.text for part in self.parts)


def layout(seed: int, *, long_keys: bool = False) -> Layout:
    """An article file in a random layout. The reader may refuse it. `long_keys`: with keys after `? `."""
    return _Writer(Random(seed), long_keys).article()


class _Writer:
    """Writes one file, part by part. Every line of a part in block style ends with its newline."""

    def __init__(self, random: Random, long_keys: bool) -> None:
        self.random = random
        self.long_keys = long_keys
        self.parts: list[Part] = []
        self.comments: dict[int, Owner] = {}
        self.below_alias = False
        self.ends_before = 99  # the column of the literal text above; a comment must be indented less

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def put(self, text: str, owner: Owner) -> None:
        self.parts.append(Part(text, owner))

    # -- comments ----------------------------------------------------------------------------------------

    def comment(self, owner: Owner) -> str:
        number = len(self.comments)
        self.comments[number] = owner
        return f"#{self.random.choice(('', ' ', '  '))}{self.random.choice(_LOOKS)} ~{number}~"

    def beside(self, owner: Owner) -> str:
        """Nothing, blanks or a comment at the end of a line."""
        if self.chance(0.25):
            return self.random.choice((" ", "   ", "\t", " \t ")) + self.comment(owner)
        return self.random.choice(("", "", "", "", " ", "\t"))

    def between(self, column: int, owner: Owner, above: Owner | None = None, seam: Owner = ()) -> None:
        """Blank lines and comments before a line at `column`; those indented deeper belong to `above`.

        `seam` is the list that may get new items after each of the lines.
        """
        skipped, self.below_alias = self.below_alias, False  # their own blank lines and comments are written
        if skipped or self.chance(0.6):
            return
        for _ in range(self.random.choice((1, 1, 2, 3))):
            if self.chance(0.3):
                self.put(self.random.choice(("\n", "\n", " " * column + "\n")), above or owner)
                continue
            at = self.random.choice(
                (column, column, column, 0, column // 2, column + 1, column + 3, column + 6)
            )
            at = min(at, self.ends_before - 1)
            self.ends_before = 99
            if at <= column:
                above = None
            belongs = above or owner
            self.put(f"{' ' * at}{self.comment(belongs)}\n", belongs)
            if seam:
                self.put("", seam)

    # -- scalars -----------------------------------------------------------------------------------------

    def scalar(self, text: str, column: int, owner: Owner, *, flow: bool) -> str:
        """`text` in any style. Its further lines are indented deeper than `column`."""
        self.ends_before = 99
        if "\n" in text:
            return self.lines(text, column, owner, flow=flow)
        styles = ["'", '"', '"']
        if is_plain(text, flow=flow):
            styles += ["", "", "", ""]
        if not flow:
            styles += ["|", ">"]
        style = self.random.choice(styles)
        if style in ("|", ">") and style:
            return self.block_scalar(style, text, column, owner)
        if self.chance(0.2):
            text = self.broken(text, "\n" + " " * (column + self.random.choice((1, 2, 4))))
        if style == "'":
            return "'" + text.replace("'", "''") + "'"
        if style == '"':
            escaped = self.chance(0.3) and "\n" not in text
            words = json.dumps(text, ensure_ascii=escaped and text.isascii())
            return words.replace("\\n", "\n")
        return text

    def broken(self, text: str, newline: str) -> str:
        """`text` with one of its blanks replaced by a line break that YAML reads as a blank."""
        places = [
            at
            for at in range(1, len(text) - 1)
            if text[at] == " " and text[at - 1] not in " :" and text[at + 1] not in ' #-:?{„—“"'
        ]
        if not places:
            return text
        at = self.random.choice(places)
        return text[:at] + newline + text[at + 1 :]

    def block_scalar(self, style: str, text: str, column: int, owner: Owner) -> str:
        deep = self.random.choice((1, 2, 2, 4, 7))
        pad = " " * (column + deep)
        chomp = self.random.choice(("-", "-", "", "+"))
        digit = self.random.choice(("", "", "", str(deep)))
        header = style + self.random.choice((digit + chomp, chomp + digit)) + self.beside(owner)
        body = self.broken(text, "\n" + pad) if style == ">" and self.chance(0.5) else text
        self.ends_before = column + deep
        first = self.random.choice(("\n", "\n", "\n", "\n\n"))
        return header + first + pad + body + self.random.choice(("", "", "", "\n", "\n\n"))

    def lines(self, text: str, column: int, owner: Owner, *, flow: bool) -> str:
        """A text of several lines."""
        if flow or self.chance(0.2):
            return json.dumps(text, ensure_ascii=False)
        self.ends_before = column + 2
        pad = "\n" + " " * self.ends_before
        lines = (pad + line if line else "\n" for line in text.split("\n"))
        return "|" + self.random.choice(("", "-", "+")) + self.beside(owner) + "".join(lines)

    def key(self, name: str) -> str:
        style = self.random.choice(("", "", "", "", "'", '"'))
        return f"{style}{name}{style}"

    # -- block style -------------------------------------------------------------------------------------

    def block_list(self, name: str, items: Sequence[Mapping[str, object]], root: int) -> None:
        owner: Owner = (name,)
        self.put(f"{' ' * root}{self.key(name)}:", owner)
        self.put("", (name, "[]"))
        self.put(f"{self.beside(owner)}\n", owner)
        self.ends_before = 99
        column = root + self.random.choice((0, 0, 2, 2, 4))
        gap = self.random.choice((1, 1, 1, 3))
        above: Owner | None = None
        for index, item in enumerate(items):
            self.between(column, owner, above)
            if self.chance(0.04):
                skipped: Owner = (name, f"skipped {index}")
                self.put(" " * column + self.random.choice(("-", "- type: place", "- ~")) + "\n", skipped)
                self.between(column, owner, skipped)
            above = (name, index)
            if self.chance(0.2):
                self.put(f"{' ' * column}-{' ' * gap}", above)
                self.flow_map(item, above, column)
                self.put(f"{self.beside(above)}\n", above)
                self.ends_before = 99
            else:
                self.block_map(item, above, column, gap)
        self.between(column, owner, above)

    def block_map(self, item: Mapping[str, object], owner: Owner, dash: int, gap: int) -> None:
        """One item in block style, from its dash on."""
        if self.chance(0.15):
            column = dash + self.random.choice((1, 2, 2, 4))
            self.put(f"{' ' * dash}-{self.beside(owner).replace(chr(9), ' ')}\n", owner)
            self.ends_before = 99
            self.between(column, owner)
            self.put(" " * column, owner)
        else:
            column = dash + 1 + gap
            self.put(f"{' ' * dash}-{' ' * gap}", owner)
        for number, (key, value) in enumerate(item.items()):
            if number:
                self.between(column, owner)
                self.put(" " * column, owner)
            self.block_pair(key, value, owner, column)
            self.put("", owner)

    def block_pair(self, key: str, value: object, item: Owner, column: int) -> None:
        owner = (*item, key)
        name = self.key(key) + self.random.choice(("", "", "", " ")) + ":"
        if self.long_keys and self.chance(0.3):
            name = f"? {self.key(key)}{self.beside(item)}\n{' ' * column}:"
        if isinstance(value, tuple) and value and self.chance(0.5):
            self.put(name, owner)
            self.put(f"{self.beside(item)}\n", item)
            self.ends_before = 99
            self.block_aliases(value, item, column + self.random.choice((0, 0, 2, 4)))
        elif isinstance(value, tuple) and (len(value) != 1 or self.chance(0.5)):
            self.put(name + " ", owner)
            self.flow_aliases(value, item, column)
            self.put(f"{self.beside(item)}\n", item)
        elif isinstance(value, tuple | str):
            text = value[0] if isinstance(value, tuple) else value
            words = (
                self.scalar(text, column, item, flow=False) if text else self.random.choice(("''", "~", ""))
            )
            blank = self.random.choice((" ", " ", " ", "   ", "\t")) if words else ""
            if words and words[0] not in "|>" and self.chance(0.05):
                blank = f"{self.beside(item)}\n{' ' * (column + 2)}"
            self.put(name + blank + words, owner)
            self.put("\n" if self.ends_before < 99 else f"{self.beside(item)}\n", item)
        else:
            self.ends_before = 99
            rest = "a: [b, 'c'],\n{0}  d: {{}}" if self.chance(0.3) else "a"
            if rest == "a":
                pad = " " * (column + 2)
                text = f"{self.beside(item)}\n{pad}a: 1{self.beside(item)}\n{pad}b:\n{pad}- [c, d]"
            else:
                text = " {" + rest.format(" " * column) + "}"
            self.put(name + text, owner)
            self.put(f"{self.beside(item)}\n", item)

    def block_aliases(self, aliases: Sequence[str], item: Owner, column: int) -> None:
        above: Owner | None = None
        for alias in aliases:
            self.between(column, (*item, "aliases"), above, (*item, "aliases"))
            above = (*item, "aliases", aliases.index(alias))
            words = self.scalar(alias, column + 1, above, flow=False)
            blank = " " * self.random.choice((1, 1, 3))
            if self.ends_before == 99 and self.chance(0.1):
                beside = self.beside(above).replace("\t", " ")
                blank = f"{beside}\n{' ' * (column + 1)}{blank}"
            self.put(f"{' ' * column}-{blank}{words}", above)
            self.put("\n" if self.ends_before < 99 else f"{self.beside(above)}\n", above)
            self.put("", (*item, "aliases"))
        self.between(column, item, above, (*item, "aliases"))
        self.below_alias = True

    # -- flow style --------------------------------------------------------------------------------------

    def separator(self, owner: Owner, column: int, *, lines: bool, comma: str = ",") -> str:
        if not lines:
            return self.random.choice((f"{comma} ", f"{comma} ", comma or " ", f" {comma} "))
        pad = "\n" + " " * (column + self.random.choice((1, 2, 2, 4)))
        if self.chance(0.6):
            return self.random.choice((comma + pad, comma + pad, f" {comma}{pad}", pad + comma + " "))
        beside, below = f"  {self.comment(owner)}", ""
        if self.chance(0.3):
            below = pad + self.comment(owner)
        if self.chance(0.7):
            return comma + beside + below + pad
        return beside + below + pad + comma + " "

    def opened(self, bracket: str, owner: Owner, column: int, *, lines: bool) -> None:
        blank = self.random.choice(("", "", " "))
        self.put(bracket + (self.separator(owner, column, lines=True, comma="") if lines else blank), owner)

    def closed(self, bracket: str, owner: Owner, column: int, *, lines: bool) -> None:
        if lines:
            comma = self.random.choice((",", ""))
            text = self.separator(owner, column, lines=True, comma=comma)
            if self.chance(0.4) and not text.endswith(", "):
                text = text.rstrip(" ") + " " * column
        else:
            text = self.random.choice(("", "", "", " ", ",", ", "))
        self.put(text + bracket, owner)

    def flow_list(self, name: str, items: Sequence[Mapping[str, object]], root: int) -> None:
        self.put(" " * root, ())
        self.flow_items(name, items, root)
        self.put(f"{self.beside(())}\n", ())
        self.ends_before = 99

    def flow_items(self, name: str, items: Sequence[Mapping[str, object]], root: int) -> None:
        owner: Owner = (name,)
        lines = self.chance(0.6)
        self.put(self.key(name) + self.random.choice((": ", ": ", " : ", f":\n{' ' * root} ")), owner)
        self.opened("[", owner, root, lines=lines and self.chance(0.5))
        for index, item in enumerate(items):
            if index:
                self.put(self.separator(owner, root, lines=lines), owner)
            if len(item) == 1 and self.chance(0.3):  # a pair without braces
                key, value = next(iter(item.items()))
                words = self.scalar(str(value), root, (name, index), flow=True)
                self.put(f"{key}: {words}", (name, index, "*"))
            else:
                self.flow_map(item, (name, index), root)
        self.closed("]", owner, root, lines=lines)

    def flow_map(self, item: Mapping[str, object], owner: Owner, column: int) -> None:
        lines = self.chance(0.3)
        self.opened("{", owner, column, lines=lines and self.chance(0.4))
        for number, (key, value) in enumerate(item.items()):
            if number:
                self.put(self.separator(owner, column, lines=lines), owner)
            self.flow_pair(key, value, owner, column, empty="''" if lines else "")
        self.closed("}", owner, column, lines=lines)

    def flow_pair(self, key: str, value: object, item: Owner, column: int, empty: str) -> None:
        owner = (*item, key)
        name = self.key(key) + ":"
        if isinstance(value, tuple) and (len(value) != 1 or self.chance(0.6)):
            self.put(name + " ", owner)
            self.flow_aliases(value, item, column)
            return
        if isinstance(value, tuple):
            value = value[0]
        if isinstance(value, str):
            words = self.scalar(value, column, item, flow=True) if value else self.random.choice(("~", empty))
        else:
            words = self.random.choice(("{a: [b, c]}", "[]", "a"))
        self.put(f"{name} {words}" if words else name, owner)

    def flow_aliases(self, aliases: Sequence[str], item: Owner, column: int) -> None:
        owner = (*item, "aliases")
        lines = self.chance(0.3)
        if not aliases:
            inside = f"{self.separator(item, column, lines=True, comma='')}" if lines else ""
            self.put(f"[{inside}]", owner)
            return
        self.opened("[", item if lines else owner, column, lines=lines)
        for index, alias in enumerate(aliases):
            if index:
                self.put(self.separator(item, column, lines=lines), owner)
            self.put(self.scalar(alias, column, item, flow=True), (*owner, aliases.index(alias)))
        self.closed("]", owner, column, lines=lines)

    # -- the article -------------------------------------------------------------------------------------

    def article(self) -> Layout:
        random = self.random
        if self.chance(0.06):
            return self.article_in_brackets()
        if self.chance(0.15):
            start = random.choice(
                ("---", f"---{self.beside(())}", f"{self.comment(())}\n---", "%YAML 1.1\n---")
            )
            self.put(f"{start}\n", ())
        root = random.choice((0,) * 9 + (2,))
        self.between(root, ())
        sections = ["head", "paragraphs", "quotes", "entities", "x-more"]
        if self.chance(0.5):
            random.shuffle(sections)
        for name in sections:
            if self.chance(0.15) and name in ("quotes", "entities", "x-more"):
                continue
            if name in ("quotes", "entities"):
                items = self.quotes() if name == "quotes" else self.entities()
                (self.flow_list if self.chance(0.25) else self.block_list)(name, items, root)
            else:
                self.other(name, root)
                self.between(root, ())
            self.ends_before = 99
        if self.chance(0.05):
            self.put(f"...\n{random.choice(('', self.comment(()) + chr(10)))}", ())
        elif self.chance(0.2):
            last = self.parts.pop()
            self.put(last.text.rstrip("\n"), last.owner)
        return self.finished()

    def finished(self) -> Layout:
        newlines = self.random.choice((("\n",),) * 6 + (("\r\n",), ("\r\n",), ("\r",), ("\n", "\r\n")))
        parts = [
            Part(part.text.replace("\n", self.random.choice(newlines)), part.owner) for part in self.parts
        ]
        if self.chance(0.1):
            parts.insert(0, Part(_MARK, ()))
        return Layout(tuple(parts), self.comments)

    def article_in_brackets(self) -> Layout:
        """The whole file in flow style, sometimes as JSON."""
        lists = {"quotes": self.quotes(), "entities": self.entities()}
        lines = self.chance(0.7)
        if self.chance(0.3):
            texts: dict[str, object] = {"title": "T", "paragraphs": PARAGRAPHS, **lists}
            self.put(json.dumps(texts, ensure_ascii=self.chance(0.5), indent=2 if lines else None), ("json",))
            return self.finished()
        self.opened("{", (), 0, lines=lines)
        self.put(f"title: T, paragraphs: {json.dumps(PARAGRAPHS, ensure_ascii=False)}", ())
        for name, items in lists.items():
            self.put(self.separator((), 0, lines=lines), ())
            self.flow_items(name, items, 0)
        self.closed("}", (), 0, lines=lines)
        return self.finished()

    def other(self, name: str, root: int) -> None:
        pad = " " * root
        if name == "head":
            self.put(f"{pad}title: {self.random.choice(('T', '“T”', '>-' + chr(10) + pad + '  T'))}\n", ())
        elif name == "x-more":
            more = self.random.choice(
                (
                    " 1",
                    f" |\n{pad}  # no comment\n{pad}  text",
                    f" |+\n{pad}  text\n\n",
                    f"\n{pad}- {{a: b}}\n{pad}- c",
                )
            )
            self.put(f"{pad}x-more:{more}\n", ())
        else:
            self.put(f"{pad}paragraphs:\n", ())
            for text in PARAGRAPHS:
                folded = f">-\n{pad}      {text}"
                words = self.random.choice((folded, json.dumps(text, ensure_ascii=False)))
                self.put(f"{pad}  - {words}\n", ())

    def quotes(self) -> list[dict[str, object]]:
        items: list[dict[str, object]] = []
        chosen = self.random.sample(WORDS, self.random.randint(1, 4))
        if self.chance(0.2):
            chosen.append(WORDS[0])
        for words in chosen:
            item: dict[str, object] = {"text": words}
            if self.chance(0.7):
                item["speaker"] = self.random.choice((*NAMES, "a spokesman", ""))
            if words == WORDS[0]:  # it is in two paragraphs, and there may be a quote of each
                item["paragraph"] = "31"[sum(one["text"] == words for one in items)]
            if self.chance(0.2):
                item["context"] = "On a map, later"
            if self.chance(0.15):
                item["x-seen"] = None
            items.append(self.shuffled(item))
        return items

    def entities(self) -> list[dict[str, object]]:
        names = self.random.sample(NAMES, len(NAMES))
        items = []
        for _ in range(self.random.randint(1, 4)):
            item: dict[str, object] = {"name": names.pop()}
            if self.chance(0.6):
                item["type"] = self.random.choice(("person", "place", "work"))
            count = self.random.choice((0, 0, 1, 1, 2, 3))
            if count and len(names) > 3:
                aliases = [names.pop() for _ in range(count)]
                if self.chance(0.1):
                    aliases.append(self.random.choice((*aliases, "")))
                item["aliases"] = tuple(aliases)
            elif self.chance(0.1):
                item["aliases"] = self.random.choice(("", ()))
            if self.chance(0.3):
                item["about"] = self.random.choice(
                    ("Who led the survey of the river", "A long account " * 9, ABOUT)
                )
            if self.chance(0.15):
                item["x-seen"] = None
            items.append(self.shuffled(item))
        return items

    def shuffled(self, item: dict[str, object]) -> dict[str, object]:
        keys = list(item)
        if self.chance(0.4):
            self.random.shuffle(keys)
        return {key: item[key] for key in keys}
