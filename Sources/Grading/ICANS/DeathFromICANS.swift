extension Rule {
  /// ASTCT: grade 5 is death due to ICANS when no other cause is the principal factor.
  package static let icansDeath = Rule(
    "ICANS-DEATH", .icans, .death, 5...5, "death of which ICANS is the principal cause",
    source: "ASTCT consensus (Lee 2019): mdedge.com 192202", fromMemory: true)
}
