/// What a text, a word and a number must be, wherever one stands: in an event, in a line that is no
/// event, in an object inside of either.
enum ScalarRules {
  /// Refuses characters that a terminal, a table or another system would obey.
  static func refuseControls(in written: String, _ path: String, lines: Bool) throws(Refusal) {
    for scalar in written.unicodeScalars where OneLine.refuses(scalar) {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}":
        if lines { continue }
      default: break
      }
      throw Refusal(
        field: path,
        problem: "a control character (\(Echo.code(scalar.value))) stands in the text",
        remedy: lines ? "leave it out" : "write the text on one line, without it")
    }
  }

  /// - Parameter described: what stands there, in words.
  static func notAText(_ path: String, _ described: String) -> Refusal {
    Refusal(
      field: path, problem: "\(described) stands where a text belongs",
      remedy: "write it in double quotes")
  }

  static func notAFlag(_ path: String, _ described: String) -> Refusal {
    Refusal(
      field: path, problem: "\(described) stands where true or false belongs",
      remedy: "write true or false, without quotes")
  }

  static func notAList(_ path: String, _ described: String) -> Refusal {
    Refusal(
      field: path, problem: "\(described) stands where a list belongs",
      remedy: "write it as [\"…\", \"…\"]")
  }

  static func notATime(_ path: String, _ described: String) -> Refusal {
    Refusal(
      field: path, problem: "\(described) stands where a time belongs",
      remedy: "write it as \"2026-03-06T04:10:00+08:00\"")
  }

  static func unknownWord(_ path: String, _ written: String, of words: [String]) -> Refusal {
    Refusal(
      field: path, problem: "\(Echo.quoted(written)) is not one of its words",
      remedy: "write \(Prose.list(words))", nearest: NearestName.of(written, in: words))
  }

  static func notAWord(_ path: String, _ described: String, of words: [String]) -> Refusal {
    Refusal(
      field: path, problem: "\(described) stands where a word belongs",
      remedy: "write \(Prose.list(words.map { "\"\($0)\"" }))")
  }

  /// - Parameter isText: a number in quotes is told apart.
  static func notANumber(
    _ path: String, _ described: String, _ range: ClosedRange<Int>, isText: Bool
  ) -> Refusal {
    Refusal(
      field: path, problem: "\(described) stands where a whole number belongs",
      remedy: "write \(span(range))" + (isText ? ", without quotes" : ""))
  }

  static func outside(
    _ path: String, _ number: String, isWhole: Bool, _ range: ClosedRange<Int>
  ) -> Refusal {
    guard isWhole else {
      return Refusal(
        field: path, problem: "\(number) is not a whole number", remedy: "write \(span(range))")
    }
    return Refusal(
      field: path,
      problem:
        "\(number) cannot be true; possible are \(range.lowerBound) to \(range.upperBound)",
      remedy: "check the value; nothing of this event was taken")
  }

  private static func span(_ range: ClosedRange<Int>) -> String {
    "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }
}

extension JSONValue {
  /// What it is, in words, as refusals say it.
  var described: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): "the number \(number)"
    case .string(let text): "the text \(Echo.quoted(text))"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
