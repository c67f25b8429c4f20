"""The words that show boilerplate, in many languages, in lower case.

`boilerplate` decides how each list is used.
"""

from __future__ import annotations

from reader.sources.html.dom import word_set


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for part in text.splitlines() for line in part.split(" / ") if line.strip())


NAMES = word_set(
    """
    ad ads adv advert adverts advertisement advertising adslot adunit adbox adwrapper sponsor sponsored
    dfp gpt outbrain taboola promo promos promotion promobox promoted nav navbar navigation menu
    breadcrumb breadcrumbs pagination pager sidebar footer masthead toolbar related relatedposts
    recommended recommendations recirc recirculation readmore morestories trending popular mostread
    newsletter newsletters signup subscribe optin mailchimp share shares sharing sharebar sharebuttons
    sharelinks sharetools social socials sociable addthis addtoany sharedaddy cookie cookies
    cookiebanner consent gdpr cmp modal popup toc tableofcontents comments commentlist commentform
    disqus respond taglist tagcloud tags jprelatedposts yarpp authorbio authorbox aboutauthor biobox
    skiplink upnext nextup widget widgets donate donation crosssell readnext alsolike
    mostpopular postnav postmeta entrymeta colophon usermenu hatnote navbox catlinks
    ambox sistersitebox printfooter
    """
)
"""Parts of boilerplate names (class, id, role): "related-posts" and "post_related" contain `related`."""

SUSPECTS = NAMES | word_set(
    """
    teaser teasers byline bylines meta metadata timestamp dateline rating ratings icon icons info
    infos embed embedded
    slide slides slider slideshow carousel gallery banner button buttons btn author authors credit
    credits options expand label labels tag category categories tooltip username userinfo avatar counter
    views likes dropdown toggle tab tabs player video audio podcast poll quiz survey form input login
    register account alert notification message notice disclaimer copyright legal print edit hidden
    overlay paywall regwall subscription bottom
    """
)
"""Names that make an element doubtful.

Its text is not removed, but text that the extractor left out is not added.
"""

GALLERIES = word_set(
    """
    gallery galleries photogallery imagegallery slideshow slideshows carousel slider slick swiper flickity
    lightbox filmstrip bildergalerie fotogaleria galeria diaporama
    """
)
"""Names of galleries, which count for elements with several images."""

_PAIRS = word_set(
    """
    author-bio author-box author-card author-info author-profile about-author the-author read-more
    read-also see-also read-next more-on more-from more-stories more-news most-read most-viewed may-like
    also-like might-like next-post prev-post previous-post next-article previous-article next-story
    post-navigation post-nav post-meta post-footer entry-meta entry-footer article-meta article-footer
    article-tools article-actions call-action to-action sign-up mailing-list infinite-scroll
    table-contents of-contents skip-link skip-links story-list card-list follow-us get-app app-banner
    inline-related
    """
)
PAIRS = frozenset(tuple(pair.split("-")) for pair in _PAIRS)
"""Pairs of neighbouring parts of a name that show boilerplate."""

LABELS = _lines(
    """
    advertisement / advertisements / ad / ads / sponsored / sponsored content / promoted
    paid content / story continues below advertisement / story continues below / story continues
    article continues below / article continues below advertisement / article continues after ad
    article continues after advertisement / continue reading / continue reading below
    continues below / continue reading below advertisement / scroll to continue
    scroll to continue reading / scroll down to continue reading / scroll for more
    skip advertisement / skip ad / skip past newsletter promotion / skip to main content
    skip to content / after newsletter promotion / share / share this / share this article
    share this story / share this post / share this page / share on facebook / share on twitter
    share on x / share on linkedin / share on whatsapp / share via email / share via / share on
    tweet / tweet this / email / e mail / print / print this article / copy link / link copied
    copied / save / save for later / bookmark / facebook / twitter / x / linkedin / whatsapp / reddit
    pinterest / telegram / instagram / youtube / flipboard / messenger / like / like this / comments
    comment / # comments / # comment / leave a comment / leave a reply / view comments / show comments
    join the conversation / add a comment / post a comment / read more / read next / read full story
    more / give this article / gift this article / share what you think
    the comments below have not been moderated
    the views expressed in the contents above are those of our users / related / related articles
    related stories / related posts / related content / related topics / related links / related news
    related reading / related coverage / more stories / more on this story / more on this
    more from this section / recommended / recommended for you / recommended stories
    recommended reading / trending / trending now / most read / most popular / popular / latest
    latest news / you may also like / you might also like / you may like / see also / also read
    up next / read also / sign up / sign up now / subscribe / subscribe now / log in / login / sign in
    register / loading / play / pause / watch / watch now / listen / view gallery / open gallery
    open image in gallery / image source / view image in fullscreen / getty images / tap to unmute
    # min read / # minute read / # mins read / # minutes read / tags / topics / filed under
    back to top / top / previous / next / close / follow / follow us / previous post / next post
    previous article / next article / newsletter / menu / search / about the author
    more from the author / more from author / editor's picks / editors' picks / cite this
    printer friendly version / story highlights / jump to recipe / print recipe
    in this article / in this story / on this page / table of contents / contents / jump to
    inhalt / inhaltsverzeichnis / auf dieser seite / sommaire / en este artículo / report an error
    report a typo / was this helpful / was this article helpful / edit this page
    give feedback / anzeige / werbung / teilen / artikel teilen / kommentare / # kommentare
    kommentar schreiben / mehr zum thema / lesen sie auch / auch interessant / weiterlesen / drucken
    merken / zur startseite / das könnte sie auch / interessieren / das könnte sie auch interessieren
    meistgelesen / empfohlen / artikel merken / feedback / publicité / partager / partager cet article
    commentaires / # commentaires / lire aussi / lire la suite / à lire aussi / a lire aussi
    sur le même sujet / s'abonner / les plus lus / voir aussi / imprimer / publicidad / compartir
    comentarios / # comentarios / leer más / leer mas / lee también / lea también / más información
    te puede interesar / suscríbete / lo más leído / relacionado / noticias relacionadas / publicidade
    compartilhe / compartilhar / partilhar / comentários / leia mais / leia também / saiba mais
    veja também / continua após a publicidade / mais lidas / assine / pubblicità / condividi
    commenti / leggi anche / i più letti / abbonati / leggi tutto / advertentie / lees ook / lees meer
    lees verder / delen / reageer / reacties / annons / dela / läs mer / läs också / kommentarer
    reklama / udostępnij / czytaj też / czytaj także / czytaj więcej / komentarze / zobacz też
    реклама / поделиться / читайте также / комментарии / подписаться / читать далее / по теме / reklam
    paylaş / yorumlar / ilgili haberler / devamını oku / 广告 / 廣告 / 分享 / 评论 / 評論 / 相关阅读
    相关新闻 / 相关文章 / 推荐阅读 / 延伸阅读 / 相關閱讀 / 相關新聞 / 相關文章 / 延伸閱讀 / 返回首页
    上一篇 / 下一篇 / 点击关注 / 広告 / シェア / シェアする / 関連記事 / 続きを読む / コメント
    コメントする / あわせて読みたい / ツイート / 광고 / 공유 / 댓글 / 관련기사 / 관련 기사 / إعلان
    إعلانات / شارك / مشاركة / اقرأ أيضا / اقرأ أيضاً / اقرأ أيضًا / اقرأ المزيد / مواضيع ذات صلة
    أخبار ذات صلة / تعليقات / التعليقات / الأكثر قراءة / פרסומת / שתף / שתפו / תגובות / כתבות נוספות
    קראו גם / विज्ञापन / शेयर करें / यह भी पढ़ें / ये भी पढ़ें / टिप्पणियां / और पढ़ें / संबंधित खबरें
    संबंधित ख़बरें / โฆษณา / แชร์ / อ่านเพิ่มเติม / ข่าวที่เกี่ยวข้อง / บทความที่เกี่ยวข้อง
    แสดงความคิดเห็น
    """
)
"""Labels that are whole blocks of boilerplate; `#` stands for a number."""

LABELS_BEGIN = (
    *("©", "copyright ©", "(c) ", "copyright (c)"),
    *("story continues", "article continues", "continue reading below", "scroll down for", "skip past "),
)
"""The beginnings of labels. A block that begins like this is a label, whatever follows."""

ANNOUNCING = word_set(
    """
    more related other similar further read see also popular recommended trending latest recent explore
    discover keep continue you mehr weitere ähnliche auch lesen plus autres aussi lire más otros otras
    también lee mais outras leia veja altri leggi anche meer lees więcej czytaj ещё еще другие читайте
    """
)
"""The first words of headings above lists of links to other articles."""

_LEADS = _lines(
    """
    read more / read also / also read / read next / see also / see more / watch / listen / related
    recommended / explore / don't miss / in pictures / in depth / more / next / previous / click here
    further reading / read / also see / also in this / catch up / analysis / opinion / full coverage
    keep reading / up next / see / lesen sie / lies auch / mehr zum / mehr dazu / mehr über
    hintergrund / lire aussi / à lire / lire / voir aussi / lee también / leer también / lea también
    más / te puede / ver también / leia / saiba / veja / leggi / lees / läs / czytaj / zobacz
    читайте / смотрите / ayrıca / 相关 / 相關 / 延伸 / 更多 / 关联 / 関連 / あわせて / اقرأ / شاهد
    إقرأ / קראו / ראו / यह भी / ये भी / पढ़ें / อ่าน / 관련
    """
)
LEADS = tuple(sorted(_LEADS))
"""The beginnings of lines that lead to another page. They count if most of the line is a link."""

_REQUESTS = _lines(
    """
    sign up for / sign up to / sign up here / subscribe to / subscribe now / subscribe here
    subscribe today / our newsletter / newsletter here / free newsletter / daily newsletter
    weekly newsletter / newsletters / follow us on / follow us at / follow him on / follow her on
    follow me on / follow them on / on twitter @ / like us on facebook / join our
    join the conversation / download our app / download the app / have a tip / email us at
    email the author / support our journalism / support independent journalism / to your inbox
    in your inbox / all rights reserved / terms of use / terms of service / privacy policy
    click here to / originally appeared on / first appeared on / originally published on
    originally published by / may not be published / may not be reproduced / without written permission
    affiliate links / affiliate link / earn a commission / follow bbc / get the app
    contact the author / reach the author / a version of this article appears
    a version of this article appeared / moderated in advance / reach her at / reach him at
    leave a comment / comment below / in the comments below / let us know in the comments
    get in touch / read the original article / register now for / unlimited access
    trust principles / subscribe for free / become a paid subscriber / affiliate partnerships
    folgen sie uns / newsletter abonnieren / jetzt abonnieren / abonnieren sie
    abonnez-vous / suivez-nous / inscrivez-vous / suscríbete / suscríbase / síguenos / síganos
    inscreva-se / siga-nos / iscriviti / seguici / abonneer / volg ons / prenumerera / följ oss
    подпишитесь / подписывайтесь / abone ol / takip edin / 关注我们 / 扫码 / 二维码 / 公众号
    版权所有 / 未经授权 / 訂閱 / 追蹤我們 / フォロー / 購読 / 無断転載 / 구독 / 무단 / 무단전재
    تابعونا / تابعنا / اشترك / הירשמו / עקבו אחרינו / सब्सक्राइब / फॉलो करें / हमसे जुड़ें / ติดตามเรา
    กดติดตาม / สมัครรับ
    """
)
BEGINNINGS = tuple(
    sorted(
        _lines(
            """
            all rights reserved / melden sie sich für unseren / melden sie sich für den newsletter
            melden sie sich jetzt / abonnieren sie / jetzt abonnieren / folgen sie uns / folgt uns
            hier geht es zum newsletter / alle rechte vorbehalten / nachdruck verboten
            zapisz się / obserwuj nas / polub nas / śledź nas / dołącz do nas / subskrybuj
            wszelkie prawa zastrzeżone / wszystkie prawa zastrzeżone / dalszy ciąg materiału
            dalszy ciąg artykułu / dalsza część / ciąg dalszy artykułu / czytaj też / czytaj także
            czytaj również / zobacz także
            przeczytaj także / suscríbete / suscríbase / síguenos / síganos / sigue leyendo
            únete a nuestro / recibe las noticias / recibe en tu correo / todos los derechos reservados
            derechos reservados / prohibida la reproducción / prohibida su reproducción
            queda prohibida / te puede interesar / abonnez-vous / inscrivez-vous / suivez-nous
            retrouvez tous nos / retrouvez toute l'actualité / tous droits réservés
            reproduction interdite / iscriviti / seguici / tutti i diritti riservati / riproduzione riservata
            inscreva-se / siga-nos / todos os direitos reservados
            reprodução proibida / é proibida a reprodução / volg ons / meld je aan / schrijf je in
            alle rechten voorbehouden / følg os / följ oss / подпишитесь / подписывайтесь
            责任编辑 / 責任編輯 / 编辑：/ （责任编辑 / (责任编辑 / 原标题：/ 扫码关注 / 版权声明
            """
        )
    )
)
"""The beginnings of short blocks that are promotion, copyright notices or credits wherever they stand."""

TAGS = word_set(
    """
    tags tag topics keywords filed categories category etiquetas temas archivado categorías schlagworte
    schlagwörter themen stichworte stichwörter kategorien tagi tematy kategorie mots-clés thèmes rubriques
    argomenti categorie trefwoorden onderwerpen assuntos marcadores теги метки темы
    标签 關鍵字 关键词 タグ
    """
)
"""The first words of lines of tags, which are links to the subjects of an article."""

CONTACTS = word_set(
    """
    contact contacts kontakt contacto contatto contato contactpersoon adres adresse dirección indirizzo
    anschrift redaktion redacción rédaction redakcja impressum address tel telefon teléfono téléphone phone
    """
)
"""The first words of lines with the address of the publisher."""

REQUESTS = tuple(sorted(_REQUESTS))
"""Words in short blocks that ask the reader for something or state the rights of the publisher."""
