/// The columns of each dataset (SDTMIG 3.4), in order, with their labels.
enum StudyColumns {
  typealias Column = Dataset.Column

  static let all: [Dataset] = [
    demographics, disposition, exposure, vitals, laboratory, adverseEvents, treatments, tests,
    responses, concentrations, parameters,
  ]

  private static func keys(_ name: String) -> [Column] {
    [
      Column("STUDYID", "Study Identifier", key: 1), Column("DOMAIN", "Domain Abbreviation"),
      Column("USUBJID", "Unique Subject Identifier", key: 2),
      Column("\(name)SEQ", "Sequence Number", .whole, key: 3),
    ]
  }

  private static func time(_ name: String, _ label: String) -> [Column] {
    [
      Column("\(name)DTC", "Date/Time of \(label)", .time),
      Column("\(name)DY", "Study Day of \(label)", .whole),
    ]
  }

  private static func interval(_ name: String, _ label: String) -> [Column] {
    [
      Column("\(name)STDTC", "Start Date/Time of \(label)", .time),
      Column("\(name)ENDTC", "End Date/Time of \(label)", .time),
      Column("\(name)STDY", "Study Day of Start of \(label)", .whole),
      Column("\(name)ENDY", "Study Day of End of \(label)", .whole),
    ]
  }

  // Test, result as collected, standard result: what every dataset of findings has.
  private static func finding(_ name: String, _ what: String) -> [Column] {
    [
      Column("\(name)TESTCD", "\(what) Short Name"), Column("\(name)TEST", "\(what) Name"),
      Column("\(name)CAT", "Category for \(what)"),
      Column("\(name)ORRES", "Result or Finding in Original Units"),
      Column("\(name)ORRESU", "Original Units"),
      Column("\(name)STRESC", "Character Result/Finding in Std Format"),
      Column("\(name)STRESN", "Numeric Result/Finding in Standard Units", .number),
      Column("\(name)STRESU", "Standard Units"), Column("\(name)STAT", "Completion Status"),
      Column("\(name)REASND", "Reason Not Done"),
    ]
  }

  private static let demographics = Dataset(
    "DM", "Demographics",
    [
      Column("STUDYID", "Study Identifier", key: 1), Column("DOMAIN", "Domain Abbreviation"),
      Column("USUBJID", "Unique Subject Identifier", key: 2),
      Column("SUBJID", "Subject Identifier for the Study"),
      Column("RFSTDTC", "Subject Reference Start Date/Time", .time),
      Column("RFENDTC", "Subject Reference End Date/Time", .time),
      Column("RFXSTDTC", "Date/Time of First Study Treatment", .time),
      Column("RFXENDTC", "Date/Time of Last Study Treatment", .time),
      Column("RFICDTC", "Date/Time of Informed Consent", .time),
      Column("DTHDTC", "Date/Time of Death", .time), Column("DTHFL", "Subject Death Flag"),
      Column("SITEID", "Study Site Identifier"), Column("BRTHDTC", "Date/Time of Birth", .time),
      Column("AGE", "Age", .whole), Column("AGEU", "Age Units"), Column("SEX", "Sex"),
      Column("RACE", "Race"), Column("ARMCD", "Planned Arm Code"),
      Column("ARM", "Description of Planned Arm"), Column("ACTARMCD", "Actual Arm Code"),
      Column("ACTARM", "Description of Actual Arm"),
      Column("ARMNRS", "Reason Arm and/or Actual Arm is Null"), Column("COUNTRY", "Country"),
    ])

  private static let disposition = Dataset(
    "DS", "Disposition",
    keys("DS") + [
      Column("DSTERM", "Reported Term for the Disposition Event"),
      Column("DSDECOD", "Standardized Disposition Term"),
      Column("DSCAT", "Category for Disposition Event"),
      Column("DSSTDTC", "Start Date/Time of Disposition Event", .time),
      Column("DSSTDY", "Study Day of Start of Disposition Event", .whole),
    ])

  private static let exposure = Dataset(
    "EX", "Exposure",
    keys("EX") + [
      Column("EXTRT", "Name of Treatment"), Column("EXDOSE", "Dose", .number),
      Column("EXDOSU", "Dose Units"), Column("EXDOSFRM", "Dose Form"),
    ] + interval("EX", "Treatment"))

  private static let vitals = Dataset(
    "VS", "Vital Signs",
    keys("VS") + finding("VS", "Vital Signs Test") + [
      Column("VSLOC", "Location of Vital Signs Measurement")
    ] + time("VS", "Measurements"))

  private static let laboratory = Dataset(
    "LB", "Laboratory Test Results",
    keys("LB") + finding("LB", "Lab Test") + [
      Column("LBORNRLO", "Reference Range Lower Limit in Orig Unit"),
      Column("LBORNRHI", "Reference Range Upper Limit in Orig Unit"),
      Column("LBLLOQ", "Lower Limit of Quantitation", .number),
      Column("LBULOQ", "Upper Limit of Quantitation", .number),
      Column("LBNAM", "Vendor Name"), Column("LBSPEC", "Specimen Type"),
      Column("LBLOINC", "LOINC Code"),
    ] + time("LB", "Specimen Collection"))

  private static let adverseEvents = Dataset(
    "AE", "Adverse Events",
    keys("AE") + [
      Column("AESPID", "Sponsor-Defined Identifier"),
      Column("AETERM", "Reported Term for the Adverse Event"),
      Column("AEDECOD", "Dictionary-Derived Term"), Column("AESER", "Serious Event"),
      Column("AEACN", "Action Taken with Study Treatment"), Column("AEREL", "Causality"),
      Column("AEOUT", "Outcome of Adverse Event"), Column("AETOXGR", "Standard Toxicity Grade"),
    ] + interval("AE", "Adverse Event"))

  private static let treatments = Dataset(
    "CM", "Concomitant/Prior Medications",
    keys("CM") + [
      Column("CMTRT", "Reported Name of Drug, Med, or Therapy"),
      Column("CMDECOD", "Standardized Medication Name"), Column("CMCAT", "Category for Medication"),
      Column("CMINDC", "Indication"), Column("CMDOSE", "Dose per Administration", .number),
      Column("CMDOSU", "Dose Units"), Column("CMROUTE", "Route of Administration"),
    ] + interval("CM", "Medication"))

  private static let tests = Dataset(
    "FT", "Functional Tests",
    keys("FT") + finding("FT", "Functional Test") + time("FT", "Test"))

  private static let responses = Dataset(
    "RS", "Disease Response and Clin Classification",
    keys("RS") + finding("RS", "Assessment") + [
      Column("RSMETHOD", "Method of Assessment"), Column("RSEVAL", "Evaluator"),
    ] + time("RS", "Assessment"))

  private static let concentrations = Dataset(
    "PC", "Pharmacokinetics Concentrations",
    keys("PC") + finding("PC", "Pharmacokinetic Test") + [
      Column("PCNAM", "Vendor Name"), Column("PCSPEC", "Specimen Material Type"),
      Column("PCLLOQ", "Lower Limit of Quantitation", .number),
    ] + time("PC", "Specimen Collection"))

  private static let parameters = Dataset(
    "PP", "Pharmacokinetics Parameters",
    keys("PP") + finding("PP", "Parameter") + [
      Column("PPSPEC", "Specimen Material Type"),
      Column("PPRFTDTC", "Date/Time of Reference Point", .time),
      Column("PPSTINT", "Planned Start of Assessment Interval"),
      Column("PPENINT", "Planned End of Assessment Interval"),
    ])
}
