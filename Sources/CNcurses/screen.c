#include "internal.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

#include "CNcurses.h"
#include "looks.h"

// After everything of ours: term.h makes macros of ordinary words.
#include <term.h>
#undef lines
#undef columns

static SCREEN *screen;
// The terminal under a descriptor of curses' own, so that what it writes can be caught for a frame
// while the guard still reaches the terminal by standard output.
static FILE *output;
static int terminal = -1;
static int caught = -1;
static cn_bytes frame, sent;

bool cn_use_locale(void) {
  setlocale(LC_CTYPE, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

cn_terminal cn_probe(const char *term) {
  int error = 0;
  if (setupterm((char *)term, STDOUT_FILENO, &error) == ERR) return CN_UNKNOWN;
  char *move = tigetstr("cup");
  bool hardcopy = tigetflag("hc") > 0;
  bool can = move && move != (char *)-1 && !hardcopy;
  return can ? CN_FOUND : CN_NO_CURSOR;
}

static bool open_output(void) {
  if (output) return true;
  terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  int own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (terminal < 0 || own < 0) return false;
  output = fdopen(own, "w");
  // Without it frames are sent as curses writes them.
  caught = memfd_create("frame", MFD_CLOEXEC);
  return output != NULL;
}

bool cn_open(const char *term, int escape_delay_ms, bool takes_back_single) {
  set_escdelay(escape_delay_ms);
  if (!open_output()) return false;
  cn_looks_forget();
  cn_looks_take_back_single(takes_back_single);
  // newterm returns where initscr would end the process.
  screen = newterm((char *)term, output, stdin);
  if (!screen) return false;
  set_term(screen);
  cbreak();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  // Otherwise a waiting key would stop a repaint half-way.
  typeahead(-1);
  scrollok(stdscr, FALSE);
  // alloc_pair and relatives crash on a terminal without colour.
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  curs_set(0);
  int rows = 0, cols = 0;
  cn_window_size(&rows, &cols);
  if (rows > 0 && cols > 0) resize_term(rows, cols);
  return true;
}

// Curses believes that the last look of a frame was sent.
static void settle(void) {
  frame.count = 0;
  if (cn_looks_settle(&frame)) cn_write_all(STDOUT_FILENO, frame.bytes, frame.count);
  cn_looks_forget();
}

void cn_close(void) {
  if (!screen) return;
  settle();
  curs_set(1);
  endwin();
  delscreen(screen);
  screen = NULL;
}

int cn_colours(void) { return has_colors() ? COLORS : 0; }
int cn_pairs(void) { return has_colors() ? COLOR_PAIRS : 0; }

bool cn_set_pair(int pair, int foreground, int background) {
  if (!has_colors() || pair < 1 || pair >= COLOR_PAIRS) return false;
  return init_extended_pair(pair, foreground, background) == OK;
}

void cn_window_size(int *rows, int *cols) {
  struct winsize size;
  *rows = 0;
  *cols = 0;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    *rows = size.ws_row;
    *cols = size.ws_col;
  }
  if ((*rows == 0 || *cols == 0) && screen) {
    *rows = LINES;
    *cols = COLS;
  }
}

void cn_resize(int rows, int cols) {
  if (rows < 1 || cols < 1) return;
  resize_term(rows, cols);
  clearok(curscr, TRUE);
}

static attr_t attributes(uint32_t bits) {
  attr_t a = A_NORMAL;
  if (bits & 1) a |= A_BOLD;
  if (bits & 2) a |= A_UNDERLINE;
  if (bits & 4) a |= A_REVERSE;
  if (bits & 8) a |= A_DIM;
  return a;
}

void cn_put(int y, int x, const cn_cell *cells, int count) {
  cchar_t run[512];
  while (count > 0) {
    int n = count < 512 ? count : 512;
    int columns = 0;
    for (int i = 0; i < n; i++) {
      wchar_t text[4] = {(wchar_t)cells[i].base, (wchar_t)cells[i].marks[0],
                         (wchar_t)cells[i].marks[1], 0};
      int pair = cells[i].pair;
      // The pair goes through the last argument, where it may be above 32767.
      if (setcchar(&run[i], text, attributes(cells[i].attributes), 0, &pair) == ERR) {
        wchar_t unknown[2] = {L'?', 0};
        setcchar(&run[i], unknown, attributes(cells[i].attributes), 0, &pair);
      }
      int width = wcwidth((wchar_t)cells[i].base);
      columns += width > 0 ? width : 1;
    }
    // Does not wrap and does not move the cursor.
    mvadd_wchnstr(y, x, run, n);
    x += columns;
    cells += n;
    count -= n;
  }
}

void cn_erase(void) { erase(); }

static bool catch_output(void) {
  if (caught < 0 || lseek(caught, 0, SEEK_SET) != 0 || ftruncate(caught, 0) != 0) return false;
  return dup3(caught, fileno(output), O_CLOEXEC) >= 0;
}

// What was caught, in `frame`; false where it cannot be had.
static bool release_output(void) {
  dup3(terminal, fileno(output), O_CLOEXEC);
  frame.count = 0;
  char block[8192];
  for (off_t place = 0;;) {
    ssize_t got = pread(caught, block, sizeof block, place);
    if (got < 0) return false;
    if (got == 0) return true;
    if (!cn_bytes_add(&frame, block, (size_t)got)) return false;
    place += got;
  }
}

static void present(int y, int x, bool show_cursor) {
  curs_set(show_cursor ? 1 : 0);
  move(y, x);
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_present(int y, int x, bool show_cursor, const char *begin, const char *end) {
  if (!catch_output()) {
    cn_looks_forget();
    cn_write_all(STDOUT_FILENO, begin, strlen(begin));
    present(y, x, show_cursor);
    cn_write_all(STDOUT_FILENO, end, strlen(end));
    return;
  }
  present(y, x, show_cursor);
  // In one piece: the terminal sees no half of a frame.
  sent.count = 0;
  bool whole = release_output() && cn_bytes_add(&sent, begin, strlen(begin))
    && cn_looks_pass(frame.bytes, frame.count, &sent) && cn_bytes_add(&sent, end, strlen(end));
  if (!whole) {
    // No memory, or nothing to catch in: the next frame is drawn from nothing.
    cn_looks_forget();
    clearok(curscr, TRUE);
  } else if (frame.count > 0) {
    cn_write_all(STDOUT_FILENO, sent.bytes, sent.count);
  }
}

void cn_distrust(void) {
  cn_looks_forget();
  clearok(curscr, TRUE);
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cn_pause(void) {
  settle();
  curs_set(1);
  endwin();
}

void cn_unpause(void) {
  cn_looks_forget();
  reset_prog_mode();
  clearok(curscr, TRUE);
  curs_set(0);
}
