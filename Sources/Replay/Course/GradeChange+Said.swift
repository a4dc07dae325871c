import Grading

extension [GradeChange] {
  /// Those from which on a scale says something else, the first included; of changes of remarks and
  /// episodes alone none.
  func sayingSomethingElse(of scale: Scale) -> [GradeChange] {
    var before: GradeRecord?
    return filter { change in
      let record = change[scale]
      defer { before = record }
      return before.map { !$0.saysTheSame(as: record) } ?? true
    }
  }
}

extension GradeRecord {
  /// The same grade, as far as anybody is told of it.
  fileprivate func saysTheSame(as other: GradeRecord) -> Bool {
    status == other.status && grade == other.grade && atLeast == other.atLeast
      && atMost == other.atMost
  }
}
