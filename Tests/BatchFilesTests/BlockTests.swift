import LedgerCore
import Testing

@testable import BatchFiles

struct BlockTests {
  /// Everything that must not depend on where blocks end.
  private func summary(_ outcome: Outcome) -> [String] {
    let lines = outcome.lines.indices.map { index in
      let line = outcome.lines[index]
      return
        "\(line.fileLine) \(line.person) \(line.amount) \(line.benefit) \(line.unit) "
        + outcome.texts(index).joined(separator: "|")
    }
    return lines + outcome.faults.listed.map { "\($0)" } + [
      "\(outcome.rowCount) \(outcome.total) \(String(describing: outcome.digest)) "
        + "\(outcome.progress)"
    ]
  }

  private func read(_ text: String, block: Int) throws -> Outcome {
    var limits = ReadingLimits()
    limits.blockSize = block
    return try readPayments(
      .memory(name: "due.csv", bytes: Array(text.utf8)), options: Envelope(), limits: limits)
  }

  @Test(arguments: [1, 2, 3, 7, 64, 4_096])
  func `where blocks end makes no difference`(_ block: Int) throws {
    let texts = [
      Sample.longList(60).text,
      "\u{FEFF}#batch count=60 event=due\r\n" + Sample.longList(60).text,
      Sample.list(
        Sample.row(.name, "\"An\" "), Sample.row(.name, "A\rB"), "x,y", "",
        Sample.row(.name, "\"A\"\"\r\nB\"\r"), Sample.row(.amount, "1.000")),
      Sample.list(Sample.row, Sample.row(.name, "\"An")),
      String(Sample.list(Sample.row, Sample.row).dropLast(1)),
      String(Sample.list(Sample.row, Sample.row).dropLast(1)) + "\r",
      Sample.list(Sample.row, Sample.row(.name, "\"An\"") + "\r"),
      Sample.list(Sample.row) + "\r\n\n\r\n",
      "", "\n", Sample.columns,
    ]
    for text in texts {
      #expect(try summary(read(text, block: block)) == summary(read(text, block: 1 << 20)))
    }
  }

  @Test(arguments: [500, 4_096])
  func `rows that are too long are told the same at any block`(_ block: Int) throws {
    let texts = [
      Sample.list(Sample.row, String(repeating: "ab,", count: 30_000), Sample.row),
      Sample.list(Sample.row(.name, String(repeating: "a", count: 70_000)), Sample.row),
      Sample.list(Sample.row(.name, "\"" + String(repeating: "a\n", count: 70_000)), Sample.row),
      Sample.list(
        Sample.row(.name, "\"" + String(repeating: "a\n", count: 3_000) + "\""), Sample.row),
    ]
    for text in texts {
      #expect(try summary(read(text, block: block)) == summary(read(text, block: 1 << 20)))
    }
  }

  @Test func `rows that straddle blocks of a mebibyte are read whole`() throws {
    let list = Sample.longList(30_000)
    #expect(list.text.utf8.count > 2 << 20)
    let outcome = try read(list.text, block: 1 << 20)
    #expect(outcome.found.isEmpty)
    #expect(outcome.rowCount == 30_000)
    #expect(outcome.total == list.total)
    #expect(outcome.digest == Digest.sha256(Array(list.text.utf8)))
    #expect(outcome.lines.reduce(0) { $0 + $1.amount } == list.total)
  }
}
