import Clinical
import SampleWard
import Testing

/// Something that the sample ward has to show, and in how many patients at least.
struct HardThing: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var patients = 1
  var isShown: @Sendable (Event) -> Bool

  init(_ name: String, in patients: Int = 1, _ isShown: @escaping @Sendable (Event) -> Bool) {
    testDescription = name
    self.patients = patients
    self.isShown = isShown
  }

  private static func gives(_ drugClass: DrugClass) -> @Sendable (Event) -> Bool {
    { if case .medication(let drug) = $0.content { drug.drugClass == drugClass } else { false } }
  }
  private static func breathes(
    _ device: Oxygen.Device, _ indication: Oxygen.Indication? = nil
  ) -> @Sendable (Event) -> Bool {
    {
      if case .oxygen(let state) = $0.content {
        state.device == device && (indication == nil || state.indication == indication)
      } else {
        false
      }
    }
  }
  private static func vasoactive(
    _ isMeant: @escaping @Sendable (Vasopressor) -> Bool
  ) -> @Sendable (Event) -> Bool {
    { if case .vasopressor(let entry) = $0.content { isMeant(entry) } else { false } }
  }
  private static func stays(_ action: Stay.Action, _ level: Stay.Level? = nil)
    -> @Sendable (Event) -> Bool
  {
    {
      if case .stay(let stay) = $0.content {
        stay.action == action && (level == nil || stay.level == level)
      } else {
        false
      }
    }
  }
  private static func censored(_ comparator: Comparator) -> @Sendable (Event) -> Bool {
    {
      guard case .lab(let lab) = $0.content, lab.kit != nil else { return false }
      return lab.results.contains {
        $0.comparator == comparator && $0.lowerLimitOfQuantification != nil
          && $0.upperLimitOfQuantification != nil
      }
    }
  }
  private static func attributed(_ domain: Attribution.Domain) -> @Sendable (Event) -> Bool {
    {
      if case .attribution(let entry) = $0.content {
        entry.domain == domain && entry.cause == .other
      } else {
        false
      }
    }
  }

  static let all: [HardThing] = [
    HardThing("an antipyretic that may hide a fever", in: 10, gives(.antipyretic)),
    HardThing("tocilizumab and its like", in: 8, gives(.anticytokine)),
    HardThing("a corticosteroid", in: 5, gives(.corticosteroid)),
    HardThing("a sedative", in: 2, gives(.sedative)),
    HardThing("low-flow oxygen", in: 4, breathes(.nasalCannula, nil)),
    HardThing("high-flow oxygen", in: 2, breathes(.highFlowNasalCannula)),
    HardThing("blow-by oxygen", breathes(.blowBy)),
    HardThing("ventilation", in: 2, breathes(.invasiveVentilation)),
    HardThing("a CPAP from home", breathes(.cpap, .sleepApnoea)),
    HardThing("oxygen of a chronic lung disease", breathes(.nasalCannula, .chronic)),
    HardThing("a vasopressor", in: 4, vasoactive { $0.agent == .norepinephrine }),
    HardThing("a second vasopressor", in: 2, vasoactive { $0.agent == .epinephrine }),
    HardThing("vasopressin", in: 2, vasoactive { $0.agent == .vasopressin }),
    HardThing("a push dose", vasoactive { $0.action == .bolus }),
    HardThing("an inotrope", in: 2, vasoactive { $0.agent.family == .inotrope }),
    HardThing("a vasopressor for sepsis", vasoactive { $0.indication == .sepsis }),
    HardThing("a lost point of ICE", in: 3) {
      if case .ice(let ice) = $0.content { (ice.points?.high ?? 10) < 9 } else { false }
    },
    HardThing("CAPD for the children under 12", in: 4) { $0.kind == .capd },
    HardThing("a baseline of ICE or CAPD", in: 19) {
      switch $0.content {
      case .ice(let ice): ice.baseline == true
      case .capd(let capd): capd.baseline == true
      default: false
      }
    },
    HardThing("an ICE that was refused", in: 2) {
      if case .ice(let ice) = $0.content { ice.status == .refused } else { false }
    },
    HardThing("an ICE that slept through", in: 2) {
      if case .ice(let ice) = $0.content { ice.status == .asleep } else { false }
    },
    HardThing("an ICE that sedation forbids") {
      if case .ice(let ice) = $0.content { ice.status == .sedated } else { false }
    },
    HardThing("a seizure and its end") {
      if case .seizure(let seizure) = $0.content { seizure.continues != nil } else { false }
    },
    HardThing("sleep entered as consciousness", in: 4) {
      if case .consciousness(let entry) = $0.content { entry.cause == .sleep } else { false }
    },
    HardThing("a motor finding", in: 2) {
      if case .motor(let entry) = $0.content { entry.finding != .none } else { false }
    },
    HardThing("an intracranial finding", in: 2) {
      if case .intracranial(let entry) = $0.content { entry.findings != [.none] } else { false }
    },
    HardThing("haemophagocytosis") {
      if case .finding(let entry) = $0.content { entry.name == "haemophagocytosis" } else { false }
    },
    HardThing("hypoxia of another cause", attributed(.hypoxia)),
    HardThing("hypotension of another cause", attributed(.hypotension)),
    HardThing("an adjudication that agrees") {
      if case .adjudication(let entry) = $0.content { entry.grade == entry.computed } else { false }
    },
    HardThing("an adjudication that differs, with its reason") {
      guard case .adjudication(let entry) = $0.content else { return false }
      return entry.grade != entry.computed && $0.reason != nil
    },
    HardThing("something not done", in: 10) { $0.kind == .notDone },
    HardThing("a correction with its reason", in: 3) { $0.corrects != nil && $0.reason != nil },
    HardThing("an entry of another patient taken back") {
      $0.kind == .retraction && $0.reason?.contains("wrong patient") == true
    },
    HardThing("a cytokine below its kit", in: 3, censored(.less)),
    HardThing("a cytokine above its kit", in: 2, censored(.greater)),
    HardThing("an adverse event", in: 6) { $0.kind == .adverseEvent },
    HardThing("a response", in: 2) { $0.kind == .response },
    HardThing("a relapse") {
      if case .response(let entry) = $0.content { entry.response == .relapse } else { false }
    },
    HardThing("a death") {
      if case .status(let entry) = $0.content { entry.state == .death } else { false }
    },
    HardThing("a leave", in: 2, stays(.leave)), HardThing("a return", in: 2, stays(.return)),
    HardThing("a transfer to intensive care", in: 5, stays(.transfer, .intensiveCare)),
    HardThing("a transfer back", in: 2, stays(.transfer, .ward)),
    HardThing("a discharge", in: 2, stays(.discharge)),
    HardThing("a setting of one patient") { $0.kind == .setting && $0.patient != nil },
    HardThing("a transfusion that is no bolus") {
      if case .fluidBolus(let bolus) = $0.content {
        bolus.indication == .transfusion
      } else {
        false
      }
    },
  ]
}

@Suite("What the sample ward shows")
struct WardHardThingsTests {
  @Test("every hard thing is there", arguments: HardThing.all)
  func isShown(_ thing: HardThing) {
    #expect(Samples.ward.patients(where: thing.isShown).count >= thing.patients)
  }

  @Test("every kind of event but a transplant is in the ward, and that in the trial")
  func kinds() {
    let missing = Set(EventKind.ofWard).subtracting(Samples.ward.map(\.kind))
    #expect(missing == [.transplant])
    #expect(Samples.trial.events.contains { $0.kind == .transplant })
  }

  @Test(
    "a second wave: ferritin above 10,000, fibrinogen under 1.5, transaminases above five times")
  func hyperinflammation() throws {
    let patient = try #require(PatientID("CD7-018"))
    var most: [LabVariable: DecimalNumber] = [:]
    var least: [LabVariable: DecimalNumber] = [:]
    for event in Samples.ward.of(patient) {
      guard case .lab(let lab) = event.content else { continue }
      for result in lab.results {
        guard let variable = result.variable else { continue }
        most[variable] = max(most[variable] ?? result.value, result.value)
        least[variable] = min(least[variable] ?? result.value, result.value)
      }
    }
    #expect(try #require(most[.ferritin]) > 10_000)
    #expect(try #require(least[.fibrinogen]) < DecimalNumber(tenths: 15))
    #expect(try #require(most[.aspartateAminotransferase]) > 200)
  }

  @Test("the four cytokines always come together, with the kit and its limits")
  func cytokines() {
    let four: Set<LabVariable> = [
      .interleukin6, .interleukin10, .interferonGamma, .tumourNecrosisFactorAlpha,
    ]
    for event in Samples.ward + Samples.trial.events {
      guard case .lab(let lab) = event.content else { continue }
      let variables = Set(lab.results.compactMap(\.variable))
      guard !variables.isDisjoint(with: four) else { continue }
      #expect(variables == four)
      #expect(lab.kit != nil)
      #expect(lab.results.allSatisfy { $0.upperLimitOfQuantification != nil })
    }
  }
}
