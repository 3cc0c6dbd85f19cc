import LedgerCore

/// Why no files, or not all of them, were generated.
public enum SampleError: Error, Equatable {
  /// The directory exists and is not empty, or something else has its name.
  case exists(String)
  /// A file or directory cannot be created.
  case cannotCreate(String, errno: Int32)
  /// A file cannot be written to its end: the disk is full, for instance.
  case cannotWrite(String, errno: Int32)
  /// The plan asks for something there can be no files for; the text says what.
  case impossible(Message)
}
