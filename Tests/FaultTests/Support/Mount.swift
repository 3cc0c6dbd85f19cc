import Foundation
import TestSupport
import Testing

/// A file system of a test's own.
final class Mount {
  /// Where it is mounted.
  let folder: String

  private init(_ folder: String) { self.folder = folder }

  deinit { _ = try? Self.shell("umount -l '\(folder)'") }

  /// A disk in memory; nil at a desk where mounting is not permitted.
  static func memory(in parent: String, megabytes: Int) throws -> Mount? {
    let folder = parent + "/disk"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard try shell("mount -t tmpfs -o mode=700,size=\(megabytes)m tmpfs '\(folder)'") == 0 else {
      try #require(!Faults.isContinuousIntegration, "CI must be able to mount a tmpfs")
      print("Skipped: mounting is not permitted here.")
      return nil
    }
    return Mount(folder)
  }

  /// A real ext4 in a file; nil where that is not permitted.
  static func ext4(in parent: String, image: String) throws -> Mount? {
    let folder = parent + "/disk"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let made = try shell(
      """
      PATH="$PATH:/usr/sbin:/sbin"
      test -e '\(image)' || { truncate -s 48M '\(image)' && mkfs.ext4 -q '\(image)'; } &&
      mount -o loop '\(image)' '\(folder)' && chmod 700 '\(folder)'
      """)
    guard made == 0 else {
      print("Skipped: an ext4 in a file cannot be mounted here.")
      return nil
    }
    return Mount(folder)
  }

  /// Mounts it anew with other options.
  func remount(_ options: String) throws {
    #expect(try Self.shell("mount -o 'remount,\(options)' '\(folder)'") == 0, "\(options)")
  }

  /// Takes it away.
  func unmount() throws {
    for _ in 0..<1_500 {
      if try Self.shell("umount '\(folder)'") == 0 { return }
      usleep(20_000)
    }
    Issue.record("\(folder) cannot be unmounted")
  }

  private static func shell(_ command: String) throws -> Int32 {
    try runProgram("/bin/sh", ["-c", command], in: URL(filePath: "/")).exit
  }
}
