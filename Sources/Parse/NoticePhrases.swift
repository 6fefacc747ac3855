extension PhraseSet {
  /// How lines begin that lead to other pages or are about the site.
  static let noticeStarts = PhraseSet([
    "xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "mời quý độc giả", "mời bạn đọc",
    ">> ", "» ", "tin bài liên quan", "bài viết liên quan", "tags:", "từ khóa:", "từ khoá:",
    "chia sẻ:",
    "các tin đã đưa", "các bài đã đăng", "các tin khác", "tin cũ hơn", "tin mới hơn",
    "các tin cũ hơn", "các tin mới hơn", "những tin cũ hơn", "những tin mới hơn",
    "đánh giá bài viết",
    "bình luận", "gửi bình luận", "viết bình luận", "ý kiến bạn đọc", "mời độc giả", "mời quý vị",
    "đọc tiếp:", "tin cùng chuyên mục", "cùng chuyên mục", "có thể bạn quan tâm", "tin mới nhất",
    "tin nổi bật", "hotline:", "đường dây nóng", "liên hệ quảng cáo", "bạn cần đăng nhập",
    "ý kiến của bạn", "đăng ký nhận", "nguồn:", "video:", "xem video",
    "read more", "read also", "also read", "see also", "related:", "related stories",
    "related article",
    "advertisement", "more on this", "more:", "more from", "watch:", "listen:", "don't miss",
    "recommended", "follow us", "follow our", "subscribe", "sign up", "join our", "share this",
    "click here", "tap here", "you may also", "you might also", "published:", "last updated",
    "updated:",
    "filed under", "posted in", "tagged", "tags ", "leave a comment", "leave a reply",
    "comments are",
    "this article was originally", "this story was originally", "this post was originally",
    "copyright", "© ", "all rights reserved", "image credit", "photo credit", "photo:", "photos:",
    "image:", "credit:", "picture:", "getty images", "reporting by", "editing by",
    "additional reporting",
    "mehr zum thema", "lesen sie auch", "lesen sie hier", "lesen sie mehr", "auch interessant",
    "mehr dazu", "this entry was posted", "schreibt seit", "registrieren sie sich",
    "notas relacionadas", "noticias relacionadas", "contenido relacionado",
    "our standards:", "highlights aus", "was sind cookies", "abonniere", "zum artikel:",
    "mehr lesen", "weiterlesen", "zum thema", "foto:", "fotos:",
    "bild:", "quelle:",
    "quellen:", "stand:", "anzeige", "das könnte sie auch", "das könnte dich auch", "passend dazu",
    "dieser artikel erschien", "dieser artikel ist", "schon gelesen", "zur startseite", "teilen",
    "artikel teilen", "schlagwörter", "schlagworte", "kategorien", "kommentare", "kontakt:",
    "lire aussi", "à lire aussi", "lire la suite", "voir aussi", "sur le même sujet",
    "crédit photo",
    "leggi anche", "leggi tutto", "lee también", "lea también", "te puede interesar",
    "le puede interesar", "más información", "lea más", "lee más", "foto de", "crédito",
    "leia também", "leia mais", "veja também", "czytaj też", "czytaj także", "zobacz też",
    "zobacz także", "przeczytaj", "fot.", "läs också", "läs mer", "les også", "læs også",
    "lees ook",
    "weitere informationen", "weitere infos", "weitere aktuelle", "weiterführende", "erstellt:",
    "abbildung:", "image illustrative", "crédits photo", "credit", "(credit", "beitragsbild",
    "related topics", "empfehlungen", "relevante", "relevantes", "empfiehl", "newsticker",
    "quellenangaben", "originalpublikation", "zusatzinformationen", "vergrößern", "dieses thema im",
    "mehr themen", "das thema könnte", "recherchiert", "for the latest", "follow the",
    "čtěte také", "čtěte více", "関連記事", "関連キーワード", "※", "jahresabo", "monatsabo",
    "nur für neukunden", "jetzt testen", "相关阅读", "责任编辑",
  ])

  /// What only notices say.
  static let noticeParts = PhraseSet([
    "unsubscribe", "abbestellen", "wieder abmelden", "jederzeit abmelden",
    "datenschutzrichtlinie", "datenschutzbestimmungen", "privacy policy",
    "politique de confidentialité", "terms of service", "terms of use", "personenbezogene daten",
    "externer inhalt", "externen inhalt", "externe inhalte", "sign in to continue",
    "create an account", "join the conversation", "all rights reserved", "in your inbox",
    "straight to your inbox", "posteingang", "redaktionell empfohlen", "redaktionellen inhalt",
    "von unseren redakteuren ausgewählt", "adblocker", "cookies akzeptieren", "accept cookies",
    "whatsapp channel", "canal de whatsapp", "telegram-kanal",
    "folgen sie uns", "síguenos", "suivez-nous", "seguici su", "already a subscriber",
    "subscribe now", "jetzt abonnieren", "abonnez-vous", "suscríbete",
    "kommentare ein",
    "ihre kommentare", "your email address", "メールアドレス", "会員限定", "会員登録", "有料会員", "メールマガジン", "読み放題",
    "電子版が利用", "giấy phép xuất bản",
    "contributed to this", "verfügbar bis", "with reports from",
    "senden sie uns", "refresh the page", "privacy notice",
    "ohne gewähr", "redaktioneller inhalt", "kommentare :",
    "unterstützen sie", "unterstütze uns", "support our", "become a member", "hazte miembro",
    "canal de telegram", "canal de youtube",
    "vui lòng nhập", "đăng nhập để", "tải ứng dụng", "quét mã qr",
  ])

  /// What short notices say, and now and then a sentence of an article.
  static let shortNoticeParts = PhraseSet([
    "newsletter", "auf facebook", "on facebook", "on twitter", "auf twitter", "e-mail-adresse",
    "reported from", "logged in", "your feedback", "whatsapp-kanal", "subscribe to", "javascript",
    "schreiben sie uns", "datenschutzerklärung", "einverstanden", "einverständnis", "instagram",
  ])
}

/// The phrase by which a text is a notice of the site and no part of the article.
///
/// - Parameter text: In lower case, as `lowercased(_:)` has it.
/// - Returns: `nil` where there is none.
func noticePhrase(in text: [UInt8]) -> String? {
  if text.elementsEqual("quảng cáo".utf8) { return "quảng cáo" }
  if text.count < 250, let phrase = PhraseSet.noticeStarts.match(atStartOf: text) { return phrase }
  if text.count < 160, let phrase = PhraseSet.shortNoticeParts.match(in: text) { return phrase }
  return text.count < 700 ? PhraseSet.noticeParts.match(in: text) : nil
}
