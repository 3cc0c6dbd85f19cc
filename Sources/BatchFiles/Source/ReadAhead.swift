import Glibc

/// Many files that are read one after the other: the disk fetches the next ones meanwhile.
///
/// Fifteen thousand small files that nobody has read before cost more to wait for than to read.
/// Nothing is opened for good here and nothing is reported: whoever reads a file opens it then, and
/// says what is wrong with it.
public enum ReadAhead {
  /// How many files the disk is ahead.
  public static let distance = 32

  /// How many bytes of a file are asked for; of what comes behind, the system sees that it is read.
  private static let bytes = 1 << 20

  /// Asks for the first bytes of a file to be fetched, and does not wait for them.
  ///
  /// - Parameter path: The file; a link, and what is no plain file, is left alone.
  public static func fetch(_ path: String) {
    var status = stat()
    // Opening a device can do something, and a pipe would see a reader come and go.
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return }
    posix_fadvise(descriptor, 0, bytes, Int32(POSIX_FADV_WILLNEED))
    _ = close(descriptor)
  }
}
