#include "BulkFeed.h"

#include <sqlite3.h>
#include <stdlib.h>

// A virtual table over rows that lie in memory: INSERT … SELECT from it runs as one program, where a
// prepared INSERT pays for binding, starting and resetting with every row.
// https://sqlite.org/vtab.html, "eponymous-only" tables and pointer passing.

static const char pointer_type[] = "benefit_ledger_feed";

struct feed_cursor {
  sqlite3_vtab_cursor base;
  const struct benefit_ledger_feed *feed;
  int64_t row;
  // The row at hand: asked for as a whole, because a call for each of its columns cost a tenth of what
  // inserting it does.
  uint32_t empty;
  struct benefit_ledger_cell cells[benefit_ledger_columns];
};

static int feed_connect(
    sqlite3 *connection, void *context, int count, const char *const *arguments,
    sqlite3_vtab **table, char **message) {
  (void)context, (void)count, (void)arguments, (void)message;
  int result = sqlite3_declare_vtab(
      connection,
      "CREATE TABLE feed (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, "
      "c17, feed HIDDEN)");
  if (result != SQLITE_OK) return result;
  // Neither a view nor a trigger of the file may use it.
  sqlite3_vtab_config(connection, SQLITE_VTAB_DIRECTONLY);
  *table = calloc(1, sizeof(sqlite3_vtab));
  return *table ? SQLITE_OK : SQLITE_NOMEM;
}

static int feed_disconnect(sqlite3_vtab *table) {
  free(table);
  return SQLITE_OK;
}

static int feed_best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
  (void)table;
  for (int i = 0; i < info->nConstraint; i++) {
    if (info->aConstraint[i].iColumn != benefit_ledger_columns) continue;
    if (info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (!info->aConstraint[i].usable) return SQLITE_CONSTRAINT;
    info->aConstraintUsage[i].argvIndex = 1;
    info->aConstraintUsage[i].omit = 1;
    info->estimatedCost = 1;
    info->estimatedRows = 1000000;
    return SQLITE_OK;
  }
  return SQLITE_CONSTRAINT;
}

static int feed_open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor) {
  (void)table;
  struct feed_cursor *made = calloc(1, sizeof *made);
  if (!made) return SQLITE_NOMEM;
  *cursor = &made->base;
  return SQLITE_OK;
}

static int feed_close(sqlite3_vtab_cursor *cursor) {
  free(cursor);
  return SQLITE_OK;
}

static void feed_load(struct feed_cursor *self) {
  if (self->row < self->feed->rows) {
    self->empty = self->feed->row(self->feed->state, self->row, self->cells);
  }
}

static int feed_filter(
    sqlite3_vtab_cursor *cursor, int number, const char *name, int count, sqlite3_value **values) {
  (void)number, (void)name;
  struct feed_cursor *self = (struct feed_cursor *)cursor;
  self->feed = count == 1 ? sqlite3_value_pointer(values[0], pointer_type) : NULL;
  self->row = 0;
  // A call without a feed is a mistake of ours, not an empty table.
  if (!self->feed) return SQLITE_MISUSE;
  feed_load(self);
  return SQLITE_OK;
}

static int feed_next(sqlite3_vtab_cursor *cursor) {
  struct feed_cursor *self = (struct feed_cursor *)cursor;
  self->row++;
  feed_load(self);
  return SQLITE_OK;
}

static int feed_eof(sqlite3_vtab_cursor *cursor) {
  const struct feed_cursor *self = (const struct feed_cursor *)cursor;
  return self->row >= self->feed->rows;
}

static int feed_column(sqlite3_vtab_cursor *cursor, sqlite3_context *result, int column) {
  const struct feed_cursor *self = (const struct feed_cursor *)cursor;
  if (column >= benefit_ledger_columns || self->empty >> column & 1) return SQLITE_OK;
  const struct benefit_ledger_cell *cell = &self->cells[column];
  if (self->feed->texts >> column & 1) {
    // The text stays where it is until the row is written.
    sqlite3_result_text(result, (const char *)cell->text, (int)cell->number, SQLITE_STATIC);
  } else {
    sqlite3_result_int64(result, cell->number);
  }
  return SQLITE_OK;
}

static int feed_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *number) {
  *number = ((const struct feed_cursor *)cursor)->row;
  return SQLITE_OK;
}

static const sqlite3_module feed_module = {
    .xConnect = feed_connect,
    .xBestIndex = feed_best_index,
    .xDisconnect = feed_disconnect,
    .xDestroy = feed_disconnect,
    .xOpen = feed_open,
    .xClose = feed_close,
    .xFilter = feed_filter,
    .xNext = feed_next,
    .xEof = feed_eof,
    .xColumn = feed_column,
    .xRowid = feed_rowid,
};

int benefit_ledger_feed_register(sqlite3 *connection) {
  return sqlite3_create_module_v2(connection, "bulk_feed", &feed_module, NULL, NULL);
}

int benefit_ledger_feed_bind(
    sqlite3_stmt *statement, int parameter, const struct benefit_ledger_feed *feed) {
  return sqlite3_bind_pointer(statement, parameter, (void *)feed, pointer_type, NULL);
}

int benefit_ledger_triggers(sqlite3 *connection, int on) {
  int now = -1;
  int result = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, on, &now);
  if (result != SQLITE_OK) return result;
  return now == on ? SQLITE_OK : SQLITE_ERROR;
}
