import BatchFiles
import LedgerCore
import LedgerStore

extension Posting {
  /// Decides about a file that could not be posted: its first receipt, or all its mistakes.
  func settle(_ index: Int, exceeds account: AccountKey?) throws {
    progress.files += 1
    let input = request.inputs[index]
    do {
      let source = try request.source(input)
      let reader = request.reader(source, index, register, persons)
      let isReadable = try reader.open()
      let words = PaymentDiagnosis(
        request: request, store: store, register: register, persons: persons)
      if isReadable, !reader.faults.hasFaults, try answerAgain(index, source, reader, words) {
        return
      }
      var result = try words.diagnose(index, keepsKeys: false)
      if isReadable,
        let used = try referenceUsed(index, reader.declared, written: reader.written)
      {
        result.diagnosis.merge(used)
      }
      if isReadable {
        result.diagnosis.merge(
          periods.diagnosis(input.name, request, reader.declared, reader.period))
      }
      if let account {
        result.diagnosis.merge(
          try MovementPoster.Exceeded(account: account).diagnosis(input.name, store))
      }
      if result.diagnosis.total == 0 {
        // It was faulty when it was read for posting and is not now.
        result.diagnosis = Diagnosis(
          Diagnostic(
            file: input.name, code: .fileChanged,
            message: "The file changed while it was being read; nothing of it is posted.",
            help: "Wait until it is written completely, then post it again."))
      }
      try refuse(
        index, reader.declared, result.diagnosis, lines: result.rowCount, total: result.total)
    } catch let fault as FileFault {
      try refuse(index, Envelope(), Diagnosis(fault.diagnostic))
    }
  }

  // MARK: Identity

  /// Answers a file that was posted or submitted before; false if it is to be posted anew.
  func answerAgain(
    _ index: Int, _ source: BatchSource, _ reader: PaymentListReader, _ words: PaymentDiagnosis
  ) throws -> Bool {
    guard let first = try firstReceipt(index, source, reader.declared) else { return false }
    var receipt = first.receipt
    if let batch = first.batch {
      if try words.couldBeTakenAgain(index) {
        // Nothing of it stands, as if it had been reversed as a whole.
        if try undone.areAll(of: batch) { return false }
        try refuse(
          index, reader.declared, couldBeTakenAgain(receipt, written: reader.written))
        return true
      }
      receipt.diagnosis = try undone.warning(batch, file: receipt.file)
    }
    receipts[index] = receipt
    return true
  }

  /// The receipt of a file that was submitted, or posted as a batch that was not reversed.
  func firstReceipt(
    _ index: Int, _ source: BatchSource, _ declared: Envelope
  ) throws -> (receipt: Receipt, batch: PostedBatch?)? {
    let input = request.inputs[index]
    return try store.read { snapshot in
      if let open = try snapshot.openSubmission(
        of: input, byteCount: source.fileByteCount, request, declared),
        declared.isMet(count: open.rowCount, total: open.total)
      {
        return (open.receipt(file: input.name, isRepeated: true), nil)
      }
      guard
        let batch = try snapshot.batch(
          of: input, byteCount: source.fileByteCount, request, declared),
        // What is declared must be met the second time too.
        declared.isMet(
          count: batch.rowCount + batch.leftOut, total: batch.leftOut > 0 ? nil : batch.total)
      else { return nil }
      return (batch.receipt(file: input.name, event: request.event), batch)
    }
  }

  /// Says that another list has the reference.
  ///
  /// - Parameters:
  ///   - index: The file.
  ///   - declared: What file and options declare together.
  ///   - written: What the file declares.
  /// - Returns: What is wrong, or nil.
  /// - Throws: `LedgerError` for what the database did.
  func referenceUsed(
    _ index: Int, _ declared: Envelope, written: Envelope?
  ) throws -> Diagnosis? {
    // Where file and option differ, which reference is meant is the question.
    if let option = request.envelope.reference, let own = written?.reference, option != own {
      return nil
    }
    if let open = try store.read({
      try $0.openSubmission(request, reference: declared.reference)
    }) {
      return open.hasReference(of: request.inputs[index].name)
    }
    guard
      let holder = try store.read({
        try $0.batch(request, reference: declared.reference)
      })
    else { return nil }
    let isSame = try request.digest(of: request.inputs[index]) == holder.digest
    // What keeps the same file from its receipt is a count or total, and said already.
    if isSame, holder.declared.hasIdentity(of: declared) { return nil }
    return Diagnosis(
      Diagnostic(
        file: request.inputs[index].name, line: 1, column: 1, code: .referenceUsed,
        message:
          """
          Reference \(maskedDigits(declared.reference ?? "")) of \(request.event.code) was given \
          to batch \(holder.number), file \(maskedDigits(holder.fileName)), which has \
          \(isSame ? "the same bytes and another date or period." : "other bytes.")
          """,
        help:
          """
          If it is the same list again, there is nothing to do. If it is another list, give it a \
          reference of its own, \(Self.place(of: written)).
          """))
  }

  private func couldBeTakenAgain(_ receipt: Receipt, written: Envelope?) -> Diagnosis {
    Diagnosis(
      Diagnostic(
        file: receipt.file, line: 1, column: 1, code: .couldBeTakenAgain,
        message:
          request.isCorrection
          ? """
          These bytes were posted as batch \(receipt.batch ?? 0), and every step that they undo \
          was taken anew since and could be undone again.
          """
          : """
          These bytes were posted as batch \(receipt.batch ?? 0), and every payment in them \
          could be \(request.event.participle) again since.
          """,
        help: request.isCorrection
          ? """
          If they are to be undone a second time, declare a reference that tells the two lists \
          apart, \(Self.place(of: written)). If not, there is nothing to do.
          """
          : """
          If it happened a second time, declare a reference that tells the two lists apart, \
          \(Self.place(of: written)). If not, there is nothing to do.
          """))
  }

  /// Where a reference is declared or changed.
  private static func place(of written: Envelope?) -> Message {
    written?.reference == nil
      ? "by --reference or in the file's first line"
      : "in the file's first line, where it declares “\(maskedDigits(written?.reference ?? ""))”"
  }
}
