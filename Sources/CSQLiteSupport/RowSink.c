#include "RowSink.h"

#include <sqlite3.h>
#include <stddef.h>

// A function that takes rows where they are: a statement that hands out each row is left and entered
// again for it, and asked for each column by a call of its own, which costs as much as finding the row.
// https://sqlite.org/bindptr.html

static const char pointer_type[] = "benefit_ledger_sink";

static void take(sqlite3_context *result, int count, sqlite3_value **values) {
  const struct benefit_ledger_sink *sink =
      count >= 1 ? sqlite3_value_pointer(values[0], pointer_type) : NULL;
  // A call without a sink is a mistake of ours, or somebody else's SQL.
  if (!sink || count - 1 > benefit_ledger_columns) {
    sqlite3_result_error_code(result, SQLITE_MISUSE);
    return;
  }
  struct benefit_ledger_cell cells[benefit_ledger_columns];
  uint32_t empty = 0, strange = 0;
  for (int i = 0; i < count - 1; i++) {
    sqlite3_value *value = values[i + 1];
    const uint32_t bit = 1U << i;
    cells[i].text = NULL;
    cells[i].number = 0;
    switch (sqlite3_value_type(value)) {
      case SQLITE_INTEGER:
        cells[i].number = sqlite3_value_int64(value);
        strange |= sink->texts & bit;
        break;
      case SQLITE_TEXT:
        // The length is asked for after the text, as the manual wants it.
        cells[i].text = sqlite3_value_text(value);
        cells[i].number = sqlite3_value_bytes(value);
        strange |= ~sink->texts & bit;
        break;
      case SQLITE_NULL:
        empty |= bit;
        strange |= ~(sink->texts | sink->optional) & bit;
        break;
      default:
        strange |= bit;
    }
  }
  sqlite3_result_int(result, sink->take(sink->state, cells, empty, strange));
}

int benefit_ledger_sink_register(sqlite3 *connection) {
  // Neither a view nor a trigger of the file may use it.
  return sqlite3_create_function_v2(
      connection, "sink", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, take, NULL, NULL, NULL);
}

int benefit_ledger_sink_bind(
    sqlite3_stmt *statement, int parameter, struct benefit_ledger_sink *sink) {
  return sqlite3_bind_pointer(statement, parameter, sink, pointer_type, NULL);
}
