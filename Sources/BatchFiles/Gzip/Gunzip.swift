import struct Crypto.SHA256
import Glibc
import LedgerCore

/// One unpacking of a file that gzip compressed (RFC 1952).
///
/// All its members are unpacked, and the CRC and the length of each are checked before anything is
/// read.
struct Gunzip: ~Copyable {
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

  private func damaged(_ why: Message) -> FileFault {
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
