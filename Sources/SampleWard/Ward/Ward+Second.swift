import Clinical

// Those in whom something comes back, comes late, or is something else.
extension Ward {
  /// CD7-016: a second episode on day 14 after a grade 2 in week 1.
  static func recurrence() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-016", name: "吴佳怡", sex: .female, birthDate: "2011-07-09", diagnosis: "T-ALL",
        hospitalNumber: "00883344", language: "zh", weight: 462, height: 157),
      infusion: "2026-02-18", bed: "B13", clock: 1005)
    p.expansion = Expansion(peak: Moment(13, 610), decades: 4990)
    p.waves = [
      .crs(
        2, onset: Moment(2, 0), height: Moment(2, 2200), ebb: Moment(4, 0), end: Moment(5, 1200)),
      .crs(
        1, onset: Moment(14, 700), height: Moment(15, 0), ebb: Moment(16, 1400), end: Moment(18, 0)),
    ]
    p.gives("paracetamol", 650, at: Moment(2, 1030), route: "PO", for: "fever")
    p.desaturates(at: Moment(3, 350), to: 89, treated: Moment(3, 358))
    p.oxygen(.nasalCannula, at: Moment(3, 358), flow: 20)
    p.gives("tocilizumab", 370, at: Moment(3, 510), for: "CRS")
    p.oxygen(.roomAir, at: Moment(4, 1510))
    p.watch = [Window(Moment(3, 300), Moment(4, 1700))]
    p.reads(383, heart: 104, 105, 61, breaths: 19, spo2: 98, at: Moment(15, 2205))
    p.add(
      .consciousness(Consciousness(level: .voice, cause: .sleep)), at: Moment(12, 212), delay: 5)
    p.slip(
      .ice(ICE(orientation: 4, naming: 3, commands: 1, writing: 0, attention: 1)),
      to: .ice(ICE(orientation: 4, naming: 3, commands: 1, writing: 1, attention: 1)),
      at: Moment(10, 1640), after: 11, "the sheet was under the blanket: sentence written")
    p.adverseEvent(
      "Cytokine release syndrome", grade: 2, from: Moment(2), to: Moment(4),
      scale: "ASTCT-CRS-2019", outcome: "recovered", entered: Moment(8, 1500))
    p.add(
      .adjudication(Adjudication(scale: "ASTCT-CRS-2019", grade: 1, computed: 1)),
      at: Moment(15, 1610), by: .physician, delay: 0,
      reason: "second episode, cultures negative so far")
    return p
  }

  /// CD7-017: the first fever on day 17, with a bolus on day 18: grade 1 tonight, late.
  static func lateOnset() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-017", name: "Pedro Álvarez", sex: .male, birthDate: "1978-03-17",
        diagnosis: "T-LBL", hospitalNumber: "00883015", language: "es", weight: 779, height: 174),
      infusion: "2026-02-15", bed: "B15", clock: 1120)
    p.expansion = Expansion(peak: Moment(17, 610), decades: 4520)
    p.stay(.leave, at: Moment(12, 910))
    p.stay(.return, at: Moment(13, 1805))
    p.silence = [Window(Moment(12, 910), Moment(13, 1805))]
    p.notDone(.labs, .offWard, at: Moment(13, 600))
    p.waves = [
      .crs(
        2, onset: Moment(16, 2200), height: Moment(17, 1800), ebb: Moment(19, 1200),
        end: Moment(21, 0))
    ]
    p.gives("paracetamol", 1000, at: Moment(17, 1215), route: "PO", for: "fever")
    p.hypotensive(from: Moment(18, 155), to: Moment(18, 240), by: 4)
    p.bolus(500, at: Moment(18, 203))
    p.gives("tocilizumab", 620, at: Moment(18, 330), for: "CRS")
    p.reads(382, heart: 98, 112, 64, breaths: 18, spo2: 96, at: Moment(18, 2204))
    p.watch = [Window(Moment(18, 100), Moment(18, 1000))]
    p.note(
      "Late onset: cultures, viral PCR and chest film sent.", at: Moment(17, 1410), by: .physician)
    return p
  }

  /// CD7-018: an IEC-HS-like second wave in week 2: ferritin, transaminases and lost fibrinogen out
  /// of proportion; grade 2 by the cannula, adjudicated as 1.
  static func secondWave() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-018", name: "孙磊", sex: .male, birthDate: "1994-07-30", diagnosis: "T-ALL",
        hospitalNumber: "00883481", language: "zh", weight: 703, height: 176),
      infusion: "2026-02-20", bed: "B16", clock: 1015)
    p.expansion = Expansion(peak: Moment(12, 610), decades: 5350)
    p.waves = [
      .crs(
        2, onset: Moment(2, 1000), height: Moment(3, 1200), ebb: Moment(5, 0), end: Moment(6, 2200)),
      .hyperinflammation(
        onset: Moment(10, 1400), height: Moment(12, 1200), ebb: Moment(15, 0), end: Moment(19, 0)),
    ]
    p.hypotensive(from: Moment(4, 150), to: Moment(4, 235), by: 4)
    p.bolus(500, at: Moment(4, 200))
    p.gives("tocilizumab", 560, at: Moment(4, 315), for: "CRS")
    p.watch = [Window(Moment(4, 100), Moment(4, 800)), Window(Moment(13, 2030), p.end)]
    p.add(
      .finding(Finding(name: "splenomegaly", present: true)), at: Moment(12, 1120), by: .physician)
    p.add(
      .finding(Finding(name: "haemophagocytosis", present: true)), at: Moment(13, 1510),
      by: .physician)
    p.note(
      "Second wave: ferritin doubled overnight, fibrinogen falling. IEC-HS suspected.",
      at: Moment(12, 930), by: .physician)
    p.repeats("anakinra", 100, from: Moment(12, 1000), every: 6, times: 9)
    p.repeats("dexamethasone", 10, from: Moment(13, 1000), every: 12, times: 3)
    p.desaturates(at: Moment(13, 2102), to: 89, treated: Moment(13, 2110))
    p.oxygen(.nasalCannula, at: Moment(13, 2110), flow: 20)
    p.add(
      .adjudication(Adjudication(scale: "ASTCT-CRS-2019", grade: 1, computed: 2)),
      at: Moment(13, 2310), by: .physician, delay: 0,
      reason: "hypoxia taken as part of the second wave; film shows an effusion")
    p.reads(386, heart: 116, 106, 61, breaths: 21, spo2: 95, at: Moment(12, 1806))
    p.reads(384, heart: 114, 105, 60, breaths: 21, spo2: 95, at: Moment(13, 1405))
    p.reads(383, heart: 112, 104, 60, breaths: 22, spo2: 94, at: Moment(14, 405))
    p.adverseEvent(
      "IEC-HS", grade: 2, from: Moment(12), to: nil, serious: true, scale: "Hines 2023",
      action: "anakinra, dexamethasone", outcome: "not recovered", entered: Moment(13, 1630))
    return p
  }

  /// CD7-019: sepsis in week 2 that was attributed, and tonight nobody has been at the bed since
  /// the evening.
  static func sepsisAndSilence() -> PatientScript {
    var p = PatientScript.inHouse(
      Identity(
        id: "CD7-019", name: "周婷", sex: .female, birthDate: "1999-12-28", diagnosis: "T-ALL",
        hospitalNumber: "00883520", language: "zh", weight: 523, height: 163),
      infusion: "2026-02-21", bed: "B17", clock: 1040)
    p.expansion = Expansion(peak: Moment(12, 610), decades: 4780)
    var sepsis = Wave(
      onset: Moment(7, 2300), height: Moment(8, 300), ebb: Moment(8, 1800), end: Moment(10, 600))
    sepsis.pressure = 20
    sepsis.cytokines = 5200
    p.waves = [
      .crs(
        1, onset: Moment(2, 800), height: Moment(2, 2200), ebb: Moment(3, 2000), end: Moment(5, 0)),
      sepsis,
      .crs(
        1, onset: Moment(12, 2100), height: Moment(13, 800), ebb: Moment(14, 0), end: Moment(16, 0)),
    ]
    let note = "septic shock, E. coli in two blood cultures"
    for domain in [Attribution.Domain.fever, .hypotension] {
      p.attributes(domain, to: .other, note, at: Moment(7, 2305))
      p.attributes(domain, to: .other, note, at: Moment(8, 2230))
      p.attributes(domain, to: .other, note, at: Moment(9, 2110))
    }
    p.gives("meropenem", 1000, at: Moment(8, 10), for: "sepsis", action: .start)
    p.hypotensive(from: Moment(8, 200), to: Moment(8, 310), by: 9)
    p.bolus(500, at: Moment(8, 206), for: .other)
    p.pressor(.norepinephrine, .start, at: Moment(8, 310), rate: 90, for: .sepsis)
    p.pressor(.norepinephrine, .stop, at: Moment(8, 2040), for: .sepsis)
    p.watch = [Window(Moment(8, 100), Moment(8, 2200))]
    p.adverseEvent(
      "Sepsis", grade: 4, from: Moment(8), to: Moment(11), serious: true,
      relatedness: "possibly related",
      outcome: "recovered", entered: Moment(11, 1530))
    p.steady = [Window(Moment(12, 1200), Moment(12, 1830))]
    p.silence = [Window(Moment(12, 1830), Moment(13, 500))]
    p.reads(386, heart: 116, 112, 66, breaths: 22, spo2: 95, at: Moment(13, 508))
    p.extraNeuro = [Moment(13, 512)]
    return p
  }
}
