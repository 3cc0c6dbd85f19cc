import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// A store with the schema and no rows, in a folder that is removed with it.
struct FreshStore {
  let store: SQLiteLedgerStore
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path("ledger.db")
    // The schema goes into an empty file that is there: who makes a ledger gives it its mode first.
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    store = try SQLiteLedgerStore.createSchema(at: path)
  }
}
