import Testing

@testable import Parse

struct HintMatcherTests {
  @Test(
    "it reads class names of any spelling",
    arguments: [
      ("article-body", .body), ("articleBody", .body), ("story article_body--wide x", .body),
      ("related-news", .related), ("tinLienQuan", .related), ("tin-lien-quan", .related),
      ("detail__sapo", .lead), ("PhotoCMS_Caption", .caption), ("site-footer", .footer),
      ("fb-comments", [.comment, .share]), ("mainNav", .navigation), ("newsletter2", .form),
      ("gdpr-banner", [.consent, .advertisement]), ("tags", .tags), ("stage", []), ("header", []),
      ("shareholder-text", []), ("ad-slot", .advertisement), ("broad", []), ("", []),
    ] as [(String, Hints)]
  )
  func reads(name: String, expected: Hints) {
    let asked: Hints = [
      .body, .related, .lead, .caption, .footer, .comment, .share, .navigation, .form, .consent,
      .advertisement, .tags,
    ]
    #expect(Hints(Array(name.utf8)[...]).intersection(asked) == expected)
  }

  @Test(
    "it takes a part of an element's name for no body",
    arguments: [
      "article-body__sign-in", "post-content-related", "entry-content-share",
    ]
  )
  func leavesParts(name: String) {
    #expect(!Hints(Array(name.utf8)[...]).contains(.body))
  }
}
