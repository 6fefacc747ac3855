enum IndicatorLexicon {
  static let heads = PhraseTable(
    rows(ofLexicon: LexiconFiles.indicatorHeads).map { (phrase: String($0[0]), value: true) }
  )
  static let prepositions: WordSet = ["vào", "cho", "của", "trong"]
  /// What is measured in a unit, where no noun says it.
  static let nouns = ["har": "diện tích", "m2": "diện tích", "km2": "diện tích", "Cel": "nhiệt độ"]
  static let prison: WordKey = "tù"
  static let joints: WordSet = ["và", "hoặc", "hay", "nữa", "này", "đó", "khác", "rồi", "cho"]
  static let times: WordSet = ["thời", "lúc", "cuối", "đầu", "giữa", "ngày", "tháng", "năm"]
  static let whole: WordSet = ["toàn"]
  static let takes: WordSet = ["chiếm", "góp"]
  static let trades: WordSet = ["bán", "mua"]
  static let of: WordSet = ["của", "từ", "trong", "về"]
  static let shares: WordSet = [
    "chiếm", "hữu", "góp", "bằng", "đạt", "là", "lệ", "thành", "giữ",
  ]
  static let moves: WordSet = [
    "tăng", "giảm", "thêm", "vượt", "cao", "thấp", "hơn", "kém", "trưởng", "mạnh", "đắt", "rẻ",
    "bớt",
    "thậm", "chí", "tiếp", "gấp",
  ]
  static let notAttributes: WordSet = [
    "và", "nhờ", "khiến", "đều", "đi", "cho", "vào", "ra", "từ", "hoặc", "hay", "nữa", "này", "đó",
    "đã", "đang", "sẽ", "được", "bị", "giúp", "vẫn", "cũng", "để", "trên", "dù", "sau", "còn",
    "mỗi",
    "của", "tại", "ở", "gần", "liên", "khác", "rồi", "trước", "có",
  ]
}
