import Clinical
import Console
import Grading
import Terminal
import Testing

@Suite("Every screen at every size")
struct EverySizeTests {
  static let screens: [(String, SampleConsole)] = {
    let ward = SampleConsole.watched
    var help = ward
    help.press("?")
    var palette = ward
    palette.press(":")
    var themes = ward
    themes.press("T")
    var patient = ward
    patient.press("Enter")
    var reasons = patient
    reasons.press("Tab")
    var events = reasons
    events.press("Tab")
    var alerts = ward
    alerts.press("!")
    var patientAlerts = patient
    patientAlerts.press("t")
    var trends = patient
    trends.press("g", "PageDown", "p")
    var closer = trends
    closer.press("+", "+", "+", "l")
    var wider = trends
    wider.press("-", "-", "-", "-", "s")
    var compared = trends
    compared.press("c", "Enter")
    var dayTable = patient
    dayTable.press("d")
    var wardTrends = ward
    wardTrends.press("g")
    var holding = ward
    holding.take(.held(HoldingTests.groups))
    holding.press("H")
    var about = ward
    about.press("G")
    return [
      ("ward", ward), ("help", help), ("palette", palette), ("themes", themes),
      ("patient", patient), ("reasons", reasons), ("events", events), ("about", about),
      ("alerts", alerts), ("patient alerts", patientAlerts), ("trends", trends),
      ("trends closer", closer), ("trends wider", wider), ("trends compared", compared),
      ("day table", dayTable), ("ward trends", wardTrends),
      ("trial endpoints", TrialConsole.at(.overview)), ("trial courses", TrialConsole.at(.swimmer)),
      ("trial survival", TrialConsole.at(.survival)), ("trial grades", TrialConsole.at(.grades)),
      ("trial cytokines", TrialConsole.at(.cytokines)),
      ("trial expansion", TrialConsole.at(.expansion)),
      ("holding", holding), ("table", TableScreenTests.opened()),
    ]
  }()

  @Test(
    "From 1x1 to 250x80: every row exactly as wide, wide cells whole", arguments: screens.map(\.0))
  func sizes(_ name: String) throws {
    let console = try #require(Self.screens.first { $0.0 == name }).1
    for height in [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 24, 31, 40, 50, 63, 80] {
      for width in [
        1, 2, 3, 4, 5, 7, 10, 13, 19, 20, 21, 33, 40, 59, 79, 80, 81, 100, 120, 160, 200, 250,
      ] {
        for glyphs in [GlyphSet.unicode, .ascii] {
          let buffer = console.frame(width, height, glyphs: glyphs).buffer
          #expect(buffer.width == width && buffer.height == height)
          for y in 0..<height {
            let row = Array(buffer.row(y))
            #expect(row.count == width)
            for (x, cell) in row.enumerated() {
              if cell.glyph.width == 2 {
                #expect(x + 1 < width && row[x + 1].glyph.isTrailing, "\(name) \(width)x\(height)")
              }
              if cell.glyph.isTrailing {
                #expect(x > 0 && row[x - 1].glyph.width == 2, "\(name) \(width)x\(height)")
              }
              if glyphs == .ascii { #expect(cell.glyph.text.utf8.allSatisfy { $0 < 0x80 }) }
            }
          }
        }
      }
    }
  }

  @Test("The worst patient is never hidden, whatever the size")
  func worst() throws {
    let console = SampleConsole()
    let worst = try #require(console.state.ward.listing(at: SampleConsole.moment).rows.first)
    let grade = try #require(worst.crs.grade)
    for height in [1, 2, 3, 4, 5, 8, 12, 24] {
      for width in [1, 3, 8, 12, 20, 30, 40, 80] {
        let text = console.text(width, height)
        #expect(text.contains("\(grade)"), "\(width)x\(height): \(text)")
        if width >= 12 {
          let names = [worst.summary.bed, worst.summary.name].compactMap { $0 }
          #expect(names.contains { text.contains($0) }, "\(width)x\(height)")
        }
      }
    }
  }

  @Test("Names that command or reorder reach no cell as they are")
  func hostile() throws {
    let names = [
      "\u{1B}[2J\u{1B}]0;owned\u{07}", "abc\u{202E}cba", "a\u{200B}b\u{200D}c", "\u{9B}31m",
      "line\nbreak\ttab", "\u{0}nul", "\u{2066}x\u{2069}", "ö\u{0308}\u{0308}\u{0308}\u{0308}",
    ]
    for name in names {
      var console = SampleConsole()
      let id = try #require(PatientID("HOSTILE-1"))
      let events = [
        Event(
          id: EventID(high: 1, low: 1), patient: id,
          at: .moment(SampleConsole.moment - .days(2), utcOffset: 0),
          content: .patient(PatientDetails(name: name, hospitalNumber: name)))
      ]
      console.take(.ward([WardPatient(id, GradedCourse(events, zone: SampleConsole.zone))]))
      for row in console.rows(200, 50) {
        for scalar in row.unicodeScalars {
          #expect(
            scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
              && !(0x202A...0x202E).contains(scalar.value)
              && !(0x2066...0x2069).contains(scalar.value)
              && scalar.value != 0x200B && scalar.value != 0x200D)
        }
      }
      for line in console.state.plainLines(glyphs: .unicode) {
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x1B })
      }
    }
  }
}
