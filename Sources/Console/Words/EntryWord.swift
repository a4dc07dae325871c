/// The key of a text of the entry room that a person reads; `EntryCatalogue` has it in each language.
package enum EntryWord: String, CaseIterable, Sendable {
  // Titles of the forms.
  case titleVitals, titleNeuro, titleBaseline, titleOxygen, titleBolus, titleVasopressor
  case titleMedication, titleLabs, titleNote, titleLine, titleNotDone, titleGrade
  case titleAttribution, titleAdverseEvent, titleResponse, titleTransplant, titleNewTherapy
  case titleStay, titleStatus, titleDetails, titleEnrolment, titleLeukapheresis
  case titleLymphodepletion, titleInfusion, titleFinding, titleSetting, titleUser, titleSite,
    titleRetract
  case titleAcknowledge
  case correcting
  // Every form.
  case quickLine, timeTaken, day, todayUnlessTyped, reason, takenAt, draftSaved, resumed, saving
  case unknownMark, thisWill, unchanged, typedBy, weightOf, sameName, typeBed, keepBoth
  case keepBothYes, again, typeAgain, typedTwice, sameAsLast, notDoneMark, hintNext, verbatim, yes
  case no, noFinding, isNeeded
  // Checking.
  case notANumber, impossible, notAPressure, diastolicNotBelow, notAnAmount, notATime, notADate
  case notADuration, inTheFuture, notTheBed, noSuchKey, nothingToRepeat, unknownAgent
  case resultWithoutValue, resultWithoutUnit, unknownVariable, unitDoesNotFit, asksAbove
  case asksBelow, asksChange, asksGrade, asksGradeUnknown, againDiffers, pasteNotTyped,
    pasteNeedsText, lineTooLong
  case nothingEntered, nothingChanged, fever, lowPressure, lowPressureMean, computedMean
  case belowLimit, aboveLimit, askFlow
  // Vital signs.
  case temperature, heartRate, pressure, breaths, saturation, meanArterial, pulse, position
  case temperatureSite, siteAxillary, siteOral, siteTympanic, siteRectal, siteCore, lying, sitting
  case standing, oxygenDevice, oxygenFlow, oxygenFraction, deviceRoomAir, deviceNasalCannula
  case deviceBlowBy, deviceHighFlow, deviceFaceMask, deviceVenturi, devicePartialRebreather
  case deviceNonRebreather, deviceFaceTent, deviceAerosolMask, deviceTracheostomy, deviceCPAP
  case deviceBiPAP, deviceNIV, deviceVentilation, deviceECMO, consciousness, levelAwake
  case levelVoice, levelTactile, levelVigorous, levelUnarousable, staysAwake, causeOfLevel
  case emptyIsICANS, causeICANS, causeSedation, causeSleep, causeOther, whyNotDone
  // Neurological signs.
  case whyNoScore, emptyIsDone, statusDone, statusNotDone, statusRefused, statusAsleep,
    statusUnarousable
  case statusSedated, statusIntubated, statusLanguage, itemYes, itemNo, itemUnable, iceYear
  case iceMonth, iceCity, iceHospital, iceNaming, iceCommand, iceWriting, iceAttention
  case handwritingChanged, writingSample, isBaseline, itemYear, itemMonth, itemCity, itemHospital
  case itemObject1, itemObject2, itemObject3, itemCommand, itemWriting, itemAttention
  case runningScore, scoreSoFar, scoreOfAsked, capdOfAsked, ifRestRight, ifRestWrong, itGives
  case scoreBefore, ownBaseline, noBaseline, wordSet, wordSetNotLast, pointsLost, noneLost
  case capdEyeContact, capdPurposeful, capdAware, capdCommunicates, capdRestless, capdInconsolable
  case capdUnderactive, capdSlow, capdNever, capdRarely, capdSometimes, capdOften, capdAlways
  case capdOverShift, anchorsFromMemory, anchorFixates, anchorGazeBrief, anchorGaze, anchorFollows
  case anchorLooksAtSpeaker, anchorReflexes, anchorReachesClumsy, anchorReaches, anchorGrasps
  case anchorReachesSmooth, anchorHandles, anchorHandlesWalks, anchorCalmAwake, anchorTurnsToVoice
  case anchorSmiles, anchorKnowsMother, anchorPrefersParent, anchorCries, anchorVocalises
  case anchorSingleWords, anchorSentences, anchorNoAlertState, anchorNoCalmState
  case anchorNotSoothedFeeding, anchorNotSoothedRocking, anchorNotSoothedHolding
  case anchorNotSoothedReading, anchorTantrum, anchorLittleReflex, anchorLittleKicking
  case anchorLittleGrasping, anchorLittleMoving, anchorLittlePlay, anchorLittleElaboratePlay
  case anchorNoReflexes, anchorNoCryToPain, anchorNoCooing, anchorNoBabbling, anchorNoDirections
  case anchorNoCommands, seizure, seizureFocal, seizureGeneralised, seizureNonConvulsive
  case seizureState, seizureStill, seizureEnded, seizureRunning, seizureLength
  case seizureLengthFormat, seizureBack, seizureOnEEG, seizureTimer, seizureTimerLong, motor
  case motorDeepWeakness, motorDrift, motorGeneralised, motorTremor, motorMyoclonus, side
  case sideLeft, sideRight, sideBoth, raisedPressure, oedemaFocal, oedemaDiffuse
  case posturingDecerebrate, posturingDecorticate, sixthNerve, papilloedema, cushingTriad
  case haemorrhage
  // Treatment.
  case indication, emptyIsHypoxia, emptyIsHypotension, emptyIsGiven, forHypoxia, forComfort
  case forChronic, forSleepApnoea, forAirway, forProcedure, forHypotension, forMaintenance
  case forTransfusion, forOther, forSepsis, forSedation, forBleeding, forAnaphylaxis, volume
  case agent, agentHelp, agentName, action, actionStart, actionChange, actionStop, actionPush
  case actionGive, rate, dose, switchFrom, switchHelp, doesNotRun, runsAlready, running, noneRuns
  case runningSince, rateNotRecorded, drug, drugClass, drugNotInTable, classAntipyretic
  case classAnticytokine, classCorticosteroid, classSedative, classAntiseizure, classAntimicrobial
  case route, routeIV, routeOral, routeSC, routeIM, routeIT, routeRectal, ledger, tocilizumab
  case corticosteroids, noneOnRecord, doseNotRecorded, dosesLeft, dosesLeftText, nextDose
  case notBefore, fromNow, noMoreDoses, doseForShow, doseShown, doseShownCapped, noWeight
  case sumUnknown, steroidLine, nothingIsOrdered, stopInADay, stopInAll, stopTooSoon, stopTooMuch
  // Other kinds.
  case noteText, whatNotDone, whatVitals, whatLabs, whatCytokines, whatCarT, whyOffWard
  case whyProcedure, otherResults, otherResultsHelp, laboratory, kit, scale, scaleCRS, scaleICANS
  case clinicianGrade, gradeDigit, whyOtherGrade, gradeDiffers, computedGrade, noComputedGrade
  case computedBecause, noEvidence, domain, cause, domainFever, domainHypotension, domainHypoxia
  case domainCognition, domainConsciousness, domainSeizure, domainMotor, domainIntracranial,
    domainDeath
  case findingName, findingExamples, present, adverseTerm, adverseGrade, adverseStart, adverseStop
  case serious, relatedness, related, possiblyRelated, notRelated, actionTaken, outcome, response
  case responseCR, responseCRi, responsePR, responseNR, responseRelapse, responseProgression
  case responseNotEvaluable, mrd, mrdHelp, method, sites, donor, purpose, consolidation, salvage
  case therapy, stayAction, stayAdmission, stayTransfer, stayLeave, stayReturn, stayDischarge, bed
  case unit, levelOfCare, levelWard, levelIntensive, state, stateAlive, stateDeath, stateWithdrawn
  case stateLost, principalCause, causeDisease, causeInfection, weight, height, name, sex, female
  case male, unknown, birthDate, hospitalNumber, diagnosis, diagnosisHelp, language, languageHelp
  case developmentalDelay, consented, screenFailure, collected, product, cellDose, vector
  case autologous, allogeneic, settingName, settingExamples, settingValue, settingValueHelp
  case titleAdmission, subjectID, subjectIDHelp, idTaken, idNearest, notAnID
  case wholeWard, login, role, active, roleNurse, rolePhysician, roleInstructor, roleTrainee
  case roleReader, roleAdministrator
  // Acknowledging an alert.
  case ackSure, ackYes, ackNote, ackUntil, ackUntilHelp, ackOf, ackStays, notUntil, untilTooFar
  // One line.
  case line, lineHelp, lineSaysTwice, lineNeedsValue, lineNeedsAction, unknownWord, unknownDevice
  case unknownLevel, notAScore, understoodTitle
  // Beside the form.
  case lastRounds, columnTime, columnT, columnHR, columnBP, columnRR, columnSpO2, columnBy
  case oldAndNew, willBeTakenBack, takenBack
  // What happened.
  case saved, notSaved, stillSaving, storeRefused, notKnownWhetherSaved, overtakenBy
  case overtakenText, twinSaved, twinOpen, draftKept, draftAwaited, draftUnreadable, discarded,
    askDiscard
  case choosePatient, chooseEvent, notInForce, cannotCorrect, nothingToUndo, notAUser, mayNot
  // Commands.
  case commandVitals, commandNeuro, commandOxygen, commandBolus, commandVasopressor
  case commandMedication, commandLabs, commandNote, commandLine, commandNotDone, commandGrade
  case commandAttribution, commandAdverseEvent, commandResponse, commandTransplant
  case commandNewTherapy, commandStay, commandStatus, commandDetails, commandEnrolment
  case commandLeukapheresis, commandLymphodepletion, commandInfusion, commandFinding
  case timeZone, timeZoneHelp, languages, languagesHelp
  case wardRecordTitle, wardRecordHelp, wardRecordEmpty, commandSite, commandWardRecord
  case commandSetting, commandUser, commandCorrect, commandRetract, commandUndo, commandSave
  case commandLeave, commandTime, commandWords, commandInstrument, commandDiscard, hintVitals
  case hintNeuro, hintSave, hintLeave, hintTime, hintWords, hintInstrument, hintDiscard, askedAgain
}
