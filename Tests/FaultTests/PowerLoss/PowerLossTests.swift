import BenefitLedger
import Foundation
import TestSupport
import Testing

/// The power goes off at any moment of a day's work, on a disk that keeps what it was made to wait for
/// and of the rest whatever it likes.
///
/// The work is recorded once, from the real program; then thousands of disks are made of the record.
@Suite struct PowerLossTests {
  /// How the program was made to wait for the disk.
  enum Waiting: String, CaseIterable {
    /// As it is.
    case full
    /// Told to wait with `synchronous = NORMAL`, and not to notice.
    case normal
    /// Told not to wait at all.
    case off

    /// What the recorder has to tell SQLite.
    var environment: [String: String] {
      switch self {
      case .full: [:]
      case .normal: ["RECORD_WEAKEN": "1"]
      case .off: ["RECORD_WEAKEN": "0"]
      }
    }
  }

  /// Posts lists with the recorder, one process after the other.
  ///
  /// - Parameters:
  ///   - waiting: How the program waits for the disk.
  ///   - isRead: Whether somebody has the ledger open meanwhile, so that no process is the last to leave
  ///     and writes the log back.
  /// - Returns: The record, and how many lines the ledger has after each batch.
  /// - Throws: What the disk did.
  private func record(_ waiting: Waiting, isRead: Bool) throws -> (Recording, [Int]) {
    let desk = try FaultDesk()
    var recording = try Recording(folder: desk.folder)
    let log = desk.papers + "/log"
    let environment = waiting.environment.merging([
      "LD_PRELOAD": try Shim.recorder.get(), "RECORD_FOLDER": desk.folder, "RECORD_LOG": log,
    ]) { $1 }
    let reader = isRead ? try Ledger.open(desk.ledger, readOnly: true) : nil
    if let reader {
      #expect(try reader.verify().batches == 0)
      recording.addNew("ledger.db-wal", in: desk.folder)
    }
    var first = 0
    // How many lines the ledger has after each batch.
    var lines = [0]
    for round in 0..<6 {
      // One list a call, or several that are committed together.
      let counts = round == 3 ? [30, 40, 50] : [round == 5 ? 800 : 60 + round]
      let lists = try counts.map { count in
        defer { first += count }
        lines.append((lines.last ?? 0) + count)
        return try desk.list("list\(first).csv", count, from: first)
      }
      let ending = try desk.run(
        ["post", "due"] + lists + ["--date", "2026-10-05", "--json"], environment: environment)
      #expect(ending.exit == 0, "\(ending)")
      if let reader { #expect(try reader.verify().batches == Int64(lines.count - 1)) }
    }
    #expect(try desk.books() == .intact(batches: lines.count - 1, lines: lines.last ?? 0))
    try recording.read(log)
    return (recording, lines)
  }

  /// What is wrong with a disk; nil if nothing is.
  private func fault(
    _ image: [String: Data], acknowledged: Int, lines: [Int], in desk: FaultDesk
  ) throws -> String? {
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder) {
      try FileManager.default.removeItem(atPath: desk.folder + "/" + name)
    }
    // The index of the log in shared memory does not outlive the machine.
    for (name, bytes) in image where !name.hasSuffix("-shm") {
      try bytes.write(to: URL(filePath: desk.folder + "/" + name))
      chmod(desk.folder + "/" + name, 0o600)
    }
    do {
      let books = try desk.books()
      if books.batches < acknowledged {
        return "\(acknowledged - books.batches) acknowledged batches are gone"
      }
      guard books.batches < lines.count else { return "\(books.batches) batches" }
      let whole = FaultDesk.Books.intact(batches: books.batches, lines: lines[books.batches])
      return books == whole ? nil : "\(books) and not \(whole)"
    } catch {
      return "\(error)"
    }
  }

  /// Makes disks of a record and counts those that are bad.
  private func bad(_ states: Int, _ waiting: Waiting, isRead: Bool, seed: UInt64) throws -> [String]
  {
    let (recording, lines) = try record(waiting, isRead: isRead)
    let desk = try FaultDesk()
    var randomness = Faults.randomness(seed)
    var bad: [String] = []
    for state in 0..<states {
      let kind = Disk.Kind.allCases[state % 2]
      var disk = Disk(kind, recording.before)
      let cut = Int.random(in: 0...recording.events.count, using: &randomness)
      for event in recording.events.prefix(cut) { disk.add(event) }
      let image = disk.afterPowerLoss(&randomness)
      if let fault = try fault(
        image, acknowledged: disk.acknowledged, lines: lines, in: desk)
      {
        bad.append("\(kind), cut at \(cut) of \(recording.events.count): \(fault)")
      } else if state % 50 == 0 {
        try goesOn(desk, lines)
      }
    }
    print("power loss, \(waiting.rawValue), read \(isRead): \(bad.count) of \(states) bad")
    return bad
  }

  /// The day's work is done again on what is left, and comes to the same.
  private func goesOn(_ desk: FaultDesk, _ lines: [Int]) throws {
    for (from, to) in zip(lines, lines.dropFirst()) {
      let list = try desk.list("list\(from).csv", to - from, from: from)
      #expect(try desk.run(FaultDesk.due(list)).exit == 0)
    }
    #expect(try desk.books() == .intact(batches: lines.count - 1, lines: lines.last ?? 0))
  }

  @Test(arguments: [true, false])
  func `no power cut takes back what was acknowledged or leaves half a batch`(_ isRead: Bool)
    throws
  {
    let bad = try bad(500 * Faults.factor, .full, isRead: isRead, seed: isRead ? 2 : 3)
    if !bad.isEmpty { Issue.record("\(bad.count) bad: \(bad.prefix(5))") }
  }

  /// The negative control: a disk that is not waited for must be caught.
  @Test(arguments: [Waiting.normal, .off])
  func `a program that does not wait for the disk is caught losing what it acknowledged`(
    _ waiting: Waiting
  ) throws {
    let bad = try bad(100, waiting, isRead: true, seed: 4)
    let lost = bad.count { $0.contains("acknowledged batches are gone") }
    #expect(lost >= 10, "\(waiting) lost something in \(lost) of 100 states only")
  }
}
