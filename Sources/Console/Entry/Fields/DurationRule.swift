import Clinical

/// How a field reads a length of time: `45` or `45s` seconds, `3m` minutes, `2:30` minutes and
/// seconds.
enum DurationRule {
  static func read(_ typed: String, isTyping: Bool) -> FieldValue {
    let text = TypedText.plain(typed).lowercased()
    guard !text.isEmpty else { return .empty }
    if let seconds = seconds(text) {
      guard seconds <= 604_800 else { return .refused(EntryText(.notADuration, text)) }
      return .number(DecimalNumber(seconds), nil)
    }
    let mayBecome = text.count < 8 && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ":") }
    return isTyping && mayBecome ? .unfinished : .refused(EntryText(.notADuration, text))
  }

  private static func seconds(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let minutes = whole(parts[0]), parts[1].count == 2, let rest = whole(parts[1]),
        rest < 60
      else { return nil }
      return minutes * 60 + rest
    }
    if text.hasSuffix("m") || text.hasSuffix("min") {
      return whole(text.prefix { $0 != "m" }).map { $0 * 60 }
    }
    return whole(text.hasSuffix("s") ? text.dropLast() : text[...])
  }

  private static func whole(_ text: Substring) -> Int? {
    guard (1...6).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(text)
  }
}
