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
    var reason: String
  }

  /// The files to post, by event, in the order of events and names.
  var files: [(event: Event, paths: [String])] = []
  /// Hidden files, files that are still being written, folders.
  var skipped: [Skipped] = []
  /// Files that cannot be posted because nothing in them says as what.
  var refused: [Receipt] = []

  /// Looks into a folder.
  init(_ folder: String, today: CivilDate) throws {
    var byEvent: [Event: [String]] = [:]
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
        let source = try BatchSource.file(path, followLinks: false).unpacked()
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
    files = Event.nightlyOrder.compactMap { event in
      byEvent[event].map { (event: event, paths: $0) }
    }
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
