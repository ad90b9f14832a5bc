/* LD_PRELOAD: the n-th call of one kind on a file below a folder fails.
   FAIL_CALL open|write|fsync|rename|unlink|link, FAIL_N, FAIL_ERRNO, FAIL_FOLDER, FAIL_MARK (a file that is told of which). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int seen;

static int fails(const char *call, const char *path) {
  const char *wanted = getenv("FAIL_CALL"), *folder = getenv("FAIL_FOLDER"), *mark = getenv("FAIL_MARK");
  if (!wanted || !folder || !mark || strcmp(wanted, call) || strncmp(path, folder, strlen(folder))) return 0;
  if (atomic_fetch_add(&seen, 1) + 1 != atoi(getenv("FAIL_N"))) return 0;
  int to = (int)syscall(SYS_openat, AT_FDCWD, mark, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  syscall(SYS_write, to, path, strlen(path));
  syscall(SYS_close, to);
  errno = atoi(getenv("FAIL_ERRNO"));
  return 1;
}

static int fails_of(const char *call, int fd) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return fails(call, path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define OPEN(name)                                              \
  int name(const char *path, int flags, ...) {                  \
    va_list more;                                               \
    va_start(more, flags);                                      \
    int mode = flags & O_CREAT ? va_arg(more, int) : 0;         \
    va_end(more);                                               \
    if (fails("open", path)) return -1;                         \
    return REAL(name)(path, flags, mode);                       \
  }
OPEN(open)
OPEN(open64)
ssize_t write(int fd, const void *bytes, size_t size) { return fails_of("write", fd) ? -1 : REAL(write)(fd, bytes, size); }
ssize_t writev(int fd, const struct iovec *v, int n) { return fails_of("write", fd) ? -1 : REAL(writev)(fd, v, n); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t at) { return fails_of("write", fd) ? -1 : REAL(pwrite64)(fd, b, n, at); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t at) { return fails_of("write", fd) ? -1 : REAL(pwrite)(fd, b, n, at); }
int fsync(int fd) { return fails_of("fsync", fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails_of("fsync", fd) ? -1 : REAL(fdatasync)(fd); }
int rename(const char *from, const char *to) { return fails("rename", from) ? -1 : REAL(rename)(from, to); }
int link(const char *from, const char *to) { return fails("link", from) ? -1 : REAL(link)(from, to); }
int unlink(const char *path) { return fails("unlink", path) ? -1 : REAL(unlink)(path); }
