import Foundation
import LedgerCore
import SQLiteStore

/// What there is to say of the folder that a ledger lies in.
enum FolderDoctor {
  /// Whether the file system is one that a ledger is safe on.
  static func fileSystem(_ location: String) -> Examination.Check {
    let folder = LedgerPlace(of: location).folder
    do {
      let kind = try FileSystemKind(of: folder)
      switch kind.keeping {
      case .local:
        return Examination.Check(
          "file-system", .ok, "The ledger is on a disk of this machine (\(kind.name)).")
      case .network:
        return Examination.Check(
          "file-system", .wrong,
          "The ledger is on a file system of another machine (\(kind.name)); nothing is posted there.",
          help: "Keep the ledger on a disk of this machine, and back it up to the other.")
      case .memory:
        return Examination.Check(
          "file-system", .warning,
          "The ledger is in this machine's memory (\(kind.name)): the next power cut takes it away.",
          help: "Keep a ledger that matters on a disk.")
      case .userSpace:
        return Examination.Check(
          "file-system", .warning,
          "What the ledger is kept on (\(kind.name)) may be a disk or another machine.",
          help: "Keep the ledger on a disk of this machine, such as an ext4 or XFS.")
      }
    } catch {
      return Examination.Check("file-system", .wrong, .verbatim("\(error)"))
    }
  }

  /// Whether there is room for a month like the largest so far, in the file and in the log.
  static func space(_ location: String, _ books: BooksAtAGlance?) -> Examination.Check {
    var state = statvfs()
    var status = stat()
    guard statvfs(LedgerPlace(of: location).folder, &state) == 0, stat(location, &status) == 0
    else {
      return Examination.Check("space", .wrong, "How much is free cannot be found out.")
    }
    let free = Int64(clamping: UInt64(state.f_bavail) * UInt64(state.f_frsize))
    let need = need(books, bytes: Int64(status.st_size))
    let text: Message =
      "\(grouped(free)) bytes are free; another month like the largest needs about \(grouped(need)) bytes."
    guard free < need else { return Examination.Check("space", .ok, text) }
    return Examination.Check(
      "space", .warning, text,
      help: "Make room before the month's lists come. A list that finds no room is refused whole.")
  }

  /// How many bytes a month like the largest so far needs: its share of the file, once more as long as it
  /// waits in the log, and never less than a province's month.
  static func need(_ books: BooksAtAGlance?, bytes: Int64) -> Int64 {
    let least: Int64 = 64 << 20
    guard let books, books.lines > 0 else { return least }
    // A small ledger is mostly its tables; a line with its step has some hundred bytes.
    let line = min(max(bytes / books.lines, 200), 1_000)
    return max(least, books.mostLines * line * 2)
  }

  /// Whether everything that belongs to the ledger is its owner's alone.
  static func permissions(_ location: String) -> Examination.Check {
    var status = stat()
    let folder = LedgerPlace(of: location).folder
    if stat(folder, &status) == 0, let stranger = LedgerPlace.stranger(status) {
      return Examination.Check(
        "permissions", .wrong, "The folder of \(location) \(stranger).",
        help: "Keep the ledger in a folder of its own that only its owner may write: chmod 700.")
    }
    if lstat(location, &status) == 0, status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1 {
      return Examination.Check(
        "permissions", .warning, "\(location) is a link, or has a second name.",
        help: "Use one name for a ledger: under another, SQLite looks for another log.")
    }
    for suffix in ["", "-wal", "-shm", ".lock", ".backup"] {
      guard stat(location + suffix, &status) == 0, status.st_mode & 0o077 != 0 else { continue }
      return Examination.Check(
        "permissions", suffix.isEmpty && status.st_mode & 0o022 != 0 ? .wrong : .warning,
        "\(location)\(suffix) is not its owner's alone.",
        help: "Run: chmod 600 \(location)\(suffix)")
    }
    return Examination.Check("permissions", .ok, "Only the owner may read or write the ledger.")
  }

  /// Files that a process left behind when it was stopped.
  static func leftovers(_ location: String) -> Examination.Check {
    let folder = LedgerPlace(of: location).folder
    let name = location.split(separator: "/").last.map(String.init) ?? location
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let left = names.filter { candidate in
      guard candidate.hasPrefix(name) else { return false }
      let rest = candidate.dropFirst(name.count)
      return rest.hasPrefix(".new-") || rest.hasPrefix(".backup.new-") || rest == "-journal"
    }.sorted()
    guard !left.isEmpty else {
      return Examination.Check("leftovers", .ok, "Nothing was left behind.")
    }
    return Examination.Check(
      "leftovers", .warning,
      "A process that was stopped left behind: \(left.joined(separator: ", ")).",
      help: "Remove them when nobody makes a ledger or a backup. Never remove -wal or -shm.")
  }
}
