/// The key of a text about replays; `ReplayCatalogue` has it in each language.
package enum ReplayWord: String, CaseIterable, Sendable {
  // Title and bar.
  case mark, barTitle, playing, paused, stepsTo
  case readingAt, readingRecorded, readingStored
  case kindEvent, kindGrade, kindAlert, kindDay
  // Messages.
  case onlyInReplay, nothingIsWritten, atEnd, noneAfter, noneBefore, oneReading, alreadyReplay
  case bellOnWard, wardStopped
  // Sessions.
  case sessionBar, sessionLearner, sessionInstructor, sessionAway, sessionThrough
  case sessionNote, sessionPutIn, sessionNoteNews, sessionPutInNews
  case noSession, onlyInstructor, notWhileUnderWay
  case annotateTitle, injectTitle, annotateLabel, injectLabel, annotateHelp, injectHelp, injecting
  case commandAnnotate, commandInject, hintAnnotate, hintInject
  // Lists.
  case jumpsTitle, leavingTitle, leave, stay, back
  // Commands.
  case commandOpen, commandPlay, commandNext, commandPrevious, commandStep, commandSlower
  case commandFaster, commandJump, commandReading
  case commandNextEvent, commandPreviousEvent, commandNextGrade, commandPreviousGrade
  case commandNextAlert, commandPreviousAlert, commandNextDay, commandPreviousDay
  case hintPlay, hintNext, hintPrevious, hintStep, hintFaster, hintJump, hintReading

  /// The short word in the line of keys.
  var hint: ReplayWord? {
    switch self {
    case .commandPlay: .hintPlay
    case .commandNext: .hintNext
    case .commandPrevious: .hintPrevious
    case .commandStep: .hintStep
    case .commandFaster: .hintFaster
    case .commandJump: .hintJump
    case .commandReading: .hintReading
    case .commandAnnotate: .hintAnnotate
    case .commandInject: .hintInject
    default: nil
    }
  }
}

extension Catalogue {
  /// The text of a key with its places filled.
  package func callAsFunction(_ word: ReplayWord, _ arguments: String...) -> String {
    Self.filled(ReplayCatalogue.text(word, in: language), arguments)
  }
}
