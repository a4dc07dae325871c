/// One thing said at several lengths, the fullest first: `CRS at least grade 3`, `CRS ≥3`, `≥3`.
///
/// What is drawn is the fullest that fits, so that a narrow window shortens words and never cuts a
/// number in half.
package struct FittedText: Hashable, Sendable {
  package var forms: [StyledText]

  package init(_ forms: [StyledText]) { self.forms = forms }

  package init(_ form: StyledText) { forms = [form] }

  package init(_ text: String, _ role: Role = .text) { forms = [StyledText(text, role)] }

  /// The fullest form, which is also what plain mode reads.
  package var full: StyledText { forms.first ?? StyledText() }

  package var isEmpty: Bool { forms.allSatisfy { $0.isEmpty } }

  /// The fullest form that takes at most `width` cells, or the last one.
  package func form(fitting width: Int, in glyphs: GlyphSet) -> StyledText {
    for form in forms where form.width(in: glyphs) <= width { return form }
    return forms.last ?? StyledText()
  }

  /// The forms with `role` in place of ordinary text.
  package func ordinarily(_ role: Role) -> FittedText {
    FittedText(forms.map { $0.ordinarily(role) })
  }

  /// The cells of the fullest form.
  package func width(in glyphs: GlyphSet) -> Int { full.width(in: glyphs) }

  /// The cells of the shortest form.
  package func least(in glyphs: GlyphSet) -> Int { extent(in: glyphs).least }

  /// The cells of the fullest and of the shortest form, measured once.
  func extent(in glyphs: GlyphSet) -> (full: Int, least: Int) {
    guard let first = forms.first else { return (0, 0) }
    let full = first.width(in: glyphs)
    guard forms.count > 1 else { return (full, full) }
    return (full, forms.dropFirst().reduce(full) { min($0, $1.width(in: glyphs)) })
  }
}

extension FittedText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }
}
