import BatchFiles
import LedgerCore

/// The profiles by which lists are read that are not the program's own.
public enum Profiles {
  /// The profiles that the program knows.
  public static var builtIn: [Profile] { BuiltInProfiles.all }

  /// A file that cannot be taken as it is.
  public struct Refusal: Error, Sendable {
    /// What is wrong with it.
    public var diagnosis: Diagnosis
  }

  /// The file that a built-in profile would be.
  ///
  /// - Parameter name: Its name.
  /// - Returns: A TOML file, to print or to begin one of your own with.
  /// - Throws: `LedgerError` with `notFound` if there is no such profile.
  public static func text(_ name: String) throws -> String {
    guard let text = BuiltInProfiles.text(name) else { throw unknown(name) }
    return text
  }

  /// Finds a profile.
  ///
  /// - Parameter name: The name of a built-in profile, or a TOML file: what has a slash or ends in
  ///   `.toml`.
  /// - Returns: The profile, or everything that is wrong with the file.
  /// - Throws: `LedgerError` with `notFound` if there is no profile of that name.
  public static func profile(_ name: String) throws -> Result<Profile, Refusal> {
    guard name.contains("/") || name.hasSuffix(".toml") else {
      guard let profile = BuiltInProfiles.profile(name) else { throw unknown(name) }
      return .success(profile)
    }
    do throws(FileFault) {
      let read = readProfile(source: try BatchSource.file(name))
      guard let profile = read.profile else {
        return .failure(Refusal(diagnosis: read.diagnosis))
      }
      return .success(profile)
    } catch {
      return .failure(Refusal(diagnosis: Diagnosis(error.diagnostic)))
    }
  }

  /// Looks for the profile that fits a file best.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - encoding: Its encoding, if somebody knows it.
  ///   - number: How its amounts are written, if somebody knows it.
  ///   - reading: Its sheet, and what is the same for all rows.
  /// - Returns: The profile with the first rows as it reads them, or why none fits.
  public static func guess(
    _ path: String, encoding: TextEncoding? = nil, number: NumberStyle? = nil,
    reading: ListReading = ListReading()
  ) -> Result<ProfileGuess, Refusal> {
    do throws(FileFault) {
      return .success(
        try ProfileGuess(
          try BatchSource.file(path), encoding: encoding, number: number, reading: reading))
    } catch {
      return .failure(Refusal(diagnosis: Diagnosis(error.diagnostic)))
    }
  }

  private static func unknown(_ name: String) -> LedgerError {
    LedgerError(
      .notFound, "There is no profile “\(name)”.",
      help: """
        Known are: \(builtIn.map(\.name).joined(separator: ", ")). A profile of your own is a \
        file whose name ends in .toml.
        """)
  }
}
