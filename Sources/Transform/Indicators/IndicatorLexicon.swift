enum IndicatorLexicon {
  /// Nouns that name a measure, and, `false`, words that hold one as a syllable.
  static let heads = PhraseTable(
    rows(ofLexicon: LexiconFiles.indicatorHeads).map {
      (phrase: String($0[0]), value: $0.count == 1)
    }
  )
  static let prepositions: WordSet = ["vào", "cho", "của", "trong"]
  /// What is measured in a unit, where no noun says it.
  static let nouns = ["har": "diện tích", "m2": "diện tích", "km2": "diện tích", "Cel": "nhiệt độ"]
  static let areas: Set<String> = ["har", "m2", "km2"]

  /// What an adjective before a length or weight is the measure of.
  static let dimensions: [WordKey: String] = [
    "dài": "chiều dài", "rộng": "chiều rộng", "cao": "chiều cao", "sâu": "độ sâu", "dày": "độ dày",
    "nặng": "trọng lượng", "xa": "khoảng cách", "cách": "khoảng cách",
  ]

  /// Syllables of nouns that say by themselves what is measured.
  static let extents: WordSet = [
    "chiều", "bề", "tầm", "khoảng", "quãng", "độ", "mức", "khả", "trọng", "cách", "tốc",
  ]

  /// The ends of units of so much money for a time.
  static let spans: Set<String> = ["/a", "/mo", "/wk", "/d", "/h", "/min"]
  static let prison: WordKey = "tù"
  static let share: [WordKey] = ["cổ", "phiếu"]
  /// What makes a plan of a measure.
  static let aims: [[WordKey]] = [
    ["mục", "tiêu"], ["kế", "hoạch"], ["chỉ", "tiêu"], ["dự", "toán"],
  ]
  /// What stays in a noun of measure: `tỷ lệ hồ sơ được giải quyết`.
  static let passives: WordSet = ["được", "bị", "không", "chưa", "phải", "cần", "dự"]

  /// Nouns of measure of what is likely.
  static let totals: WordSet = ["tổng", "diện", "công", "kinh", "trị", "số"]
  static let ratios: WordSet = ["tỷ", "thị"]
  static let having: WordSet = ["với", "có"]
  static let chances: WordSet = ["khả", "xác", "nguy"]
  static let companies: WordSet = [
    "doanh", "lợi", "lãi", "lỗ", "biên", "roe", "roa", "ros", "nim", "cir", "car", "casa", "eps",
    "ebitda", "ldr", "p", "vốn", "cổ",
  ]
  static let joints: WordSet = ["và", "hoặc", "hay", "nữa", "này", "đó", "khác", "rồi", "cho"]
  static let `where`: WordSet = ["trên", "ở", "tại", "trong", "của", "dưới", "thuộc", "ngoài"]
  static let tails: WordSet = [
    "cho", "để", "của", "tại", "do", "khi", "ở", "thuộc", "vào", "trong",
  ]
  static let times: WordSet = ["thời", "lúc", "cuối", "đầu", "giữa", "ngày", "tháng", "năm"]
  static let whole: WordSet = ["toàn"]
  static let plans: WordSet = ["kế", "dự", "mục", "chỉ", "kịch"]
  static let listMarks: WordSet = [",", ";"]
  static let turns: WordSet = ["tăng", "giảm"]
  static let turned: WordSet = ["giá", "điểm", "trần", "sàn", "mạnh", "nhẹ"]
  static let takes: WordSet = ["chiếm", "góp"]
  static let trades: WordSet = ["bán", "mua"]
  static let net: WordKey = "ròng"
  static let of: WordSet = ["của", "từ", "trong", "về", "trên"]
  static let shares: WordSet = [
    "chiếm", "hữu", "góp", "bằng", "đạt", "là", "lệ", "thành", "giữ",
  ]
  static let moves: WordSet = [
    "tăng", "giảm", "thêm", "vượt", "cao", "thấp", "hơn", "kém", "trưởng", "mạnh", "đắt", "rẻ",
    "bớt",
    "thậm", "chí", "tiếp", "gấp",
  ]

  /// Verbs that end the subject of a clause.
  static let verbs: WordSet = [
    "đã", "đang", "sẽ", "được", "bị", "có", "là", "đạt", "tăng", "giảm", "ghi", "chiếm", "gồm",
    "cho", "công", "vẫn", "cũng", "còn", "lên", "xuống", "đón", "phải", "cần", "vượt", "thuộc",
    "đứng", "nằm", "muốn", "từng", "vừa", "mới", "dự", "tiếp", "đóng", "mất", "thu", "chi", "đặt",
    "đưa", "nhận", "trở", "khiến", "giúp", "thông", "khẳng", "bao", "cán", "chốt", "kết", "ước",
    "lãi", "lỗ", "bán", "mua", "rót", "nói", "này", "đến", "tới", "hiện", "xếp", "dẫn", "thắng",
    "thua", "khi",
  ]
  static let notAttributes: WordSet = [
    "và", "nhờ", "khiến", "đều", "đi", "cho", "vào", "ra", "từ", "hoặc", "hay", "nữa", "này", "đó",
    "đã", "đang", "sẽ", "được", "bị", "giúp", "vẫn", "cũng", "để", "trên", "dù", "sau", "còn",
    "mỗi",
    "của", "tại", "ở", "gần", "liên", "khác", "rồi", "trước", "có", "khá", "rất", "tùy", "ước",
    "thậm", "dao", "đến", "bất", "đối", "gồm", "bao", "trở",
  ]
}
