#include "LineSpan.h"

#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A virtual table over the lines of the ledger and of its archives. A view of UNION ALL would say the
// same, but whether SQLite looks a line up in it or reads all of it depends on the query: of a join it
// puts the whole view into a table of its own first. Here every query is a range of numbers, in order.
// Nor is there a limit to how many archives there are, as there is to attached databases (10): each has
// a connection of its own, for which the file never changes.
// https://sqlite.org/vtab.html

static const char lines_sql[] =
    "SELECT line_no, batch_no, voucher_no, file_line, person, month, benefit_id, occurrence, amount, "
    "unit_id, channel_id, fund_id, account, name, document, reason, obligor, corrects_line_no "
    "FROM main.line WHERE line_no BETWEEN ?1 AND ?2 ORDER BY line_no";

// How many archives the span of a connection has.
struct span_state {
  int archives;
};

// The ledger, or an archive.
struct piece {
  sqlite3 *connection;
  char *name; // NULL: the ledger
  sqlite3_int64 first, last;
  sqlite3_stmt *idle; // kept for the next cursor
};

struct span {
  sqlite3_vtab base;
  struct span_state *state;
  int count;
  struct piece *pieces;
};

// Where a cursor is in a piece; no statement if the piece has none of the range.
struct place {
  sqlite3_stmt *statement;
  sqlite3_int64 line;
  int has_row;
};

struct span_cursor {
  sqlite3_vtab_cursor base;
  int current; // -1: at the end
  struct place places[];
};

// Names the file with what SQLite says of it.
static int say(struct span *self, const struct piece *piece, int result) {
  sqlite3_free(self->base.zErrMsg);
  self->base.zErrMsg = sqlite3_mprintf(
      "%s%s%s", piece->name ? piece->name : "", piece->name ? ": " : "",
      sqlite3_errmsg(piece->connection));
  return result;
}

// A file of the folder of the ledger, as a URI by which SQLite neither locks it nor looks for a log.
static char *uri_of(const char *ledger, const char *name) {
  const char *slash = strrchr(ledger, '/');
  size_t folder = slash ? (size_t)(slash - ledger) + 1 : 0;
  size_t length = strlen(name);
  char *uri = malloc(3 * (folder + length) + 32);
  if (!uri) return NULL;
  size_t end = sizeof "file:" - 1;
  memcpy(uri, "file:", end);
  for (size_t i = 0; i < folder + length; i++) {
    unsigned char byte = (unsigned char)(i < folder ? ledger[i] : name[i - folder]);
    int is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
        || (byte >= '0' && byte <= '9') || byte == '/' || byte == '-' || byte == '.' || byte == '_';
    static const char digits[] = "0123456789ABCDEF";
    if (is_plain) {
      uri[end++] = (char)byte;
    } else {
      uri[end++] = '%';
      uri[end++] = digits[byte >> 4];
      uri[end++] = digits[byte & 15];
    }
  }
  memcpy(uri + end, "?immutable=1", sizeof "?immutable=1");
  return uri;
}

static int open_archive(sqlite3 *ledger, struct piece *piece) {
  char *uri = uri_of(sqlite3_db_filename(ledger, "main"), piece->name);
  if (!uri) return SQLITE_NOMEM;
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  int result = sqlite3_open_v2(uri, &piece->connection, flags, NULL);
  free(uri);
  if (result != SQLITE_OK) return result;
  result = sqlite3_db_config(piece->connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
  if (result != SQLITE_OK) return result;
  result = sqlite3_db_config(piece->connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
  if (result != SQLITE_OK) return result;
  return sqlite3_exec(
      piece->connection,
      "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -2048", NULL, NULL, NULL);
}

static void free_span(struct span *self) {
  for (int i = 0; i < self->count; i++) {
    sqlite3_finalize(self->pieces[i].idle);
    if (self->pieces[i].name) sqlite3_close(self->pieces[i].connection);
    free(self->pieces[i].name);
  }
  free(self->pieces);
  free(self);
}

// Reads which archives there are, and opens them.
static int load(sqlite3 *connection, struct span *self) {
  self->pieces = calloc(1, sizeof *self->pieces);
  if (!self->pieces) return SQLITE_NOMEM;
  self->count = 1;
  self->pieces[0] = (struct piece){.connection = connection, .first = INT64_MIN, .last = INT64_MAX};
  sqlite3_stmt *archives = NULL;
  int result = sqlite3_prepare_v2(
      connection,
      "SELECT r.file_name, a.first_line_no, a.last_line_no FROM main.archive a "
      "JOIN main.record r USING (record_no) ORDER BY record_no",
      -1, &archives, NULL);
  while (result == SQLITE_OK && (result = sqlite3_step(archives)) == SQLITE_ROW) {
    const char *name = (const char *)sqlite3_column_text(archives, 0);
    // An archive lies beside its ledger, and nowhere else.
    if (!name || !*name || strchr(name, '/')) {
      result = SQLITE_CORRUPT;
      break;
    }
    struct piece *grown = realloc(self->pieces, sizeof *grown * (size_t)(self->count + 1));
    result = grown ? SQLITE_OK : SQLITE_NOMEM;
    if (!grown) break;
    self->pieces = grown;
    struct piece *piece = &grown[self->count];
    *piece = (struct piece){
        .name = strdup(name),
        .first = sqlite3_column_int64(archives, 1),
        .last = sqlite3_column_int64(archives, 2)};
    self->count++;
    result = piece->name ? open_archive(connection, piece) : SQLITE_NOMEM;
  }
  sqlite3_finalize(archives);
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

static int span_connect(
    sqlite3 *connection, void *context, int count, const char *const *arguments,
    sqlite3_vtab **table, char **message) {
  (void)count, (void)arguments;
  int result = sqlite3_declare_vtab(
      connection,
      "CREATE TABLE line (line_no INTEGER, batch_no INTEGER, voucher_no INTEGER, file_line INTEGER, "
      "person INTEGER, month INTEGER, benefit_id INTEGER, occurrence INTEGER, amount INTEGER, "
      "unit_id INTEGER, channel_id INTEGER, fund_id INTEGER, account TEXT, name TEXT, document TEXT, "
      "reason TEXT, obligor INTEGER, corrects_line_no INTEGER)");
  if (result != SQLITE_OK) return result;
  // Neither a view nor a trigger of the file may use it.
  sqlite3_vtab_config(connection, SQLITE_VTAB_DIRECTONLY);
  struct span *self = calloc(1, sizeof *self);
  if (!self) return SQLITE_NOMEM;
  self->state = context;
  result = load(connection, self);
  if (result != SQLITE_OK) {
    const struct piece *last = self->count ? &self->pieces[self->count - 1] : NULL;
    if (last && last->name) {
      *message = sqlite3_mprintf("%s: %s", last->name, sqlite3_errmsg(last->connection));
    }
    free_span(self);
    return result;
  }
  self->state->archives = self->count - 1;
  *table = &self->base;
  return SQLITE_OK;
}

static int span_disconnect(sqlite3_vtab *table) {
  struct span *self = (struct span *)table;
  self->state->archives = 0;
  free_span(self);
  return SQLITE_OK;
}

// Which bounds of line_no a query gives: 1 equal, 2 from, 4 through. SQLite checks every row against
// what it asked for once more, so a bound that is too wide by one does no harm.
static int span_best_index(sqlite3_vtab *unused, sqlite3_index_info *info) {
  int equal = -1, from = -1, through = -1;
  for (int i = 0; i < info->nConstraint; i++) {
    const struct sqlite3_index_constraint *constraint = &info->aConstraint[i];
    if (constraint->iColumn > 0 || !constraint->usable) continue;
    switch (constraint->op) {
    case SQLITE_INDEX_CONSTRAINT_EQ: equal = i; break;
    case SQLITE_INDEX_CONSTRAINT_GT:
    case SQLITE_INDEX_CONSTRAINT_GE: from = i; break;
    case SQLITE_INDEX_CONSTRAINT_LT:
    case SQLITE_INDEX_CONSTRAINT_LE: through = i; break;
    default: break;
    }
  }
  int arguments = 0;
  (void)unused;
  if (equal >= 0) {
    info->aConstraintUsage[equal].argvIndex = ++arguments;
    info->idxNum = 1;
    info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    info->estimatedCost = 20;
    info->estimatedRows = 1;
  } else {
    if (from >= 0) {
      info->aConstraintUsage[from].argvIndex = ++arguments;
      info->idxNum |= 2;
    }
    if (through >= 0) {
      info->aConstraintUsage[through].argvIndex = ++arguments;
      info->idxNum |= 4;
    }
    info->estimatedRows = arguments == 2 ? 100000 : arguments == 1 ? 100000000 : 1000000000;
    info->estimatedCost = 10.0 * (double)info->estimatedRows;
  }
  info->orderByConsumed =
      info->nOrderBy == 1 && info->aOrderBy[0].iColumn <= 0 && !info->aOrderBy[0].desc;
  return SQLITE_OK;
}

static int span_open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor) {
  const struct span *self = (const struct span *)table;
  struct span_cursor *made = calloc(1, sizeof *made + sizeof(struct place) * (size_t)self->count);
  if (!made) return SQLITE_NOMEM;
  made->current = -1;
  *cursor = &made->base;
  return SQLITE_OK;
}

static int span_close(sqlite3_vtab_cursor *cursor) {
  struct span_cursor *self = (struct span_cursor *)cursor;
  struct span *span = (struct span *)cursor->pVtab;
  for (int i = 0; i < span->count; i++) {
    sqlite3_stmt *statement = self->places[i].statement;
    if (!statement) continue;
    sqlite3_reset(statement);
    if (span->pieces[i].idle) {
      sqlite3_finalize(statement);
    } else {
      span->pieces[i].idle = statement;
    }
  }
  free(self);
  return SQLITE_OK;
}

static int advance(struct span *span, struct span_cursor *self, int i) {
  struct place *place = &self->places[i];
  int result = sqlite3_step(place->statement);
  place->has_row = result == SQLITE_ROW;
  if (place->has_row) {
    place->line = sqlite3_column_int64(place->statement, 0);
    return SQLITE_OK;
  }
  if (result != SQLITE_DONE) result = say(span, &span->pieces[i], result);
  sqlite3_reset(place->statement);
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

static void choose(const struct span *span, struct span_cursor *self) {
  self->current = -1;
  for (int i = 0; i < span->count; i++) {
    if (!self->places[i].has_row) continue;
    if (self->current < 0 || self->places[i].line < self->places[self->current].line) {
      self->current = i;
    }
  }
}

static int begin(
    struct span *span, struct span_cursor *self, int i, sqlite3_int64 first, sqlite3_int64 last) {
  struct piece *piece = &span->pieces[i];
  struct place *place = &self->places[i];
  if (!place->statement) {
    if (piece->idle) {
      place->statement = piece->idle;
      piece->idle = NULL;
    } else {
      int result = sqlite3_prepare_v3(
          piece->connection, lines_sql, sizeof lines_sql, SQLITE_PREPARE_PERSISTENT,
          &place->statement, NULL);
      if (result != SQLITE_OK) return say(span, piece, result);
    }
  }
  sqlite3_bind_int64(place->statement, 1, first);
  sqlite3_bind_int64(place->statement, 2, last);
  return advance(span, self, i);
}

static int span_filter(
    sqlite3_vtab_cursor *cursor, int bounds, const char *name, int count, sqlite3_value **values) {
  (void)name;
  struct span_cursor *self = (struct span_cursor *)cursor;
  struct span *span = (struct span *)cursor->pVtab;
  for (int i = 0; i < span->count; i++) {
    if (self->places[i].statement) sqlite3_reset(self->places[i].statement);
    self->places[i].has_row = 0;
  }
  self->current = -1;
  sqlite3_int64 first = INT64_MIN, last = INT64_MAX;
  for (int i = 0; i < count; i++) {
    int bound = bounds & 1 ? 1 : bounds & 2 && i == 0 ? 2 : 4;
    int type = sqlite3_value_type(values[i]);
    // No number equals or is compared with nothing.
    if (type == SQLITE_NULL) return SQLITE_OK;
    // What is not a whole number bounds nothing here; SQLite compares by itself.
    if (type != SQLITE_INTEGER) continue;
    if (bound != 4) first = sqlite3_value_int64(values[i]);
    if (bound != 2) last = sqlite3_value_int64(values[i]);
  }
  for (int i = 0; i < span->count; i++) {
    if (span->pieces[i].first > last || span->pieces[i].last < first) continue;
    int result = begin(span, self, i, first, last);
    if (result != SQLITE_OK) return result;
  }
  choose(span, self);
  return SQLITE_OK;
}

static int span_next(sqlite3_vtab_cursor *cursor) {
  struct span_cursor *self = (struct span_cursor *)cursor;
  struct span *span = (struct span *)cursor->pVtab;
  int result = advance(span, self, self->current);
  if (result != SQLITE_OK) return result;
  choose(span, self);
  return SQLITE_OK;
}

static int span_eof(sqlite3_vtab_cursor *cursor) {
  return ((const struct span_cursor *)cursor)->current < 0;
}

static int span_column(sqlite3_vtab_cursor *cursor, sqlite3_context *result, int column) {
  const struct span_cursor *self = (const struct span_cursor *)cursor;
  sqlite3_stmt *statement = self->places[self->current].statement;
  const void *bytes;
  // What somebody wrote into a file is handed on as it is.
  switch (sqlite3_column_type(statement, column)) {
  case SQLITE_INTEGER:
    sqlite3_result_int64(result, sqlite3_column_int64(statement, column));
    break;
  case SQLITE_FLOAT:
    sqlite3_result_double(result, sqlite3_column_double(statement, column));
    break;
  case SQLITE_TEXT:
    bytes = sqlite3_column_text(statement, column);
    sqlite3_result_text(result, bytes, sqlite3_column_bytes(statement, column), SQLITE_TRANSIENT);
    break;
  case SQLITE_BLOB:
    bytes = sqlite3_column_blob(statement, column);
    sqlite3_result_blob(result, bytes, sqlite3_column_bytes(statement, column), SQLITE_TRANSIENT);
    break;
  default: sqlite3_result_null(result);
  }
  return SQLITE_OK;
}

static int span_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *number) {
  const struct span_cursor *self = (const struct span_cursor *)cursor;
  *number = self->places[self->current].line;
  return SQLITE_OK;
}

static const sqlite3_module span_module = {
    .xCreate = span_connect,
    .xConnect = span_connect,
    .xBestIndex = span_best_index,
    .xDisconnect = span_disconnect,
    .xDestroy = span_disconnect,
    .xOpen = span_open,
    .xClose = span_close,
    .xFilter = span_filter,
    .xNext = span_next,
    .xEof = span_eof,
    .xColumn = span_column,
    .xRowid = span_rowid,
};

static void tell_archives(sqlite3_context *result, int count, sqlite3_value **values) {
  (void)count, (void)values;
  const struct span_state *state = sqlite3_user_data(result);
  sqlite3_result_int(result, state->archives);
}

int benefit_ledger_span_register(sqlite3 *connection) {
  struct span_state *state = calloc(1, sizeof *state);
  if (!state) return SQLITE_NOMEM;
  // The module owns the state; the function reads it and lives no longer than the connection.
  int result = sqlite3_create_module_v2(connection, "spanned_lines", &span_module, state, free);
  if (result != SQLITE_OK) return result;
  return sqlite3_create_function_v2(
      connection, "spanned_archives", 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, state, tell_archives, NULL,
      NULL, NULL);
}
