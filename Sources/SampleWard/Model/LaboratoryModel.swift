import Clinical

/// Laboratory values from the waves, the CAR-T expansion and the counts of a script; each variable
/// follows the latent level with a lag of its own.
struct LaboratoryModel {
  let script: PatientScript
  var random: SeededRandom
  private let tocilizumab: [Moment]
  private let base: Base

  /// The patient's own values before everything.
  private struct Base {
    var il6: Int, il10: Int, ifng: Int, tnfa: Int
    var crp: Int, ferritin: Int, fibrinogen: Int, ldh: Int
    var ast: Int, alt: Int, creatinine: Int, haemoglobin: Int, cd7: Int
  }

  init(_ script: PatientScript, random: SeededRandom) {
    self.script = script
    self.random = random
    tocilizumab = script.steps.compactMap { step in
      guard case .medication(let drug)? = step.content, drug.drug == "tocilizumab" else {
        return nil
      }
      return step.at
    }
    let child = script.age < 12
    base = Base(
      il6: self.random.within(2600...6500), il10: self.random.within(1600...4200),
      ifng: self.random.within(2200...6800), tnfa: self.random.within(1800...4500),
      crp: self.random.within(1500...9000), ferritin: self.random.within(260...780),
      fibrinogen: self.random.within(250...330), ldh: self.random.within(170...290),
      ast: self.random.within(17...33), alt: self.random.within(15...38),
      creatinine: child ? self.random.within(24...41) : self.random.within(52...88),
      haemoglobin: self.random.within(88...104), cd7: self.random.within(520...780))
  }

  /// The highest contribution of any wave, `lag` hours after its cause, with the share that still
  /// stands from a slower fall.
  private func driven(
    _ part: KeyPath<Wave, Int>, at moment: Moment, lag hours: Int, slow: Int = 0
  ) -> Int {
    var strongest = 0
    for wave in script.waves {
      var level = wave.level(at: moment - hours * 60)
      if slow > 0, moment > wave.ebb {
        // A slow variable falls by halves of its own pace, whatever the wave does.
        let since = max(0, moment - wave.ebb - hours * 60)
        level = max(level, max(0, 1000 - since * 1000 / (slow * 1440)))
      }
      let value = wave[keyPath: part] * level / 1000
      if abs(value) > abs(strongest) { strongest = value }
    }
    return strongest
  }

  private mutating func noisy(_ value: Int, percent: Int = 6) -> Int {
    value + value * random.spread(percent * 10) / 1000
  }

  private func hoursSinceTocilizumab(_ moment: Moment) -> Int? {
    tocilizumab.filter { $0 <= moment }.max().map { (moment - $0) / 60 }
  }

  /// Counts and chemistry of one morning.
  mutating func routine(at moment: Moment) -> [LabResult] {
    let day = moment.minutes * 10 / 1440
    let marrow = 1000 - driven(\.marrow, at: moment, lag: 24)
    let anc = noisy(
      FixedPoint.curve(script.neutrophils.map { ($0.0 * 10, $0.1) }, at: day) * marrow / 1000,
      percent: 9)
    let share = script.expansion?.share(at: moment) ?? 0
    let early = FixedPoint.curve(
      [(-60, 900), (-20, 220), (0, 60), (40, 30), (140, 260), (300, 480), (900, 1100)], at: day)
    let lym = noisy(early + share * 9 / 10, percent: 8)
    let plt = noisy(
      FixedPoint.curve(script.platelets.map { ($0.0 * 10, $0.1) }, at: day) * marrow / 1000,
      percent: 7)
    var crp = FixedPoint.raised(
      noisy(base.crp, percent: 8), doublings: driven(\.crp, at: moment, lag: 10, slow: 6))
    if let hours = hoursSinceTocilizumab(moment), hours > 8 {
      // Signalling through the receptor is what makes CRP: it halves in about a day, and comes back
      // in the second week.
      let hold = FixedPoint.curve([(8, 0), (152, 5200), (190, 5200), (330, 0)], at: hours)
      crp = max(noisy(1100, percent: 18), FixedPoint.raised(crp, doublings: -hold))
    }
    let ferritin = FixedPoint.raised(
      noisy(base.ferritin), doublings: driven(\.ferritin, at: moment, lag: 26, slow: 12))
    let liver = driven(\.liver, at: moment, lag: 22, slow: 9)
    let ast = FixedPoint.raised(noisy(base.ast), doublings: liver)
    let alt = FixedPoint.raised(noisy(base.alt), doublings: liver * 94 / 100)
    let ldh = FixedPoint.raised(noisy(base.ldh), doublings: liver * 55 / 100 + share * 3 / 10)
    let fibrinogen = noisy(
      max(62, base.fibrinogen + driven(\.fibrinogen, at: moment, lag: 16, slow: 4)), percent: 4)
    let heme = noisy(
      base.haemoglobin - FixedPoint.curve([(-60, 0), (80, 16), (200, 10), (600, -18)], at: day),
      percent: 3)
    let wbc = anc + lym + noisy(90, percent: 30)
    return [
      count(.leukocytes, wbc, places: 3), count(.neutrophils, anc, places: 3),
      count(.lymphocytes, lym, places: 3), result(.haemoglobin, heme, places: 0, .gramPerLitre),
      result(.platelets, max(3, plt), places: 0, .billionPerLitre, lower: 125, upper: 350),
      result(
        .cReactiveProtein, FixedPoint.rounded(crp / 100, digits: 3), places: 1, .milligramPerLitre,
        upper: 80),
      result(
        .ferritin, FixedPoint.rounded(ferritin, digits: 4), places: 0, .microgramPerLitre,
        upper: 400),
      result(.fibrinogen, fibrinogen, places: 2, .gramPerLitre, lower: 200, upper: 400),
      result(.lactateDehydrogenase, ldh, places: 0, .unitPerLitre, upper: 250),
      result(.aspartateAminotransferase, ast, places: 0, .unitPerLitre, upper: 40),
      result(.alanineAminotransferase, alt, places: 0, .unitPerLitre, upper: 50),
      result(.creatinine, noisy(base.creatinine, percent: 5), places: 0, .micromolePerLitre),
      result(
        .sodium, 139 - driven(\.saturation, at: moment, lag: 12) / 2 + random.within(-2...2),
        places: 0, .millimolePerLitre),
      result(.potassium, 400 + random.within(-45...45), places: 2, .millimolePerLitre),
    ]
  }

  private func count(_ variable: LabVariable, _ perMicrolitre: Int, places: Int) -> LabResult {
    let value = FixedPoint.rounded(max(0, perMicrolitre) / 10 * 10, digits: 3)
    return result(variable, value, places: places, .billionPerLitre)
  }
}

extension LaboratoryModel {
  /// A result in units of 10^-`places`, its reference interval in the same.
  func result(
    _ variable: LabVariable, _ value: Int, places: Int, _ unit: Unit, comparator: Comparator? = nil,
    lower: Int? = nil, upper: Int? = nil, limits: (lower: Int, upper: Int)? = nil
  ) -> LabResult {
    LabResult(
      code: variable.rawValue, value: .places(places, value), unit: unit.rawValue,
      comparator: comparator, lower: lower.map { .places(places, $0) },
      upper: upper.map { .places(places, $0) },
      lowerLimitOfQuantification: limits.map { .places(places, $0.lower) },
      upperLimitOfQuantification: limits.map { .places(places, $0.upper) })
  }
}

extension LaboratoryModel {
  /// The kit's limits of quantification in pg/mL; a result outside is only a bound.
  static let kit = "Cytokine bead assay, lot 25-114"
  private static let limits = (lower: 250, upper: 500_000)

  /// The four cytokines, always together.
  mutating func cytokines(at moment: Moment) -> [LabResult] {
    let drive = driven(\.cytokines, at: moment, lag: 2)
    var six = drive
    if let hours = hoursSinceTocilizumab(moment), hours < 168 {
      // The blocked receptor no longer clears it: interleukin 6 rises although the patient is
      // better.
      six += 1900 * min(hours, 6) / 6 * (168 - hours) / 168
    }
    let values = [
      (LabVariable.interleukin6, base.il6, six, 700),
      (.interleukin10, base.il10, drive * 66 / 100, 500),
      (.interferonGamma, base.ifng, drive * 88 / 100, 1800),
      (.tumourNecrosisFactorAlpha, base.tnfa, drive * 30 / 100, 2300),
    ]
    return values.map { variable, own, doublings, upper in
      // Thousandths of pg/mL to hundredths, three significant digits.
      let exact = FixedPoint.raised(noisy(own, percent: 11), doublings: doublings) / 10
      let value = FixedPoint.rounded(exact, digits: 3)
      let comparator: Comparator? =
        value < Self.limits.lower ? .less : value > Self.limits.upper ? .greater : nil
      let shown =
        comparator == .less ? Self.limits.lower : min(value, Self.limits.upper)
      return result(
        variable, shown, places: 2, .picogramPerMillilitre, comparator: comparator, upper: upper,
        limits: Self.limits)
    }
  }

  /// CAR-T cells by PCR and by flow, and the CD7-positive cells that they remove.
  mutating func cells(at moment: Moment) -> [LabResult] {
    let copies = script.expansion?.copies(at: moment) ?? 0
    let share = script.expansion?.share(at: moment) ?? 0
    let measured = noisy(copies, percent: 3)
    let isBelow = measured < Expansion.limit
    let percent = min(820, noisy(share * 62 / 100, percent: 7))
    let car = noisy(share * 6 / 10, percent: 8)
    // The cells with the target go as the CAR-T cells come.
    let killed = script.expansion.map { CD7Loss.share(at: moment, $0) } ?? 0
    let cd7 = max(1, noisy(base.cd7 * (1000 - killed) / 1000, percent: 8))
    let cd7Cells = max(0, noisy(40 * (1000 - killed) / 1000, percent: 12))
    return [
      result(
        .carCopies, isBelow ? Expansion.limit : FixedPoint.rounded(measured, digits: 4), places: 0,
        .copiesPerMicrogram, comparator: isBelow ? .less : nil),
      result(.carPercentage, percent, places: 1, .percent),
      result(.carCells, max(0, car), places: 0, .cellsPerMicrolitre),
      result(.cd7Percentage, cd7, places: 1, .percent),
      result(.cd7Cells, cd7Cells, places: 0, .cellsPerMicrolitre),
    ]
  }
}

/// How much of the CD7-positive cells is gone: from a few days before the peak and for months, until
/// a graft brings new ones.
enum CD7Loss {
  static func share(at moment: Moment, _ expansion: Expansion) -> Int {
    let lost = FixedPoint.curve(
      [(-7, 0), (-3, 350), (0, 940), (4, 998), (60, 996), (300, 980)],
      at: (moment - expansion.peak) / 1440)
    guard let gone = expansion.gone else { return lost }
    return lost * FixedPoint.curve([(20, 1000), (120, 150)], at: (moment - gone) / 1440) / 1000
  }
}
