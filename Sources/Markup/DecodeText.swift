/// Where a page's text is.
enum DecodedText {
  /// In the page's own bytes, which are valid UTF-8 without NUL.
  case asIs(hasNoncharacters: Bool)

  /// In the buffer that was given.
  case decoded
}

/// Fills `text` with the page as UTF-8 that is valid and holds no NUL, unless it is that already.
///
/// Whatever is declared, bytes that are valid UTF-8 and not all ASCII are UTF-8: pages that lie
/// about it outnumber texts that are so by chance.
func decodeText(
  _ bytes: UnsafeBufferPointer<UInt8>,
  contentType: String?,
  into text: inout [UInt8]
) -> DecodedText {
  let (form, hasNoncharacters) = checkUTF8(bytes)
  if form == .valid, !bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    return .asIs(hasNoncharacters: hasNoncharacters)
  }
  let charset = form == .valid ? "utf-8" : sniffCharset(of: bytes, contentType: contentType)
  if form == .ascii, !charset.hasPrefix("utf-16"), charset != "iso-2022-jp" {
    return .asIs(hasNoncharacters: hasNoncharacters)
  }
  if charset == "utf-8" || !convert(bytes, from: charset, into: &text) {
    text = Array(String(decoding: bytes, as: UTF8.self).utf8)
  }
  if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
  if text.contains(0) {
    text = text.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
      .joined(separator: [0xEF, 0xBF, 0xBD]).map { $0 }
  }
  return .decoded
}

/// The page as UTF-8 that is valid and holds no NUL.
func decodedText(_ page: [UInt8], contentType: String?) -> [UInt8] {
  var text: [UInt8] = []
  let found = page.withUnsafeBufferPointer {
    decodeText($0, contentType: contentType, into: &text)
  }
  if case .decoded = found { return text }
  return page
}

func checkUTF8(_ bytes: [UInt8]) -> UTF8Form {
  bytes.withUnsafeBufferPointer { checkUTF8($0).form }
}
