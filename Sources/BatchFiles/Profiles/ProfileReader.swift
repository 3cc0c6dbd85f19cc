import LedgerCore

/// Makes a profile of a TOML file and tells of everything that is wrong with it.
struct ProfileReader {
  let report: TomlReport

  /// How many rows a table of a profile may have.
  static let rowLimit = 500

  /// The profile; nil if anything is wrong, and ``report`` says what.
  func read() -> Profile? {
    let root = report.document.root
    for entry in root.entries
    where !["profile", "column", "constant", "title", "value"].contains(entry.key) {
      report.add(
        .tomlKeyUnknown, entry.keyPosition,
        Words(
          "A profile has no \(Shown.plain(entry.key)).",
          "It has [profile], [[column]], [[constant]], [[title]] and [[value]]."))
    }
    guard var profile = head(root) else { return nil }
    let allowed = profile.list.fields
    for form in forms("column") {
      guard let column = column(form, allowed) else { continue }
      if profile.columns.contains(where: { $0.field == column.field }) {
        form.fault("field", "\(column.field.code) is a column already.", "Keep one of the two.")
      }
      profile.columns.append(column)
    }
    for form in forms("constant") {
      let field = field(form, allowed)
      let value = form.text("value")
      form.finish()
      if let field, let value { profile.constants.append(ProfileConstant(field, value)) }
    }
    for form in forms("title") {
      let field = field(form, allowed)
      let after = form.texts("after")
      form.finish()
      if let field, let after {
        profile.titles.append(ProfileTitle(field: field, after: after))
      }
    }
    for form in forms("value") {
      let field = field(form, allowed)
      let from = form.texts("from")
      let to = form.text("to")
      form.finish()
      guard let field, let from, let to else { continue }
      for name in from { profile.values[field, default: [:]][Fold.text(name)] = to }
    }
    if !profile.columns.contains(where: { $0.field == profile.list.key }),
      !report.faults.hasFaults
    {
      report.add(
        .tomlKeyMissing, root.position,
        Words(
          "The profile has no column for the \(profile.list.key.code).",
          "Add [[column]] with field = \"\(profile.list.key.code)\" and its header."))
    }
    return report.faults.hasFaults ? nil : profile
  }

  private func head(_ root: TomlTable) -> Profile? {
    guard let entry = root["profile"], case .table(let table) = entry.item.value else {
      if report.document.faults.isEmpty {
        report.add(
          .tomlKeyMissing, root["profile"]?.keyPosition ?? root.position,
          Words("The profile has no [profile].", "Add [profile] with a name, a source and a list."))
      }
      return nil
    }
    let form = TomlForm(table, header: "[profile]", report: report)
    let name = form.text("name")
    let source = form.text("source")
    let list = form.term("list", ProfileList.self)
    var profile = Profile(name: name ?? "", source: source ?? "", list: list ?? .payments)
    profile.encoding = form.term("encoding", TextEncoding.self, isOptional: true)
    profile.delimiter = form.term("delimiter", Delimiter.self, isOptional: true)
    profile.sheet = form.text("sheet", isOptional: true)
    profile.rowsAbove = form.integer("rows_above", in: 0...99, isOptional: true).map { Int($0) }
    profile.rowsBelow = Int(form.integer("rows_below", in: 0...99, isOptional: true) ?? 0)
    profile.number = form.term("number", NumberStyle.self, isOptional: true)
    profile.date = form.term("date", DateStyle.self, isOptional: true)
    profile.ignored = form.texts("ignore", isOptional: true) ?? []
    profile.ignoresOthers = form.boolean("ignore_others")
    form.finish()
    return list == nil ? nil : profile
  }

  private func column(_ form: TomlForm, _ allowed: [ProfileField]) -> ProfileColumn? {
    guard let field = field(form, allowed) else { return nil }
    var column = ProfileColumn(field: field)
    column.headers = form.texts("header", isOptional: true) ?? []
    column.place = form.integer("place", in: 1...1_000, isOptional: true).map { Int($0) }
    column.isOptional = form.boolean("optional")
    column.digits = form.integer("digits", in: 1...19, isOptional: true).map { Int($0) }
    if column.headers.isEmpty, column.place == nil {
      form.fault(
        at: form.table.position, "The column has neither a header nor a place.",
        "Write what stands above it: header = [\"…\"]", code: .tomlKeyMissing)
    }
    if column.digits != nil, field != .person {
      form.fault("digits", "Only a person's number has a number of digits.", "Delete the line.")
    }
    form.finish()
    return column
  }

  private func field(_ form: TomlForm, _ allowed: [ProfileField]) -> ProfileField? {
    guard let field = form.term("field", ProfileField.self) else { return nil }
    guard allowed.contains(field) else {
      form.fault(
        "field", "A list of this kind has no \(field.code).",
        "It has: \(allowed.map(\.code).joined(separator: ", ")).")
      return nil
    }
    return field
  }

  /// The rows of a table of the file.
  private func forms(_ key: String) -> [TomlForm] {
    guard let entry = report.document.root[key] else { return [] }
    guard case .tables(let tables) = entry.item.value else {
      report.add(
        .tomlValue, entry.keyPosition,
        Words("\(key) is \(entry.item.value.kind).", "Each has a header of its own: [[\(key)]]"))
      return []
    }
    if tables.count > Self.rowLimit {
      report.add(
        .tomlValue, tables[Self.rowLimit].position,
        Words(
          """
          There are \(grouped(tables.count)) rows [[\(key)]]; at most \(grouped(Self.rowLimit)) \
          are read.
          """, "Leave out what no longer holds."))
    }
    return tables.prefix(Self.rowLimit).map {
      TomlForm($0, header: "[[\(key)]]", report: report)
    }
  }
}

/// Reads a profile file, all of it at once.
///
/// - Parameter source: The file, which is read from its beginning.
/// - Returns: The profile if nothing is wrong with it, and what is wrong otherwise.
public func readProfile(source: BatchSource) -> (profile: Profile?, diagnosis: Diagnosis) {
  let bytes: [UInt8]
  do throws(FileFault) {
    bytes = try source.readAll(atMost: TomlDocument.largestFile)
  } catch {
    return (nil, Diagnosis(error.diagnostic))
  }
  let report = TomlReport(name: source.name, document: TomlDocument(bytes))
  let profile = ProfileReader(report: report).read()
  return (report.faults.hasFaults ? nil : profile, report.faults.diagnosis)
}
