/// What a ward has set for its screens.
package enum ConsoleSettings {
  /// Minutes without a key after which a console covers names and values; 0 never.
  package static let coverAfterName = "console.coverAfter"
  package static let standardCoverAfter = 5

  package static let names = [coverAfterName]

  private static let minutes = 0...240

  /// The minutes in force by the ward's events at `t`.
  package static func coverAfter(of ward: [Event], at t: Instant, zone: Zone) -> Int {
    var minutes = standardCoverAfter
    for fact in Course(ward, zone: zone).facts where fact.key.at <= t {
      if case .setting(let setting) = fact.event.content, fact.event.patient == nil,
        let set = coverAfter(setting)
      {
        minutes = set
      }
    }
    return minutes
  }

  /// The minutes that a setting asks for; `nil` for one of another name.
  package static func coverAfter(_ setting: Setting) -> Int? {
    guard setting.name == coverAfterName else { return nil }
    if case .number(let number) = setting.value, let whole = number.whole, minutes.contains(whole) {
      return whole
    }
    return standardCoverAfter
  }

  /// What is wrong with a setting's value, with what would be right; `nil` when nothing is or the
  /// name is another room's.
  package static func problem(with setting: Setting) -> String? {
    guard setting.name == coverAfterName, setting.value != .null else { return nil }
    if case .number(let number) = setting.value, let whole = number.whole, minutes.contains(whole) {
      return nil
    }
    return "\(coverAfterName) takes minutes, 0 to \(minutes.upperBound), 0 for never,"
      + " or null for the default"
  }
}
