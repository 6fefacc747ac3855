import Records
import Testing

struct StoryBookTests {
  private let original = StorySketch(of: StorySketchTests.text)

  @Test func givesCopiesOneID() {
    var book = StoryBook()
    let copy = StorySketch(of: "Một lời dẫn khác của báo này.\n" + StorySketchTests.text)
    let id = book.id(of: original)
    #expect(id == original.id)
    #expect(book.id(of: copy) == id)
    #expect(book.id(of: original) == id)
    #expect(book.id(of: StorySketch(of: StorySketchTests.nextDay)) != id)
  }

  /// It is the first of a file that names the story.
  @Test func namesAStoryByItsFirstText() {
    var book = StoryBook()
    let copy = StorySketch(of: "Một lời dẫn khác của báo này.\n" + StorySketchTests.text)
    #expect(book.id(of: copy) == copy.id)
    #expect(book.id(of: original) == copy.id)
  }

  @Test func keepsNoMoreThanItsCapacity() {
    var book = StoryBook(capacity: 2)
    let first = book.id(of: original)
    for number in 0..<3 {
      let other = StorySketch(of: "Bản tin ngắn số \(number)")
      #expect(book.id(of: other) == other.id)
    }
    let copy = StorySketch(of: "Một lời dẫn khác của báo này.\n" + StorySketchTests.text)
    #expect(book.id(of: copy) == first)
    for number in 3..<6 { _ = book.id(of: StorySketch(of: "Bản tin ngắn số \(number)")) }
    #expect(book.id(of: copy) == copy.id)
  }
}
