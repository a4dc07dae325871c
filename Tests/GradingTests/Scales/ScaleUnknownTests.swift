import Clinical
import Grading
import TestSupport
import Testing

/// What a course does not tell is no zero, and what it does tell is not lost behind the newest entry.
@Suite("Other scales of a course that leaves something open")
struct ScaleUnknownTests {
  private func ask(_ history: History, _ scale: String, _ hours: Double) throws -> ScaleResult {
    let scale = try #require(OtherScale.named(scale))
    return scale.result(ScaleRecord(history.graded, at: History.at(hours)))
  }

  private func why(_ result: ScaleResult, _ name: String) -> String? {
    result.missing.first { $0.name == name }?.why
  }

  // MARK: NEWS2 and orientation

  private static let items = ICEPart.orientation.items

  private static func items(_ points: [Int]) -> [ICEItem: Int] {
    Dictionary(uniqueKeysWithValues: zip(items, points))
  }

  @Test(
    "Orientation decides new confusion: by its points, its items, or a total that leaves no choice",
    arguments: [
      (ICE(total: 10), 0), (ICE(total: 9), nil), (ICE(total: 4), nil), (ICE(total: 3), 3),
      (ICE(total: 0), 3), (ICE(orientation: 4, total: 9), 0), (ICE(orientation: 3, total: 9), 3),
      (ICE(items: Self.items([1, 1, 1, 1]), total: 9), 0),
      (ICE(items: Self.items([1, 1, 1]), total: 9), nil),
      (ICE(items: Self.items([1, 0])), 3), (ICE(naming: 3, commands: 1), nil),
    ] as [(ICE, Int?)])
  func newsOrientation(_ ice: ICE, _ score: Int?) throws {
    var h = History()
    h.normal(10)
    h.add(10.5, .ice(ice))
    let result = try ask(h, "NEWS2", 11)
    #expect(result.score == score.map { DecimalNumber($0) })
    #expect(
      why(result, "consciousness")
        == (score == nil ? "orientation was not recorded by itself" : nil))
  }

  // MARK: Seizures

  private func seizure(
    _ type: Seizure.Form?, _ minutes: Double?, resolved: Bool? = true, returned: Bool? = true
  ) -> Content {
    .seizure(
      Seizure(
        type: type, duration: minutes.map { Quantity(.of($0), .minute) }, resolved: resolved,
        returnedToBaseline: returned))
  }

  private func well(_ seizures: Content...) -> History {
    var h = History()
    h.normal(10)
    h.ice(10, 10)
    for (place, seizure) in seizures.enumerated() { h.add(10.1 + Double(place) / 2, seizure) }
    return h
  }

  @Test("A status epilepticus stays the worst when a short focal seizure follows it")
  func worstSeizure() throws {
    let h = well(seizure(.generalised, 8), seizure(.focal, 1))
    let cres = try ask(h, "CARTOX-CRES", 11)
    #expect(cres.grade == 4 && cres.inputs.first { $0.name == "seizure" }?.text == "status")
    #expect(try ask(h, "CTCAE-NEURO", 11).grade == 4)
    // The other way round as well.
    let other = well(seizure(.focal, 1), seizure(.generalised, 8))
    #expect(try ask(other, "CARTOX-CRES", 11).grade == 4)
    #expect(try ask(other, "CTCAE-NEURO", 11).grade == 4)
  }

  @Test("A seizure of which the kind was not written could be worse than one that is known")
  func undecidedSeizure() throws {
    let h = well(seizure(nil, 1), seizure(.focal, 1))
    let cres = try ask(h, "CARTOX-CRES", 11)
    #expect(cres.bounds == 3...4 && cres.grade == nil)
    #expect(why(cres, "seizure") == "what was entered of a seizure does not decide it")
    // Nothing is worse than a generalised one.
    #expect(try ask(well(seizure(.generalised, 1), seizure(nil, 1)), "CARTOX-CRES", 11).grade == 4)
    let neuro = try ask(h, "CTCAE-NEURO", 11)
    #expect(neuro.bounds == 1...4 && neuro.grade == nil)
  }

  @Test(
    "Two seizures of which nobody wrote whether the patient came back between could be a status")
  func unknownReturn() throws {
    let h = well(seizure(.focal, 1, returned: nil), seizure(.focal, 1))
    #expect(try ask(h, "CARTOX-CRES", 11).bounds == 3...4)
    let known = well(seizure(.focal, 1, returned: false), seizure(.focal, 1))
    #expect(try ask(known, "CARTOX-CRES", 11).grade == 4)
  }

  // MARK: Signs whose stage is not carried

  @Test("Papilloedema of an unknown stage is 3 at least, 0 without papilloedema")
  func papilloedema() throws {
    var h = well()
    h.add(10.5, .intracranial(Intracranial(findings: [.papilloedema])))
    let found = try ask(h, "CARTOX-CRES", 11)
    #expect(found.bounds == 3...4)
    #expect(found.inputs.first { $0.name == "papilloedema" }?.value == .flag(true))
    #expect(found.missing.map(\.name) == ["papilloedemaStage"])
    #expect(try ask(well(), "CARTOX-CRES", 11).bounds == 0...3)
  }

  @Test("A tremor whose limits are not known is 1 at least")
  func tremor() throws {
    var h = well()
    h.add(10.5, .motor(Motor(finding: .tremor)))
    let found = try ask(h, "CTCAE-NEURO", 11)
    #expect(found.bounds == 1...4)
    #expect(found.inputs.first { $0.name == "anyTremor" }?.value == .flag(true))
  }

  @Test(
    "In a table as in a course: a sign that is there without its degree bounds the grade",
    arguments: [
      ("CARTOX-CRES", "papilloedema=yes", "3-4"), ("CARTOX-CRES", "papilloedema=no", "0"),
      ("CARTOX-CRES", "papilloedema=yes|papilloedemaStage=3", "4"),
      ("CARTOX-CRES", "papilloedemaStage=0|anySeizure=yes|seizure=", "3-4"),
      ("CARTOX-CRES", "papilloedemaStage=0|anySeizure=no|seizure=", "0"),
    ])
  func signs(_ scale: String, _ cells: String, _ grade: String) throws {
    let seizure = cells.contains("seizure=") ? "" : "|seizure=none"
    let line = "cartox10=10|obtunded=no|motorWeakness=no|oedema=no\(seizure)|\(cells)"
    #expect(try scored(scale, line).gradeText == grade)
  }

  // MARK: IEC-HS

  private func lab(
    _ history: inout History, _ hours: Double, _ variable: LabVariable, _ value: Double,
    _ unit: String, upper: Double? = nil
  ) {
    history.add(
      hours,
      .lab(
        Lab(results: [
          LabResult(
            code: variable.rawValue, value: .of(value), unit: unit,
            upper: upper.map { DecimalNumber.of($0) })
        ])))
  }

  private func hyperinflamed(_ hours: Double, ferritin: Double = 12_000) -> History {
    var h = History()
    lab(&h, -30, .ferritin, 300, "ug/L", upper: 400)
    lab(&h, hours, .ferritin, ferritin, "ug/L", upper: 400)
    lab(&h, hours, .fibrinogen, 1.4, "g/L")
    return h
  }

  @Test("IEC-HS is suspected in its setting alone: from day 8, at a second fever, as CRS falls")
  func setting() throws {
    // Day 8 begins 182 h after an infusion at 10:00.
    var h = hyperinflamed(181)
    // Where no temperature was taken, nobody knows of a second fever.
    #expect(try ask(h, "IEC-HS", 181.9).verdict == "criteria met; setting not known")
    h.vitals(50, t: 36.8)
    let before = try ask(h, "IEC-HS", 181.9)
    #expect(before.verdict == "criteria met; setting not met")
    #expect(before.parts.contains { $0.name.hasPrefix("setting:") && $0.gives == "not met" })
    #expect(try ask(h, "IEC-HS", 182).verdict == "to be suspected")

    var feverish = hyperinflamed(120)
    for hour in [97, 120.9] { feverish.vitals(hour, t: 38.5, sys: 120, spo2: 97) }
    #expect(try ask(feverish, "IEC-HS", 121).verdict == "criteria met; setting not met")
    var second = hyperinflamed(120)
    second.vitals(40, t: 38.5)
    second.vitals(100, t: 38.5)
    #expect(try ask(second, "IEC-HS", 121).verdict == "to be suspected")

    var falling = hyperinflamed(100)
    falling.vitals(95, t: 38.5, sys: 84, spo2: 97)
    #expect(try ask(falling, "IEC-HS", 101).verdict == "criteria met; setting not met")
    falling.vitals(101, t: 38.2, sys: 110, spo2: 97)
    #expect(try ask(falling, "IEC-HS", 101.5).verdict == "to be suspected")
  }

  @Test("A second episode of CRS that still rises is not resolving, whatever the first reached")
  func secondEpisode() throws {
    var h = History()
    h.vitals(20, t: 38.5, sys: 84, spo2: 97)
    for hour in stride(from: 24.0, through: 120, by: 4) { h.normal(hour) }
    #expect(h.crs(120).grade == 0)
    h.vitals(124, t: 38.5, sys: 110, spo2: 97)
    #expect(h.crs(125).grade == 1)
    let result = try ask(h, "IEC-HS", 125)
    #expect(result.inputs.first { $0.name == "crsResolving" }?.value == .flag(false))
  }

  @Test("The limits are those that the ward has set for A28")
  func limits() throws {
    var h = hyperinflamed(200, ferritin: 1000)
    #expect(try ask(h, "IEC-HS", 201).verdict == "to be suspected")
    h.setting(199, "A28.fold", .number(4))
    #expect(try ask(h, "IEC-HS", 201).verdict == "not suspected")
    var liver = hyperinflamed(200)
    liver.setting(199, "A28.fibrinogen", .number(.of(1.3)))
    #expect(try ask(liver, "IEC-HS", 201).verdict == nil)
    var late = hyperinflamed(200)
    late.setting(199, "A28.day", .number(9))
    late.vitals(50, t: 36.8)
    #expect(try ask(late, "IEC-HS", 201).verdict == "criteria met; setting not met")
  }

  @Test("A clinician's grade holds for 24 h, as every adjudication; then it is told as past")
  func pastGrade() throws {
    var h = hyperinflamed(200)
    h.add(205, .adjudication(Adjudication(scale: "IEC-HS", grade: 3)))
    #expect(try ask(h, "IEC-HS", 228.9).grade == 3)
    let past = try ask(h, "IEC-HS", 229)
    #expect(past.grade == nil && past.bounds == nil)
    #expect(
      past.parts.contains { $0.name == "grade 3 entered on day 8" && $0.gives == "past" })
    h.setting(206, "D-30", .number(48))
    #expect(try ask(h, "IEC-HS", 229).grade == 3)
  }
}
