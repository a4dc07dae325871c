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
    if AlertSettings.isKnown(name) || ConsoleSettings.names.contains(name)
      || OutcomeSettings.names.contains(name)
    {
      return
    }
    if name.hasPrefix("plan.") {
      let row = name.split(separator: ".").prefix(2).joined(separator: ".")
      let rows = AlertSettings.names.filter { $0.hasPrefix(row + ".") }
      let known = rows.isEmpty ? AlertSettings.names.filter { $0.hasPrefix("plan.") } : rows
      throw Refusal(
        field: "name", problem: "the plan has no row \(Echo.quoted(name))",
        remedy: "write \(Prose.list(known))", nearest: NearestName.of(name, in: known))
    }
    if name.hasPrefix("limits."), name != "limits." { return }
    if let limits = limits(ofAlert: name) {
      throw Refusal(
        field: "name", problem: "no alert has a setting \(Echo.quoted(name))",
        remedy: limits.isEmpty ? nil : "write \(Prose.list(limits))",
        nearest: NearestName.of(name, in: limits.isEmpty ? AlertLimit.allCases.map(\.id) : limits))
    }
    throw Refusal(
      field: "name", problem: "there is no setting \(Echo.quoted(name))",
      remedy:
        "write a documented choice (D-05), or one of A04.…, alerts.…, plan.…, limits.… or onCall",
      nearest: NearestName.of(
        name,
        in: DocumentedChoice.all.map(\.id) + AlertSettings.names + ConsoleSettings.names
          + OutcomeSettings.names))
  }

  // The settings of the alert that a name means by its letter and two digits; `nil` for a name of
  // another kind.
  private static func limits(ofAlert name: String) -> [String]? {
    let start = Array(name.utf8.prefix(3))
    guard start.count == 3, start[0] == UInt8(ascii: "A"),
      start[1...].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let rule = name.prefix(3)
    return AlertLimit.allCases.map(\.id).filter { $0.hasPrefix(rule) }
  }
}
