import LedgerCore

/// How far something packed may grow: what it says of its size itself is not believed.
///
/// Deflate packs at most 1,032 to 1. Lists and sheets come to some 5 to 30, a sheet that repeats one
/// row to about 100; what grows further holds nothing but repetition, and exists to fill a disk.
struct InflationBound {
  /// How many bytes may come out.
  var bytes: Int64
  /// How many may come out of each one.
  var ratio: Int64 = 200
  /// From how many bytes on the ratio counts: small files may well be all alike.
  var ratioFrom: Int64 = 16 << 20

  /// Whether so many bytes may have come out of so many.
  func allows(made: Int64, of used: Int64) -> Bool {
    made <= bytes && (made <= ratioFrom || made / ratio <= used)
  }
}
