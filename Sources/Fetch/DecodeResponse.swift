import Codings

/// A response's body without its content coding.
///
/// - Returns: What could be decoded, at most `limit` bytes.
func decode(_ response: HTTPResponse, limit: Int) -> [UInt8] {
  let codings = response.fields.filter { $0.name.lowercased() == "content-encoding" }
  guard !codings.isEmpty else { return response.body }
  let body = response.body[...]
  return Array(decodeBody(body, contentEncoding: codings.map(\.value), limit: limit).bytes)
}

/// The charset that `Content-Type` names; `nil` where it names none.
func charset(of contentType: String?) -> String? {
  for parameter in contentType?.split(separator: ";").dropFirst() ?? [] {
    let parts = parameter.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, parts[0].trimmingSpaces.lowercased() == "charset" else { continue }
    return parts[1].trimmingSpaces.filter { $0 != "\"" && $0 != "'" }
  }
  return nil
}
