#ifndef CSQLITE_SUPPORT_H
#define CSQLITE_SUPPORT_H

#include <stddef.h>

#include "BulkFeed.h"
#include "LineSpan.h"
#include "RowCell.h"
#include "RowSink.h"

struct sqlite3;

/// The bytes of the top-level schema.sql, compiled in.
const char *benefit_ledger_schema(void);
/// How many bytes the schema has.
size_t benefit_ledger_schema_length(void);

/// Turns on SQLITE_DBCONFIG_DEFENSIVE and turns off SQLITE_DBCONFIG_TRUSTED_SCHEMA.
/// Returns SQLITE_OK if both took effect. sqlite3_db_config is variadic, which Swift cannot call.
int benefit_ledger_defend(struct sqlite3 *connection);

/// Says whether SQLITE_DBCONFIG_DEFENSIVE is on: 1 or 0; -1 if SQLite does not say.
int benefit_ledger_is_defensive(struct sqlite3 *connection);

/// Keeps SQLite from counting the memory it takes, which costs a lock for each piece of it. Takes
/// effect before the process first opens a database; afterwards SQLITE_MISUSE is the answer.
int benefit_ledger_count_no_memory(void);

/// Has memory of a megabyte and more go back to the system when it is freed. The C library otherwise
/// keeps ever larger pieces for later, and a posting frees tens of megabytes at a time.
void benefit_ledger_return_memory(void);

/// Gives a connection slots of memory that are large enough for the frame of a trigger, which every
/// inserted row needs. Returns SQLITE_BUSY if the connection already works with its slots.
int benefit_ledger_lookaside(struct sqlite3 *connection);

#endif
