import Clinical

/// One thing that a script says happened, besides the readings of the plan.
struct Step {
  /// What it does to the record.
  enum Deed {
    case enters(Content)
    /// Replaces the step of that tag.
    case corrects(String, Content)
    /// Ends the step of that tag.
    case retracts(String)
    /// A later part of the seizure of that tag.
    case continues(String, Seizure)
  }

  var at: Moment
  var deed: Deed
  var author: Author
  /// Minutes from `at` until it was written down; `nil` for what is usual.
  var delay: Int?
  var reason: String?
  /// By this a later step names it.
  var tag: String?
  /// A date alone instead of a time.
  var isDated = false

  var content: Content? {
    switch deed {
    case .enters(let content), .corrects(_, let content): content
    case .retracts: nil
    case .continues(_, let seizure): .seizure(seizure)
    }
  }
}

/// Who writes a step down.
enum Author {
  /// The nurse on shift.
  case nurse
  /// The physician on shift.
  case physician
  /// An interface or the trial office: no login.
  case office
}
