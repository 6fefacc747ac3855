/// Such as `45 s`, `12 min` or `3 h 12 min`.
package func words(forSeconds seconds: Int) -> String {
  let seconds = max(0, seconds)
  if seconds < 120 { return "\(seconds) s" }
  let minutes = seconds / 60
  if minutes < 120 { return "\(minutes) min" }
  return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
}
