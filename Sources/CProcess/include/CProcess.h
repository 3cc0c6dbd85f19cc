#ifndef C_PROCESS_H
#define C_PROCESS_H

#include <stddef.h>
#include <stdint.h>

/// Keeps what is in the process's memory out of every file: no core file, no handler that writes one, no
/// backtrace with the contents of registers. Returns 0 if all of it took effect.
int benefit_ledger_keep_memory_private(void);

/// Says that a command is to be run again when the process is asked to end (SIGINT, SIGTERM, SIGHUP), and
/// ends it as it would have ended. The text is kept, not copied.
void benefit_ledger_say_when_ended(const unsigned char *text, size_t count);

/// The number of the kind of file system that a path is on, as statfs(2) says; -1 and errno if it does not.
int64_t benefit_ledger_file_system(const char *path);

#endif
