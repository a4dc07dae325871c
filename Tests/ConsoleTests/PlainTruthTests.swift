import Clinical
import Console
import Foundation
import Grading
import Terminal
import Testing

/// What the letters alone say, without any colour: grade, order of urgency, and whether something
/// was none, not assessed or has not come.
@Suite("Text alone tells what is known and what is not")
struct PlainTruthTests {
  /// One patient for each thing that can be said of CRS.
  private func shown(_ tell: (inout MadePatient) -> Void, infused: Bool = true) throws -> String {
    var patient = MadePatient(infused: infused)
    tell(&patient)
    let console = patient.onWard
    let head = try #require(console.rows(120, 24).first { $0.contains(" Bed ") })
    let line = try #require(console.rows(120, 24).first { $0.contains("Ada Quill") })
    let column = try #require(head.range(of: "CRS")?.lowerBound)
    let start = head.distance(from: head.startIndex, to: column)
    return String(line.dropFirst(start).prefix { $0 != " " })
  }

  @Test("None, not known, before the infusion, bounds and a prompt all read otherwise")
  func grades() throws {
    let zero = try shown { $0.vitals(.hours(-1), temperature: 367, systolic: 118, saturation: 98) }
    let unknown = try shown { _ in }
    let early = try shown({ _ in }, infused: false)
    let bound = try shown { $0.vitals(.hours(-1), temperature: 386) }
    let prompted = try shown {
      $0.vitals(.hours(-1), temperature: 386, systolic: 80, saturation: 98)
    }
    let two = try shown {
      $0.vitals(.hours(-1), temperature: 386, systolic: 118, saturation: 94)
      $0.add(
        .hours(-1),
        .oxygen(Oxygen(device: .nasalCannula, flow: Quantity(DecimalNumber(4), .litrePerMinute))))
    }
    #expect(
      [zero, unknown, early, bound, prompted, two].map { $0.prefix { !"▴▾".contains($0) } }
        == ["0", "--", "-", "≥1", "2?", "2"])
  }

  @Test(
    "Every cell of the day strip: none, not assessed and not yet come, at every width",
    arguments: [GlyphSet.unicode, .ascii])
  func strip(_ glyphs: GlyphSet) throws {
    var console = SampleConsole()
    console.press(":")
    console.type("王芳")
    console.press("Enter")
    let record = try #require(console.state.patient?.record)
    let days = DayCourse(record, now: SampleConsole.moment).days.prefix(36)
    let future = glyphs == .unicode ? "·" : "."
    for width in 46...250 {
      let lines = console.rows(width, 24, glyphs: glyphs)
      let gutter = 9
      let pitch = [5, 3, 2, 1].first { $0 * 36 - ($0 > 1 ? 1 : 0) <= width - gutter } ?? 1
      for (label, lane) in [("CRS", \DayCourse.Day.crs), ("ICANS", \.icans)] {
        let line = Array(try #require(lines.first { $0.hasPrefix(label + " ") }))
        for (index, day) in days.enumerated() {
          let expected =
            switch day[keyPath: lane] {
            case .future: future
            case .notAssessed: "-"
            case .grade(let grade): "\(grade)"
            }
          #expect(String(line[gutter + index * pitch]) == expected, "\(label) \(width) \(index)")
        }
      }
    }
  }

  @Test("The ward's letters give each grade, in the order of urgency, at every width from 30")
  func ward() throws {
    let console = SampleConsole()
    let rows = console.state.ward.listing(at: SampleConsole.moment).rows
    for width in 30...250 {
      for glyphs in [GlyphSet.unicode, .ascii] {
        let lines = console.rows(width, 50, glyphs: glyphs)
        let head = try #require(lines.first { $0.contains("CRS ") && $0.contains("IC") })
        let crs = try #require(head.range(of: "CRS ")?.lowerBound)
        let start = head.distance(from: head.startIndex, to: crs)
        let table = lines.drop { $0 != head }.dropFirst().prefix(rows.count)
        for (line, row) in zip(table, rows) {
          // Wide names take one character for two cells.
          let cells = line.reduce(into: [Character]()) { cells, character in
            cells.append(character)
            if glyphs.width(String(character)) == 2 { cells.append(" ") }
          }
          let text = String(cells.dropFirst(start).prefix { $0 != " " })
          if let grade = row.crs.grade, row.crs.status == .final, row.crs.adjudicated == nil {
            #expect(text.prefix { $0.isNumber } == "\(grade)", "\(width): \(line)")
          } else if row.crs.grade == nil, row.crs.atLeast ?? 0 == 0 {
            #expect(
              text.first.map { !$0.isNumber || text.contains("-") } ?? false, "\(width): \(line)")
          }
        }
      }
    }
  }
}
