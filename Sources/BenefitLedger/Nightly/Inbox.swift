import BatchFiles
import Foundation
import LedgerCore

/// What lies in a drop folder.
///
/// Nothing in it is moved, changed or deleted, and no link in it is followed. Folders in it are not
/// looked into: then the last part of a path is the only one that somebody could swap for a link.
struct Inbox {
  /// A file that is not posted, and why.
  struct Skipped {
    var name: String
    var reason: Message
  }

  /// The files to post, by event, in the order of events and names; those that a profile reads come
  /// after those that say themselves what they are.
  var files: [(event: Event, isByProfile: Bool, paths: [String])] = []
  /// Hidden files, files that are still being written, folders.
  var skipped: [Skipped] = []
  /// Files that cannot be posted because nothing in them says as what.
  var refused: [Receipt] = []

  /// Looks into a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - today: Today in Vietnam.
  ///   - profiled: What files are that do not say it, if a profile reads them.
  /// - Throws: `LedgerError` if the folder cannot be read.
  init(_ folder: String, today: CivilDate, profiled: Event? = nil) throws {
    var byEvent: [Event: [String]] = [:]
    var byProfile: [String] = []
    for name in try Self.names(in: folder) {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if name.hasPrefix(".") || name.hasSuffix(".tmp") || name.hasSuffix(".part") {
        skipped.append(Skipped(name: name, reason: "not complete or hidden"))
        continue
      }
      var status = stat()
      if lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR {
        skipped.append(Skipped(name: name, reason: "a folder"))
        continue
      }
      do {
        let file = try BatchSource.file(path, followLinks: false)
        if profiled != nil, !Self.saysEvent(file) {
          byProfile.append(path)
          continue
        }
        let source = try file.unpacked()
        guard let event = try readEnvelope(of: source)?.event else {
          throw FileFault(
            Diagnostic(
              file: path, line: 1, column: 1, code: .eventNotDeclared,
              message: "The file does not say what it is.",
              help: "Begin it with a line such as: #batch event=due reference=… count=… total=…"))
        }
        byEvent[event, default: []].append(path)
      } catch let fault as FileFault {
        // The event of a refused file is not known; the receipt must name one.
        var receipt = Receipt(file: path, event: .due, state: .refused)
        receipt.diagnosis = Diagnosis(fault.diagnostic)
        refused.append(receipt)
      }
    }
    for event in Event.nightlyOrder {
      if let paths = byEvent[event] { files.append((event, false, paths)) }
      if event == profiled, !byProfile.isEmpty { files.append((event, true, byProfile)) }
    }
  }

  /// Whether a file begins with a line that says what it is; what cannot be read so is a profile's.
  private static func saysEvent(_ file: BatchSource) -> Bool {
    let envelope = try? readEnvelope(of: try file.unpacked())
    return envelope?.event != nil
  }

  /// The names in a folder in the order of their bytes, which is the same everywhere.
  private static func names(in folder: String) throws -> [String] {
    guard let directory = opendir(folder) else {
      throw LedgerError(
        errno == ENOENT ? .fileMissing : .fileUnreadable,
        "The folder \(folder) cannot be read: \(String(cString: strerror(errno))).")
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
