import Clinical
import Grading
import TestSupport
import Testing

/// What holds for every scale: what is missing widens what may be said, and never lowers it.
@Suite("A missing input of another scale is never a normal one")
struct ScalePropertyTests {
  private static let words: [String: [String]] = [
    "crs": ["yes", "yes", "yes", "no"], "hypotension": ["yes", "no"], "boluses": ["0", "1", "2"],
    "vasopressors": ["0", "1", "2"], "highDose": ["yes", "no"],
    "vasopressorHours": ["3", "24", "30"], "refractory": ["yes", "no"],
    "device": ["roomAir", "nasalCannula", "cpap", "invasiveVentilation"], "fio2": ["30", "40"],
    "organGrade": ["0", "2", "3", "4"], "transaminaseGrade": ["0", "3", "4"],
    "lifeThreatening": ["yes", "no"], "hospitalised": ["yes", "no"],
    "creatinineGrade": ["0", "2", "3"], "liverGrade": ["0", "3", "4"],
    "coagulopathy": ["yes", "no"],
    "cartox10": ["0", "3", "7", "10"], "obtunded": ["yes", "no"],
    "motorWeakness": ["yes", "no"], "oedema": ["yes", "no"], "papilloedemaStage": ["0", "1", "3"],
    "encephalopathy": ["0", "1", "4"], "tremor": ["0", "3"],
  ]

  private func cells(_ scale: OtherScale, _ dice: inout Dice) -> [(String, String)] {
    scale.columns.compactMap { column in
      if case .word(let choices) = column.kind, column.name == "seizure" {
        return (column.name, dice.pick(choices))
      }
      guard let choices = Self.words[column.name] else { return nil }
      return (column.name, dice.pick(choices))
    }
  }

  private func bounds(_ scale: OtherScale, _ cells: [(String, String)]) throws -> ClosedRange<Int> {
    let line = cells.map { "\($0.0)=\($0.1)" }.joined(separator: "|")
    return try #require(try scored(scale.name, line).bounds)
  }

  @Test(
    "Without one of its inputs the bounds of a grade hold the grade that it had",
    arguments: [
      "Lee-2014", "Penn", "MSKCC", "CARTOX-CRS", "CTCAE-CRS", "CARTOX-CRES", "CTCAE-NEURO",
    ])
  func widens(_ name: String) throws {
    let scale = try #require(OtherScale.named(name))
    var dice = Dice(seed: 6)
    for _ in 0..<400 {
      let whole = cells(scale, &dice)
      let bounds = try bounds(scale, whole)
      for place in whole.indices {
        var rest = whole
        rest[place].1 = ""
        let wider = try self.bounds(scale, rest)
        #expect(
          wider.lowerBound <= bounds.lowerBound && wider.upperBound >= bounds.upperBound,
          "\(name) \(whole) without \(whole[place].0)")
      }
    }
  }
}
