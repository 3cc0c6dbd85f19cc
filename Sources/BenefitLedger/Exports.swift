// The vocabulary of the façade is LedgerCore's, so that a program imports BenefitLedger and nothing
// else. Swift has no attribute without the underscore for this yet.
@_exported import enum BatchFiles.OrderVersion
@_exported import enum BatchFiles.ReturnReason
@_exported import enum BatchFiles.StatementFormat
@_exported import struct BatchFiles.Envelope
@_exported import LedgerCore
@_exported import class BatchFiles.XlsxWriter
@_exported import enum BatchFiles.XlsxCell
@_exported import struct BatchFiles.XlsxColumn
@_exported import struct BatchFiles.ListReading
@_exported import struct BatchFiles.Profile
@_exported import struct BatchFiles.ProfileConstant
@_exported import struct BatchFiles.ProfileGuess
@_exported import enum BatchFiles.NumberStyle
@_exported import enum BatchFiles.ProfileField
@_exported import enum BatchFiles.TextEncoding
