"""Text of an article never passes a markup parser: the test searches the source for places where it could.

Textual and Rich parse a plain string as markup in many places. There `[/]` ends the program, `[a]` loses text
and `[@click=…]` acts on a click. So each of these places must have a literal, a `Content`, a `Text` or
`markup=False`, or an entry in `ALLOWED` with its reason.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "reader"

ALLOWED: dict[tuple[str, str], str] = {
    (
        "ui/theme/themes.py",
        "tokens.update(((f'entity-{kind}', hue) for kind, hue in zip(EntityType, kinds, strict=True)))",
    ): "updates a dict of colours",
}
"""(file, code) of a finding -> why it is harmless. An entry that matches nothing fails the test too."""

# Callable -> the arguments that are parsed as markup, each by its position and by its name.
Arguments = tuple[tuple[int, str], ...]
WIDGETS: dict[str, Arguments] = {
    "Static": ((0, "content"),),
    "Label": ((0, "content"),),
    "Button": ((0, "label"),),
    "Checkbox": ((0, "label"),),
    "RadioButton": ((0, "label"),),
    "Collapsible": ((-1, "title"),),
    "Tab": ((0, "label"),),
    "TabPane": ((0, "title"),),
    "Tree": ((0, "label"),),
    "OptionList": tuple((position, "") for position in range(8)),
}
CALLS: dict[str, Arguments] = {
    **WIDGETS,
    "Option": ((0, "prompt"),),
    "Hit": ((1, "match_display"), (4, "help")),
    "DiscoveryHit": ((0, "display"), (3, "help")),
    "SystemCommand": ((0, "title"), (1, "help")),
    "notify": ((0, "message"), (-1, "title")),
    "update": ((0, "content"),),
    "add_option": ((0, "option"),),
    "add_options": ((0, "options"),),
    "set_options": ((0, "options"),),
    "replace_option_prompt": ((1, "prompt"),),
    "replace_option_prompt_at_index": ((1, "prompt"),),
    "add_row": tuple((position, "") for position in range(8)),
    "add_column": ((0, "label"),),
    "add_leaf": ((0, "label"),),
    "set_label": ((0, "label"),),
    "with_tooltip": ((0, "tooltip"),),
    "render_str": ((0, "text_content"),),
    "from_markup": ((0, "markup"),),
    "from_text": ((0, "markup_content_or_text"),),
    "visualize": ((1, "obj"),),
}
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "label"}
MODULES = {"rich.markup", "textual.markup"}
MAKERS = {"Content", "Text"}
PARSING = {"from_markup", "from_text", "from_ansi"}
# `markup=False` covers the message of a notice, not its title, which is a border title.
COVERED = {"message", "content", "option", "options", "prompt", "label", "markup_content_or_text", "obj", ""}


def findings(source: str) -> Iterator[str]:
    """The places of a module where a string that is not a literal would be parsed, as code."""
    tree = ast.parse(source)
    # A function of the module that is annotated to return `Content` counts as `Content`.
    made_here = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _annotation(node) in MAKERS
    }
    for node in ast.walk(tree):
        match node:
            case ast.Call():
                if any(not _harmless(a) and not _is_call_of(a, made_here) for a in _parsed(node)):
                    yield ast.unparse(node)
            case ast.Assign(targets=targets, value=value) if any(map(_is_title, targets)):
                if not _harmless(value):
                    yield ast.unparse(node)
            case ast.AugAssign(target=target) | ast.AnnAssign(target=target) if _is_title(target):
                if not _harmless(node.value):
                    yield ast.unparse(node)
            case ast.ImportFrom(module=module, names=names):
                if module in MODULES or (module == "rich" and any(name.name == "print" for name in names)):
                    yield ast.unparse(node)
            case ast.ClassDef(bases=bases) if any(_name(base) in WIDGETS for base in bases):
                yield from _own_constructors(node)
            case ast.FunctionDef(name="render"):
                returned = [part.value for part in ast.walk(node) if isinstance(part, ast.Return)]
                if _annotation(node) not in {*MAKERS, "Strip"} and not all(map(_harmless, returned)):
                    yield f"def render: {ast.unparse(node).splitlines()[0]}"


def _parsed(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that are parsed as markup."""
    name = _name(call.func)
    if name == "print" and isinstance(call.func, ast.Attribute):  # a rich console
        yield from call.args
        return
    covered = COVERED if _says_no_markup(call) else set()
    for position, keyword in CALLS.get(name, ()):
        if keyword in covered:
            continue
        if 0 <= position < len(call.args):
            yield call.args[position]
        yield from (given.value for given in call.keywords if keyword and given.arg == keyword)


def _own_constructors(widget: ast.ClassDef) -> Iterator[str]:
    """The `super().__init__(words)` calls in subclasses of a widget that parses its words."""
    for node in ast.walk(widget):
        if (
            isinstance(node, ast.Call)
            and ast.unparse(node.func) == "super().__init__"
            and not _says_no_markup(node)
            and not all(map(_harmless, node.args))
        ):
            yield f"class {widget.name}: {ast.unparse(node)}"


def _harmless(value: ast.expr | None) -> bool:
    """Whether a value is a literal, a `Content` or a `Text` on every path of the code."""
    match value:
        case None | ast.Constant():
            return True
        case ast.JoinedStr(values=values):
            return all(isinstance(part, ast.Constant) for part in values)
        case ast.IfExp(body=body, orelse=orelse):
            return _harmless(body) and _harmless(orelse)
        case ast.BoolOp(values=values):
            return all(map(_harmless, values))
        case ast.BinOp(left=left, right=right):
            return _harmless(left) and _harmless(right)
        case ast.Call(func=ast.Name(id=name)):
            return name in MAKERS
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)) if name in MAKERS:
            return method not in PARSING
        case ast.Call(func=ast.Attribute(value=made)):
            return isinstance(made, ast.Call) and _harmless(made)
    return False


def _is_call_of(value: ast.expr, names: set[str]) -> bool:
    """Whether a value is a call of one of these functions, or of a method of `self` with that name."""
    if not isinstance(value, ast.Call):
        return False
    function = value.func
    own = isinstance(function, ast.Attribute) and ast.unparse(function.value) == "self"
    return (own or isinstance(function, ast.Name)) and _name(function) in names


def _says_no_markup(call: ast.Call) -> bool:
    return any(
        given.arg == "markup" and isinstance(given.value, ast.Constant) and given.value.value is False
        for given in call.keywords
    )


def _is_title(target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES


def _name(function: ast.expr) -> str:
    """The last part of a dotted name: `widgets.Static` and `Static[int]` are `Static`."""
    match function:
        case ast.Subscript(value=value):
            return _name(value)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _annotation(function: ast.FunctionDef) -> str:
    return "" if function.returns is None else ast.unparse(function.returns).strip("'\"")


def _paints(source: str) -> bool:
    """Whether a module imports Textual or Rich. In other modules `update` is a method of dict."""
    return any(
        (
            isinstance(node, ast.Import)
            and any(name.name.startswith(("textual", "rich")) for name in node.names)
        )
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual", "rich")))
        for node in ast.walk(ast.parse(source))
    )


@pytest.fixture(scope="module")
def found() -> set[tuple[str, str]]:
    """Every finding in the package as (file, code)."""
    return {
        (path.relative_to(PACKAGE).as_posix(), code)
        for path in sorted(PACKAGE.rglob("*.py"))
        if _paints(source := path.read_text(encoding="utf-8"))
        for code in findings(source)
    }


def test_nothing_of_an_article_can_meet_a_markup_parser(found: set[tuple[str, str]]) -> None:
    assert found - ALLOWED.keys() == set()


def test_every_exception_is_still_needed(found: set[tuple[str, str]]) -> None:
    assert ALLOWED.keys() - found == set()


@pytest.mark.parametrize(
    "source",
    [
        "Static(title)",
        "widgets.Static(title)",
        "Static(content=title)",
        "Label(f'{title}')",
        "Static('a' + title)",
        "Static(title, markup=markup)",
        "OptionList(*titles)",
        "OptionList('a', title)",
        "Option(entity.name)",
        "Option(prompt=entity.name)",
        "self.notify(message)",
        "self.notify(Content(message), title=name, markup=False)",
        "self.query_one(Static).update(title)",
        "Content.from_markup(title)",
        "Content.from_text(title)",
        "Text.from_markup(title).stylize('bold')",
        "self.border_title = title",
        "self.border_subtitle += title",
        "self.tooltip = title if title else 'none'",
        "Hit(score, title, run)",
        "Hit(score, matcher.highlight(title), run, help=text)",
        "DiscoveryHit(title, run)",
        "def shown(x) -> str: ...\nHit(score, shown(entity), run)",
        "def shown(x) -> str: ...\nHit(score, self.shown(entity), run)",
        "def shown(x) -> Content: ...\nHit(score, other.shown(entity), run)",
        "console.print(title)",
        "from rich import print",
        "from textual.markup import escape",
        "class Card(Static):\n  def __init__(self, t):\n    super().__init__(t)",
        "class Card(Widget):\n  def render(self) -> str:\n    return self.title",
        "class Card(Widget):\n  def render(self) -> RenderResult:\n    return f'{self.title}'",
    ],
)
def test_the_search_finds(source: str) -> None:
    assert list(findings(source))


@pytest.mark.parametrize(
    "source",
    [
        "Static('Nothing here')",
        "Static()",
        "Static(title, markup=False)",
        "Static(Content(title))",
        "Static(Content.assemble(title, other))",
        "Static(Content(title).stylize('bold'))",
        "Static(Content(title) if title else 'none')",
        "Option(Text(name), id=key)",
        "def shown(x) -> Content: ...\nHit(score, shown(entity), run)",
        "def shown(self, x) -> Content: ...\nHit(score, self.shown(entity), run)",
        "self.notify(message, markup=False)",
        "self.notify(message, title='Copied', markup=False)",
        "self.border_title = 'Quotes'",
        "print(title)",
        "class Card(Static):\n  def __init__(self, t):\n    super().__init__(t, markup=False)",
        "class Card(Widget):\n  def render(self) -> Content:\n    return self.made",
    ],
)
def test_the_search_passes(source: str) -> None:
    assert not list(findings(source))
