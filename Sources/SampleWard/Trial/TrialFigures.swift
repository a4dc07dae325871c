import Clinical

/// Counts what the events of a trial say: adverse events, responses, transplants and the CAR-T
/// peak.
///
/// CRS and ICANS are taken from the adverse events as reported; that the grading engine finds the
/// same in the readings is for a test to see.
struct TrialFigures {
  private var byPatient: [(id: PatientID, events: [Event])] = []

  init(_ events: [Event]) {
    var grouped: [PatientID: [Event]] = [:]
    for event in events {
      if let patient = event.patient { grouped[patient, default: []].append(event) }
    }
    byPatient = grouped.keys.sorted().map { ($0, grouped[$0] ?? []) }
  }

  private static let phase1 = "NCT04572308, Blood 2022;140(4):321"
  private static let shanghai = "NCT05290155, conference abstract"

  var aggregates: [TrialSample.Aggregate] {
    let crs = worst("Cytokine release syndrome")
    let neuro = worst("Immune effector cell-associated neurotoxicity syndrome")
    let n = byPatient.count
    let transplants = byPatient.map { transplant($0.events) }
    let salvage = transplants.filter { $0?.purpose == .salvage }.count
    let transplanted = transplants.compactMap { $0 }.count
    let masses = byPatient.compactMap { mass($0.events) }
    let peaks = byPatient.compactMap { peak($0.events) }
    func row(_ name: String, _ reached: String, _ published: String, _ source: String)
      -> TrialSample.Aggregate
    {
      TrialSample.Aggregate(name: name, reached: reached, published: published, source: source)
    }
    return [
      row("patients infused", "\(n)", "20", Self.phase1),
      row("T-ALL, T-LBL", "\(diagnosed("T-ALL")), \(diagnosed("T-LBL"))", "14, 6", Self.phase1),
      row("CRS, any grade", "\(crs.filter { $0 > 0 }.count) of \(n)", "19 of 20", Self.phase1),
      row(
        "CRS grade 1 or 2", "\(crs.filter { $0 == 1 || $0 == 2 }.count) of \(n)", "18 of 20",
        Self.phase1),
      row("CRS grade 3 or more", "\(crs.filter { $0 >= 3 }.count) of \(n)", "1 of 20", Self.phase1),
      row(
        "neurotoxicity, any grade", "\(neuro.filter { $0 > 0 }.count) of \(n)", "2 of 20",
        Self.phase1),
      row("neurotoxicity, worst grade", "\(neuro.max() ?? 0)", "1", Self.phase1),
      row(
        "MRD-negative CR in marrow by day 28",
        "\(byPatient.filter { isInRemission($0.events) }.count) of \(n)", "19 of 20", Self.phase1),
      row(
        "CR outside the marrow by day 28",
        "\(masses.filter { $0 == .completeRemission }.count) of \(masses.count)", "5 of 9",
        Self.phase1),
      row(
        "transplanted: consolidation + salvage",
        "\(transplanted): \(transplanted - salvage) + \(salvage)", "14: 10 + 4", Self.phase1),
      row(
        "relapse after transplant by day 311", "\(relapsesAfterTransplant(by: 311))", "0",
        Self.phase1),
      row(
        "not transplanted, in CR at day 180",
        "\(untreatedInRemission(at: 180)) of \(n - transplanted)",
        "4 of 6 at median day 54 (32-180)", Self.phase1),
      row(
        "CAR copies/ug, peak: median (range)", summary(peaks.map(\.copies)), "62390 (3176-326483)",
        Self.shanghai),
      row(
        "day of the peak: median (range)", summary(peaks.map(\.day)), "12 (10-21)", Self.shanghai),
    ]
  }

  private func worst(_ term: String) -> [Int] {
    byPatient.map { _, events in
      events.map { event in
        guard case .adverseEvent(let entry) = event.content, entry.term == term else { return 0 }
        return entry.grade ?? 0
      }.max() ?? 0
    }
  }

  private func diagnosed(_ diagnosis: String) -> Int {
    byPatient.filter { _, events in
      events.contains {
        if case .patient(let details) = $0.content { details.diagnosis == diagnosis } else { false }
      }
    }.count
  }

  private func transplant(_ events: [Event]) -> Transplant? {
    for event in events {
      if case .transplant(let entry) = event.content { return entry }
    }
    return nil
  }

  private func dayZero(_ events: [Event]) -> Int64 {
    events.first { $0.kind == .infusion }?.at.localDate(in: Diary.zone).dayNumber ?? 0
  }

  private func responses(_ events: [Event]) -> [(day: Int, response: Response)] {
    let zero = dayZero(events)
    return events.compactMap { event in
      guard case .response(let entry) = event.content else { return nil }
      return (Int(event.at.localDate(in: Diary.zone).dayNumber - zero), entry)
    }
  }

  private func isInRemission(_ events: [Event]) -> Bool {
    responses(events).contains { day, entry in
      day <= 28 && entry.sites.contains("bone marrow") && entry.mrd == "negative"
        && (entry.response == .completeRemission || entry.response == .completeRemissionIncomplete)
    }
  }

  private func mass(_ events: [Event]) -> Response.Grade? {
    responses(events).first { day, entry in
      day <= 28 && !entry.sites.isEmpty && !entry.sites.contains("bone marrow")
    }?.response.response
  }

  private func relapseDay(_ events: [Event]) -> Int? {
    responses(events).filter { $0.response.response == .relapse }.map(\.day).min()
  }

  private func relapsesAfterTransplant(by day: Int) -> Int {
    byPatient.filter { _, events in
      transplant(events) != nil && (relapseDay(events) ?? .max) <= day
    }.count
  }

  private func untreatedInRemission(at day: Int) -> Int {
    byPatient.filter { _, events in
      transplant(events) == nil && isInRemission(events) && (relapseDay(events) ?? .max) > day
    }.count
  }

  private func peak(_ events: [Event]) -> (copies: Int, day: Int)? {
    let zero = dayZero(events)
    var best: (copies: Int, day: Int)?
    for event in events {
      guard case .lab(let lab) = event.content,
        let result = lab.results.first(where: { $0.variable == .carCopies }),
        result.comparator == nil, let copies = result.value.whole
      else { continue }
      if copies > best?.copies ?? 0 {
        best = (copies, Int(event.at.localDate(in: Diary.zone).dayNumber - zero))
      }
    }
    return best
  }

  // Median and range of whole numbers; an even count halves the two in the middle.
  private func summary(_ values: [Int]) -> String {
    let sorted = values.sorted()
    guard let low = sorted.first, let high = sorted.last else { return "none" }
    let middle = sorted.count / 2
    let median =
      sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    return "\(median) (\(low)-\(high))"
  }
}
