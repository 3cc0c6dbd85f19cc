#include "CSQLiteSupport.h"

#include <sqlite3.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static const char schema[] = {
#embed "../../schema.sql"
};

const char *benefit_ledger_schema(void) { return schema; }
size_t benefit_ledger_schema_length(void) { return sizeof schema; }

int benefit_ledger_defend(struct sqlite3 *connection) {
  int defensive = 0, trusted = 1;
  int result = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive);
  if (result != SQLITE_OK) return result;
  result = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &trusted);
  if (result != SQLITE_OK) return result;
  return defensive == 1 && trusted == 0 ? SQLITE_OK : SQLITE_ERROR;
}

int benefit_ledger_is_defensive(struct sqlite3 *connection) {
  int defensive = 0;
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive) == SQLITE_OK
    ? defensive : -1;
}

int benefit_ledger_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

void benefit_ledger_return_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

int benefit_ledger_lookaside(struct sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_LOOKASIDE, (void *)0, 4096, 64);
}
