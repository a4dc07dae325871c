import Clinical
import Grading

extension AlertRule {
  /// GVHD, EBV or CMV, entered as a finding or by the laboratory.
  package static let a32 = AlertRule(
    "A32", "GVHD, EBV or CMV", source: "JCO 2021;39:3340; Blood 2025029299",
    ends: "the finding is entered as gone, or a newer result is negative",
    criterion: { _ in "a finding of that name present, or a laboratory code of EBV or CMV positive"
    },
    check: { look in
      var found: [(String, EventID)] = []
      for (name, entry) in look.chart.findings.sorted(by: { $0.key < $1.key }) {
        let isMeant = ["gvhd", "ebv", "cmv"].contains { name.contains($0) }
        if isMeant, entry.isPresent, look.isCurrent(entry.at) { found.append((name, entry.id)) }
      }
      for (code, result) in look.chart.labs.viruses.sorted(by: { $0.key < $1.key }) {
        if result.isPositive, look.isCurrent(result.at) { found.append((code, result.id)) }
      }
      guard !found.isEmpty else { return nil }
      let all = found
      return AlertFinding(
        .listed, badness: DecimalNumber(all.count), events: all.map(\.1), causes: [.infection]
      ) { _ in
        all.map(\.0).joined(separator: ", ")
      }
    })
}
