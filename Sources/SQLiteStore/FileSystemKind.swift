import CProcess
import Foundation
import LedgerCore

/// What a folder's files are kept on, as far as it matters to a ledger.
public struct FileSystemKind: Sendable, Equatable {
  /// How it keeps what it is given.
  public enum Keeping: Sendable, Equatable {
    /// On a disk of this machine.
    case local
    /// On another machine: locks and the shared memory of the log are not kept in common.
    case network
    /// In this machine's memory, which the next power cut empties.
    case memory
    /// By a program of a user, which may be any of these.
    case userSpace
  }

  /// Its name, such as `nfs`; its number if it is not known here.
  public var name: String
  /// How it keeps what it is given.
  public var keeping: Keeping

  /// The kind that statfs(2) gives a number.
  public init(number: UInt32) {
    let known = Self.known[number]
    name = known?.name ?? "0x" + String(number, radix: 16)
    keeping = known?.keeping ?? .local
  }

  /// The kind of the file system that a path is on.
  ///
  /// - Throws: `LedgerError` with code `inputOutput`.
  public init(of path: String) throws {
    let number = benefit_ledger_file_system(path)
    guard let number = UInt32(exactly: number) else {
      throw LedgerError(
        .inputOutput,
        "What \(maskedDigits(path)) is kept on cannot be found out: \(String(cString: strerror(errno)))."
      )
    }
    self.init(number: number)
  }

  /// The numbers of linux/magic.h and of what is not in it.
  private static let known: [UInt32: (name: String, keeping: Keeping)] = [
    0x6969: ("nfs", .network), 0x517B: ("smb", .network), 0xFF53_4D42: ("cifs", .network),
    0xFE53_4D42: ("smb2", .network), 0x5346_414F: ("afs", .network),
    0x7375_7245: ("coda", .network), 0x0102_1997: ("9p", .network), 0x00C3_6400: ("ceph", .network),
    0x0116_1970: ("gfs2", .network), 0x7461_636F: ("ocfs2", .network),
    0x0BD0_0BD0: ("lustre", .network), 0x6573_5546: ("fuse", .userSpace),
    0x0102_1994: ("tmpfs", .memory), 0x8584_58F6: ("ramfs", .memory), 0xEF53: ("ext4", .local),
    0x5846_5342: ("xfs", .local), 0x9123_683E: ("btrfs", .local), 0x2FC1_2FC1: ("zfs", .local),
    0x794C_7630: ("overlay", .local), 0xF2F5_2010: ("f2fs", .local),
  ]
}
