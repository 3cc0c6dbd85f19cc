import struct Crypto.SHA256
import Glibc
import LedgerCore

extension BatchSource {
  /// The file itself, or what is in it if it was compressed by gzip (RFC 1952).
  ///
  /// A compressed file is unpacked into a ``Spool``, once; all its members are, and the CRC and the
  /// length of each are checked before anything is read. It is recognised by its first bytes, not by
  /// its name. It keeps the identity of its own bytes, and lines and columns are those of what is in
  /// it.
  ///
  /// - Returns: What is to be read, at its beginning.
  /// - Throws: A ``FileFault``: ``Code/archiveDamaged``, ``Code/archiveTooLarge``, or that the file
  ///   cannot be read or its content not be written.
  public func unpacked() throws(FileFault) -> BatchSource {
    guard origin == nil else { return self }
    position = 0
    var magic: (UInt8, UInt8) = (0, 0)
    var fault: FileFault?
    let count = withUnsafeMutableBytes(of: &magic) { bytes in
      do throws(FileFault) { return try read(into: bytes) } catch { fault = error }
      return 0
    }
    if let fault { throw fault }
    position = 0
    guard count == 2, magic == (0x1F, 0x8B) else { return self }
    return try Gunzip(self).unpack()
  }
}

/// One unpacking.
private struct Gunzip: ~Copyable {
  private let source: BatchSource
  private let spool: Spool
  private let bound = InflationBound(bytes: BatchSource.largestFile)
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)

  init(_ source: BatchSource) throws(FileFault) {
    self.source = source
    spool = try Spool(for: source.name, limit: bound.bytes)
  }

  deinit {
    input.deallocate()
    output.deallocate()
  }

  func unpack() throws(FileFault) -> BatchSource {
    let inflater = Inflater(.gzip)
    var hash = SHA256()
    var read: Int64 = 0
    var isInside = true
    while true {
      let count = try source.read(into: input)
      if count == 0 { break }
      read += Int64(count)
      var rest = UnsafeMutableRawBufferPointer(rebasing: input[..<count])
      hash.update(bufferPointer: UnsafeRawBufferPointer(rest))
      while !rest.isEmpty || isInside {
        if !isInside {
          // The next member; whatever else follows the last one does not belong to the list.
          inflater.reset()
          isInside = true
        }
        let step = inflater.step(rest, output)
        rest = UnsafeMutableRawBufferPointer(rebasing: rest[step.used...])
        try spool.append(UnsafeRawBufferPointer(rebasing: output[..<step.made]))
        guard bound.allows(made: spool.byteCount, of: read) else {
          throw .unpacksSuspiciously(source.name, ratio: bound.ratio)
        }
        if case .damaged = step.progress { throw damaged("it does not unpack") }
        if case .ended = step.progress { isInside = false }
        if rest.isEmpty && step.made < output.count { break }
      }
    }
    if isInside { throw damaged("its end is missing") }
    try source.checkUnchanged()
    return try spool.finish(SourceOrigin(byteCount: read, digest: Digest(hash.finalize())))
  }

  private func damaged(_ why: String) -> FileFault {
    FileFault(
      .archiveDamaged, file: source.name,
      "The compressed file is damaged: \(why), or what it unpacks to is not what was packed.",
      help: "Copy it again from where it was made; a copy may have been cut short.")
  }
}

extension FileFault {
  static func unpacksSuspiciously(_ name: String, ratio: Int64) -> FileFault {
    FileFault(
      .archiveTooLarge, file: name,
      "The file unpacks to more than \(ratio) times its size, which no list does.",
      help: "Ask where it comes from; such files are made to fill a disk.")
  }
}
