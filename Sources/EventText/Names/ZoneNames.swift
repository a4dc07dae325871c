internal import Foundation

/// The time zones that this machine knows, without building their tables.
enum ZoneNames {
  /// IANA names, sorted.
  static let all = TimeZone.knownTimeZoneIdentifiers.sorted()
  private static let known = Set(all)

  /// True for an IANA name that `Zone(identifier:)` can be made of. Abbreviations such as `CST`,
  /// which mean several zones, and fixed offsets are none.
  static func isKnown(_ name: String) -> Bool {
    if known.contains(name) || name == "UTC" { return true }
    // Links and the `Etc` zones are left out of the list.
    return name.contains("/") && TimeZone(identifier: name) != nil
  }
}
