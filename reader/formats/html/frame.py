"""The frame of a page: what stands around and between the parts of an article.

Owns the names that publishers give to the parts of the frame, and the short lines by which those parts
are known whatever they are called.
"""

from __future__ import annotations

import re
from functools import cache

from reader.formats.html.dom import Node, attribute_words

_FRAME_TAGS = frozenset("nav footer aside form menu dialog fieldset".split())
_FRAME_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu form".split()
)

# Words in classes and ids, each a whole part of a name: "related-posts" and "post_related", not "correlated".
_FRAME_NAMES = """
    ad ads advert advertisement advertising adslot adunit adbox sponsor sponsored dfp outbrain taboola promo
    promos promotion promobox promoted nav navbar navigation menu breadcrumb breadcrumbs pagination pager sidebar rail
    footer masthead toolbar related recommended recommendations recirc recirculation readmore morestories
    trending popular mostread newsletter signup subscribe subscription optin mailchimp share shares sharing sharebar
    sharebuttons social sociable addthis addtoany sharedaddy follow cookie cookies consent gdpr cmp modal popup overlay
    paywall regwall piano comments comment disqus respond replies commentlist
    tags taglist tagcloud jp-relatedposts yarpp authorbio authorbox aboutauthor skip skiplink toc
    upnext nextup teaser teasers widget widgets donate donation
""".split()
_NAME = re.compile(
    rf"(?:^|[\s_-])(?:{'|'.join(_FRAME_NAMES)})(?:$|[\s_-])|author[_-]?(?:bio|box|card|info|profile)|about[_-]?(?:the[_-]?)?author"
    r"|(?:read|see)[_-](?:more|also|next)|more[_-](?:on|from|stories|news)|most[_-](?:read|popular|viewed)"
    r"|(?:you[_-])?(?:may|might)[_-](?:also[_-])?like|(?:next|prev|previous)[_-](?:post|article|story)"
    r"|post[_-]?(?:navigation|nav|meta|footer)|entry[_-]?(?:meta|footer)|article[_-]?(?:meta|footer|tools|actions)|inline[_-]?(?:promo|related)"
    r"|call[_-]?to[_-]?action|sign[_-]up|mailing[_-]?list|infinite[_-]?scroll|table[_-]of[_-]contents",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

# Parts of names that make the above harmless: they stand on the page's whole body or on the article itself.
_HARMLESS = re.compile(
    r"(?:no|has|with|hide|without|is)-(?:sidebar|ads?|comments?|share|toc|overlay|promo)|ad-free|social-science",
    re.IGNORECASE,
)


def is_frame(element: Node) -> bool:
    """Whether an element is a part of the frame by what it is or by what it is called."""
    tag = element.tag
    if tag in _FRAME_TAGS:
        return tag != "form" or len(element) < 40
    if tag in ("body", "html", "main", "article", "p", "h1", "h2", "h3", "a", "span"):
        return False
    if (element.get("role") or "").lower() in _FRAME_ROLES:
        return True
    words = attribute_words(element)
    return bool(words) and _frame_name(words)


@cache
def _frame_name(words: str) -> bool:
    words = _HARMLESS.sub("", _CAMEL.sub("-", words))
    return _NAME.search(words) is not None


# Lines that are never part of an article when nothing else stands in their block. By language: English,
# German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Polish, Russian, Turkish, Chinese, Japanese, Arabic, Hindi.
_LABELS = re.compile(
    r"""^[\W_]*(?:
    advertisements?|ads?\ by\ \w+|ad|sponsored(?:\ content)?|story\ continues\ below(?:\ this)?(?:\ ad(?:vertisement)?)?
    |(?:article|story)\ continues\ (?:below|after)(?:\ (?:this\ )?(?:ad|advertisement|promotion))?|continue\ reading(?:\ below)?|continues\ below
    |scroll\ (?:down\ )?(?:to|for)\ (?:continue|more)(?:\ reading)?|skip\ (?:past\ )?(?:ad|advert|newsletter|to\ main)[\w ]*
    |share(?:\ (?:this|on|via|the)(?:\ (?:article|story|post|page|facebook|twitter|x|linkedin|whatsapp|email))*)?|tweet|e-?mail|print|copy\ link|link\ copied!?|save|facebook|twitter|linkedin|whatsapp|reddit|pinterest|telegram
    |comments?|\d+\ comments?|leave\ a\ (?:comment|reply)|view\ comments|show\ comments|read\ (?:more|next|full\ story)|related(?:\ (?:articles|stories|posts|content|topics|links))?|more\ (?:stories|on\ this\ story)
    |recommended(?:\ (?:for\ you|stories|reading))?|trending(?:\ now)?|most\ (?:read|popular)|you\ (?:may|might)\ also\ like|see\ also
    |sign\ up(?:\ now)?|subscribe(?:\ now)?|log\ in|sign\ in|loading\W*|play|pause|(?:view|open|see)\ (?:gallery|image|photos?)(?:\ in\ fullscreen)?|image\ source|getty\ images|tap\ to\ unmute
    |\d+\ (?:min(?:ute)?s?)\ read|tags|topics|filed\ under|back\ to\ top|top|previous|next|close|follow(?:\ us)?
    |anzeige|werbung|teilen|kommentare?|mehr\ zum\ thema|lesen\ sie\ auch|newsletter|weiterlesen|drucken|merken
    |publicit[ée]|partager|commentaires?|lire\ (?:aussi|la\ suite)|[àa]\ lire\ aussi|sur\ le\ m[êe]me\ sujet|s'abonner
    |publicidad|compartir|comentarios?|leer?\ (?:m[áa]s|tambi[ée]n)|m[áa]s\ informaci[óo]n|te\ puede\ interesar|suscr[íi]bete
    |publicidade|compartilh(?:e|ar)|partilhar|coment[áa]rios?|leia\ (?:mais|tamb[ée]m)|saiba\ mais|veja\ tamb[ée]m
    |pubblicit[àa]|condividi|commenti|leggi\ anche|advertentie|lees\ (?:ook|meer|verder)|delen|reageer|annons|dela|l[äa]s\ (?:mer|ocks[åa])
    |reklama|udost[ęe]pnij|czytaj\ (?:te[żz]|wi[ęe]cej)|komentarze|реклама|поделиться|читайте\ также|комментарии|подписаться
    |reklam|payla[şs]|yorumlar|广告|廣告|分享|评论|評論|相关(?:阅读|新闻|文章)|相關(?:閱讀|新聞|文章)|延伸閱讀|责任编辑.{0,12}|広告|シェア|関連記事|続きを読む|コメント
    |إعلان|شارك|مشاركة|اقرأ\ (?:أيضا|أيضاً|المزيد)|مواضيع\ ذات\ صلة|تعليقات|विज्ञापन|शेयर\ करें|यह\ भी\ पढ़ें|टिप्पणियां|โฆษณา|แชร์|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง
    )[\W_]*$""",
    re.IGNORECASE | re.VERBOSE,
)

# How a line begins that leads to another page. Counts only when most of the line is a link.
_LEADS = re.compile(
    r"""^[\W_]*(?:
    (?:read|see|also|watch|listen|related|recommended|explore|don't\ miss|in\ pictures|in\ depth|analysis|opinion|more|don’t\ miss|next|previous|source|via|click\ here|further\ reading)\b
    |lesen\ sie|mehr\ (?:zum|dazu|über)|hintergrund|lire|[àa]\ lire|voir\ aussi|lee|leer|lea|m[áa]s|te\ puede|ver\ también|leia|saiba|veja|leggi|lees|l[äa]s|czytaj|zobacz|читайте|смотрите|см\.|ayrıca|haberin|相关|相關|延伸|更多|关联|関連|あわせて
    |اقرأ|شاهد|إقرأ|यह\ भी|पढ़ें|อ่าน
    )""",
    re.IGNORECASE | re.VERBOSE,
)

# Sentences by which a page asks for something. Count only when short, and near a link, a form or the frame.
_REQUESTS = re.compile(
    r"""sign\ up\ (?:for|to|here)|subscribe\ (?:to|now|here|today)|newsletter|follow\ (?:us|him|her|me|them|\w+)?\ ?(?:on|at)\ (?:twitter|facebook|instagram|x\b|linkedin|telegram|whatsapp)
    |like\ us\ on\ facebook|join\ (?:our|the)\ (?:newsletter|mailing|telegram|whatsapp|channel|conversation)|download\ (?:our|the)\ app|have\ a\ (?:tip|story)\?|email\ (?:us|the\ author)\ at|support\ (?:our|independent)\ journalism
    |delivered\ (?:straight\ )?to\ your\ inbox|all\ rights\ reserved|terms\ of\ (?:use|service)|privacy\ policy|click\ here\ to|this\ (?:article|post|story)\ (?:originally|first)\ appeared|originally\ published\ (?:on|at|in|by)|may\ not\ be\ (?:published|reproduced)
    |folgen\ sie\ uns|abonnieren|abonnez|suscr[íi]b|s[íi]guenos|inscreva-se|siga(?:-nos)?\ |iscriviti|seguici|abonneer|volg\ ons|prenumerera|подпис|abone\ ol|关注|關注|订阅|訂閱|تابعونا|اشترك|सब्सक्राइब|फॉलो
    |affiliate\ (?:link|commission)|may\ earn\ a\ commission""",
    re.IGNORECASE | re.VERBOSE,
)

_LONGEST_LABEL = 80
_LONGEST_LEAD = 260
_LONGEST_REQUEST = 320


def is_label(text: str) -> bool:
    """Whether a whole block is a label of the frame: "Advertisement", "Share this article"."""
    return len(text) <= _LONGEST_LABEL and _LABELS.match(text) is not None


def leads_away(text: str, linked: int) -> bool:
    """Whether a block only leads to another page: "Read more: …", with the rest a link.

    `linked` counts the characters of the text inside links.
    """
    if not linked or len(text) > _LONGEST_LEAD or _LEADS.match(text) is None:
        return False
    colon = re.search(r"[:：|>›»→]", text[:60])
    rest = len(text) - (colon.end() if colon else 0)
    return linked >= 0.75 * rest


def asks(text: str) -> bool:
    """Whether a short block asks to subscribe, follow or the like, or tells rights and terms."""
    return len(text) <= _LONGEST_REQUEST and _REQUESTS.search(text) is not None
