/// What each item of CAPD means at an age, in short words.
///
/// Written from memory of the published developmental anchors and not yet compared with them; the
/// form says so beside them.
package enum CAPDAnchors {
  /// What the item means at that age; `nil` for no item of the form.
  package static func text(item: Int, band: CAPDAge) -> EntryText? {
    guard let place = CAPDAge.allCases.firstIndex(of: band), let row = rows[item] else {
      return nil
    }
    return row.indices.contains(place) ? EntryText(row[place]) : nil
  }

  // One word an age, youngest first: newborn, 4, 6, 8, 28 weeks, 1 and 2 years.
  private static let rows: [Int: [EntryWord]] = [
    1: [
      .anchorFixates, .anchorGazeBrief, .anchorGaze, .anchorFollows, .anchorLooksAtSpeaker,
      .anchorLooksAtSpeaker, .anchorLooksAtSpeaker,
    ],
    2: [
      .anchorReflexes, .anchorReachesClumsy, .anchorReaches, .anchorGrasps, .anchorReachesSmooth,
      .anchorHandles, .anchorHandlesWalks,
    ],
    3: [
      .anchorCalmAwake, .anchorTurnsToVoice, .anchorTurnsToVoice, .anchorSmiles,
      .anchorKnowsMother, .anchorPrefersParent, .anchorPrefersParent,
    ],
    4: [
      .anchorCries, .anchorCries, .anchorCries, .anchorCries, .anchorVocalises,
      .anchorSingleWords, .anchorSentences,
    ],
    5: [
      .anchorNoAlertState, .anchorNoCalmState, .anchorNoCalmState, .anchorNoAlertState,
      .anchorNoCalmState, .anchorNoCalmState, .anchorNoCalmState,
    ],
    6: [
      .anchorNotSoothedFeeding, .anchorNotSoothedFeeding, .anchorNotSoothedFeeding,
      .anchorNotSoothedRocking, .anchorNotSoothedHolding, .anchorNotSoothedReading,
      .anchorTantrum,
    ],
    7: [
      .anchorLittleReflex, .anchorLittleKicking, .anchorLittleKicking, .anchorLittleGrasping,
      .anchorLittleMoving, .anchorLittlePlay, .anchorLittleElaboratePlay,
    ],
    8: [
      .anchorNoReflexes, .anchorNoReflexes, .anchorNoCryToPain, .anchorNoCooing,
      .anchorNoBabbling, .anchorNoDirections, .anchorNoCommands,
    ],
  ]
}
