import Foundation
import Glibc
import Testing

/// Runs the built program with standard error on a terminal, and gives what is shown there.
func shownOnTerminal(_ arguments: [String], columns: UInt16) async throws -> String {
  var (master, slave): (Int32, Int32) = (-1, -1)
  var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
  try #require(unsafe openpty(&master, &slave, nil, nil, &size) == 0)

  let process = solieuProcess(arguments)
  let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = FileHandle.nullDevice
  process.standardError = terminal
  // The terminal holds only a few thousand bytes, so it must be read while the program runs.
  let reader = master
  async let shown = bytes(of: reader)
  try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
    process.terminationHandler = { _ in done.resume() }
    do { try process.run() } catch { done.resume(throwing: error) }
  }
  close(slave)
  let text = String(decoding: await shown, as: UTF8.self)
  close(master)
  return text.replacing("\r\n", with: "\n")
}

/// All that comes until the last who holds the other end lets go, read on a thread of its own.
private func bytes(of descriptor: Int32) async -> [UInt8] {
  await withCheckedContinuation { done in
    DispatchQueue.global().async {
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = unsafe read(descriptor, &buffer, buffer.count)
        guard count > 0 else { break }
        bytes += buffer[..<count]
      }
      done.resume(returning: bytes)
    }
  }
}
