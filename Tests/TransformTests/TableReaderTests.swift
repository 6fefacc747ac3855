import Records
import Testing

@testable import Transform

struct TableReaderTests {
  /// An article of one table, whose lines stand in its text as Parse writes them.
  private func article(caption: String? = nil, _ lines: [[String]], headingLines: Int = 1)
    -> Article
  {
    let rows = lines.map { $0.joined(separator: " | ") }.joined(separator: "\n")
    var article = sample("Kết quả được công bố hôm qua.\n" + rows + "\nHết bài.")
    article.tables = [
      ArticleTable(
        caption: caption,
        header: lines[0],
        rows: Array(lines.dropFirst(headingLines)),
        characters: 30..<30 + rows.unicodeScalars.count
      )
    ]
    return article
  }

  /// Each figure of a table as `quote = value unit; indicator / category; period; change; status`.
  private func figures(caption: String? = nil, _ lines: [[String]]) -> [String] {
    findFigures(in: article(caption: caption, lines)).observations.map { figure in
      var words = "\(figure.quote) = \(figure.value)"
      if let unit = figure.unitCode ?? figure.unit { words += " \(unit)" }
      words += "; \(figure.indicator ?? "-")"
      if let category = figure.category { words += " / \(category)" }
      if let start = figure.periodStart, let end = figure.periodEnd {
        words += "; \(start)..\(end)"
      }
      if let change = figure.change { words += "; \(change.rawValue)" }
      if let base = figure.changeBase { words += " (\(base))" }
      if figure.status != .actual { words += "; \(figure.status.rawValue)" }
      return words
    }
  }

  @Test func takesRowAndColumnForWhatACellMeasures() {
    let found = figures([
      ["Xã", "Hộ nghèo", "Hộ cận nghèo"], ["Tân Tiến", "45", "1.204"], ["Phú Cường", "-", "87"],
    ])
    #expect(
      found == [
        "45 = 45; Tân Tiến / Hộ nghèo", "1.204 = 1204; Tân Tiến / Hộ cận nghèo",
        "87 = 87; Phú Cường / Hộ cận nghèo",
      ]
    )
  }

  @Test(arguments: [
    ("Chỉ tiêu (tỷ đồng)", "Doanh thu", "1.200", "1200000000000 VND"),
    ("2019", "Doanh thu (tỷ đồng)", "1.200,5", "1200500000000 VND"),
    ("2019", "Diện tích, nghìn ha", "12,5", "12500 har"),
    ("Giá (đồng/kg)", "Gạo tẻ", "15.000", "15000 VND/kg"),
    ("Tỷ lệ (%)", "Nước sạch", "97,5", "97.5 %"),
    ("%", "Nước sạch", "97,5", "97.5 %"),
    ("Số học sinh", "Lớp 1", "1.330", "1330 học sinh"),
    ("Tổng số", "Lớp 1", "1.330", "1330"),
    ("2019", "Sản lượng (tấn)", "1.200 kg", "1200 kg"),
  ])
  func readsUnits(column: String, row: String, cell: String, expected: String) {
    let found = findFigures(in: article([["", column], [row, cell]])).observations.map {
      "\($0.value)" + (($0.unitCode ?? $0.unit).map { " \($0)" } ?? "")
    }
    #expect(found == [expected])
  }

  @Test func takesTheCaptionsUnitWhereNoHeadingHasOne() {
    let found = figures(
      caption: "Kết quả kinh doanh năm 2019 (ĐVT: triệu đồng)",
      [
        ["Chỉ tiêu", "Giá trị", "Tỷ lệ (%)"], ["Lợi nhuận", "1.330,5", "12"],
        ["Lao động (người)", "45", "3"],
      ]
    )
    #expect(
      found == [
        "1.330,5 = 1330500000 VND; Lợi nhuận / Giá trị; 2019-01-01..2019-12-31",
        "12 = 12 %; Lợi nhuận / Tỷ lệ; 2019-01-01..2019-12-31",
        "45 = 45 người; Lao động / Giá trị; 2019-01-01..2019-12-31",
        "3 = 3 %; Lao động / Tỷ lệ; 2019-01-01..2019-12-31",
      ]
    )
  }

  @Test func readsTheUnitsColumnAndLeavesTheNumberingAlone() {
    let article = article([
      ["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2020", "Ước thực hiện 2020"],
      ["1", "Thu ngân sách", "tỷ đồng", "2.150", "2.300"],
      ["2", "Sản lượng lương thực", "nghìn tấn", "310", "305,5"],
      ["3", "Lao động có việc làm mới", "người", "14.000", "14.120"],
    ])
    let found = findFigures(in: article)
    #expect(
      found.observations.map { "\($0.value) \($0.unitCode ?? $0.unit ?? "")" } == [
        "2150000000000 VND", "2300000000000 VND", "310000 t", "305500 t", "14000 người",
        "14120 người",
      ]
    )
    #expect(found.observations.map(\.indicator).first == "Thu ngân sách")
    #expect(found.observations.prefix(2).map(\.status) == [.plan, .estimate])
    #expect(found.observations.allSatisfy { $0.periodStart == "2020-01-01" })
    #expect(
      found.notFigures.filter { $0.reason == "table" }.map(\.quote).suffix(3) == ["1", "2", "3"]
    )
  }

  @Test func readsTimesOfRowsAndColumns() {
    #expect(
      figures(
        caption: "Xuất khẩu gạo (triệu tấn)",
        [["", "2018", "2019"], ["Quý I", "1,5", "1,6"], ["Cả năm", "5,5", "6"]]
      ) == [
        "1,5 = 1500000 t; Xuất khẩu gạo; 2018-01-01..2018-03-31",
        "1,6 = 1600000 t; Xuất khẩu gạo; 2019-01-01..2019-03-31",
        "5,5 = 5500000 t; Xuất khẩu gạo; 2018-01-01..2018-12-31",
        "6 = 6000000 t; Xuất khẩu gạo; 2019-01-01..2019-12-31",
      ]
    )
    #expect(
      figures([["Năm", "Doanh thu (tỷ đồng)"], ["2019", "120"]]) == [
        "120 = 120000000000 VND; Doanh thu / 2019; 2019-01-01..2019-12-31"
      ]
    )
  }

  @Test func readsSigns() {
    #expect(
      figures([
        ["Mặt hàng", "Tăng/giảm (%)", "Lãi (tỷ đồng)"], ["Gạo", "+3,5", "12"],
        ["Cà phê", "-2,1", "-4,5"],
        ["Điều", "0,4", "(1,2)"],
      ]) == [
        "+3,5 = 3.5 %; Gạo / Tăng/giảm; increase", "12 = 12000000000 VND; Gạo / Lãi",
        "-2,1 = 2.1 %; Cà phê / Tăng/giảm; decrease", "-4,5 = -4500000000 VND; Cà phê / Lãi",
        "0,4 = 0.4 %; Điều / Tăng/giảm", "1,2 = -1200000000 VND; Điều / Lãi",
      ]
    )
  }

  @Test(arguments: [
    ("Tăng trưởng (%)", "7,1", Observation.Change.increase), ("Mức giảm (%)", "7,1", .decrease),
    ("Tỷ lệ giảm nghèo (%)", "7,1", nil), ("So với cùng kỳ (%)", "107,1", nil),
    ("So với cùng kỳ (%)", "-7,1", .decrease),
  ])
  func readsMoves(column: String, cell: String, expected: Observation.Change?) {
    let found = findFigures(in: article([["Ngành", column], ["Dệt may", cell]])).observations
    #expect(found.map(\.change) == [expected])
  }

  @Test func readsCellsOfWords() {
    #expect(
      figures([
        ["Sản phẩm", "Giá bán"], ["Gạo", "15.000 - 17.000 đồng/kg"],
        ["Cá", "tăng 5%, lên 60.000 đồng"],
      ])
        == [
          "15.000 - 17.000 đồng/kg = 15000 VND/kg; Gạo / Giá bán",
          "5% = 5 %; Cá / Giá bán; increase", "60.000 đồng = 60000 VND; Cá / Giá bán; to",
        ]
    )
  }

  @Test func readsTablesWithoutHeadings() {
    #expect(
      figures([["Chiều dài", "4.425 mm"], ["Công suất", "120 mã lực"], ["Ra mắt", "2019"]]).count
        == 2
    )
    #expect(
      figures([["Chiều dài", "4.425 mm"], ["Rộng", "1.730 mm"]]).first
        == "4.425 mm = 4425 mm; Chiều dài"
    )
  }

  @Test func knowsThePlaceOfARow() {
    let found = findFigures(
      in: article([["Địa phương", "Số ca mắc"], ["Hà Nội", "120"], ["Đà Nẵng", "45"]])
    ).observations
    #expect(found.map(\.placeCode) == ["01", "48"])
    #expect(found.map(\.indicator) == ["Số ca mắc", "Số ca mắc"])
    #expect(found.map(\.category) == ["Hà Nội", "Đà Nẵng"])
    #expect(found.map(\.sentence) == ["Hà Nội | 120", "Đà Nẵng | 45"])
  }

  @Test func checksTotals() {
    let head = ["Huyện", "Số trường"]
    let right = findFigures(in: article([head, ["A", "12"], ["B", "30"], ["Tổng cộng", "42"]]))
    #expect(
      right.observations.flatMap(\.checks).map(\.statement)
        == Array(repeating: "12 + 30 = 42", count: 3)
    )
    #expect(right.observations.allSatisfy { $0.group == 1 })
    let first = findFigures(in: article([head, ["Toàn tỉnh", "42"], ["A", "12"], ["B", "30"]]))
    #expect(first.observations.first?.checks.first?.holds == true)
    let wrong = findFigures(in: article([head, ["A", "12"], ["B", "31"], ["Tổng cộng", "42"]]))
    #expect(wrong.observations.last?.checks.map(\.statement) == ["12 + 31 ≠ 42"])
    #expect(wrong.observations.last?.checks.first?.holds == false)
    let nested = findFigures(
      in: article([head, ["A", "12"], ["- Trong đó: nữ", "5"], ["B", "31"], ["Tổng", "42"]])
    )
    #expect(nested.observations.flatMap(\.checks).isEmpty)
    let shares = findFigures(
      in: article([["Loại", "Tỷ lệ (%)"], ["A", "12"], ["B", "31"], ["Tổng", "42"]])
    )
    #expect(shares.observations.flatMap(\.checks).isEmpty)
  }

  @Test(arguments: [
    [["T2", "T3"], ["1", "2"]], [["", ""], ["5", "7"]],
    [["Sách", "Trang"], ["Toán", "S. 39 và phụ lục"]],
    [["Phim", "Ra mắt"], ["Mùa len trâu", "2004"]],
  ])
  func refusesNumbersThatNothingNames(lines: [[String]]) {
    let found = findFigures(in: article(lines))
    #expect(found.observations.isEmpty)
    #expect(!found.notFigures.isEmpty)
  }

  @Test func passesOverNumberedRows() {
    #expect(
      figures([["", "Đội", "Điểm"], ["1", "Thể Công", "31"], ["2", "Bình Phước", "29"]]).map {
        $0.prefix { $0 != "=" }
      } == ["31 ", "29 "]
    )
  }

  @Test func losesNoNumberOfARaggedTable() {
    var article = article([["", "2019"], ["A", "12", "13"], [""], ["B"]])
    article.tables[0].rows.removeLast()
    let found = findFigures(in: article)
    let known = found.observations.map(\.quote) + found.notFigures.map(\.quote)
    #expect(Set(known) == ["2019", "12", "13"])
  }
}
