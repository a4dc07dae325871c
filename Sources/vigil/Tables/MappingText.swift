import Clinical
import EventText

/// Writes a mapping as TOML.
enum MappingText {
  /// Scalars and lists first, then the tables, each in the order given.
  ///
  /// - Parameter mapping: an object of texts, whole numbers, lists of texts, and tables of these.
  static func toml(_ mapping: JSONValue) -> String {
    var lines = ["# What the columns of a table mean: vigil import --mapping, or the console."]
    guard case .object(let members) = mapping else { return "" }
    for member in members {
      if let text = value(member.value) { lines.append("\(key(member.name)) = \(text)") }
    }
    for member in members {
      guard case .object(let entries) = member.value else { continue }
      // Texts by name in one table; what has values of its own in one each.
      let texts = entries.filter { value($0.value) != nil }
      if !texts.isEmpty {
        lines += ["", "[\(key(member.name))]"]
        for entry in texts { lines.append("\(key(entry.name)) = \(value(entry.value) ?? "")") }
      }
      for entry in entries {
        guard case .object(let own) = entry.value else { continue }
        lines += ["", "[\(key(member.name)).\(key(entry.name))]"]
        for part in own {
          if let text = value(part.value) { lines.append("\(key(part.name)) = \(text)") }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func value(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): quoted(text)
    case .number(let number): number.description
    case .bool(let flag): flag ? "true" : "false"
    case .array(let elements): "[" + elements.compactMap(Self.value).joined(separator: ", ") + "]"
    case .object, .null: nil
    }
  }

  private static func key(_ name: String) -> String {
    let isBare =
      !name.isEmpty
      && name.utf8.allSatisfy {
        (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0) || $0 == 95
          || $0 == 45
      }
    return isBare ? name : quoted(name)
  }

  // A basic string of TOML 1.0.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
