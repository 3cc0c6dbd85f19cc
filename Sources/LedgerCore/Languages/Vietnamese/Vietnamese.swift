/// The Vietnamese words, in one list for each area of the program.
///
/// They are the words of social insurance and of public accounting, not a translation word for word.
enum Vietnamese {
  /// The lists; each is in a file of its own, at most 400 lines.
  static let areas: [[Translation]] = [
    terms, batchFilesChart, batchFilesEncodings, batchFilesFields, batchFilesGzip,
    batchFilesLists, batchFilesLists2, batchFilesProfiles, batchFilesSource, batchFilesStatements,
    batchFilesTables, batchFilesToml, batchFilesXlsx, batchFilesXml, batchFilesZip,
    benefitLedgerAudit, benefitLedgerAudit2, benefitLedgerBank, benefitLedgerChart,
    benefitLedgerFourEyes, benefitLedgerHolds, benefitLedgerNightly, benefitLedgerPeriods,
    benefitLedgerPersons, benefitLedgerPosting, benefitLedgerPosting2, benefitLedgerProfiles,
    benefitLedgerProposals, benefitLedgerReconciliation, benefitLedgerRegister,
    benefitLedgerReports, benefitLedgerSiteCash, benefitLedgerSiteTransfer, benefitLedgerSpool,
    ledgerCoreChart, ledgerCoreValues, ledgerStoreQueries, ledgerStore, sqliteStore, sampleFiles,
    answering, commandsBank, commandsBatch, commandsDemo, commandsPeriods, commandsPersons,
    commandsReconcile, commandsReports, commandsVerify, benefitLedger, trust, running, headings,
    archive,
  ]
}

extension Vietnamese {
  /// The words of tables and reports.
  static let terms: [Translation] = [
    Translation("benefit", "chế độ"),
    Translation("fund", "quỹ"),
    Translation("{1} line", "{1} dòng"),
    Translation("There is no ledger at {1}.", "Không có sổ kế toán tại {1}."),
    Translation(same: "benefit-ledger exceptions show {1}"),
  ]
}
