import Foundation
import Testing

/// Disks that are full, too small, or not to be written.
@Suite struct DiskTests {
  @Test func `a disk that is full at any size refuses whole lists, and takes them when it is not`()
    throws
  {
    let desk = try FaultDesk()
    guard let disk = try Mount.memory(in: desk.papers, megabytes: 1) else { return }
    let list = try desk.list(4_000)
    let ledger = disk.folder + "/ledger.db"
    let fresh = try Data(contentsOf: URL(filePath: desk.ledger))
    var sizes = 0
    var kilobytes = fresh.count / 1_024 + 64
    while true {
      for name in try FileManager.default.contentsOfDirectory(atPath: disk.folder) {
        try FileManager.default.removeItem(atPath: disk.folder + "/" + name)
      }
      try disk.remount("size=\(kilobytes)k")
      try fresh.write(to: URL(filePath: ledger))
      chmod(ledger, 0o600)
      let full = try desk.run(FaultDesk.due(list), ledger: ledger)
      if full.exit == 0 { break }
      sizes += 1
      #expect([74, 75].contains(full.exit), "\(kilobytes) KiB: \(full)")
      if full.exit == 74 {
        #expect((full.output + full.talk).contains("full"), "\(kilobytes) KiB: \(full)")
      }
      try disk.remount("size=64m")
      let after = try desk.books(at: ledger)
      #expect(
        after == .intact(batches: 0, lines: 0)
          || full.exit == 75 && after == .intact(batches: 1, lines: 4_000), "\(after)")
      let again = try desk.run(FaultDesk.due(list), ledger: ledger)
      #expect(again.exit == 0, "\(again)")
      #expect(try desk.books(at: ledger) == .intact(batches: 1, lines: 4_000))
      kilobytes += Faults.factor > 1 ? 4 : 36
    }
    #expect(sizes >= 10, "only \(sizes) sizes were too small")
    #expect(try desk.books(at: ledger) == .intact(batches: 1, lines: 4_000))
  }

  @Test func `a limit on the size of files refuses a list and does not kill`() throws {
    let desk = try FaultDesk()
    let list = try desk.list(4_000)
    var refused = 0
    var posted = 0
    for kilobytes in [0, 4, 32, 60, 200, 400, 500, 800, 8_000] {
      try desk.reset()
      let limited = try desk.run(
        FaultDesk.due(list), wrapper: ["prlimit", "--fsize=\(kilobytes * 1_024)"])
      #expect([0, 74, 75].contains(limited.exit), "\(kilobytes) KiB: \(limited)")
      let after = try desk.books()
      if limited.exit == 0 {
        posted += 1
        #expect(after == .intact(batches: 1, lines: 4_000))
      } else {
        refused += 1
        #expect(limited.exit == 75 || after == .intact(batches: 0, lines: 0), "\(kilobytes) KiB")
      }
      #expect(try desk.run(FaultDesk.due(list)).exit == 0)
      #expect(try desk.books() == .intact(batches: 1, lines: 4_000))
    }
    #expect(refused >= 3 && posted >= 1)
  }

  @Test func `a disk that may only be read refuses to post and says why`() throws {
    let desk = try FaultDesk()
    guard let disk = try Mount.memory(in: desk.papers, megabytes: 64) else { return }
    let list = try desk.list(20)
    let ledger = disk.folder + "/ledger.db"
    try FileManager.default.copyItem(atPath: desk.ledger, toPath: ledger)
    try disk.remount("ro")
    let refused = try desk.run(FaultDesk.due(list), ledger: ledger)
    #expect(refused.exit == 74, "\(refused)")
    #expect(refused.talk.contains("Read-only file system"), "\(refused)")
    try disk.remount("rw")
    #expect(try desk.run(FaultDesk.due(list), ledger: ledger).exit == 0)
    #expect(try desk.books(at: ledger) == .intact(batches: 1, lines: 20))
  }

  @Test func `a folder that is gone or may not be entered is an answer, not a crash`() throws {
    let desk = try FaultDesk()
    let list = try desk.list(20)
    let missing = try desk.run(FaultDesk.due(list), ledger: desk.folder + "/gone/ledger.db")
    #expect(missing.exit == 69, "\(missing)")
    let made = try desk.run(["init"], ledger: desk.folder + "/gone/ledger.db")
    #expect(made.exit == 74, "\(made)")
    guard getuid() == 0 else { return }
    let stranger = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    let refused = try desk.run(FaultDesk.due(list), wrapper: stranger)
    #expect(refused.exit > 0, "\(refused)")
    #expect(try desk.books() == .intact(batches: 0, lines: 0))
  }
}
