import BenefitLedger
import LedgerCore

extension RegisterNews {
  /// For programs.
  func json(_ codes: [String]) -> JSON {
    .object([
      ("record", .integer(record.number)), ("date", .string(record.date.description)),
      ("maker", .string(record.maker)), ("file", .optional(record.file)),
      ("changes", .rows(changes) { $0.json }),
      (
        "rows",
        .rows(rows) { row in
          .object(
            zip(codes, row.values).map { ($0, $1?.json ?? .null) } + [
              ("count", .optional(row.tally.count)), ("amount", .integer(row.tally.amount)),
            ])
        }
      ),
    ])
  }

  /// For people: what the record says, and what is shown elsewhere because of it.
  func text(_ codes: [String]) -> String {
    var text = "register: record \(record.number) of \(record.date)"
    text += (record.file.map { ", \($0)" } ?? "") + ", by \(record.maker): "
    text += changes.prefix(Self.named).map(\.words).joined(separator: "; ")
    if changes.count > Self.named {
      text += "; and \(grouped(Int64(changes.count - Self.named))) more"
    }
    var table = TextTable(codes.map { .words($0) } + [.numbers("count"), .numbers("amount")])
    for row in rows {
      table.add(
        row.values.map { $0?.description } + [
          grouped(row.tally.count ?? 0), grouped(row.tally.amount),
        ])
    }
    return text + "\n" + table.text
  }

  /// How many changes are named to people.
  private static let named = 5
}

extension RegisterChange {
  /// The change for programs.
  var json: JSON {
    .object([
      ("unit", .string(unit.text)), ("change", .string(kind.rawValue)),
      ("from", .optional(from)), ("to", .optional(to)), ("date", .string(date.description)),
    ])
  }

  /// The change in words, with its day.
  fileprivate var words: String {
    let (from, to) = (from ?? "the top", to ?? "the top")
    return switch kind {
    case .opened: "opened \(unit.text) under \(to) on \(date)"
    case .renamed: "renamed \(unit.text) on \(date)"
    case .moved: "moved \(unit.text) from \(from) to \(to) on \(date)"
    case .recoded: "gave \(from) the code \(to) on \(date)"
    case .reclassified: "made \(unit.text) a \(to) on \(date)"
    case .merged: "merged \(unit.text) into \(to) after \(date)"
    case .closed: "closed \(unit.text) after \(date)"
    case .reopened: "reopened \(unit.text) on \(date)"
    }
  }
}
