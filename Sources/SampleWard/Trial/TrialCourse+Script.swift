import Clinical

extension TrialCourse {
  /// The script of this course: the month in hospital, then the visits.
  func script(_ random: inout SeededRandom) -> PatientScript {
    let start = CalendarDate(year: 2021, month: 11, day: 8)?.dayNumber ?? 0
    let infusion = CalendarDate(dayNumber: start + Int64(infusedAfter))
    let birth = CalendarDate(
      dayNumber: infusion.dayNumber - Int64(age * 1461 / 4 + random.within(20...340)))
    let digits = number < 10 ? "0\(number)" : "\(number)"
    let adult = age >= 16
    let weight = FixedPoint.curve(
      [(2, 125), (6, 205), (11, 370), (16, 560), (25, 640), (60, 680)], at: age)
    let height = FixedPoint.curve([(2, 88), (6, 116), (11, 144), (16, 167), (60, 169)], at: age)
    var p = PatientScript(
      Identity(
        id: "SIM-0\(digits)", name: "Invented \(digits)", sex: isFemale ? .female : .male,
        birthDate: "\(birth)", diagnosis: isLymphoma ? "T-LBL" : "T-ALL",
        hospitalNumber: "9900\(digits)", language: "zh",
        weight: weight + random.within(-20...40), height: height + (isFemale && adult ? -9 : 3)),
      infusion: "\(infusion)", admission: Moment(-5, 900), end: Moment(30, 930))
    p.opens(bed: "T\(digits)", infusionClock: 1000 + random.within(0...59), dose: 1000)
    p.capdBaseline = random.within(2...4)
    p.expansion = Expansion(peak: Moment(peakDay, 610), decades: decades)
    let nadir = random.within(-2...4)
    p.neutrophils = p.neutrophils.map { ($0.0 > 3 && $0.0 < 60 ? $0.0 + nadir : $0.0, $0.1) }
    p.platelets = p.platelets.map { ($0.0, $0.1 * random.within(70...125) / 100) }
    if extramedullary != .none {
      p.add(
        .finding(Finding(name: "extramedullary disease", present: true)), at: Moment(-5, 1500),
        by: .physician)
    }
    addCRS(to: &p, &random)
    addNeurotoxicity(to: &p, &random)
    addCounts(to: &p, nadir: nadir)
    p.stay(.discharge, at: Moment(30, 1100))
    addFollowUp(to: &p)
    return p
  }

  private func addCRS(to p: inout PatientScript, _ random: inout SeededRandom) {
    guard crs > 0 else { return }
    // Those who expand earlier are ill earlier.
    let onset = Moment(max(1, peakDay - 9 + random.within(0...2)), random.within(6...18) * 100)
    let hours = [34, 52, 76][crs - 1] + random.within(0...14)
    let wave = Wave.crs(
      crs, onset: onset, height: onset + 960, ebb: onset + 960 + hours * 60,
      end: onset + 960 + hours * 60 + 1500)
    p.waves = [wave]
    let paracetamol = min(1000, p.identity.weight * 3 / 2 / 50 * 50)
    p.gives("paracetamol", max(100, paracetamol), at: onset + 1130, route: "PO", for: "fever")
    if random.chance(permille: 700) {
      p.gives(
        "meropenem", min(1000, p.identity.weight * 2), at: onset + 1200, for: "febrile neutropenia",
        action: .start)
    }
    let treated = onset + 1500
    let tocilizumab = p.identity.weight * (p.identity.weight < 300 ? 12 : 8) / 10
    if crs >= 2 {
      p.gives("tocilizumab", min(800, tocilizumab), at: treated + 75, for: "CRS")
      if crs == 2, number % 2 == 0 {
        p.desaturates(at: treated - 6, to: 89, treated: treated)
        p.oxygen(.nasalCannula, at: treated, flow: 20)
        p.oxygen(.roomAir, at: treated + 1200)
        p.watch = [Window(treated - 30, treated + 1260)]
      } else {
        p.hypotensive(from: treated, to: treated + 40, by: 4)
        p.bolus(min(500, p.identity.weight), at: treated + 8)
        p.watch = [Window(treated - 30, treated + 420)]
      }
    }
    if crs == 3 {
      p.pressor(.norepinephrine, .start, at: treated + 50, rate: 80)
      p.repeats("dexamethasone", p.age < 12 ? 5 : 10, from: treated + 90, every: 6, times: 5)
      p.stay(.transfer, at: treated + 80, bed: "ICU-1", unit: "ICU", level: .intensiveCare)
      p.pressor(.norepinephrine, .stop, at: treated + 50 + 1150)
      p.stay(.transfer, at: treated + 2500, bed: "T\(number)", level: .ward)
      p.watch = [Window(treated - 30, treated + 1500)]
    }
    let stop = wave.end + 1440
    p.adverseEvent(
      "Cytokine release syndrome", grade: crs, from: onset, to: stop, serious: crs >= 3,
      scale: "ASTCT-CRS-2019", action: crs >= 2 ? "tocilizumab" : "none", outcome: "recovered",
      entered: Moment(stop.day + 1, 1500))
  }

  private func addNeurotoxicity(to p: inout PatientScript, _ random: inout SeededRandom) {
    guard hasNeurotoxicity else { return }
    let start = Moment((p.waves.first?.ebb.day ?? 6) + 1, 1410)
    p.neuro = [
      (start, p.usesCAPD ? .capd(above: 3) : .ice(4, 3, 1, 0, 1, handwriting: true)),
      (start + 1070, p.usesCAPD ? .capd(above: 2) : .ice(4, 2, 1, 0, 1, handwriting: true)),
      (start + 2640, .well),
    ]
    p.adverseEvent(
      "Immune effector cell-associated neurotoxicity syndrome", grade: 1, from: start,
      to: start + 2640, scale: "ASTCT-ICANS-2019", action: "none", outcome: "recovered",
      entered: Moment(start.day + 4, 1500))
  }

  private func addCounts(to p: inout PatientScript, nadir: Int) {
    p.adverseEvent(
      "Neutrophil count decreased", grade: 4, from: Moment(1), to: Moment(17 + nadir),
      outcome: "recovered", entered: Moment(19 + nadir, 1600))
    p.adverseEvent(
      "Platelet count decreased", grade: number % 3 == 0 ? 4 : 3, from: Moment(4), to: Moment(22),
      outcome: "recovered", entered: Moment(24, 1600))
    if number % 4 == 1 {
      p.adverseEvent(
        "Lung infection", grade: 3, from: Moment(19), to: Moment(29), serious: true,
        relatedness: "possibly related", action: "antimicrobials", outcome: "recovered",
        entered: Moment(29, 1600))
    }
  }
}
