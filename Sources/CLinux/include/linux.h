// Calls of Linux that Swift's Glibc module leaves out.

// Exchanges what two paths name in one step (renameat2 with RENAME_EXCHANGE); 0 or -1 and errno.
int linux_exchange(const char *one, const char *other);

// Writes what the file system of an open file still holds in memory to its disk; 0 or -1 and errno.
int linux_sync(int file);

// Gives back to the system what memory was freed (malloc_trim).
void linux_give_back_memory(void);
