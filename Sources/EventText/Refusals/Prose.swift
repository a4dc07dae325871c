/// Lists as a sentence has them.
enum Prose {
  /// `a`, `a or b`, `a, b or c`.
  static func list(_ words: [String], _ conjunction: String = "or") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
