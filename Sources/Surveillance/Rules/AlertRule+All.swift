extension AlertRule {
  /// Every alert of clinical-rules 6, in order.
  package static let all: [AlertRule] = [
    .a01, .a02, .a03, .a04, .a05, .a06, .a06b, .a07, .a08, .a09, .a10, .a11, .a11b, .a12, .a13,
    .a14, .a15, .a16, .a17, .a18, .a19, .a20, .a21, .a22, .a23, .a24, .a25, .a26, .a27, .a28,
    .a29, .a30, .a31, .a32, .a33, .a34, .a35, .a36, .a37, .a38, .a39,
  ]

  /// The rule of that id, or `nil`.
  package static func named(_ id: String) -> AlertRule? { index(of: id).map { all[$0] } }

  static func index(of id: String) -> Int? { byID[id] }

  private static let byID = Dictionary(
    all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
}
