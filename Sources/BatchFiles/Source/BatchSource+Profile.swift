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
    guard let profile = reading.profile else { return try unpacked(sheet: reading.sheet) }
    guard profile.list == .totals else {
      throw listDiffers(profile, "totals are another kind of list")
    }
    return try converted(reading, profile, .totals)
  }

  private func converted(
    _ reading: ListReading, _ profile: Profile, _ layout: ListLayout
  ) throws(FileFault) -> BatchSource {
    let table = try ProfileTable(self, profile, sheet: reading.sheet)
    let survey = try ProfileSurvey(table, profile)
    var conversion = try ProfileConversion(
      table, survey, profile, layout: layout, given: reading.given)
    return try conversion.run()
  }

  private func listDiffers(_ profile: Profile, _ why: Message) -> FileFault {
    FileFault(
      .profileListDiffers, file: name,
      "The profile “\(profile.name)” makes a list of \(profile.list.code); \(why).",
      help: "`profile list` says what each profile is for.")
  }
}
