import LedgerCore

/// Draws every line a second time and writes it into each list it belongs to.
struct PaymentWriter {
  private let sample: Sample
  private let tally: Tally
  private let persons: Persons
  private let names = PersonNames()
  private let accounts: BankAccounts
  private let codes = PaymentCodes()
  private let reasons: (returned: Draws, unpaid: Draws)
  private let month: String
  private var bankLines = 0
  private var returns = 0

  init(_ sample: Sample, _ tally: Tally) {
    self.sample = sample
    self.tally = tally
    persons = Persons(sample.plan)
    accounts = BankAccounts(seed: sample.plan.seed)
    let variant = Int(sample.plan.month.number)
    reasons = (
      Draws(seed: sample.plan.seed, purpose: "return reason", variant: variant),
      Draws(seed: sample.plan.seed, purpose: "unpaid reason", variant: variant)
    )
    month = sample.plan.month.description
  }

  /// Writes all payment lists, unit by unit.
  mutating func write(
    to directory: OutputDirectory, progress: inout Progress
  ) throws(SampleError) {
    let files = try PaymentFiles(tally, month: sample.plan.month, in: directory)
    if tally.cashPaid.contains(where: { $0.count > 0 }) { try directory.makeDirectory("paid") }
    for index in sample.tree.paying.indices {
      let unit = sample.tree.paying[index]
      let control = tally.cashPaid[index]
      let paid =
        control.count > 0
        ? try PaymentFiles.paid(unit, control, month: sample.plan.month, in: directory) : nil
      for list in [PersonList.monthly, .shortTerm] {
        let portion = sample.portion(of: index, in: list)
        try write(
          portion, of: unit, due: list == .monthly ? files.due : files.shortTerm, paid: paid, files)
        progress.add(portion.range.count)
      }
      try paid?.close()
    }
    try files.close()
  }

  private mutating func write(
    _ portion: Sample.Portion, of unit: PayingUnit, due: ByteWriter?, paid: ByteWriter?,
    _ files: PaymentFiles
  ) throws(SampleError) {
    for index in portion.range {
      let line = portion.payments.line(at: index, in: portion.range, isAgency: unit.isAgency)
      let person = persons.person(
        at: line.holder, in: portion.payments.list, benefit: line.holderBenefit,
        province: unit.province, from: portion.provinceStart)
      if let due { try writeDue(line, person, unit, to: due) }
      switch (line.outcome, line.channel.isCash) {
      case (.unpaid, _):
        if let unpaid = files.unpaid { try writeUnpaid(line, person, unit, to: unpaid) }
      case (_, true):
        if let paid { try writePaid(line, person, unit, to: paid) }
      case (_, false):
        if let bankPaid = files.bankPaid { try writeBankPaid(line, person, to: bankPaid) }
        if line.outcome == .returned, let returned = files.returned {
          try writeReturned(line, person, to: returned)
        }
      }
    }
  }

  private func writeDue(
    _ line: OwedLine, _ person: Person, _ unit: PayingUnit, to writer: ByteWriter
  ) throws(SampleError) {
    var draws = writeCommon(line, person, unit, to: writer)
    writer.comma()
    if line.channel == .bank {
      accounts.write(of: person.nationalNumber, draws: &draws, to: writer)
    }
    try writer.endLine()
  }

  private func writePaid(
    _ line: OwedLine, _ person: Person, _ unit: PayingUnit, to writer: ByteWriter
  ) throws(SampleError) {
    _ = writeCommon(line, person, unit, to: writer)
    try writer.endLine()
  }

  /// Writes the columns that lists of cash share with due lists; gives what remains to be drawn.
  private func writeCommon(
    _ line: OwedLine, _ person: Person, _ unit: PayingUnit, to writer: ByteWriter
  ) -> SplitMix64 {
    var draws = person.draws
    writer.number(person.number, width: person.digits)
    writer.comma()
    names.write(isFemale: person.isFemale, draws: &draws, to: writer)
    writeClaim(line, to: writer)
    writer.comma()
    writer.text(unit.code)
    writer.comma()
    writer.word(Int(line.channel.rawValue), of: codes.channels)
    return draws
  }

  private mutating func writeBankPaid(
    _ line: OwedLine, _ person: Person, to writer: ByteWriter
  ) throws(SampleError) {
    writer.number(person.number, width: person.digits)
    writeClaim(line, to: writer)
    writer.comma()
    writer.word(Int(line.channel.rawValue), of: codes.channels)
    // A payment order goes to the bank for every five hundred lines.
    writeDocument("UNC", number: bankLines / 500 + 1, to: writer)
    bankLines += 1
    try writer.endLine()
  }

  private mutating func writeReturned(
    _ line: OwedLine, _ person: Person, to writer: ByteWriter
  ) throws(SampleError) {
    writer.number(person.number, width: person.digits)
    writeClaim(line, to: writer)
    writer.comma()
    returns += 1
    var draws = reasons.returned.at(returns)
    writer.word(draws.next(below: codes.returnReasons.count), of: codes.returnReasons)
    writeDocument("HT", number: returns, to: writer)
    try writer.endLine()
  }

  private func writeUnpaid(
    _ line: OwedLine, _ person: Person, _ unit: PayingUnit, to writer: ByteWriter
  ) throws(SampleError) {
    writer.number(person.number, width: person.digits)
    writeClaim(line, to: writer)
    writer.comma()
    writer.text(unit.code)
    writer.comma()
    var draws = reasons.unpaid.at(person.nationalNumber)
    writer.word(draws.next(below: codes.unpaidReasons.count), of: codes.unpaidReasons)
    try writer.endLine()
  }

  /// Writes what is owed: benefit, month and amount.
  private func writeClaim(_ line: OwedLine, to writer: ByteWriter) {
    writer.comma()
    writer.word(Int(line.benefit.rawValue), of: codes.benefits)
    writer.comma()
    writer.text(month)
    writer.comma()
    writer.number(line.amount)
  }

  private func writeDocument(_ kind: String, number: Int, to writer: ByteWriter) {
    writer.comma()
    writer.text(kind)
    writer.byte(UInt8(ascii: "-"))
    writer.text(month)
    writer.byte(UInt8(ascii: "-"))
    writer.number(Int64(number), width: 6)
  }
}
