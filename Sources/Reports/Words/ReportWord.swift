/// The key of a text of a report; `ReportWords` has it.
package enum ReportWord: String, CaseIterable, Sendable {
  // Titles.
  case course, handoverIPASS, handoverSBAR, wardHandover, wardCourses, wardTitle
  // Head.
  case asOf, record, settings, warning
  case asOfText, asOfKnown, storeHead, fileRead, settingsNone, settingDefault, settingOwn
  case notDevice, deidentified
  // Identity.
  case identity, name, hospitalNumber, born, bornAge, sex, diagnosis, weight, place, infusion
  case dayIs, noInfusion, infusionOther, subject, status, inHouse, onLeave, left, died, diedOf
  case unnamed, product, lymphodepletion
  // Grades.
  case grades, now, worstOfCourse, worstNever, worstAt, perDay, changes, evidence, facts
  case never, days, week, ice, capd, highestTemperature, lowestSystolic, lowestSaturation, given
  case time, scale, grade, because, noEvidence, sourceIs, perDayNote, dayColumn, dateColumn
  case choicesBehind
  // Treatments.
  case treatments, tocilizumab, otherAnticytokine, corticosteroid, vasopressor, oxygen, antipyretic
  case bolus, noneGiven, dosesLeft, dosesLeftNext, dosesAll, doseUnknown, steroidDay, steroidDayOpen
  case start, change, stop, pushDose, continued, otherIndication, dosesOf, moreTimes, runningNow
  // Laboratory and endpoints.
  case cytokines, baseline, peak, peakAt, fold, newest, cytokine, expansion, variable, cmax, tmax
  case lastQuantifiable, persistence, days2, clearance, clearedAt, notCleared, recovered
  case notRecovered, clearedDuration, response, noResponse, bestResponse, date, mrdNegative
  case mrdPositive, mrdUnknown, adverseEvents, noAdverseEvents, term, began, ended, serious
  case related, outcome, yes, no, firstMonth, conventions
  // What is watched.
  case alerts, noAlerts, raised, acknowledgedBy, acknowledgedUntil, endedUnseen, due, noDue
  case lateBy, dueIn, dueNow, notInHouse, guideline, alertColumn, what, state, why
  case corrections, noCorrections, corrected, retracted, wasReason, recordedAt
  // Figures.
  case figures, temperatureFigure, pressureFigure, saturationFigure, gradesFigure, cytokineFigure
  case expansionFigure, treatmentFigure, systolic, mean, saturation, temperature, feverLimit
  case lowSystolic, lowSaturation, lowerLimit, upperLimit, figureSummary, figureNone
  case figureCensored, figureEarlier, figureMarks, legend, dayAxis, treatmentSummary, gradesSummary
  // Handover.
  case severity, patientSummary, actions, awareness, synthesis
  case situation, background, assessmentPart, recommendation, closing
  case severityTick, illness, last24h, vitalsRange, supportNow, neuroNow, labsNow, cytokinesNow
  case roomAir, noVasopressor, notRecorded, givenIn24h, nothingGiven, riseIn24h, noRise
  case missingNow, wouldChange, alertLine, dueLine, moreActions, moreContingency, moreGiven
  case readBack, questions, givenBy, receivedBy, timeAndSign, sepsis, sepsisCultures
  case sepsisAntimicrobial, none, dead, nothingDue, wardEmpty, wardOrder, patients, urgent
  case identityColumn, bedColumn, dayShort, doses, doseNext, doseNowAllowed, clinician
  case gone24h, openEpisode
}
