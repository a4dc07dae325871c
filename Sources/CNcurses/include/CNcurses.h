// The whole of curses that Vigil uses, as plain C functions: no type, macro or global variable of
// curses is seen from Swift. All but the signal handlers belong to the one thread that owns the
// terminal.
#ifndef VIGIL_CNCURSES_H
#define VIGIL_CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: The screen (screen.c)

// A cell: a spacing character, up to two marks (0 for none), attributes and a colour pair.
typedef struct {
  uint32_t base;
  uint32_t marks[2];
  // 1 bold, 2 underline, 4 reverse, 8 dim.
  uint32_t attributes;
  int32_t pair;
} cn_cell;

// What terminfo knows of a terminal.
typedef enum {
  CN_FOUND = 0,
  // No entry of that name.
  CN_UNKNOWN = 1,
  // An entry that cannot place the cursor: a printer, a dumb terminal.
  CN_NO_CURSOR = 2,
} cn_terminal;

// Takes the character set of the environment's locale; true when it is UTF-8. Numbers keep their
// point, as only LC_CTYPE is set.
bool cn_use_locale(void);
cn_terminal cn_probe(const char *term);

// Opens the screen on standard input and output; false when curses refuses. A terminal that
// takes back single parts of a look (SGR 22, 24, 27, 39, 49) is sent fewer bytes.
bool cn_open(const char *term, int escape_delay_ms, bool takes_back_single);
// Leaves the screen as it was found.
void cn_close(void);

int cn_colours(void);
int cn_pairs(void);
// Colours by number, -1 for the terminal's own; false when the terminal has no such pair.
bool cn_set_pair(int pair, int foreground, int background);

// The window's size; 0 when it is not known.
void cn_window_size(int *rows, int *columns);
void cn_resize(int rows, int columns);

void cn_put(int y, int x, const cn_cell *cells, int count);
void cn_erase(void);
// Writes the difference to the terminal, between `begin` and `end`, or nothing where there is none;
// the cursor ends at y, x.
void cn_present(int y, int x, bool show_cursor, const char *begin, const char *end);
// Says that the terminal's content is not what curses believes.
void cn_distrust(void);
// The cells that the C library gives a character: 0, 1, 2, or -1 for one it cannot show.
int cn_width(uint32_t scalar);

// Gives the terminal back to the shell for a while, and takes it again.
void cn_pause(void);
void cn_unpause(void);

// MARK: Keys (keys.c)

typedef enum { CN_NOTHING = 0, CN_CHARACTER = 1, CN_KEY = 2 } cn_read_kind;

// What is waiting, without waiting for it.
cn_read_kind cn_read(uint32_t *value);
// The name of a key's code, "" for one without.
const char *cn_key_name(uint32_t code);

enum { CN_PASTE_START = 0x7001, CN_PASTE_END = 0x7002 };
// Makes curses see the markers of a bracketed paste as the two codes above.
void cn_define_paste(void);

typedef enum { CN_PRESS, CN_RELEASE, CN_WHEEL_UP, CN_WHEEL_DOWN, CN_OTHER } cn_mouse_action;
void cn_mouse(bool on);
bool cn_mouse_event(int *y, int *x, cn_mouse_action *action);
// The bytes that come before a report of the mouse.
const char *cn_mouse_prefix(void);
// The code that announces a mouse event.
uint32_t cn_mouse_code(void);

// The bytes that wait to be read from standard input, -1 when it is gone.
int cn_waiting(void);

// MARK: What must hold on every way out (guard.c)

// Keeps the terminal's settings, and what standard error is, before the screen is opened.
void cn_guard_prepare(void);
// From here on every signal that ends the process first gives the terminal back: `modes` is
// written, then what terminfo says, then `note`. Ended by cn_guard_disarm.
void cn_guard_arm(const char *modes, const char *note);
void cn_guard_disarm(void);
// While armed, what is written to standard error is kept and shown after the screen is gone.
void cn_guard_release_errors(void);
// True from arming to disarming.
bool cn_guard_is_armed(void);

// MARK: Signals that are answered, not died of (signals.c)

typedef enum {
  CN_RESIZED = 0, CN_HANGUP, CN_TERMINATE, CN_INTERRUPT, CN_STOP, CN_CONTINUE, CN_SIGNALS
} cn_signal;

// Takes the signals; each writes a byte to `descriptor`, which must not block.
void cn_signals_take(int descriptor);
void cn_signals_give_back(void);
// True when the signal came since it was last asked for.
bool cn_signal_came(cn_signal signal);
// Stops the process as ^Z does; comes back when it is continued.
void cn_stop_process(void);
// The seconds from a hang-up or a termination to the end of the process, whatever it is doing.
enum { CN_LAST_SECONDS = 2 };
// The signal for which the process must end, 0 for none.
int cn_signal_pending_end(void);

// MARK: Files

// Makes the ends of a pipe that neither blocks nor is inherited; false when there is none.
bool cn_pipe(int *read_end, int *write_end);
// Writes everything, waiting where it must; false when the other side is gone.
bool cn_write_all(int descriptor, const char *bytes, size_t count);

#endif
