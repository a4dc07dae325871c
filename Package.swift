// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "vigil",
  targets: [
    .target(name: "Clinical"),
    .target(name: "Grading", dependencies: ["Clinical"]),
    .target(name: "EventText", dependencies: ["Clinical"]),
    .testTarget(name: "ClinicalTests", dependencies: ["Clinical"]),
    .testTarget(name: "GradingTests", dependencies: ["Clinical", "Grading"]),
    .testTarget(name: "EventTextTests", dependencies: ["Clinical", "EventText"]),
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
