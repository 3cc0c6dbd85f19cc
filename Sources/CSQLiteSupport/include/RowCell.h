#ifndef ROW_CELL_H
#define ROW_CELL_H

#include <stdint.h>

/// What a column of a row holds.
struct benefit_ledger_cell {
  /// The whole number; of a text the length in bytes. 0 if there is nothing.
  int64_t number;
  /// The bytes of a text, valid as long as its row is; NULL of a number, and if there is nothing.
  const uint8_t *text;
};

/// The most columns that a row has.
enum { benefit_ledger_columns = 18 };

#endif
