import LedgerCore

/// Looks at what a file declares, without reading its rows.
///
/// This is how a file in a drop folder says what it is.
///
/// - Parameter source: The file; it is at its beginning afterwards.
/// - Returns: What its `#batch` line declares, or nil if it has none.
/// - Throws: A ``FileFault`` if the file cannot be read, is no CSV, or its envelope is not well formed.
public func readEnvelope(of source: BatchSource) throws(FileFault) -> Envelope? {
  var limits = ReadingLimits()
  limits.blockSize = 1 << 16
  limits.isHashed = false
  let list = ListFile(
    source: source, layout: ListLayout(required: [], optional: []), mode: .stopAtFirstFault,
    limits: limits)
  try source.rewind()
  _ = list.openEnvelope()
  try source.rewind()
  if let fault = list.faults.listed.first { throw FileFault(fault) }
  return list.envelopeLine?.envelope
}
