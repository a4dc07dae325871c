#include "internal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "CNcurses.h"

// After everything of ours: term.h makes macros of ordinary words.
#include <term.h>
#undef lines
#undef columns

cn_read_kind cn_read(uint32_t *value) {
  wint_t read = 0;
  int kind = wget_wch(stdscr, &read);
  *value = (uint32_t)read;
  if (kind == ERR) return CN_NOTHING;
  return kind == KEY_CODE_YES ? CN_KEY : CN_CHARACTER;
}

const char *cn_key_name(uint32_t code) {
  const char *name = keyname((int)code);
  return name ? name : "";
}

void cn_define_paste(void) {
  define_key("\033[200~", CN_PASTE_START);
  define_key("\033[201~", CN_PASTE_END);
}

void cn_mouse(bool on) {
  mouseinterval(0);
  mousemask(on ? ALL_MOUSE_EVENTS : 0, NULL);
}

uint32_t cn_mouse_code(void) { return KEY_MOUSE; }

const char *cn_mouse_prefix(void) {
  char *prefix = tigetstr("kmous");
  return prefix && prefix != (char *)-1 ? prefix : "";
}

bool cn_mouse_event(int *y, int *x, cn_mouse_action *action) {
  MEVENT event;
  if (getmouse(&event) != OK) return false;
  *y = event.y;
  *x = event.x;
  if (event.bstate & BUTTON1_PRESSED) {
    *action = CN_PRESS;
  } else if (event.bstate & BUTTON1_RELEASED) {
    *action = CN_RELEASE;
  } else if (event.bstate & BUTTON4_PRESSED) {
    *action = CN_WHEEL_UP;
  } else if (event.bstate & BUTTON5_PRESSED) {
    *action = CN_WHEEL_DOWN;
  } else {
    *action = CN_OTHER;
  }
  return true;
}

int cn_waiting(void) {
  int count = 0;
  if (ioctl(STDIN_FILENO, FIONREAD, &count) != 0) return -1;
  return count;
}
