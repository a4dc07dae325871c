/// How a scalar takes part in a line of cells.
enum ScalarWidth: Equatable {
  /// Takes this many cells: 1 or 2.
  case cells(Int)
  /// Joins the cell before it: an accent, a vowel sign.
  case joins
  /// Chooses a form of the scalar before it and changes nothing that a cell could show.
  case selector
  /// Would act on the terminal, hide, or reorder what is read: never drawn as it is.
  case unsafe

  /// The own table of widths, so that layout, tests and every machine agree.
  ///
  /// What is zero wide and what is unassigned comes from the standard library's Unicode data; what
  /// is wide from `WideScalars`. Ambiguous width counts as narrow.
  static func of(_ scalar: Unicode.Scalar) -> ScalarWidth {
    let value = scalar.value
    if value < 0x7F { return value >= 0x20 ? .cells(1) : .unsafe }
    if value < 0xA0 { return .unsafe }
    if value < 0x300 { return value == 0xAD ? .unsafe : .cells(1) }
    switch value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: return .selector
    // The second and third parts of a Korean syllable written as letters join the first.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return .joins
    // Letter pairs that some terminals join into a flag and some do not; the filler that is
    // drawn as nothing; the marks for skin colour, whose width depends on the terminal.
    case 0x1F1E6...0x1F1FF, 0x3164, 0xFFA0, 0x115F, 0x1F3FB...0x1F3FF: return .unsafe
    default: break
    }
    // Invisible by definition, whatever its category.
    if scalar.properties.isDefaultIgnorableCodePoint { return .unsafe }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .joins
    case .control, .format, .unassigned, .privateUse, .surrogate, .lineSeparator,
      .paragraphSeparator:
      return .unsafe
    default:
      return .cells(WideScalars.contains(value) ? 2 : 1)
    }
  }
}
