/// The stable code of everything that can be wrong.
///
/// Codes are never renumbered or reused. Where a row has several faults in one field, the lowest
/// code is reported. Each has a section in `docs/reference/errors.md` and a test that produces it.
public enum Code: UInt16, CaseIterable, Sendable {
  // The file as an object.
  /// There is no such file.
  case fileMissing = 101
  /// It is a directory.
  case fileIsDirectory = 102
  /// It is a pipe, a socket or a device.
  case fileNotRegular = 103
  /// It may not be read, or reading fails.
  case fileUnreadable = 104
  /// It is a link in a drop folder.
  case fileIsLink = 105
  /// It changed while it was read.
  case fileChanged = 106
  /// It has more than 4 GiB.
  case fileTooLarge = 107
  /// It has no bytes.
  case fileEmpty = 108
  /// It has a header and no rows.
  case noRows = 109
  /// It is UTF-16, not UTF-8.
  case fileIsUTF16 = 110
  /// It is a workbook, an archive or a document, not a CSV.
  case fileIsOtherFormat = 111
  /// A row has more than 64 KiB.
  case lineTooLong = 112
  /// It has more than 20 million rows.
  case tooManyLines = 113

  // The shape of the CSV.
  /// A required column is missing.
  case columnMissing = 201
  /// A column is there twice.
  case columnDuplicate = 202
  /// A column is not known for this list.
  case columnUnknown = 203
  /// A row has more or fewer fields than the header.
  case rowRagged = 204
  /// A quote is opened and never closed.
  case quoteNotClosed = 205
  /// A quote stands inside a field, or text follows a closing quote.
  case quoteMisplaced = 206
  /// There is a NUL byte.
  case nulByte = 207
  /// Bytes are not UTF-8.
  case invalidUTF8 = 208
  /// A control or invisible character stands in a field.
  case forbiddenCharacter = 209
  /// A field has more than 4,096 bytes.
  case fieldTooLong = 210
  /// Fields are separated by semicolons or tabs.
  case wrongDelimiter = 211
  /// A carriage return stands alone.
  case loneCarriageReturn = 212
  /// The header is there again among the rows.
  case headerRepeated = 213
  /// The columns are those of another kind of list.
  case otherList = 217
  /// What should be a list of file names is none.
  case notFileNames = 218

  // Compressed files and workbooks.
  /// A compressed file or a workbook was cut or altered on its way.
  case archiveDamaged = 230
  /// Unpacked it would be larger than what is read.
  case archiveTooLarge = 231
  /// The archive is made in a way that is not read.
  case archiveUnsupported = 232
  /// The workbook is protected by a password.
  case workbookProtected = 233
  /// The file is another kind of file than a workbook of Excel 2007 or later.
  case notAWorkbook = 234
  /// The XML in the file is not well formed or not what it should be.
  case xmlMalformed = 235
  /// The XML in the file has a document type, entities or another encoding than UTF-8.
  case xmlRefused = 236
  /// The workbook has no sheet of that name, or nothing says which of several is meant.
  case sheetNotChosen = 237
  /// A cell that must be text holds a number, which has lost its leading zeros.
  case cellIsNumber = 238
  /// A cell holds a formula.
  case cellIsFormula = 239
  /// A cell holds what can be neither text nor a whole number: an error, a part of a đồng, a date.
  case cellUnusable = 240
  /// The text of a cell has a line break.
  case cellHasLineBreak = 241
  /// Rows or columns of the sheet are hidden; they are read (a warning).
  case rowsHidden = 242
  /// The parts of a workbook do not fit together.
  case workbookMalformed = 243

  // Files as they are: profiles.
  /// The letters make sense in more than one encoding.
  case encodingAmbiguous = 250
  /// The letters make sense in no encoding that is read.
  case encodingUnknown = 251
  /// No row names the columns that the profile needs.
  case headerNotFound = 254
  /// Two columns fit one field of the profile.
  case profileColumnTwice = 255
  /// The profile does not name a column of the file.
  case profileColumnUnknown = 256
  /// Nothing says what a required field is.
  case profileFieldMissing = 257
  /// The amounts can be read in two ways.
  case numberStyleAmbiguous = 258
  /// The amounts are written in two ways.
  case numberStyleMixed = 259
  /// The dates can be read in two ways.
  case dateStyleAmbiguous = 260
  /// A stated sum is not the sum of its rows.
  case subtotalDiffers = 263
  /// The profile is of another kind of list.
  case profileListDiffers = 264
  /// What is written above the table says two things.
  case titleUnclear = 266
  /// The file has the program's own columns and needs no profile.
  case ownColumns = 267
  /// A letter was mended: Eth where D with stroke is meant (a warning).
  case letterMended = 280
  /// Leading zeros were put back (a warning).
  case zerosPutBack = 282

  // The file's end.
  /// The last line has no line end (a warning).
  case lastLineNotEnded = 290

  // The envelope.
  /// The `#batch` line cannot be read.
  case envelopeMalformed = 301
  /// The envelope has a key that is not known.
  case envelopeKeyUnknown = 302
  /// The envelope has a key twice.
  case envelopeKeyDuplicate = 303
  /// An envelope value is not of its form.
  case envelopeValue = 304
  /// The envelope and the options differ.
  case envelopeDisagrees = 305
  /// The file declares another event.
  case eventDiffers = 306
  /// The declared count is not met.
  case countNotMet = 307
  /// The declared total is not met.
  case totalNotMet = 308
  /// The reference was used for other bytes.
  case referenceUsed = 309
  /// The bytes were posted, and every step could be taken again.
  case couldBeTakenAgain = 310
  /// A file in a drop folder declares no event.
  case eventNotDeclared = 311

  // Accounting periods.
  /// The accounting period is closed.
  case periodClosed = 321
  /// The accounting period takes only corrections and the year end.
  case periodSoftClosed = 322
  /// The period is not in the state that the change begins from.
  case periodOtherState = 323
  /// The period has not ended.
  case periodNotEnded = 324
  /// An earlier period is not closed.
  case earlierPeriodOpen = 325
  /// Files still wait for approval.
  case submissionsOpen = 326
  /// The year is closed.
  case yearClosed = 327
  /// Income and expense of an earlier year are not carried to the fund.
  case earlierYearOpen = 328
  /// Another person has to agree.
  case otherPersonNeeded = 329
  /// The period was never used, and is closed only because a later one is.
  case closedByLaterPeriod = 330

  // The fields of a row.
  /// A required field is empty.
  case fieldEmpty = 401
  /// The person has 9 digits.
  case personNineDigits = 402
  /// The person has 11 digits.
  case personElevenDigits = 403
  /// The person has another number of digits.
  case personLength = 404
  /// The person has other characters than digits.
  case personNotDigits = 405
  /// The person has full-width or other non-ASCII digits.
  case personFullWidthDigits = 406
  /// The person is one digit repeated.
  case personAllEqual = 407
  /// The amount is zero.
  case amountZero = 411
  /// The amount is negative.
  case amountNegative = 412
  /// The amount has a plus sign.
  case amountPlusSign = 413
  /// The amount has thousands separators.
  case amountThousands = 414
  /// The amount has a decimal part.
  case amountDecimal = 415
  /// The amount has an exponent.
  case amountExponent = 416
  /// The amount is over 10,000,000,000,000,000 đồng.
  case amountTooLarge = 417
  /// The amount has other characters than digits.
  case amountNotDigits = 418
  /// The amount begins with a zero.
  case amountLeadingZero = 419
  /// The amounts of the file add up to more than can be kept.
  case totalTooLarge = 420
  /// The month is not `YYYY-MM`.
  case monthFormat = 431
  /// There is no such month.
  case monthImpossible = 432
  /// The unit is not in the register.
  case unitUnknown = 441
  /// The unit does not pay out.
  case unitNotSite = 442
  /// The unit is not valid on the business date.
  case unitNotValid = 443
  /// The benefit is not known.
  case benefitUnknown = 451
  /// The channel is not known.
  case channelUnknown = 452
  /// The fund is not known.
  case fundUnknown = 453
  /// The fund does not pay this benefit.
  case fundNotAllowed = 454
  /// The event is not known.
  case eventUnknown = 455
  /// A bank payment has no account.
  case accountMissing = 461
  /// The account is not `BIN:NUMBER`.
  case accountMalformed = 462
  /// The account is a card number.
  case accountIsCard = 463
  /// The occurrence is not 1 to 255.
  case occurrenceRange = 471

  // The obligation.
  /// The obligation is twice in the file.
  case twiceInFile = 501
  /// The obligation exists already.
  case alreadyPosted = 502
  /// The obligation never became due.
  case neverDue = 511
  /// The obligation is due and not yet paid.
  case stillDue = 512
  /// The obligation is paid.
  case alreadyPaid = 513
  /// The obligation is unclaimed.
  case alreadyUnclaimed = 514
  /// The obligation is cancelled.
  case alreadyCancelled = 515
  /// The obligation was undone.
  case alreadyReversed = 516
  /// The obligation is overpaid.
  case alreadyOverpaid = 517
  /// What was overpaid is recovered.
  case alreadyRecovered = 518
  /// The obligation is owed to the heirs.
  case alreadyInherited = 519
  /// The amount is not what is open.
  case otherAmount = 521
  /// The unit is not that of the obligation.
  case otherUnit = 522
  /// The channel is not that of the obligation.
  case otherChannel = 523
  /// The fund is not that of the obligation.
  case otherFund = 524
  /// The row has an account where the channel has none.
  case otherAccount = 525
  /// The amount is more than what is open, or all of it where a part is to be kept back.
  case moreThanOpen = 526
  /// A transfer names no site.
  case transferSiteMissing = 527
  /// A transfer names the site that has the obligation.
  case transferSameSite = 528

  // Corrections.
  /// Something happened to the obligation since, and only its latest step can be undone.
  case notLatest = 531
  /// The batch was reversed before.
  case alreadyReversedBatch = 532
  /// The batch is itself a correction.
  case notReversible = 533
  /// A correction or a new chart gives no reason.
  case reasonMissing = 534

  // Persons who are not payable, and persons with several numbers.
  /// The person is held: dead, suspended, unverified or under inspection.
  case personHeld = 541
  /// Every row of the file is held, so that nothing is left to be posted.
  case everyRowHeld = 542
  /// A date of a list of persons is not `YYYY-MM-DD`.
  case dateMalformed = 543
  /// A hold ends before it begins.
  case holdDatesReversed = 544
  /// The kind of a hold is not known.
  case holdKindUnknown = 545
  /// A hold is released by that day already.
  case holdReleasedBefore = 546
  /// A number is linked to itself.
  case linkedToItself = 547
  /// A person is recorded as dead since another day.
  case otherDeathDate = 548
  /// A day of death is in the future.
  case deathInFuture = 549
  // Limits of the chart.
  /// The amount is above the limit from which on a payment is held.
  case amountHeld = 551
  /// The amount is above the limit from which on a payment is looked at again (a warning).
  case amountUnusual = 590

  // Warnings of posting.
  /// A batch has the same rows, and no obligation tells whether it is the same money.
  case sameRowsAgain = 592
  /// Lines of the batch that answers for the file were undone since.
  case linesUndoneSince = 593
  /// It is dated before what it follows.
  case datedBefore = 594
  /// A line pays into another bank account than the obligation was due to.
  case paysOtherAccount = 595

  // Movements and opening balances.
  /// A row is twice in the file.
  case rowRepeated = 601
  /// The account has an opening balance.
  case alreadyOpened = 602
  /// The account is not in the chart.
  case chartAccountUnknown = 603
  /// The account has no opening balance of its own.
  case chartAccountNotOpened = 604
  /// The account is kept per unit and none is given.
  case unitRequired = 605
  /// The account is not kept per unit and one is given.
  case unitNotAllowed = 606
  /// An account would exceed what can be kept.
  case counterTooLarge = 607

  // Cash at sites.
  /// Cash is counted where there is none: the unit is no payment site.
  case cashCountElsewhere = 640
  /// Cash was counted in the future.
  case cashCountInFuture = 641
  /// A count of cash is not what the books say, and no reason is given.
  case cashVarianceUnexplained = 642

  // The bank.
  /// The batch cannot be ordered from the bank.
  case orderBatchUnsuitable = 660
  /// No bank payment of the batch is open.
  case orderNothingOpen = 661
  /// The bank payments of the batch are of several funds.
  case orderSeveralFunds = 662
  /// The order comes to more than the standard can say.
  case orderTooLarge = 663
  /// The file is no statement that can be read.
  case statementUnknown = 664
  /// The file is not of the form of its format.
  case statementMalformed = 665
  /// The statement is not in đồng.
  case statementCurrency = 666
  /// An amount of a statement is not whole đồng.
  case statementAmount = 667
  /// A date of a statement is not a date.
  case statementDate = 668
  /// A statement lacks what it must have.
  case statementFieldMissing = 669
  /// A text of a statement is too long or cannot be kept.
  case statementFieldTooLong = 670
  /// A statement has no opening or no closing balance.
  case statementBalanceMissing = 671
  /// A statement does not add up.
  case statementDoesNotAddUp = 672
  /// A statement does not go on where the one before it ended.
  case statementNotContinued = 673
  /// A count or a sum of a statement is not that of its parts.
  case statementControlSum = 674
  /// An end-to-end id is twice in a file.
  case statementReferenceTwice = 675
  /// The file has more bookings than are kept.
  case statementTooLong = 676
  /// Nothing says which fund's account a statement is of.
  case statementFundUnknown = 677
  /// An exception is not open any more.
  case exceptionNotOpen = 678
  /// What is matched by hand does not come to the same.
  case matchUnbalanced = 679
  /// Exceptions are open, and the chart does not let the period be closed.
  case exceptionsOpen = 680
  /// The statement is of another account than the fund's, or of one that nothing names.
  case statementOtherAccount = 681
  /// The statement cannot be taken back as things stand.
  case statementNotWithdrawable = 682

  // The register of units.
  /// A unit code is not of its form.
  case unitCodeMalformed = 701
  /// A unit kind is not known.
  case unitKindUnknown = 702
  /// A parent is not in the register or the file.
  case unitParentUnknown = 703
  /// A unit is twice in the file.
  case unitTwiceInFile = 704
  /// A date is not `YYYY-MM-DD`.
  case unitDateMalformed = 705
  /// A unit ends before it begins.
  case unitDatesReversed = 706
  /// A changed unit has no date.
  case unitChangeUndated = 707
  /// A change is not later than the version before.
  case unitChangeNotLater = 708
  /// Units are one another's parents.
  case unitParentCircle = 709
  /// A successor is not in the register or the file.
  case unitSuccessorUnknown = 710
  /// A successor is named and no last day.
  case unitSuccessorWithoutEnd = 711
  /// A successor is not valid on the day after.
  case unitSuccessorClosed = 712
  /// Units are one another's successors.
  case unitSuccessorCircle = 713
  /// No unit has the former code.
  case unitFormerlyUnknown = 714
  /// Two rows say they were the same unit.
  case unitFormerlyTwice = 715
  /// A code is another unit's on some of the days.
  case unitCodeTaken = 716
  /// A unit ends while units below it go on.
  case unitHasOpenUnits = 717
  /// A unit is put under one that has ended.
  case unitParentClosed = 718
  /// The site whose balances are to move is not closed.
  case siteStillOpen = 719
  /// A unit changes on a day before business dates that are posted (a warning).
  case unitChangesPast = 720

  // The ledger and the world around it.
  /// The command was not understood.
  case usage = 801
  /// There is no such ledger.
  case ledgerMissing = 811
  /// The file is not a ledger.
  case notALedger = 812
  /// The ledger was made by another version.
  case ledgerOtherVersion = 813
  /// The kind of store is not available.
  case storeUnavailable = 814
  /// Others may read or write the ledger.
  case ledgerUnsafe = 815
  /// The ledger exists already.
  case ledgerExists = 821
  /// The output exists already.
  case outputExists = 822
  /// The report has more rows than a sheet of a workbook.
  case reportTooLong = 830
  /// Another process is posting.
  case busy = 831
  /// Whether it was posted is unknown.
  case outcomeUnknown = 832
  /// Others may put files beside the ledger.
  case folderUnsafe = 833
  /// The ledger is on another machine's disk.
  case networkFileSystem = 834
  /// A backup does not end where it should.
  case backupOtherHead = 835
  /// The disk is full.
  case diskFull = 841
  /// Reading or writing failed.
  case inputOutput = 842
  /// The ledger cannot be written durably.
  case notDurable = 843
  /// The ledger file is damaged.
  case ledgerDamaged = 844
  /// There is nothing of that name or number.
  case notFound = 851
  /// A bug.
  case internalFault = 899

  // Settings in TOML: the chart file.
  /// The file is not TOML as it is written here.
  case tomlSyntax = 901
  /// A key or a table is not known.
  case tomlKeyUnknown = 902
  /// A value is not of its form.
  case tomlValue = 903
  /// A rule would post what cannot be posted.
  case chartRuleInvalid = 904
  /// An account would have two numbers on one day.
  case chartMappingOverlap = 905
  /// A limit cannot hold.
  case chartLimitInvalid = 906
  /// A key is missing.
  case tomlKeyMissing = 907
  /// A row says again what an earlier row said.
  case chartRowRepeated = 908
  /// The rules are not those of the ledger's first chart.
  case chartRulesChanged = 909

  // Checkpoints and proofs.
  /// The file does not hold checkpoints, one after the other.
  case checkpointMalformed = 910
  /// What should be a verifier key is none.
  case verifierKeyMalformed = 911
  /// The ledger does not continue a checkpoint that is in the file.
  case checkpointNotContinued = 912
  /// The line was posted after the checkpoint.
  case lineNotCheckpointed = 913
  /// The ledger is not what the checkpoint says, or not what was posted.
  case lineNotProvable = 914
  /// The file is not a proof as the program writes it.
  case proofMalformed = 915
  /// A part of the proof does not hold.
  case proofInvalid = 916

  // Archives of closed years.
  /// The year is not closed, or not over.
  case yearNotArchivable = 960
  /// A file with the lines of an archived year is missing.
  case archiveMissing = 961
  /// A file with the lines of an archived year is not the one that was archived.
  case archiveChanged = 962
  /// The year is archived, and none of its periods opens again.
  case yearArchived = 963

  // Users, keys and four eyes.
  /// Who acts must say who he is by a key.
  case keyMissing = 1001
  /// The key file is missing, unreadable or not of its form.
  case keyUnreadable = 1002
  /// Others can read the key file, or it is a link.
  case keyUnsafe = 1003
  /// The name is not of its form.
  case userNameMalformed = 1004
  /// There is a user of that name.
  case userExists = 1005
  /// The user or his key is not known to the ledger.
  case userUnknown = 1006
  /// The user was revoked.
  case userRevoked = 1007
  /// The user's role does not allow it.
  case roleNotAllowed = 1008
  /// The last administrator cannot be revoked.
  case lastAdministrator = 1009
  /// An open submission has the obligation.
  case reservedBySubmission = 1011
  /// Who made it would approve it.
  case makerApproves = 1012
  /// The user approved it before.
  case alreadyApproved = 1013
  /// The submission is decided.
  case submissionClosed = 1014
  /// The submission is not, or can no longer be, what was signed.
  case submissionVoid = 1015
  /// Who made the submission, or approved it, was revoked since.
  case signerRevoked = 1016
}
