import Clinical
import Terminal

extension ConsoleState {
  /// How a patient is called: the name, or where there is none, or none of it can be drawn, the
  /// subject's id. `????` would be the name of half a ward.
  func name(_ summary: PatientSummary, _ id: PatientID, _ glyphs: GlyphSet) -> String {
    guard let name = summary.name, !name.isEmpty else { return id.text }
    guard glyphs == .ascii else { return name }
    let asked = name.unicodeScalars.count { $0 == "?" }
    let drawn = glyphs.glyphs(name).count { $0.text == "?" }
    return drawn > asked ? id.text : name
  }

  /// Shorter forms of a long name, which is cut before the second identifier goes.
  func cut(_ name: String) -> [StyledText] {
    [32, 24, 16, 12, 8, 6].filter { name.count > $0 }.map {
      StyledText(name.prefix($0) + "…", .strong)
    }
  }
}
