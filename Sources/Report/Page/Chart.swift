/// One colour of bars, standing on those before it.
struct Series {
  /// Its class in the page's style.
  var kind: String

  /// What its colour stands for; empty where the chart has one colour and no key.
  var name = Phrase(same: "")

  var values: [Int]
}

/// Bars as SVG that takes the width that there is; words stand around it, so that they stay
/// readable however narrow it gets.
///
/// - Parameters:
///   - series: As many values each, none negative.
///   - top: The value at the upper edge, from 1.
///   - label: The id of what names the chart; `nil` where the numbers stand beside it as text.
///   - titles: What each bar says under the pointer; as many as values, or none.
///   - html: Where to.
func writeBars(
  _ series: [Series],
  top: Int,
  label: String?,
  titles: [String] = [],
  to html: inout HTMLWriter
) {
  let count = series.first?.values.count ?? 0
  let box = HTMLAttribute("viewBox", "0 0 \(max(1, count) * 10) 100")
  let stretch = HTMLAttribute("preserveAspectRatio", "none")
  func draw(_ html: inout HTMLWriter) {
    var floors = [Int](repeating: 0, count: count)
    for (number, one) in series.enumerated() {
      if titles.isEmpty {
        html.element("path", .kind(one.kind), .init("d", path(one.values, floors, top))) { _ in }
      } else {
        for (place, value) in one.values.enumerated() where value > 0 {
          html.element("path", .kind(one.kind), bar(place, value, floors[place], top)) { _ in }
        }
      }
      for place in floors.indices { floors[place] += one.values[place] }
      guard number == series.count - 1 else { continue }
      for (place, title) in titles.enumerated() {
        html.element("path", .kind("touch"), .init("d", "M\(place * 10) 0h10v100h-10z")) { html in
          html.element("title", text: title)
        }
      }
    }
  }
  if let label {
    html.element(
      "svg",
      .kind("bars"),
      box,
      stretch,
      .init("role", "img"),
      .init("aria-labelledby", label)
    ) { draw(&$0) }
  } else {
    html.element("svg", .kind("bars"), box, stretch, .init("aria-hidden", "true")) { draw(&$0) }
  }
}

private func bar(_ place: Int, _ value: Int, _ floor: Int, _ top: Int) -> HTMLAttribute {
  HTMLAttribute("d", path([value], [floor], top, from: place))
}

/// The outline of bars, each 8 wide and 10 from the next.
private func path(_ values: [Int], _ floors: [Int], _ top: Int, from first: Int = 0) -> String {
  var text = ""
  for (place, (value, floor)) in zip(values, floors).enumerated() where value > 0 {
    let height = decimal(tenths(value, of: top))
    let foot = decimal(1000 - tenths(floor, of: top))
    text += "M\((first + place) * 10 + 1) \(foot)v-\(height)h8v\(height)z"
  }
  return text
}

/// A value's height in tenths of a hundredth of the chart; what is not 0 can be seen.
private func tenths(_ value: Int, of top: Int) -> Int {
  guard value > 0 else { return 0 }
  return max(8, Int((Double(value) * 1000 / Double(max(1, top))).rounded()))
}

private func decimal(_ tenths: Int) -> String {
  tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}
