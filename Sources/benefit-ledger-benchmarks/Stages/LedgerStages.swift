import Foundation

/// The stages that run the real command line on one ledger.
struct LedgerStages {
  private let program: ChildProcess
  private let ledger: String

  init(_ program: ChildProcess, ledger: String) {
    self.program = program
    self.ledger = ledger
  }

  /// Runs one command on the ledger, once the disk is done with what was written before.
  @discardableResult
  func run(_ arguments: [String]) throws -> ChildFigures {
    sync()
    return try program.run(arguments + ["--ledger", ledger]).figures
  }

  /// Makes the ledger with the sites of some files.
  func make(for files: String) throws { try run(["init", "--sites", "\(files)/sites.csv"]) }

  /// Posts a nation's month: money first, then what is owed, then what was paid.
  func postMonth(
    of files: String, log: (String) -> Void
  ) throws -> (due: ChildFigures, shortTerm: ChildFigures, paid: ChildFigures) {
    log("contribution, budget, advance")
    for event in ["contribution", "budget", "advance"] {
      try run(["post", event, "\(files)/\(event).csv"])
    }
    log("post due due.csv")
    let due = try run(["post", "due", "\(files)/due.csv"])
    log("post due short-term.csv")
    let shortTerm = try run(["post", "due", "\(files)/short-term.csv"])
    let list = Self.paidList(of: files)
    try writeList(of: "\(files)/paid", to: list)
    log("post paid --files-from paid.list")
    let paid = try run(["post", "paid", "--files-from", list])
    return (due, shortTerm, paid)
  }

  /// Compares what was posted with the very files: as many lines against as many.
  func reconcileLines(of files: String) throws -> (due: ChildFigures, paid: ChildFigures) {
    let due = ["\(files)/due.csv", "\(files)/short-term.csv"]
    return (
      try run(["reconcile", "lines"] + due + ["--event", "due"]),
      try run([
        "reconcile", "lines", "--files-from", Self.paidList(of: files), "--event", "paid",
      ])
    )
  }

  private static func paidList(of files: String) -> String { "\(files)/paid.list" }

  /// Asks each report five times.
  func queries() throws -> [QueryReport] {
    try [
      ["totals", "--by", "province,benefit"], ["totals", "--by", "site"], ["trial-balance"],
      ["batch", "list"],
    ].map(query) + [query(["--help"], of: [])]
  }

  /// Asks the reports of which all months are read.
  func queriesOfAllMonths(lastBatch: Int) throws -> [QueryReport] {
    try [
      ["totals", "--by", "province,benefit"], ["totals", "--by", "site"],
      ["totals", "--by", "province,benefit", "--as-at", "2099-12-31"],
      ["totals", "--by", "province,benefit", "--as-known-at", String(lastBatch)],
      ["trial-balance"],
    ].map(query)
  }

  /// How many batches the ledger has.
  func lastBatch() throws -> Int {
    Int(try FloorDatabase(ledger).integer("SELECT max(batch_no) FROM batch"))
  }

  private func query(_ arguments: [String]) throws -> QueryReport {
    try query(arguments, of: ["--ledger", ledger])
  }

  private func query(_ arguments: [String], of ledger: [String]) throws -> QueryReport {
    let figures = try (0..<5).map { _ in try program.run(arguments + ledger).figures }
    return QueryReport(command: arguments.joined(separator: " "), figures)
  }

  /// Posts the list of a small site five times over: the same obligations once more, which lie
  /// scattered over the whole month.
  func postSmallFiles(from due: String, into directory: String) throws -> QueryReport {
    let files = try SmallFiles(due: due, lines: 220, copies: 5)
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    let figures = try files.contents.enumerated().map { number, content in
      let path = "\(directory)/\(number).csv"
      try Data(content.utf8).write(to: URL(fileURLWithPath: path))
      return try run(["post", "due", path])
    }
    return QueryReport(command: "post due, \(files.lines) lines", figures)
  }

  private func writeList(of directory: String, to path: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    let list = names.map { "\(directory)/\($0)\n" }.joined()
    try Data(list.utf8).write(to: URL(fileURLWithPath: path))
  }
}
