/// A look in words, as theme files write it: `bold 16 on 214`, `underline`, `#ffaf00 on default`.
///
/// Attributes come first, then the colour of the text, then `on` and the colour of the ground;
/// each may be left out.
package struct LookText: Hashable, Sendable {
  package var attributes: Attributes
  package var foreground: Substring?
  package var background: Substring?

  /// Reads the words; what the colours mean is for the caller to say.
  ///
  /// - Throws: `LookTextError` with what is wrong.
  package init(_ text: String) throws(LookTextError) {
    attributes = []
    var words = text.split(separator: " ")[...]
    while let word = words.first,
      let known = Attributes.words.first(where: { $0.word == word })
    {
      guard !attributes.contains(known.attribute) else {
        throw LookTextError(problem: "says \"\(word)\" twice")
      }
      attributes.insert(known.attribute)
      words = words.dropFirst()
    }
    if let word = words.first, word != "on" {
      foreground = word
      words = words.dropFirst()
    }
    if words.first == "on" {
      words = words.dropFirst()
      guard let word = words.first else {
        throw LookTextError(problem: "says \"on\" without a colour after it")
      }
      background = word
      words = words.dropFirst()
    }
    guard let rest = words.first else { return }
    throw LookTextError(problem: "has \"\(rest)\" where nothing more is expected")
  }

  /// A colour by number, 0 to 255, or as `#rrggbb`; `nil` for `default`, the terminal's own.
  package static func colour(_ word: Substring) throws(LookTextError) -> Colour? {
    if word == "default" { return nil }
    if let index = UInt8(word), !word.hasPrefix("+") { return .index(index) }
    if let colour = Colour(hex: String(word)) { return colour }
    throw LookTextError(
      problem: "has \"\(word)\" for a colour; write a number from 0 to 255, #rrggbb or default")
  }

  /// One of the sixteen basic colours; `nil` for `default`.
  package static func basic(_ word: Substring) throws(LookTextError) -> BasicColour? {
    if word == "default" { return nil }
    if let colour = BasicColour(rawValue: String(word)) { return colour }
    let known = BasicColour.allCases.map(\.rawValue).joined(separator: ", ")
    throw LookTextError(problem: "has \"\(word)\" for a colour; write \(known) or default")
  }
}

/// What is wrong with a look in words.
package struct LookTextError: Error, Hashable, Sendable {
  package let problem: String
}
