// The least that any generator must do, as a yardstick for script/bench: reads every file that
// standard input names (one path a line), has libcmark turn it into HTML, and drops the result.
//
//   cmark-html THREADS [OUTPUT]    writes each page to OUTPUT/NUMBER.html when a folder is given
//
// Its allocator only moves a pointer and is emptied after each file.
#define _GNU_SOURCE
#include <cmark.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ARENA = 512 << 20 };

static __thread char *arena;
static __thread size_t used;

// Each block has its size before it, for realloc.
static void *take(size_t size) {
  size = (size + 15) & ~(size_t)15;
  if (!arena) arena = malloc(ARENA);  // Pages are only taken when touched.
  if (!arena || used + size + 16 > ARENA) abort();
  char *block = arena + used;
  *(size_t *)block = size;
  used += size + 16;
  return block + 16;
}

static void *arena_calloc(size_t count, size_t size) {
  void *block = take(count * size);
  return memset(block, 0, count * size);
}

static void *arena_realloc(void *old, size_t size) {
  if (!old) return take(size);
  size_t had = *(size_t *)((char *)old - 16);
  if (size <= had) return old;
  return memcpy(take(size), old, had);
}

static void arena_free(void *block) { (void)block; }

static cmark_mem memory = {arena_calloc, arena_realloc, arena_free};

static char **paths;
static int count;
static const char *output;
static atomic_int next;
static atomic_long bytes;

static void write_page(int number, const char *html, size_t length) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%d.html", output, number);
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || write(file, html, length) != (ssize_t)length) abort();
  close(file);
}

static void *work(void *unused) {
  (void)unused;
  char *buffer = NULL;
  size_t capacity = 0;
  for (int i; (i = atomic_fetch_add(&next, 1)) < count;) {
    int file = open(paths[i], O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status)) abort();
    size_t length = (size_t)status.st_size;
    if (length > capacity) buffer = realloc(buffer, capacity = length * 2);
    if (read(file, buffer, length) != (ssize_t)length) abort();
    close(file);
    used = 0;
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
    cmark_parser_feed(parser, buffer, length);
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_UNSAFE);
    size_t size = strlen(html);
    atomic_fetch_add(&bytes, (long)size);
    if (output) write_page(i, html, size);
  }
  return NULL;
}

int main(int argc, char **argv) {
  int threads = argc > 1 ? atoi(argv[1]) : 1;
  output = argc > 2 ? argv[2] : NULL;
  char line[4096];
  int capacity = 0;
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    if (count == capacity) paths = realloc(paths, (capacity = capacity * 2 + 64) * sizeof *paths);
    paths[count++] = strdup(line);
  }
  pthread_t *workers = calloc((size_t)threads, sizeof *workers);
  for (int i = 0; i < threads; i++) pthread_create(&workers[i], NULL, work, NULL);
  for (int i = 0; i < threads; i++) pthread_join(workers[i], NULL);
  printf("%d files, %ld bytes of HTML\n", count, atomic_load(&bytes));
  return 0;
}
