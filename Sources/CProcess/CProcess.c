#define _GNU_SOURCE
#include "CProcess.h"

#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/vfs.h>
#include <unistd.h>

int benefit_ledger_keep_memory_private(void) {
  // Swift's runtime took these before main, to start a program that prints registers and what they
  // point to.
  static const int crashes[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index++)
    signal(crashes[index], SIG_DFL);
  struct rlimit none = {0, 0};
  int limited = setrlimit(RLIMIT_CORE, &none);
  // The limit does not hold for a core that is handed to a program; this does.
  int hidden = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  return limited == 0 && hidden == 0 ? 0 : -1;
}

static const unsigned char *lastWords;
static size_t lastWordsCount;

static void end(int number) {
  // What was set up below is gone at the first signal, so this one ends the process as it would have.
  ssize_t ignored = write(2, lastWords, lastWordsCount);
  (void)ignored;
  raise(number);
}

void benefit_ledger_say_when_ended(const unsigned char *text, size_t count) {
  static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
  lastWords = text;
  lastWordsCount = count;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = end;
  action.sa_flags = SA_RESETHAND;
  sigset_t asked;
  sigemptyset(&asked);
  for (size_t index = 0; index < sizeof ends / sizeof *ends; index++) {
    struct sigaction before;
    // nohup and shells that run it in the background say what is to be ignored.
    if (sigaction(ends[index], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
      sigaction(ends[index], &action, NULL);
    sigaddset(&asked, ends[index]);
  }
  // Whoever starts this from a thread of a pool has them blocked, and hands that down.
  sigprocmask(SIG_UNBLOCK, &asked, NULL);
}

int64_t benefit_ledger_file_system(const char *path) {
  struct statfs state;
  return statfs(path, &state) == 0 ? (int64_t)(uint32_t)state.f_type : -1;
}
