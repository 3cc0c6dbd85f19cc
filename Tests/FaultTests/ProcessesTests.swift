import Foundation
import Testing

/// Several processes at once, too little memory, and a clock that is wrong.
@Suite struct ProcessesTests {
  @Test func `of eight processes with lists of their own each posts once or says that it is busy`()
    throws
  {
    let desk = try FaultDesk()
    let lists = try (0..<8).map { try desk.list("list\($0).csv", 500, from: $0 * 500) }
    for _ in 0..<4 * Faults.factor {
      try desk.reset()
      let endings = try lists.map { try desk.start(FaultDesk.due($0)) }.map { try $0.wait() }
      let posted = endings.count { $0.exit == 0 }
      #expect(endings.allSatisfy { [0, 75].contains($0.exit) }, "\(endings)")
      #expect(posted > 0)
      #expect(try desk.books() == .intact(batches: posted, lines: posted * 500))
      for list in lists { #expect(try desk.run(FaultDesk.due(list)).exit == 0) }
      #expect(try desk.books() == .intact(batches: 8, lines: 4_000))
    }
  }

  @Test func `of eight processes with the same list one posts and the others get its receipt`()
    throws
  {
    let desk = try FaultDesk()
    let list = try desk.list(1_000)
    for _ in 0..<8 * Faults.factor {
      try desk.reset()
      let endings = try (0..<8).map { _ in try desk.start(FaultDesk.due(list)) }
        .map { try $0.wait() }
      #expect(endings.allSatisfy { $0.exit == 0 }, "\(endings)")
      #expect(endings.count { $0.output.contains("posted as batch 1") } == 1, "\(endings)")
      #expect(endings.count { $0.output.contains("posted before as batch 1") } == 7)
      #expect(try desk.books() == .intact(batches: 1, lines: 1_000))
    }
  }

  @Test func `a reader keeps nobody from posting and sees one state`() throws {
    let desk = try FaultDesk()
    for number in 0..<10 {
      let list = try desk.list("list\(number).csv", 200, from: number * 200)
      let posting = try desk.start(FaultDesk.due(list))
      let reading = try desk.run(["totals", "--json"])
      #expect(reading.exit == 0, "\(reading)")
      let count = reading.output.firstMatch(of: /"count":([0-9]+)/).flatMap { Int($0.1) } ?? 0
      #expect(count % 200 == 0 && count >= number * 200 && count <= (number + 1) * 200)
      #expect(try posting.wait().exit == 0)
    }
    #expect(try desk.books() == .intact(batches: 10, lines: 2_000))
  }

  @Test func `with too little memory a list is posted whole or not at all`() throws {
    let desk = try FaultDesk()
    let list = try desk.list(20_000)
    var failed = 0
    var posted = 0
    for megabytes in [20, 60, 90, 110, 130, 150, 175, 200, 225, 250, 300, 400, 600, 1_000, 4_000] {
      try desk.reset()
      // What a process says that has no memory left is its own affair; what it leaves behind is not.
      let ending = try desk.run(
        FaultDesk.due(list), environment: ["SWIFT_BACKTRACE": "enable=no"],
        wrapper: ["prlimit", "--as=\(megabytes << 20)"])
      let after = try desk.books()
      let isThere = after == .intact(batches: 1, lines: 20_000)
      #expect(isThere || after == .intact(batches: 0, lines: 0), "\(megabytes) MiB: \(after)")
      if ending.exit == 0 {
        posted += 1
        #expect(isThere)
      } else {
        failed += 1
      }
      #expect(try desk.run(FaultDesk.due(list)).exit == 0)
      #expect(try desk.books() == .intact(batches: 1, lines: 20_000))
    }
    #expect(failed >= 3 && posted >= 1, "\(failed) failed, \(posted) posted")
  }

  @Test func `batches keep their order whatever the clock says`() throws {
    let desk = try FaultDesk()
    let shim = try Shim.clock.get()
    // 2026-10-05, a year back, 1970, a leap second's eve, 2026 again, 2038.
    let clock = [1_791_158_400, 1_759_622_400, 0, 1_483_228_799, 1_791_158_401, 2_147_483_648]
    for (number, seconds) in clock.enumerated() {
      let list = try desk.list("list\(number).csv", 10, from: number * 10)
      let zone = number.isMultiple(of: 2) ? "UTC" : "Asia/Ho_Chi_Minh"
      let ending = try desk.run(
        ["post", "due", list],
        environment: ["LD_PRELOAD": shim, "CLOCK_SECONDS": "\(seconds)", "TZ": zone])
      #expect(ending.exit == 0, "\(ending)")
      #expect(ending.output.contains("posted as batch \(number + 1)"), "\(ending)")
      // A day begins at 17:00 UTC of the day before, in every zone that the machine may be set to.
      if seconds == 0 { #expect(ending.output.contains("date 1970-01-01"), "\(ending)") }
      if seconds == 1_483_228_799 {
        #expect(ending.output.contains("date 2017-01-01"), "\(ending)")
      }
    }
    #expect(try desk.books() == .intact(batches: 6, lines: 60))
    for number in clock.indices {
      let again = try desk.run(["post", "due", desk.papers + "/list\(number).csv"])
      #expect(again.output.contains("posted before as batch \(number + 1)"), "\(again)")
    }
  }
}
