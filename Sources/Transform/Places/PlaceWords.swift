/// The words that tell a place from a part of another name.
enum PlaceWords {
  /// Words before a place that put something there.
  static let locatives: WordSet = [
    "ở", "tại", "trong", "bàn", "về", "đến", "tới", "từ", "khắp", "thuộc", "quanh", "vào", "ra",
    "lên", "xuống", "sang", "qua", "trú", "ngụ", "quê", "phận", "gần", "trên", "khỏi", "rời",
  ]

  /// Words before `tại` that make a place a market's: `niêm yết tại Hong Kong`.
  static let exchanges: WordSet = ["yết", "dịch", "sàn", "khoán", "ngoại"]

  /// Words at which a name before a place can't go on.
  static let boundaries: WordSet = [
    "ở", "tại", "trong", "của", "thuộc", "đến", "từ", "về", "và", "với", "cho", "trên", "là", "có",
    "do", "được", "bị", "sang", "tới", "vào", "ra", "qua", "giữa", "các", "những", "này", "đó",
    "để", "khi", "như", "theo", "hơn", "so", "mà", "nhưng", "còn", "đã", "đang", "sẽ", "không",
    "bàn", "khắp", "trú", "ngụ", "quê", "lên", "xuống", "cùng", "hoặc", "hay", "vì", "nên", "thì",
  ]

  /// Bodies of the state, whose place is where they are: `Công an Hà Nội`, `UBND Lạng Sơn`.
  static let stateBodies: WordSet = [
    "ubnd", "hđnd", "tand", "vksnd", "mttq", "sở", "cục", "phòng", "an", "ca", "csgt", "bch", "ủy",
    "uỷ", "ban", "đoàn", "cdc", "bhxh", "tra", "án", "sát", "bộ", "thư", "tịch", "biểu", "csđt",
    "đbqh", "cấp", "biên", "quân", "đội", "huy", "quan",
  ]

  /// Words that begin the name of what is no place, though one stands in it.
  static let names: WordSet = [
    "ctcp", "ty", "đoàn", "hàng", "nh", "khoán", "đh", "viện", "trường", "thpt", "thcs", "clb",
    "fc", "báo", "đài", "chí", "nxb", "sạn", "kcn", "tốc", "lộ", "hội", "tmcp", "tnhh", "án", "máy",
    "điện", "hãng", "nhãn", "cảng", "bay", "cup", "cúp", "luật", "đảng", "quỹ", "học",
    "vietcombank", "lữ",
  ]

  /// Words right before a place that make it a road's, a river's, a dish's.
  static let directNames: WordSet = [
    "cầu", "đường", "phố", "sông", "núi", "hồ", "biển", "chùa", "đền", "vịnh", "chợ", "ga", "hầm",
    "đèo", "bia", "rượu", "bún", "phở", "giờ", "sàn", "sân", "khu", "cửa", "trại", "tòa", "tuyến",
    "cảng", "metro", "hiệp", "liên", "hải", "nghiệp",
  ]

  /// What must stand before such a word for it to begin a name.
  static let namePairs: [WordKey: WordSet] = [
    "ty": ["công"], "hàng": ["ngân", "nhà", "cửa"], "khoán": ["chứng"], "đoàn": ["tập", "liên"],
    "viện": ["học", "bệnh", "nhạc"], "chí": ["tạp"], "sạn": ["khách"], "tốc": ["cao"],
    "lộ": ["quốc", "tỉnh", "đại"], "án": ["dự"], "máy": ["nhà"], "bay": ["sân"],
    "điện": ["thủy", "nhiệt", "phong"], "hội": ["hiệp"], "học": ["đại", "trung", "tiểu"],
  ]

  /// What must not.
  static let nameExceptions: [WordKey: WordSet] = [
    "trường": ["thị", "môi", "hội", "quân", "hiện", "nông", "lâm", "công", "quảng", "chủ", "thi"],
    "báo": ["thông", "dự", "cảnh", "khai", "trình", "tin"], "luật": ["pháp", "kỷ", "quy"],
    "đài": ["vũ"],
  ]

  /// Words before a country that make it somebody's or something's origin.
  static let origins: WordSet = [
    "người", "gốc", "hlv", "thủ", "vợt", "đội", "bóng", "tuyển", "đạo", "môn", "sĩ", "viên", "báo",
    "tờ", "hãng", "ty", "xe", "đoàn", "nhiệm", "thông", "hàng", "khách", "quân", "phim", "đồng",
    "tiếng", "vệ", "kỹ", "quốc", "sỹ", "tướng", "game", "đại", "gia", "thương", "hiệu", "bà", "ông",
    "vốn", "sao", "thống", "chiến", "tranh", "cách", "cô", "gái", "cậu", "chàng", "học", "nhóm",
    "điện",
  ]

  /// Words before a name of one syllable that make it somebody's.
  static let titles: WordSet = [
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "thầy", "bạn", "cậu", "dì", "mợ",
    "cụ", "bé", "con", "vợ", "chồng", "sĩ", "sỹ", "tên", "hậu", "thị", "văn", "đức",
  ]

  /// Where the words begin that say of what sort a place is: `ở bang Ohio`, `tại thành phố Lviv`.
  static func start(ofSortBefore start: Int, in text: ArticleText) -> Int {
    switch text.word(at: start - 1) {
    case state, LevelWords.province, area: start - 1
    case LevelWords.cityTail where text.word(at: start - 2) == LevelWords.city: start - 2
    case LevelWords.capitalTail where text.word(at: start - 2) == LevelWords.capital: start - 2
    default: start
    }
  }

  private static let state: WordKey = "bang"
  private static let area: WordKey = "vùng"

  /// Words before where somebody lives or comes from.
  static let living: WordSet = ["trú", "ngụ", "quê"]

  /// Words after a place that make it a club's, a newspaper's or a company's.
  static let tails: WordSet = [
    "fc", "mới", "times", "airlines", "telecom", "bank", "open", "next", "idol", "post", "tv",
    "group", "steel", "tourism", "mở", "news", "today", "media", "land", "motor", "motors", "union",
  ]

  /// Names of one syllable that may begin a sentence and still be the country's.
  static let openingShort: WordSet = ["mỹ", "pháp", "nhật", "lào", "úc", "bỉ"]
}
