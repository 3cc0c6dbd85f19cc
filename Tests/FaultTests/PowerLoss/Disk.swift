import Foundation

/// A disk whose power goes off: what was waited for is there, of the rest anything may be.
struct Disk {
  /// How a file system keeps names.
  enum Kind: CaseIterable {
    /// Waiting for any file writes the journal, and with it all names until then.
    case ext4
    /// Names are there when the folder was waited for, and not before.
    case posix
  }

  /// A change of a file that was not waited for.
  private enum Change {
    case write(Int, Data)
    case truncate(Int)
  }

  /// A change of a name that was not waited for.
  private enum Naming {
    case make(String, UInt64)
    case remove(String)
  }

  private struct File {
    var durable = Data()
    var changes: [Change] = []
  }

  private let kind: Kind
  /// Files by a number of our own: an inode is used again when its file is gone.
  private var files: [UInt64: File] = [:]
  private var current: [UInt64: UInt64] = [:]
  private var names: [String: UInt64] = [:]
  private var namings: [Naming] = []
  private var made: UInt64 = 0
  /// The last batch that was said to be posted.
  private(set) var acknowledged = 0

  /// A disk on which everything is safe so far.
  init(_ kind: Kind, _ before: [String: (inode: UInt64, bytes: Data)]) {
    self.kind = kind
    for (name, file) in before {
      made += 1
      current[file.inode] = made
      files[made] = File(durable: file.bytes)
      names[name] = made
    }
  }

  /// Takes note of what happened next.
  mutating func add(_ event: Recording.Event) {
    switch event {
    case .create(let inode, let name):
      made += 1
      current[inode] = made
      files[made] = File()
      namings.append(.make(name, made))
    case .write(let inode, let offset, let bytes):
      if let file = current[inode] { files[file]?.changes.append(.write(offset, bytes)) }
    case .truncate(let inode, let length):
      if let file = current[inode] { files[file]?.changes.append(.truncate(length)) }
    case .sync(let inode):
      if let file = current[inode] { settle(file) }
      if kind == .ext4 { settleNames(namings.count) }
    case .syncFolder: settleNames(namings.count)
    case .link(let inode, let name):
      if let file = current[inode] { namings.append(.make(name, file)) }
    case .unlink(let name): namings.append(.remove(name))
    case .said(let text):
      for match in text.matches(of: /"batch":([0-9]+)/) {
        acknowledged = max(acknowledged, Int(match.1) ?? 0)
      }
    }
  }

  private mutating func settle(_ number: UInt64) {
    guard var file = files[number] else { return }
    for change in file.changes { Self.apply(change, to: &file.durable) }
    file.changes = []
    files[number] = file
  }

  private mutating func settleNames(_ count: Int) {
    for naming in namings.prefix(count) {
      switch naming {
      case .make(let name, let file): names[name] = file
      case .remove(let name): names[name] = nil
      }
    }
    namings.removeFirst(count)
  }

  private static func apply(_ change: Change, to bytes: inout Data) {
    switch change {
    case .truncate(let length):
      if length <= bytes.count {
        bytes = bytes.prefix(length)
      } else {
        bytes += Data(count: length - bytes.count)
      }
    case .write(let offset, let written):
      if bytes.count < offset + written.count {
        bytes += Data(count: offset + written.count - bytes.count)
      }
      bytes.replaceSubrange(offset..<offset + written.count, with: written)
    }
  }

  /// What the disk may hold if the power goes off now: one of many possibilities.
  func afterPowerLoss(_ randomness: inout SeededGenerator) -> [String: Data] {
    var disk = self
    disk.settleNames(Int.random(in: 0...namings.count, using: &randomness))
    return disk.names.mapValues { number in
      let file = files[number] ?? File()
      return Self.torn(file, &randomness)
    }
  }

  /// A file of which some unwaited changes are there, some not, some in part, some as garbage.
  private static func torn(_ file: File, _ randomness: inout SeededGenerator) -> Data {
    var bytes = file.durable
    let fate = Int.random(in: 0..<5, using: &randomness)
    if fate == 0 { return bytes }
    // As if the disk had written in order up to somewhere.
    let through = fate == 1 ? Int.random(in: 0...file.changes.count, using: &randomness) : Int.max
    for (index, change) in file.changes.enumerated() {
      switch change {
      case .truncate:
        if fate < 3 ? index < through : Bool.random(using: &randomness) {
          apply(change, to: &bytes)
        }
      case .write(let offset, let written):
        if fate < 3 {
          if index < through { apply(change, to: &bytes) }
          continue
        }
        var sector = offset - offset % 512
        while sector < offset + written.count {
          let from = max(sector, offset)
          let to = min(sector + 512, offset + written.count)
          var part = Data(written.dropFirst(from - offset).prefix(to - from))
          sector += 512
          let lot = Int.random(in: 0..<20, using: &randomness)
          if lot < 8 { continue }
          if lot == 19 && fate == 4 {
            part = Data(part.map { _ in UInt8.random(in: 0...255, using: &randomness) })
          }
          apply(.write(from, part), to: &bytes)
        }
      }
    }
    return bytes
  }
}
