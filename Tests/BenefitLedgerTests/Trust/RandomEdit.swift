import Foundation
import GRDB
import Testing

/// One random edit of a ledger's file, the same for the same seed.
struct RandomEdit {
  /// What it was, once it was made.
  private(set) var description = "nothing"
  private var random: SeededGenerator
  /// The triggers, while they are dropped, and the one that is not put back.
  private var triggers: [(name: String, sql: String)] = []
  private var omitted: String?
  private let path: String

  /// Makes the edit that a seed stands for.
  ///
  /// - Throws: What Foundation or SQLite throws.
  static func make(_ path: String, seed: UInt64) throws -> String {
    var edit = RandomEdit(path: path, seed: seed)
    let kind = edit.pick(14)
    for _ in 0..<40 {
      if try edit.make(kind) { return edit.description }
    }
    return "nothing"
  }

  private init(path: String, seed: UInt64) {
    self.path = path
    random = SeededGenerator(seed)
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  private mutating func pick<Value>(_ values: [Value]) -> Value { values[pick(values.count)] }

  /// Tries an edit of a kind; false if it came to nothing, such as a row that would be there twice.
  private mutating func make(_ kind: Int) throws -> Bool {
    switch kind {
    case 0...4: try inSQL { try $0.update($1) }
    case 5: try inSQL { try $0.delete($1) }
    case 6: try inSQL { try $0.insert($1) }
    case 7, 8: try inSQL { try $0.swap($1) }
    case 9: try inSQL(keepsTriggers: pick(2) == 0) { try $0.changeSchema($1) }
    case 10: try flipBit(inIndex: false)
    case 11: try flipBit(inIndex: true)
    case 12: try damagePage()
    default: try cut()
    }
  }

  // MARK: Rows

  /// Runs an edit with the triggers dropped, and puts them back as they were.
  private mutating func inSQL(
    keepsTriggers: Bool = true, _ edit: (inout RandomEdit, Database) throws -> Bool
  ) throws -> Bool {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    var done = false
    omitted = nil
    do {
      try queue.write { database in
        try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
        triggers = try Row.fetchAll(
          database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
        ).map { ($0[0], $0[1]) }
        for trigger in triggers {
          try database.execute(literal: "DROP TRIGGER \(identifier: trigger.name)")
        }
        done = try edit(&self, database)
        for trigger in triggers where trigger.name != omitted && keepsTriggers {
          try database.execute(sql: trigger.sql)
        }
      }
    } catch is DatabaseError {
      return false
    }
    return done
  }

  private mutating func table(_ database: Database) throws -> String {
    let tables = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    // The journal's own tables are where the money is, and are edited more often.
    return pick(tables + ["line", "line", "step", "step", "voucher", "balance", "batch", "record"])
  }

  private mutating func row(_ table: String, _ database: Database) throws -> Row? {
    let rows = try SQLRequest<Row>("SELECT * FROM \(identifier: table)").fetchAll(database)
    return rows.isEmpty ? nil : pick(rows)
  }

  private static func keys(_ table: String, _ database: Database) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
      arguments: [table])
  }

  /// `WHERE` for a row, by its primary key.
  private static func place(
    _ row: Row, _ table: String, _ database: Database
  ) throws -> SQL {
    let keys = try keys(table, database)
    return keys.map { key -> SQL in
      let value: DatabaseValue = row[key]
      return "\(identifier: key) IS \(value)"
    }.joined(separator: " AND ")
  }

  private mutating func value(
    insteadOf old: DatabaseValue, _ column: String, _ table: String, _ database: Database
  ) throws -> DatabaseValue {
    let others = try SQLRequest<DatabaseValue>(
      "SELECT \(identifier: column) FROM \(identifier: table)"
    ).fetchAll(database)
    if pick(4) == 0 { return pick(others) }
    if pick(12) == 0 { return .null }
    switch old.storage {
    case .int64(let number):
      return pick([
        number &+ 1, number &- 1, 0 &- number, 0, 1, Int64.random(in: 2...99, using: &random),
        number &* 10, .max, .min,
      ]).databaseValue
    case .string(let text):
      return pick([text + "x", String(text.dropLast()), "x", "", text.uppercased(), " " + text])
        .databaseValue
    case .blob(let data):
      var bytes = Array(data)
      if bytes.isEmpty || pick(5) == 0 { return Data(bytes.dropLast()).databaseValue }
      bytes[pick(bytes.count)] ^= 1 << UInt8(pick(8))
      return Data(bytes).databaseValue
    default:
      return pick([1.databaseValue, "x".databaseValue, Data([1]).databaseValue, pick(others)])
    }
  }

  private mutating func update(_ database: Database) throws -> Bool {
    let table = try table(database)
    guard let row = try row(table, database) else { return false }
    let column = pick(Array(row.columnNames))
    let old: DatabaseValue = row[column]
    let new = try value(insteadOf: old, column, table, database)
    guard new != old else { return false }
    let place = try Self.place(row, table, database)
    description = "UPDATE \(table) SET \(column) = \(new) instead of \(old) in \(row)"
    try database.execute(
      literal:
        "UPDATE \(identifier: table) SET \(identifier: column) = \(new) WHERE \(literal: place)")
    return true
  }

  private mutating func delete(_ database: Database) throws -> Bool {
    let table = try table(database)
    guard let row = try row(table, database) else { return false }
    description = "DELETE FROM \(table) \(row)"
    try database.execute(
      literal:
        "DELETE FROM \(identifier: table) WHERE \(literal: try Self.place(row, table, database))")
    return true
  }

  private mutating func insert(_ database: Database) throws -> Bool {
    let table = try table(database)
    guard let row = try row(table, database) else { return false }
    let names = Array(row.columnNames)
    var values: [DatabaseValue] = Array(row.databaseValues)
    // A copy under another key; sometimes with something else changed as well.
    for key in try Self.keys(table, database) where pick(3) > 0 {
      guard let index = names.firstIndex(of: key) else { continue }
      values[index] = try value(insteadOf: values[index], key, table, database)
    }
    if pick(2) == 0 {
      let index = pick(names.count)
      values[index] = try value(insteadOf: values[index], names[index], table, database)
    }
    description = "INSERT INTO \(table) \(zip(names, values).map { "\($0)=\($1)" })"
    let columns = names.map { name -> SQL in "\(identifier: name)" }.joined(separator: ", ")
    let list = values.map { value -> SQL in "\(value)" }.joined(separator: ", ")
    try database.execute(
      literal: "INSERT INTO \(identifier: table) (\(literal: columns)) VALUES (\(literal: list))")
    return true
  }

  /// Two rows exchange what they say beside their keys.
  private mutating func swap(_ database: Database) throws -> Bool {
    let table = try table(database)
    guard let one = try row(table, database), let other = try row(table, database) else {
      return false
    }
    let keys = try Self.keys(table, database)
    let columns = Array(one.columnNames).filter { !keys.contains($0) }
    guard one != other, !columns.isEmpty else { return false }
    description = "SWAP in \(table) \(one) AND \(other)"
    // Rows may have what exists once, so both go and come back.
    for row in [one, other] {
      try database.execute(
        literal:
          "DELETE FROM \(identifier: table) WHERE \(literal: try Self.place(row, table, database))")
    }
    for (said, key) in [(one, other), (other, one)] {
      let names = keys + columns
      let values: [DatabaseValue] = keys.map { key[$0] } + columns.map { said[$0] }
      let list = names.map { name -> SQL in "\(identifier: name)" }.joined(separator: ", ")
      let row = values.map { value -> SQL in "\(value)" }.joined(separator: ", ")
      try database.execute(
        literal: "INSERT INTO \(identifier: table) (\(literal: list)) VALUES (\(literal: row))")
    }
    return true
  }

  // MARK: The schema

  private mutating func changeSchema(_ database: Database) throws -> Bool {
    let kind = pick(["trigger", "trigger", "index", "view", "text"])
    let objects = try Row.fetchAll(
      database,
      sql: """
        SELECT type, name FROM sqlite_schema
        WHERE type = ? AND sql IS NOT NULL OR ? = 'text' AND sql IS NOT NULL ORDER BY name
        """, arguments: [kind, kind])
    guard kind != "trigger" else {
      omitted = pick(triggers.map(\.name))
      description = "DROP TRIGGER \(omitted ?? "")"
      return true
    }
    guard !objects.isEmpty else { return false }
    let object = pick(objects)
    let name: String = object[1]
    switch kind {
    case "index": try database.execute(literal: "DROP INDEX \(identifier: name)")
    case "view": try database.execute(literal: "DROP VIEW \(identifier: name)")
    default:
      try database.execute(sql: "PRAGMA writable_schema = ON")
      try database.execute(
        sql: "UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = ?", arguments: [name])
      try database.execute(sql: "PRAGMA writable_schema = OFF")
    }
    description = "\(kind) \(name) dropped or changed"
    return true
  }

  // MARK: The file

  /// The size of a page of a ledger.
  private let pageSize = 8_192

  private mutating func flipBit(inIndex: Bool) throws -> Bool {
    let whole = try size()
    var range = 0..<whole
    if inIndex {
      let queue = try DatabaseQueue(path: path)
      let pages = try queue.read {
        try Int.fetchAll(
          $0, sql: "SELECT rootpage FROM sqlite_schema WHERE type = 'index' ORDER BY name")
      }
      try queue.close()
      let page = pick(pages)
      range = (page - 1) * pageSize..<page * pageSize
    }
    let position = Int.random(in: range, using: &random)
    let bit = UInt8(1) << UInt8(pick(8))
    description = "BIT \(bit) of byte \(position), page \(position / pageSize + 1)"
    try change(position..<position + 1) { Data($0.map { $0 ^ bit }) }
    return true
  }

  private mutating func damagePage() throws -> Bool {
    let pages = try size() / pageSize
    let page = pick(pages)
    let other = pick(pages)
    switch pick(3) {
    case 0:
      description = "PAGE \(page + 1) zeroed"
      try change(page * pageSize..<(page + 1) * pageSize) { Data(count: $0.count) }
    case 1:
      description = "PAGE \(page + 1) copied over page \(other + 1)"
      guard page != other else { return false }
      var bytes = Data()
      try change(page * pageSize..<(page + 1) * pageSize) {
        bytes = $0
        return $0
      }
      try change(other * pageSize..<(other + 1) * pageSize) { _ in bytes }
    default:
      let start = page * pageSize + pick(pageSize - 64)
      var noise = random
      description = "64 bytes from \(start), page \(page + 1), overwritten"
      try change(start..<start + 64) {
        Data($0.map { _ in UInt8.random(in: 0...255, using: &noise) })
      }
      random = noise
    }
    return true
  }

  private mutating func cut() throws -> Bool {
    let size = try size()
    let end = pick(2) == 0 ? pick(size / pageSize) * pageSize : pick(size)
    description = "CUT at byte \(end) of \(size)"
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: UInt64(end))
    try handle.close()
    return true
  }

  private func size() throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
  }

  private func change(_ range: Range<Int>, _ change: (Data) -> Data) throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.seek(toOffset: UInt64(range.lowerBound))
    let bytes = try #require(try handle.read(upToCount: range.count))
    try handle.seek(toOffset: UInt64(range.lowerBound))
    try handle.write(contentsOf: change(bytes))
    try handle.close()
  }
}
