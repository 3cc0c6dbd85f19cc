// Records what a program does to the files of one folder, and when it says that something is done.
//
// LD_PRELOAD; records are appended to a file in the order in which they happened:
//   RECORD_FOLDER  the folder, as /proc/self/fd names it
//   RECORD_LOG     the file
//   RECORD_WEAKEN  0 or 1: SQLite is told to work with PRAGMA synchronous = 0 (OFF) or 1 (NORMAL), and to
//                  say that it works with 2: the program itself would refuse to post like that
// A record is a byte that says what, the file's inode (8 bytes), an offset (8), the length (4) of its
// bytes, and the bytes: what was written, or the name in the folder.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char folder[4096];
static int recording = -1;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("RECORD_LOG");
  snprintf(folder, sizeof folder, "%s", getenv("RECORD_FOLDER") ?: "");
  if (!path) return;
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  // Far from the numbers that a program's own files get.
  recording = file < 0 ? -1 : fcntl(file, F_DUPFD_CLOEXEC, 900);
  if (file >= 0) syscall(SYS_close, file);
}

// The name in the folder, "" for the folder itself, or null for what lies elsewhere.
static const char *nameIn(const char *path) {
  size_t length = strlen(folder);
  if (length == 0 || strncmp(path, folder, length) != 0) return NULL;
  if (path[length] == 0) return path + length;
  return path[length] == '/' ? path + length + 1 : NULL;
}

static const char *nameOfNumber(int file, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return NULL;
  path[length] = 0;
  return nameIn(path);
}

static const char *nameOfPath(const char *path, char *whole, size_t size) {
  if (path[0] == '/') return nameIn(path);
  if (!getcwd(whole, size / 2)) return NULL;
  size_t length = strlen(whole);
  snprintf(whole + length, size - length, "/%s", path);
  return nameIn(whole);
}

static uint64_t inode(int file) {
  struct stat state;
  return fstat(file, &state) == 0 ? state.st_ino : 0;
}

static void record(char what, uint64_t inode, uint64_t offset, const void *bytes, size_t count) {
  if (recording < 0) return;
  uint32_t length = (uint32_t)count;
  size_t size = 21 + count;
  char *text = malloc(size);
  if (!text) abort();
  text[0] = what;
  memcpy(text + 1, &inode, 8);
  memcpy(text + 9, &offset, 8);
  memcpy(text + 17, &length, 4);
  memcpy(text + 21, bytes, count);
  if (syscall(SYS_write, recording, text, size) != (long)size) abort();
  free(text);
}

#define REAL(result, name, ...) \
  static result (*real)(__VA_ARGS__); \
  if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)
#define LOCKED(...) \
  pthread_mutex_lock(&order); \
  __VA_ARGS__ \
  int reason = errno; \
  pthread_mutex_unlock(&order); \
  errno = reason;

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  char path[4096];
  ssize_t written;
  LOCKED(written = real(file, bytes, count, offset);
         if (written > 0 && nameOfNumber(file, path, sizeof path))
           record('w', inode(file), (uint64_t)offset, bytes, (size_t)written);)
  return written;
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return pwrite64(file, bytes, count, offset);
}
ssize_t write(int file, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  char path[4096];
  ssize_t written;
  LOCKED(off_t offset = file > 2 ? lseek(file, 0, SEEK_CUR) : 0; written = real(file, bytes, count);
         if (written > 0 && file == 1) record('a', 0, 0, bytes, (size_t)written);
         else if (written > 0 && file > 2 && nameOfNumber(file, path, sizeof path))
           record('w', inode(file), (uint64_t)offset, bytes, (size_t)written);)
  return written;
}
static int synchronized(int file, int (*real)(int)) {
  char path[4096];
  int result;
  LOCKED(result = real(file);
         const char *name = nameOfNumber(file, path, sizeof path);
         if (result == 0 && name) record(*name ? 's' : 'd', inode(file), 0, "", 0);)
  return result;
}
int fdatasync(int file) {
  REAL(int, "fdatasync", int);
  return synchronized(file, real);
}
int fsync(int file) {
  REAL(int, "fsync", int);
  return synchronized(file, real);
}
int ftruncate64(int file, off64_t length) {
  REAL(int, "ftruncate64", int, off64_t);
  char path[4096];
  int result;
  LOCKED(result = real(file, length);
         if (result == 0 && nameOfNumber(file, path, sizeof path))
           record('t', inode(file), (uint64_t)length, "", 0);)
  return result;
}
int ftruncate(int file, off_t length) { return ftruncate64(file, length); }
int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  char whole[8192];
  int result;
  LOCKED(result = real(path);
         const char *name = nameOfPath(path, whole, sizeof whole);
         if (result == 0 && name) record('u', 0, 0, name, strlen(name));)
  return result;
}
int link(const char *from, const char *to) {
  REAL(int, "link", const char *, const char *);
  char whole[8192];
  struct stat state;
  int result;
  LOCKED(result = real(from, to);
         const char *name = nameOfPath(to, whole, sizeof whole);
         if (result == 0 && name && stat(to, &state) == 0)
           record('l', state.st_ino, 0, name, strlen(name));)
  return result;
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
  char whole[8192];
  int file;
  LOCKED(const char *name = nameOfPath(path, whole, sizeof whole);
         int isNew = name && (flags & O_CREAT) && access(path, F_OK) != 0;
         file = real(path, flags, mode);
         if (file >= 0 && isNew) record('c', inode(file), 0, name, strlen(name));)
  return file;
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

// SQLite told to wait less for the disk than the program asks for, and to hide it.
int sqlite3_prepare_v3(void *connection, const char *text, int length, unsigned flags, void **statement,
                       const char **rest) {
  REAL(int, "sqlite3_prepare_v3", void *, const char *, int, unsigned, void **, const char **);
  const char *level = getenv("RECORD_WEAKEN");
  static const char setting[] = "PRAGMA synchronous = FULL";
  if (!level || strncasecmp(text, "PRAGMA synchronous", 18) != 0)
    return real(connection, text, length, flags, statement, rest);
  if (strncmp(text, setting, sizeof setting - 1) == 0) {
    char *weaker = strdup(text);
    const char *end = NULL;
    memcpy(weaker + 21, level, 1);
    memcpy(weaker + 22, "   ", 3);
    int result = real(connection, weaker, length, flags, statement, &end);
    if (rest) *rest = text + (end - weaker);
    free(weaker);
    return result;
  }
  if (strcmp(text, "PRAGMA synchronous") == 0) {
    int result = real(connection, "SELECT 2", -1, flags, statement, NULL);
    if (rest) *rest = text + strlen(text);
    return result;
  }
  return real(connection, text, length, flags, statement, rest);
}
