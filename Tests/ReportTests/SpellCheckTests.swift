import Report
import Testing

struct SpellCheckTests {
  @Test(arguments: [
    ("share", "21/333 ≠ 7 %", "21 ÷ 333 = 6,31%; bài ghi 7%"),
    ("sum", "1200 + 246.5 + 66 ≠ 1512", "1.200 + 246,5 + 66 = 1.512,5; bài ghi 1.512, lệch 0,5"),
    ("growth", "120 -5 % ≠ 130", "120 −5% = 114; bài ghi 130"),
    ("growth", "120 +5 % ≠ 130", "120 +5% = 126; bài ghi 130"),
    ("growth", "1200 → 1300 is not +5 %", "1.200 → 1.300: +8,33%; bài ghi +5%"),
    ("growth", "1300 → 1200 is not -5 %", "1.300 → 1.200: −7,69%; bài ghi −5%"),
    ("difference", "120 → 1130 differ not by 12", "1.130 − 120 = 1.010; bài ghi 12"),
    ("difference", "130 → 120 differ not by 12", "130 − 120 = 10; bài ghi 12"),
  ])
  func spellsOut(rule: String, statement: String, text: String) {
    #expect(spelledOut(rule, statement).vietnamese == text)
  }

  @Test func spellsOutInEnglish() {
    #expect(
      spelledOut("share", "21/1333 ≠ 7.5 %").english == "21 ÷ 1,333 = 1.58%; the article says 7.5%"
    )
  }

  @Test(arguments: [
    ("share", "21/0 ≠ 7 %"), ("share", "a/b ≠ 7 %"), ("sum", "1 + ≠ 3"),
    ("growth", "5 → ? is not +1 %"),
    ("new_rule", "1 ≠ 2"), ("share", ""), ("difference", "<b> → 1 differ not by 2"),
  ])
  func leavesOtherFormsAsTheyAre(rule: String, statement: String) {
    #expect(spelledOut(rule, statement) == Phrase(same: statement))
  }
}
