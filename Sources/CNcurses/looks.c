// Curses sends both colours and all attributes anew whenever one of them changes, and a look for
// every blank: two thirds of what a frame weighs on a slow line. Here the sequences that set looks
// (SGR, the character set) are held back until something is drawn in them, and then only the
// difference is sent. Everything else passes as it is; what is not understood makes the terminal's
// look unknown, and from there on it is passed as it came until curses resets it.
#include "looks.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "CNcurses.h"

enum { BOLD = 1, DIM = 2, UNDERLINE = 4, REVERSE = 8 };

// As it was asked for: 0 the terminal's own, 1 a parameter of its own (31, 104), 2 a number of 256.
typedef struct {
  uint8_t kind;
  uint8_t value;
} colour;

typedef struct {
  colour foreground;
  colour background;
  uint8_t bits;
} look;

static look shown, wanted;
static bool shown_known, wanted_known;
// The final letter of ESC ( x, and shift in or out; 0 for what is not known or not asked.
static char shown_set, wanted_set, shown_shift, wanted_shift;
static bool singly;
// A terminal that chooses its character set by SGR 11: there 10 is no reset of fonts only.
static bool other_fonts;

bool cn_bytes_add(cn_bytes *to, const char *bytes, size_t count) {
  if (to->count + count > to->room) {
    size_t room = to->room ? to->room : 4096;
    while (room < to->count + count) room *= 2;
    char *more = realloc(to->bytes, room);
    if (!more) return false;
    to->bytes = more;
    to->room = room;
  }
  memcpy(to->bytes + to->count, bytes, count);
  to->count += count;
  return true;
}

void cn_looks_forget(void) {
  shown_known = wanted_known = false;
  shown_set = wanted_set = shown_shift = wanted_shift = 0;
}

void cn_looks_take_back_single(bool can) { singly = can; }

static bool same(colour a, colour b) { return a.kind == b.kind && a.value == b.value; }

static bool same_look(look a, look b) {
  return same(a.foreground, b.foreground) && same(a.background, b.background) && a.bits == b.bits;
}

// Parameters of one sequence.
typedef struct {
  char text[64];
  size_t count;
} parameters;

static void parameter(parameters *to, unsigned value) {
  char digits[4];
  int n = 0;
  do {
    digits[n++] = (char)('0' + value % 10);
    value /= 10;
  } while (value && n < 4);
  if (to->count) to->text[to->count++] = ';';
  while (n) to->text[to->count++] = digits[--n];
}

static void add_colour(parameters *to, colour c, bool background) {
  if (c.kind == 0) {
    parameter(to, background ? 49 : 39);
  } else if (c.kind == 1) {
    parameter(to, c.value);
  } else {
    parameter(to, background ? 48 : 38);
    parameter(to, 5);
    parameter(to, c.value);
  }
}

static void add_bits(parameters *to, uint8_t bits) {
  if (bits & BOLD) parameter(to, 1);
  if (bits & DIM) parameter(to, 2);
  if (bits & UNDERLINE) parameter(to, 4);
  if (bits & REVERSE) parameter(to, 7);
}

static parameters from_nothing(look to) {
  parameters all = {.count = 0};
  parameter(&all, 0);
  add_bits(&all, to.bits);
  if (to.foreground.kind) add_colour(&all, to.foreground, false);
  if (to.background.kind) add_colour(&all, to.background, true);
  // ESC [ m says the same in fewer bytes.
  if (all.count == 1) all.count = 0;
  return all;
}

static parameters difference(look from, look to) {
  parameters only = {.count = 0};
  uint8_t gone = from.bits & (uint8_t)~to.bits;
  uint8_t added = to.bits & (uint8_t)~from.bits;
  if (gone & (BOLD | DIM)) {
    parameter(&only, 22);
    added |= to.bits & (BOLD | DIM);
  }
  if (gone & UNDERLINE) parameter(&only, 24);
  if (gone & REVERSE) parameter(&only, 27);
  add_bits(&only, added);
  if (!same(from.foreground, to.foreground)) add_colour(&only, to.foreground, false);
  if (!same(from.background, to.background)) add_colour(&only, to.background, true);
  return only;
}

static bool needs_reset(look from, look to) {
  return (from.bits & ~to.bits) != 0 || (from.foreground.kind && !to.foreground.kind)
    || (from.background.kind && !to.background.kind);
}

static bool send_set(cn_bytes *out) {
  if (wanted_set && wanted_set != shown_set) {
    char sequence[3] = {'\033', '(', wanted_set};
    if (!cn_bytes_add(out, sequence, 3)) return false;
    shown_set = wanted_set;
  }
  if (wanted_shift && wanted_shift != shown_shift) {
    if (!cn_bytes_add(out, &wanted_shift, 1)) return false;
    shown_shift = wanted_shift;
  }
  return true;
}

static bool send_look(cn_bytes *out, look to) {
  if (shown_known && same_look(shown, to)) return true;
  parameters chosen = from_nothing(to);
  if (shown_known && (singly || !needs_reset(shown, to))) {
    parameters only = difference(shown, to);
    if (only.count < chosen.count || (chosen.count == 0 && only.count == 0)) chosen = only;
  }
  shown = to;
  shown_known = true;
  return cn_bytes_add(out, "\033[", 2) && cn_bytes_add(out, chosen.text, chosen.count)
    && cn_bytes_add(out, "m", 1);
}

static bool before_text(cn_bytes *out) {
  return send_set(out) && (!wanted_known || send_look(out, wanted));
}

// A blank shows only its ground, and a line under it.
static bool before_blank(cn_bytes *out) {
  if (!wanted_known) return send_set(out);
  if (!shown_known || ((shown.bits | wanted.bits) & REVERSE)) return before_text(out);
  look least = shown;
  least.background = wanted.background;
  least.bits = (shown.bits & (uint8_t)~UNDERLINE) | (wanted.bits & UNDERLINE);
  // One that takes back one part only by resetting all of them might as well be given all.
  if (!singly && needs_reset(shown, least)) least = wanted;
  return send_set(out) && send_look(out, least);
}

bool cn_looks_settle(cn_bytes *out) { return before_text(out); }

// The next number of a list; -1 where it is no number. An empty one is 0.
static int number(const char **at, const char *end) {
  int value = 0;
  while (*at < end && **at >= '0' && **at <= '9' && value < 1000) value = value * 10 + *(*at)++ - '0';
  if (*at < end && **at != ';') return -1;
  if (*at < end) (*at)++;
  return value;
}

// Takes the parameters of an SGR into `wanted`; false where one is not understood.
static bool take(const char *at, const char *end) {
  look next = wanted;
  bool known = wanted_known;
  if (at == end) {
    next = (look){0};
    known = true;
  }
  while (at < end) {
    int value = number(&at, end);
    if (value < 0) return false;
    if (value == 0) {
      next = (look){0};
      known = true;
    } else if (value == 1) {
      next.bits |= BOLD;
    } else if (value == 2) {
      next.bits |= DIM;
    } else if (value == 4) {
      next.bits |= UNDERLINE;
    } else if (value == 7) {
      next.bits |= REVERSE;
    } else if (value == 10 && !other_fonts) {
    } else if (value == 22) {
      next.bits &= (uint8_t) ~(BOLD | DIM);
    } else if (value == 24) {
      next.bits &= (uint8_t)~UNDERLINE;
    } else if (value == 27) {
      next.bits &= (uint8_t)~REVERSE;
    } else if (value == 39) {
      next.foreground = (colour){0};
    } else if (value == 49) {
      next.background = (colour){0};
    } else if ((value >= 30 && value <= 37) || (value >= 90 && value <= 97)) {
      next.foreground = (colour){1, (uint8_t)value};
    } else if ((value >= 40 && value <= 47) || (value >= 100 && value <= 107)) {
      next.background = (colour){1, (uint8_t)value};
    } else if (value == 38 || value == 48) {
      int how = at < end ? number(&at, end) : -1;
      int index = at < end ? number(&at, end) : -1;
      if (how != 5 || index < 0 || index > 255) return false;
      if (value == 38) next.foreground = (colour){2, (uint8_t)index};
      if (value == 48) next.background = (colour){2, (uint8_t)index};
    } else {
      if (value == 11 || value == 12) other_fonts = true;
      return false;
    }
  }
  wanted = next;
  wanted_known = known;
  return true;
}

// One sequence of ESC [, without it; its length, 0 where its end is missing.
static size_t control(const char *in, size_t count, cn_bytes *out, bool *kept) {
  size_t end = 2;
  while (end < count && (in[end] < 0x40 || in[end] > 0x7E)) end++;
  if (end == count) return 0;
  *kept = false;
  char final = in[end];
  bool private = count > 2 && in[2] >= '<' && in[2] <= '?';
  if (final == 'm' && !private) {
    bool knew = wanted_known;
    look before = wanted;
    if (!take(in + 2, in + end)) {
      wanted = before;
      wanted_known = knew;
      if (!before_text(out)) return 0;
      shown_known = wanted_known = false;
      *kept = true;
    } else if (!wanted_known) {
      *kept = true;
    }
    return end + 1;
  }
  *kept = true;
  // Moving draws nothing; clearing draws the ground.
  if (private || strchr("HfdG`ABCDEF", final)) return end + 1;
  bool sent = strchr("KJX", final) ? before_blank(out) : before_text(out);
  return sent ? end + 1 : 0;
}

static size_t escape(const char *in, size_t count, cn_bytes *out, bool *kept) {
  if (count < 2) return 0;
  *kept = true;
  switch (in[1]) {
    case '[':
      return control(in, count, out, kept);
    case '(':
      if (count < 3) return 0;
      wanted_set = in[2];
      *kept = false;
      return 3;
    case ']':
      for (size_t end = 2; end < count; end++) {
        if (in[end] == '\a') return end + 1;
        if (in[end] == '\033' && end + 1 < count && in[end + 1] == '\\') return end + 2;
      }
      return 0;
    case ')':
    case '*':
    case '+':
      return count < 3 || !before_text(out) ? 0 : 3;
    default:
      if (!before_text(out)) return 0;
      // Back to a look of earlier, or to the beginning.
      if (in[1] == '8' || in[1] == 'c') cn_looks_forget();
      return 2;
  }
}

bool cn_looks_pass(const char *in, size_t count, cn_bytes *out) {
  size_t at = 0;
  while (at < count) {
    size_t used = 1;
    bool kept = true;
    unsigned char byte = (unsigned char)in[at];
    if (byte == 0x1B) {
      used = escape(in + at, count - at, out, &kept);
      if (used == 0) {
        // Cut off, or no memory: as it came, and nothing is known any more.
        used = count - at;
        cn_looks_forget();
      }
    } else if (byte == 0x0E || byte == 0x0F) {
      wanted_shift = (char)byte;
      kept = false;
    } else if (byte == ' ') {
      if (!before_blank(out)) return false;
    } else if (byte > ' ' || byte == '\n') {
      if (!before_text(out)) return false;
    }
    if (kept && !cn_bytes_add(out, in + at, used)) return false;
    at += used;
  }
  return true;
}
