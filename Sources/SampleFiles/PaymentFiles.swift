import LedgerCore

/// The payment lists that are open all the while, those with no line left out.
struct PaymentFiles {
  let due: ByteWriter?
  let shortTerm: ByteWriter?
  let bankPaid: ByteWriter?
  let returned: ByteWriter?
  let unpaid: ByteWriter?

  private static let dueHeader = "person,name,benefit,month,amount,site,channel,account"
  private static let paidHeader = "person,name,benefit,month,amount,site,channel"

  /// Creates the files that will have lines.
  init(_ tally: Tally, month: Month, in directory: OutputDirectory) throws(SampleError) {
    func create(
      _ name: String, _ reference: String, _ event: Event, day: Int, _ control: ControlTotal,
      _ header: String
    ) throws(SampleError) -> ByteWriter? {
      guard control.count > 0 else { return nil }
      return try directory.create(
        name,
        envelope: Envelope(
          list: reference, event: event, month: month, day: day, control: control),
        header: header)
    }
    due = try create("due.csv", "DUE", .due, day: 1, tally.due, Self.dueHeader)
    shortTerm = try create(
      "short-term.csv", "DUE-SHORT", .due, day: 1, tally.shortTerm, Self.dueHeader)
    bankPaid = try create(
      "bank-paid.csv", "PAID-BANK", .paid, day: 4, tally.bankPaid,
      "person,benefit,month,amount,channel,document")
    returned = try create(
      "returned.csv", "RETURNED", .returned, day: 8, tally.returned,
      "person,benefit,month,amount,reason,document")
    unpaid = try create(
      "unpaid.csv", "UNPAID", .unpaid, day: 26, tally.unpaid,
      "person,benefit,month,amount,site,reason")
  }

  /// Creates the list of what a paying unit paid out in cash.
  static func paid(
    _ unit: PayingUnit, _ control: ControlTotal, month: Month, in directory: OutputDirectory
  ) throws(SampleError) -> ByteWriter {
    try directory.create(
      "paid/\(unit.code).csv",
      envelope: Envelope(
        list: "PAID-\(unit.code)", event: .paid, month: month, day: 10, control: control),
      header: paidHeader)
  }

  /// Writes out what is buffered and closes every file.
  func close() throws(SampleError) {
    for writer in [due, shortTerm, bankPaid, returned, unpaid] { try writer?.close() }
  }
}
