/// How well a name fits what was typed.
package struct FuzzyMatch: Hashable, Sendable {
  /// Higher fits better.
  package let score: Int
  /// Which characters of the name were found, counted from 0, in order.
  package let places: [Int]

  /// Every word of `query` must be found in `name`, its letters in order but not side by side:
  /// `pat op` finds "Open patient". Letters are compared without case and accents, so that `lea`
  /// finds "Léa". Starts of words and letters side by side score more. An empty query fits all.
  package init?(_ query: String, in name: String) {
    let letters = name.map(Self.folded)
    var score = 0
    var places: Set<Int> = []
    for word in query.split(separator: " ") {
      guard let found = Self.find(word.flatMap(Self.folded), in: letters) else { return nil }
      score += found.score
      places.formUnion(found.places)
    }
    // Of equal finds the shorter name is meant.
    self.score = score * 100 - letters.count
    self.places = places.sorted()
  }

  private static func folded(_ character: Character) -> [Character] {
    let plain = GlyphSet.ascii.glyphs(String(character)).map { Character($0.base) }
    // Scripts without an ASCII form are compared as they are.
    let usable = plain.isEmpty || plain.contains("?") ? [character] : plain
    return usable.flatMap { $0.lowercased() }
  }

  // Tries every place where the word could begin and keeps the best; names are short.
  private static func find(
    _ word: [Character], in letters: [[Character]]
  ) -> (score: Int, places: [Int])? {
    guard let first = word.first else { return (0, []) }
    var best: (score: Int, places: [Int])?
    for start in letters.indices where letters[start].first == first {
      guard let found = match(word, in: letters, from: start) else { continue }
      if best.map({ found.score > $0.score }) ?? true { best = found }
    }
    return best
  }

  private static func match(
    _ word: [Character], in letters: [[Character]], from start: Int
  ) -> (score: Int, places: [Int])? {
    var wanted = word[...]
    var places: [Int] = []
    var score = 0
    for index in start..<letters.count {
      guard let next = wanted.first else { break }
      guard letters[index].first == next else { continue }
      // A letter with a long fallback (ß, æ) counts as found by its beginning.
      wanted = wanted.dropFirst(common(letters[index], wanted))
      let begins =
        index == 0 || letters[index - 1].last.map { !$0.isLetter && !$0.isNumber } ?? true
      score += 1 + (begins ? 4 : 0) + (places.last == index - 1 ? 3 : 0)
      places.append(index)
    }
    return wanted.isEmpty ? (score, places) : nil
  }

  private static func common(_ a: [Character], _ b: ArraySlice<Character>) -> Int {
    zip(a, b).prefix { $0 == $1 }.count
  }
}
