import LedgerCore

/// What a row without faults must pass before it is given out: whether its person is payable.
///
/// The one place where a row that is well written can be stopped or warned of.
public struct LineGate: Sendable {
  /// The persons who are not payable.
  public var holds = HeldPersons()
  /// Whether a row that is stopped is left out of the list, instead of making it faulty.
  public var leavesOut = false
  /// Says where a hold comes from: its list and line, or who made it.
  public var origin: @Sendable (_ hold: Int32) -> Message = { "hold \($0)" }

  /// A gate that stops nothing.
  public init() {}

  /// Whether nothing can be stopped.
  var isOpen: Bool { holds.isEmpty }

  /// What speaks against a row of a list that makes money due; warnings stop nothing.
  ///
  /// - Parameters:
  ///   - line: The row.
  ///   - offset: Where a field begins in the row.
  /// - Returns: The faults and warnings, none for a row that passes.
  @inline(__always)
  func faults(of line: PaymentLine, at offset: (Field) -> Int) -> [RowFault] {
    // A month is held if its first day is.
    guard let hold = holds.hold(of: line.person, on: line.month * 100 + 1) else { return [] }
    return [
      RowFault(.personHeld, at: offset(.person)) { [origin] in
        Words(
          "The person of this row is not payable for this month: \(hold.words(origin)).",
          "Take the row out, or release the hold if it is not right.")
      }
    ]
  }

  /// The hold that keeps money from being sent to a person on a day; 0 if there is none.
  @inline(__always)
  func hold(of person: Int64, on date: CivilDate) -> Int32 {
    holds.hold(of: person, on: date.number)?.number ?? 0
  }
}

extension Hold {
  /// Why and since when, and where it is written.
  func words(_ origin: (Int32) -> Message) -> Message {
    "\(kind.code) since \(CivilDate(number: from)?.description ?? "?"), \(origin(number))"
  }
}
