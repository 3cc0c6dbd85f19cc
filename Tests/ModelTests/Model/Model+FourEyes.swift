/// Who may do what where two persons are needed, and what waits for the second.
struct FourEyes {
  /// Periods of what waits for approval.
  func waits(in month: String) -> Bool { false }
}
