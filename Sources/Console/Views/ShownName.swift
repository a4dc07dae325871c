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
}
