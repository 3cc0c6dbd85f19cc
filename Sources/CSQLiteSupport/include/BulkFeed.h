#ifndef BULK_FEED_H
#define BULK_FEED_H

#include <stdint.h>

struct sqlite3;
struct sqlite3_context;
struct sqlite3_stmt;

/// Rows in memory that a statement reads as the table-valued function `bulk_feed(?)`.
struct benefit_ledger_feed {
  /// How many rows there are.
  int64_t rows;
  /// What `column` reads.
  const void *state;
  /// Gives the value of a column of a row, both from 0, to `result`; a column it leaves alone is null.
  void (*column)(const void *state, int64_t row, int column, struct sqlite3_context *result);
};

/// How many columns a feed has: `c0`, `c1` and so on. A statement takes those that it needs.
enum { benefit_ledger_feed_columns = 18 };

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
