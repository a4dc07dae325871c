/// The key of a text about alerts and observations due; `AlertCatalogue` has it in each language.
package enum AlertWord: String, CaseIterable, Sendable {
  // Commands.
  case commandAlerts, commandAcknowledge, commandOpenAlert, commandFilterAlerts
  case commandOnePatient, commandCultures, commandAlertsPart
  case hintAlerts, hintAcknowledge, hintOpenAlert, hintFilterAlerts, hintOnePatient
  // The ward.
  case loading, late, columnPriority, columnAlert, columnNext, alertsTitle, dueTitle
  case acknowledgeKey, readKey, commandReadAlert, none, noneShown
  // One alert.
  case unacknowledged, unacknowledgedShort, acknowledgedBy, acknowledgedShort, seenBy, endedAt
  case endedUnseen, callIn, nameIn, callHelpIn, calledAt, inShort
  case priorityHighest, priorityHigh, priorityListed
  case raisedAt, reRaisedAt, acknowledgedAt, acknowledgedUntil, escalatedAt, nextCall, nobodyNamed
  case criterion, source, guideline, guidelineSource, endsWith, history, eventsBehind, noEvents
  case note, nothingChosen, acknowledgeNow
  // What is due.
  case vitals, ice, capd, labs, cytokines, carT, lateBy, lateShort, dueWhy
  case nothingDue, onLeave, notInHouse
  // Sepsis.
  case sepsisTitle, sepsisFever, sepsisCultures, sepsisAntibiotics, sepsisNoCultures
  case sepsisNoAntibiotics, sepsisTaken, sepsisBeside
  // The list.
  case listTitle, filterActive, filterUnacknowledged, filterHighest, filterHigh, filterEnded
  case filterAll, filteredBy, onePatient, listCount, columnTime, columnBed, columnWhat, columnState
  // The console itself.
  case notAlarm, noData, dataAge, noDataYet
  // The form.
  case nothingToAcknowledge, loadingYet
  // What saving a form does.
  case willRaise, willRaiseAgain, willEnd, willNothing, willWait
}
