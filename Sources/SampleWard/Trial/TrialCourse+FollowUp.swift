import Clinical

extension TrialCourse {
  /// Days of the visits: months 2, 3, and every third month to 24.
  private static let visitDays = [60, 90, 180, 270, 365, 456, 548, 639, 730]

  /// The site of the disease outside the marrow.
  private var mass: String { isLymphoma ? "mediastinum" : "lymph nodes" }

  /// Response, transplant, relapse, death and the visits up to month 24.
  func addFollowUp(to p: inout PatientScript) {
    addDay28(to: &p)
    var last = 730
    var relapse: Int?
    switch fate {
    case .noResponse(let death):
      p.add(
        .newTherapy(NewTherapy(therapy: "venetoclax, decitabine")), at: Moment(36, 1100),
        by: .physician, dated: true)
      p.response(.progression, sites: ["bone marrow"], day: 90)
      relapse = 36
      die(&p, death, .disease)
      last = death
    case .transplanted(let day, let later):
      p.add(
        .transplant(
          Transplant(
            donor: number % 3 == 0 ? "matched sibling" : "haploidentical",
            purpose: extramedullary == .partial ? .salvage : .consolidation)),
        at: Moment(day, 1300), by: .physician, dated: true)
      p.expansion?.gone = Moment(day - 6)
      // The graft takes its three weeks.
      p.neutrophils =
        p.neutrophils.filter { $0.0 < 36 } + [
          (day - 8, 2000), (day, 90), (day + 11, 40), (day + 19, 900), (day + 40, 2400),
          (200, 3000),
        ]
      p.platelets =
        p.platelets.filter { $0.0 < 30 } + [
          (day - 8, 92), (day + 2, 20), (day + 12, 14), (day + 24, 48), (day + 45, 110), (200, 180),
        ]
      if extramedullary == .partial {
        p.response(
          .completeRemission, mrd: "negative", sites: ["bone marrow", mass],
          method: "flow cytometry, PET-CT", day: 90)
      }
      (last, relapse) = addLater(later, to: &p)
    case .watched(let later):
      (last, relapse) = addLater(later, to: &p)
    }
    for day in Self.visitDays where day < last || day == 730 && last == 730 {
      p.visits.append(Moment(day, 1000))
      p.status(.alive, day: day)
      let inRemission = relapse.map { day < $0 } ?? true
      let isAssessed = day != 456 && day != 639
      if inRemission, isAssessed, !(extramedullary == .partial && day <= 90) {
        p.response(.completeRemission, mrd: "negative", method: "flow cytometry", day: day)
      }
    }
  }

  private func addDay28(to p: inout PatientScript) {
    if case .noResponse = fate {
      p.response(.noResponse, mrd: "positive", method: "flow cytometry", day: 28)
      return
    }
    p.response(
      number % 3 == 1 ? .completeRemissionIncomplete : .completeRemission, mrd: "negative",
      method: "flow cytometry", day: 28)
    switch extramedullary {
    case .none: break
    case .complete:
      p.response(.completeRemission, sites: [mass], method: "PET-CT", day: 28, entered: 1700)
    case .partial:
      p.response(.partialRemission, sites: [mass], method: "PET-CT", day: 28, entered: 1700)
    }
  }

  // The last day under observation, and that of a relapse.
  private func addLater(_ later: Later?, to p: inout PatientScript) -> (Int, Int?) {
    switch later {
    case nil: return (730, nil)
    case .relapse(let day, let death):
      p.response(.relapse, mrd: "positive", method: "flow cytometry", day: day)
      p.add(
        .newTherapy(NewTherapy(therapy: "nelarabine, etoposide")), at: Moment(day + 9, 1100),
        by: .physician, dated: true)
      if let death { die(&p, death, .disease) }
      return (death ?? 730, day)
    case .death(let day, let infection):
      p.adverseEvent(
        infection ? "Lung infection" : "Graft versus host disease", grade: 5,
        from: Moment(day - 16), to: Moment(day), serious: true, relatedness: "not related",
        outcome: "fatal", entered: Moment(day + 1, 1100))
      die(&p, day, infection ? .infection : .other)
      return (day, nil)
    case .lost(let day):
      p.status(.lostToFollowUp, day: day)
      return (day, nil)
    case .withdrawn(let day):
      p.status(.withdrawn, day: day)
      return (day, nil)
    }
  }

  private func die(_ p: inout PatientScript, _ day: Int, _ cause: Status.PrincipalCause) {
    p.status(.death, cause, day: day)
  }
}
