#ifndef BULK_FEED_H
#define BULK_FEED_H

#include <stdint.h>

#include "RowCell.h"

struct sqlite3;
struct sqlite3_context;
struct sqlite3_stmt;

/// Rows in memory that a statement reads as the table-valued function `bulk_feed(?)`, in order. Its
/// columns are `c0`, `c1` and so on; a statement takes those that it needs.
struct benefit_ledger_feed {
  /// How many rows there are.
  int64_t rows;
  /// What `row` reads.
  const void *state;
  /// Gives a row, from 0: its cells, which are as they were left for the row before. The bits of the
  /// answer, from the lowest, say which columns are null.
  uint32_t (*row)(const void *state, int64_t row, struct benefit_ledger_cell *cells);
  /// The columns that are texts, by bits; what stands in any other is a whole number.
  uint32_t texts;
};

/// Makes `bulk_feed` known to a connection. Returns an SQLite result code.
int benefit_ledger_feed_register(struct sqlite3 *connection);

/// Binds a feed to a parameter of a statement that selects from `bulk_feed(?)`. No text of SQL can
/// make such a pointer. The feed must live until the statement was run. Returns a result code.
int benefit_ledger_feed_bind(
    struct sqlite3_stmt *statement, int parameter, const struct benefit_ledger_feed *feed);

/// Turns the connection's triggers on or off; statements that are prepared follow. Returns SQLITE_OK
/// if that took effect.
int benefit_ledger_triggers(struct sqlite3 *connection, int on);

#endif
