import Glibc
import LedgerCore

/// The bytes a batch is read from: a file, memory, or wherever else they are kept.
///
/// A file is never mapped: a mapped file that is cut short kills the process, and its pages count
/// as memory. One thread uses a source at a time.
public final class BatchSource {
  /// The largest file that is read.
  public static let largestFile: Int64 = 4 << 30

  /// The file as the user named it, control characters escaped.
  public let name: String
  /// How many bytes there were at opening.
  public let byteCount: Int64
  /// The file as it came, if what is read here was made from it.
  public let origin: SourceOrigin?

  let content: Content
  var position: Int64 = 0

  enum Content {
    case file(descriptor: Int32, opened: FileState)
    case memory([UInt8])
    case made(MadeFile)
    case kept((Int64, UnsafeMutableRawBufferPointer) throws(FileFault) -> Int)
  }

  init(name: String, byteCount: Int64, content: Content, origin: SourceOrigin? = nil) {
    self.name = name
    self.byteCount = byteCount
    self.content = content
    self.origin = origin
  }

  deinit {
    if case .file(let descriptor, _) = content { _ = close(descriptor) }
  }

  /// A batch made in memory.
  public static func memory(name: String, bytes: [UInt8]) -> BatchSource {
    BatchSource(name: Shown.path(name), byteCount: Int64(bytes.count), content: .memory(bytes))
  }

  /// A batch whose bytes are kept somewhere else than in a file.
  ///
  /// - Parameters:
  ///   - name: The name shown in messages.
  ///   - byteCount: How many bytes there are.
  ///   - read: Copies the bytes from a position on into a buffer and says how many; 0 at the end.
  /// - Returns: The batch, at its beginning.
  public static func kept(
    name: String, byteCount: Int64,
    read: @escaping (Int64, UnsafeMutableRawBufferPointer) throws(FileFault) -> Int
  ) -> BatchSource {
    BatchSource(name: Shown.path(name), byteCount: byteCount, content: .kept(read))
  }

  /// Opens a file without ever waiting for one: a pipe is refused, not read.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - followLinks: Whether a link may be read; false in a drop folder, where a link, also a hard
  ///     one, could lead to a file that its owner never meant to post.
  /// - Returns: The file, at its beginning.
  /// - Throws: A ``FileFault`` with a code from 101 to 107.
  public static func file(_ path: String, followLinks: Bool = true) throws(FileFault) -> BatchSource
  {
    let name = Shown.path(path)
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followLinks ? 0 : O_NOFOLLOW)
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing(name) }
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw .opening(name, errno, followLinks: followLinks) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = errno
      _ = close(descriptor)
      throw .unreadable(name, reason)
    }
    if let fault = FileFault.kind(of: status, name: name, followLinks: followLinks) {
      _ = close(descriptor)
      throw fault
    }
    let opened = FileState(status)
    return BatchSource(
      name: name, byteCount: opened.size,
      content: .file(descriptor: descriptor, opened: opened))
  }
}

extension FileFault {
  static func missing(_ name: String) -> FileFault {
    FileFault(
      .fileMissing, file: name, "There is no such file.",
      help: "Check the name and the folder.")
  }

  static func unreadable(_ name: String, _ reason: Int32) -> FileFault {
    FileFault(
      .fileUnreadable, file: name, "The file cannot be read: \(String(cString: strerror(reason))).",
      help: "Check who may read it and whether the disk or share it is on is well.")
  }

  static func opening(_ name: String, _ reason: Int32, followLinks: Bool) -> FileFault {
    switch reason {
    case ENOENT, ENOTDIR: missing(name)
    case ELOOP where !followLinks: link(name)
    case ENXIO, ENODEV: special(name)
    default: unreadable(name, reason)
    }
  }

  static func kind(of status: stat, name: String, followLinks: Bool) -> FileFault? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      return FileFault(
        .fileIsDirectory, file: name, "This is a folder, not a file.",
        help: "Name the file, or several files of the folder.")
    default: return special(name)
    }
    if !followLinks, status.st_nlink > 1 { return link(name) }
    if status.st_size > BatchSource.largestFile {
      return tooLarge(name, Int64(status.st_size), most: BatchSource.largestFile)
    }
    return nil
  }

  static func tooLarge(_ name: String, _ bytes: Int64, most: Int64) -> FileFault {
    FileFault(
      .fileTooLarge, file: name,
      "The file has \(grouped(bytes)) bytes; at most \(grouped(most)) are read.",
      help: "Split it into several files.")
  }

  private static func special(_ name: String) -> FileFault {
    FileFault(
      .fileNotRegular, file: name, "This is a pipe, a socket or a device, not a file.",
      help: "Write the list to a file first.")
  }

  private static func link(_ name: String) -> FileFault {
    FileFault(
      .fileIsLink, file: name, "This is a link to another file; links are not read here.",
      help: "Put a copy of the file itself into the folder.")
  }
}
