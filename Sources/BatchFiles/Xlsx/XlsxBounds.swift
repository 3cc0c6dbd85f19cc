/// How large a workbook may be, whatever it says of itself.
struct XlsxBounds {
  /// The most bytes a sheet may unpack to.
  var sheetBytes: Int64 = 4 << 30
  /// The most bytes the table of shared texts may unpack to; they are held in memory.
  var sharedBytes: Int64 = 512 << 20
  /// The most bytes of shared texts that are held.
  var sharedTextBytes = 256 << 20
  /// The most shared texts.
  var sharedCount = 8_000_000
  /// The most bytes of any other part.
  var partBytes: Int64 = 16 << 20
  /// The most formats and sheets that are kept track of.
  var items = 65_536
  /// The last row that Excel has.
  var rows = 1_048_576
  /// The last column that may hold something; lists have a dozen.
  var columns = 256
  /// The most bytes in the cells of a row.
  var rowBytes = 1 << 20
  /// How large the pieces of its XML may be.
  var xml = XmlBounds()
}
