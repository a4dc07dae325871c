import Clinical

// The youngest, and those at the beginning of their course.
extension Ward {
  /// CD7-004: two years old, blow-by oxygen and a CAPD above his own: grade 2 and 1.
  static func blowByInfant() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-004", name: "陈子轩", sex: .male, birthDate: "2024-01-15", diagnosis: "T-ALL",
        hospitalNumber: "00884266", language: "zh", weight: 124, height: 89),
      infusion: "2026-02-28", bed: "B05", clock: 1100)
    p.capdBaseline = 3
    p.expansion = Expansion(peak: Moment(11, 610), decades: 4880)
    p.waves = [
      .crs(
        2, onset: Moment(3, 1200), height: Moment(4, 1200), ebb: Moment(6, 1600), end: Moment(8, 0))
    ]
    for time in [Moment(3, 2010), Moment(4, 810), Moment(5, 1010)] {
      p.gives("paracetamol", 180, at: time, route: "PO", for: "fever")
    }
    p.add(
      .consciousness(Consciousness(level: .voice, cause: .sleep)), at: Moment(4, 212), delay: 4)
    p.desaturates(at: Moment(5, 2248), to: 88, treated: Moment(5, 2255))
    p.oxygen(.blowBy, at: Moment(5, 2255), flow: 60)
    p.gives("tocilizumab", 148, at: Moment(6, 20), for: "CRS")
    p.neuro = [
      (Moment(5, 2210), .capd(above: 4)), (Moment(6, 1300), .capd(above: 2)),
      (Moment(6, 2110), .capd(above: 0)),
    ]
    p.watch = [Window(Moment(5, 2200), p.end)]
    p.oxygen(.roomAir, at: Moment(6, 1935))
    return p
  }

  /// CD7-008: a fever that paracetamol hides tonight; the episode is open: grade 1.
  static func maskedTonight() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-008", name: "Sofia Rossi", sex: .female, birthDate: "2009-08-19",
        diagnosis: "T-LBL", hospitalNumber: "00884513", language: "en", weight: 537, height: 165),
      infusion: "2026-03-02", bed: "B11", clock: 1050)
    p.expansion = Expansion(peak: Moment(12, 610), decades: 4700)
    p.waves = [
      .crs(
        1, onset: Moment(2, 1400), height: Moment(3, 600), ebb: Moment(4, 2200), end: Moment(6, 600)
      )
    ]
    p.gives("paracetamol", 750, at: Moment(3, 1010), route: "PO", for: "fever")
    p.reads(387, heart: 112, 108, 60, breaths: 20, spo2: 98, at: Moment(3, 2145))
    p.gives("paracetamol", 750, at: Moment(3, 2200), route: "PO", for: "fever")
    p.gives("paracetamol", 750, at: Moment(4, 255), route: "PO", for: "fever", delay: 3)
    p.reads(373, heart: 92, 106, 58, breaths: 18, spo2: 98, at: Moment(4, 410))
    p.reads(386, heart: 114, 107, 59, breaths: 21, spo2: 97, at: Moment(4, 1020))
    p.notDone(.vitals, .refused, at: Moment(3, 205))
    return p
  }

  /// CD7-013: five years old, fever since yesterday: grade 1. Somebody else's round stood under her
  /// name for some minutes.
  static func youngestFever() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-013", name: "林小雨", sex: .female, birthDate: "2020-06-30", diagnosis: "T-ALL",
        hospitalNumber: "00884547", language: "zh", weight: 183, height: 110),
      infusion: "2026-03-03", bed: "B12", clock: 1035)
    p.capdBaseline = 4
    p.expansion = Expansion(peak: Moment(12, 610), decades: 4650)
    p.waves = [
      .crs(
        1, onset: Moment(2, 1000), height: Moment(2, 2200), ebb: Moment(4, 1200), end: Moment(6, 0))
    ]
    p.reads(384, heart: 131, 98, 57, breaths: 25, spo2: 98, at: Moment(2, 2003))
    p.gives("paracetamol", 270, at: Moment(2, 2015), route: "PO", for: "fever")
    p.misfiled(
      .vitals(.round(368, 82, 108, 66, 19, 98)), at: Moment(2, 205), after: 12,
      "wrong patient: belongs to B14")
    p.add(
      .consciousness(Consciousness(level: .voice, cause: .sleep)), at: Moment(2, 220), delay: 3)
    return p
  }

  /// CD7-014: nine years old, infused yesterday, still well.
  static func dayOne() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-014", name: "Lukáš Novák", sex: .male, birthDate: "2016-12-05",
        diagnosis: "T-LBL", hospitalNumber: "00884601", language: "en", weight: 290, height: 134),
      infusion: "2026-03-05", bed: "B14", clock: 1025)
    p.capdBaseline = 2
    p.expansion = Expansion(peak: Moment(12, 610), decades: 4700)
    p.waves = [
      .crs(1, onset: Moment(1, 1700), height: Moment(2, 200), ebb: Moment(3, 0), end: Moment(5, 0))
    ]
    p.reads(368, heart: 82, 108, 66, breaths: 19, spo2: 98, at: Moment(0, 205))
    return p
  }

  /// CD7-020: in preconditioning, infused in three days.
  static func beforeInfusion() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-020", name: "Jonas Weber", sex: .male, birthDate: "2012-09-15",
        diagnosis: "T-ALL", hospitalNumber: "00884655", language: "en", weight: 448, height: 158),
      infusion: "2026-03-09", bed: "B18", clock: nil)
    p.seen(at: Moment(-4, 1800), Moment(-3, 1800))
    p.note(
      "Consent of both parents on file; explained again with the child.", at: Moment(-4, 1510),
      by: .physician)
    return p
  }
}
