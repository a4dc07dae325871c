package import Clinical

/// How far two sets of grades agree: in per cent, and by Cohen's kappa with quadratic weights.
///
/// Kappa counts what chance alone would give, and a slip by two grades four times a slip by one
/// (Cohen 1968); its interval is the large-sample one of Fleiss, Cohen and Everitt (1969), which is
/// rough for few answers.
package struct Agreement: Sendable, Hashable {
  /// Questions that were asked, and how many of them were answered.
  package let asked: Int
  package let answered: Int
  /// Answers that were the same, "no grade" included.
  package let same: Int
  /// Pairs of two grades, which kappa is made of.
  package let graded: Int
  /// `nil` where it cannot be said; why stands in `reasons`.
  package let kappa: Double?
  package let lower: Double?
  package let upper: Double?
  package let reasons: [String]

  /// Per cent of the answers; `nil` without any.
  package var percent: Double? {
    answered > 0 ? 100 * Double(same) / Double(answered) : nil
  }

  /// The quantile of the normal distribution for an interval of 95 %.
  package static let quantile = 1.959963984540054

  /// - Parameter pairs: for each question the learner's answer, `nil` where there is none, and what
  ///   it is held against.
  package init(_ pairs: [(given: GivenGrade?, right: GivenGrade)]) {
    asked = pairs.count
    var answered = 0
    var same = 0
    var grades: [(Int, Int)] = []
    for (given, right) in pairs {
      guard let given else { continue }
      answered += 1
      if given == right { same += 1 }
      if case .grade(let a) = given, case .grade(let b) = right { grades.append((a, b)) }
    }
    self.answered = answered
    self.same = same
    graded = grades.count
    let found = Self.weightedKappa(grades)
    kappa = found?.kappa
    lower = found.flatMap {
      $0.error.map { [kappa = $0.kappa] in max(-1, kappa - Self.quantile * $0) }
    }
    upper = found.flatMap {
      $0.error.map { [kappa = $0.kappa] in min(1, kappa + Self.quantile * $0) }
    }
    var reasons: [String] = []
    if answered == 0 { reasons.append("nothing was answered") }
    if answered > 0, grades.isEmpty { reasons.append("no answer was a grade held against a grade") }
    if !grades.isEmpty, found == nil {
      reasons.append("kappa is not defined: all grades are the same one")
    }
    if let found, found.error == nil {
      reasons.append("no interval: one of the two is always the same grade")
    } else if found != nil, grades.count < Self.enough {
      reasons.append("the interval is rough: \(grades.count) pairs of grades")
    }
    self.reasons = reasons
  }

  /// From so many pairs on the interval is taken at its word.
  private static let enough = 30
  private static let categories = 6

  // `nil` where chance alone would give full agreement. The error is `nil` where it has no meaning.
  private static func weightedKappa(_ pairs: [(Int, Int)]) -> (kappa: Double, error: Double?)? {
    let n = Double(pairs.count)
    guard n > 0 else { return nil }
    var table = [[Double]](
      repeating: [Double](repeating: 0, count: categories), count: categories)
    for (a, b) in pairs { table[a][b] += 1 / n }
    let all = 0..<categories
    let rows = all.map { i in all.reduce(0) { $0 + table[i][$1] } }
    let columns = all.map { j in all.reduce(0) { $0 + table[$1][j] } }
    let span = Double(categories - 1)
    func weight(_ i: Int, _ j: Int) -> Double {
      let distance = Double(i - j) / span
      return 1 - distance * distance
    }
    var observed = 0.0
    var expected = 0.0
    for i in all {
      for j in all {
        observed += weight(i, j) * table[i][j]
        expected += weight(i, j) * rows[i] * columns[j]
      }
    }
    guard 1 - expected > 1e-12 else { return nil }
    let kappa = (observed - expected) / (1 - expected)
    let ofRow = all.map { i in all.reduce(0) { $0 + columns[$1] * weight(i, $1) } }
    let ofColumn = all.map { j in all.reduce(0) { $0 + rows[$1] * weight($1, j) } }
    var sum = 0.0
    for i in all {
      for j in all {
        let part =
          weight(i, j) * (1 - expected) - (ofRow[i] + ofColumn[j]) * (1 - observed)
        sum += table[i][j] * part * part
      }
    }
    let last = observed * expected - 2 * expected + observed
    let scale = (1 - expected) * (1 - expected)
    let variance = (sum - last * last) / (n * scale * scale)
    // Where one side says the same throughout kappa is 0 by necessity, and nothing can be estimated.
    let isOneSided = rows.contains { $0 > 1 - 1e-12 } || columns.contains { $0 > 1 - 1e-12 }
    return (kappa, isOneSided ? nil : max(0, variance).squareRoot())
  }
}
