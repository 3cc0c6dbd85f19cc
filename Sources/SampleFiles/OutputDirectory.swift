import Glibc

/// The directory the files go to; it counts them.
final class OutputDirectory {
  private let path: String
  /// How many files were created.
  private(set) var files = 0

  /// Makes the directory, or takes it as it is if it is empty.
  init(_ path: String) throws(SampleError) {
    self.path = path
    guard mkdir(path, 0o700) != 0 else { return }
    guard errno == EEXIST else { throw .cannotCreate(path, errno: errno) }
    guard Self.isEmptyDirectory(path) else { throw .exists(path) }
  }

  /// Makes a directory inside.
  func makeDirectory(_ name: String) throws(SampleError) {
    guard mkdir("\(path)/\(name)", 0o700) == 0 else {
      throw .cannotCreate("\(path)/\(name)", errno: errno)
    }
  }

  /// Creates a file and writes its first lines: the envelope, if it has one, and the header.
  func create(
    _ name: String, envelope: Envelope? = nil, header: String
  ) throws(SampleError) -> ByteWriter {
    let writer = try ByteWriter(creating: "\(path)/\(name)")
    files += 1
    if let envelope {
      writer.text(envelope.description)
      try writer.endLine()
    }
    writer.text(header)
    try writer.endLine()
    return writer
  }

  private static func isEmptyDirectory(_ path: String) -> Bool {
    guard let stream = opendir(path) else { return false }
    defer { closedir(stream) }
    var entries = 0
    // An empty directory lists itself and its parent.
    while readdir(stream) != nil { entries += 1 }
    return entries <= 2
  }
}
