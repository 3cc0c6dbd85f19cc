import LedgerCore

/// Reads a chart file, all of it at once.
///
/// - Parameter source: The file, which is read from its beginning.
/// - Returns: The chart if nothing is wrong with it, what is wrong otherwise, and the SHA-256 of what was
///   read; nil if it could not be.
public func readChart(
  source: BatchSource
) -> (chart: ChartFile?, diagnosis: Diagnosis, digest: Digest?) {
  let bytes: [UInt8]
  do throws(FileFault) {
    bytes = try source.readAll(atMost: TomlDocument.largestFile)
  } catch {
    return (nil, Diagnosis(error.diagnostic), nil)
  }
  let reader = ChartReader(
    report: TomlReport(name: source.name, document: TomlDocument(bytes)))
  reader.read()
  let faults = reader.report.faults
  return (faults.hasFaults ? nil : reader.chart, faults.diagnosis, Digest.sha256(bytes))
}

extension BatchSource {
  /// The whole content of a small file.
  func readAll(atMost limit: Int64) throws(FileFault) -> [UInt8] {
    try rewind()
    guard byteCount <= limit else { throw .tooLarge(name, byteCount, most: limit) }
    guard byteCount > 0 else {
      throw FileFault(
        .fileEmpty, file: name, "The file is empty.",
        help: "Check the name; the copy may have failed.")
    }
    // One byte more than there should be, so that a file that grows is seen.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(byteCount) + 1, alignment: 1)
    defer { buffer.deallocate() }
    var filled = 0
    while true {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    try checkUnchanged()
    return Array(buffer[..<filled])
  }
}
