import Foundation
import Testing

/// A disk that answers with an error.
@Suite struct InputOutputTests {
  /// One kind of fault, at every call in turn.
  struct Fault: CustomTestStringConvertible, Sendable {
    var call: String
    var name: String
    var number: Int32
    var isForever: Bool

    var testDescription: String { "\(name) at \(call), \(isForever ? "from then on" : "once")" }

    /// The calls of which each has many points, and those that have few.
    static let all: [Fault] =
      ["sync", "truncate", "unlink", "open"].flatMap { call in
        errors.flatMap { name, number in
          [false, true].map { Fault(call: call, name: name, number: number, isForever: $0) }
        }
      }
      + errors.map { Fault(call: "write", name: $0, number: $1, isForever: false) } + [
        Fault(call: "write", name: "EIO", number: EIO, isForever: true),
        Fault(call: "read", name: "EIO", number: EIO, isForever: false),
      ]

    private static let errors = [("EIO", EIO), ("ENOSPC", ENOSPC), ("EDQUOT", EDQUOT)]
  }

  @Test(arguments: Fault.all)
  func `no error of the disk makes a false receipt or half a batch`(_ fault: Fault) throws {
    let desk = try FaultDesk()
    let list = try desk.list(200)
    let shim = try Shim.faults.get()
    let count = desk.papers + "/count"
    var number = 0
    var exits: [Int32: Int] = [:]
    while true {
      number += 1
      try desk.reset()
      let ending = try desk.run(
        FaultDesk.due(list),
        environment: [
          "LD_PRELOAD": shim, "FAULT_FOLDER": desk.folder, "FAULT_CALL": fault.call,
          "FAULT_AT": "\(number)", "FAULT_ERROR": "\(fault.number)",
          "FAULT_FOREVER": fault.isForever ? "1" : "0", "FAULT_COUNT": count,
        ])
      let place = "number \(number): \(ending)"
      let counts = try String(contentsOfFile: count, encoding: .utf8).split(separator: " ")
      let met = Int(counts[1].dropLast()) ?? 0
      // The call after the last one meets no fault.
      if met == 0 { break }
      exits[ending.exit, default: 0] += 1
      let after = try desk.books()
      let isThere = after == .intact(batches: 1, lines: 200)
      #expect(isThere || after == .intact(batches: 0, lines: 0), "\(place) \(after)")
      switch ending.exit {
      case 0: #expect(isThere, "\(place)")
      case 75:
        #expect((ending.output + ending.talk).contains("un the same command again"), "\(place)")
      // Whoever is told that it failed may believe it.
      case 69, 74: #expect(!isThere, "\(place)")
      default: Issue.record("\(place)")
      }
      let again = try desk.run(FaultDesk.due(list))
      #expect(again.exit == 0, "\(place) again: \(again)")
      #expect(try desk.books() == .intact(batches: 1, lines: 200), "\(place)")
      try #require(number < 10_000)
    }
    print("\(fault.testDescription): \(number - 1) calls, exits \(exits)")
    let least = ["write": 30, "sync": 3, "truncate": 1, "unlink": 0, "open": 3, "read": 20]
    #expect(number - 1 >= least[fault.call] ?? 1)
  }
}
