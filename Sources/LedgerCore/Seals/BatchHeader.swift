/// What a batch says of itself, in the order in which it is sealed.
public struct BatchHeader: Sendable, Equatable {
  /// The batch's number: 1, 2, 3 … in the order of posting.
  public var number: Int64
  /// The event of every line.
  public var event: Event
  /// The name of the file as the maker gave it, without its folders.
  public var fileName: String
  /// How many bytes the file has.
  public var fileBytes: Int64
  /// The SHA-256 of the file's bytes.
  public var fileDigest: Digest
  /// The reference that was declared, if any; unique for the event.
  public var reference: String?
  /// The period that was declared, if any.
  public var declaredPeriod: Month?
  /// The business date that was declared, if any.
  public var declaredDate: CivilDate?
  /// The accounting period the batch is in.
  public var period: Month
  /// The business date.
  public var date: CivilDate
  /// Who posted it.
  public var maker: String
  /// The number of its first line in the ledger; the next free number if it has none.
  public var firstLine: Int64
  /// How many lines of the ledger it has; 0 for movements without persons.
  public var lineCount: Int64
  /// The number of its first voucher.
  public var firstVoucher: Int64
  /// How many vouchers it has.
  public var voucherCount: Int64
  /// How many rows the file has.
  public var rowCount: Int64
  /// The sum of the rows in đồng.
  public var total: Int64
  /// The digest of the register when it was posted.
  public var registerDigest: Digest
  /// What the batch says beside what every batch says.
  public var control = BatchControl()

  /// Makes a header.
  public init(
    number: Int64, event: Event, fileName: String, fileBytes: Int64, fileDigest: Digest,
    reference: String?, declaredPeriod: Month?, declaredDate: CivilDate?, period: Month,
    date: CivilDate, maker: String, firstLine: Int64, lineCount: Int64, firstVoucher: Int64,
    voucherCount: Int64, rowCount: Int64, total: Int64, registerDigest: Digest,
    control: BatchControl = BatchControl()
  ) {
    self.number = number
    self.event = event
    self.fileName = fileName
    self.fileBytes = fileBytes
    self.fileDigest = fileDigest
    self.reference = reference
    self.declaredPeriod = declaredPeriod
    self.declaredDate = declaredDate
    self.period = period
    self.date = date
    self.maker = maker
    self.firstLine = firstLine
    self.lineCount = lineCount
    self.firstVoucher = firstVoucher
    self.voucherCount = voucherCount
    self.rowCount = rowCount
    self.total = total
    self.registerDigest = registerDigest
    self.control = control
  }

  /// The seal: SHA-256(previous seal ‖ header ‖ root), each length-prefixed.
  public func seal(previous: Digest, root: Digest) -> Digest {
    var sealed = CanonicalBytes()
    sealed.begin()
    sealed.append(previous)
    bytes.withUnsafeBytes { sealed.append($0) }
    sealed.append(root)
    return sealed.sha256()
  }

  /// The 24 fields, one after the other.
  var bytes: ContiguousArray<UInt8> {
    var header = CanonicalBytes()
    header.begin()
    header.append(number)
    header.append(event.code)
    header.append(fileName)
    header.append(fileBytes)
    header.append(fileDigest)
    header.append(reference)
    header.append(declaredPeriod?.description)
    header.append(declaredDate?.description)
    header.append(period.description)
    header.append(date.description)
    header.append(maker)
    header.append(firstLine)
    header.append(lineCount)
    header.append(firstVoucher)
    header.append(voucherCount)
    header.append(rowCount)
    header.append(total)
    header.append(registerDigest)
    header.append(Int64(control.isCorrection ? 1 : 0))
    header.append(control.reversesBatch)
    header.append(control.reason)
    header.append(control.submission)
    header.append(control.approvers)
    header.append(control.leftOut)
    return header.bytes
  }
}
