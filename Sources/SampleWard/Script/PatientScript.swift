import Clinical

/// The course of one patient as its author wrote it: who, when, which waves of illness, and every
/// hard event by hand. The readings between them follow from the model (`Composer`).
struct PatientScript {
  var identity: Identity
  /// Local date of day 0; only planned where no infusion is entered.
  var infusionDate: CalendarDate
  /// When the routine of the ward begins and ends.
  var admission: Moment
  var end: Moment

  var waves: [Wave] = []
  var expansion: Expansion?
  var steps: [Step] = []

  /// Where the systolic pressure is under the limit of the age, with the mm[Hg] that it lacks.
  var lowPressure: [(window: Window, by: Int)] = []
  /// Where the saturation is low, with the value.
  var lowSaturation: [(window: Window, value: Int)] = []
  /// Hourly observation.
  var watch: [Window] = []
  /// Readings beside the plan.
  var extraVitals: [Moment] = []
  /// Readings given in full; the plan's own near them are left out.
  var pinned: [(at: Moment, vitals: Vitals)] = []
  var pinnedLabs: [(at: Moment, lab: Lab)] = []

  var neuro: [(from: Moment, state: NeuroState)] = []
  /// The child's own CAPD, and the patient's own ICE by its five parts.
  var capdBaseline = 3
  var ownICE = [4, 3, 1, 1, 1]
  var extraNeuro: [Moment] = []

  /// Nothing was observed although the patient was there, or the patient was out.
  var silence: [Window] = []
  /// Readings here are written down at once and none is left out, so that what a screen shows at
  /// its moment does not hang on chance.
  var steady: [Window] = []
  /// How many in a thousand of the other entries are written down late.
  var lateShare = 100
  /// Patients who go home keep their visits: vital signs, laboratory and CAR-T cells.
  var visits: [Moment] = []

  /// Counts (10*6/L) of neutrophils by day, and of platelets in 10*9/L.
  var neutrophils = [
    (-6, 2600), (-2, 1500), (0, 700), (3, 160), (6, 40), (10, 60), (14, 420), (19, 900), (24, 1500),
    (35, 2100), (90, 2900),
  ]
  var platelets = [
    (-6, 128), (0, 82), (5, 41), (9, 24), (13, 30), (19, 52), (28, 88), (60, 130), (180, 170),
  ]
  /// Adds to the saturation of `Normals`, for a patient with chronic lung disease.
  var saturationShift = 0

  init(_ identity: Identity, infusion: String, admission: Moment, end: Moment) {
    self.identity = identity
    infusionDate = Identity.date(infusion) ?? CalendarDate(dayNumber: 0)
    self.admission = admission
    self.end = end
  }

  /// Completed years on day 0.
  var age: Int {
    identity.birth.map { infusionDate.completedYears(since: $0) } ?? 30
  }

  var usesCAPD: Bool { age < 12 || identity.developmentalDelay }

  func neuroState(at moment: Moment) -> NeuroState {
    neuro.last { $0.from <= moment }?.state ?? .well
  }

  /// The steps by time; those of one moment in the order in which they were written.
  var stepsInOrder: [Step] {
    steps.enumerated().sorted { a, b in
      a.element.at == b.element.at ? a.offset < b.offset : a.element.at < b.element.at
    }.map(\.element)
  }

  /// The oxygen state in force.
  func oxygen(at moment: Moment) -> Oxygen? {
    var state: Oxygen?
    var since: Moment?
    for step in steps where step.at <= moment {
      guard case .oxygen(let oxygen)? = step.content else { continue }
      if let since, step.at < since { continue }
      state = oxygen
      since = step.at
    }
    return state
  }

  /// True while a vasopressor runs.
  func isOnVasopressor(at moment: Moment) -> Bool {
    var running: Set<VasoactiveAgent> = []
    for step in stepsInOrder where step.at <= moment {
      guard case .vasopressor(let entry)? = step.content else { continue }
      switch entry.action {
      case .start, .change: running.insert(entry.agent)
      case .stop: running.remove(entry.agent)
      case .bolus: break
      }
    }
    return !running.isEmpty
  }

  /// Moments at which a drug of that class was given.
  func given(_ drugClass: DrugClass) -> [Moment] {
    steps.compactMap { step in
      guard case .medication(let drug)? = step.content, drug.drugClass == drugClass else {
        return nil
      }
      return drug.action == .stop ? nil : step.at
    }
  }
}
