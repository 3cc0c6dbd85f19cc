/// Which refusals the model test has to reach in every run, and why it does not reach the others.
enum MarkTable {
  /// Codes that some command of a run is refused with, or warned of.
  static let reached: Set<String> = [
    "L0307", "L0308", "L0309", "L0310", "L0321", "L0322", "L0323", "L0324", "L0325", "L0326",
    "L0327", "L0328", "L0329", "L0330", "L0401", "L0404", "L0411", "L0412", "L0432", "L0441",
    "L0442", "L0443", "L0451", "L0452", "L0453", "L0454", "L0461", "L0462", "L0501", "L0502",
    "L0511", "L0512", "L0513", "L0514", "L0515", "L0516", "L0517", "L0518", "L0519", "L0521",
    "L0522", "L0523", "L0524", "L0525", "L0526", "L0527", "L0528", "L0531", "L0532", "L0533",
    "L0534", "L0541", "L0542", "L0546", "L0547", "L0549", "L0551", "L0590", "L0592", "L0593",
    "L0594", "L0595", "L0601", "L0602", "L0603", "L0604", "L0605", "L0606", "L0640", "L0641",
    "L0642", "L0703", "L0707", "L0710", "L0712", "L0714", "L0716", "L0719", "L0801", "L0851",
    "L0912", "L1001", "L1005", "L1006", "L1007", "L1008", "L1009", "L1011", "L1012", "L1013",
    "L1014", "L1015", "L1016",
  ]

  /// Why a code is not reached; nil of those that are.
  static func reason(_ code: String) -> String? {
    if reached.contains(code) { return nil }
    return single[code] ?? ranges.first { $0.codes.contains(code) }?.reason
  }

  private static let single = [
    "L0311": "nightly's: its files are those of the command line's tests",
    "L0420": "hundreds of the largest amounts in one file: the reader's tests",
    "L0607": "counters of 2⁶³ đồng: tests of movements",
  ]

  private static let ranges: [(codes: ClosedRange<String>, reason: String)] = [
    ("L0101"..."L0299", "the file as an object and its shape: the reader's tests"),
    ("L0301"..."L0306", "the envelope's form: the reader's tests"),
    ("L0402"..."L0499", "the form of one field: the reader's tests, value by value"),
    ("L0543"..."L0545", "the form of lists of persons: their reader's tests"),
    ("L0548"..."L0548", "another day of death: reached in most runs; tests of deaths"),
    ("L0552"..."L0599", "warnings about the form of a file: the reader's tests"),
    ("L0660"..."L0699", "the bank's files and orders: tests of the bank"),
    ("L0701"..."L0799", "the register of units: its own random tests"),
    ("L0802"..."L0899", "the world around the ledger: tests of faults, disks and processes"),
    ("L0901"..."L0999", "chart files and proofs: the chart's tests, tests of trust"),
    ("L1002"..."L1099", "the files of keys, and names: tests of four eyes"),
  ]
}
