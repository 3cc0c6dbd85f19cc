import BenefitLedger
import Foundation
import Testing

/// A year that is being archived while the disk answers with errors, or the power goes off.
@Suite struct ArchiveDiskTests {
  @Test(arguments: [
    ("sync", EIO), ("write", ENOSPC), ("write", EIO), ("truncate", EIO), ("link", EIO),
    ("link", EMLINK), ("open", EIO), ("read", EIO),
  ])
  func `no error of the disk loses a line or says what is not so`(
    _ call: String, _ error: Int32
  ) throws {
    let books = try ArchiveDesk()
    let shim = try Shim.faults.get()
    let count = books.desk.papers + "/count"
    var number = 0
    var exits: [Int32: Int] = [:]
    while true {
      number += 1
      try books.reset()
      let ending = try books.desk.run(
        ["archive", "2024"],
        environment: [
          "LD_PRELOAD": shim, "FAULT_FOLDER": books.desk.folder, "FAULT_CALL": call,
          "FAULT_AT": "\(number)", "FAULT_ERROR": "\(error)", "FAULT_FOREVER": "0",
          "FAULT_COUNT": count,
        ])
      let counts = try String(contentsOfFile: count, encoding: .utf8).split(separator: " ")
      // The call after the last one meets no fault.
      if Int(counts[1].dropLast()) ?? 0 == 0 { break }
      exits[ending.exit, default: 0] += 1
      let place = "\(call) number \(number): \(ending)"
      let isBefore = try books.expectCompleted(place)
      switch ending.exit {
      case 0: #expect(isBefore, "\(place)")
      case 75:
        #expect((ending.output + ending.talk).contains("un the same command again"), "\(place)")
      // Whoever is told that it failed may believe it.
      case 69, 74: #expect(!isBefore, "\(place)")
      default: Issue.record("\(place)")
      }
      try #require(number < 10_000)
    }
    print("archive, \(call) \(error): \(number - 1) calls, exits \(exits)")
    let least = ["write": 20, "sync": 3, "truncate": 1, "link": 1, "open": 5, "read": 20]
    #expect(number - 1 >= least[call] ?? 1)
  }

  // MARK: Power loss

  /// What the program did to archive the year, call by call.
  private func record(_ books: ArchiveDesk) throws -> Recording {
    try books.reset()
    var recording = try Recording(folder: books.desk.folder)
    let log = books.desk.papers + "/log"
    let ending = try books.desk.run(
      ["archive", "2024"],
      environment: [
        "LD_PRELOAD": try Shim.recorder.get(), "RECORD_FOLDER": books.desk.folder,
        "RECORD_LOG": log,
      ])
    #expect(ending.exit == 0, "\(ending)")
    try recording.read(log)
    return recording
  }

  /// Puts a disk in the place of the ledger's folder.
  private func put(_ image: [String: Data], _ desk: FaultDesk) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder) {
      try FileManager.default.removeItem(atPath: desk.folder + "/" + name)
    }
    for (name, bytes) in image where !name.hasSuffix("-shm") {
      try bytes.write(to: URL(filePath: desk.folder + "/" + name))
      chmod(desk.folder + "/" + name, 0o600)
    }
  }

  /// What is wrong with disks of which the power went off at any moment.
  private func bad(
    _ recording: Recording, _ states: Int, _ books: ArchiveDesk, goesOn: Bool
  ) throws -> [String] {
    var randomness = Faults.randomness(62)
    var bad: [String] = []
    for state in 0..<states {
      let kind = Disk.Kind.allCases[state % 2]
      var disk = Disk(kind, recording.before)
      let cut = Int.random(in: 0...recording.events.count, using: &randomness)
      var isSaid = false
      for event in recording.events.prefix(cut) {
        disk.add(event)
        if case .said = event { isSaid = true }
      }
      try put(disk.afterPowerLoss(&randomness), books.desk)
      do {
        let found = try books.desk.books()
        if found != ArchiveDesk.intact { bad.append("\(kind), cut at \(cut): \(found)") }
      } catch {
        bad.append("\(kind), cut at \(cut): \(error)")
        continue
      }
      if goesOn, state % 10 == 0 {
        let isBefore = try books.expectCompleted("\(kind), cut at \(cut)")
        if isSaid { #expect(isBefore, "\(kind), cut at \(cut)") }
      }
    }
    print("power loss while archiving: \(bad.count) of \(states) bad")
    return bad
  }

  @Test func `no power cut loses a line that was moved`() throws {
    let books = try ArchiveDesk()
    let bad = try bad(record(books), 300 * Faults.factor, books, goesOn: true)
    if !bad.isEmpty { Issue.record("\(bad.count) bad: \(bad.prefix(5))") }
  }

  /// The negative control: an archive that nobody waited for must be caught missing or torn.
  @Test func `an archive that is not waited for is caught missing`() throws {
    let books = try ArchiveDesk()
    var recording = try record(books)
    var drafts: Set<UInt64> = []
    recording.events = recording.events.filter { event in
      if case .create(let inode, let name) = event, name.contains(".archive.db") {
        drafts.insert(inode)
      }
      if case .sync(let inode) = event { return !drafts.contains(inode) }
      if case .syncFolder = event { return false }
      return true
    }
    #expect(!drafts.isEmpty)
    #expect(try bad(recording, 200, books, goesOn: false).count >= 10)
  }
}
