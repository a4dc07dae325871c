/// The set of signs that a terminal can show.
package enum GlyphSet: String, Sendable, CaseIterable {
  case unicode
  /// For terminals without UTF-8, and for those that draw ambiguous signs two cells wide.
  case ascii

  /// The text as glyphs, safe to draw on one line.
  ///
  /// What would act on the terminal, hide or reorder text is spelled out: `^[` for an escape,
  /// `<U+202E>` for a reversing override. In the ASCII set letters lose their marks, signs become
  /// words or strokes (`≥` is `>=`) and other scripts `?` for each cell. All this happens before
  /// anything is measured, so that a fallback never runs over its column.
  package func glyphs(_ text: String) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    var afterDegree = false
    for scalar in text.unicodeScalars {
      // `°C` and `°F` read as C and F; a lone degree sign keeps its word.
      if afterDegree, scalar == "C" || scalar == "F" { glyphs.removeLast(3) }
      afterDegree = self == .ascii && scalar == "°"
      if scalar.value >= 0x20, scalar.value < 0x7F {
        glyphs.append(Glyph(safe: scalar, width: 1))
        continue
      }
      switch ScalarWidth.of(scalar) {
      case .cells(let width):
        append(scalar, width: width, to: &glyphs)
      case .joins:
        join(scalar, to: &glyphs)
      case .selector:
        // After a plain letter or at the start it selects nothing and only hides.
        if glyphs.last.map({ $0.base.value < 0x80 }) ?? true { spell(scalar, to: &glyphs) }
      case .unsafe:
        spell(scalar, to: &glyphs)
      }
    }
    return glyphs
  }

  /// The cells that `text` takes.
  package func width(_ text: String) -> Int {
    // Plain ASCII, the common case, without making glyphs.
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? bytes.count : nil
    }
    if let plain, let width = plain { return width }
    return glyphs(text).reduce(0) { $0 + $1.width }
  }

  private func append(_ scalar: Unicode.Scalar, width: Int, to glyphs: inout [Glyph]) {
    switch self {
    case .unicode:
      glyphs.append(Glyph(safe: scalar, width: width))
    case .ascii:
      let replacement = ASCIIFallback.text(scalar) ?? String(repeating: "?", count: width)
      for plain in replacement.unicodeScalars { glyphs.append(Glyph(safe: plain, width: 1)) }
    }
  }

  private func join(_ mark: Unicode.Scalar, to glyphs: inout [Glyph]) {
    // A mark with nothing before it, or after a sign that was spelled out, would hang in the air.
    guard let last = glyphs.last, last != .space else { return spell(mark, to: &glyphs) }
    guard self == .unicode else { return }
    glyphs[glyphs.count - 1] = last.joined(by: mark)
  }

  private func spell(_ scalar: Unicode.Scalar, to glyphs: inout [Glyph]) {
    for plain in Self.spelling(scalar).unicodeScalars {
      glyphs.append(Glyph(safe: plain, width: 1))
    }
  }

  /// The visible stand-in for a scalar that is never drawn: caret notation for the old control
  /// characters, `<U+HEX>` for the rest.
  static func spelling(_ scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    if value < 0x20, let letter = Unicode.Scalar(value + 0x40) { return "^" + String(letter) }
    if value == 0x7F { return "^?" }
    let hex = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + ">"
  }
}
