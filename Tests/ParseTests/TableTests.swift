import Markup
import Testing

@testable import Parse

struct TableTests {
  @Test("it resolves spans and joins headings")
  func resolvesSpans() throws {
    let table = try #require(
      try read(
        """
        <table><caption>Kết quả</caption><thead><tr><th rowspan=2>Trường<th colspan=2>Bài</tr>
        <tr><th>Giỏi<th>Khá</tr></thead>
        <tr><td rowspan=2>A<td>21<td>246<tr><td>3<td>5<tr><td>B<td>7</table>
        """
      )
    )
    #expect(table.caption == "Kết quả")
    #expect(table.header == ["Trường", "Bài Giỏi", "Bài Khá"])
    #expect(table.rows == [["A", "21", "246"], ["A", "3", "5"], ["B", "7", ""]])
    #expect(
      table.allRows == [
        ["Trường", "Bài"], ["", "Giỏi", "Khá"], ["A", "21", "246"], ["", "3", "5"], ["B", "7"],
      ]
    )
  }

  @Test("it takes the first row for headings where it alone has no figures")
  func findsHeading() throws {
    let table = try #require(
      try read("<table><tr><td>Xã<td>Dân số<tr><td>A<td>1.200<tr><td>B<td>900</table>")
    )
    #expect(table.header == ["Xã", "Dân số"])
    #expect(table.rows.count == 2)
  }

  @Test(
    "it leaves tables that arrange a page",
    arguments: [
      "<table><tr><td><img><tr><td>Ảnh: một ngôi trường</table>",
      "<table><tr><td>a<td>b<tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table><td>d</table>",
      "<table role=presentation><tr><td>a<td>1<tr><td>b<td>2</table>",
      "<table><tr><td><a href=x>một</a><td><a href=y>hai</a><tr><td><a href=z>ba</a><td>4</table>",
      "<table><tr><td>a<td>b</table>",
    ]
  )
  func leavesLayouts(html: String) throws {
    #expect(try read(html) == nil)
  }

  @Test("it survives spans without end")
  func survivesSpans() throws {
    let row = String(repeating: "<td rowspan=99999 colspan=99999>x", count: 100)
    let table = try read("<table>" + String(repeating: "<tr>\(row)", count: 100) + "</table>")
    #expect(table?.header.count ?? 0 <= 60)
  }

  private func read(_ html: String) throws -> DataTable? {
    var reader = HTMLReader()
    var tree = HTMLTree()
    try reader.read(Array(html.utf8)[...], contentType: nil, into: &tree)
    let id = try #require(tree.nodes.indices.first { tree.tag($0) == .table })
    return DataTable(at: id, in: tree)
  }
}
