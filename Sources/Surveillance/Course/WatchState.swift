import Clinical
import Grading

/// The whole state of surveillance after the facts up to an instant: grading's, what the rules
/// remember, and the intervals of the alerts so far.
struct WatchState: Sendable {
  private(set) var walk = GradingWalk()
  private(set) var chart = Chart()
  private var inForce = AlertSettingsInForce()
  var settings: AlertSettings { inForce.settings }
  /// The interval that each rule is in.
  private(set) var open: [AlertInterval?] = Array(repeating: nil, count: AlertRule.all.count)
  private(set) var closed: [AlertInterval] = []
  private(set) var acknowledgements: [AcknowledgementGiven] = []
  private(set) var reached: Instant?
  private var next: Instant?

  /// Every interval so far, by rule and then by time.
  var intervals: [AlertInterval] {
    (closed + open.compactMap { $0 }).sorted {
      $0.rule != $1.rule ? $0.rule < $1.rule : $0.raised < $1.raised
    }
  }

  func looking(at now: Instant, _ zone: Zone) -> Look {
    Look(t: now, chart: chart, walk: walk, settings: settings, zone: zone)
  }

  /// The next instant at which time alone may change something.
  var wake: Instant? {
    guard let graded = walk.wake else { return next }
    return next.map { min($0, graded) } ?? graded
  }

  /// Takes over the facts of one instant, all of them.
  mutating func take(_ facts: ArraySlice<Fact>, at t: Instant, zone: Zone) {
    pass(until: t, inclusive: false, zone: zone)
    walk.take(facts, at: t, zone: zone)
    for fact in facts {
      switch fact.event.content {
      case .setting(let setting):
        inForce.apply(setting, ofPatient: fact.event.patient != nil, at: t)
      case .acknowledgement(let entry):
        acknowledgements.append(AcknowledgementGiven(entry, fact.event, at: t))
      default: break
      }
      chart.apply(fact, walk, settings, zone)
    }
    look(at: t, zone)
  }

  /// Lets time pass through every instant before `t` at which it changes something by itself, and
  /// through `t` too when `inclusive`.
  mutating func pass(until t: Instant, inclusive: Bool, zone: Zone) {
    while let wake, wake < t || inclusive && wake == t {
      walk.pass(to: wake)
      look(at: wake, zone)
    }
  }

  private mutating func look(at t: Instant, _ zone: Zone) {
    reached = t
    chart.settle(walk, at: t, settings)
    var look = looking(at: t, zone)
    let isDead = chart.stay.deathAt.map { look.reached($0) } ?? false
    for index in AlertRule.all.indices {
      if isDead {
        close(index, at: t)
      } else if let finding = AlertRule.all[index].check(&look) {
        take(finding, index, at: t, zone)
      } else {
        close(index, at: t)
      }
    }
    next = isDead ? nil : look.next
  }

  private mutating func close(_ index: Int, at t: Instant) {
    guard var interval = open[index] else { return }
    interval.ended = t
    closed.append(interval)
    open[index] = nil
  }

  private mutating func take(
    _ finding: AlertFinding, _ index: Int, at t: Instant, _ zone: Zone
  ) {
    if let last = open[index]?.steps.last, last.priority == finding.priority,
      last.badness == finding.badness, last.occurrence == finding.occurrence,
      last.events == finding.events
    {
      return
    }
    let known = finding.events.reduce(t) { max($0, chart.known[$1] ?? $0) }
    let step = AlertStep(
      at: t, known: known, priority: finding.priority, badness: finding.badness,
      occurrence: finding.occurrence, text: finding.text(Words(zone: zone)),
      events: finding.events, causes: finding.causes, grade: finding.grade)
    if open[index] == nil {
      open[index] = AlertInterval(rule: index, raised: t, steps: [step], ended: nil)
    } else {
      open[index]?.steps.append(step)
    }
  }
}
