import Clinical
import EventText

/// The members of a line that is no event, found by their names; `null` is the same as leaving a
/// member out. Everything that is wrong is refused by the path of the field.
struct ObjectFields {
  private let path: String
  private var members: [String: JSONValue] = [:]

  /// - Parameters:
  ///   - path: where the object stands in its line; empty for the line itself.
  ///   - known: names that may stand in it.
  init(_ value: JSONValue, at path: String = "", known: [String]) throws(Refusal) {
    self.path = path
    guard case .object(let written) = value else {
      throw Refusal(
        field: path.isEmpty ? nil : path, problem: "it is not an object",
        remedy: "write it as {\"\(known.first ?? "id")\": …}")
    }
    for member in written {
      guard known.contains(member.name) else {
        throw Refusal(
          field: Self.join(path, member.name), problem: "there is no such field here",
          nearest: NearestName.of(member.name, in: known))
      }
      if member.value != .null { members[member.name] = member.value }
    }
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  func refusal(_ name: String, _ problem: String, _ remedy: String? = nil, nearest: String? = nil)
    -> Refusal
  {
    Refusal(field: Self.join(path, name), problem: problem, remedy: remedy, nearest: nearest)
  }

  func has(_ name: String) -> Bool { members[name] != nil }

  /// A text on one line; blank is not there.
  func optionalText(_ name: String) throws(Refusal) -> String? {
    guard let value = members[name] else { return nil }
    return try Self.line(value, Self.join(path, name))
  }

  func text(_ name: String, e example: String) throws(Refusal) -> String {
    guard let text = try optionalText(name) else {
      throw refusal(name, "it is missing", "write it, e.g. \"\(name)\": \"\(example)\"")
    }
    return text
  }

  /// A list of texts; not there is empty.
  func texts(_ name: String) throws(Refusal) -> [String] {
    var texts: [String] = []
    for (n, element) in try elements(name).enumerated() {
      let place = "\(Self.join(path, name))[\(n)]"
      guard let text = try Self.line(element, place) else {
        throw Refusal(field: place, problem: "it is blank", remedy: "write it or leave it out")
      }
      texts.append(text)
    }
    return texts
  }

  func requiredTexts(_ name: String) throws(Refusal) -> [String] {
    let texts = try texts(name)
    guard !texts.isEmpty else {
      throw refusal(name, "it is missing", "write it as [\"…\", \"…\"]")
    }
    return texts
  }

  /// The objects of a list, each with its place.
  func objects(_ name: String) throws(Refusal) -> [(value: JSONValue, place: String)] {
    try elements(name).enumerated().map { ($0.element, "\(Self.join(path, name))[\($0.offset)]") }
  }

  func moment(_ name: String) throws(Refusal) -> Instant {
    guard let moment = try optionalMoment(name) else {
      throw refusal(name, "it is missing", "write it as \"2026-03-06T04:10:00+08:00\"")
    }
    return moment
  }

  func optionalMoment(_ name: String) throws(Refusal) -> Instant? {
    guard let value = members[name] else { return nil }
    guard case .string(let text) = value else {
      throw refusal(
        name, "no text stands where a time belongs", "write it as \"2026-03-06T04:10:00+08:00\"")
    }
    do throws(Timestamp.Problem) {
      return try Timestamp.moment(text).instant
    } catch {
      throw refusal(name, error.problem, error.remedy)
    }
  }

  func whole(_ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
    guard let value = members[name] else { return nil }
    guard case .number(let number) = value, let whole = number.whole, range.contains(whole) else {
      throw refusal(
        name, "it is no whole number from \(range.lowerBound) to \(range.upperBound)",
        "write one, without quotes")
    }
    return whole
  }

  func flag(_ name: String) throws(Refusal) -> Bool {
    guard let value = members[name] else {
      throw refusal(name, "it is missing", "write true or false, without quotes")
    }
    guard case .bool(let flag) = value else {
      throw refusal(name, "it is neither true nor false", "write true or false, without quotes")
    }
    return flag
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, _: Word.Type = Word.self
  ) throws(Refusal) -> Word? {
    guard let text = try optionalText(name) else { return nil }
    return try Self.word(text, Self.join(path, name))
  }

  func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, _: Word.Type = Word.self
  ) throws(Refusal) -> Word {
    guard let word = try word(name, Word.self) else {
      throw refusal(name, "it is missing", "write \(Self.list(Word.allCases.map(\.rawValue)))")
    }
    return word
  }

  /// A grade as a learner gives it: 0 to 5, or the word that says that there is none.
  func grade(_ name: String) throws(Refusal) -> GivenGrade? {
    guard let value = members[name] else { return nil }
    if case .number(let number) = value, let whole = number.whole, (0...5).contains(whole) {
      return .grade(whole)
    }
    if value == .string(GivenGrade.notGradableWord) { return .notGradable }
    throw refusal(name, "it is no grade", "write 0 to 5, or \"\(GivenGrade.notGradableWord)\"")
  }

  static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ place: String
  ) throws(Refusal) -> Word {
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw Refusal(
      field: place, problem: "\"\(text)\" is not one of its words", remedy: "write \(list(words))",
      nearest: NearestName.of(text, in: words))
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined()
      : words.dropLast().joined(separator: ", ") + " or "
        + (words.last ?? "")
  }

  private func elements(_ name: String) throws(Refusal) -> [JSONValue] {
    guard let value = members[name] else { return [] }
    guard case .array(let elements) = value else {
      throw refusal(name, "it is no list", "write it as […, …]")
    }
    return elements
  }

  private static func line(_ value: JSONValue, _ place: String) throws(Refusal) -> String? {
    guard case .string(let text) = value else {
      throw Refusal(
        field: place, problem: "no text stands where a text belongs",
        remedy: "write it in double quotes")
    }
    guard !text.unicodeScalars.contains(where: OneLine.refuses) else {
      throw Refusal(
        field: place, problem: "a control character stands in the text",
        remedy: "write the text on one line, without it")
    }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }
}
