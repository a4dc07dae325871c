import Clinical

// Those whose oxygen matters, or looks as if it did.
extension Ward {
  /// CD7-005: his own CPAP for sleep apnoea every night, an overload after transfusion that was
  /// attributed, and a grade 1 of its own now.
  static func homeCPAP() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-005", name: "Jürgen Hoffmann", sex: .male, birthDate: "1966-01-30",
        diagnosis: "T-LBL", hospitalNumber: "00883655", language: "en", weight: 884, height: 179),
      infusion: "2026-02-25", admission: Moment(-6, 1100), bed: "B09", clock: 1130)
    p.expansion = Expansion(peak: Moment(13, 610), decades: 4550)
    p.oxygen(.cpap, at: Moment(-6, 1130), for: .sleepApnoea)
    for day in 0...9 {
      p.oxygen(.roomAir, at: Moment(day, day == 0 ? 1300 : 702))
      p.oxygen(.cpap, at: Moment(day, 2208), for: .sleepApnoea)
    }
    p.bolus(420, at: Moment(4, 1410), for: .transfusion)
    p.desaturates(at: Moment(4, 1610), to: 87, treated: Moment(4, 1614))
    p.oxygen(.simpleFaceMask, at: Moment(4, 1614), flow: 60)
    p.attributes(
      .hypoxia, to: .other, "overload after two units of red cells (TACO)", at: Moment(4, 1640))
    p.gives("furosemide", 40, at: Moment(4, 1645), for: "overload")
    p.oxygen(.nasalCannula, at: Moment(4, 1915), flow: 20)
    p.oxygen(.roomAir, at: Moment(4, 2140))
    p.watch = [Window(Moment(4, 1600), Moment(4, 2200))]
    p.adverseEvent(
      "Transfusion associated circulatory overload", grade: 2, from: Moment(4), to: Moment(4),
      relatedness: "not related", outcome: "recovered", entered: Moment(5, 1000))
    p.waves = [
      .crs(
        1, onset: Moment(6, 1000), height: Moment(7, 600), ebb: Moment(9, 0), end: Moment(10, 1200))
    ]
    p.reads(384, heart: 96, 124, 70, breaths: 19, spo2: 96, at: Moment(8, 1840))
    p.gives("paracetamol", 1000, at: Moment(7, 1030), route: "PO", for: "fever")
    return p
  }

  /// CD7-006: high-flow cannula at 30 L/min: grade 3.
  static func highFlow() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-006", name: "Nguyễn Thị Mai", sex: .female, birthDate: "2001-06-11",
        diagnosis: "T-ALL", hospitalNumber: "00884102", language: "en", weight: 490, height: 156),
      infusion: "2026-02-27", bed: "B03", clock: 1000)
    p.expansion = Expansion(peak: Moment(12, 610), decades: 5250)
    p.waves = [
      .crs(
        3, onset: Moment(3, 800), height: Moment(5, 600), ebb: Moment(7, 1200), end: Moment(9, 1200)
      )
    ]
    p.gives("paracetamol", 500, at: Moment(3, 2230), route: "PO", for: "fever")
    p.desaturates(at: Moment(5, 302), to: 89, treated: Moment(5, 310))
    p.oxygen(.nasalCannula, at: Moment(5, 310), flow: 20)
    p.gives("tocilizumab", 392, at: Moment(5, 420), for: "CRS")
    p.slip(
      .oxygen(Oxygen(device: .nasalCannula, flow: Quantity(DecimalNumber(50), .litrePerMinute))),
      to: .oxygen(Oxygen(device: .nasalCannula, flow: Quantity(DecimalNumber(5), .litrePerMinute))),
      at: Moment(5, 2010), after: 6, "typed 50 for 5.0 L/min")
    p.gives("tocilizumab", 392, at: Moment(5, 2030), for: "CRS")
    p.desaturates(at: Moment(6, 950), to: 88, treated: Moment(6, 1000))
    p.oxygen(.highFlowNasalCannula, at: Moment(6, 1000), flow: 300, fio2: 45)
    p.repeats("dexamethasone", 10, from: Moment(6, 1030), every: 6, times: 6)
    p.add(
      .acknowledgement(Acknowledgement(rule: "A07", note: "high-flow running, gases at 11:00")),
      at: Moment(6, 1006), by: .physician, delay: 0)
    p.watch = [Window(Moment(5, 300), p.end)]
    p.oxygen(.highFlowNasalCannula, at: Moment(7, 1110), flow: 250, fio2: 40)
    p.oxygen(.nasalCannula, at: Moment(7, 1900), flow: 60)
    return p
  }

  /// CD7-011: oxygen of her own, an ICE of her own, an inotrope in week 1; home on day 28.
  static func chronicOxygen() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-011", name: "Amina Yusupova", sex: .female, birthDate: "1973-09-25",
        diagnosis: "T-ALL", hospitalNumber: "00882246", language: "ru", weight: 611, height: 160),
      infusion: "2026-02-06", admission: Moment(-6, 1000), bed: "B10", clock: 1015)
    p.end = Moment(28, 1650)
    p.saturationShift = -3
    p.ownICE = [4, 3, 1, 1, 0]
    p.expansion = Expansion(peak: Moment(11, 610), decades: 4930)
    p.oxygen(.nasalCannula, at: Moment(-6, 1030), flow: 10, for: .chronic)
    p.add(
      .setting(Setting(name: "limits.spo2.low", value: .number(88))), at: Moment(-6, 1500),
      by: .physician, delay: 1, reason: "chronic lung disease, target 88 to 92 %")
    p.waves = [
      .crs(
        3, onset: Moment(4, 600), height: Moment(5, 1800), ebb: Moment(7, 600), end: Moment(9, 600))
    ]
    p.gives("paracetamol", 1000, at: Moment(5, 1015), route: "PO", for: "fever")
    p.hypotensive(from: Moment(6, 1300), to: Moment(6, 1430), by: 8)
    p.bolus(500, at: Moment(6, 1310))
    p.pressor(.dobutamine, .start, at: Moment(6, 1400), rate: 4000)
    p.pressor(.norepinephrine, .start, at: Moment(6, 1430), rate: 60)
    p.oxygen(.nasalCannula, at: Moment(6, 1500), flow: 30)
    p.stay(.transfer, at: Moment(6, 1530), bed: "ICU-2", unit: "ICU", level: .intensiveCare)
    p.gives("tocilizumab", 488, at: Moment(6, 1320), for: "CRS")
    p.repeats("dexamethasone", 10, from: Moment(6, 1445), every: 6, times: 4)
    p.pressor(.norepinephrine, .stop, at: Moment(7, 1000))
    p.pressor(.dobutamine, .stop, at: Moment(7, 1420))
    p.stay(.transfer, at: Moment(8, 1000), bed: "B10", level: .ward)
    p.oxygen(.nasalCannula, at: Moment(8, 905), flow: 20)
    p.oxygen(.nasalCannula, at: Moment(8, 2010), flow: 10, for: .chronic)
    p.watch = [Window(Moment(6, 1200), Moment(7, 2200)), Window(Moment(13, 800), Moment(13, 1500))]
    // A low pressure without fever while tocilizumab still hides one (D-33).
    p.hypotensive(from: Moment(13, 910), to: Moment(13, 1000), by: 4)
    p.bolus(500, at: Moment(13, 918))
    p.note(
      "Low pressure without fever, tocilizumab a week ago: watched as CRS.", at: Moment(13, 930),
      by: .physician)
    p.stay(.leave, at: Moment(24, 1400))
    p.stay(.return, at: Moment(25, 1010))
    p.silence = [Window(Moment(24, 1400), Moment(25, 1010))]
    p.adverseEvent(
      "Cytokine release syndrome", grade: 3, from: Moment(4), to: Moment(8), serious: true,
      scale: "ASTCT-CRS-2019", outcome: "recovered", entered: Moment(11, 1400))
    p.adverseEvent(
      "Platelet count decreased", grade: 4, from: Moment(6), to: Moment(19), outcome: "recovered",
      entered: Moment(20, 1400))
    p.response(
      .completeRemission, mrd: "negative", method: "flow cytometry", day: 28, entered: 1030)
    p.stay(.discharge, at: Moment(28, 1700))
    return p
  }
}
