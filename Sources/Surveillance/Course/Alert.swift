package import Clinical

/// One alert of a patient, as it stands at an instant.
package struct Alert: Sendable {
  package enum Status: String, Sendable { case active, acknowledged, ended }

  /// Rule, patient and time raised in UTC: `A04:CD7-003:2026-03-06T04:10:00Z`.
  package let id: String
  package let patient: PatientID
  package let rule: AlertRule
  /// The criterion with the numbers in force.
  package let criterion: String
  package let raised: Instant
  /// When it last came back: a worse value, or the time of an acknowledgement over.
  package let reRaised: Instant?
  /// When the next person was last called for, unacknowledged.
  package let escalated: Instant?
  package let ended: Instant?
  package let status: Status
  /// False while it is to be kept in sight after its end: nobody has acknowledged it.
  package let isSeen: Bool
  /// Everything that it has said, oldest first; never empty.
  package let steps: [AlertStep]
  /// The newest acknowledgement, with its end, in force or not.
  package let acknowledged: Acknowledged?
  /// Who is called next, and when; `nil` where nobody will be.
  package let escalation: Escalation?
  /// Everything that became of it, oldest first.
  package let changes: [(at: Instant, change: AlertChange)]

  package struct Acknowledged: Sendable, Hashable {
    package let by: String?
    package let at: Instant
    /// `nil` where it settles nothing: a nurse has seen a highest alert.
    package let until: Instant?
    package let note: String?
  }

  package struct Escalation: Sendable, Hashable {
    /// `nil` where nobody is named in the `onCall` setting.
    package let next: String?
    package let at: Instant
  }

  /// What it says now, or said last.
  package var step: AlertStep { steps[steps.count - 1] }
  package var priority: AlertPriority { step.priority }

  /// How urgent it was at an instant.
  package func priority(at t: Instant) -> AlertPriority {
    (steps.last { $0.at <= t } ?? steps[0]).priority
  }
  package var text: String { step.text }
  package var events: [EventID] { step.events }
  package var source: String { rule.sourceText }
  /// What the guideline says, first the texts for all grades; its name is `Guideline.source`.
  package var guideline: [String] { rule.guideline.texts(grade: step.grade) }

  /// True where it is over and still waits to be seen, while the patient is in house.
  package var isEndedUnseen: Bool { status == .ended && !isSeen && priority != .listed }

  /// The first in a list: what nobody has acknowledged, the most urgent, the newest.
  package static func precedes(_ a: Alert, _ b: Alert) -> Bool {
    if a.rank != b.rank { return a.rank < b.rank }
    if a.priority != b.priority { return a.priority > b.priority }
    let (x, y) = (a.reRaised ?? a.raised, b.reRaised ?? b.raised)
    if x != y { return x > y }
    return a.id < b.id
  }

  private var rank: Int {
    switch status {
    case .active: 0
    case .acknowledged: 1
    case .ended: isSeen ? 3 : 2
    }
  }

  /// The id of an alert of a rule that was raised at an instant.
  static func id(_ rule: AlertRule, _ patient: PatientID, _ raised: Instant) -> String {
    "\(rule.id):\(patient.text):\(raised.utcWords)"
  }
}

extension Instant {
  /// UTC with `Z`, to the second, with a fraction only where there is one.
  var utcWords: String {
    let seconds = floorDivide(microseconds, 1_000_000)
    let fraction = microseconds - seconds * 1_000_000
    let day = floorDivide(seconds, 86_400)
    let ofDay = seconds - day * 86_400
    func padded(_ n: Int64, _ width: Int) -> String {
      let digits = String(n)
      return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
    var text = "\(CalendarDate(dayNumber: day))T\(padded(ofDay / 3600, 2)):"
    text += "\(padded(ofDay / 60 % 60, 2)):\(padded(ofDay % 60, 2))"
    if fraction != 0 { text += "." + padded(fraction, 6) }
    return text + "Z"
  }
}
