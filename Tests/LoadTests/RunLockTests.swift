import Load
import SystemPackage
import TestSupport
import Testing

struct RunLockTests {
  @Test func keepsASecondRunOutAndSaysWhoHoldsIt() throws {
    let folder = try TemporaryFolder()
    let path = FilePath(folder.path).appending("data")
    do {
      let lock = try RunLock(on: path, holder: "pid 7 since 02:00")
      #expect {
        _ = try RunLock(on: path, holder: "pid 8")
      } throws: { error in
        "\(error)" == "another run holds the lock: pid 7 since 02:00"
      }
      _ = consume lock
    }
    _ = try RunLock(on: path, holder: "pid 9")
  }
}
