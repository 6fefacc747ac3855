/// The words that expressions of time are made of.
enum TimeWords {
  static let day: WordKey = "ngày"
  static let month: WordKey = "tháng"
  static let quarter: WordKey = "quý"
  static let year: WordKey = "năm"
  static let week: WordKey = "tuần"
  static let hour: WordKey = "giờ"
  static let hourSign: WordKey = "h"
  static let minute: WordKey = "phút"
  static let minuteSign: WordKey = "ph"
  static let century: WordKey = "kỷ"
  static let decade: WordKey = "niên"
  static let school: WordKey = "học"
  static let first: WordKey = "đầu"
  static let last: WordKey = "cuối"
  static let same: WordKey = "cùng"
  static let period: WordKey = "kỳ"
  static let slash: WordKey = "/"
  static let hyphen: WordKey = "-"
  static let dash: WordKey = "–"
  static let colon: WordKey = ":"
  static let comma: WordKey = ","
  static let opening: WordKey = "("
  static let closing: WordKey = ")"
  static let to: WordKey = "đến"
  static let until: WordKey = "tới"
  static let end: WordKey = "hết"
  static let now: WordKey = "nay"
  static let from: WordKey = "từ"
  static let and: WordKey = "và"
  static let or: WordKey = "hoặc"
  static let number: WordKey = "số"
  static let the: WordKey = "thứ"
  static let round: WordKey = "vòng"
  static let letterT: WordKey = "T"

  /// Words that stand before a day of the month with no `ngày` of its own.
  static let beforeDate: WordSet = [
    "ngày", "hôm", "mùng", "mồng", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "rạng", "từ",
    "đến", "tới", "hết", "dịp", "lễ", "phiên", "kể", "vào", "lúc", "bảy", "hai", "ba", "tư", "năm",
    "sáu", "nhật", "qua", "nghỉ", "đợt", "nay", "khánh", "phòng", "đoạn",
  ]

  /// Words of two syllables that do likewise: their last one, and the one before it.
  static let pairsBeforeDate = KeyTable<WordKey>([("điểm", "thời"), ("dịch", "giao")])

  /// Those of them that other numbers follow as well.
  static let weakCues: WordSet = [
    "từ", "đến", "tới", "hết", "kể", "vào", "bảy", "hai", "ba", "tư", "năm", "sáu", "qua", "phòng",
  ]

  /// Parts of the day.
  static let partsOfDay: WordSet = ["sáng", "trưa", "chiều", "tối", "đêm", "khuya", "rạng"]

  /// Words that may stand before a year with no `năm` of its own.
  static let beforeYear: WordSet = [
    "từ", "đến", "tới", "trước", "sau", "hè", "đoạn", "kỳ", "khóa", "mùa", "vụ", "xuân", "thu",
    "đông", "giải", "cup", "league", "và", "kể", "hết", "ngoái", "giữa", "đầu", "cuối", "khoảng",
    "thời", "hướng", "nhìn", "sinh", "tết", "kỉ", "vào", "trong", "khóa", "chính", "khoá",
  ]

  /// Units of a length of time.
  static let lengths: WordSet = [
    "năm", "tháng", "tuần", "ngày", "giờ", "tiếng", "phút", "giây", "quý", "phiên", "mùa", "vòng",
    "thập", "thế", "đêm", "kỳ",
  ]

  /// What may follow the last of several minutes of a match.
  static let afterMinutes: WordSet = ["từ", "của", "với", "nhưng", "giúp", "bằng", "do", "và"]

  /// What follows a length of time that only places an event: `5 năm qua`.
  static let afterLength: WordSet = ["qua", "nay"]

  /// The numerals one to twelve as words; ten and more are two words but `mười`.
  static let numerals = KeyTable<Int>([
    ("một", 1), ("giêng", 1), ("hai", 2), ("ba", 3), ("bốn", 4), ("tư", 4), ("năm", 5), ("sáu", 6),
    ("bảy", 7), ("tám", 8), ("chín", 9), ("mười", 10), ("chạp", 12),
  ])

  static let romans = KeyTable<Int>([
    ("I", 1), ("II", 2), ("III", 3), ("IV", 4),
  ])

  /// What `năm nay`, `năm ngoái` … add to the year.
  static let yearShifts = KeyTable<Int>([
    ("nay", 0), ("này", 0), ("ngoái", -1), ("trước", -1), ("qua", -1), ("rồi", -1), ("sau", 1),
    ("tới", 1),
  ])
}
