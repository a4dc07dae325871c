package import Clinical

/// The members of a line that is no event, found by their names; `null` is the same as leaving a
/// member out. Everything that is wrong is refused by the path of the field.
package struct ObjectFields {
  private let path: String
  private var members: [String: JSONValue] = [:]

  /// - Parameters:
  ///   - path: where the object stands in its line; empty for the line itself.
  ///   - known: names that may stand in it.
  package init(_ value: JSONValue, at path: String = "", known: [String]) throws(Refusal) {
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

  package func refusal(
    _ name: String, _ problem: String, _ remedy: String? = nil, nearest: String? = nil
  )
    -> Refusal
  {
    Refusal(field: Self.join(path, name), problem: problem, remedy: remedy, nearest: nearest)
  }

  package func has(_ name: String) -> Bool { members[name] != nil }

  func value(_ name: String) -> JSONValue? { members[name] }

  /// Whatever stands there, as a tree; its texts may run over several lines.
  func tree(_ name: String) throws(Refusal) -> SettingValue? {
    guard let value = members[name] else { return nil }
    return try SettingValue(value, Self.join(path, name))
  }

  /// A text on one line; blank is not there.
  package func optionalText(_ name: String) throws(Refusal) -> String? {
    guard let value = members[name] else { return nil }
    return try Self.line(value, Self.join(path, name))
  }

  package func text(_ name: String, e example: String) throws(Refusal) -> String {
    guard let text = try optionalText(name) else {
      throw refusal(name, "it is missing", "write it, e.g. \"\(name)\": \"\(example)\"")
    }
    return text
  }

  /// A list of texts; not there is empty.
  package func texts(_ name: String) throws(Refusal) -> [String] {
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

  package func requiredTexts(_ name: String) throws(Refusal) -> [String] {
    let texts = try texts(name)
    guard !texts.isEmpty else {
      throw refusal(name, "it is missing", "write it as [\"…\", \"…\"]")
    }
    return texts
  }

  /// The objects of a list, each with its place.
  package func objects(_ name: String) throws(Refusal) -> [(value: JSONValue, place: String)] {
    try elements(name).enumerated().map { ($0.element, "\(Self.join(path, name))[\($0.offset)]") }
  }

  package func moment(_ name: String) throws(Refusal) -> Instant {
    guard let moment = try optionalMoment(name) else {
      throw refusal(name, "it is missing", "write it as \"2026-03-06T04:10:00+08:00\"")
    }
    return moment
  }

  package func optionalMoment(_ name: String) throws(Refusal) -> Instant? {
    guard let value = members[name] else { return nil }
    guard case .string(let text) = value else {
      throw ScalarRules.notATime(Self.join(path, name), value.described)
    }
    do throws(Timestamp.Problem) {
      return try Timestamp.moment(text).instant
    } catch {
      throw refusal(name, error.problem, error.remedy)
    }
  }

  package func whole(_ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
    guard let value = members[name] else { return nil }
    guard case .number(let number) = value else {
      let isText = if case .string = value { true } else { false }
      throw ScalarRules.notANumber(Self.join(path, name), value.described, range, isText: isText)
    }
    guard let whole = number.whole, range.contains(whole) else {
      throw ScalarRules.outside(
        Self.join(path, name), "\(number)", isWhole: number.whole != nil, range)
    }
    return whole
  }

  package func flag(_ name: String) throws(Refusal) -> Bool {
    guard let value = members[name] else {
      throw refusal(name, "it is missing", "write true or false, without quotes")
    }
    guard case .bool(let flag) = value else {
      throw ScalarRules.notAFlag(Self.join(path, name), value.described)
    }
    return flag
  }

  package func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, _: Word.Type = Word.self
  ) throws(Refusal) -> Word? {
    guard let value = members[name] else { return nil }
    guard case .string(let text) = value else {
      throw ScalarRules.notAWord(
        Self.join(path, name), value.described, of: Word.allCases.map(\.rawValue))
    }
    return try Self.word(text, Self.join(path, name))
  }

  package func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, _: Word.Type = Word.self
  ) throws(Refusal) -> Word {
    guard let word = try word(name, Word.self) else {
      throw refusal(name, "it is missing", "write \(Prose.list(Word.allCases.map(\.rawValue)))")
    }
    return word
  }

  /// A grade as a learner gives it: 0 to 5, or the word that says that there is none.
  package func grade(_ name: String) throws(Refusal) -> GivenGrade? {
    guard let value = members[name] else { return nil }
    if case .number(let number) = value, let whole = number.whole, (0...5).contains(whole) {
      return .grade(whole)
    }
    if value == .string(GivenGrade.notGradableWord) { return .notGradable }
    throw refusal(name, "it is no grade", "write 0 to 5, or \"\(GivenGrade.notGradableWord)\"")
  }

  package static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ place: String
  ) throws(Refusal) -> Word {
    if let word = Word(rawValue: text) { return word }
    throw ScalarRules.unknownWord(place, text, of: Word.allCases.map(\.rawValue))
  }

  private func elements(_ name: String) throws(Refusal) -> [JSONValue] {
    guard let value = members[name] else { return [] }
    guard case .array(let elements) = value else {
      throw ScalarRules.notAList(Self.join(path, name), value.described)
    }
    return elements
  }

  private static func line(_ value: JSONValue, _ place: String) throws(Refusal) -> String? {
    guard case .string(let text) = value else {
      throw ScalarRules.notAText(place, value.described)
    }
    try ScalarRules.refuseControls(in: text, place, lines: false)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }
}

extension SettingValue {
  /// - Throws: a refusal for a control character, which names the place.
  package init(_ value: JSONValue, _ path: String) throws(Refusal) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .flag(flag)
    case .number(let number): self = .number(number)
    case .string(let text):
      try ScalarRules.refuseControls(in: text, path, lines: true)
      self = .text(text)
    case .array(let elements):
      var list: [SettingValue] = []
      for (n, element) in elements.enumerated() {
        list.append(try SettingValue(element, "\(path)[\(n)]"))
      }
      self = .list(list)
    case .object(let members):
      var fields: [String: SettingValue] = [:]
      for member in members {
        let inner = "\(path).\(Echo.cut(member.name))"
        try ScalarRules.refuseControls(in: member.name, inner, lines: false)
        // Two spellings of one name, composed and decomposed, are one name here.
        guard fields[member.name] == nil else {
          throw Refusal(field: inner, problem: "it stands twice")
        }
        fields[member.name] = try SettingValue(member.value, inner)
      }
      self = .fields(fields)
    }
  }
}
