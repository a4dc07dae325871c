#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "CNcurses.h"

// After everything of ours: term.h makes macros of ordinary words.
#include <term.h>
#undef lines
#undef columns

static SCREEN *screen;

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

bool cn_open(const char *term, int escape_delay_ms) {
  set_escdelay(escape_delay_ms);
  // newterm returns where initscr would end the process.
  screen = newterm((char *)term, stdout, stdin);
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

void cn_close(void) {
  if (!screen) return;
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

void cn_present(int y, int x, bool show_cursor) {
  curs_set(show_cursor ? 1 : 0);
  move(y, x);
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_distrust(void) { clearok(curscr, TRUE); }

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cn_pause(void) {
  curs_set(1);
  endwin();
}

void cn_unpause(void) {
  reset_prog_mode();
  clearok(curscr, TRUE);
  curs_set(0);
}
