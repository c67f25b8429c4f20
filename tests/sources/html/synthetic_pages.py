"""Synthetic pages of many kinds, with the faults that pages on the web have. All text is invented.

Each function makes one page with the methods of `Story`, which record the expected text.
"""

# ruff: noqa: E501 - lines of HTML and of phrases in other languages are read more easily whole

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.sources.html.invented_story import Story


class SyntheticPage(NamedTuple):
    """A page, the lines expected from it in the form of `page_score.marked`, and the addresses of its links."""

    name: str
    html: str
    gold: tuple[str, ...]
    links: tuple[str, ...]


_MENU = (
    '<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>'
    '<li><a href="/sport">Sport</a></li><li><a href="/about">About us</a></li></ul></nav>'
)
_FOOTER = (
    '<footer><p>The Daily Example, 4 Quay Street. All rights reserved.</p><a href="/terms">Terms</a></footer>'
)
_PHOTO = '<img src="/p{0}.jpg" width="800" height="500" alt="{1}">'


def _page(title: str, body: str, head: str = "", lang: str = "en", after: str = _FOOTER) -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} - The Daily Example</title>'
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="The Daily Example">{head}</head>'
        f"<body>{_MENU}{body}{after}</body></html>"
    )


# -- text split into boxes -----------------------------------------------------------------------------


def ad_boxes(s: Story) -> str:
    ad = '<div class="ad-slot"><span>Advertisement</span></div>'
    boxes = ad.join(f'<div class="story-text">{s.ps(3)}</div>' for _ in range(5))
    return _page("The bridge moves", f'<div class="wrap"><h1>The bridge moves</h1>{boxes}</div>')


def ad_boxes_in_main(s: Story) -> str:
    ad = '<div id="dfp-{0}" class="dfp"></div><div class="promo-box">{1}</div>'
    parts = []
    for number in range(6):
        parts.append(f'<section class="body-chunk"><div class="inner">{s.ps(2)}</div></section>')
        parts.append(ad.format(number, s.teasers(2)))
    rest = f'<div class="more">{s.teasers(8)}</div>'
    return _page(
        "Two islands", f'<div id="page"><header><h1>Two islands</h1></header>{"".join(parts)}</div>{rest}'
    )


def ad_boxes_far_apart(s: Story) -> str:
    """A long first box, and rows of columns that hold one box of text each."""
    row = '<div class="row"><div class="col-8"><div class="articleBody">{0}</div></div><div class="col-4">{1}</div></div>'
    rows = [row.format(s.ps(count), s.teasers(3)) for count in (6, 1, 1, 2)]
    return _page("The mill", f'<div class="container"><h1>The mill</h1>{"".join(rows)}</div>')


def boxes_without_paragraphs(s: Story) -> str:
    boxes = "".join(
        f'<div class="txt">{s.text(4)}</div><div class="adv"><script>x()</script></div>' for _ in range(6)
    )
    return _page(
        "Flour boats",
        f'<div class="left"><h1>Flour boats</h1>{boxes}</div><div class="right">{s.teasers(6)}</div>',
    )


# -- data of scripts -----------------------------------------------------------------------------------

_DATA = '{"props":{"pageProps":{"story":{"id":%d,"headline":"The river","tags":["a","b"],"width":640,"url":"/x/%d"}}}}'


def script_data_in_text(s: Story) -> str:
    dump = ",".join(_DATA % (number, number) for number in range(60))
    body = f'<article><h1>The river</h1>{s.ps(5)}</article><div id="state">window.__STATE__=[{dump}];</div>'
    return _page("The river", body)


def script_data_between(s: Story) -> str:
    dump = ",".join(_DATA % (number, number) for number in range(12))
    body = f"<article><h1>The nets</h1>{s.ps(3)}<div>{{{dump}}}</div><p>googletag.cmd.push(function() {{ googletag.display('div-gpt-4'); }});</p>{s.ps(3)}</article>"
    return _page("The nets", body)


def script_that_ends_early(s: Story) -> str:
    dump = ",".join(_DATA % (number, number) for number in range(40))
    script = f'<script>var a = "<b></script>";window.data = [{dump}]; document.write("x");'
    return _page("Bells", f"<article><h1>Bells</h1>{s.ps(5)}</article>{script}</b>")


def style_in_text(s: Story) -> str:
    css = ".story-card { margin: 0 auto; padding: 12px 4px; } .story-card:hover { color: #123456; border-top: 1px solid; }"
    return _page("Lamps", f"<main><h1>Lamps</h1>{s.ps(3)}<p>{css}</p>{s.ps(3)}</main>")


# -- galleries and streams -----------------------------------------------------------------------------


def gallery_after(s: Story) -> str:
    slides = "".join(
        f'<div class="slide"><img src="/g{n}.jpg" alt="Slide {n}"><p class="slide-text">{s.words(2)}</p></div>'
        for n in range(12)
    )
    body = f'<article><h1>The fair</h1>{s.ps(6)}<div class="photo-gallery">{slides}</div></article>'
    return _page("The fair", body)


def gallery_between(s: Story) -> str:
    def slides() -> str:
        return "".join(
            f"<li><img src='/g{n}.jpg' alt=''><div><p>{s.words(1)}</p></div></li>" for n in range(9)
        )

    body = f'<article><h1>Boats</h1>{s.ps(4)}<div class="gallery-carousel"><ul>{slides()}</ul></div>{s.ps(4)}</article>'
    return _page("Boats", body)


def stream_of_articles(s: Story) -> str:
    first = f'<article class="story"><h1>First story</h1>{s.ps(6)}</article>'
    others = "".join(
        f'<article class="story"><h1>Other story {n}</h1>{s.noise(6)}</article>' for n in range(4)
    )
    return _page("First story", f"<main>{first}{others}</main>")


def stream_of_boxes(s: Story) -> str:
    first = (
        f'<div class="article-wrap"><h1>The long dry spring</h1><div class="content">{s.ps(5)}</div></div>'
    )
    others = "".join(
        f'<div class="article-wrap"><h1><a href="/s{n}">Another story of {n} boats</a></h1>'
        f'<div class="content">{s.noise(5)}</div></div>'
        for n in range(5)
    )
    return _page("The long dry spring", f'<div id="stream">{first}{others}</div>')


def stream_of_excerpts(s: Story) -> str:
    others = "".join(
        f'<div class="item"><h2><a href="/e{n}">A headline about {n} mills and roads</a></h2>'
        f'<p>{s.words(2)}</p><p><a href="/e{n}">Continue</a></p></div>'
        for n in range(15)
    )
    body = f'<div class="post"><h1>Roads</h1>{s.ps(5)}</div><div class="river">{others}</div>'
    return _page("Roads", f'<div class="all">{body}</div>')


# -- first and last paragraphs -------------------------------------------------------------------------


def short_first(s: Story) -> str:
    first = s.keep("Nobody saw it coming.")
    body = f'<article><h1>The storm</h1><div class="body"><p>{first}</p>{s.ps(5)}<p>{s.keep("That was all.")}</p></div></article>'
    return _page("The storm", body)


def lead_in_header(s: Story) -> str:
    lead = f'<div class="article-head"><h1>The drawer</h1><p><strong>{s.text(2)}</strong></p></div>'
    return _page("The drawer", f'<div class="art">{lead}<div class="article-text">{s.ps(6)}</div></div>')


def last_in_own_box(s: Story) -> str:
    body = (
        f'<div class="story"><h1>The orchard</h1><div class="paragraphs">{s.ps(6)}</div>'
        f'<div class="ad"><p>Advertisement</p></div><div class="paragraphs">{s.p(2)}</div></div>'
        f'<div class="below">{s.teasers(6)}</div>'
    )
    return _page("The orchard", body)


def dateline_first(s: Story) -> str:
    first = s.keep(f"DENHOLM, March 4 — {s.words(2)}")
    body = f'<div id="content"><h1>The lantern</h1><p class="byline">By Ada Okafor</p><div><p><b>{first[:7]}</b>{first[7:]}</p>{s.ps(5)}</div></div>'
    return _page("The lantern", body)


# -- inside paragraphs ---------------------------------------------------------------------------------


def name_popups(s: Story) -> str:
    above = s.ps(2)
    start, end = s.sentence().rstrip("."), s.sentence()
    s.keep(f"{start}, said Ada Okafor. {end}")
    popup = (
        'Ada Okafor<span class="popover" role="tooltip"><span>Ada Okafor</span><span>Hydrologist, born 1970.</span>'
        "<span>More about Ada Okafor</span></span>"
    )
    body = f'<p>{start}, said <a href="/ada">{popup}</a>. {end}</p>'
    return _page("The survey", f"<article><h1>The survey</h1>{above}{body}{s.ps(3)}</article>")


def name_popups_before(s: Story) -> str:
    start, end = s.sentence().rstrip("."), s.sentence()
    card = '<span class="profile-card tooltip-content">J. Brandt is the mayor. Follow</span>'
    body = f"<p>{s.keep(f'{start}, said J. Brandt. {end}').replace('J. Brandt', 'J. Brandt' + card, 1)}</p>"
    return _page("The mayor", f"<article><h1>The mayor</h1>{body}{s.ps(5)}</article>")


# -- embedded posts ------------------------------------------------------------------------------------


def embedded_posts(s: Story) -> str:
    one, two, three = s.p(), s.sentence(), s.sentence()
    s.keep(two, "> ")
    s.keep("— Ada Okafor (@ada) March 4, 2024", "> ")
    tweet = (
        f'<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">{two}</p>&mdash; Ada Okafor (@ada) '
        '<a href="https://twitter.com/ada/status/1">March 4, 2024</a></blockquote><script async src="//x.js"></script>'
    )
    middle = s.ps(2)
    s.keep(three, "> ")
    s.keep("— J. Brandt (@brandt)", "> ")
    instagram = (
        '<blockquote class="instagram-media"><div><a href="https://www.instagram.com/p/1/">View this post on Instagram</a>'
        f'<p><a href="https://www.instagram.com/p/1/">{three}</a></p><p>A post shared by '
        '<a href="https://www.instagram.com/brandt/">J. Brandt</a> (@brandt) on <time>Mar 4, 2024</time></p></div></blockquote>'
    )
    return _page("Posts", f"<article><h1>Posts</h1>{one}{tweet}{middle}{instagram}{s.ps(3)}</article>")


def embedded_mastodon(s: Story) -> str:
    one, text = s.ps(2), s.sentence()
    s.keep(text, "> ")
    s.keep("— @ada@quay.example", "> ")
    post = (
        f'<blockquote class="mastodon-embed" data-embed-url="https://quay.example/@ada/1"><a href="https://quay.example/@ada/1">'
        f"<p>{text}</p><div>Post by @ada@quay.example</div><div>View on Mastodon</div></a></blockquote>"
    )
    return _page("Toots", f"<article><h1>Toots</h1>{one}{post}{s.ps(3)}</article>")


# -- captions ------------------------------------------------------------------------------------------


def image_copyright(s: Story) -> str:
    one = s.ps(2)
    figure = (
        '<figure class="media"><span class="image-and-copyright"><img src="/a.jpg" alt="" width="800">'
        '<span class="off-screen">Image copyright</span> <span class="story-image-copyright">Quay Pictures</span></span>'
        f'<figcaption><span class="off-screen">Image caption</span> <span>{s.caption("The lower bridge in March")}</span></figcaption></figure>'
    )
    s.caption("Image copyright Quay Pictures")
    return _page("Copyright", f'<div class="story-body"><h1>Copyright</h1>{one}{figure}{s.ps(4)}</div>')


def picture_credits(s: Story) -> str:
    one = s.ps(2)
    s.caption("The mill wheel at noon. Credit: Quay Pictures")
    figure = (
        '<div class="image"><img src="/m.jpg" alt=""><p class="wp-caption-text">The mill wheel at noon. '
        "<span>Credit: Quay Pictures</span></p></div>"
    )
    two = s.ps(2)
    line = f"<p>{s.caption('Photo: J. Brandt / Quay Pictures')}</p>"
    three = s.ps(1)
    spanish = f"<p>{s.caption('Foto: Agencia del Puerto')}</p>"
    return _page(
        "Credits", f"<article><h1>Credits</h1>{one}{figure}{two}{line}{three}{spanish}{s.ps(2)}</article>"
    )


def alternative_texts(s: Story) -> str:
    hero = _PHOTO.format(1, s.caption("Fishing boats under a low sky"))
    one = s.ps(2)
    inline = _PHOTO.format(2, s.caption("A lantern beside the ledger of the mill"))
    two = s.p()
    linked = f'<p><a href="/big.jpg">{_PHOTO.format(3, s.caption("Two islands on the old map"))}</a></p>'
    three = s.p()
    pair = (
        f"<figure>{_PHOTO.format(4, s.caption('Four people carry a net to the quay'))}"
        f"<figcaption>{s.caption('The nets were mended in spring')}</figcaption></figure>"
    )
    four = s.p()
    short = f"<figure>{_PHOTO.format(5, s.caption('Harbour crane'))}</figure>"
    return _page(
        "Pictures",
        f"<article><h1>Pictures</h1>{hero}{one}{inline}{two}{linked}{three}{pair}{four}{short}{s.ps(2)}</article>",
    )


def picture_story(s: Story) -> str:
    parts = "".join(
        f"{_PHOTO.format(n, s.caption(f'Morning number {n} at the quay with boats'))}{s.p(1)}"
        for n in range(8)
    )
    return _page("Mornings", f"<article><h1>Mornings</h1>{parts}</article>")


def lazy_pictures(s: Story) -> str:
    one = s.ps(2)
    figure = (
        f'<figure class="wp-block-image"><noscript><img src="/l.jpg" alt="x"></noscript><img data-src="/l.jpg" src="data:image/gif;base64,R0" '
        f'alt="{s.caption("A beekeeper on the hill in smoke")}"></figure>'
    )
    return _page("Lazy", f"<article><h1>Lazy</h1>{one}{figure}{s.ps(3)}</article>")


# -- promotion in four languages -----------------------------------------------------------------------


def promotion_english(s: Story) -> str:
    parts = [
        s.p(),
        '<p>Sign up for our morning newsletter <a href="/n">here</a></p>',
        s.p(),
        '<p><strong>READ MORE: <a href="/r">The bell that rang late</a></strong></p>',
        s.ps(2),
        "<p>Copyright 2024 The Daily Example. All rights reserved.</p>",
        "<p>Contact: The Daily Example, 4 Quay Street, Denholm DH1 2AB, Tel. 01632 960001</p>",
        '<p>Tags: <a href="/t/1">Bridges</a>, <a href="/t/2">Rivers</a></p>',
    ]
    return _page("Promotion", f"<article><h1>Promotion</h1>{''.join(parts)}</article>")


def promotion_spanish(s: Story) -> str:
    parts = [
        s.ps(2),
        '<p>Suscríbete a nuestro boletín y recibe las noticias <a href="/n">aquí</a></p>',
        s.p(),
        '<p><strong>Te puede interesar: <a href="/r">La campana que sonó tarde</a></strong></p>',
        s.ps(2),
        "<p>Síguenos en Facebook, Twitter e Instagram</p>",
        "<p>Prohibida la reproducción total o parcial sin autorización</p>",
        "<p>Todos los derechos reservados</p>",
        '<p>Etiquetas: <a href="/t/1">Puentes</a> <a href="/t/2">Ríos</a></p>',
        '<p>Archivado en: <a href="/t/3">Puertos</a></p>',
    ]
    return _page("El puente", f"<article><h1>El puente</h1>{''.join(parts)}</article>", lang="es")


def promotion_german(s: Story) -> str:
    parts = [
        s.ps(2),
        '<p>Lesen Sie auch: <a href="/r">Die Glocke schlug zu spät</a></p>',
        s.p(),
        "<p>Melden Sie sich für unseren Newsletter an und verpassen Sie nichts.</p>",
        s.ps(2),
        "<p>© dpa-infocom, dpa:240304-99-1/2</p>",
        "<p>(dpa/nok)</p>",
        "<p>Alle Rechte vorbehalten.</p>",
        '<p>Schlagworte: <a href="/t/1">Brücken</a>, <a href="/t/2">Flüsse</a></p>',
        "<p>Kontakt: Beispiel GmbH, Hafenstraße 4, 12345 Talheim, Telefon: 030 123456</p>",
    ]
    return _page("Die Brücke", f"<article><h1>Die Brücke</h1>{''.join(parts)}</article>", lang="de")


def promotion_polish(s: Story) -> str:
    parts = [
        s.ps(2),
        '<p><strong>Czytaj też: <a href="/r">Dzwon bił za późno</a></strong></p>',
        s.p(),
        "<p>Zapisz się na newsletter i bądź na bieżąco</p>",
        s.ps(2),
        "<p>Obserwuj nas na Facebooku</p>",
        "<p>Wszelkie prawa zastrzeżone</p>",
        '<p>Tagi: <a href="/t/1">Mosty</a> <a href="/t/2">Rzeki</a></p>',
        "<p>Dalszy ciąg materiału pod wideo</p>",
    ]
    return _page("Most", f"<article><h1>Most</h1>{''.join(parts)}</article>", lang="pl")


# -- tables, formulas, references ----------------------------------------------------------------------


def wide_table(s: Story) -> str:
    one = s.ps(2)
    rows = []
    for number in range(5):
        cells = [f"Boat {number}", s.words(1), s.words(1), f"{number} sails"]
        s.keep(" · ".join(cells), "- ")
        href = f"https://else.example/boat{number}"
        s.links.append(href)
        rows.append(
            f'<tr><td><a href="{href}">{cells[0]}</a></td>'
            + "".join(f"<td>{c}</td>" for c in cells[1:])
            + "</tr>"
        )
    return _page(
        "Boats in rows",
        f"<article><h1>Boats in rows</h1>{one}<table>{''.join(rows)}</table>{s.ps(2)}</article>",
    )


def mathml(s: Story) -> str:
    one = s.ps(2)
    s.keep("The slope is (a+b)/2 and its root is √(x²+1) in every case of the survey so far.")
    frac = "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>"
    root = "<math><msqrt><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mn>1</mn></msqrt></math>"
    body = f"<p>The slope is {frac} and its root is {root} in every case of the survey so far.</p>"
    return _page("Slopes", f"<article><h1>Slopes</h1>{one}{body}{s.ps(2)}</article>")


def references(s: Story) -> str:
    one = s.ps(3)
    head = s.heading("Method")
    two = s.ps(2)
    refs = s.heading("References")
    items = s.items(*(f"Okafor A. {s.words(1)} Journal of Bridges {n}: 4." for n in range(4)), tag="ol")
    return _page(
        "A method", f'<main><h1>A method</h1>{one}{head}{two}{refs}<div class="reflist">{items}</div></main>'
    )


_CODE = "def append(log, record):\n    log.write(record)"

# -- kinds of pages ------------------------------------------------------------------------------------


def recipe(s: Story) -> str:
    body = (
        f"{s.ps(2)}{s.heading('Ingredients')}{s.items('500 g rye flour', '10 g salt', '350 ml water', 'a little yeast')}"
        f"{s.heading('Method')}{s.items(tag='ol')}{s.heading('Storage', 3)}{s.p(2)}"
    )
    tools = '<div class="recipe-actions"><button>Print</button><a href="/save">Save</a> <span>4.7 from 12 votes</span></div>'
    return _page("Rye bread", f'<div class="recipe-page"><h1>Rye bread</h1>{tools}{body}</div>')


def documentation(s: Story) -> str:
    side = "".join(f'<li><a href="/d{n}">Chapter {n} of the manual</a></li>' for n in range(30))
    body = (
        f"{s.p()}{s.heading('Install')}{s.p(1)}{s.code('pip install ledger')}{s.heading('Append a record')}{s.linked()}"
        f"{s.code(_CODE)}{s.heading('Options', 3)}{s.items()}"
        f"{s.heading('See the log')}{s.p(2)}"
    )
    return _page(
        "Ledger manual",
        f'<div class="sidebar"><ul>{side}</ul></div><div role="main" class="document"><h1>Ledger manual</h1>{body}</div>',
    )


def blog_post(s: Story) -> str:
    body = f"{s.linked()}{s.quote()}{s.ps(2)}{s.heading('An aside', 3)}{s.linked()}{s.p()}"
    comments = "".join(f'<li class="comment"><p>{s.words(2)}</p></li>' for _ in range(5))
    return _page(
        "My bridge",
        f'<div id="content"><div class="post hentry"><h1 class="entry-title">My bridge</h1><div class="entry-content">{body}</div></div><ol class="commentlist">{comments}</ol></div>',
    )


def wiki_page(s: Story) -> str:
    toc = '<div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#H">History</a></li><li><a href="#N">Nature</a></li></ul></div>'
    body = (
        f"{s.linked()}{s.p()}{toc}{s.heading('History')}{s.linked()}{s.p()}{s.heading('Early years', 3)}{s.p()}"
        f"{s.heading('Nature')}{s.linked()}{s.items()}"
    )
    return _page("Denholm", f'<div id="mw-content-text"><div class="mw-parser-output">{body}</div></div>')


def press_release(s: Story) -> str:
    first = s.keep(f"DENHOLM, England, March 4, 2024 /ExampleWire/ -- {s.words(2)}")
    body = f"<p>{first}</p>{s.ps(4)}{s.heading('About Quay Pictures')}{s.p(2)}"
    return _page(
        "Quay Pictures opens an archive",
        f'<section class="release-body"><h1>Quay Pictures opens an archive</h1>{body}</section><p>SOURCE Quay Pictures</p>',
    )


def forum_thread(s: Story) -> str:
    posts = ""
    for number, name in enumerate(["harbour_fan", "millwheel", "ada", "harbour_fan", "quayside"]):
        s.keep(name, "### ")
        text = s.ps(2)
        posts += (
            f'<div class="post" id="p{number}"><div class="post-author"><a href="/u/{name}">{name}</a></div>'
            f'<div class="post-body">{text}</div><div class="post-buttons"><a href="#">Reply</a></div></div>'
        )
    return _page("Which bridge is that?", f'<div class="thread"><h1>Which bridge is that?</h1>{posts}</div>')


def questions(s: Story) -> str:
    parts = "".join(f"{s.heading(f'What about the bridge number {n}?', 3)}{s.p(2)}" for n in range(7))
    return _page("Questions", f'<div class="faq"><h1>Questions</h1>{parts}</div>')


def list_article(s: Story) -> str:
    parts = s.p() + "".join(f"{s.heading(f'{n}. The bridge at Tollhaven {n}')}{s.p(2)}" for n in range(1, 8))
    return _page(
        "Seven bridges",
        f'<article><h1>Seven bridges</h1>{parts}</article><div class="related">{s.teasers(4)}</div>',
    )


def interview(s: Story) -> str:
    parts = s.p()
    for number in range(6):
        parts += f"<p><strong>{s.keep(f'How long did bridge {number} take you?')}</strong></p>{s.p(2)}"
    return _page("An interview", f'<div class="article__body"><h1>An interview</h1>{parts}</div>')


def live_blog(s: Story) -> str:
    parts = "".join(
        f'<div class="entry"><time>1{n}:04</time>{s.heading(f"The water reaches step {n}", 3)}{s.ps(2)}</div>'
        for n in range(6)
    )
    return _page("The flood, live", f"<main><h1>The flood, live</h1>{s.gold and ''}{parts}</main>")


def headings_of_many_kinds(s: Story) -> str:
    body = (
        f"{s.p()}<div class='sub'>{s.heading('The first winter')}</div>{s.ps(2)}"
        f"<header>{s.heading('Boats', 3)}</header>{s.p()}"
        f"{s.heading('Related work')}{s.ps(2)}{s.heading('More than a mill')}{s.p()}"
        f"{s.heading('The last bell', 4, 'class=section-title')}{s.items()}"
    )
    return _page("Winter", f'<article><h1>Winter</h1><div class="text">{body}</div></article>')


def legal_text(s: Story) -> str:
    body = "".join(f"{s.heading(f'Article {n}', 3)}{s.items(tag='ol')}{s.p(1)}" for n in range(1, 5))
    return _page("The harbour act", f'<div class="law"><h1>The harbour act</h1>{s.gold and ""}{body}</div>')


def old_page(s: Story) -> str:
    text = "<br><br>".join(s.text(3) for _ in range(6))
    return _page(
        "The old mill",
        f'<table width="700"><tr><td width="150">{_MENU}</td><td><font size="5"><b>The old mill</b></font><p>{text}</p></td></tr></table>',
    )


def chinese(s: Story) -> str:
    body = "".join(
        f"<p>{s.keep(f'港口的管理员在第{n}天发现，下游的桥梁移动了一个手指的宽度，而山谷里的其他人还在睡觉。他把这件事写进了登记簿，但是没有人相信他。')}</p>"
        for n in range(8)
    )
    return _page(
        "桥梁移动了",
        f'<div class="article-content"><h1>桥梁移动了</h1>{body}<p>责任编辑：王小明</p><p>版权所有，未经授权不得转载</p></div>',
        lang="zh",
    )


def letters_in_spans(s: Story) -> str:
    body = "".join(f'<div data-block="true"><div><span>{s.text(3)}</span></div></div>' for _ in range(7))
    return _page("Letters", f'<div data-contents="true"><h1>Letters</h1>{body}</div>')


def definition_list(s: Story) -> str:
    parts = ""
    for number in range(6):
        parts += f"<dt>{s.keep(f'Term number {number}')}</dt><dd>{s.keep(s.words(2), '- ')}</dd>"
    return _page(
        "Words of the quay", f"<article><h1>Words of the quay</h1>{s.gold and ''}<dl>{parts}</dl></article>"
    )


Maker = Callable[[Story], str]

_ENGLISH: tuple[Maker, ...] = (
    ad_boxes, ad_boxes_in_main, ad_boxes_far_apart, boxes_without_paragraphs, script_data_in_text, script_data_between,
    script_that_ends_early, style_in_text, gallery_after, gallery_between, stream_of_articles, stream_of_boxes,
    stream_of_excerpts, short_first, lead_in_header, last_in_own_box, dateline_first, name_popups,
    name_popups_before, embedded_posts, embedded_mastodon, image_copyright, picture_credits, alternative_texts,
    picture_story, lazy_pictures, promotion_english, wide_table, mathml, references, recipe,
    documentation, blog_post, wiki_page, press_release, forum_thread, questions, list_article, interview, live_blog,
    headings_of_many_kinds, legal_text, old_page, chinese, letters_in_spans, definition_list,
)  # fmt: skip
_OTHERS: tuple[tuple[Maker, str], ...] = (
    (promotion_spanish, "es"),
    (promotion_german, "de"),
    (promotion_polish, "pl"),
)


def pages() -> list[SyntheticPage]:
    """All synthetic pages."""
    out = []
    for make, language in (*((make, "en") for make in _ENGLISH), *_OTHERS):
        story = Story(make.__name__, language)
        html = make(story)
        out.append(SyntheticPage(make.__name__, html, tuple(story.gold), tuple(story.links)))
    return out
