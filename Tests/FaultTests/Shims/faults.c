// Makes one call to the system fail, or every call from one on, in a program that knows nothing of it.
//
// LD_PRELOAD; the calls of one name on files of one folder are counted:
//   FAULT_FOLDER   the folder, as /proc/self/fd names it
//   FAULT_CALL     write, sync, truncate, unlink, open, link or read
//   FAULT_AT       which call fails, from 1; 0 only counts
//   FAULT_ERROR    the errno
//   FAULT_FOREVER  1: every call after it fails too
//   FAULT_COUNT    a file that gets the number of calls and of failures at the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static char folder[4096];
static char call[16];
static long at, code, forever;
static atomic_long calls, failures;

__attribute__((constructor)) static void begin(void) {
  snprintf(folder, sizeof folder, "%s", getenv("FAULT_FOLDER") ?: "");
  snprintf(call, sizeof call, "%s", getenv("FAULT_CALL") ?: "");
  at = atol(getenv("FAULT_AT") ?: "0");
  code = atol(getenv("FAULT_ERROR") ?: "5");
  forever = atol(getenv("FAULT_FOREVER") ?: "0");
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAULT_COUNT");
  if (!path) return;
  char text[64];
  int length = snprintf(text, sizeof text, "%ld %ld\n", (long)calls, (long)failures);
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, text, length);
  syscall(SYS_close, file);
}

static int isOurs(const char *path) {
  size_t length = strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0
    && (path[length] == '/' || path[length] == 0);
}

static int isOursByNumber(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return isOurs(path);
}

static int isOursByName(const char *path) {
  char whole[8192];
  if (path[0] == '/') return isOurs(path);
  if (!getcwd(whole, 4096)) return 0;
  size_t length = strlen(whole);
  snprintf(whole + length, sizeof whole - length, "/%s", path);
  return isOurs(whole);
}

// Whether this call fails; it is counted either way.
static int fails(const char *name) {
  if (strcmp(name, call) != 0) return 0;
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (at == 0 || (forever ? number < at : number != at)) return 0;
  atomic_fetch_add(&failures, 1);
  errno = (int)code;
  return 1;
}

#define REAL(result, name, ...) \
  static result (*real)(__VA_ARGS__); \
  if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  if (isOursByNumber(file) && fails("write")) return -1;
  return real(file, bytes, count, offset);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return pwrite64(file, bytes, count, offset);
}
ssize_t write(int file, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  if (file > 2 && isOursByNumber(file) && fails("write")) return -1;
  return real(file, bytes, count);
}
ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
  REAL(ssize_t, "pread64", int, void *, size_t, off64_t);
  if (isOursByNumber(file) && fails("read")) return -1;
  return real(file, bytes, count, offset);
}
ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
  return pread64(file, bytes, count, offset);
}
int fdatasync(int file) {
  REAL(int, "fdatasync", int);
  if (isOursByNumber(file) && fails("sync")) return -1;
  return real(file);
}
int fsync(int file) {
  REAL(int, "fsync", int);
  if (isOursByNumber(file) && fails("sync")) return -1;
  return real(file);
}
int ftruncate64(int file, off64_t length) {
  REAL(int, "ftruncate64", int, off64_t);
  if (isOursByNumber(file) && fails("truncate")) return -1;
  return real(file, length);
}
int ftruncate(int file, off_t length) { return ftruncate64(file, length); }
int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  if (isOursByName(path) && fails("unlink")) return -1;
  return real(path);
}
int link(const char *from, const char *to) {
  REAL(int, "link", const char *, const char *);
  if (isOursByName(to) && fails("link")) return -1;
  return real(from, to);
}
int open64(const char *path, int flags, ...) {
  REAL(int, "open64", const char *, int, ...);
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  if (isOursByName(path) && fails("open")) return -1;
  return real(path, flags, mode);
}
int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  return open64(path, flags, mode);
}
