import Clinical

// Those whose pressure makes the grade tonight.
extension Ward {
  /// CD7-003: grade 2 by a low-flow cannula with the first lost point of ICE; a vasopressor half an
  /// hour after the demo begins.
  static func wangFang() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-003", name: "王芳", sex: .female, birthDate: "1997-05-02", diagnosis: "T-ALL",
        hospitalNumber: "00884471", language: "zh", weight: 580, height: 162),
      infusion: "2026-03-01", bed: "B07", clock: 1020)
    p.expansion = Expansion(peak: Moment(12, 610), decades: 5010)
    p.waves = [
      .crs(
        3, onset: Moment(3, 1730), height: Moment(4, 1800), ebb: Moment(5, 1500),
        end: Moment(7, 1800))
    ]
    p.reads(381, heart: 104, 109, 62, breaths: 19, spo2: 97, at: Moment(3, 1805))
    p.gives("paracetamol", 500, at: Moment(3, 1830), route: "PO", for: "fever")
    p.gives("cefepime", 2000, at: Moment(3, 1900), for: "febrile neutropenia", action: .start)
    p.gives("paracetamol", 500, at: Moment(4, 910), route: "PO", for: "fever")
    p.seen(at: Moment(4, 855), Moment(4, 2330))
    p.desaturates(at: Moment(5, 208), to: 89, treated: Moment(5, 215))
    p.oxygen(.nasalCannula, at: Moment(5, 215), flow: 40)
    p.watch = [Window(Moment(5, 200), p.end)]
    p.reads(384, heart: 118, 92, 50, breaths: 22, spo2: 93, at: Moment(5, 410))
    p.neuro = [
      (Moment(5, 412), .ice(4, 3, 1, 0, 1, handwriting: true)),
      (Moment(5, 900), .ice(4, 2, 1, 0, 0, handwriting: true)),
      (Moment(5, 1700), .ice(3, 2, 1, 0, 0, handwriting: true)),
      (Moment(6, 100), .ice(4, 3, 1, 0, 0)),
    ]
    p.hypotensive(from: Moment(5, 438), to: Moment(5, 458), by: 8)
    p.bolus(500, at: Moment(5, 442))
    p.pressor(.norepinephrine, .start, at: Moment(5, 500), rate: 80)
    p.gives("tocilizumab", 464, at: Moment(5, 510), for: "CRS")
    p.stay(.transfer, at: Moment(5, 545), bed: "ICU-2", unit: "ICU", level: .intensiveCare)
    p.repeats("dexamethasone", 10, from: Moment(5, 630), every: 6, times: 4)
    p.pressor(.norepinephrine, .stop, at: Moment(5, 2140))
    p.oxygen(.nasalCannula, at: Moment(5, 1820), flow: 20)
    let limits = (lower: DecimalNumber.places(1, 25), upper: DecimalNumber(5000))
    func result(_ code: LabVariable, _ value: Int, _ comparator: Comparator? = nil) -> LabResult {
      LabResult(
        code: code.rawValue, value: .places(1, value), unit: Unit.picogramPerMillilitre.rawValue,
        comparator: comparator, lowerLimitOfQuantification: limits.lower,
        upperLimitOfQuantification: limits.upper)
    }
    p.pinnedLabs = [
      (
        Moment(5, 600),
        Lab(
          results: [
            result(.interleukin6, 8740), result(.interleukin10, 25, .less),
            result(.interferonGamma, 4120), result(.tumourNecrosisFactorAlpha, 187),
          ], laboratory: "Immunology", kit: LaboratoryModel.kit, specimen: "serum")
      )
    ]
    return p
  }

  /// CD7-007: one vasopressor with vasopressin, in intensive care: grade 3.
  static func oneVasopressor() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-007", name: "张伟", sex: .male, birthDate: "1984-12-19", diagnosis: "T-ALL",
        hospitalNumber: "00884390", language: "zh", weight: 742, height: 175),
      infusion: "2026-02-28", bed: "B01", clock: 940)
    p.expansion = Expansion(peak: Moment(11, 610), decades: 5180)
    p.waves = [
      .crs(
        3, onset: Moment(2, 1300), height: Moment(4, 1200), ebb: Moment(6, 1400), end: Moment(9, 0))
    ]
    p.gives("paracetamol", 1000, at: Moment(2, 2215), route: "PO", for: "fever")
    p.add(
      .consciousness(Consciousness(level: .voice, cause: .sleep)), at: Moment(3, 215), delay: 2)
    p.hypotensive(from: Moment(4, 2000), to: Moment(4, 2050), by: 5)
    p.bolus(500, at: Moment(4, 2010))
    p.gives("tocilizumab", 590, at: Moment(4, 2130), for: "CRS")
    p.hypotensive(from: Moment(5, 1950), to: Moment(5, 2100), by: 8)
    p.bolus(500, at: Moment(5, 1955))
    p.bolus(500, at: Moment(5, 2030))
    p.pressor(.norepinephrine, .start, at: Moment(5, 2100), rate: 100)
    p.repeats("dexamethasone", 10, from: Moment(5, 2130), every: 6, times: 5)
    p.gives("tocilizumab", 590, at: Moment(5, 2140), for: "CRS")
    p.stay(.transfer, at: Moment(5, 2205), bed: "ICU-3", unit: "ICU", level: .intensiveCare)
    p.desaturates(at: Moment(5, 2320), to: 89, treated: Moment(5, 2326))
    p.oxygen(.nasalCannula, at: Moment(5, 2326), flow: 30)
    p.pressor(.vasopressin, .start, at: Moment(6, 100), rate: 30, .internationalUnitPerMinute)
    p.watch = [Window(Moment(4, 2000), Moment(5, 400)), Window(Moment(5, 1900), p.end)]
    p.add(
      .acknowledgement(
        Acknowledgement(rule: "A08", note: "norepinephrine started, intensive care called")),
      at: Moment(5, 2104), by: .physician, delay: 0)
    p.pressor(.vasopressin, .stop, at: Moment(6, 1010))
    p.pressor(.norepinephrine, .stop, at: Moment(6, 1850))
    return p
  }

  /// CD7-009: two vasopressors and vasopressin, ventilated and sedated: grade 4, ICE not
  /// assessable, interleukin 6 above what the kit measures.
  static func twoVasopressors() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-009", name: "刘洋", sex: .male, birthDate: "1996-04-27", diagnosis: "T-LBL",
        hospitalNumber: "00883918", language: "zh", weight: 660, height: 172),
      infusion: "2026-02-26", admission: Moment(-6, 1000), bed: "B02", clock: 1045)
    p.expansion = Expansion(peak: Moment(10, 610), decades: 5480)
    var wave = Wave.crs(
      4, onset: Moment(2, 500), height: Moment(4, 1800), ebb: Moment(8, 1600), end: Moment(11, 0))
    wave.cytokines = 11_800
    p.waves = [wave]
    p.gives("paracetamol", 1000, at: Moment(2, 1630), route: "PO", for: "fever")
    p.gives("meropenem", 1000, at: Moment(2, 1700), action: .start)
    p.desaturates(at: Moment(4, 150), to: 88, treated: Moment(4, 158))
    p.oxygen(.nasalCannula, at: Moment(4, 158), flow: 30)
    p.gives("tocilizumab", 528, at: Moment(4, 310), for: "CRS")
    p.gives("tocilizumab", 528, at: Moment(4, 1130), for: "CRS")
    p.oxygen(.highFlowNasalCannula, at: Moment(5, 900), flow: 400, fio2: 60)
    p.stay(.transfer, at: Moment(5, 1010), bed: "ICU-1", unit: "ICU", level: .intensiveCare)
    p.gives("tocilizumab", 528, at: Moment(5, 1020), for: "CRS")
    p.hypotensive(from: Moment(5, 1050), to: Moment(5, 1130), by: 9)
    p.bolus(500, at: Moment(5, 1055))
    p.pressor(.norepinephrine, .start, at: Moment(5, 1130), rate: 120)
    p.gives("methylprednisolone", 1000, at: Moment(5, 1200))
    p.repeats("methylprednisolone", 500, from: Moment(6, 0), every: 12, times: 5)
    p.hypotensive(from: Moment(6, 430), to: Moment(6, 500), by: 11)
    p.pressor(.epinephrine, .start, at: Moment(6, 500), rate: 60)
    p.pressor(.vasopressin, .start, at: Moment(6, 910), rate: 40, .internationalUnitPerMinute)
    p.repeats("anakinra", 100, from: Moment(6, 1000), every: 6, times: 9)
    p.gives(
      "midazolam", 4, .milligramPerHour, at: Moment(6, 1345), for: "ventilation", action: .start)
    p.gives(
      "fentanyl", 100, .microgramPerHour, at: Moment(6, 1346), for: "ventilation", action: .start)
    p.oxygen(.invasiveVentilation, at: Moment(6, 1400), fio2: 60)
    p.neuro = [
      (Moment(5, 1400), .ice(3, 2, 0, 0, 0)), (Moment(6, 1410), .unable(.sedated)),
    ]
    p.add(
      .consciousness(Consciousness(level: .unarousable, cause: .sedation)), at: Moment(6, 1412),
      by: .physician, delay: 2)
    p.watch = [Window(Moment(4, 100), p.end)]
    p.pressor(.epinephrine, .stop, at: Moment(8, 1240))
    p.pressor(.vasopressin, .stop, at: Moment(8, 2010))
    return p
  }

  /// CD7-010: a child of eleven with a push dose in the night of day 5, well since.
  static func pushDose() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-010", name: "李浩然", sex: .male, birthDate: "2014-09-03", diagnosis: "T-ALL",
        hospitalNumber: "00883702", language: "zh", weight: 375, height: 144),
      infusion: "2026-02-24", bed: "B06", clock: 1010)
    p.capdBaseline = 2
    p.expansion = Expansion(peak: Moment(10, 610), decades: 4610)
    p.waves = [
      .crs(
        2, onset: Moment(3, 1800), height: Moment(4, 1800), ebb: Moment(5, 2200),
        end: Moment(7, 1200))
    ]
    p.gives("ibuprofen", 370, at: Moment(4, 830), route: "PO", for: "fever")
    p.hypotensive(from: Moment(5, 208), to: Moment(5, 305), by: 6)
    p.bolus(375, at: Moment(5, 214))
    p.pressor(.phenylephrine, .bolus, at: Moment(5, 240), rate: 40_000, .microgram)
    p.gives("tocilizumab", 300, at: Moment(5, 310), for: "CRS")
    p.watch = [Window(Moment(5, 200), Moment(5, 1300))]
    p.slip(
      .vitals(.round(384, 88, 108, 64, 18, 98)), to: .vitals(.round(374, 88, 108, 64, 18, 98)),
      at: Moment(8, 1404), after: 25, "typed 38.4 for 37.4")
    p.notDone(.cytokines, .refused, at: Moment(8, 605))
    return p
  }
}
