import Clinical

extension FieldSpec {
  /// What stands in the field.
  ///
  /// - Parameter isTyping: true while the cursor is in it, so that a beginning is not yet a fault.
  func read(_ typed: String, isTyping: Bool, time: TimeRule) -> FieldValue {
    let text = TypedText.plain(typed)
    if text == "=" { return last?.value ?? .refused(EntryText(.nothingToRepeat)) }
    if text == "-", mayBeNotDone { return .notDone }
    switch kind {
    case .number(let rule): return rule.read(typed, isTyping: isTyping)
    case .pressure: return PressureRule.read(typed, isTyping: isTyping)
    case .choice(let options, _): return Self.choice(text, options)
    case .choices(let options): return Self.choices(text, options)
    case .text: return text.isEmpty ? .empty : .text(text)
    case .name(let rule): return rule.read(typed, isTyping: isTyping)
    case .moment: return time.moment(typed, isTyping: isTyping)
    case .date: return time.date(typed, isTyping: isTyping)
    case .until(let longest):
      return UntilRule.read(typed, isTyping: isTyping, time: time, longest: longest)
    case .duration: return DurationRule.read(typed, isTyping: isTyping)
    case .amount(let rule): return rule.read(typed, isTyping: isTyping)
    case .results: return ResultsRule.read(typed, isTyping: isTyping)
    // What the line holds stands in the fields under it.
    case .quick: return .empty
    case .line: return Self.readLine(typed, isTyping: isTyping, time: time)
    case .newSubject(let known):
      return SubjectRule.read(typed, known: known, isTyping: isTyping)
    case .exactly(let wanted):
      if text.isEmpty { return .empty }
      if text.lowercased() == wanted.lowercased() { return .text(wanted) }
      let isBeginning = wanted.lowercased().hasPrefix(text.lowercased())
      return isTyping && isBeginning ? .unfinished : .refused(EntryText(.notTheBed, text))
    }
  }

  private static func choice(_ text: String, _ options: [EntryOption]) -> FieldValue {
    guard let key = text.first else { return .empty }
    guard text.count == 1, let option = options.option(key: key) else {
      return .refused(EntryText(.noSuchKey, text, options.keys))
    }
    return .choice(option.id)
  }

  private static func choices(_ text: String, _ options: [EntryOption]) -> FieldValue {
    guard !text.isEmpty else { return .empty }
    var ids: [String] = []
    for key in text where key != " " {
      guard let option = options.option(key: key) else {
        return .refused(EntryText(.noSuchKey, String(key), options.keys))
      }
      if !ids.contains(option.id) { ids.append(option.id) }
    }
    return .choices(ids)
  }
}
