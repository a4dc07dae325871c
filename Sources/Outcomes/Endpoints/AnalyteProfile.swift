package import Clinical

/// The samples of one variable of one patient, in order of time.
package struct AnalyteProfile: Sendable {
  package struct Point: Sendable {
    /// Days from the first infusion by the clock, negative before it.
    package let time: Double
    /// Calendar day.
    package let day: Int
    /// In the variable's unit; the limit itself where `isBelow` or `isAbove`.
    package let value: Double
    package let isBelow: Bool
    package let isAbove: Bool
    package let event: EventID

    /// What stands before the value: `<` of a limit of quantification that is known, `>` above the
    /// upper one.
    package var mark: String { isBelow && value > 0 ? "<" : isAbove ? ">" : "" }

    /// For areas and peaks: `nil` below the limit of quantification.
    package var concentration: Double? { isBelow ? nil : value }
  }

  package let patient: PatientID
  package let variable: LabVariable
  package let points: [Point]

  init(_ variable: LabVariable, of patient: TrialCase) {
    self.patient = patient.id
    self.variable = variable
    var points: [Point] = []
    for fact in patient.facts {
      guard case .sample(let measurements) = fact.content,
        let found = measurements.last(where: { $0.variable == variable })
      else { continue }
      let point = Point(
        time: patient.elapsed(fact.at), day: patient.day(fact), value: found.value,
        isBelow: found.isBelow, isAbove: found.isAbove, event: fact.id)
      // Of two facts at one time the later in the order of facts counts.
      if points.last?.time == point.time { points.removeLast() }
      points.append(point)
    }
    self.points = points
  }

  /// After the infusion.
  package var after: [Point] { points.filter { $0.time >= 0 } }

  /// The last before the infusion.
  package var baseline: Point? { points.last { $0.time < 0 } }

  package func kinetics(start: Double = 0) -> Kinetics {
    Kinetics(after.map { Sample($0.time, $0.concentration) }, start: start)
  }

  /// The sample of each planned visit: in its window the nearest to the nominal day, of two equally
  /// near the earlier; windows meet half way between nominal days.
  package func visits(_ nominal: [Int]) -> [(visit: Int, point: Point)] {
    var found: [Int: Point] = [:]
    for point in points {
      guard let visit = Self.visit(of: point.day, nominal) else { continue }
      if let known = found[visit], abs(known.day - visit) <= abs(point.day - visit) { continue }
      found[visit] = point
    }
    return nominal.compactMap { visit in found[visit].map { (visit, $0) } }
  }

  /// The visit whose window holds a day: the nearest, half way between two the earlier; before the
  /// first and after the last as far as on the other side.
  package static func visit(of day: Int, _ nominal: [Int]) -> Int? {
    guard let nearest = nominal.min(by: { abs($0 - day) < abs($1 - day) }) else { return nil }
    if nominal.count > 1 {
      if nearest == nominal[0], nearest > day, 2 * (nearest - day) > nominal[1] - nearest {
        return nil
      }
      let last = nominal.count - 1
      if nearest == nominal[last], day > nearest, 2 * (day - nearest) > nearest - nominal[last - 1]
      {
        return nil
      }
    }
    return nearest
  }
}
