"""Formulas of a page as their source text."""

from __future__ import annotations

import pytest

from reader.model import BlockKind, Inline, InlineKind
from reader.sources.html.dom import parse_tree
from reader.sources.html.formulas import formulas_as_code
from reader.sources.html.units import Unit, units_of

IMAGE = (
    '<img class="mwe-math-fallback-image-inline" aria-hidden="true" src="/f.svg" alt="{\\displaystyle a}">'
)
MATHML = (
    "<math><semantics><mi>a</mi><annotation encoding='application/x-tex'>{}</annotation></semantics></math>"
)


def units(body: str) -> list[Unit]:
    root = parse_tree(f"<html><body>{body}</body></html>")
    assert root is not None
    formulas_as_code(root)
    return units_of(root, "https://works.example/gate")


def wiki(source: str, name: str = "inline") -> str:
    """A formula as MediaWiki writes it: hidden MathML, then an image for browsers without MathML."""
    return (
        f'<span class="mwe-math-element mwe-math-element-{name}"><span class="mwe-math-mathml-{name}" '
        f'style="display: none;">{MATHML.format(source)}</span>{IMAGE}</span>'
    )


@pytest.mark.parametrize(
    "formula",
    [
        wiki("{\\displaystyle a}"),
        IMAGE,
        MATHML.format("a") + IMAGE,
        f'<span style="display: none">{MATHML.format("a")}</span>{IMAGE}',
        MATHML.format("\n  {\\textstyle {\\displaystyle a}}\n"),
        '<math alttext="a"><mi>wrong</mi></math>',
        (
            f'<span class="katex"><span class="katex-mathml">{MATHML.format("a")}</span>'
            '<span class="katex-html" aria-hidden="true"><span>a</span></span></span>'
        ),
        '<img class="latex" src="/f.png" alt="a">',
    ],
)
def test_a_formula_is_shown_once_as_its_source_text(formula: str) -> None:
    (unit,) = units(f"<p>The depth {formula} is known.</p>")
    assert unit.text == "The depth a is known."
    assert unit.inlines == (Inline(10, 11, InlineKind.CODE),)


def test_a_style_command_is_kept_if_it_does_not_cover_the_formula() -> None:
    source = "{\\displaystyle a}+{b}"
    (unit,) = units(f"<p>{wiki(source)}</p>")
    assert unit.text == source


def test_a_displayed_formula_is_a_paragraph_between_paragraphs() -> None:
    found = units("<div>Before it." + wiki("F={\\frac {1}{2}}gb", "block") + " After it.</div>")
    assert [(unit.kind, unit.text) for unit in found] == [
        (BlockKind.PARAGRAPH, "Before it."),
        (BlockKind.PARAGRAPH, "F={\\frac {1}{2}}gb"),
        (BlockKind.PARAGRAPH, "After it."),
    ]


A, B, TWO = "<mi>a</mi>", "<mi>b</mi>", "<mn>2</mn>"
SUM = f"<mrow>{A}<mo>+</mo>{B}</mrow>"


@pytest.mark.parametrize(
    ("mathml", "text"),
    [
        (f"{A}<mo>=</mo>{TWO}", "a=2"),
        (f"<mfrac>{SUM}{TWO}</mfrac>", "(a+b)/2"),
        (f"<msqrt><msup>{A}{TWO}</msup><mo>+</mo>{B}</msqrt>", "√(a²+b)"),
        (f"<mroot>{A}<mn>3</mn></mroot>", "³√a"),
        (f"<msub>{A}{TWO}</msub>", "a₂"),
        (f"<msubsup><mo>∑</mo><mn>0</mn>{TWO}</msubsup>{A}", "∑₀²a"),
        (f"<mtable><mtr><mtd>{A}</mtd><mtd>{B}</mtd></mtr><mtr><mtd>{TWO}</mtd></mtr></mtable>", "[a b; 2]"),
        (f"<semantics>{SUM}<annotation>SUM(a,b)</annotation></semantics>", "a+b"),
    ],
)
def test_mathml_without_source_text_is_written_on_one_line(mathml: str, text: str) -> None:
    (unit,) = units(f"<p>So <math>{mathml}</math> metres.</p>")
    assert unit.text == f"So {text} metres."
    assert [inline.kind for inline in unit.inlines] == [InlineKind.CODE]


def test_two_equal_formulas_beside_each_other_are_both_kept() -> None:
    (unit,) = units(f"<p>{MATHML.format('a')} {MATHML.format('a')}</p>")
    assert unit.text == "a a"
