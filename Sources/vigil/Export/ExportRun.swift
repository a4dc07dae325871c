import Clinical
import EventStore
import EventText
import Grading
import Interchange

/// Writes a record in other formats than its own.
struct ExportRun {
  let log: any EventLog
  let patients: [PatientID]
  /// True where events of no patient go out too.
  let includesWard: Bool
  let disclosure: Disclosure
  let environment: Environment

  private func ward() throws -> [Event] {
    try log.events(of: nil).map { try $0.event(OpenedStore.reader) }
  }

  // One patient at a time, so that a long record is never held whole.
  private func each(_ work: (ExportedPatient) throws -> Void) throws {
    let ward = try ward()
    for id in patients {
      let own = try log.events(of: id).map { try $0.event(OpenedStore.reader) }
      let zone = Zone.ofRecord(ward + own)
      try work(ExportedPatient(id, events: ward + own, zone: zone))
    }
  }

  private func begin(_ columns: [String], forExcel: Bool) throws {
    if forExcel { try environment.output.write([0xEF, 0xBB, 0xBF]) }
    try write(columns)
  }

  // On a terminal what could command it is made visible; a file gets what it says.
  private func write(_ fields: [String]) throws {
    let line = CSVWriter().line(fields)
    if environment.output.isTerminal {
      try environment.output.write(Printable.lines(line.replacing("\r\n", with: "\n")))
    } else {
      try environment.output.write(line)
    }
  }

  /// Every version of every event, so that reading it back gives the same record; of what counts only
  /// where nobody is to be known.
  func longTable(forExcel: Bool) throws {
    try begin(LongTable.columns, forExcel: forExcel)
    var table = LongTable(disclosure)
    if includesWard {
      for stored in try log.events(of: nil) {
        let event = try stored.event(OpenedStore.reader)
        for line in table.lines(of: event, body: stored.body, nil) { try write(line) }
      }
    }
    try each { patient in
      guard disclosure.isWhole else {
        for fact in patient.facts {
          for line in table.lines(of: fact.event, patient) { try write(line) }
        }
        return
      }
      for stored in try log.events(of: patient.id) {
        let event = try stored.event(OpenedStore.reader)
        for line in table.lines(of: event, body: stored.body, patient) { try write(line) }
      }
    }
  }

  func wideTable(forExcel: Bool) throws {
    var all: [ExportedPatient] = []
    try each { all.append($0) }
    let table = WideTable(all, disclosure)
    try begin(table.columns, forExcel: forExcel)
    for patient in all {
      for line in table.lines(of: patient) { try write(line) }
    }
  }

  func bundle() throws {
    var all: [ExportedPatient] = []
    try each { all.append($0) }
    var maker = FHIRBundle(disclosure)
    let bundle = maker.bundle(of: all, at: environment.now())
    try environment.output.write(jsonLine: bundle.bytes)
  }

  /// - Parameter folder: one file a dataset is written there; `nil` prints them, one a line.
  func datasets(study: String, folder: String?, sparing spared: [String]) throws {
    var tables = StudyTables(study: study, disclosure)
    let now = environment.now()
    try each { tables.add($0, through: now) }
    let zone = Zone.ofRecord(try ward())
    let origin = Dataset.Origin(
      study: study, createdAt: Timestamp.local(now, in: zone), version: Version.number)
    if let folder { try OutputFile.makeFolder(folder) }
    for dataset in tables.datasets {
      let bytes = dataset.file(origin).bytes
      guard let folder else {
        try environment.output.write(jsonLine: bytes)
        continue
      }
      let path = "\(folder)/\(dataset.name.lowercased()).json"
      try OutputFile.write(bytes, to: path, as: "--folder \(folder)", sparing: spared)
      environment.messages.say("\(path): \(dataset.rows.count) records")
    }
  }
}
