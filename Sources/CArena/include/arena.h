#include <stddef.h>

// Memory that is taken by moving a pointer and given back all at once; one arena for each thread,
// so that threads never wait for each other. Out of memory ends the process, as in libcmark.

void *arena_calloc(size_t count, size_t size);
void *arena_realloc(void *block, size_t size);
// Does nothing: a single block cannot be given back.
void arena_free(void *block);
// Gives back all that this thread has taken, but for one chunk to use again.
void arena_reset(void);
