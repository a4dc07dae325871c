/// The rooms of the house and what each may import, besides the standard library. Arrows run
/// downward only. SwiftPM does not enforce them, so this table does.
let rooms: [String: Set<String>] = [
  "Clinical": foundation,
  "Grading": essentials.union(["Clinical"]),
  "Surveillance": ["Clinical", "Grading"],
  "Outcomes": ["Clinical", "Grading", "Numerics", "RealModule"],
  "EventText": foundation.union(["Clinical"]),
  "EventStore": system.union(["Clinical", "EventText", "GRDB", "GRDBSQLite", "Crypto"]),
  "Interchange": foundation.union(["Clinical", "EventText", "Grading", "Outcomes"]),
  "Replay": ["Clinical", "EventText", "Grading", "Surveillance"],
  "Reports": ["Clinical", "Grading", "Surveillance", "Outcomes", "Replay", "Terminal"],
  "Terminal": mathematics,
  "NcursesDriver": system.union(["Terminal", "CNcurses"]),
  "Configuration": ["Terminal", "TOMLKit"],
  "Console": essentials.union([
    "Clinical", "Grading", "Surveillance", "Outcomes", "Replay", "Terminal",
  ]),
  "SampleWard": foundation.union(["Clinical", "EventText"]),
  "Fuzz": system.union(["Clinical", "EventText"]),
  "FuzzInterchange": system.union(["Clinical", "EventText", "Interchange"]),
  "Benchmarks": everything.union(["EventStore", "GRDBSQLite"]),
  "vigil": everything.union([
    "EventStore", "NcursesDriver", "ArgumentParser", "NIOCore", "NIOPosix",
  ]),
]

/// Rooms that know no file, no socket, no clock, no environment and no global state.
let pureRooms = [
  "Clinical", "Grading", "Surveillance", "Outcomes", "Replay", "Reports", "Terminal", "Console",
]

/// For bytes of kept state and the like.
private let essentials: Set<String> = ["FoundationEssentials"]
private let foundation: Set<String> = ["FoundationEssentials", "Foundation"]
/// Powers and logarithms stand in the C library; a pure room takes nothing else from it.
private let mathematics: Set<String> = ["Glibc", "Darwin"]
private let system = foundation.union(["Glibc", "Synchronization", "Dispatch"])
private let everything = system.union([
  "Clinical", "Grading", "Surveillance", "Outcomes", "EventText", "Interchange", "Replay",
  "Reports", "Terminal", "Configuration", "Console", "SampleWard",
])
