import Clinical
import Grading
import TestSupport

/// What is in force at one bedside at one moment, as far as CRS asks.
struct CRSBedside {
  enum Temperature: CaseIterable { case fever, normal, missing }
  enum Pressure: CaseIterable { case missing, low, adequate }
  enum Saturation: CaseIterable { case missing, low, lowFromDevice, adequate }
  /// What went before.
  enum Past: CaseIterable {
    /// Never febrile.
    case calm
    /// Never febrile, with an antipyretic an hour ago.
    case suppressed
    /// Febrile 20 h ago.
    case lookBack
    /// Febrile 30 h ago, the episode held open by an antipyretic.
    case open
    /// An episode that closed a day ago.
    case closed
    /// The same, after tocilizumab.
    case masked
  }
  struct Agent {
    var agent: VasoactiveAgent
    var isPush = false
    var indication: Vasopressor.Indication?
  }

  var past = Past.calm
  var temperature = Temperature.normal
  var pressure = Pressure.adequate
  var saturation = Saturation.adequate
  var bolus = false
  var agents: [Agent] = []
  /// `nil`: no oxygen event ever.
  var oxygen: (device: Oxygen.Device, flow: Double?, indication: Oxygen.Indication?)?

  /// The ASTCT table of CRS (Lee 2019) with the documented choices at their defaults, for an adult
  /// without support of his own, written as plainly as it can be.
  var verdict: Verdict {
    var flags: Set<String> = []

    // Hypotension: what is given, with and without the prompts.
    let given = agents.filter { $0.indication == nil || $0.indication == .hypotension }
    let hypotension = pressors(given)
    let firmHypotension = pressors(given.filter { !$0.isPush && !isReviewed($0.agent) })
    if given.contains(where: { isInotrope($0.agent) }) { flags.insert("inotropeReview") }
    if given.contains(where: { isAdjunct($0.agent) || $0.agent == .other }) {
      flags.insert("vasopressorReview")
    }
    let hLow = max(hypotension, bolus || pressure == .low ? 2 : 0)
    let hFirm = max(firmHypotension, bolus ? 2 : 0)
    let hHigh = pressure == .missing ? max(hLow, 2) : hLow

    // Hypoxia.
    let support = oxygen ?? (past == .closed || past == .masked ? (.roomAir, nil, nil) : nil)
    var oLow = 0
    var oFirm = 0
    var oHigh = 0
    let untreated = saturation == .low ? 2 : 0
    // A cannula at 0 L/min is room air, whatever it was put on for.
    let isRoomAir =
      support?.device == .roomAir || support?.device == .nasalCannula && support?.flow == 0
    if isRoomAir {
      (oLow, oHigh) = (untreated, untreated)
      if oxygen == nil, saturation == .missing { flags.insert("oxygenUnconfirmed") }
    } else if let support {
      switch support.indication {
      case .comfort, .airwayProtection, .procedure: break
      case nil, .hypoxia, .chronic, .sleepApnoea:
        switch support.device {
        case .roomAir: break
        case .nasalCannula:
          switch support.flow {
          case nil: (oLow, oFirm, oHigh) = (2, 2, 3)
          case .some(let flow): (oLow, oFirm, oHigh) = flow > 6 ? (3, 3, 3) : (2, 2, 2)
          }
        case .blowBy: (oLow, oFirm, oHigh) = (2, 2, 2)
        case .highFlowNasalCannula:
          switch support.flow {
          case nil: (oLow, oFirm, oHigh) = (3, 0, 3)
          case .some(let flow) where flow > 6: (oLow, oFirm, oHigh) = (3, 3, 3)
          case .some:
            (oLow, oFirm, oHigh) = (2, 0, 2)
            flags.insert("paediatricHighFlowReview")
          }
        case .simpleFaceMask, .venturiMask, .partialRebreather, .nonRebreather, .faceTent,
          .aerosolMask, .tracheostomyCollar:
          (oLow, oFirm, oHigh) = (3, 3, 3)
        case .cpap, .bipap, .niv, .invasiveVentilation, .ecmo: (oLow, oFirm, oHigh) = (4, 4, 4)
        }
      }
    } else if saturation == .missing {
      oHigh = 4
    } else {
      (oLow, oFirm, oHigh) = (untreated, 0, untreated)
    }

    let low = max(hLow, oLow)
    let firm = max(hFirm, oFirm)
    let high = max(hHigh, oHigh)
    let isFever = temperature == .fever || past == .lookBack
    let isOpen = isFever || past == .open
    let isMasked = past == .masked

    if temperature == .missing, pressure == .missing, saturation == .missing, low < 2 {
      return Verdict(
        status: .indeterminate, grade: nil, atLeast: isOpen ? 1 : 0, atMost: 4, flags: flags)
    }
    if isOpen {
      return .bounded(
        max(low, 1), max(high, 1), provisional: max(low, 1) > max(firm, 1), flags: flags)
    }
    // Without a temperature there may be a fever that nobody measured.
    let mayBeFebrile = temperature == .missing ? max(high, 1) : 0
    if isMasked {
      if low >= 2 { flags.insert("possibleMaskedCRS") }
      return .bounded(
        low >= 2 ? low : 0, max(high >= 2 ? high : 0, mayBeFebrile), provisional: low >= 2,
        flags: flags)
    }
    if low >= 2 {
      flags.insert("signsWithoutFever")
      if past == .suppressed { flags.insert("possibleMaskedCRS") }
    }
    return .bounded(0, mayBeFebrile, provisional: low >= 2, flags: flags)
  }

  private func pressors(_ given: [Agent]) -> Int {
    let vasopressors = Set(
      given.map(\.agent).filter { !isInotrope($0) && !isAdjunct($0) })
    let counted = vasopressors.subtracting([
      .vasopressin, .terlipressin, .ornipressin, .selepressin,
    ])
    if counted.count >= 2 { return 4 }
    if !vasopressors.isEmpty { return 3 }
    return given.isEmpty ? 0 : 2
  }

  private func isInotrope(_ agent: VasoactiveAgent) -> Bool {
    agent == .dobutamine || agent == .milrinone || agent == .levosimendan
  }

  private func isAdjunct(_ agent: VasoactiveAgent) -> Bool {
    agent == .midodrine || agent == .droxidopa || agent == .methyleneBlue
      || agent == .hydroxocobalamin
  }

  private func isReviewed(_ agent: VasoactiveAgent) -> Bool {
    isInotrope(agent) || isAdjunct(agent)
  }
}

extension CRSBedside {
  /// The moment of the walk, in hours after the infusion.
  static let now = 60.0

  /// The same bedside as events: what went before, and everything else observed now.
  var history: History {
    var h = History()
    let now = Self.now
    switch past {
    case .calm: break
    case .suppressed: h.drug(now - 1, "paracetamol")
    case .lookBack: h.vitals(now - 20, t: 38.6)
    case .open:
      h.vitals(now - 30, t: 38.6)
      h.drug(now - 1, "paracetamol")
    case .closed, .masked:
      h.vitals(4, t: 38.6, sys: 118, spo2: 97)
      h.oxygen(4, .roomAir)
      if past == .masked { h.drug(5, "tocilizumab") }
      for hour in stride(from: 8.0, through: 28, by: 4) { h.normal(hour) }
    }
    if let oxygen { h.oxygen(now, oxygen.device, flow: oxygen.flow, for: oxygen.indication) }
    if bolus { h.bolus(now) }
    for agent in agents {
      h.pressor(now, agent.agent, agent.isPush ? .bolus : .start, for: agent.indication)
    }
    let t: Double? =
      switch temperature {
      case .fever: 38.0
      case .normal: 37.9
      case .missing: nil
      }
    let sys: Int? =
      switch pressure {
      case .low: 89
      case .adequate: 90
      case .missing: nil
      }
    if t != nil || sys != nil { h.vitals(now, t: t, sys: sys) }
    switch saturation {
    case .missing: break
    case .low: h.vitals(now, spo2: 89)
    case .lowFromDevice: h.vitals(now, spo2: 89, source: "hl7:monitor")
    case .adequate: h.vitals(now, spo2: 95)
    }
    return h
  }

  var engine: Verdict { Verdict(history.graded.grades(at: History.at(Self.now)).crs) }
}
