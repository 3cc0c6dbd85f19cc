import Foundation
import LedgerCore

/// The only clock of the engine.
public enum VietnamClock {
  /// Today in Vietnam (UTC+7).
  public static func today() -> CivilDate {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    guard let date = CivilDate(vietnamAtUnixSeconds: Int64(now.tv_sec)) else {
      preconditionFailure("the clock is outside the years 1900 to 2199")
    }
    return date
  }
}

/// Who is using the program, as the operating system says.
public enum UserName {
  /// The login name of the user, or the number if there is no name.
  public static var current: String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
      return String(getuid())
    }
    return String(cString: name)
  }
}
