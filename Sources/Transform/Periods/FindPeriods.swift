/// Finds the dates, periods and clock times of a text, in its order and apart from each other.
///
/// - Parameter publishedOn: What `24/11`, `tháng trước` and `hôm qua` are reckoned from; where it
///   is `nil` they are found but mean no days.
func findPeriods(in text: ArticleText, publishedOn: Day?) -> [PeriodMention] {
  []
}
