import Clinical
import Console
import Terminal
import Testing

/// A value without a name beside it is read for the wrong patient. From a window of 30x5 on, both
/// identifiers stand wherever a value does; in a smaller one there is no value but the grades, with
/// as much of the identifiers as there is room for.
@Suite("Two identifiers stand wherever a value does")
struct IdentityTests {
  static let names = [
    "王芳", "Ada Quill", "Maximiliana-Alexandra Theodora von und zu Hohenstein-Sigmaringen",
  ]

  private static let widths = Array(1...46) + [59, 60, 79, 80, 81, 100, 119, 120, 160, 200, 250]
  private static let heights = Array(1...12) + [17, 23, 24, 31, 40, 50, 80]

  static func patient(_ name: String) -> MadePatient {
    var patient = MadePatient(name: name)
    patient.vitals(.minutes(-20), temperature: 384, systolic: 92, saturation: 93)
    patient.vitals(.hours(-30), temperature: 367, systolic: 121, saturation: 97)
    for code in PatientSummary.cytokineCodes { patient.cytokine(.hours(-22), code, 1874) }
    return patient
  }

  /// What stands on the screen as a reading: in the role of one, or by its digits.
  private func holdsReading(_ buffer: CellBuffer) -> Bool {
    let roles: Set<Terminal.Role> = [.value, .valueOut, .stale, .series1, .series2, .seriesOut]
    let inRole = (0..<buffer.height).contains { y in
      buffer.row(y).contains { roles.contains($0.style.role) && $0.glyph != .space }
    }
    return inRole || buffer.text.contains("38.4") || buffer.text.contains("1874")
  }

  @Test("On the patient's screen, at every size and in every part", arguments: names)
  func patientScreen(_ name: String) {
    var console = Self.patient(name).opened
    for part in PatientState.Part.allCases {
      for width in Self.widths {
        for height in Self.heights {
          for glyphs in [GlyphSet.unicode, .ascii] {
            let buffer = console.frame(width, height, glyphs: glyphs).buffer
            let place = "\(part) \(width)x\(height) \(glyphs)"
            // In ASCII the subject's id stands for a name that cannot be drawn.
            let shown = glyphs == .ascii && name == "王芳" ? "CD7-900" : String(name.prefix(2))
            let isNamed = buffer.text.contains(shown) && buffer.text.contains("00990042")
            if holdsReading(buffer) { #expect(isNamed, "\(place)\n\(buffer.text)") }
            if width >= 30 { #expect(isNamed, "\(place)\n\(buffer.text)") }
            if width < 30 || height < 5 { #expect(!holdsReading(buffer), "\(place)") }
          }
        }
      }
      console.press("Tab")
    }
  }

  @Test("Under any dialog the patient's identity stays in sight", arguments: ["?", ":", "T"])
  func dialogs(_ key: String) {
    var console = Self.patient("Ada Quill").opened
    console.press(key)
    for (width, height) in [(30, 5), (40, 10), (80, 24), (120, 40), (250, 80)] {
      let text = console.text(width, height)
      #expect(text.contains("Ada Quill") && text.contains("00990042"), "\(width)x\(height)")
    }
  }

  @Test("On the ward every line with a reading has name and number, the number's end at least")
  func ward() throws {
    for glyphs in [GlyphSet.unicode, .ascii] {
      let console = SampleConsole()
      let rows = console.state.ward.listing(at: SampleConsole.moment).rows
      for width in Self.widths {
        for height in [5, 10, 24, 50] {
          let lines = console.rows(width, height, glyphs: glyphs)
          for row in rows {
            let number = try #require(row.summary.hospitalNumber)
            let named = lines.filter { $0.contains(number.suffix(4)) }
            if width < 30 { continue }
            // A line of the table begins with the bed, behind the mark of the chosen one.
            let bed = try #require(row.summary.bed)
            let line = lines.first { $0.dropFirst().hasPrefix(bed + " ") }
            guard let line else { continue }
            let name = row.summary.name ?? ""
            let shown =
              name.contains { !$0.isASCII && $0.isLetter && glyphs == .ascii }
                && line.contains(row.id.text) ? row.id.text : String(name.prefix(2))
            #expect(named.contains(line), "\(width)x\(height): \(line)")
            #expect(
              glyphs == .ascii || line.contains(shown), "\(width)x\(height): \(line)")
            #expect(!line.contains("???"), "\(width)x\(height): \(line)")
          }
        }
      }
    }
  }
}
