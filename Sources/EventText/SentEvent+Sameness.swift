internal import Clinical

extension SentEvent {
  /// How what two lines of one id say compares.
  enum Sameness {
    /// Nothing more than the other one.
    case same
    /// The same, with more of what a store fills in.
    case fuller
    case other
  }

  /// Compares with another event of the same id, as contract 1.1 has it: what a store adds (`id`,
  /// `recordedAt`, `by`, `role`, `source`) never makes the content different, so that an export
  /// beside the file that it came from says the same.
  func sameness(with other: SentEvent) -> Sameness {
    if contentHash == other.contentHash { return .same }
    if extends(other) { return .fuller }
    return other.extends(self) ? .same : .other
  }

  // True when the other one, with what a store adds to it, is this one.
  private func extends(_ other: SentEvent) -> Bool {
    guard let own = try? JSONParser.parse(line), let theirs = try? JSONParser.parse(other.line)
    else { return false }
    let object = own.value()
    let added = ["by", "id", "recordedAt", "role"].compactMap { name in
      if case .string(let text) = object[name] { (name: name, text: text) } else { nil }
    }
    return theirs.canonical(omitting: theirs.source, adding: added)
      == own.canonical(omitting: own.source)
  }
}
