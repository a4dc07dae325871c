import Clinical
import Grading

/// What is watched of a patient: of all facts, and beside them of the signed ones while something
/// unsigned is in force. An alert stands while either has it standing, and what is due is due when
/// the first of them says so.
struct WatchAnswer {
  /// Both must have been brought to the instant that is asked about.
  let all: WatchState
  let signed: WatchState?

  // A limit that only a trainee has set may raise alerts and moves nothing else.
  private var settings: AlertSettings { (signed ?? all).settings }

  private var looks: [WatchState] { [all] + [signed].compactMap { $0 } }

  /// Every interval so far, by rule and then by time.
  var intervals: [AlertInterval] {
    guard let signed else { return all.intervals }
    return AlertInterval.union(all.intervals, signed.intervals)
  }

  func surveillance(at now: Instant, _ patient: PatientID, _ zone: Zone) -> PatientSurveillance {
    var look = all.looking(at: now, zone)
    var signedLook = signed?.looking(at: now, zone)
    var due: [ObservedThing: DueObservation] = [:]
    for item in look.plan() + (signedLook?.plan() ?? []) {
      if let known = due[item.what], known.due <= item.due { continue }
      due[item.what] = item
    }
    return PatientSurveillance(
      at: now, patient: patient, zone: zone,
      alerts: alerts(at: now, patient).sorted(by: Alert.precedes),
      due: due.values.sorted { ($0.due, $0.what.rawValue) < ($1.due, $1.what.rawValue) },
      sepsis: look.sepsisQuestion() ?? signedLook?.sepsisQuestion(), isInHouse: look.isInHouse,
      isOnLeave: all.chart.summary.isOnLeave, settings: settings)
  }

  /// The next instant at which time alone may change what `surveillance` answers.
  func nextChange(after now: Instant, _ zone: Zone) -> Instant? {
    var next: [Instant] = []
    for state in looks {
      var look = state.looking(at: now, zone)
      for due in look.plan() { next += [due.due, due.amber, due.overdue] }
      next += [state.wake, look.next].compactMap { $0 }
    }
    let times = AlertTimes(settings)
    for (_, life) in lives(at: now) {
      if let deadline = life.phase.deadline(times) { next.append(deadline) }
    }
    return next.filter { $0 > now }.min()
  }

  private func alerts(at now: Instant, _ patient: PatientID) -> [Alert] {
    lives(at: now).map { interval, life in
      let rule = AlertRule.all[interval.rule]
      var status = Alert.Status.active
      var isSeen = true
      var escalation: Alert.Escalation?
      switch life.phase {
      case .raised(let raised):
        isSeen = false
        escalation = life.phase.deadline(AlertTimes(settings)).map {
          Alert.Escalation(
            next: raised.calls < settings.onCall.count ? settings.onCall[raised.calls] : nil,
            at: $0)
        }
      case .acknowledged: status = .acknowledged
      case .ended(let ended):
        status = .ended
        isSeen = ended.isSeen
      }
      return Alert(
        id: Alert.id(rule, patient, interval.raised), patient: patient, rule: rule,
        criterion: rule.criterion(settings), raised: interval.raised, reRaised: life.reRaised,
        escalated: life.escalated, ended: interval.ended, status: status, isSeen: isSeen,
        steps: interval.steps,
        acknowledged: life.acknowledgement.map {
          Alert.Acknowledged(by: $0.by, at: $0.at, until: life.until, note: $0.note)
        }, escalation: escalation, changes: life.changes)
    }
  }

  // Each acknowledgement goes to the newest interval of its rule that had been raised by then.
  private func lives(at now: Instant) -> [(AlertInterval, AlertLife)] {
    let times = AlertTimes(settings)
    let intervals = self.intervals
    return intervals.indices.map { index in
      let interval = intervals[index]
      let isLast = index + 1 == intervals.count || intervals[index + 1].rule != interval.rule
      let end = isLast ? nil : intervals[index + 1].raised
      let id = AlertRule.all[interval.rule].id
      let given = all.acknowledgements.filter { given in
        given.rule == id && given.at >= interval.raised && end.map { given.at < $0 } ?? true
      }
      return (interval, AlertLife(interval, given, times, now: now))
    }
  }
}
