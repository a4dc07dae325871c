// Looks of characters on the way to the terminal: see looks.c.
#ifndef VIGIL_CN_LOOKS_H
#define VIGIL_CN_LOOKS_H

#include <stdbool.h>
#include <stddef.h>

// A buffer that grows.
typedef struct {
  char *bytes;
  size_t count;
  size_t room;
} cn_bytes;

// False when there is no memory; then nothing was added.
bool cn_bytes_add(cn_bytes *to, const char *bytes, size_t count);

// Nothing is known of the terminal's look any more: somebody else wrote to it.
void cn_looks_forget(void);
// The terminal understands 22, 24, 27, 39 and 49, which take back one part of a look.
void cn_looks_take_back_single(bool can);
// Adds to `out` what shows the same as `in` with as few looks as that needs. The last look asked
// for is given to the terminal only when something is drawn in it.
bool cn_looks_pass(const char *in, size_t count, cn_bytes *out);
// Adds what is still owed: before the terminal goes to somebody else.
bool cn_looks_settle(cn_bytes *out);

#endif
