import LedgerCore

extension TomlForm {
  /// Text of 1 to 200 characters that can be shown.
  func text(_ key: String, isOptional: Bool = false) -> String? {
    guard let item = item(key, isOptional: isOptional) else { return nil }
    return text(of: item, key)
  }

  private func text(of item: TomlItem, _ key: String) -> String? {
    guard case .text(let text) = item.value else {
      fault(
        at: item.position, "\(key) is text, and this is \(item.value.kind).", "Put it into quotes.")
      return nil
    }
    let count = text.unicodeScalars.count
    guard count > 0, count <= Self.textLimit else {
      fault(
        at: item.position, count == 0 ? "\(key) is empty." : "\(key) has \(count) characters.",
        "Write 1 to \(Self.textLimit) characters.")
      return nil
    }
    guard !text.unicodeScalars.contains(where: { Utf8.isForbidden($0.value) }) else {
      fault(
        at: item.position, "\(key) has a control or invisible character.",
        "Leave the escape such as \\n out.")
      return nil
    }
    return text
  }

  /// Texts of 1 to 200 characters: one, or a list of them.
  func texts(_ key: String, isOptional: Bool = false) -> [String]? {
    guard let item = item(key, isOptional: isOptional) else { return nil }
    guard case .list(let items) = item.value else { return text(of: item, key).map { [$0] } }
    if items.isEmpty { fault(key, "The list \(key) is empty.", "Write at least one.") }
    return items.compactMap { text(of: $0, key) }
  }

  /// A whole number within bounds.
  func integer(
    _ key: String, in range: ClosedRange<Int64>, isOptional: Bool = false
  ) -> Int64? {
    guard let item = item(key, isOptional: isOptional) else { return nil }
    guard case .integer(let number) = item.value else {
      fault(
        key, "\(key) is a whole number, and this is \(item.value.kind).",
        "Write digits without quotes, such as 25_000_000.")
      return nil
    }
    guard range.contains(number) else {
      fault(
        key, "\(key) is \(grouped(number)).",
        "Write a number from \(grouped(range.lowerBound)) to \(grouped(range.upperBound)).")
      return nil
    }
    return number
  }

  /// `true` or `false`; false if it is left out.
  func boolean(_ key: String) -> Bool {
    guard let item = item(key, isOptional: true) else { return false }
    guard case .boolean(let value) = item.value else {
      fault(key, "\(key) is true or false, and this is \(item.value.kind).", "Write: \(key) = true")
      return false
    }
    return value
  }

  /// A date without quotes.
  func date(_ key: String, isOptional: Bool = false) -> CivilDate? {
    guard let item = item(key, isOptional: isOptional) else { return nil }
    guard case .date(let date) = item.value else {
      fault(
        key, "\(key) is a date, and this is \(item.value.kind).",
        "Write it as YYYY-MM-DD without quotes.")
      return nil
    }
    return date
  }

  /// A month in quotes.
  func month(_ key: String, isOptional: Bool = false) -> Month? {
    guard let item = item(key, isOptional: isOptional) else { return nil }
    guard case .text(let text) = item.value, let month = Month(text) else {
      fault(
        key, "\(key) is a month of the years 1900 to 2199.",
        "Write it as YYYY-MM in quotes, such as \"2024-07\".")
      return nil
    }
    return month
  }

  /// A term of the program.
  func term<Term: Coded>(_ key: String, _ type: Term.Type, isOptional: Bool = false) -> Term? {
    guard let item = item(key, isOptional: isOptional) else { return nil }
    return term(of: item, key, type)
  }

  /// Terms of the program: one, or a list of different ones.
  func terms<Term: Coded & Hashable>(
    _ key: String, _ type: Term.Type, isOptional: Bool = false
  ) -> [Term]? {
    guard let item = item(key, isOptional: isOptional) else { return nil }
    guard case .list(let items) = item.value else { return term(of: item, key, type).map { [$0] } }
    if items.isEmpty { fault(key, "The list \(key) is empty.", "Name at least one.") }
    var terms: [Term] = []
    for item in items {
      guard let term = term(of: item, key, type) else { continue }
      if terms.contains(term) {
        fault(at: item.position, "\(term.code) is in the list already.", "Keep it once.")
      }
      terms.append(term)
    }
    return terms.isEmpty ? nil : terms
  }

  private func term<Term: Coded>(
    of item: TomlItem, _ key: String, _ type: Term.Type
  ) -> Term? {
    let codes = Term.allCases.map(\.code).joined(separator: ", ")
    guard case .text(let text) = item.value else {
      fault(
        at: item.position, "\(key) is text, and this is \(item.value.kind).",
        "Write one of these in quotes: \(codes).")
      return nil
    }
    guard let term = Term(code: text) else {
      fault(at: item.position, "\(key) cannot be \(Shown.plain(text)).", "It is one of: \(codes).")
      return nil
    }
    return term
  }
}
