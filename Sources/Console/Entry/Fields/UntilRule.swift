import Clinical

/// How a field reads until when: minutes as `30` or `30m`, hours as `2h`, or a clock time that is
/// still to come, `15:30`.
enum UntilRule {
  static func read(
    _ typed: String, isTyping: Bool, time: TimeRule, longest: TimeSpan
  ) -> FieldValue {
    let text = TypedText.plain(typed).lowercased()
    guard !text.isEmpty else { return .empty }
    guard let found = moment(text, time) else {
      let mayBecome =
        text.count < 6 && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ":") }
      return isTyping && mayBecome ? .unfinished : .refused(EntryText(.notUntil, text))
    }
    guard found > time.now, found <= time.now + longest else {
      return isTyping && text.count < 5
        ? .unfinished
        : .refused(EntryText(.untilTooFar, text, "\(longest.wholeMinutes / 60)"))
    }
    return .moment(found)
  }

  private static func moment(_ text: String, _ time: TimeRule) -> Instant? {
    if let minutes = whole(text.hasSuffix("m") ? text.dropLast() : text[...]) {
      return time.now + .minutes(Int64(minutes))
    }
    if text.hasSuffix("h"), let hours = whole(text.dropLast()) {
      return time.now + .hours(Int64(hours))
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let hour = whole(parts[0]), hour < 24,
      let minute = whole(parts[1]), minute < 60
    else { return nil }
    let today = time.zone.dayNumber(of: time.now)
    // A clock time that is past today means tomorrow.
    return [today, today + 1].compactMap { day in
      time.zone.instant(CalendarDate(dayNumber: day), secondOfDay: (hour * 60 + minute) * 60)
    }.first { $0 > time.now }
  }

  private static func whole(_ text: Substring) -> Int? {
    guard (1...4).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(text)
  }
}
