import LedgerCore

/// A diagnosis for people: each mistake with its excerpt and a caret, then the counts.
func render(_ diagnosis: Diagnosis) -> String {
  var text = ""
  for mistake in diagnosis.diagnostics {
    text += "\(mistake.position): \(mistake.code.text): "
    text += (mistake.isWarning ? localized("warning: ") : "") + localized(mistake.message) + "\n"
    if !mistake.excerpt.isEmpty {
      text += "  " + mistake.excerpt + "\n"
      text += "  " + String(repeating: " ", count: max(0, mistake.caret)) + "^\n"
    }
    if !mistake.help.isEmpty { text += "  " + localized(mistake.help) + "\n" }
  }
  let warnings = diagnosis.counts.reduce(0) { $0 + ($1.code.isWarning ? $1.count : 0) }
  let listedWarnings = diagnosis.diagnostics.count(where: \.isWarning)
  if warnings > listedWarnings {
    let more = counted(
      warnings - listedWarnings, "more warning is not listed.", "more warnings are not listed.")
    text += localized(more) + "\n"
  }
  let listed = diagnosis.diagnostics.count - listedWarnings
  if diagnosis.total > listed {
    let more = counted(
      diagnosis.total - listed, "more mistake is not listed. By code:",
      "more mistakes are not listed. By code:")
    text += localized(more) + "\n"
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

extension Diagnostic {
  /// The file, and line and column as far as it is about them.
  fileprivate var position: String {
    guard line > 0 else { return file }
    return column > 0 ? "\(file):\(line):\(column)" : "\(file):\(line)"
  }
}

/// A mistake as the contract's JSON object.
enum BenefitLedgerJSON {
  static func mistake(_ mistake: Diagnostic) -> JSON {
    .object([
      ("file", .string(mistake.file)), ("line", .integer(mistake.line)),
      ("column", .integer(mistake.column)), ("code", .string(mistake.code.text)),
      ("severity", .string(mistake.isWarning ? "warning" : "error")),
      ("message", .words(mistake.message)), ("help", .words(mistake.help)),
    ])
  }
}
