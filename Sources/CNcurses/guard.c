// What must hold on every way out: however the process ends, the terminal is left as it was.
//
// Everything that runs in a handler is async-signal-safe: write, tcsetattr, dup2, lseek, read,
// sigaction, raise. What is written was put together beforehand.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "CNcurses.h"

// After everything of ours: term.h makes macros of ordinary words.
#include <term.h>
#undef lines
#undef columns

// Every signal whose default ends the process and that can be caught, but for those that are
// answered (signals.c). SIGALRM is the end of the last seconds after a hang-up.
static const int deadly[] = {SIGILL,  SIGTRAP,  SIGABRT,   SIGSEGV, SIGBUS,  SIGFPE,
                             SIGQUIT, SIGSYS,   SIGXCPU,   SIGXFSZ, SIGALRM, SIGVTALRM,
                             SIGPROF, SIGUSR1,  SIGUSR2,   SIGIO,   SIGPWR,  SIGSTKFLT,
                             SIGPIPE};
enum { DEADLY = sizeof deadly / sizeof *deadly };

static struct sigaction earlier[DEADLY];
static struct termios settings;
static bool have_settings;
static char farewell[2048];
static size_t farewell_length;
static const char *last_note;
static volatile sig_atomic_t armed;
static char stack[65536];
static int errors_kept = -1;
static int errors_shown = -1;

bool cn_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes += written;
    count -= (size_t)written;
  }
  return true;
}

bool cn_pipe(int *read_end, int *write_end) {
  int ends[2];
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  *read_end = ends[0];
  *write_end = ends[1];
  return true;
}

// Adds a capability of terminfo, without its waiting times ($<5>).
static void append_capability(const char *name) {
  const char *text = tigetstr((char *)name);
  if (!text || text == (char *)-1) return;
  while (*text && farewell_length < sizeof farewell) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    farewell[farewell_length++] = *text++;
  }
}

static void append(const char *text) {
  while (*text && farewell_length < sizeof farewell) farewell[farewell_length++] = *text++;
}

void cn_guard_prepare(void) {
  have_settings = tcgetattr(STDIN_FILENO, &settings) == 0;
  if (errors_kept >= 0 || !isatty(STDERR_FILENO)) return;
  // What the runtime says when it stops would be painted over the screen and lost with it.
  errors_kept = memfd_create("errors", MFD_CLOEXEC);
  errors_shown = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (errors_kept < 0 || errors_shown < 0) return;
  dup2(errors_kept, STDERR_FILENO);
}

void cn_guard_release_errors(void) {
  if (errors_kept < 0 || errors_shown < 0) return;
  dup2(errors_shown, STDERR_FILENO);
  char block[1024];
  off_t place = 0;
  // By pread, so that the place of writing stays at the end.
  for (;;) {
    ssize_t got = pread(errors_kept, block, sizeof block, place);
    if (got <= 0) break;
    place += got;
    if (!cn_write_all(STDERR_FILENO, block, (size_t)got)) break;
  }
  close(errors_kept);
  close(errors_shown);
  errors_kept = -1;
  errors_shown = -1;
}

// Patient with a slow line, but a terminal that takes nothing for a second does not hold up the
// end.
static void say_farewell(void) {
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  size_t done = 0;
  while (done < farewell_length) {
    ssize_t written = write(STDOUT_FILENO, farewell + done, farewell_length - done);
    if (written > 0) {
      done += (size_t)written;
      continue;
    }
    if (written < 0 && errno == EINTR) continue;
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (written < 0 && errno == EAGAIN && poll(&out, 1, 1000) > 0 && (out.revents & POLLOUT)) {
      continue;
    }
    break;
  }
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags);
}

static void restore(void) {
  if (!armed) return;
  armed = 0;
  say_farewell();
  if (have_settings) tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  cn_guard_release_errors();
}

static void die(int signal_number, siginfo_t *info, void *context) {
  (void)info;
  (void)context;
  bool was_armed = armed;
  restore();
  int ending = signal_number;
  if (signal_number == SIGALRM && cn_signal_pending_end() != 0) {
    ending = cn_signal_pending_end();
  } else if (was_armed && last_note) {
    cn_write_all(STDERR_FILENO, last_note, strlen(last_note));
  }
  // Not the handler from before: the runtime's would ask questions on the terminal.
  struct sigaction fatal;
  memset(&fatal, 0, sizeof fatal);
  fatal.sa_handler = SIG_DFL;
  sigaction(ending, &fatal, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, ending);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(ending);
}

static void at_exit(void) { restore(); }

void cn_guard_arm(const char *modes, const char *note) {
  static bool registered;
  farewell_length = 0;
  append(modes);
  append_capability("sgr0");
  append_capability("op");
  append_capability("cnorm");
  append_capability("rmkx");
  char *leave = tigetstr("rmcup");
  // Without a second screen: below what was drawn.
  if (!leave || leave == (char *)-1) append("\033[999;1H\r\n");
  append_capability("rmcup");
  append("\r");
  last_note = note;
  if (!registered) {
    atexit(at_exit);
    registered = true;
  }
  // A fault by too deep a recursion has no stack left to run the handler on.
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = die;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  bool first = !armed;
  armed = 1;
  sigset_t caught;
  sigemptyset(&caught);
  for (int i = 0; i < DEADLY; i++) {
    sigaddset(&caught, deadly[i]);
    struct sigaction before;
    sigaction(deadly[i], NULL, &before);
    // What the parent wanted ignored stays ignored.
    if (!(before.sa_flags & SA_SIGINFO) && before.sa_handler == SIG_IGN) {
      if (first) earlier[i] = before;
      continue;
    }
    if (before.sa_sigaction != die) earlier[i] = before;
    sigaction(deadly[i], &action, NULL);
  }
  // Blocked ones, handed down by a parent, would not be caught.
  pthread_sigmask(SIG_UNBLOCK, &caught, NULL);
}

void cn_guard_disarm(void) {
  if (!armed) return;
  armed = 0;
  for (int i = 0; i < DEADLY; i++) {
    // The last seconds still run out after the screen is gone.
    if (deadly[i] == SIGALRM && cn_signal_pending_end() != 0) continue;
    sigaction(deadly[i], &earlier[i], NULL);
  }
}

bool cn_guard_is_armed(void) { return armed != 0; }
