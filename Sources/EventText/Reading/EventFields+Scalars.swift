internal import Clinical

extension EventFields {
  /// A text on one line: no control character in it. Blank is not recorded.
  func line(_ field: Field) throws(Refusal) -> String? {
    guard let node = node(field) else { return nil }
    return try text(node, field.name, lines: false)
  }

  /// A text that may run over several lines. Blank is not recorded.
  func prose(_ field: Field) throws(Refusal) -> String? {
    guard let node = node(field) else { return nil }
    return try text(node, field.name, lines: true)
  }

  /// The text at a node, by the rules of `line` or `prose`.
  func text(_ node: Int, _ path: String, lines: Bool) throws(Refusal) -> String? {
    guard text.nodes[node].kind.isString else {
      throw ScalarRules.notAText(path, describe(node))
    }
    let bytes = text.content(node)
    var isBlank = true
    var isPlain = true
    for byte in bytes {
      if byte > 0x20 { isBlank = false }
      if byte < 0x20 || byte >= 0x7F { isPlain = false }
    }
    if isBlank, isPlain { return nil }
    let written = String(decoding: bytes, as: UTF8.self)
    if isPlain { return written }
    try refuseControls(in: written, path, lines: lines)
    return isBlank ? nil : written
  }

  /// Refuses characters that a terminal, a table or another system would obey.
  func refuseControls(in written: String, _ path: String, lines: Bool) throws(Refusal) {
    try ScalarRules.refuseControls(in: written, path, lines: lines)
  }

  func flag(_ field: Field) throws(Refusal) -> Bool? {
    guard let node = node(field) else { return nil }
    switch text.nodes[node].kind {
    case .yes: return true
    case .no: return false
    default:
      throw ScalarRules.notAFlag(field.name, describe(node))
    }
  }

  /// A whole number within limits, both allowed.
  func whole(_ field: Field, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
    guard let node = node(field) else { return nil }
    return try whole(node, field.name, range)
  }

  func whole(_ node: Int, _ path: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int {
    if text.nodes[node].kind.isNumber, let whole = text.number(node).whole, range.contains(whole) {
      return whole
    }
    throw notWhole(node, path, range)
  }

  private func notWhole(_ node: Int, _ path: String, _ range: ClosedRange<Int>) -> Refusal {
    guard text.nodes[node].kind.isNumber else {
      return ScalarRules.notANumber(
        path, describe(node), range, isText: text.nodes[node].kind.isString)
    }
    let number = text.number(node)
    return ScalarRules.outside(path, "\(number)", isWhole: number.whole != nil, range)
  }

  /// One of the words that the field takes.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ field: Field, _: Word.Type = Word.self
  ) throws(Refusal) -> Word? {
    guard let node = node(field) else { return nil }
    return try word(node, field.name)
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: Int, _ path: String
  ) throws(Refusal) -> Word {
    if text.nodes[node].kind.isString, let word = Word(rawValue: text.string(node)) { return word }
    throw notAWord(node, path, of: Word.allCases.map(\.rawValue))
  }

  private func notAWord(_ node: Int, _ path: String, of words: [String]) -> Refusal {
    text.nodes[node].kind.isString
      ? ScalarRules.unknownWord(path, text.string(node), of: words)
      : ScalarRules.notAWord(path, describe(node), of: words)
  }

  /// A list of texts, each on one line.
  func lines(_ field: Field) throws(Refusal) -> [String] {
    guard let node = node(field) else { return [] }
    guard text.nodes[node].kind == .array else {
      throw ScalarRules.notAList(field.name, describe(node))
    }
    var lines: [String] = []
    for (n, element) in text.elements(of: node).enumerated() {
      if let line = try text(element, "\(field.name)[\(n)]", lines: false) { lines.append(line) }
    }
    return lines
  }

  func eventID(_ field: Field) throws(Refusal) -> EventID? {
    guard let node = node(field) else { return nil }
    guard text.nodes[node].kind.isString,
      let id = EventID(utf8: text.content(node))
    else {
      throw refusal(
        field, "\(describe(node)) is not an id",
        remedy: "write the UUID of an event, e.g. \"0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d\"")
    }
    return id
  }

  func moment(_ field: Field) throws(Refusal) -> Instant? {
    guard let node = node(field) else { return nil }
    let text = try timeText(field, node)
    do {
      return try Timestamp.moment(text).instant
    } catch {
      throw refusal(field, error.problem, remedy: error.remedy)
    }
  }

  /// A moment, or a date alone.
  func time(_ field: Field) throws(Refusal) -> EventTime? {
    guard let node = node(field) else { return nil }
    let text = try timeText(field, node)
    do {
      return try Timestamp.time(text)
    } catch {
      throw refusal(field, error.problem, remedy: error.remedy)
    }
  }

  func date(_ field: Field) throws(Refusal) -> CalendarDate? {
    guard let node = node(field) else { return nil }
    let text = try timeText(field, node)
    do {
      return try Timestamp.date(text)
    } catch {
      throw refusal(field, error.problem, remedy: error.remedy)
    }
  }

  private func timeText(_ field: Field, _ node: Int) throws(Refusal) -> ArraySlice<UInt8> {
    guard text.nodes[node].kind.isString else {
      throw ScalarRules.notATime(field.name, describe(node))
    }
    return text.content(node)
  }
}
