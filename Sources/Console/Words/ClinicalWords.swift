import Clinical

extension Oxygen.Device {
  /// In full.
  var word: Word {
    switch self {
    case .roomAir: .roomAir
    case .nasalCannula: .nasalCannula
    case .blowBy: .blowBy
    case .highFlowNasalCannula: .highFlowNasalCannula
    case .simpleFaceMask: .simpleFaceMask
    case .venturiMask: .venturiMask
    case .partialRebreather: .partialRebreather
    case .nonRebreather: .nonRebreather
    case .faceTent: .faceTent
    case .aerosolMask: .aerosolMask
    case .tracheostomyCollar: .tracheostomyCollar
    case .cpap: .cpap
    case .bipap: .bipap
    case .niv: .niv
    case .invasiveVentilation: .invasiveVentilation
    case .ecmo: .ecmo
    }
  }

  /// In a column: `RA`, `NC`.
  var shortWord: Word {
    switch self {
    case .roomAir: .shortRoomAir
    case .nasalCannula: .shortNasalCannula
    case .blowBy: .shortBlowBy
    case .highFlowNasalCannula: .shortHighFlow
    case .simpleFaceMask: .shortFaceMask
    case .venturiMask: .shortVenturi
    case .partialRebreather, .nonRebreather: .shortRebreather
    case .faceTent, .aerosolMask, .tracheostomyCollar: .shortOtherMask
    case .cpap: .cpap
    case .bipap: .bipap
    case .niv: .shortNIV
    case .invasiveVentilation: .shortVentilation
    case .ecmo: .ecmo
    }
  }
}

extension Oxygen.Indication {
  var word: Word {
    switch self {
    case .hypoxia: .forHypoxia
    case .comfort: .forComfort
    case .chronic: .forChronic
    case .sleepApnoea: .forSleepApnoea
    case .airwayProtection: .forAirway
    case .procedure: .forProcedure
    }
  }
}

extension Vasopressor.Action {
  var word: Word {
    switch self {
    case .start: .started
    case .change: .changed
    case .stop: .stopped
    case .bolus: .pushDose
    }
  }
}

extension Medication.Action {
  var word: Word {
    switch self {
    case .give: .given
    case .start: .started
    case .stop: .stopped
    }
  }
}

extension Vitals.Site {
  var word: Word {
    switch self {
    case .axillary: .axillary
    case .oral: .oral
    case .tympanic: .tympanic
    case .rectal: .rectal
    case .core: .core
    }
  }
}

extension InstrumentStatus {
  var word: EntryWord {
    switch self {
    case .done: .statusDone
    case .notDone: .statusNotDone
    case .refused: .statusRefused
    case .asleep: .statusAsleep
    case .unarousable: .statusUnarousable
    case .sedated: .statusSedated
    case .intubated: .statusIntubated
    case .languageBarrier: .statusLanguage
    }
  }
}

extension InstrumentStatus {
  /// In a column: `sed`, `tube`.
  var shortWord: Word {
    switch self {
    case .done: .shortDone
    case .notDone: .shortNotDone
    case .refused: .shortRefused
    case .asleep: .shortAsleep
    case .unarousable: .shortUnarousable
    case .sedated: .shortSedated
    case .intubated: .shortIntubated
    case .languageBarrier: .shortLanguage
    }
  }
}

extension Consciousness.Level {
  var word: Word {
    switch self {
    case .awake: .levelAwake
    case .voice: .levelVoice
    case .tactile: .levelTactile
    case .vigorous: .levelVigorous
    case .unarousable: .levelUnarousable
    }
  }
}
