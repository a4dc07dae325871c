import Clinical

/// How a field reads the id of a patient who is not in the record yet.
enum SubjectRule {
  /// - Parameter known: the ids that there are; one that differs from them by case, spaces or signs
  ///   alone is theirs, mistyped.
  static func read(_ typed: String, known: Set<PatientID>, isTyping: Bool) -> FieldValue {
    let text = TypedText.plain(typed)
    guard !text.isEmpty else { return .empty }
    guard let id = PatientID(text) else { return .refused(EntryText(.notAnID)) }
    if isTyping { return .text(id.text) }
    if known.contains(id) { return .refused(EntryText(.idTaken, text)) }
    let folded = SimilarNames.folded(text)
    if !folded.isEmpty,
      let other = known.sorted().first(where: { SimilarNames.folded($0.text) == folded })
    {
      return .refused(EntryText(.idNearest, text, other.text))
    }
    return .text(id.text)
  }
}
