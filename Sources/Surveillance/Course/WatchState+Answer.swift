import Clinical
import Grading

extension WatchState {
  /// Every interval so far, by rule and then by time.
  var intervals: [AlertInterval] {
    (closed + open.compactMap { $0 }).sorted {
      $0.rule != $1.rule ? $0.rule < $1.rule : $0.raised < $1.raised
    }
  }

  /// What is watched at `now`; the state must have been brought there.
  func surveillance(at now: Instant, _ patient: PatientID, _ zone: Zone) -> PatientSurveillance {
    var look = Look(t: now, chart: chart, walk: walk, settings: settings, zone: zone)
    let due = look.plan().sorted { ($0.due, $0.what.rawValue) < ($1.due, $1.what.rawValue) }
    return PatientSurveillance(
      at: now, patient: patient, zone: zone,
      alerts: alerts(at: now, patient).sorted(by: Alert.precedes), due: due,
      sepsis: look.sepsisQuestion(), isInHouse: look.isInHouse, isOnLeave: chart.summary.isOnLeave,
      settings: settings,
      grades: walk.grades(at: now))
  }

  /// The next instant at which time alone may change what `surveillance` answers.
  func nextChange(after now: Instant, _ zone: Zone) -> Instant? {
    var look = Look(t: now, chart: chart, walk: walk, settings: settings, zone: zone)
    var next = [wake].compactMap { $0 }
    for due in look.plan() { next += [due.due, due.amber, due.overdue] }
    if let time = look.next { next.append(time) }
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
    let all = intervals
    return all.indices.map { index in
      let interval = all[index]
      let isLast = index + 1 == all.count || all[index + 1].rule != interval.rule
      let end = isLast ? nil : all[index + 1].raised
      let id = AlertRule.all[interval.rule].id
      let given = acknowledgements.filter { given in
        given.rule == id && given.at >= interval.raised && end.map { given.at < $0 } ?? true
      }
      return (interval, AlertLife(interval, given, times, now: now))
    }
  }
}
