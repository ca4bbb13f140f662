#define _GNU_SOURCE
#include "linux.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int linux_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

int linux_sync(int file) { return syncfs(file); }
