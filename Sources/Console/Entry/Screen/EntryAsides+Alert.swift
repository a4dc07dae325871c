import Clinical
import Surveillance
import Terminal

extension EntryAsides {
  /// The alert that is acknowledged, with what the acknowledgement of this person does.
  var acknowledged: Group? {
    guard let alert = state.context.alert else { return nil }
    var texts: [StyledText] = [
      AlertPhrase.mark(alert.priority, isQuiet: alert.isEnded)
        + StyledText(" " + alert.text, .strong),
      StyledText(alert.criterion, .dim),
    ]
    if !alert.isEnded,
      !AcknowledgementGiven.settles(alert.priority, by: state.context.user.role)
    {
      texts.append(StyledText(prompts(.ackStays), .warning))
    }
    return group("alert", EntryText(.ackOf, alert.title), .text(texts), priority: 70)
  }
}
