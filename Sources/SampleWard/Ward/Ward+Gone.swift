import Clinical

// The two who have left the ward by the night of the demo.
extension Ward {
  /// CD7-001: grade 1 with a fever hidden by paracetamol, remission, discharge, relapse at home.
  static func maskedFeverAndRelapse() -> PatientScript {
    var p = PatientScript(
      Identity(
        id: "CD7-001", name: "Elena Marković", sex: .female, birthDate: "1991-08-14",
        diagnosis: "T-LBL", hospitalNumber: "00881203", language: "en", weight: 632, height: 168),
      infusion: "2026-01-20", admission: Moment(-6, 1000), end: Moment(29, 1030))
    p.opens(bed: "B07", infusionClock: 1005)
    p.expansion = Expansion(peak: Moment(11, 610), decades: 4720)
    p.waves = [
      .crs(
        1, onset: Moment(2, 1800), height: Moment(3, 1200), ebb: Moment(5, 1000),
        end: Moment(6, 1800))
    ]
    p.seen(at: Moment(3, 1300), Moment(3, 2230), Moment(4, 545), Moment(4, 1900))
    for time in [Moment(3, 1310), Moment(3, 2100), Moment(4, 600), Moment(4, 1430), Moment(5, 200)]
    {
      p.gives("paracetamol", 1000, at: time, route: "PO", for: "fever")
    }
    p.gives(
      "piperacillin-tazobactam", 4500, at: Moment(3, 1400), for: "febrile neutropenia",
      action: .start)
    p.gives("piperacillin-tazobactam", 4500, at: Moment(9, 1000), action: .stop)
    p.add(
      .consciousness(Consciousness(level: .voice, cause: .sleep)), at: Moment(5, 215), delay: 3)
    p.adverseEvent(
      "Cytokine release syndrome", grade: 1, from: Moment(3), to: Moment(5),
      scale: "ASTCT-CRS-2019",
      outcome: "recovered", entered: Moment(8, 1500))
    p.adverseEvent(
      "Neutrophil count decreased", grade: 4, from: Moment(2), to: Moment(15),
      outcome: "recovered", entered: Moment(16, 1100))
    p.response(
      .completeRemission, mrd: "negative", sites: ["bone marrow", "mediastinum"],
      method: "flow cytometry, PET-CT", day: 28)
    p.stay(.discharge, at: Moment(29, 1100))
    p.status(.alive, day: 36)
    p.response(.relapse, mrd: "positive", sites: ["mediastinum"], method: "PET-CT", day: 42)
    p.add(
      .newTherapy(NewTherapy(therapy: "nelarabine")), at: Moment(44, 1100), by: .physician,
      dated: true)
    p.status(.alive, day: 44)
    return p
  }

  /// CD7-002: grade 4 with an inotrope, severe neurotoxicity, and death on day 9.
  static func deathOfCRS() -> PatientScript {
    let death = Moment(9, 340)
    var p = PatientScript(
      Identity(
        id: "CD7-002", name: "Henrik Sørensen", sex: .male, birthDate: "1970-11-02",
        diagnosis: "T-ALL", hospitalNumber: "00881977", language: "en", weight: 810, height: 181),
      infusion: "2026-01-29", admission: Moment(-5, 930), end: death - 10)
    p.opens(bed: "B02", infusionClock: 1110, dose: 1000)
    p.expansion = Expansion(peak: Moment(8, 610), decades: 5420)
    var wave = Wave.crs(
      4, onset: Moment(1, 2100), height: Moment(3, 1500), ebb: Moment(9, 0), end: Moment(11, 0))
    wave.cytokines = 11_600
    p.waves = [wave]
    p.watch = [Window(Moment(2, 2130), death)]
    p.gives("paracetamol", 1000, at: Moment(2, 110), route: "PO", for: "fever")
    p.gives("meropenem", 1000, at: Moment(2, 130), action: .start)
    p.hypotensive(from: Moment(2, 2130), to: Moment(2, 2300), by: 7)
    p.bolus(500, at: Moment(2, 2145))
    p.bolus(500, at: Moment(2, 2240))
    p.gives("tocilizumab", 640, at: Moment(2, 2305), for: "CRS")
    p.desaturates(at: Moment(3, 110), to: 88, treated: Moment(3, 118))
    p.oxygen(.nasalCannula, at: Moment(3, 118), flow: 30)
    p.gives("tocilizumab", 640, at: Moment(3, 720), for: "CRS")
    p.repeats("dexamethasone", 10, from: Moment(3, 500), every: 6, times: 7)
    p.oxygen(.highFlowNasalCannula, at: Moment(3, 1500), flow: 400, fio2: 50)
    p.hypotensive(from: Moment(3, 1455), to: Moment(3, 1530), by: 9)
    p.pressor(.norepinephrine, .start, at: Moment(3, 1530), rate: 80)
    p.stay(.transfer, at: Moment(3, 1600), bed: "ICU-4", unit: "ICU", level: .intensiveCare)
    p.pressor(.vasopressin, .start, at: Moment(4, 200), rate: 30, .internationalUnitPerMinute)
    p.pressor(.epinephrine, .start, at: Moment(4, 2200), rate: 50)
    p.pressor(.dobutamine, .start, at: Moment(5, 1000), rate: 4000)
    p.pressor(.dobutamine, .stop, at: Moment(6, 2000))
    p.neuro = [
      (Moment(4, 800), .ice(4, 2, 1, 0, 0, handwriting: true)),
      (Moment(4, 2000), .ice(1, 1, 1, 0, 0)), (Moment(5, 400), .unable(.intubated)),
    ]
    p.add(
      .motor(Motor(finding: .deepFocalWeakness, side: "left")), at: Moment(4, 2210), by: .physician,
      delay: 5)
    p.gives("methylprednisolone", 1000, at: Moment(4, 2300))
    p.repeats("methylprednisolone", 500, from: Moment(5, 1100), every: 12, times: 6)
    p.gives(
      "midazolam", 5, .milligramPerHour, at: Moment(5, 345), for: "ventilation", action: .start)
    p.oxygen(.invasiveVentilation, at: Moment(5, 400), fio2: 70)
    p.add(
      .consciousness(Consciousness(level: .unarousable, cause: .sedation)), at: Moment(5, 415),
      by: .physician, delay: 2)
    p.add(
      .intracranial(Intracranial(findings: [.diffuseOedema, .sixthNervePalsy])),
      at: Moment(6, 1120),
      by: .physician, delay: 6)
    p.gives("mannitol", 60, .gram, at: Moment(6, 1130), for: "raised intracranial pressure")
    p.gives("anakinra", 100, at: Moment(6, 1200), route: "SC")
    p.note(
      "Family informed. No escalation beyond what is running.", at: Moment(8, 1830), by: .physician)
    p.add(
      .status(Status(state: .death, principalCause: .crs)), at: death, by: .physician, delay: 6)
    p.adverseEvent(
      "Cytokine release syndrome", grade: 5, from: Moment(2), to: Moment(9), serious: true,
      scale: "ASTCT-CRS-2019", outcome: "fatal", entered: Moment(9, 1000))
    return p
  }
}
