// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "vigil",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "Clinical"),
    .target(name: "Grading", dependencies: ["Clinical"]),
    .target(name: "Surveillance", dependencies: ["Clinical", "Grading"]),
    .target(
      name: "Outcomes",
      dependencies: [
        "Clinical", "Grading", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(name: "EventText", dependencies: ["Clinical"]),
    .target(
      name: "Replay", dependencies: ["Clinical", "EventText", "Grading", "Surveillance"]),
    .target(
      name: "EventStore",
      dependencies: [
        "Clinical", "EventText",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Interchange", dependencies: ["Clinical", "EventText", "Grading", "Outcomes"]),
    .target(name: "Terminal"),
    .target(
      name: "Reports",
      dependencies: ["Clinical", "Grading", "Outcomes", "Surveillance", "Terminal"]),
    .target(
      name: "Configuration",
      dependencies: ["Terminal", .product(name: "TOMLKit", package: "TOMLKit")]),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "NcursesDriver", dependencies: ["CNcurses", "Terminal"]),
    .target(
      name: "Console",
      dependencies: ["Clinical", "Grading", "Outcomes", "Replay", "Surveillance", "Terminal"]),
    .target(name: "SampleWard", dependencies: ["Clinical", "EventText"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Clinical", "Grading", "Outcomes", "EventText", "EventStore", "SampleWard", "Terminal",
        "Console",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "vigil",
      dependencies: [
        "Clinical", "Grading", "Surveillance", "Outcomes", "EventText", "EventStore",
        "Configuration", "SampleWard", "Console", "Interchange", "NcursesDriver", "Replay",
        "Reports", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .testTarget(name: "ClinicalTests", dependencies: ["Clinical"]),
    .target(name: "TestSupport", dependencies: ["Clinical"], path: "Tests/TestSupport"),
    .testTarget(name: "GradingTests", dependencies: ["Clinical", "Grading", "TestSupport"]),
    .testTarget(
      name: "SurveillanceTests",
      dependencies: ["Clinical", "Grading", "Surveillance", "EventText", "TestSupport"]),
    .testTarget(
      name: "OutcomesTests",
      dependencies: ["Clinical", "Grading", "Outcomes", "SampleWard", "TestSupport"]),
    .testTarget(name: "EventTextTests", dependencies: ["Clinical", "EventText"]),
    .testTarget(
      name: "InterchangeTests",
      dependencies: [
        "Clinical", "EventText", "EventStore", "Grading", "Interchange", "Outcomes", "TestSupport",
      ]),
    .testTarget(
      name: "ReplayTests",
      dependencies: [
        "Clinical", "Grading", "Surveillance", "EventText", "EventStore", "Replay", "SampleWard",
        "TestSupport",
      ]),
    .testTarget(name: "EventStoreTests", dependencies: ["Clinical", "EventText", "EventStore"]),
    .testTarget(
      name: "SampleWardTests", dependencies: ["Clinical", "Grading", "EventText", "SampleWard"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport"]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["NcursesDriver", "Terminal"],
      path: "Tests/TerminalProbe"),
    .target(name: "PseudoTerminals", path: "Tests/PseudoTerminals"),
    .testTarget(
      name: "NcursesDriverTests",
      dependencies: [
        "CNcurses", "NcursesDriver", "Terminal", "TerminalProbe", "PseudoTerminals", "TestSupport",
      ]),
    .testTarget(name: "ThemeTests", dependencies: ["Configuration", "Terminal"]),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Clinical", "Grading", "Outcomes", "Replay", "Surveillance", "Terminal", "Console",
        "SampleWard",
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Clinical", "EventText", "EventStore", "Grading", "Outcomes", "Reports", "Surveillance",
        "Terminal",
      ]),
    .testTarget(
      name: "VigilTests", dependencies: ["vigil", "PseudoTerminals"],
      exclude: [
        "Goldens",
        "Replay/right.jsonl", "Replay/right.json", "Replay/right.txt", "Replay/wrong.jsonl",
        "Replay/wrong.json", "Replay/wrong.txt", "Replay/silent.jsonl", "Replay/silent.json",
        "Replay/silent.txt",
      ]),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .treatAllWarnings(as: .error),
    ]
}

// Tests of these rooms look inside them, in the one configuration that is built.
for target in package.targets where ["Console", "Surveillance", "Outcomes"].contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-enable-testing"]))
}

// The fuzzer of the text room: how to build and run it stands in Sources/Fuzz/Fuzz.swift;
// that of the importers in Sources/FuzzInterchange.
if Context.environment["FUZZ"] != nil {
  for target in package.targets
  where ["Clinical", "EventText", "Grading", "Interchange"].contains(target.name) {
    target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer,address"]))
  }
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Clinical", "EventText"],
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]))
  package.targets.append(
    .executableTarget(
      name: "FuzzInterchange", dependencies: ["Clinical", "EventText", "Interchange"],
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]))
}
