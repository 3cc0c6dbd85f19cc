import BatchFiles
import LedgerCore
import LedgerStore

extension Posting {
  /// Checks all files as `post` would and posts nothing.
  func check() throws -> PostingAnswer {
    guard request.event.list == .payments else {
      try postMovements()
      return PostingAnswer(receipts: receipts.compactMap { $0 })
    }
    var diagnosis = PaymentDiagnosis(
      request: request, store: store, register: register, persons: persons)
    var references: Set<String> = []
    for index in request.inputs.indices {
      let input = request.inputs[index]
      do {
        let source = try request.source(input)
        let reader = request.reader(source, index, register, persons)
        let isReadable = try reader.open()
        if isReadable, !reader.faults.hasFaults, try answerAgain(index, source, reader, diagnosis) {
          continue
        }
        var result = try diagnosis.diagnose(index, keepsKeys: request.inputs.count > 1)
        if isReadable {
          if let used = try referenceUsed(index, reader.declared, written: reader.written) {
            result.diagnosis.merge(used)
          } else if let reference = reader.declared.reference,
            !references.insert(reference).inserted
          {
            result.diagnosis.merge(
              Diagnosis(
                Diagnostic(
                  file: input.name, line: 1, column: 1, code: .referenceUsed,
                  message: "Reference \(reference) is used by another file of this call.",
                  help: "Give each file a reference of its own.")))
          }
          result.diagnosis.merge(
            periods.diagnosis(input.name, request, reader.declared, reader.period))
        }
        guard result.diagnosis.total == 0 else {
          try refuse(
            index, reader.declared, result.diagnosis, lines: result.rowCount, total: result.total)
          continue
        }
        for key in result.keys { diagnosis.takenInDryRun[key] = Int32(index) }
        var receipt = Receipt(
          file: input.name, event: request.event, state: .checked,
          reference: reader.declared.reference, date: reader.date,
          period: periods.period(of: request, reader.declared, reader.period),
          lines: result.rowCount, total: request.isCorrection ? -result.total : result.total,
          vouchers: result.voucherCount,
          leftOut: result.leftOut, diagnosis: result.diagnosis)
        receipt.diagnosis.merge(result.backdating.warning(input.name, dated: reader.date))
        receipt.diagnosis.merge(result.otherAccounts.warning(input.name))
        let same = SameRows(request: request, store: store, register: register, persons: persons)
        receipt.diagnosis.merge(try same.warning(index, receipt, root: nil))
        receipts[index] = receipt
      } catch let fault as FileFault {
        try refuse(index, Envelope(), Diagnosis(fault.diagnostic))
      }
    }
    return PostingAnswer(receipts: receipts.compactMap { $0 })
  }
}
