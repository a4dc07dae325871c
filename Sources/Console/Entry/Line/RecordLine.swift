package import Clinical

/// One line of words made into events: `t 38.4 bp 92/50 o2 nc 4`, `toci 480`, `ne start 0.08`,
/// `ice 8` (contract 2, `vigil record`).
///
/// The palette and the command share it. Nothing is guessed: a word that is not understood refuses
/// the line and is named.
package struct RecordLine: Sendable, Hashable {
  /// In the order of the words; all values of vital signs make one round.
  package let contents: [Content]
  /// The time that the line says; `nil` for now.
  package let at: Instant?

  /// Why a line is not understood.
  package struct Problem: Error, Hashable, Sendable {
    package let text: EntryText
    /// The word that is to blame.
    package let word: String
    /// True where no word of that name is known, so that the nearest helps.
    package var isUnknownWord = false
  }

  /// The words that begin something, for help and the nearest of a misspelt one.
  package static let keywords = [
    "t", "temp", "hr", "pulse", "bp", "map", "rr", "spo2", "o2", "ice", "capd", "loc", "bolus",
    "lab",
    "note", "at",
  ]

  /// Names of drugs and agents that begin something as well.
  package static var names: [String] { VasoactiveAgent.knownNames + DrugTable.knownNames }

  package init(contents: [Content], at: Instant?) {
    self.contents = contents
    self.at = at
  }

  /// Reads a line.
  ///
  /// - Throws: `Problem` for the first word that is not understood, or that cannot be true.
  package init(_ text: String, now: Instant, zone: Zone) throws(Problem) {
    try self.init(
      TypedText.plain(text).split(separator: " ").map(String.init), now: now, zone: zone)
  }

  /// Reads words, as a shell gives them.
  package init(_ words: [String], now: Instant, zone: Zone) throws(Problem) {
    var reader = LineReader(words, time: TimeRule(now: now, zone: zone))
    try reader.readAll()
    guard !reader.contents.isEmpty else {
      throw Problem(text: EntryText(.nothingEntered), word: "")
    }
    contents = reader.contents
    at = reader.at
  }
}
