import Clinical
import Console
import Grading
import Terminal
import Testing

@Suite("The ward as small plots")
struct WardTrendsTests {
  private static let cytokines = ["IL-6", "IL-10", "IFN-γ", "TNF-α"]

  private func small(_ patient: MadePatient, _ keys: String...) throws -> SampleConsole {
    var console = patient.onWard
    console.press("g")
    console.take(
      .trends([
        try #require(MadePatient.id): TrendCourse(
          GradedCourse(patient.events, zone: SampleConsole.zone), until: MadePatient.now)
      ]))
    for key in keys { console.press(key) }
    return console
  }

  private func ill() -> MadePatient {
    var patient = MadePatient()
    patient.vitals(.hours(-1), temperature: 384, systolic: 118, saturation: 97)
    for (day, value) in [(-9, 5), (-4, 40), (-2, 4000), (-1, 900)] {
      patient.cytokine(.days(Int64(day)) + .hours(2), "IL6", value)
    }
    patient.lab(.hours(-30), "IL10", 3, unit: "pg/mL", comparator: .less)
    patient.lab(.hours(-30), "IFNG", 5000, unit: "pg/mL", comparator: .greater)
    return patient
  }

  @Test("Tab shows the four cytokines in the place of the vital signs, all four at every width")
  func together() throws {
    for (width, height) in [(80, 24), (120, 40), (200, 50)] {
      let vitals = try small(ill()).text(width, height)
      #expect(vitals.contains("T °C"))
      #expect(!vitals.contains("TNF-α"))
      let text = try small(ill(), "Tab").text(width, height)
      for name in Self.cytokines { #expect(text.contains(name), "\(name) at \(width)") }
      #expect(!text.contains("T °C"))
      for value in ["900", "<3", ">5000"] { #expect(text.contains(value), "\(value) at \(width)") }
      let back = try small(ill(), "Tab", "Tab").text(width, height)
      #expect(back.contains("T °C") && !back.contains("TNF-α"))
    }
  }

  @Test("a censored value is a mark, never a bar; what was never measured is -, not 0")
  func marks() throws {
    let row = try #require(
      try small(ill(), "Tab").rows(200, 50).first { $0.contains("Ada Quill") })
    #expect(row.contains("v"))
    #expect(row.contains("^"))
    // The peak of 4000 on the log axis from 1 to 1e5 is higher than the last, and both are drawn.
    #expect(row.contains("▆") || row.contains("▅"))
    #expect(row.hasSuffix("-") || row.split(separator: " ").last == "-")
  }

  @Test("each keeps its own zoom: cytokines reach back two weeks, vital signs three days")
  func zoom() throws {
    var console = try small(ill())
    #expect(console.text(120, 40).contains("3 d, the same range"))
    console.press("Tab")
    #expect(console.text(120, 40).contains("14 d, the same range"))
    console.press("+")
    #expect(console.text(120, 40).contains("7 d, the same range"))
    console.press("Tab")
    #expect(console.text(120, 40).contains("3 d, the same range"))
  }

  @Test("plain lines say the last of each and the worst of the stretch, a bound as a bound")
  func plain() throws {
    let lines = try small(ill(), "Tab").state.plainLines(glyphs: .unicode)
    let line = try #require(lines.first { $0.contains("Ada Quill") && $0.contains("IL-6") })
    #expect(line.contains("900"))
    #expect(line.contains("4000"))
    #expect(line.contains(">5000"))
    #expect(line.contains("TNF-α 1-1e5 not assessed"))
  }

  @Test("ASCII alone shows the same four")
  func ascii() throws {
    let text = try small(ill(), "Tab").text(80, 24, glyphs: .ascii)
    for name in ["IL-6", "IL-10", "IFN-", "TNF-"] { #expect(text.contains(name), "\(name)") }
    #expect(text.allSatisfy { $0.isASCII })
  }
}
