/// A time of day at a token: `16:05`, `16h05`, `4:05 PM`, `16:05:30`.
///
/// - Returns: Seconds from midnight, and the token after it.
func readClock(at index: Int, in scanner: DateScanner) -> (seconds: Int, next: Int)? {
  guard var hour = scanner.number(index), hour < 24, let minute = scanner.number(index + 2),
    minute < 60, scanner.mark(index + 1) == ":" || scanner.word(index + 1) == "h"
  else { return nil }
  var next = index + 3
  var second = 0
  if scanner.mark(next) == ":", let value = scanner.number(next + 1), value < 60 {
    second = value
    next += 2
    if scanner.mark(next) == "." { next += 2 }  // a fraction
  }
  if let half = scanner.word(next), let isLate = halvesOfDay[half] {
    if hour <= 12 { hour = hour % 12 + (isLate ? 12 : 0) }
    next += 1
  }
  return (hour * 3600 + minute * 60 + second, next)
}

/// The one time of day near a date.
func findClock(around span: Range<Int>, in scanner: DateScanner) -> Int? {
  var index = max(0, span.lowerBound - 8)
  while index < min(scanner.tokens.count, span.upperBound + 6) {
    if !span.contains(index), let clock = readClock(at: index, in: scanner) { return clock.seconds }
    index += 1
  }
  return nil
}

/// A zone at or after a token, in minutes east of UTC: `Z`, `+07:00`, `+0700`, `GMT+7`.
func readZone(from index: Int, in scanner: DateScanner) -> Int? {
  for place in index..<max(index, scanner.tokens.count) {
    if let word = scanner.word(place) {
      if word == "z", place == index { return 0 }
      if word == "gmt" || word == "utc" { return readOffset(at: place + 1, in: scanner) ?? 0 }
    }
    if place == index, let offset = readOffset(at: place, in: scanner) { return offset }
  }
  return nil
}

private func readOffset(at index: Int, in scanner: DateScanner) -> Int? {
  guard let mark = scanner.mark(index), mark == "+" || mark == "-" || mark == "−",
    let value = scanner.number(index + 1)
  else { return nil }
  let minutes =
    value >= 100
    ? value / 100 * 60 + value % 100
    : value * 60 + (scanner.mark(index + 2) == ":" ? scanner.number(index + 3) ?? 0 : 0)
  guard minutes <= 14 * 60 else { return nil }
  return mark == "+" ? minutes : -minutes
}

/// Words after a time of day, and whether they mean the hours after noon.
private let halvesOfDay = [
  "am": false, "sa": false, "sáng": false, "pm": true, "ch": true, "chiều": true, "tối": true,
]

/// 1 to 12 for the name of a month in English, German, French, Spanish, Italian or Portuguese.
func monthNumber(_ name: String) -> Int? { monthNumbers[name] }

private let monthNumbers: [String: Int] = {
  let names = """
    january jan januar jänner janvier enero ene gennaio gen janeiro
    february feb februar février fevr febrero febbraio fevereiro fev
    march mar märz mars marzo março mär
    april apr avril abril abr aprile avr
    may mai mayo maggio mag maio
    june jun juni juin junio giugno giu junho
    july jul juli juillet julio luglio lug julho juil
    august aug août agosto ago
    september sep sept septembre septiembre settembre set setembro
    october oct oktober okt octobre octubre ottobre ott outubro out
    november nov novembre noviembre novembro
    december dec dezember dez décembre diciembre dic dicembre dezembro déc
    """
  var numbers: [String: Int] = [:]
  for (index, line) in names.split(separator: "\n").enumerated() {
    for name in line.split(separator: " ") { numbers[String(name)] = index + 1 }
  }
  return numbers
}()
