import Foundation

/// Lists of a few lines taken from the beginning of a large one.
struct SmallFiles {
  /// The lists.
  let contents: [String]
  /// How many lines each has.
  let lines: Int

  /// Makes lists of the first lines of a due list, each owing them as another occurrence.
  init(due: String, lines: Int, copies: Int) throws {
    guard let file = fopen(due, "r") else { throw StageFailure("\(due) cannot be read.") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    let count = fread(&bytes, 1, bytes.count, file)
    let rows = String(decoding: bytes[0..<count], as: UTF8.self).split(separator: "\n")
      .prefix(lines + 2)
    // The first row is the envelope, the second the header, and the last may be cut off.
    guard rows.count == lines + 2, rows[0].hasPrefix("#batch") else {
      throw StageFailure("\(due) has fewer than \(lines) lines.")
    }
    self.lines = lines
    contents = (1...copies).map { copy in
      let payments = rows.dropFirst(2).map { "\($0),\(copy + 1)\n" }.joined()
      return "#batch reference=SMALL-\(copy) event=due\n\(rows[1]),occurrence\n\(payments)"
    }
  }
}
