/// Parts of class names and ids, as sites in several languages use them, and what they mean.
///
/// `|` stands for the border of a word: an end, white space, `-`, `_`, or a capital after a small
/// letter. `$` stands for the end of a whole class name, so that `article-body` is meant and
/// `article-body-tools` is not.
let hintWords: [(hint: Hints, words: String)] = [
  (
    .body,
    """
    articlebody|$ |article|body|$ |article|content|$ |article|text|$ articlecontent|$
    articletext|$ |story|body|$ storybody|$ |story|content|$ |story|text|$ |post|content|$
    |post|body|$ postcontent|$ |entry|content|$ |entry|body|$ entrycontent|$ |news|content|$
    |news|body|$ |news|detail|$ newsdetail|$ |detail|content|$ |detail|body|$ detailcontent|$
    |content|detail|$ contentdetail|$ |singular|content|$ |cms|body|$ |body|text|$ |main|text|$
    |main|content|$ maincontent|$ |rich|text|$ richtext|$ richbody|$ |fck|$ fck|detail|$
    |text|body|$ |page|content|$ |single|content|$ |full|text|$ fulltext|$ |content|body|$
    contentbody|$ |body|content|$ |article|main|$ |noidung|noi|dung|$ newscontent|$ |chi|tiet|$
    |artikel|text|$ |artikel|body|$ artikeltext|$ |texte|article|$ |cuerpo|$ |nota|cuerpo|$
    |testo|articolo|$ |post|text|$
    """
  ),
  (
    .lead,
    """
    |sapo sapo| |lead| |lead|text |standfirst |chapo |chapeau |dek| |deck| |subtitle |sub|title
    |subheadline |sub|headline |subhead| |abstract |teaser|text |excerpt |summary |intro| |intro|text
    |lede| |vorspann |einleitung |entradilla |bajada |copete |sommario |occhiello |description|
    |article|summary |shortdesc |short|desc |strapline |tagline |ingress |leadtext |article|intro
    |article|lead |preamble |head|desc |article|desc
    """
  ),
  (
    .caption,
    """
    caption legende |bildunterschrift |photo|credit |image|credit |img|credit |photo|desc
    |image|desc |img|desc |piefoto |pie|foto |chu|thich |chuthich |copyright|image |bildtext
    |image|info |photo|info |picture|text
    """
  ),
  (
    .byline,
    """
    |author byline |by|line |writer| |autor |auteur |redakteur |contributor |tacgia |tac|gia
    |signature| |reporter| |journalist| |source| |nguon| |firma|
    """
  ),
  (
    .date,
    """
    |date| |datetime |pubdate |publish|date |published| |timestamp |time| |post|meta |entry|meta
    |article|meta |meta|data |metadata |meta| |dateline |article|info |post|info |posted|on
    |ngay|gio |ngay| |datum| |fecha| |lastmod |modified |read|time |reading|time
    """
  ),
  (
    .related,
    """
    relate |lien|quan lienquan |tin|khac tinkhac |tin|cung tincung |cung|chuyen |xem|them xemthem
    |doc|them docthem |tin|moi |tin|noi |read|more readmore |see|also |more|news |more|stories
    |more|articles |more|on| |other|news othernews |recommend |suggest |teaser| |teasers |popular
    |trending |most|read mostread |most|view mostview |latest| |latest|news |newest |promo|
    |promobox |promotion |recirc |recirculation |cross|link |crosslink |also|read |also|like
    |read|also |read|next |next|article |next|post |prev|post |post|nav |up|next |you|may |further
    |mehr|zum |lesen|sie |weiterlesen |lire|aussi |a|lire |lee|tambien |leggi|anche |noticias|rel
    |onward |inline|link |widget |link|list linklist |linkbox |story|list |news|list newslist |article|list
    |post|list |list|news listnews |card|list |cards| |ticker |breaking |outbrain |taboola |zergnet
    |revcontent |mgid |jp|relatedposts |yarpp |box|tin |boxtin |see|more |more|link |linked|article
    """
  ),
  (
    .share,
    """
    |share| |sharing| |shares| |share|buttons sharebar sharebox socialshare |social |socials addthis |addtoany |fb|
    |zalo| |follow| |follow|us |like|box |like|button |whatsapp
    |bookmark |toolbox |article|tools |print| |email|this |google|news |googlenews |chia|se |sharedaddy
    |interaction |reactions |rating |ratings |vote| |votes |voting |emotion
    """
  ),
  (
    .comment,
    """
    comment |disqus |binhluan |binh|luan |ykien |y|kien |kommentar |commentaire |comentario
    |commenti| |reply| |replies |respond| |responses| |livefyre |discussion |trackback |pingback
    |forum|
    """
  ),
  (
    .navigation,
    """
    |nav| |navi| |navbar |navigation |navigator |menu |mainmenu |breadcrumb |bread|crumb |topbar
    |top|bar |toolbar |pagination |pager |paging |paginator |skip|link |skiplink |masthead |sitemap
    |site|header |page|header| |language |lang|switch |search| |searchform |toc| |tableofcontents
    |table|of|contents |jump|
    """
  ),
  (
    .footer,
    """
    |footer |foot| |footnote|nav |copyright |copyleft |impressum |colophon |site|info |bottom|bar
    |legal| |disclaimer |credits| |imprint
    """
  ),
  (
    .advertisement,
    """
    |ad| |ads| |adv| |advert |adsense |adslot |adbox |ad|slot |banner |sponsor |quangcao |quang|cao
    |qc| |dfp |gpt| |anzeige |werbung |publicidad |pubblicita |publicite |commercial| |affiliate
    |marketing |partner| |partners
    """
  ),
  (
    .tags,
    """
    |tag| |tags| taglist |tag|list tagcloud |tags|list |keyword |keywords |hashtag |topics| |topic|list
    |article|tags |post|tags |tagged |tu|khoa |tukhoa |category| |categories| |cat|links |schlagwort
    |chude |chu|de|
    """
  ),
  (
    .form,
    """
    newsletter |subscribe |subscription |signup |sign|up |signin |sign|in |login
    |log|in| |register |registration |abo| |abonnement |piano| |piano|offer |donate |donation
    |support|us |membership |offer| |offers |upsell |cta| |call|to|action |opt|in |optin
    |mailchimp |survey |poll| |quiz|
    """
  ),
  (
    .consent,
    """
    cookie |consent |gdpr |onetrust |didomi |privacy |popup |pop|up |modal |overlay |lightbox
    |interstitial |notification |notice| |alert| |toast |adblock |tooltip |dropdown |warning|box
    |noscript
    """
  ),
  (
    .hidden,
    """
    |sr|only |visually|hidden visuallyhidden |screen|reader |screenreader |print|only |visuallyhide
    |is|hidden |offscreen |off|screen |accessibility
    |assistive
    """
  ),
  (
    .sidebar,
    """
    sidebar |side|bar |side|col |right|col |rightcol |col|right |left|col |leftcol |rail|
    |right|rail |aside |secondary| |complementary |sidecolumn |side|column |extra|content |infobox
    |info|box |fact|box |factbox |bio| |author|bio |about|author |authorbox |author|box |biography
    |teaser|box
    """
  ),
  (
    .title,
    """
    |title| headline |article|title |post|title |entry|title |news|title |heading| |tieude |tieu|de
    """
  ),
  (
    .media,
    """
    |video |player |photo |image |figure |picture |img| |embed
    |audio |podcast |infographic |media|
    """
  ),
  (.gallery, "|gallery |slideshow |carousel |slider| |photogallery |photo|slide |bildergalerie"),
  (.maybeHidden, "|hidden| |hide| |none| |invisible|"),
  (.article, "|article| |story| |post| |hentry |single|post |news| |detail| |entry| |artikel|"),
]
