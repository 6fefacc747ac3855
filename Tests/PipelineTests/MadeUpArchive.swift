import Codings
import Foundation
import Records
import SystemPackage
import TestSupport

@testable import Pipeline

/// Archive files made up for a test, and the pipeline that reads them.
struct MadeUpArchive {
  let folder: TemporaryFolder
  var config: PipelineConfig

  init() throws {
    folder = try TemporaryFolder()
    config = try PipelineConfig(
      yaml: "name: made-up\ndata: data\nsources:\n  - archive: x/*.warc.gz\n",
      file: FilePath(folder.path + "/made-up.yaml")
    )
  }

  /// Writes `archive/2020-11-24/NAME.warc.gz`, a member for each of `records`.
  func write(_ name: String, _ records: [[UInt8]]) throws {
    var compressor = GzipCompressor()
    var bytes: [UInt8] = []
    for record in records { compressor.append(record, to: &bytes) }
    try write(name, bytes: bytes)
  }

  /// Writes `archive/2020-11-24/NAME.warc.gz` as it stands.
  func write(_ name: String, bytes: [UInt8]) throws {
    let day = folder.path + "/data/archive/2020-11-24"
    try FileManager.default.createDirectory(atPath: day, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: day + "/\(name).warc.gz"))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    let path = folder.path + "/data/archive/2020-11-24/\(name).warc.gz"
    return try Array(Data(contentsOf: URL(filePath: path)))
  }

  /// Processes what is not up to date, into a dataset in the folder `data`.
  func process(
    into data: String = "data",
    _ selection: Selection = Selection(),
    workers: Int = 2
  ) async throws -> RunRecord {
    var config = config
    config.data = FilePath(folder.path + "/" + data)
    return try await reprocess(config, archives: [], selection, workers: workers, in: RunContext())
  }

  /// What a dataset holds, but for what tells when it was made.
  func dataset(_ data: String = "data") throws -> [String: String] {
    let files = try folder.files().filter { file in
      ["articles", "observations", "rejects"].contains { file.hasPrefix("\(data)/\($0)/") }
    }
    return Dictionary(
      uniqueKeysWithValues: files.map {
        (String($0.dropFirst(data.count)), folder.text($0) ?? "")
      }
    )
  }
}

/// A record of a page, `padding` bytes longer than its article makes it.
func page(_ number: Int, padding: Int = 0) -> [UInt8] {
  let html = """
    <html><head><title>Tin số \(number)</title><script>\(String(repeating: "x;", count: padding / 2))
    </script></head><body><article><h1>Tỉnh có thêm \(number) trường mới</h1>
    <p>Năm học này toàn tỉnh có \(number + 300) trường, trong đó \(number + 7) trường vừa xây xong.</p>
    <p>Kinh phí của cả chương trình là \(number + 2),5 tỷ đồng, tăng 12% so với năm ngoái, và được
    chia cho các huyện theo số học sinh của từng nơi, ưu tiên những xã vùng cao còn nhiều khó khăn.</p>
    <p>Đại diện ngành giáo dục cho biết việc xây trường sẽ tiếp tục trong những năm tới, cùng với
    việc tuyển thêm giáo viên cho các lớp học ở những bản xa trung tâm.</p></article></body></html>
    """
  return record("response", "https://tin.example.vn/bai-\(number).html", html)
}

/// A record of a kind that holds an HTTP response.
func record(_ kind: String, _ url: String, _ html: String) -> [UInt8] {
  let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(html)"
  let head = """
    WARC/1.1\r\nWARC-Type: \(kind)\r\nWARC-Date: 2020-11-24T01:02:03Z\r\n\
    WARC-Record-ID: <urn:uuid:\(url.utf8.count)-\(url.suffix(12))>\r\nWARC-Target-URI: \(url)\r\n\
    Content-Type: application/http; msgtype=response\r\nContent-Length: \(block.utf8.count)\r\n\r\n
    """
  return Array(head.utf8) + Array(block.utf8) + Array("\r\n\r\n".utf8)
}
