import LedgerCore

/// A diagnosis for people: each mistake with its excerpt and a caret, then the counts.
func render(_ diagnosis: Diagnosis) -> String {
  var text = ""
  for mistake in diagnosis.diagnostics {
    text += "\(mistake.file):\(mistake.line):\(mistake.column): \(mistake.code.text): "
    text += (mistake.isWarning ? "warning: " : "") + mistake.message + "\n"
    if !mistake.excerpt.isEmpty {
      text += "  " + mistake.excerpt + "\n"
      text += "  " + String(repeating: " ", count: max(0, mistake.caret)) + "^\n"
    }
    if !mistake.help.isEmpty { text += "  " + mistake.help + "\n" }
  }
  let warnings = diagnosis.counts.reduce(0) { $0 + ($1.code.isWarning ? $1.count : 0) }
  let listedWarnings = diagnosis.diagnostics.count(where: \.isWarning)
  if warnings > listedWarnings {
    text += "\(warnings - listedWarnings) more warnings are not listed.\n"
  }
  let listed = diagnosis.diagnostics.count - listedWarnings
  if diagnosis.total > listed {
    text += "\(diagnosis.total - listed) more mistakes are not listed. By code:\n"
    for (code, count) in diagnosis.counts where !code.isWarning {
      text += "  \(code.text): \(count)\n"
    }
  }
  return text
}

extension Diagnosis {
  /// What only warns, to go with an answer.
  var asWarnings: [Diagnosis] { diagnostics.isEmpty ? [] : [self] }
}

/// A mistake as the contract's JSON object.
enum BenefitLedgerJSON {
  static func mistake(_ mistake: Diagnostic) -> JSON {
    .object([
      ("file", .string(mistake.file)), ("line", .integer(mistake.line)),
      ("column", .integer(mistake.column)), ("code", .string(mistake.code.text)),
      ("severity", .string(mistake.isWarning ? "warning" : "error")),
      ("message", .string(mistake.message)), ("help", .string(mistake.help)),
    ])
  }
}
