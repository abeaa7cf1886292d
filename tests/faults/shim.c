/* Stands in front of libc (LD_PRELOAD): what a process does to the files of one folder is written
   down, fails at a chosen step, or is the last thing it does; and its clock can be another one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define FILES 4096
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* One entry of the log: then come `first` and `second` bytes. */
struct entry { uint32_t what, first, second, step; uint64_t inode; int64_t at; };

enum step { READ, OPEN, WRITE, FLUSH, NAME, REMOVE };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[1024];
static int log_file = -1, error_given, for_ever;
static long fails_at;
static int64_t clock_ahead;
static long *steps; /* shared, so that whoever forked sees how far a killed process came */
static struct { uint64_t inode; int append; } files[FILES];

__attribute__((constructor)) static void begin(void) {
    steps = mmap(NULL, sizeof *steps, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}

/* Watch a folder from now on. `error`: 0 for none, -1 to be killed, else an errno; `at`: the step
   that fails, counted from 1, and all after it if `ever`. `ahead`: seconds to add to the clock. */
void faults_watch(const char *where, const char *log, long at, int error, int ever, long ahead) {
    strncpy(folder, where, sizeof folder - 1);
    if (*log) {
        int file = REAL(open)(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        log_file = fcntl(file, F_DUPFD_CLOEXEC, 1000); /* where nobody counts on a number */
        close(file);
    }
    fails_at = at, error_given = error, for_ever = ever, clock_ahead = ahead, *steps = 0;
}

long faults_steps(void) { return *steps; }

static int watched(const char *path) {
    size_t length = strlen(folder);
    return length && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static uint64_t inode_of(int file) { return file >= 0 && file < FILES ? files[file].inode : 0; }

/* Count a step; return whether it is to fail, with errno set. */
static int fails(enum step step) {
    if (!error_given && step == READ) return 0;
    if (step == READ && error_given != EIO) return 0;
    long now = ++*steps;
    if (!error_given || now < fails_at || (now > fails_at && !for_ever)) return 0;
    if (error_given == -1) kill(getpid(), SIGKILL);
    if (step == REMOVE && error_given == ENOSPC) return 0; /* a full disk lets one remove */
    errno = error_given;
    return 1;
}

static void put(const void *bytes, size_t count) {
    for (size_t done = 0; done < count;) {
        ssize_t part = REAL(write)(log_file, (const char *)bytes + done, count - done);
        if (part <= 0) kill(getpid(), SIGABRT);
        done += part;
    }
}

static void note(char what, uint64_t inode, int64_t at, const void *first, size_t first_size,
                 const char *second) {
    if (log_file < 0) return;
    int before = errno;
    size_t second_size = second ? strlen(second) : 0;
    struct entry entry = {what, first_size, second_size, *steps, inode, at};
    put(&entry, sizeof entry);
    put(first, first_size);
    put(second, second_size);
    errno = before;
}

static int opened(const char *path, int flags, mode_t mode) {
    struct stat before, after;
    if (!watched(path)) return REAL(open)(path, flags, mode);
    pthread_mutex_lock(&lock);
    int is_new = (flags & O_CREAT) && stat(path, &before), file = -1;
    if (!fails(is_new || (flags & O_TRUNC) ? OPEN : READ)) file = REAL(open)(path, flags, mode);
    if (file >= 0 && file < FILES && !fstat(file, &after)) {
        files[file].inode = after.st_ino, files[file].append = flags & O_APPEND;
        if (is_new) note('C', after.st_ino, 0, path, strlen(path), NULL);
        else if (flags & O_TRUNC) note('T', after.st_ino, 0, NULL, 0, NULL);
    }
    pthread_mutex_unlock(&lock);
    return file;
}

#define MODE(flags, mode)                                                                         \
    mode_t mode = 0;                                                                              \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                          \
        va_list rest;                                                                             \
        va_start(rest, flags), mode = va_arg(rest, mode_t), va_end(rest);                         \
    }

int open(const char *path, int flags, ...) { MODE(flags, mode) return opened(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, mode) return opened(path, flags, mode); }

int close(int file) {
    if (file >= 0 && file < FILES) files[file].inode = 0;
    return REAL(close)(file);
}

static ssize_t written(int file, const void *bytes, size_t count, int64_t at, int is_placed) {
    pthread_mutex_lock(&lock);
    uint64_t inode = inode_of(file);
    struct stat about;
    if (inode && !is_placed)
        at = files[file].append && !fstat(file, &about) ? about.st_size : lseek(file, 0, SEEK_CUR);
    int is_failing = inode && fails(WRITE), error = errno;
    if (is_failing) count = error == ENOSPC ? count / 2 : 0; /* what still found room */
    ssize_t done = is_placed ? REAL(pwrite)(file, bytes, count, at) : REAL(write)(file, bytes, count);
    if (inode && done > 0) note('W', inode, at, bytes, done, NULL);
    if (file == 1 && done > 0) note('A', 0, 0, bytes, done, NULL);
    if (is_failing) done = -1, errno = error;
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int file, const void *bytes, size_t count) { return written(file, bytes, count, 0, 0); }

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
    return written(file, bytes, count, at, 1);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    return written(file, bytes, count, at, 1);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    ssize_t done = 0;
    for (int part = 0; part < count; part++) {
        ssize_t now = write(file, parts[part].iov_base, parts[part].iov_len);
        if (now < 0) return done ? done : now;
        done += now;
    }
    return done;
}

/* Whoever copies inside the kernel goes on by reading and writing, which is seen. */
ssize_t sendfile64(int to, int from, off64_t *at, size_t count) { return errno = EINVAL, -1; }
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *where, size_t count, unsigned how) {
    return errno = ENOSYS, -1;
}

#define READS(file, call)                                                                         \
    if (inode_of(file)) {                                                                         \
        pthread_mutex_lock(&lock);                                                                \
        int is_failing = fails(READ);                                                             \
        pthread_mutex_unlock(&lock);                                                              \
        if (is_failing) return -1;                                                                \
    }                                                                                             \
    return call;

ssize_t read(int file, void *to, size_t count) { READS(file, REAL(read)(file, to, count)) }
ssize_t pread64(int file, void *to, size_t count, off64_t at) {
    READS(file, REAL(pread64)(file, to, count, at))
}

/* The lock is held while the work is done, so that the log has the order of what happened. */
#define STEP(is_watched, step, call, noted)                                                       \
    pthread_mutex_lock(&lock);                                                                    \
    int is_ours = is_watched, result = -1;                                                        \
    if (!is_ours || !fails(step)) result = call;                                                  \
    if (is_ours && !result) noted;                                                                \
    pthread_mutex_unlock(&lock);                                                                  \
    return result;

int fsync(int file) {
    STEP(inode_of(file) != 0, FLUSH, REAL(fsync)(file), note('F', inode_of(file), 0, NULL, 0, NULL))
}
int fdatasync(int file) {
    STEP(inode_of(file) != 0, FLUSH, REAL(fdatasync)(file),
         note('F', inode_of(file), 0, NULL, 0, NULL))
}
int ftruncate64(int file, off64_t size) {
    STEP(inode_of(file) != 0, WRITE, REAL(ftruncate64)(file, size),
         note('T', inode_of(file), size, NULL, 0, NULL))
}
int rename(const char *from, const char *to) {
    STEP(watched(to), NAME, REAL(rename)(from, to), note('R', 0, 0, from, strlen(from), to))
}
int link(const char *from, const char *to) {
    STEP(watched(to), NAME, REAL(link)(from, to), note('L', 0, 0, from, strlen(from), to))
}
int unlink(const char *path) {
    STEP(watched(path), REMOVE, REAL(unlink)(path), note('U', 0, 0, path, strlen(path), NULL))
}
int mkdir(const char *path, mode_t mode) {
    STEP(watched(path), NAME, REAL(mkdir)(path, mode), note('D', 0, 0, path, strlen(path), NULL))
}

int clock_gettime(clockid_t which, struct timespec *now) {
    int result = REAL(clock_gettime)(which, now);
    if (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE) now->tv_sec += clock_ahead;
    return result;
}
int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int result = REAL(gettimeofday)(now, zone);
    now->tv_sec += clock_ahead;
    return result;
}
time_t time(time_t *to) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return to ? (*to = now.tv_sec) : now.tv_sec;
}
