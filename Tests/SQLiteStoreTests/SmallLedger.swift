import Foundation
import GRDB
import TestSupport

/// A ledger with a row in every table, written by hand with plain SQL: as an outsider would.
///
/// `recursive_triggers` is off, which is SQLite's default and the hole that `INSERT OR REPLACE` goes
/// through; `foreign_keys` is on.
struct SmallLedger {
  let database: DatabaseQueue

  init(recursiveTriggers: Bool = false) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(
        sql: recursiveTriggers
          ? "PRAGMA recursive_triggers = ON" : "PRAGMA recursive_triggers = OFF")
    }
    database = try DatabaseQueue(configuration: configuration)
    try execute(try Repository.text("schema.sql"))
    try execute(Self.rows)
  }

  func execute(_ sql: String) throws { try database.write { try $0.execute(sql: sql) } }

  /// Runs a statement in a transaction that is given up, and says what refused it; nil if nothing did.
  func refusal(of sql: String) throws -> String? {
    var refusal: String?
    try database.writeWithoutTransaction { database in
      try database.inTransaction {
        do {
          try database.execute(sql: sql)
        } catch let error as DatabaseError {
          refusal = error.message ?? "\(error.resultCode)"
        }
        return .rollback
      }
    }
    return refusal
  }

  func strings(_ sql: String) throws -> [String] {
    try database.read { try String.fetchAll($0, sql: sql) }
  }

  /// The tables, in the order of the schema.
  func tables() throws -> [String] {
    try strings(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid"
    )
  }

  /// One site, a `due` of two persons with one voucher, and an opening balance.
  private static let rows = """
    INSERT INTO ledger VALUES (1, 'single');
    INSERT INTO record VALUES (1, 1, 20261001, 'clerk', NULL, 'sites.csv', randomblob(32),
      randomblob(32), randomblob(32), NULL);
    INSERT INTO chart_file VALUES (1, '[chart]');
    INSERT INTO unit VALUES (1), (2);
    INSERT INTO unit_version VALUES (1, 1, '40', 'Nghệ An', 2, NULL, 19000101, NULL, NULL, 1),
      (2, 1, '40-00001', 'Điểm chi trả Hưng Lộc', 5, 1, 20200101, NULL, NULL, 1);
    INSERT INTO period_change VALUES (1, 202601, 'closed');
    INSERT INTO record VALUES (2, 5, 20261001, 'clerk', NULL, 'held.csv', randomblob(32),
      randomblob(32), randomblob(32), NULL), (3, 6, 20261001, 'clerk', 'back', NULL, NULL,
      randomblob(32), randomblob(32), NULL), (4, 7, 20261001, 'clerk', 'same', NULL, NULL,
      randomblob(32), randomblob(32), NULL);
    INSERT INTO hold VALUES (1, 2, 40123456780, 2, 'abroad', 20260301, NULL, 2);
    INSERT INTO hold_release VALUES (3, 1, 20260901);
    INSERT INTO person_link VALUES (4, 1, 40123456789, 1000123456780, NULL);
    INSERT INTO cash_count VALUES (1, 2, 20261027, 90, 100, 0, 'a note was torn');
    INSERT INTO archive VALUES (4, 2020, 4096, 1, 1, 1, 1, randomblob(32));
    INSERT INTO batch VALUES (1, 8, 'due.csv', 100, randomblob(32), 'D-1', 202610, 20261001, 202610,
      20261001, 'clerk', 1, 2, 1, 1, 2, 300, 0, NULL, NULL, NULL, NULL, 0, randomblob(32),
      randomblob(32), zeroblob(32), randomblob(32));
    INSERT INTO user_key VALUES (1, 'quan', 'administrator', randomblob(32));
    INSERT INTO submission VALUES (1, 1, 'lan', 9, 'paid.csv', 70, randomblob(32), 'P-9', NULL, NULL,
      202610, 20261003, 2, 300, 0, NULL, NULL, 2, zeroblob(32), NULL);
    INSERT INTO decision VALUES (1, 1, 'hoa', 'approved', zeroblob(32));
    INSERT INTO submission_chunk VALUES (1, 0, x'00');
    INSERT INTO submission_reading VALUES (1, '[profile]', NULL);
    INSERT INTO proposal VALUES (1, 'hoa', 'release', zeroblob(32), NULL);
    INSERT INTO reservation VALUES (202610, 40123456789, 1, 1, 1, 2);
    INSERT INTO account VALUES (1, 9, 3, 0), (2, 5, 3, 2), (3, 1, 3, 0), (4, 8, 3, 0), (5, 1, 1, 0);
    INSERT INTO voucher VALUES (1, 1, 1, 2, 3, 2, 1, 1, 202610, 300, 2, NULL, NULL, NULL);
    INSERT INTO line VALUES
      (1, 1, 1, 2, 40123456789, 202610, 1, 1, 100, 2, 1, 3, NULL, 'Nguyễn Thị An', NULL, NULL,
        NULL, NULL),
      (2, 1, 1, 3, 1000123456789, 202610, 1, 1, 200, 2, 1, 3, NULL, NULL, NULL, NULL, NULL,
        NULL);
    INSERT INTO step VALUES (202610, 40123456789, 1, 1, 1, 8, 0, 1, 100, 2, 1, 3, 1, NULL, NULL),
      (202610, 1000123456789, 1, 1, 1, 8, 0, 1, 200, 2, 1, 3, 2, NULL, NULL);
    INSERT INTO batch SELECT 2, 1, 'opening.csv', 50, randomblob(32), NULL, NULL, NULL, 202610,
      20261002, 'clerk', 3, 0, 2, 1, 1, 900, 0, NULL, NULL, NULL, NULL, 0, randomblob(32),
      randomblob(32), seal, randomblob(32)
      FROM batch WHERE batch_no = 1;
    INSERT INTO voucher VALUES (2, 2, 3, 4, 3, NULL, NULL, NULL, NULL, 900, 0, NULL, 2, 'QD 12');
    INSERT INTO opening VALUES (2, 3);
    INSERT INTO balance VALUES (1, 202610, 300, 0, 0, 0), (2, 202610, 0, 300, 0, 0);
    INSERT INTO statement VALUES (1, 2, 3, 'camt.053', 'S1', '0011', 0, 910, 20261002, 20261002, 2,
      910, 0), (2, 2, 3, 'mt940', 'S2', '0022', 50, 60, 20261003, 20261003, 1, 10, 1);
    INSERT INTO bank_entry VALUES (1, 2, 1, 1, 9, 20261002, 20261002, 900, NULL, NULL, NULL, NULL,
      NULL, NULL), (2, 2, 1, 2, 19, 20261002, 20261003, 10, NULL, NULL, NULL, NULL, NULL, NULL),
      (3, 2, 2, 1, 6, 20261003, 20261003, 10, NULL, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO bank_match VALUES (1, 3, 'amount-and-date', 0, NULL, NULL);
    INSERT INTO bank_match_side VALUES (1, 1, 3, 1, NULL, NULL, 900), (1, 2, 3, NULL, 2, NULL, 900);
    INSERT INTO bank_exception VALUES (1, 3, 2, 'unmatched', 'Find out whose money it is.');
    INSERT INTO exception_step VALUES (4, 1, 'assigned', 'lan');
    INSERT INTO statement_withdrawal VALUES (2, 4);
    """
}
