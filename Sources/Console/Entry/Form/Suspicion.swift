package import Clinical
import Grading

/// The second tier of checking: a value so improbable, or so grave in what it changes, that it is
/// typed again in its field (clinical-rules 6, last paragraph). Few, or they become a reflex.
package struct Suspicion: Hashable, Sendable {
  package let field: String
  package let why: EntryText

  package init(_ field: String, _ why: EntryText) {
    self.field = field
    self.why = why
  }
}

extension Suspicion {
  /// The fields whose values are improbable by themselves, or by the one before within the hour.
  package static func improbable(_ reading: FormReading) -> [Suspicion] {
    reading.specs.compactMap { spec in
      improbable(spec, reading[spec.id], at: reading.context.at).map { Suspicion(spec.id, $0) }
    }
  }

  private static func improbable(
    _ spec: FieldSpec, _ value: FieldValue, at t: Instant
  ) -> EntryText? {
    switch (spec.id, value) {
    case ("temperature", .number(let degrees, nil)):
      if degrees > 41 { return EntryText(.asksAbove, "41.0") }
      if degrees < 34 { return EntryText(.asksBelow, "34.0") }
    case ("pressure", .pressure(let systolic, _)):
      if systolic < 85 { return EntryText(.asksBelow, "85") }
      if systolic > 200 { return EntryText(.asksAbove, "200") }
    default: break
    }
    guard measured.contains(spec.id), let last = spec.last, last.at <= t,
      t - last.at <= .hours(1), let before = magnitude(last.value), let now = magnitude(value),
      differs(now, from: before)
    else { return nil }
    return EntryText(.asksChange, "\(before)", "\(now)")
  }

  private static let measured: Set<String> = [
    "temperature", "heart", "pressure", "breaths", "spo2",
  ]

  private static func magnitude(_ value: FieldValue) -> DecimalNumber? {
    switch value {
    case .number(let number, nil): number
    case .pressure(let systolic, _): systolic
    default: nil
    }
  }

  // More than a quarter of the value before.
  private static func differs(_ now: DecimalNumber, from before: DecimalNumber) -> Bool {
    let difference = now > before ? now - before : before - now
    return difference.scaled(by: 4, over: 1, places: 6) > before
  }

  /// Grades at a moment with what they rest on.
  package struct Graded: Sendable {
    let grades: GradeChange
    let assessment: Assessment

    init(_ course: GradedCourse, at t: Instant) {
      grades = course.grades(at: t)
      assessment = course.assessment(at: t)
    }
  }

  /// The fields that bring a grade to 3 or more, or change it by 2 or more: those of the domain that
  /// the engine names as deciding, after the set for a rise and before it for a fall.
  package static func grave(
    _ reading: FormReading, before: Graded, after: Graded
  ) -> [Suspicion] {
    for scale in Scale.allCases {
      // A grade that is not known is none, and not 0.
      guard let new = after.grades[scale].certain else { continue }
      let old = before.grades[scale].certain
      let isGrave = old.map { $0 != new && (new >= 3 || abs(new - $0) >= 2) } ?? (new >= 3)
      guard isGrave else { continue }
      let deciding =
        new > old ?? -1 ? after.assessment[scale].evidence : before.assessment[scale].evidence
      let name = scale == .crs ? "CRS" : "ICANS"
      let why =
        old.map { EntryText(.asksGrade, name, "\($0)", "\(new)") }
        ?? EntryText(.asksGradeUnknown, name, "\(new)")
      for evidence in deciding where evidence.grade == max(new, old ?? new) {
        if let field = field(of: evidence, reading) { return [Suspicion(field, why)] }
      }
    }
    return []
  }

  // The field that says it. ICE and CAPD have none: their items are each a key, and the running
  // score stands beside them.
  private static func field(of evidence: Evidence, _ reading: FormReading) -> String? {
    let fields: [String] =
      switch evidence.domain {
      case .fever: ["temperature", "line"]
      case .hypotension: ["pressure", "agent", "line"]
      case .hypoxia:
        reading["device"].choice == "nasalCannula"
          ? ["flow", "device", "line"] : ["device", "spo2", "line"]
      case .consciousness: ["level", "line"]
      default: []
      }
    return fields.first { reading.spec($0) != nil && reading[$0].isWhole }
  }
}

extension Suspicion {
  /// The same for the round of vital signs of a line: the field, its value as it must be typed again,
  /// and why.
  package static func improbable(
    _ contents: [Content], in context: EntryContext
  ) -> [(id: String, value: String, why: EntryText)] {
    guard case .vitals(let vitals)? = contents.first(where: { $0.kind == .vitals }) else {
      return []
    }
    var reading = FormReading(
      context: context, specs: [], values: [:], originals: [], wordSet: "", usesCAPD: false)
    reading.specs = VitalsForm().fields(reading)
    func put(_ id: String, _ quantity: Quantity?) {
      reading.values[id] = quantity.map { .number($0.value, nil) }
    }
    put("temperature", vitals.temperature)
    put("heart", vitals.heartRate)
    put("breaths", vitals.respiratoryRate)
    put("spo2", vitals.spo2)
    if let systolic = vitals.systolic {
      reading.values["pressure"] = .pressure(
        systolic: systolic.value, diastolic: vitals.diastolic?.value)
    }
    return improbable(reading).compactMap { suspicion in
      guard let value = magnitude(reading[suspicion.field]) else { return nil }
      return (suspicion.field, "\(value)", suspicion.why)
    }
  }
}
