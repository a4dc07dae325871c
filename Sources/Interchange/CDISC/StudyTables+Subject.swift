import Clinical
import EventText
import Grading

extension StudyTables {
  /// DM: one record a subject.
  mutating func addDemographics(_ subject: StudySubject) {
    let patient = subject.patient
    let summary = patient.summary
    let infusions = patient.facts.filter { $0.event.kind == .infusion }.map(\.event)
    let consent = patient.facts.first {
      if case .enrolment(let entry) = $0.event.content { entry.consented == true } else { false }
    }?.event
    let isFailure = patient.facts.contains {
      if case .enrolment(let entry) = $0.event.content {
        entry.screenFailure == true
      } else {
        false
      }
    }
    let arm = summary.product
    var values: [String: JSONValue?] = [
      "SUBJID": .string(patient.id.text), "SEX": .string(Self.sex(summary.sex)),
      "DTHFL": summary.death == nil ? nil : .string("Y"),
      "ARMCD": arm.map { _ in .string("CART") }, "ARM": arm.map { .string($0) },
      "ACTARMCD": arm.map { _ in .string("CART") }, "ACTARM": arm.map { .string($0) },
      "ARMNRS": arm == nil ? .string(isFailure ? "SCREEN FAILURE" : "NOT ASSIGNED") : nil,
      "RFSTDTC": infusions.first.map { .string(subject.text($0.at)) },
      "RFXSTDTC": infusions.first.map { .string(subject.text($0.at)) },
      "RFXENDTC": infusions.last.map { .string(subject.text($0.at)) },
      "RFENDTC": patient.facts.last.map { .string(subject.text($0.event.at)) },
      "RFICDTC": consent.map { .string(subject.text($0.at)) },
      "DTHDTC": summary.death.map { .string(subject.text($0)) },
    ]
    if let birth = summary.birthDate {
      values["BRTHDTC"] = .string(disclosure.isWhole ? birth.description : "")
      // At the infusion, else at the first thing that is known.
      if let moment = infusions.first?.at.start(in: patient.zone) ?? summary.firstFact {
        values["AGE"] = .int(patient.zone.date(of: moment).completedYears(since: birth))
        values["AGEU"] = .string("YEARS")
      }
    }
    add(to: "DM", subject, values)
  }

  private static func sex(_ text: String?) -> String {
    switch text {
    case "female": "F"
    case "male": "M"
    case "other": "UNDIFFERENTIATED"
    default: "U"
    }
  }

  /// DS: consent, and how a subject left.
  mutating func addDisposition(_ event: Event, _ subject: StudySubject) {
    switch event.content {
    case .enrolment(let entry):
      if entry.consented == true {
        addDisposition("INFORMED CONSENT OBTAINED", "PROTOCOL MILESTONE", event, subject)
      }
      if entry.screenFailure == true {
        addDisposition("SCREEN FAILURE", "DISPOSITION EVENT", event, subject)
      }
    case .status(let status):
      switch status.state {
      case .alive: break
      case .death: addDisposition("DEATH", "DISPOSITION EVENT", event, subject)
      case .withdrawn: addDisposition("WITHDRAWAL BY SUBJECT", "DISPOSITION EVENT", event, subject)
      case .lostToFollowUp: addDisposition("LOST TO FOLLOW-UP", "DISPOSITION EVENT", event, subject)
      }
    default: break
    }
  }

  private mutating func addDisposition(
    _ term: String, _ category: String, _ event: Event, _ subject: StudySubject
  ) {
    add(
      to: "DS", subject,
      ["DSTERM": .string(term), "DSDECOD": .string(term), "DSCAT": .string(category)],
      times: [("DSSTDTC", "DSSTDY", event.at)])
  }

  /// EX: the cells.
  mutating func addExposure(_ event: Event, _ subject: StudySubject) {
    guard case .infusion(let infusion) = event.content else { return }
    add(
      to: "EX", subject,
      [
        "EXTRT": .string(infusion.product), "EXDOSE": infusion.dose.map { .number($0.value) },
        "EXDOSU": infusion.dose.map { .string(Self.sdtm($0.unit)) },
        "EXDOSFRM": .string("SUSPENSION"),
      ], times: [("EXSTDTC", "EXSTDY", event.at), ("EXENDTC", "EXENDY", event.at)])
  }

  /// AE: what was reported.
  mutating func addAdverseEvent(_ event: Event, _ subject: StudySubject) {
    guard case .adverseEvent(let entry) = event.content else { return }
    var times = [("AESTDTC", "AESTDY", entry.start ?? event.at)]
    if let stop = entry.stop { times.append(("AEENDTC", "AEENDY", stop)) }
    add(
      to: "AE", subject,
      [
        "AETERM": .string(entry.term), "AESER": entry.serious.map { .string($0 ? "Y" : "N") },
        "AEACN": entry.action.map { .string($0.uppercased()) },
        "AEREL": entry.relatedness.map { .string($0.uppercased()) },
        "AEOUT": entry.outcome.map { .string($0.uppercased()) },
        "AETOXGR": entry.grade.map { .string("\($0)") },
      ], times: times.map { (column: $0.0, day: $0.1, time: $0.2) })
  }

  /// RS: the response of the disease, and minimal residual disease.
  mutating func addResponse(_ event: Event, _ subject: StudySubject) {
    guard case .response(let entry) = event.content else { return }
    let standard: String =
      switch entry.response {
      case .completeRemission: "CR"
      case .completeRemissionIncomplete: "CRi"
      case .partialRemission: "PR"
      case .noResponse: "NR"
      case .relapse: "RELAPSE"
      case .progression: "PD"
      case .notEvaluable: "NE"
      }
    func put(_ code: String, _ name: String, _ original: String, _ standard: String) {
      add(
        to: "RS", subject,
        [
          "RSTESTCD": .string(code), "RSTEST": .string(name),
          "RSCAT": .string("DISEASE RESPONSE"), "RSORRES": .string(original),
          "RSSTRESC": .string(standard), "RSMETHOD": entry.method.map { .string($0) },
          "RSEVAL": .string("INVESTIGATOR"),
        ], times: [("RSDTC", "RSDY", event.at)])
    }
    put("OVRLRESP", "Overall Response", entry.response.rawValue, standard)
    if let mrd = entry.mrd { put("MRD", "Minimal Residual Disease", mrd, mrd.uppercased()) }
  }

  /// RS: each change of a computed ASTCT grade; AE: each episode of CRS and of ICANS.
  mutating func addGrades(_ subject: StudySubject, through now: Instant) {
    let course = subject.patient.course
    for scale in Scale.allCases {
      let isCRS = scale == .crs
      var last: (grade: Int?, isBound: Bool)?
      var episodes: [Int: Episode] = [:]
      for change in course.changes(through: now) {
        let record = change[scale]
        if let number = record.episode, episodes[number]?.ended == nil,
          let episode = course.assessment(at: change.at)[scale].episode
        {
          episodes[episode.number] = episode
        }
        let isBound = record.status == .partial
        guard record.grade != last?.grade || isBound != last?.isBound ?? false else { continue }
        last = (record.grade, isBound)
        guard let grade = record.grade else { continue }
        // A lower bound has its sign and no number, as a censored value has.
        let text = (isBound ? ">=" : "") + "\(grade)"
        add(
          to: "RS", subject,
          [
            "RSTESTCD": .string(isCRS ? "CRSGRADE" : "ICANSGRD"),
            "RSTEST": .string(isCRS ? "CRS Grade" : "ICANS Grade"),
            "RSCAT": .string(isCRS ? "ASTCT CRS 2019" : "ASTCT ICANS 2019"),
            "RSORRES": .string(text), "RSSTRESC": .string(text),
            "RSSTRESN": isBound ? nil : .int(grade), "RSMETHOD": .string("COMPUTED"),
          ], times: [("RSDTC", "RSDY", .moment(change.at, utcOffset: 0))])
      }
      // Episodes that somebody reported are not counted twice.
      guard !isReported(scale, subject) else { continue }
      for number in episodes.keys.sorted() {
        guard let episode = episodes[number], episode.maximum > 0 else { continue }
        var times = [
          (column: "AESTDTC", day: "AESTDY", time: EventTime.moment(episode.onset, utcOffset: 0))
        ]
        if let ended = episode.ended {
          times.append(("AEENDTC", "AEENDY", .moment(ended, utcOffset: 0)))
        }
        let term =
          isCRS
          ? "Cytokine release syndrome"
          : "Immune effector cell-associated neurotoxicity syndrome"
        add(
          to: "AE", subject,
          [
            "AESPID": .string("\(isCRS ? "CRS" : "ICANS")-\(number)"), "AETERM": .string(term),
            "AEDECOD": .string(term), "AETOXGR": .string("\(episode.maximum)"),
            "AEREL": .string("RELATED"),
          ], times: times)
      }
    }
  }

  private func isReported(_ scale: Scale, _ subject: StudySubject) -> Bool {
    let words = scale == .crs ? ["cytokine release", "crs"] : ["neurotoxicity", "icans"]
    return subject.patient.facts.contains { fact in
      guard case .adverseEvent(let event) = fact.event.content else { return false }
      let term = event.term.lowercased()
      return words.contains { term.contains($0) }
    }
  }

  /// CM: drugs, lymphodepletion, vasopressors and fluid; what runs has its end where one was entered.
  mutating func addTreatments(_ subject: StudySubject) {
    var rows: [StudyTreatment] = []
    var running: [String: Int] = [:]
    for fact in subject.patient.facts {
      let at = fact.event.at
      switch fact.event.content {
      case .medication(let entry):
        let generic = DrugTable.drug(named: entry.drug)?.generic ?? ""
        let row = StudyTreatment(
          name: entry.drug, generic: generic, category: entry.drugClass.rawValue.uppercased(),
          indication: entry.indication, dose: entry.dose, route: entry.route, start: at, end: at)
        switch entry.action {
        case .give, nil: rows.append(row)
        case .start:
          running["m:" + DrugNames.folded(entry.drug)] = rows.count
          rows.append(row.open)
        case .stop:
          if let n = running.removeValue(forKey: "m:" + DrugNames.folded(entry.drug)) {
            rows[n].end = at
          }
        }
      case .vasopressor(let entry):
        let key = "v:\(entry.agent.rawValue):\(entry.foldedName)"
        let row = StudyTreatment(
          name: entry.name ?? entry.agent.label, generic: entry.agent.rawValue,
          category: "VASOPRESSOR", indication: entry.purpose.rawValue, dose: entry.rate, start: at,
          end: at)
        if entry.action == .bolus {
          rows.append(row)
        } else {
          if let n = running.removeValue(forKey: key) { rows[n].end = at }
          if !entry.isStop {
            running[key] = rows.count
            rows.append(row.open)
          }
        }
      case .fluidBolus(let bolus):
        rows.append(
          StudyTreatment(
            name: "Fluid bolus", category: "FLUID", indication: bolus.purpose.rawValue,
            dose: bolus.volume, start: at, end: at))
      case .lymphodepletion(let entry):
        rows.append(
          StudyTreatment(
            name: entry.drug, generic: DrugTable.drug(named: entry.drug)?.generic ?? "",
            category: "LYMPHODEPLETION", dose: entry.dose, start: at, end: at))
      default: break
      }
    }
    for row in rows { add(row, subject) }
  }

  private mutating func add(_ row: StudyTreatment, _ subject: StudySubject) {
    var times = [(column: "CMSTDTC", day: "CMSTDY", time: row.start)]
    if let end = row.end { times.append(("CMENDTC", "CMENDY", end)) }
    add(
      to: "CM", subject,
      [
        "CMTRT": .string(row.name), "CMDECOD": .string(row.generic.uppercased()),
        "CMCAT": .string(row.category), "CMINDC": row.indication.map { .string($0.uppercased()) },
        "CMDOSE": row.dose.map { .number($0.value) },
        "CMDOSU": row.dose.map { .string(Self.sdtm($0.unit)) },
        "CMROUTE": row.route.map { .string($0.uppercased()) },
      ], times: times)
  }
}

/// A treatment as CM has it.
struct StudyTreatment {
  var name: String
  var generic = ""
  var category: String
  var indication: String?
  var dose: Quantity?
  var route: String?
  var start: EventTime
  var end: EventTime?

  /// The same, still running.
  var open: StudyTreatment {
    var open = self
    open.end = nil
    return open
  }
}
