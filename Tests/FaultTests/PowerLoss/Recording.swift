import Foundation

/// What programs did to a folder, call by call, and what they said meanwhile.
struct Recording {
  /// One thing that happened.
  enum Event {
    /// A file was made.
    case create(UInt64, name: String)
    /// Bytes were written.
    case write(UInt64, offset: Int, bytes: Data)
    /// A file got another length.
    case truncate(UInt64, Int)
    /// A file's bytes were waited for.
    case sync(UInt64)
    /// The folder's names were waited for.
    case syncFolder
    /// A file got another name.
    case link(UInt64, name: String)
    /// A name went away.
    case unlink(String)
    /// Something was said on stdout.
    case said(String)
  }

  /// The files before the first event, all on the disk.
  var before: [String: (inode: UInt64, bytes: Data)]
  /// What happened, in order.
  var events: [Event] = []

  /// Notes the files of a folder as they are now.
  init(folder: String) throws {
    before = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      var state = stat()
      guard stat(path, &state) == 0 else { continue }
      before[name] = (UInt64(state.st_ino), try Data(contentsOf: URL(filePath: path)))
    }
  }

  /// Takes note of a file that was made since, and that nobody waited for.
  ///
  /// What is in it is not read: closing a file of a ledger gives up the locks of this process.
  mutating func addNew(_ name: String, in folder: String) {
    var state = stat()
    guard before[name] == nil, stat(folder + "/" + name, &state) == 0 else { return }
    precondition(state.st_size == 0, "nothing was written before the record begins")
    events.append(.create(UInt64(state.st_ino), name: name))
  }

  /// Reads what the recorder wrote.
  mutating func read(_ path: String) throws {
    let log = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    func number(_ offset: Int, _ bytes: Int) -> Int {
      (0..<bytes).reduce(0) { $0 | Int(log[offset + $1]) << (8 * $1) }
    }
    var place = 0
    while place < log.count {
      let inode = UInt64(number(place + 1, 8))
      let offset = number(place + 9, 8)
      let start = place + 21
      let bytes = log[start..<start + number(place + 17, 4)]
      let text = String(decoding: bytes, as: UTF8.self)
      switch UnicodeScalar(log[place]) {
      case "c": events.append(.create(inode, name: text))
      case "w": events.append(.write(inode, offset: offset, bytes: Data(bytes)))
      case "t": events.append(.truncate(inode, offset))
      case "s": events.append(.sync(inode))
      case "d": events.append(.syncFolder)
      case "l": events.append(.link(inode, name: text))
      case "u": events.append(.unlink(text))
      case "a": events.append(.said(text))
      default: throw Malformed(place: place)
      }
      place = start + bytes.count
    }
  }

  private struct Malformed: Error { var place: Int }
}
