// Writes files and does nothing else, as a yardstick for script/bench: standard input names them,
// one `SIZE PATH` a line, whose folders exist.
//
//   write-files THREADS
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct file {
  long size;
  char *path;
};

static struct file *files;
static int count;
static long largest;
static atomic_int next;

static void *work(void *unused) {
  (void)unused;
  char *bytes = malloc((size_t)largest + 1);
  if (!bytes) abort();
  memset(bytes, 'x', (size_t)largest + 1);
  for (int i; (i = atomic_fetch_add(&next, 1)) < count;) {
    int file = open(files[i].path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || write(file, bytes, (size_t)files[i].size) != files[i].size) abort();
    close(file);
  }
  free(bytes);
  return NULL;
}

int main(int argc, char **argv) {
  int threads = argc > 1 ? atoi(argv[1]) : 1;
  char line[4200];
  int capacity = 0;
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    char *path = strchr(line, ' ');
    if (!path) abort();
    if (count == capacity) files = realloc(files, (capacity = capacity * 2 + 64) * sizeof *files);
    files[count].size = atol(line);
    files[count].path = strdup(path + 1);
    if (files[count].size > largest) largest = files[count].size;
    count++;
  }
  pthread_t *workers = calloc((size_t)threads, sizeof *workers);
  for (int i = 0; i < threads; i++) pthread_create(&workers[i], NULL, work, NULL);
  for (int i = 0; i < threads; i++) pthread_join(workers[i], NULL);
  free(workers);
  return 0;
}
