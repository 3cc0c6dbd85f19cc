import LedgerCore

extension BatchSource {
  /// What is to be read of a file as a list of an event: the file itself, what is in it if it was
  /// compressed or is a workbook, or what a profile makes of an agency's own table.
  ///
  /// The identity of the file stays that of its own bytes; lines are its own, and columns its own
  /// columns. What a profile makes lies in a ``Spool``.
  ///
  /// - Parameters:
  ///   - reading: How the file is to be read.
  ///   - event: What the list records.
  ///   - isCorrection: Whether it undoes such events.
  /// - Returns: What is to be read, at its beginning.
  /// - Throws: A ``FileFault`` with a code from 230 to 269, or that the file cannot be read.
  public func list(
    _ reading: ListReading, of event: Event, isCorrection: Bool = false
  ) throws(FileFault) -> BatchSource {
    guard let profile = reading.profile else { return try unpacked(sheet: reading.sheet) }
    guard profile.list.fits(event) else {
      throw listDiffers(profile, "“\(event.code)” is posted from another kind of list")
    }
    return try converted(
      reading, profile, ListLayout(event: event, isCorrection: isCorrection))
  }

  /// What is to be read of a file as the other side's totals.
  ///
  /// - Parameter reading: How the file is to be read.
  /// - Returns: What is to be read, at its beginning.
  /// - Throws: A ``FileFault`` as ``list(_:of:isCorrection:)`` does.
  public func totals(_ reading: ListReading) throws(FileFault) -> BatchSource {
    try list(.totals, reading)
  }

  /// What is to be read of a file as a list of persons: of holds, of deaths or of linked numbers.
  ///
  /// - Parameters:
  ///   - list: The kind of list.
  ///   - reading: How the file is to be read.
  /// - Returns: What is to be read, at its beginning.
  /// - Throws: A ``FileFault`` as ``list(_:of:isCorrection:)`` does.
  public func list(_ list: ProfileList, _ reading: ListReading) throws(FileFault) -> BatchSource {
    guard let profile = reading.profile else { return try unpacked(sheet: reading.sheet) }
    let layouts: [ProfileList: ListLayout] = [
      .holds: .holds, .deaths: .deaths, .links: .links, .totals: .totals,
    ]
    guard let layout = layouts[list] else {
      preconditionFailure("a list of \(list.code) is read for an event")
    }
    guard profile.list == list else {
      throw listDiffers(profile, "a list of \(list.code) is wanted here")
    }
    return try converted(reading, profile, layout)
  }

  /// Makes a list of the file; what comes of it is the same with shortcuts and without.
  func converted(
    _ reading: ListReading, _ profile: Profile, _ layout: ListLayout,
    shortcuts: ConversionShortcuts = ConversionShortcuts()
  ) throws(FileFault) -> BatchSource {
    let table = try ProfileTable(self, profile, sheet: reading.sheet)
    // The first rows nearly always say how all are to be read; if not, the whole way says why.
    if let rows = shortcuts.surveyedRows, profile.rowsBelow == 0,
      let survey = try? ProfileSurvey(table, profile, rows: rows),
      var conversion = try? ProfileConversion(
        table, survey, profile, layout: layout, given: reading.given,
        writesPlain: shortcuts.writesPlain),
      let list = try? conversion.run()
    {
      return list
    }
    let survey = try ProfileSurvey(table, profile)
    var conversion = try ProfileConversion(
      table, survey, profile, layout: layout, given: reading.given,
      writesPlain: shortcuts.writesPlain)
    guard let list = try conversion.run() else {
      preconditionFailure("a survey of all rows is what all rows say")
    }
    return list
  }

  private func listDiffers(_ profile: Profile, _ why: Message) -> FileFault {
    FileFault(
      .profileListDiffers, file: name,
      "The profile “\(profile.name)” makes a list of \(profile.list.code); \(why).",
      help: "`profile list` says what each profile is for.")
  }
}

/// What spares work where a table is what tables mostly are.
struct ConversionShortcuts {
  /// So many rows are looked at before the first is written; nil for all of them.
  var surveyedRows: Int? = 1_000
  /// Whether cells that are what they mostly are take a short way.
  var writesPlain = true
}
