import Clinical
import EventText

/// A moment given as an argument.
enum TimeArgument {
  /// Reads RFC 3339 with an offset; `nil` for an option that was not given.
  static func read(_ text: String?, _ option: String) throws -> Instant? {
    guard let text else { return nil }
    do throws(Timestamp.Problem) {
      return try Timestamp.moment(text).instant
    } catch {
      throw Failure.usage("\(option): \(error.problem); \(error.remedy)")
    }
  }
}

/// A zone given as an argument.
enum ZoneArgument {
  /// Reads an IANA name, or an offset such as `+08:00`; `nil` for an option that was not given.
  static func read(_ text: String?, _ option: String = "--time-zone") throws -> Zone? {
    try text.map { try read(of: $0, option) }
  }

  static func read(of text: String, _ option: String = "--time-zone") throws -> Zone {
    // The offset of a moment written with it: one rule for what an offset is.
    if text.hasPrefix("+") || text.hasPrefix("-") || text == "Z",
      let moment = try? Timestamp.moment("2000-01-01T00:00\(text)")
    {
      return Zone(fixedOffset: moment.utcOffset)
    }
    guard let zone = Zone(identifier: text) else {
      throw Failure.usage(
        "\(option): this machine knows no zone \"\(text)\"; write an IANA name such as Asia/Shanghai, or an offset such as +08:00"
      )
    }
    return zone
  }
}
