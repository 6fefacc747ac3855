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
      #expect(lock.leftOver == nil)
      _ = consume lock
    }
    let last = try RunLock(on: path, holder: "pid 9")
    #expect(last.leftOver == nil)
  }

  /// The kernel lets a killed holder's lock go, and its line stays.
  @Test func saysWhoWasKilled() throws {
    let folder = try TemporaryFolder()
    try folder.write("data/.lock", "pid 7 since 02:00\n")
    let lock = try RunLock(on: FilePath(folder.path).appending("data"), holder: "pid 8")
    #expect(lock.leftOver == "pid 7 since 02:00")
    _ = consume lock
    #expect(folder.text("data/.lock") == "")
  }
}
