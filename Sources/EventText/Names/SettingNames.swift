internal import Clinical

/// Names of settings: documented choices (`D-05`), alerts (`A04.systolic`), the observation plan
/// (`plan.ice.15-21`) and limits (`limits.spo2.low`).
enum SettingNames {
  /// Refuses a name that no part of the program would ever read, for a setting that silently does
  /// nothing is taken to be in force.
  static func check(_ name: String) throws(Refusal) {
    if name.hasPrefix("D-") {
      guard DocumentedChoice.named(name) == nil else { return }
      throw Refusal(
        field: "name", problem: "there is no documented choice \(Echo.quoted(name))",
        nearest: NearestName.of(name, in: DocumentedChoice.all.map(\.id)))
    }
    for row in ["plan.vitals.", "plan.ice."] where name.hasPrefix(row) {
      let bands = ObservationIntervals.Band.allCases.map { row + $0.name }
      guard !bands.contains(name) else { return }
      throw Refusal(
        field: "name", problem: "the plan has no row \(Echo.quoted(name))",
        remedy: "write \(Prose.list(bands))", nearest: NearestName.of(name, in: bands))
    }
    for family in ["plan.", "limits."] where name.hasPrefix(family) && name != family { return }
    let alert = Array(name.utf8.prefix(3))
    if alert.count == 3, alert[0] == UInt8(ascii: "A"),
      alert[1...].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    {
      return
    }
    throw Refusal(
      field: "name", problem: "there is no setting \(Echo.quoted(name))",
      remedy: "write a documented choice (D-05), or one of A04.…, plan.… or limits.…",
      nearest: NearestName.of(name, in: DocumentedChoice.all.map(\.id)))
  }
}
