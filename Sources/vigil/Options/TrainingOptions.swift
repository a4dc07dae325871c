import ArgumentParser
import Clinical
import EventText
import Replay

/// Who learns, and where the debrief is kept.
struct TrainingOptions: ParsableArguments {
  @Flag(help: "Ask the learner on the screen: a training session.")
  var train = false

  @Option(
    help: ArgumentHelp("Who learns; by default the login of this account.", valueName: "name"))
  var learner: String?

  @Option(
    help: ArgumentHelp(
      "The role under which the learner enters: nurse (the default), physician, trainee,"
        + " instructor.",
      valueName: "role"))
  var role: String?

  @Option(
    help: ArgumentHelp("Write the debrief of --train into this new file.", valueName: "file"))
  var debrief: String?

  /// The roles that enter anything in training.
  private static let roles: [Role] = [.nurse, .physician, .trainee, .instructor]

  func validate() throws {
    if !train, learner != nil || role != nil || debrief != nil {
      throw ValidationError("--learner, --role and --debrief belong to --train")
    }
    if let role, !Self.roles.contains(where: { $0.rawValue == role }) {
      let known = Self.roles.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--role: there is no learner's role \"\(role)\"; there are \(known)")
    }
  }

  /// The learner; `nil` where nobody is asked anything.
  ///
  /// - Parameter desk: the seat in a session that is kept, which says who it is.
  func learner(_ desk: TrainingDesk?, _ environment: Environment) throws -> Learner? {
    guard train else { return nil }
    if let desk {
      // Who keeps the store, or only reads it, learns as a trainee does.
      let learner = desk.seat.learner
      return Self.roles.contains(learner.role)
        ? learner : Learner(name: learner.name, role: .trainee)
    }
    let name = (learner ?? environment.person.login ?? "").trimmedOfSpace
    guard !name.isEmpty else {
      throw Failure.usage("--learner: it is empty; say who learns, e.g. --learner li")
    }
    guard name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7f }),
      name.count <= 64
    else {
      throw Failure.usage("--learner: write at most 64 characters that can be printed")
    }
    return Learner(name: name, role: role.flatMap(Role.init(rawValue:)) ?? .nurse)
  }

  /// Makes the file before the session begins: what could not be kept must be known then.
  func prepare(sparing spared: [String]) throws {
    guard let debrief else { return }
    guard !fileExists(debrief) else {
      throw Failure.usage("--debrief: \(debrief) is there already; name a new file")
    }
    try OutputFile.write([], to: debrief, as: "--debrief \(debrief)", sparing: spared)
  }

  /// Keeps what came of the session.
  func keep(_ made: Debrief, _ format: FormatOption.Format, sparing spared: [String]) throws {
    guard let debrief else { return }
    try OutputFile.write(
      made.printed(format), to: debrief, as: "--debrief \(debrief)", sparing: spared)
  }
}

extension Debrief {
  /// As a command prints it: the page, or the document in one line.
  func printed(_ format: FormatOption.Format) -> [UInt8] {
    switch format {
    case .json: CanonicalJSON.bytes(of: document) + [UInt8(ascii: "\n")]
    case .text: DebriefPage(self).lines.reduce(into: []) { $0 += Array(($1 + "\n").utf8) }
    }
  }
}

extension String {
  fileprivate var trimmedOfSpace: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
