#ifndef LINE_SPAN_H
#define LINE_SPAN_H

struct sqlite3;

/// Makes the module `spanned_lines` known to a connection: a table of the lines of its ledger and of
/// every archive that the ledger's register names, in the order of their numbers.
///
/// `CREATE VIRTUAL TABLE temp.line USING spanned_lines` puts it in the place of the ledger's own table
/// for whoever says `line` without a schema; `main.line` stays the ledger's own, and so do triggers.
/// The function `spanned_archives()` says of how many archives the table is.
int benefit_ledger_span_register(struct sqlite3 *connection);

#endif
