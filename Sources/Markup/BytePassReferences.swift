import ASCII

extension BytePass {
  /// The character reference that the `&` here begins, resolved as the HTML Standard says
  /// (§13.2.5.72), or the `&` itself.
  ///
  /// What it stands for goes to `content`.
  mutating func copyReference(inAttribute: Bool, end: Int) {
    let start = position
    position += 1
    if position < end, bytes[position] == UInt8(ascii: "#") {
      if let code = readCode(end: end) {
        // A text holds no character that XML has not.
        if inAttribute || isXMLCharacter(code) { content.append(character: code) }
        return
      }
      position = start + 1
      content.append(UInt8(ascii: "&"))
      return
    }
    var name = position
    while name < end, name - position < 32, isLetter(bytes[name]) || isDigit(bytes[name]) {
      name += 1
    }
    let length = name - position
    let isClosed = name < end && bytes[name] == UInt8(ascii: ";")
    if length >= 2, isClosed, let code = characterCode(named: position..<name) {
      position = name + 1
      return content.append(character: code)
    }
    if let known = openReference(length: length) {
      let next = position + known.length
      let isValue =
        inAttribute && next < end
        && (bytes[next] == UInt8(ascii: "=") || isLetter(bytes[next]) || isDigit(bytes[next]))
      if !isValue {
        position = next
        return content.append(character: known.code)
      }
    }
    content.append(UInt8(ascii: "&"))
  }

  /// The code of `&#…`, mended; `nil` where no digit follows.
  private mutating func readCode(end: Int) -> UInt32? {
    position += 1
    let isHex = position < end && bytes[position] | 0x20 == UInt8(ascii: "x")
    if isHex { position += 1 }
    var code: UInt32 = 0
    let digits = position
    while position < end, let digit = digit(bytes[position], isHex: isHex) {
      code = min(code * (isHex ? 16 : 10) + digit, 0x11_0000)
      position += 1
    }
    guard position > digits else { return nil }
    if position < end, bytes[position] == UInt8(ascii: ";") { position += 1 }
    if 0x80...0x9F ~= code { return windows1252[Int(code) - 0x80] }
    return code == 0 ? 0xFFFD : code
  }

  private func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    isHex || isDigit(byte) ? hexadecimalValue(byte).map(UInt32.init) : nil
  }

  private func characterCode(named name: Range<Int>) -> UInt32? {
    let text = String(decoding: bytes[name], as: UTF8.self)
    return moreCharacters[text] ?? codePoint(ofHTML4: text)
  }

  /// The longest name here of those that count without a `;`.
  private func openReference(length: Int) -> (length: Int, code: UInt32)? {
    for length in stride(from: min(length, 6), through: 2, by: -1) {
      let name = String(decoding: bytes[position..<position + length], as: UTF8.self)
      if let code = uppercaseNames[name] ?? codePoint(ofHTML4: name), code < 256 {
        return (length, code)
      }
    }
    return nil
  }
}

private let uppercaseNames: [String: UInt32] = [
  "AMP": 0x26, "LT": 0x3C, "GT": 0x3E, "QUOT": 0x22, "COPY": 0xA9, "REG": 0xAE,
]

/// What the code points from 0x80 to 0x9F mean, HTML Standard §13.2.5.80.
private let windows1252: [UInt32] = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
]

/// Names that HTML 5 added and pages use, with their code points; libxml2 knows HTML 4's.
private let moreCharacters: [String: UInt32] = {
  var found = uppercaseNames
  for word in moreNames.split(whereSeparator: \.isWhitespace) {
    let pair = word.split(separator: "=")
    if pair.count == 2, let code = UInt32(pair[1], radix: 16) { found[String(pair[0])] = code }
  }
  return found
}()

private let moreNames = """
  apos=27 Tab=9 NewLine=A excl=21 num=23 dollar=24 percnt=25 lpar=28 rpar=29 ast=2A midast=2A
  plus=2B comma=2C period=2E sol=2F colon=3A semi=3B equals=3D quest=3F commat=40 lsqb=5B
  lbrack=5B bsol=5C rsqb=5D rbrack=5D Hat=5E lowbar=5F UnderBar=5F grave=60 lcub=7B lbrace=7B
  verbar=7C vert=7C rcub=7D rbrace=7D nbsp=A0 half=BD centerdot=B7 die=A8 hyphen=2010 dash=2010
  horbar=2015 lsquor=201A ldquor=201E rdquor=201D rsquor=2019 nldr=2025 mldr=2026 vellip=22EE
  bullet=2022 numsp=2007 puncsp=2008 hairsp=200A ZeroWidthSpace=200B NoBreak=2060 shy=AD
  Abreve=102 abreve=103 Amacr=100 amacr=101 Aogon=104 aogon=105 Cacute=106 cacute=107 Ccaron=10C
  ccaron=10D Dcaron=10E dcaron=10F Dstrok=110 dstrok=111 Emacr=112 emacr=113 Eogon=118 eogon=119
  Ecaron=11A ecaron=11B Gbreve=11E gbreve=11F Itilde=128 itilde=129 Imacr=12A imacr=12B Idot=130
  imath=131 inodot=131 Lstrok=141 lstrok=142 Nacute=143 nacute=144 Ncaron=147 ncaron=148
  Omacr=14C omacr=14D Odblac=150 odblac=151 Racute=154 racute=155 Rcaron=158 rcaron=159
  Sacute=15A sacute=15B Scedil=15E scedil=15F Tcaron=164 tcaron=165 Tcedil=162 tcedil=163
  Utilde=168 utilde=169 Umacr=16A umacr=16B Uring=16E uring=16F Udblac=170 udblac=171 Zacute=179
  zacute=17A Zdot=17B zdot=17C Zcaron=17D zcaron=17E check=2713 star=2606 starf=2605 phone=260E
  male=2642 female=2640 le=2264 leq=2264 ge=2265 geq=2265 numero=2116 copysr=2117 trade=2122
  rarr=2192 larr=2190 nearr=2197 searr=2198 triangleright=25B9 blacktriangleright=25B8
  """
