import Clinical
import EventText
import Grading

/// The wide table: a line for each patient and moment, a column for each variable, in the unit that the
/// column names.
package struct WideTable: Sendable {
  private let disclosure: Disclosure
  /// Codes of laboratory results that occur, in the order of their columns, with their units.
  private let labs: [(code: String, unit: String)]

  /// - Parameter patients: everybody who will be in the table; their laboratory results make its columns.
  package init(_ patients: [ExportedPatient], _ disclosure: Disclosure) {
    self.disclosure = disclosure
    var found: Set<String> = []
    var others: [String: String] = [:]
    for patient in patients {
      for fact in patient.facts {
        guard case .lab(let lab) = fact.event.content else { continue }
        for result in lab.results {
          // Of a test outside our list every unit has its own column.
          if result.variable == nil {
            others["\(result.code) [\(result.unit)]"] = result.code
          } else {
            found.insert(result.code)
          }
        }
      }
    }
    labs =
      LabVariable.allCases.filter { found.contains($0.rawValue) }
      .map { ($0.rawValue, $0.measure.unit.rawValue) }
      + others.keys.sorted().map {
        (others[$0] ?? "", String($0.dropFirst((others[$0] ?? "").count)))
      }
  }

  package var columns: [String] {
    ["patient", "day", "at"]
      + VitalSign.allCases.map { "\($0.rawValue) [\($0.measure.unit.rawValue)]" }
      + [
        "site", "oxygenDevice", "oxygenFlow [L/min]", "fio2 [%]", "ice", "iceStatus", "capd",
        "consciousness", "crs", "icans",
      ]
      + labs.map { $0.code + ($0.unit.hasPrefix(" [") ? $0.unit : " [\($0.unit)]") }
  }

  /// The lines of one patient, in order of time: every moment with a vital sign, oxygen, a score or a
  /// laboratory result. Grades are those in force then.
  package func lines(of patient: ExportedPatient) -> [[String]] {
    var rows: [(at: Instant, time: EventTime, cells: [String: String])] = []
    for fact in patient.facts {
      let cells = cells(of: fact.event.content)
      guard !cells.isEmpty else { continue }
      if rows.last?.at == fact.key.at, rows.last?.time.isDay == fact.event.at.isDay {
        rows[rows.count - 1].cells.merge(cells) { _, later in later }
      } else {
        rows.append((fact.key.at, fact.event.at, cells))
      }
    }
    let names = columns.dropFirst(3)
    return rows.map { row in
      var cells = row.cells
      let grades = patient.course.grades(at: row.at)
      cells["crs"] = grades.crs.grade.map(String.init) ?? ""
      cells["icans"] = grades.icans.grade.map(String.init) ?? ""
      let day = patient.day(of: row.time).map(String.init) ?? ""
      return [patient.id.text, day, time(row.time, patient)] + names.map { cells[$0] ?? "" }
    }
  }

  private func time(_ time: EventTime, _ patient: ExportedPatient) -> String {
    guard !disclosure.isWhole else { return Timestamp.text(time) }
    guard case .moment(let instant, _) = time, patient.dayZero != nil else { return "" }
    return String(Timestamp.local(instant, in: patient.zone).dropFirst(11).prefix(8))
  }

  private func cells(of content: Content) -> [String: String] {
    var cells: [String: String] = [:]
    func put(_ name: String, _ quantity: Quantity?, _ measure: Measure) {
      guard let quantity, let value = measure.normalised(quantity) else { return }
      cells["\(name) [\(measure.unit.rawValue)]"] =
        (quantity.comparator?.rawValue ?? "") + value.description
    }
    switch content {
    case .vitals(let vitals):
      for sign in VitalSign.allCases { put(sign.rawValue, vitals[sign: sign], sign.measure) }
      if let site = vitals.site { cells["site"] = site.rawValue }
    case .oxygen(let oxygen):
      cells["oxygenDevice"] = oxygen.device.rawValue
      put("oxygenFlow", oxygen.flow, .flow)
      put("fio2", oxygen.fio2, .fio2)
    case .ice(let ice):
      if let points = ice.points, points.low == points.high { cells["ice"] = "\(points.low)" }
      if let status = ice.status { cells["iceStatus"] = status.rawValue }
    case .capd(let capd):
      if let points = capd.points, capd.isWhole { cells["capd"] = "\(points)" }
    case .consciousness(let entry): cells["consciousness"] = entry.level.rawValue
    case .lab(let lab):
      for result in lab.results {
        let sign = result.comparator?.rawValue ?? ""
        if let measure = result.variable?.measure {
          guard let unit = Unit(spelling: result.unit),
            let value = measure.normalised(result.value, unit)
          else { continue }
          cells["\(result.code) [\(measure.unit.rawValue)]"] = sign + value.description
        } else {
          cells["\(result.code) [\(result.unit)]"] = sign + result.value.description
        }
      }
    default: break
    }
    return cells
  }
}
