import Clinical

// Those whose nervous system is the matter.
extension Ward {
  /// CD7-012: ICE down to 4 in week 1 and coming back: grade 1 tonight, after a CRS that has closed.
  static func fallingICE() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-012", name: "赵明", sex: .male, birthDate: "2006-11-11", diagnosis: "T-ALL",
        hospitalNumber: "00883829", language: "zh", weight: 685, height: 178),
      infusion: "2026-02-25", bed: "B08", clock: 955)
    p.expansion = Expansion(peak: Moment(10, 610), decades: 5120)
    p.waves = [
      .crs(
        2, onset: Moment(2, 0), height: Moment(3, 600), ebb: Moment(4, 1000), end: Moment(5, 2200))
    ]
    p.gives("paracetamol", 1000, at: Moment(2, 1415), route: "PO", for: "fever")
    p.desaturates(at: Moment(3, 1950), to: 89, treated: Moment(3, 1958))
    p.oxygen(.nasalCannula, at: Moment(3, 1958), flow: 20)
    p.gives("tocilizumab", 548, at: Moment(3, 2110), for: "CRS")
    p.oxygen(.roomAir, at: Moment(4, 1810))
    p.watch = [Window(Moment(3, 1900), Moment(4, 2000))]
    p.neuro = [
      (Moment(5, 1410), .ice(4, 3, 1, 0, 1, handwriting: true)),
      (Moment(6, 600), .ice(3, 2, 1, 0, 0, handwriting: true)),
      (Moment(6, 2200), .ice(2, 1, 1, 0, 0)),
      (Moment(7, 1400), .ice(2, 2, 1, 0, 0)), (Moment(8, 600), .ice(4, 2, 1, 0, 0)),
      (Moment(8, 2150), .ice(4, 3, 1, 0, 0)), (Moment(9, 1410), .ice(4, 3, 1, 0, 1)),
      (Moment(9, 2210), .well),
    ]
    p.add(.motor(Motor(finding: .tremor, side: "both")), at: Moment(6, 1010), by: .physician)
    p.add(.intracranial(Intracranial(findings: [.none])), at: Moment(6, 1520), by: .physician)
    p.add(
      .motor(Motor(finding: .mildDrift, side: "right")), at: Moment(6, 2210), by: .physician,
      delay: 2)
    p.add(.motor(Motor(finding: .none)), at: Moment(8, 1015), by: .physician)
    p.add(.consciousness(Consciousness(level: .voice)), at: Moment(6, 2206), delay: 2)
    p.add(.consciousness(Consciousness(level: .awake)), at: Moment(7, 915), delay: 4)
    p.repeats("dexamethasone", 10, from: Moment(6, 700), every: 6, times: 8)
    p.gives(
      "levetiracetam", 500, at: Moment(6, 710), route: "PO", for: "prophylaxis", action: .start)
    p.adverseEvent(
      "Immune effector cell-associated neurotoxicity syndrome", grade: 2, from: Moment(5), to: nil,
      scale: "ASTCT-ICANS-2019", action: "dexamethasone", outcome: "recovering",
      entered: Moment(8, 1130))
    return p
  }

  /// CD7-015: a generalised seizure and a focal oedema on day 9, back from intensive care: grade 2.
  static func seizure() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-015", name: "王芬", sex: .female, birthDate: "1988-10-21", diagnosis: "T-LBL",
        hospitalNumber: "00883610", language: "zh", weight: 554, height: 159),
      infusion: "2026-02-23", bed: "B04", clock: 1030)
    p.expansion = Expansion(peak: Moment(11, 610), decades: 5200)
    p.waves = [
      .crs(2, onset: Moment(3, 2000), height: Moment(5, 0), ebb: Moment(6, 0), end: Moment(7, 1200))
    ]
    p.hypotensive(from: Moment(5, 1050), to: Moment(5, 1140), by: 5)
    p.bolus(500, at: Moment(5, 1058))
    p.gives("tocilizumab", 440, at: Moment(5, 1220), for: "CRS")
    p.neuro = [
      (Moment(8, 1410), .ice(4, 3, 1, 0, 0, handwriting: true)),
      (Moment(8, 2200), .ice(3, 2, 1, 0, 0)),
      (Moment(9, 325), .unable(.notDone)), (Moment(9, 600), .ice(1, 1, 0, 0, 0)),
      (Moment(9, 1800), .ice(2, 1, 0, 0, 0)), (Moment(10, 600), .ice(2, 1, 1, 0, 0)),
      (Moment(10, 1400), .ice(2, 2, 1, 0, 0)), (Moment(11, 1400), .ice(3, 2, 1, 0, 1)),
      (Moment(11, 2210), .ice(4, 2, 1, 0, 1)),
    ]
    p.seizure(.generalised, at: Moment(9, 320), lasting: 110, returned: true, endEnteredAfter: 26)
    p.gives("lorazepam", 4, at: Moment(9, 321), for: "seizure")
    p.gives("levetiracetam", 1500, at: Moment(9, 335), for: "seizure")
    p.repeats("levetiracetam", 750, from: Moment(9, 1500), every: 12, times: 4, route: "PO")
    p.repeats("dexamethasone", 10, from: Moment(8, 2230), every: 6, times: 10)
    p.add(
      .consciousness(Consciousness(level: .tactile)), at: Moment(9, 340), by: .physician, delay: 3)
    p.add(.consciousness(Consciousness(level: .voice)), at: Moment(9, 910), delay: 2)
    p.add(.consciousness(Consciousness(level: .awake)), at: Moment(10, 610), delay: 2)
    p.stay(.transfer, at: Moment(9, 405), bed: "ICU-5", unit: "ICU", level: .intensiveCare)
    p.add(
      .intracranial(Intracranial(findings: [.focalOedema])), at: Moment(9, 920), by: .physician,
      delay: 8)
    p.add(
      .intracranial(Intracranial(findings: [.none])), at: Moment(10, 1010), by: .physician, delay: 6
    )
    p.stay(.transfer, at: Moment(10, 1510), bed: "B04", level: .ward)
    p.watch = [Window(Moment(9, 300), Moment(10, 600))]
    p.adverseEvent(
      "Immune effector cell-associated neurotoxicity syndrome", grade: 3, from: Moment(8), to: nil,
      serious: true, scale: "ASTCT-ICANS-2019", outcome: "recovering", entered: Moment(10, 1400))
    return p
  }
}
