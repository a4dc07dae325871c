package import Clinical
package import Surveillance

/// The alert that a form acknowledges, as it stood when the form was opened.
package struct AlertAtHand: Hashable, Sendable {
  package let rule: String
  package let title: String
  package let text: String
  package let criterion: String
  package let priority: AlertPriority
  package let isEnded: Bool
  /// Since when it has stood: an acknowledgement is never earlier.
  package let since: Instant
  /// When it comes back if nothing else is asked for.
  package let standard: TimeSpan

  /// - Parameter covered: stands in the place of what it says, where that may not be told.
  package init(_ alert: Alert, settings: AlertSettings, covered: String? = nil) {
    rule = alert.rule.id
    title = covered ?? alert.rule.title
    text = covered ?? alert.text
    criterion = covered == nil ? alert.criterion : ""
    priority = alert.priority
    isEnded = alert.status == .ended
    since = alert.reRaised ?? alert.raised
    standard = settings.span(alert.priority == .highest ? .rearmHighest : .rearmOthers)
  }
}

/// Acknowledges one alert: who is whoever types, a note, and until when it is quiet. Nothing is
/// retyped, but a highest one is confirmed by a key of its own.
package struct AcknowledgeForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleAcknowledge

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    if Self.corrected(in: reading.originals) != nil {
      return [
        FieldSpec("note", EntryText(.ackNote), .text(500)),
        FieldSpec(
          "until", EntryText(.ackUntil), .until(AcknowledgementGiven.longest),
          remark: EntryText(.ackUntilKept)),
      ]
    }
    guard let alert = reading.context.alert else { return [] }
    var fields: [FieldSpec] = []
    if Self.isConfirmed(alert) {
      fields.append(
        FieldSpec(
          "sure", .ackSure, .choice([EntryOption("y", "yes", .ackYes)], advances: true),
          isRequired: true))
    }
    fields.append(FieldSpec("note", EntryText(.ackNote), .text(500)))
    if !alert.isEnded {
      fields.append(
        FieldSpec(
          "until", EntryText(.ackUntil), .until(AcknowledgementGiven.longest),
          remark: EntryText(.ackUntilHelp, "\(alert.standard.wholeMinutes)")))
    }
    return fields
  }

  package func contents(_ reading: FormReading) -> [Content] {
    if var entry = Self.corrected(in: reading.originals) {
      entry.note = reading["note"].text
      entry.until = reading["until"].moment ?? entry.until
      return [.acknowledgement(entry)]
    }
    guard let alert = reading.context.alert,
      !Self.isConfirmed(alert) || reading["sure"].choice == "yes"
    else { return [] }
    return [
      .acknowledgement(
        Acknowledgement(
          rule: alert.rule, note: reading["note"].text, until: reading["until"].moment))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    Self.corrected(in: originals)?.note.map { ["note": $0] } ?? [:]
  }

  // What is corrected keeps its alert: of another alert it would be another acknowledgement.
  private static func corrected(in originals: [Event]) -> Acknowledgement? {
    if case .acknowledgement(let entry)? = originals.first?.content { entry } else { nil }
  }

  private static func isConfirmed(_ alert: AlertAtHand) -> Bool {
    alert.priority == .highest && !alert.isEnded
  }
}
