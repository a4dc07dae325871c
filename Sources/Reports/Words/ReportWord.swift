/// The key of a text of a report; `ReportWords` has it.
package enum ReportWord: String, CaseIterable, Sendable {
  // Titles and head.
  case course, wardCourses, handoverIPASS, handoverSBAR, wardHandover, asOf, asOfHidden, fileHidden,
    asOfKnown
  case deidentified, record, storeHead, fileRead, settings, settingsNone, settingDefault
  case settingOwn, warning, notDevice, figures, missing, none, notRecorded, somebody, yes, no
  // Who it is.
  case identity, subject, name, unnamed, hospitalNumber, numberIs, born, bornIs, age, ageIs, sex
  case diagnosis, weight, stay, inHouse, onLeave, notInHouse, leftAt, died, causeUnknown
  case infusion, infusionIs, noInfusion, lymphodepletion
  // Grades.
  case grades, worstOfCourse, worstNever, worstZero, worstAt, evidence, evidenceNow, evidenceWorst
  case noEvidence, facts, choicesBehind, changeOf, changes, perDay, perDayNote, dayColumn
  case dateColumn, crs, icans, score, highestTemperature, lowestSystolic, lowestSaturation
  case given, time, scale, grade, because
  // Treatments.
  case treatments, tocilizumab, otherAnticytokine, corticosteroid, vasopressor, bolus
  case antipyretic, oxygen, tocilizumabShort, otherAnticytokineShort, corticosteroidShort
  case vasopressorShort, bolusShort, antipyreticShort, noneGiven, doseUnknown, started, start
  case change, stop, pushDose, forPurpose, dosesLeft, doseNext, doseNextNow, doseNone
  case steroidDay, steroidDayOpen, rateRange, rateChanges, sinceTime, stopUnsigned, unsigned
  // Laboratory and endpoints.
  case cytokines, cytokine, baseline, peak, peakAt, fold, newest, noSample, firstMonth, expansion
  case variable, samples, cmax, tmax, lastQuantifiable, persistence, daysShort, clearance
  case clearedAt, clearedDuration, recovered, notRecovered, notCleared, clearanceRule, response
  case noResponse, bestResponse, bestNone, mrd, mrdNegative, mrdPositive, mrdUnknown
  case adverseEvents, noAdverseEvents, term, began, ended, serious, related, outcome
  // What is watched.
  case alerts, noAlerts, alertsNote, alertColumn, what, state, why, raised, raisedAgain
  case acknowledgedBy, endedUnseen, due, noDue, noDueNotInHouse, lateBy, dueNow, dueIn
  case corrections, noCorrections, corrected, retracted, recordedAt, by, reason
  // Figures.
  case gradesFigure, gradesSummary, treatmentFigure, treatmentSummary, temperatureFigure
  case pressureFigure, saturationFigure, temperature, systolic, mean, saturation, feverLimit
  case lowSystolic, lowSaturation, lowerLimit, upperLimit, figureNone, figureOnlyCensored
  case figureSummary, figureCensored, figureEarlier, legend
  // Handover.
  case severity, patientSummary, actions, awareness, synthesis, situation, background
  case assessmentPart, recommendation, closing, severityTick, clinician, clinicianShort
  case worstBoth, noChange24h, vitals24h, vitalRange, vitalNone, temperatureShort, systolicShort
  case saturationShort, heartRateShort, breathsShort, support, noOxygen, noVasopressor, neuro
  case givenIn24h, nothingGiven, cytokineLine, labLine, alertEnded, acknowledgedShort, sepsis
  case evidenceLine, missingLine, flagLine, wouldChangeLine, guidelineFrom, nothingToAdd,
    moreLeftOut
  case readBack, questions, givenBy, receivedBy, patients, wardEmpty, wardOrder, patientColumn
  case urgentColumn, dueColumn
}
