// Signals that are answered: a handler only notes which came and wakes the loop, so that all work
// is done by the thread that owns the terminal, whichever thread the signal fell on.
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "CNcurses.h"

static const int numbers[CN_SIGNALS] = {
    [CN_RESIZED] = SIGWINCH, [CN_HANGUP] = SIGHUP, [CN_TERMINATE] = SIGTERM,
    [CN_INTERRUPT] = SIGINT, [CN_STOP] = SIGTSTP,  [CN_CONTINUE] = SIGCONT};

static struct sigaction earlier[CN_SIGNALS];
static volatile sig_atomic_t came[CN_SIGNALS];
static volatile sig_atomic_t pending_end;
static volatile sig_atomic_t waking = -1;

static void note(int number) {
  int saved = errno;
  for (int i = 0; i < CN_SIGNALS; i++) {
    if (numbers[i] == number) came[i] = 1;
  }
  if (number == SIGHUP || number == SIGTERM) {
    if (pending_end == 0) {
      pending_end = number;
      // However busy or stuck the loop is.
      alarm(CN_LAST_SECONDS);
    }
  }
  char byte = 1;
  ssize_t ignored = write(waking, &byte, 1);
  (void)ignored;
  errno = saved;
}

static void take(int i) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  sigfillset(&action.sa_mask);
  // Without SA_RESTART, so that poll comes back.
  sigaction(numbers[i], &action, NULL);
}

void cn_signals_take(int descriptor) {
  waking = descriptor;
  // A parent can hand down blocked signals; with these the program could not be asked to end.
  sigset_t needed;
  sigemptyset(&needed);
  sigaddset(&needed, SIGALRM);
  for (int i = 0; i < CN_SIGNALS; i++) sigaddset(&needed, numbers[i]);
  pthread_sigmask(SIG_UNBLOCK, &needed, NULL);
  for (int i = 0; i < CN_SIGNALS; i++) {
    sigaction(numbers[i], NULL, &earlier[i]);
    // Ignored by the parent (nohup, no job control): stays so.
    bool ignored = !(earlier[i].sa_flags & SA_SIGINFO) && earlier[i].sa_handler == SIG_IGN;
    if (ignored && i != CN_RESIZED) continue;
    take(i);
  }
}

void cn_signals_give_back(void) {
  for (int i = 0; i < CN_SIGNALS; i++) sigaction(numbers[i], &earlier[i], NULL);
}

bool cn_signal_came(cn_signal signal) {
  if (!came[signal]) return false;
  came[signal] = 0;
  return true;
}

void cn_stop_process(void) {
  struct sigaction stop;
  memset(&stop, 0, sizeof stop);
  stop.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &stop, NULL);
  raise(SIGTSTP);
  take(CN_STOP);
}

int cn_signal_pending_end(void) { return pending_end; }
