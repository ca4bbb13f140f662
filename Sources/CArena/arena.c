#include "arena.h"

#include <stdlib.h>
#include <string.h>

// Chunks are linked, the newest first; blocks are taken from the newest.
struct chunk {
  struct chunk *next;
  size_t size;
};

enum { CHUNK = 1 << 20, UNIT = 16 };

static __thread struct chunk *chunks;
static __thread size_t used;

static void add_chunk(size_t size) {
  struct chunk *chunk = malloc(sizeof *chunk + size);
  if (!chunk) abort();
  chunk->next = chunks;
  chunk->size = size;
  chunks = chunk;
  used = 0;
}

// Each block has its size before it, for arena_realloc.
static void *take(size_t wanted) {
  if (wanted > (size_t)-1 / 2) abort();
  size_t size = (wanted + UNIT - 1) / UNIT * UNIT + UNIT;
  if (!chunks || used + size > chunks->size) add_chunk(size > CHUNK ? size : CHUNK);
  char *block = (char *)(chunks + 1) + used;
  used += size;
  memcpy(block, &wanted, sizeof wanted);
  return block + UNIT;
}

void *arena_calloc(size_t count, size_t size) {
  if (size && count > (size_t)-1 / size) abort();
  return memset(take(count * size), 0, count * size);
}

void *arena_realloc(void *block, size_t size) {
  if (!block) return take(size);
  size_t had;
  memcpy(&had, (char *)block - UNIT, sizeof had);
  return size <= had ? block : memcpy(take(size), block, had);
}

void arena_free(void *block) { (void)block; }

void arena_reset(void) {
  while (chunks && (chunks->next || chunks->size > CHUNK)) {
    struct chunk *next = chunks->next;
    free(chunks);
    chunks = next;
  }
  used = 0;
}
