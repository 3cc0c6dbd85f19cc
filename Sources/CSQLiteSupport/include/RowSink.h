#ifndef ROW_SINK_H
#define ROW_SINK_H

#include <stdint.h>

#include "RowCell.h"

struct sqlite3;
struct sqlite3_stmt;

/// Takes rows while a statement runs, as the function `sink(?, column, …)` in its WHERE clause.
struct benefit_ledger_sink {
  /// What `take` works with.
  void *state;
  /// Takes a row: its cells in the order of the arguments. The bits of `empty`, from the lowest, say in
  /// which columns there is nothing, and those of `strange` which hold what may not stand there.
  /// Returns 0 to go on; otherwise the statement hands out this row, and it can be left there.
  int (*take)(
      void *state, const struct benefit_ledger_cell *cells, uint32_t empty, uint32_t strange);
  /// The columns of whole numbers in which there may be nothing, by bits.
  uint32_t optional;
  /// The columns that are texts or nothing, by bits; in any other a whole number stands.
  uint32_t texts;
};

/// Makes `sink` known to a connection. Returns an SQLite result code.
int benefit_ledger_sink_register(struct sqlite3 *connection);

/// Binds a sink to a parameter of a statement. No text of SQL can make such a pointer. The sink must
/// live until the statement was run. Returns a result code.
int benefit_ledger_sink_bind(
    struct sqlite3_stmt *statement, int parameter, struct benefit_ledger_sink *sink);

#endif
