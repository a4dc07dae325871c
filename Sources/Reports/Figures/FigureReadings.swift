import Clinical
import Grading
import Terminal

/// The values of a course at their places on the axis of days, read from the facts in one pass.
struct FigureReadings {
  private(set) var temperature: [PlotPoint] = []
  private(set) var systolic: [PlotPoint] = []
  private(set) var mean: [PlotPoint] = []
  private(set) var saturation: [PlotPoint] = []
  private(set) var labs: [LabVariable: LabReadings] = [:]
  /// What is marked in every figure: each dose of tocilizumab; of what else is given for CRS or ICANS
  /// the first after two days without.
  private(set) var marks: [(treatment: TreatmentGiven, x: Double)] = []

  /// Days without a treatment after which it begins anew.
  private static let free = 2.0

  /// What one variable's results say besides their values.
  struct LabReadings {
    var points: [PlotPoint] = []
    /// Limits of quantification, each once.
    var lower: [Double] = []
    var upper: [Double] = []
    /// Where another kit or laboratory begins.
    var breaks: [Double] = []
    var source: String?
  }

  init(_ patient: ReportedPatient) {
    let clock = patient.clock
    let fever = patient.course.feverLimit
    let systolicLimit = patient.course.systolicLimit(at: patient.now)
    let saturationLimit = patient.course.saturationLimit(at: patient.now)
    var last: [TreatmentGiven: Double] = [:]
    for fact in patient.own {
      guard let x = clock.place(fact.key.at) else { continue }
      if let treatment = TreatmentGiven(fact.event.content) {
        let isNew = last[treatment].map { x - $0 >= Self.free } ?? true
        last[treatment] = x
        if isNew || treatment == .tocilizumab { marks.append((treatment, x)) }
      }
      switch fact.event.content {
      case .vitals(let vitals):
        if let t = vitals.temperature.flatMap(Measure.temperature.normalised) {
          let isOut = fever.isFever(t, site: vitals.site)
          let kind = Self.kind(vitals.temperature?.comparator)
          temperature.append(PlotPoint(x: x, y: t.double, kind: kind, isOut: isOut))
        }
        take(vitals, x, systolicLimit)
        if let value = vitals.spo2.flatMap(Measure.spo2.normalised) {
          let isOut = saturationLimit.map { value < $0 } ?? false
          let kind = Self.kind(vitals.spo2?.comparator)
          saturation.append(PlotPoint(x: x, y: value.double, kind: kind, isOut: isOut))
        }
      case .lab(let lab):
        for result in lab.results {
          if let variable = result.variable { take(result, variable, lab, x) }
        }
      default: break
      }
    }
  }

  private static func kind(_ comparator: Comparator?) -> PlotPoint.Kind {
    switch comparator {
    case nil: .measured
    case .less, .lessOrEqual: .below
    case .greater, .greaterOrEqual: .above
    }
  }

  private mutating func take(_ vitals: Vitals, _ x: Double, _ limit: DecimalNumber) {
    let pressure = vitals.systolic.flatMap(Measure.systolic.normalised)
    if let pressure {
      let kind = Self.kind(vitals.systolic?.comparator)
      systolic.append(PlotPoint(x: x, y: pressure.double, kind: kind, isOut: pressure < limit))
    }
    if let measured = vitals.meanArterial.flatMap(Measure.meanArterial.normalised) {
      mean.append(PlotPoint(x: x, y: measured.double))
    } else if let pressure, let low = vitals.diastolic.flatMap(Measure.diastolic.normalised) {
      mean.append(
        PlotPoint(x: x, y: Vitals.meanArterial(systolic: pressure, diastolic: low).double))
    }
  }

  private mutating func take(
    _ result: LabResult, _ variable: LabVariable, _ lab: Lab, _ x: Double
  ) {
    guard let unit = Unit(spelling: result.unit),
      let value = variable.measure.normalised(result.value, unit)
    else { return }
    var readings = labs[variable] ?? LabReadings()
    readings.points.append(
      PlotPoint(x: x, y: value.double, kind: Self.kind(result.comparator)))
    func limit(_ number: DecimalNumber?, _ path: WritableKeyPath<LabReadings, [Double]>) {
      guard let number, let value = variable.measure.normalised(number, unit)?.double,
        !readings[keyPath: path].contains(value)
      else { return }
      readings[keyPath: path].append(value)
    }
    limit(result.lowerLimitOfQuantification, \.lower)
    limit(result.upperLimitOfQuantification, \.upper)
    let source = "\(lab.kit ?? "")\u{0}\(lab.laboratory ?? "")"
    if let last = readings.source, last != source { readings.breaks.append(x) }
    readings.source = source
    labs[variable] = readings
  }
}
