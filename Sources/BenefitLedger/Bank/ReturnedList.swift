import BatchFiles
import LedgerCore
import LedgerStore

/// The payment list of what came back, ready to post.
enum ReturnedList {
  /// The returns of open exceptions, each obligation once, in the order of the list.
  static func payments(
    _ found: [Int64: ReturnedPayment], _ exceptions: [ExceptionEntry]
  ) -> [ReturnedPayment] {
    var known: Set<UInt64> = []
    var payments: [ReturnedPayment] = []
    for exception in exceptions.sorted(by: { $0.number < $1.number }) {
      guard var payment = found[exception.entry], known.insert(payment.key.packed).inserted else {
        continue
      }
      payment.exception = exception.number
      payments.append(payment)
    }
    return payments
  }

  /// The list as CSV: the same payments, the same bytes.
  static func bytes(_ payments: [ReturnedPayment]) throws -> [UInt8] {
    var rows = ""
    var total = Int128(0)
    for payment in payments {
      let person = try promised(PersonNumber(encoded: payment.key.person), "person")
      let benefit = try promised(Benefit(rawValue: payment.key.benefit), "benefit")
      rows +=
        """
        \(person.digits),\(benefit.code),\(payment.key.month),\(payment.key.occurrence),\(payment.amount),\(payment.reason)\n
        """
      total += Int128(payment.amount)
    }
    let date = payments.map(\.date).max()
    let digest = Digest.sha256(Array(rows.utf8)).description.prefix(16)
    let envelope =
      "#batch event=returned reference=BANK-\(digest)"
      + (date.map { " date=\($0)" } ?? "") + " count=\(payments.count) total=\(total)\n"
    return Array(
      (envelope + "person,benefit,month,occurrence,amount,reason\n" + rows).utf8)
  }
}
