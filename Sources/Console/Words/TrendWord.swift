/// The key of a text about trends and the day table; `TrendCatalogue` has it in each language.
package enum TrendWord: String, CaseIterable, Sendable {
  // Commands.
  case commandTrends, commandDayTable, commandWardTrends
  case commandCloser, commandWider, commandStepEarlier, commandStepLater, commandScale
  case commandSigns, commandPanels, commandHide, commandRaise, commandLower, commandCompare
  case commandStandard, commandVariables
  case hintTrends, hintDayTable, hintWardTrends, hintZoom, hintStep, hintScale, hintSigns
  case hintPanels, hintCompare, hintVariables
  // Parts and titles.
  case trends, dayTable, panelsTitle, compareTitle, readAt, readNow, moreBelow
  case nothingOnRecord, allHidden, noPanel
  // Titles of plots, at most eight cells.
  case titleTemperature, titleHeartRate, titlePressure, titleSaturation, titleBreathing
  case titleLiver, titleFibrinogen, titleCreatinine, titlePlatelets, titleCopies, titleCARCells
  case titleCARShare, titleCD7Cells, titleCD7Share, titleCAPD, titleICE
  // Notes.
  case last, highest, lowest, base, meanOf, linear, logarithmic, lowerLimit, upperLimit
  case blockade, blockadeShort, peakOf, peakAtLeast, lastQuantifiable, noneQuantified,
    changedSource, unfit
  case derived, ownRange
  // The readout.
  case before, sameTime, notYet, enteredBy, lot, laboratory, specimen, site
  // Lanes and legend.
  case laneTime, laneOxygen, laneTreatments, laneOther
  case legendBaseline, legendPeak, legendLast, legendCensored, legendOff, legendOpen, legendOther,
    legendMean, otherUnit, otherInstrument
  case legendT, legendA, legendD, legendN, legendI, legendL, legendP, legendOxygen
  // Messages.
  case zoomIs, zoomLeast, zoomMost, drawnAuto, drawnBraille, drawnBlock, drawnASCII, drawnNumbers
  case scaleLinear, scaleLog, comparing, comparisonEnded, standardAgain, notKept
  case notInfused, nobodyInfused
  case zoom6h, zoom12h, zoom1d, zoom3d, zoom7d, zoom14d, zoom36d, zoom3m, zoom6m, zoom12m, zoom24m
  // The ward.
  case smallTemperature, smallPressure, smallSaturation, smallHeartRate, wardTrendsNote
  case smallIL6, smallIL10, smallIFN, smallTNF
  // The day table.
  case tableOf, shiftNight, shiftDay, shiftEvening, wholeDay, rowMean, rowOxygen
  case rowHypotension, rowMaintenance, rowTransfusion, rowOtherFluid
  case rowFluids, rowConsciousness, noValues, withoutVolume, columnsBefore, columnsAfter
  case severalNote, notDoneMark
}

extension Catalogue {
  /// The text of a key with its places filled.
  package func callAsFunction(_ word: TrendWord, _ arguments: String...) -> String {
    Self.filled(TrendCatalogue.text(word, in: language), arguments)
  }
}
