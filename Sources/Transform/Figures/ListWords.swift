/// Words that join, part and introduce the numbers of a list.
enum ListWords {
  static let every: WordKey = "cứ"
  static let then: WordSet = ["thì", "có"]
  static let separators: WordSet = [",", ";", "và", "hoặc", "hay", "-", "–"]
  static let ends: WordSet = [",", ";", ")", "."]
  static let money: WordKey = "tiền"
  static let open: WordKey = "("
  static let close: WordKey = ")"
  static let breaks: WordSet = [";", ".", "("]
  static let levels: WordSet = [
    "lên", "xuống", "còn", "tới", "đạt", "mốc", "ngưỡng", "≥", "≤", ">", "<", "vùng", "lý",
    "quanh",
  ]
  static let level: WordKey = "mức"
  static let marks: WordSet = ["mốc", "ngưỡng", "vùng", "mức"]
  static let moves: WordSet = ["tăng", "giảm", "trượt", "mất", "cộng"]

  static let from: WordKey = "từ"

  /// Between two numbers of which one moves to the other.
  static let turns: WordSet = ["lên", "xuống", "còn"]
  static let reaching: WordSet = [
    "lên", "xuống", "còn", "tới", "đến", "mức", "gần", "hơn", "khoảng", "thành",
  ]
}
