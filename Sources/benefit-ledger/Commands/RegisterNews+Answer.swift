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
  func text(_ keys: [TotalsKey]) -> String {
    var text = localized("register: record \(record.number) of \(record.date)")
    text += (record.file.map { ", \($0)" } ?? "") + localized(", by \(record.maker): ")
    text += changes.prefix(Self.named).map(\.words).joined(separator: "; ")
    if changes.count > Self.named {
      text += localized("; and \(grouped(Int64(changes.count - Self.named))) more")
    }
    var table = TextTable(keys.map { .words($0.title) } + [.numbers("count"), .numbers("amount")])
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
    let (from, to) = (from ?? localized("the top"), to ?? localized("the top"))
    return switch kind {
    case .opened: localized("opened \(unit.text) under \(to) on \(date)")
    case .renamed: localized("renamed \(unit.text) on \(date)")
    case .moved: localized("moved \(unit.text) from \(from) to \(to) on \(date)")
    case .recoded: localized("gave \(from) the code \(to) on \(date)")
    case .reclassified: localized("made \(unit.text) a \(to) on \(date)")
    case .merged: localized("merged \(unit.text) into \(to) after \(date)")
    case .closed: localized("closed \(unit.text) after \(date)")
    case .reopened: localized("reopened \(unit.text) on \(date)")
    }
  }
}
