import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

extension SQLiteLedgerStore {
  /// A store with the schema and no rows, in a folder of its own.
  static func fresh(in folder: TemporaryFolder) throws -> SQLiteLedgerStore {
    let path = folder.path("ledger.db")
    // The schema goes into an empty file that is there: who makes a ledger gives it its mode first.
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    return try createSchema(at: path)
  }
}
