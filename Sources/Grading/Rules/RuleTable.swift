extension Rule {
  /// Every criterion of both scales, in the order in which a person reads them.
  package static let all: [Rule] = [
    .crsFever, .crsFeverWaived, .crsOpen, .crsSignsWithoutFever,
    .crsLowSystolic, .crsBolus, .crsPushDose, .crsVasopressor, .crsVasopressinAlone, .crsMultiple,
    .crsUntreatedHypoxia, .crsLowFlow, .crsBlowBy, .crsHighFlow, .crsMask, .crsPositivePressure,
    .crsDeath,
    .icansICE, .icansICEUnarousable, .icansCAPD, .icansCAPDUnable, .icansConsciousness,
    .icansSeizure, .icansSeizureProlonged, .icansSeizureRepetitive, .icansMotor,
    .icansFocalOedema, .icansRaisedPressure, .icansDeath,
  ]

  /// Where the consensus leaves the matter to its reader; the choice says how it was read.
  static let ownReading = "the program's own reading of the consensus, see the choices"
  /// The consensus table that the CRS criteria transcribe.
  static let crsTable =
    "ASTCT consensus (Lee 2019), CRS table: PMC8021214 table 1; JITC 13993; PMC9327779"
  /// The consensus table that the ICANS criteria transcribe.
  static let icansTable =
    "ASTCT consensus (Lee 2019), ICANS tables: PMC8403007 t0004; PMC7990806 table 2; PMC9327779"
}
