"""Replace the formulas of a page with their source text, in code elements.

Owns the elements and class names by which a formula is recognised. A page often has a formula twice: as
hidden MathML, and as an image or as positioned letters for browsers without MathML.
"""

from __future__ import annotations

import re

from reader.sources.html.dom import Node
from reader.sources.sub_and_superscript import script_text

_WRAPPER = re.compile(
    r"(?:^|\s)(?:mwe-math-element\S*|katex|katex-display|MathJax|MathJax_Display|MathJax_SVG)(?:$|\s)"
)
_IMAGE = re.compile(
    r"(?:^|\s)(?:mwe-math-fallback-image-(?:inline|display)|mwe-math-fallback-image|latex|tex)(?:$|\s)"
)
_DISPLAYED = re.compile(
    r"(?:^|\s)(?:mwe-math-element-block|katex-display|MathJax_Display|mwe-math-fallback-image-display)(?:$|\s)"
)
_WHOLE = re.compile(r"\{\\(?:display|text|script|scriptscript)style\b(.*)\}", re.DOTALL)
_MOST_STYLES = 3  # style commands around a whole formula, such as \displaystyle
_WRAPPERS_AROUND = 6
"""The number of ancestors of a formula that are searched for its wrapper."""


def formulas_as_code(root: Node) -> None:
    """Replace each formula with a code element that holds its source text. Linear.

    MathML without source text is written on one line: (a+b)/2. A formula
    that is displayed on a line of its own becomes a paragraph, unless it is inside a paragraph.
    """
    for formula in list(root.iter("math", "img")):
        is_image = formula.tag == "img"
        if is_image and not _IMAGE.search(formula.get("class") or ""):
            continue
        source = formula_source(formula) or ("" if is_image else _linear(formula))
        if source:
            _replace(_outermost(formula), source, is_displayed=_is_displayed(formula))


def formula_source(formula: Node) -> str:
    """The source text of a formula on one line: its TeX annotation or alternative text; empty if it has none.

    `formula` is a `math` element or the image of a formula.
    """
    text = formula.get("alttext") or formula.get("alt") or ""
    for annotation in formula.iter("annotation"):
        if annotation.get("encoding") in ("application/x-tex", "TeX", "LaTeX"):
            text = "".join(annotation.itertext()).strip() or text
    text = " ".join(text.split())
    for _ in range(_MOST_STYLES):
        whole = _WHOLE.fullmatch(text)
        if not whole or not _is_balanced(whole[1]):
            break
        text = whole[1].strip()
    return text


def _linear(formula: Node) -> str:
    """MathML on one line: fractions with a stroke, roots with a sign, scripts as `script_text` has them."""
    return " ".join(_written(formula).split())


def _written(element: Node) -> str:
    parts = [_written(child) for child in element if isinstance(child.tag, str)]
    tag = element.tag
    if not parts:
        return (element.text or "").strip()
    if tag == "mfrac" and len(parts) == 2:
        return f"{_grouped(parts[0])}/{_grouped(parts[1])}"
    if tag == "msqrt":
        return "√" + _grouped("".join(parts))
    if tag == "mroot" and len(parts) == 2:
        return f"{script_text('sup', parts[1], '')}√{_grouped(parts[0])}"
    if tag in ("msup", "mover") and len(parts) == 2:
        return parts[0] + script_text("sup", parts[1], parts[0] or "x")
    if tag in ("msub", "munder") and len(parts) == 2:
        return parts[0] + script_text("sub", parts[1], parts[0] or "x")
    if tag in ("msubsup", "munderover") and len(parts) == 3:
        base = parts[0] or "x"
        return parts[0] + script_text("sub", parts[1], base) + script_text("sup", parts[2], base)
    if tag == "mtr":
        return " ".join(parts)
    if tag == "mtable":
        return "[" + "; ".join(parts) + "]"
    if tag == "semantics":
        return parts[0]
    return "".join(parts)


def _grouped(text: str) -> str:
    """`text` in brackets, unless it is one number, one letter or already in brackets."""
    is_single = text.isalnum() or (text.startswith("(") and text.find(")") == len(text) - 1)
    return text if is_single else f"({text})"


def _is_balanced(text: str) -> bool:
    """Whether the braces of `text` are balanced."""
    depth = 0
    for sign in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _outermost(formula: Node) -> Node:
    """The outermost wrapper of a formula, or the formula itself."""
    found = formula
    for count, around in enumerate(formula.iterancestors()):
        if count == _WRAPPERS_AROUND:
            break
        if around.tag == "mjx-container" or _WRAPPER.search(around.get("class") or ""):
            found = around
    return found


def _is_displayed(formula: Node) -> bool:
    classes = [formula.get("class") or "", _outermost(formula).get("class") or ""]
    return (
        formula.get("display") == "block"
        or _outermost(formula).get("display") == "true"
        or any(_DISPLAYED.search(names) for names in classes)
    )


def _replace(element: Node, source: str, *, is_displayed: bool) -> None:
    parent = element.getparent()
    if parent is None:  # already removed with the wrapper of its formula
        return
    before = element.getprevious()
    if before is not None and before.tag == "code" and before.text == source and not before.tail:
        element.drop_tree()  # the image of the formula before it
        return
    code = element.makeelement("code")
    code.text = source
    new = code
    if is_displayed and parent.tag != "p" and not any(True for _ in element.iterancestors("p")):
        new = element.makeelement("p")
        new.append(code)
    new.tail = element.tail
    element.tail = None
    parent.replace(element, new)
