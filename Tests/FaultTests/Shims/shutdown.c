// Cuts a mounted ext4 off from its disk, as a power failure does: FS_IOC_SHUTDOWN, the journal not
// flushed. The one argument is where it is mounted.
#include <fcntl.h>
#include <stdint.h>
#include <sys/ioctl.h>

int main(int count, char **arguments) {
  uint32_t journalIsNotFlushed = 2;
  if (count != 2) return 64;
  int folder = open(arguments[1], O_RDONLY);
  return folder >= 0 && ioctl(folder, _IOR('X', 125, uint32_t), &journalIsNotFlushed) == 0 ? 0 : 1;
}
