/// The key of a text about training; `TrainingCatalogue` has it in each language.
package enum TrainingWord: String, CaseIterable, Sendable {
  // Progress.
  case commandProgress, hintProgress, noProgress, progressTitle, nothingFinished, progressCounts
  // Commands.
  case commandQuestion, hintQuestion, commandReasons, commandEnd, hintEnd, commandNextField
  case hintNextField, commandPreviousField, hintPreviousField, commandLookAround, hintLookAround
  case commandOtherQuestion, commandGoOn, hintGoOn, commandOpenLine, hintOpenLine
  // Messages.
  case onlyInTraining, onlyForward, answerFirst, noneOpen, onlyOneOpen, noneAnswered, noAnswer
  case opensNothing, backToDebrief
  // Bar and cover.
  case trainingPath, barTraining, barCounts, covered, coveredAlert, coveredWhy, entryUntold
  // Question.
  case questionTitle, gradesCovered, othersOpen, changeAsks, fieldCRS, fieldICANS, fieldSure
  case fieldFacts, fieldNext, fieldGive, theGrade, noGradeKey, leaveOut, sureLow, sureMedium
  case sureHigh, thatIsAll, giveIt, giveUp, changeIt, none, ungradable
  // The end.
  case endingTitle, stay, endHere, leaveSession
  // Briefing.
  case briefingTitle, levelFor, learnerIs, objectives, howTitle, howClock, howAsked, howWard
  case howOpen, howEnd
  // Reasons.
  case whyTitle, trapMark
  // Debrief.
  case debrief, debriefOf, period, agreementTitle, engine, author, answeredOf, theSame, kappa
  case interval, questionsTitle, gradeChanged, you, engineSays, authorSays, right, notTheSame
  case ruleText, rightChoices, wrongChoices, leftChoices, trap, note, sureTitle, rightOf
  case risesTitle, rise, recognised, notRecognised, alertsTitle, acknowledged, notAcknowledged
  case missedTitle, overdueSince, rulesTitle, teachingTitle
  // Scripted patient.
  case patientSays, replyUnknown, replyNone, replySays, replyCity, replyCityWrong, replyHospital
  case replyHospitalWrong, replyCommand, replyCommandWrong, replyWriting, replyWritingWrong

  /// The short word in the line of keys.
  var hint: TrainingWord? {
    switch self {
    case .commandQuestion: .hintQuestion
    case .commandEnd: .hintEnd
    case .commandProgress: .hintProgress
    case .commandNextField: .hintNextField
    case .commandPreviousField: .hintPreviousField
    case .commandLookAround: .hintLookAround
    case .commandGoOn: .hintGoOn
    case .commandOpenLine: .hintOpenLine
    default: nil
    }
  }
}

extension Catalogue {
  /// The text of a key with its places filled.
  package func callAsFunction(_ word: TrainingWord, _ arguments: String...) -> String {
    Self.filled(TrainingCatalogue.text(word, in: language), arguments)
  }
}
