import Clinical

/// The bedside facts by which the other scales of CRS grade, the same as ASTCT's; `nil` is not known.
struct CRSFacts {
  let inputs: ScaleInputs

  /// A fever of CRS within 24 h, or an open episode.
  var isCRS: Bool? { inputs.flag("crs") }
  var hypotension: Bool? { inputs.flag("hypotension") }
  var boluses: Int? { inputs.whole("boluses") }
  var pressors: Int? { inputs.whole("vasopressors") }
  var isHighDose: Bool? { inputs.flag("highDose") }
  var hours: LabInterval? { inputs.number("vasopressorHours") }
  var device: Oxygen.Device? { inputs.word("device").flatMap(Oxygen.Device.init(rawValue:)) }
  var fio2: LabInterval? { inputs.number("fio2") }
  var organ: Int? { inputs.whole("organGrade") }
  var transaminases: Int? { inputs.whole("transaminaseGrade") }
  var isLifeThreatening: Bool? { inputs.flag("lifeThreatening") }
  var isFatal: Bool { inputs.flag("death") == true }

  static let crs = ScaleColumn(
    "crs", .flag, "a fever of CRS within 24 h, or an open episode", aliases: ["fever"])
  static let hypotension = ScaleColumn("hypotension", .flag, "hypotension of CRS")
  static let boluses = ScaleColumn(
    "boluses", .number(.count("boluses", 0...99)), "fluid boluses for hypotension within 24 h")
  static let pressors = ScaleColumn(
    "vasopressors", .number(.count("vasopressors", 0...9)),
    "vasopressors that run together, vasopressin among them")
  static let highDose = ScaleColumn(
    "highDose", .flag, "at a high dose for 3 h and more; asked with a vasopressor")
  static let hours = ScaleColumn(
    "vasopressorHours",
    .number(Measure("vasopressorHours", .hour, possible: 0...99_999)),
    "hours for which any has run; asked with a vasopressor")
  static let device = ScaleColumn(
    "device", .word(Oxygen.Device.allCases.map(\.rawValue)), "oxygen for hypoxia of CRS",
    aliases: ["oxygen"], spellings: ["air": "roomAir", "none": "roomAir", "room air": "roomAir"])
  static let fio2 = ScaleColumn(
    "fio2", .number(.fio2), "inspired oxygen; asked where oxygen is given")
  static let organ = ScaleColumn(
    "organGrade", .number(.count("organGrade", 0...4)),
    "highest CTCAE grade of organ toxicity, transaminases left out")
  static let transaminases = ScaleColumn(
    "transaminaseGrade", .number(.count("transaminaseGrade", 0...4)), "CTCAE grade of AST or ALT")
  static let lifeThreatening = ScaleColumn(
    "lifeThreatening", .flag, "a clinician calls it life-threatening")
  static let death = ScaleColumn("death", .flag, "death from CRS", optional: true)

  /// One domain and the grades that it may give.
  struct Domain {
    let name: String
    let bounds: ClosedRange<Int>
    /// The absent columns that could change it.
    var asks: [String] = []
    var open: [String: String] = [:]
  }

  /// The grade of a scale: the highest of its domains, 0 without CRS, 5 for a death from it.
  func finding(_ domains: [Domain]) -> ScaleFinding {
    if isFatal {
      return ScaleFinding(
        bounds: 5...5, parts: [ScalePart("death", 5...5)], asked: [])
    }
    guard isCRS != false else {
      return ScaleFinding(bounds: 0...0, parts: [ScalePart("crs", met: false)], asked: [])
    }
    let mild = isCRS == true ? 1...1 : 0...1
    let bounds = domains.reduce(mild) { $0.highest($1.bounds) }
    var finding = ScaleFinding(
      // Without knowing that it is CRS nothing speaks from below.
      bounds: isCRS == true ? bounds : 0...bounds.upperBound, asked: [])
    finding.parts = [ScalePart("crs", mild)]
    if isCRS == nil { finding.asked?.insert("crs") }
    for domain in domains {
      finding.parts.append(ScalePart(domain.name, domain.bounds))
      // What could not lift it above what is certain is not asked for.
      guard domain.bounds.upperBound > bounds.lowerBound else { continue }
      finding.asked?.formUnion(domain.asks)
      finding.open.merge(domain.open) { first, _ in first }
    }
    return finding
  }
}

extension CRSFacts {
  /// Oxygen by FiO2 below, or at and above, 40 %: the grades of a scale that parts them so.
  func oxygen(low: Int, high: Int, positivePressure: ClosedRange<Int>?, ventilator: Int) -> Domain {
    guard let device else {
      return Domain(name: "hypoxia", bounds: 0...ventilator, asks: ["device"])
    }
    let byFraction = fio2?.points { $0 >= 40 ? high : low } ?? low...high
    let open = byFraction.lowerBound < byFraction.upperBound && fio2 != nil
    let asks = fio2 == nil ? ["fio2"] : []
    let openFraction = open ? ["fio2": "only a limit is known"] : [:]
    switch device {
    case .roomAir: return Domain(name: "hypoxia", bounds: 0...0)
    case .invasiveVentilation, .ecmo:
      return Domain(name: "hypoxia", bounds: ventilator...ventilator)
    case .cpap, .bipap, .niv:
      if let positivePressure {
        return Domain(
          name: "hypoxia", bounds: positivePressure,
          open: positivePressure.count > 1 ? ["device": Self.isVentilator] : [:])
      }
      return Domain(
        name: "hypoxia", bounds: byFraction.lowerBound...ventilator, asks: asks,
        open: openFraction.merging(["device": Self.isVentilator]) { $1 })
    default:
      return Domain(name: "hypoxia", bounds: byFraction, asks: asks, open: openFraction)
    }
  }

  private static let isVentilator = "the scale does not say whether this is a ventilator"

  /// Organ toxicity by its CTCAE grade, grade 4 transaminitis as 3 (Lee 2014, CARTOX).
  var organs: Domain {
    let other = organ.map { $0...$0 } ?? 0...4
    let liver = transaminases.map { min($0, 3)...min($0, 3) } ?? 0...3
    return Domain(
      name: "organ toxicity", bounds: other.highest(liver),
      asks: (organ == nil ? ["organGrade"] : [])
        + (transaminases == nil ? ["transaminaseGrade"] : []))
  }

  /// Hypotension by fluids, one vasopressor at a low dose, or a high dose or several.
  func pressure(fluids: Int, lowDose: Int, highDose: Int, several: Int) -> Domain {
    guard let pressors else {
      return Domain(
        name: "hypotension", bounds: 0...max(highDose, several), asks: ["vasopressors"])
    }
    switch pressors {
    case 0:
      return hypotension.map {
        Domain(name: "hypotension", bounds: $0 ? fluids...fluids : 0...0)
      } ?? Domain(name: "hypotension", bounds: 0...fluids, asks: ["hypotension"])
    case 1:
      let bounds = isHighDose.map { $0 ? highDose...highDose : lowDose...lowDose }
      return Domain(
        name: "hypotension", bounds: bounds ?? lowDose...highDose,
        asks: bounds == nil ? ["highDose"] : [])
    default:
      return Domain(name: "hypotension", bounds: several...several)
    }
  }
}
