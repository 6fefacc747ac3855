/// Turns pages into trees, one after the other, and keeps its buffers between them.
///
/// A page goes through three passes: its charset is undone, then a `BytePass` cuts what no reader
/// sees, mends what libxml2 takes otherwise than a browser and keeps texts and attributes, then
/// libxml2's events fill the tree.
package struct HTMLReader: ~Copyable {
  /// The most bytes that a page may have; 16 MiB.
  package static let limit = 16 << 20

  private var decoded: [UInt8] = []
  private var pass = BytePass()

  package init() {}

  /// Fills `tree` with a page: whatever the bytes, a tree or an error.
  ///
  /// - Parameters:
  ///   - page: The body as it came, in any charset.
  ///   - contentType: The HTTP header; `nil` where there is none.
  ///   - tree: What it held before is forgotten, its memory used again.
  /// - Throws: `HTMLTreeError` where the page is too large, or holds nothing.
  package mutating func read(
    _ page: ArraySlice<UInt8>,
    contentType: String?,
    into tree: inout HTMLTree
  ) throws(HTMLTreeError) {
    guard page.count <= Self.limit else { throw .tooLarge(bytes: page.count) }
    tree.removeAll()
    page.withUnsafeBufferPointer { bytes in
      switch decodeText(bytes, contentType: contentType, into: &decoded) {
      case .asIs(let hasNoncharacters):
        pass.run(over: bytes, hasNoncharacters: hasNoncharacters)
      case .decoded:
        decoded.withUnsafeBufferPointer { pass.run(over: $0, hasNoncharacters: true) }
      }
    }
    pass.content.withBytes { tree.bytes.append(contentsOf: $0) }
    swap(&tree.attributes, &pass.attributes)  // each keeps its memory for the next page
    readElements(of: pass, into: &tree)
    guard !tree.nodes.isEmpty else { throw .empty }
    for script in pass.linkedData {
      let start = tree.bytes.count
      tree.bytes.append(contentsOf: pass.kept[script])
      tree.linkedData.append(start..<tree.bytes.count)
    }
  }
}
