import Clinical

/// Writes the whole record of one patient from its script: the scripted entries, and the readings
/// of the plan with their noise, gaps and late entries.
struct Composer {
  let script: PatientScript
  var diary: Diary
  var bedside: BedsideModel
  var laboratory: LaboratoryModel
  var random: SeededRandom

  init(_ script: PatientScript, random: SeededRandom) {
    self.script = script
    let own = random.stream(script.identity.id)
    diary = Diary(
      patient: PatientID(script.identity.id), dayZero: script.infusionDate,
      bedside: script.identity.id.utf8.reduce(0) { $0 + Int($1) }, lateShare: script.lateShare,
      random: own.stream("diary"))
    bedside = BedsideModel(script, random: own.stream("bedside"))
    laboratory = LaboratoryModel(script, random: own.stream("laboratory"))
    self.random = own.stream("plan")
  }

  static func events(of script: PatientScript, random: SeededRandom) -> [Event] {
    var composer = Composer(script, random: random)
    composer.writeSteps()
    composer.writeVitals()
    composer.writeNeuro()
    composer.writeLaboratory()
    composer.confirmStates()
    return composer.diary.events
  }

  private mutating func writeSteps() {
    var ids: [String: EventID] = [:]
    for step in script.steps {
      let content: Content
      var corrects: EventID?
      switch step.deed {
      case .enters(let entered): content = entered
      case .corrects(let tag, let entered):
        content = entered
        corrects = ids[tag]
      case .retracts(let tag):
        guard let id = ids[tag] else { continue }
        content = .retraction(Retraction(retracts: id))
      case .continues(let tag, var seizure):
        seizure.continues = ids[tag]
        content = .seizure(seizure)
      }
      let id = diary.write(
        content, at: step.at, by: step.author, delay: step.delay, dated: step.isDated,
        corrects: corrects, reason: step.reason)
      if let tag = step.tag { ids[tag] = id }
    }
  }

  /// True while the patient is in the ward to be observed.
  private func isObserved(_ moment: Moment) -> Bool {
    moment >= script.admission && moment <= script.end && !script.silence.contain(moment)
  }

  // A round is some minutes off the hour.
  private mutating func onRound(_ moment: Moment) -> Moment {
    script.steady.contain(moment) ? moment + random.within(0...4) : moment + random.within(-7...9)
  }

  private mutating func writeVitals() {
    var times = ObservationTimes(script: script).vitals().map { ($0, false) }
    times = times.filter { time, _ in
      !script.pinned.contains { abs($0.at - time) < 28 }
        && !script.extraVitals.contains { abs($0 - time) < 18 }
    }
    times += script.extraVitals.map { ($0, true) }
    times += script.visits.map { ($0 - 20, true) }
    for (time, isScripted) in times.sorted(by: { $0.0 < $1.0 }) {
      let isVisit = script.visits.contains(time + 20)
      guard isObserved(time) || isVisit else { continue }
      let moment = isScripted ? time : onRound(time)
      let isSteady = isScripted || script.steady.contain(time)
      var vitals = bedside.vitals(at: moment)
      if !isSteady, time.day > 0 {
        // A reading in thirty is missed, half of these with a word about it.
        if random.chance(permille: 33) {
          if random.chance(permille: 500) {
            let night = time.minuteOfDay < 360
            diary.write(
              .notDone(NotDone(what: .vitals, because: night ? .asleep : .procedure)), at: moment,
              by: .nurse)
          }
          continue
        }
        leaveOut(of: &vitals)
      }
      diary.write(.vitals(vitals), at: moment, by: .nurse, delay: isSteady ? 1 : nil)
    }
    for pin in script.pinned { diary.write(.vitals(pin.vitals), at: pin.at, by: .nurse, delay: 2) }
  }

  // Now and then one part of a round is not taken.
  private mutating func leaveOut(of vitals: inout Vitals) {
    guard random.chance(permille: 40) else { return }
    switch random.within(0...3) {
    case 0: vitals.respiratoryRate = nil
    case 1: vitals.heartRate = nil
    case 2:
      vitals.systolic = nil
      vitals.diastolic = nil
    default:
      vitals.temperature = nil
      vitals.site = nil
    }
  }

  private mutating func writeNeuro() {
    for time in ObservationTimes(script: script).neuro() where isObserved(time) {
      let isScripted = script.neuro.contains { $0.from == time } || script.extraNeuro.contains(time)
      let moment = isScripted ? time : onRound(time)
      let isSteady = isScripted || script.steady.contain(time)
      var state = script.neuroState(at: moment)
      if state.status == .done, !isSteady, time.day > 0, random.chance(permille: 45) {
        state = .unable(
          time.minuteOfDay < 420 || time.minuteOfDay > 1260
            ? .asleep : random.chance(permille: 600) ? .refused : .notDone)
      }
      let content = script.usesCAPD ? capd(state, at: moment) : ice(state, at: moment)
      diary.write(content, at: moment, by: .nurse, delay: isSteady ? 1 : nil)
    }
  }

  private mutating func writeLaboratory() {
    let times = ObservationTimes(script: script)
    let plan =
      times.laboratory().map { ($0, 0) } + times.cytokines().map { ($0, 1) }
      + times.cells().map { ($0, 2) }
    for (time, part) in plan.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
      let isPinned = script.pinnedLabs.contains { $0.at.day == time.day } && part == 1
      let isVisit = time > script.end
      guard isVisit || isObserved(time), !isPinned else { continue }
      let moment = time + random.within(-6...8)
      if part < 2, time.day > 1, !script.steady.contain(time), !isVisit, random.chance(permille: 25)
      {
        diary.write(
          .notDone(NotDone(what: part == 0 ? .labs : .cytokines, because: .other)), at: moment,
          by: .nurse)
        continue
      }
      let results =
        switch part {
        case 0: laboratory.routine(at: moment)
        case 1: laboratory.cytokines(at: moment)
        default: laboratory.cells(at: moment)
        }
      let lab =
        part == 1
        ? Lab(
          results: results, laboratory: "Immunology", kit: LaboratoryModel.kit, specimen: "serum")
        : Lab(
          results: results, laboratory: part == 0 ? "Central laboratory" : "Cell therapy laboratory"
        )
      diary.write(.lab(lab), at: moment, by: .office, delay: script.steady.contain(time) ? 4 : nil)
    }
    for pin in script.pinnedLabs {
      diary.write(.lab(pin.lab), at: pin.at, by: .office, delay: 5)
    }
  }
}
