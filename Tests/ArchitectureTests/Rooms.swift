/// The rooms of the house and what each may import, besides the standard library. Arrows run
/// downward only. SwiftPM does not enforce them, so this table does.
let rooms: [String: Set<String>] = [
  "Clinical": foundation,
  "Grading": ["Clinical"],
  "Surveillance": ["Clinical", "Grading"],
  "Outcomes": ["Clinical", "Grading", "Numerics", "RealModule"],
  "EventText": foundation.union(["Clinical"]),
  "EventStore": system.union(["Clinical", "EventText", "GRDB", "GRDBSQLite", "Crypto"]),
  "Interchange": foundation.union(["Clinical", "EventText", "Grading", "Outcomes"]),
  "Replay": ["Clinical", "EventText", "Grading", "Surveillance"],
  "Reports": ["Clinical", "Grading", "Surveillance", "Outcomes", "Replay", "Terminal"],
  "Terminal": [],
  "NcursesDriver": system.union(["Terminal", "CNcurses"]),
  "Configuration": ["Terminal", "TOMLKit"],
  "Console": ["Clinical", "Grading", "Surveillance", "Outcomes", "Replay", "Terminal"],
  "SampleWard": foundation.union(["Clinical", "EventText"]),
  "Benchmarks": everything.union(["EventStore"]),
  "vigil": everything.union(["EventStore", "NcursesDriver", "ArgumentParser"]),
]

/// Rooms that know no file, no socket, no clock, no environment and no global state.
let pureRooms = [
  "Clinical", "Grading", "Surveillance", "Outcomes", "Replay", "Terminal", "Console",
]

private let foundation: Set<String> = ["FoundationEssentials", "Foundation"]
private let system = foundation.union(["Glibc", "Synchronization", "Dispatch"])
private let everything = system.union([
  "Clinical", "Grading", "Surveillance", "Outcomes", "EventText", "Interchange", "Replay",
  "Reports", "Terminal", "Configuration", "Console", "SampleWard",
])
