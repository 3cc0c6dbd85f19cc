import BenefitLedger
import Foundation
import TestSupport
import Testing

/// A real ext4 that is cut off from its disk while lists are posted, where that is permitted.
@Suite(.serialized) struct ShutdownTests {
  /// Posts lists until the file system is cut off, and mounts it again.
  ///
  /// - Returns: How many batches were acknowledged and are gone; nil where this is not permitted.
  private func lost(
    rounds: Int, environment: [String: String], isRead: Bool, seed: UInt64
  ) throws -> (lost: Int, acknowledged: Int)? {
    let desk = try FaultDesk(in: NSTemporaryDirectory())
    let fresh = try Data(contentsOf: URL(filePath: desk.ledger))
    let lists = try (0..<30).map { try desk.list("list\($0).csv", 20, from: $0 * 20) }
    let cut = try Shim.shutdown.get()
    var randomness = Faults.randomness(seed)
    var lost = 0
    var all = 0
    for _ in 0..<rounds {
      let image = desk.papers + "/image"
      try? FileManager.default.removeItem(atPath: image)
      guard let disk = try Mount.ext4(in: desk.papers, image: image) else { return nil }
      let ledger = disk.folder + "/ledger.db"
      try fresh.write(to: URL(filePath: ledger))
      chmod(ledger, 0o600)
      sync()
      var reader = isRead ? try Ledger.open(ledger, readOnly: true) : nil
      if let reader { #expect(try reader.verify().batches == 0) }
      let script = try lists.enumerated().map { number, list in
        "'\(try Programs.benefitLedger())' \(FaultDesk.due(list).joined(separator: " ")) "
          + "--ledger '\(ledger)' && echo \(number + 1) >> acks || exit 0"
      }
      try? FileManager.default.removeItem(atPath: desk.papers + "/acks")
      let work = try RunningProgram(
        ["sh", "-c", script.joined(separator: "\n")], in: desk.papers, environment: environment)
      usleep(UInt32.random(in: 200_000...900_000, using: &randomness))
      // What was acknowledged is counted before: a disk that is cut off says that it wrote.
      let acknowledged =
        (try? Data(contentsOf: URL(filePath: desk.papers + "/acks")))
        .map { String(decoding: $0, as: UTF8.self).split(separator: "\n").count } ?? 0
      #expect(try runProgram(cut, [disk.folder], in: URL(filePath: "/")).exit == 0)
      _ = try work.wait()
      reader = nil
      try disk.unmount()
      guard let again = try Mount.ext4(in: desk.papers, image: image) else { return nil }
      let books = try desk.books(at: ledger)
      all += acknowledged
      lost += max(0, acknowledged - books.batches)
      #expect(books == .intact(batches: books.batches, lines: books.batches * 20))
      let next = try desk.run(FaultDesk.due(lists[books.batches]), ledger: ledger)
      #expect(next.exit == 0, "\(next)")
      try again.unmount()
    }
    return (lost, all)
  }

  @Test(arguments: [true, false])
  func `a file system that is cut off keeps every acknowledged batch`(_ isRead: Bool) throws {
    guard
      let result = try lost(
        rounds: 5 * Faults.factor, environment: [:], isRead: isRead, seed: isRead ? 5 : 6)
    else { return }
    print("ext4 cut off, read \(isRead): \(result.lost) of \(result.acknowledged) batches lost")
    #expect(result.lost == 0)
    #expect(result.acknowledged > 0)
  }

  /// The negative control.
  @Test func `a program that waits less is caught on the same file system`() throws {
    let environment = ["LD_PRELOAD": try Shim.recorder.get(), "RECORD_WEAKEN": "1"]
    guard let result = try lost(rounds: 4, environment: environment, isRead: true, seed: 7) else {
      return
    }
    print("ext4 cut off, NORMAL: \(result.lost) of \(result.acknowledged) batches lost")
    #expect(result.lost > 0)
  }
}
