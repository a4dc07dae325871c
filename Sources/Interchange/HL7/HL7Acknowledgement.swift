package import Clinical
import EventText

/// The answer to a message (chapter 2, "Message acknowledgment").
package enum HL7Acknowledgement {
  /// What became of a message.
  package enum Outcome: Hashable, Sendable {
    /// All that is to be charted is durable.
    case accepted
    /// It was understood, and some of it could not be filed; `texts` say what.
    case notFiled([String])
    /// It cannot be taken.
    case rejected(HL7Error)
  }

  /// What the sender wants to hear: MSH-15 and MSH-16.
  package struct Wish: Hashable, Sendable {
    /// Enhanced mode: MSH-15 or MSH-16 says one of AL, NE, ER, SU. Anything else there (one analyser
    /// sends a type of result) is as if nothing stood there.
    package var isEnhanced: Bool
    var commit: String?
    var application: String?

    package init(_ header: HL7Segment?) {
      func condition(_ field: Int) -> String? {
        header.map { $0.text(field).uppercased() }.flatMap {
          ["AL", "NE", "ER", "SU"].contains($0) ? $0 : nil
        }
      }
      commit = condition(15)
      application = condition(16)
      isEnhanced = commit != nil || application != nil
    }

    /// True where a condition asks for an answer; one that is not there asks for none in enhanced mode.
    func wants(_ condition: String?, isSuccess: Bool) -> Bool {
      switch condition {
      case "AL": true
      case "ER": !isSuccess
      case "SU": isSuccess
      default: false
      }
    }
  }

  /// The codes to answer with, in the order in which they are sent.
  ///
  /// Original mode: AA, AE or AR. Enhanced: CA, CE or CR where MSH-15 asks for it, then AA, AE or AR
  /// where MSH-16 does. CA is sent once everything is durable, what waits for a person included, so a
  /// sender need not keep it.
  package static func codes(_ outcome: Outcome, _ wish: Wish) -> [String] {
    let (application, commit, isSuccess, isCommitted) =
      switch outcome {
      case .accepted: ("AA", "CA", true, true)
      case .notFiled: ("AE", "CA", false, true)
      case .rejected: ("AR", "CR", false, false)
      }
    guard wish.isEnhanced else { return [application] }
    var codes: [String] = []
    if wish.wants(wish.commit, isSuccess: isCommitted) { codes.append(commit) }
    if wish.wants(wish.application, isSuccess: isSuccess) { codes.append(application) }
    return codes
  }

  /// One answer as text, segments ending in CR.
  ///
  /// - Parameters:
  ///   - message: what is answered; `nil` where not even a header could be read.
  ///   - number: makes the answer's own control id.
  package static func text(
    _ code: String, to message: HL7Message?, _ outcome: Outcome, now: Instant, zone: Zone,
    number: Int
  ) -> String {
    let header = message?.header
    let trigger = header?.component(9, 2)
    let type = trigger.map { "ACK^\(plain($0))^ACK" } ?? "ACK"
    let isReceiver = [5, 6].map { plain(header?.raw($0) ?? "") }
    let isSender = [3, 4].map { plain(header?.raw($0) ?? "") }
    let stamp = stamp(now, zone)
    var lines = [
      "MSH|^~\\&|\(isReceiver[0].isEmpty ? "VIGIL" : isReceiver[0])|\(isReceiver[1])|\(isSender[0])|"
        + "\(isSender[1])|\(stamp)||\(type)|V\(stamp.prefix(14))-\(number)|"
        + "\(plain(header?.raw(11) ?? "").isEmpty ? "P" : plain(header?.raw(11) ?? ""))|"
        + "\(plain(header?.component(12) ?? "").isEmpty ? "2.5" : plain(header?.component(12) ?? ""))"
        + "||||||UNICODE UTF-8"
    ]
    lines.append("MSA|\(code)|\(plain(header?.raw(10) ?? ""))" + reason(code, outcome))
    lines += errors(code, outcome)
    return lines.joined(separator: "\r") + "\r"
  }

  // MSA-3: said by older senders' logs, where the ERR segment is not.
  private static func reason(_ code: String, _ outcome: Outcome) -> String {
    switch outcome {
    case .rejected(let error): "|\(escaped("\(error.field): \(error.problem)", 80))"
    case .notFiled(let texts) where code == "AE": "|\(escaped(texts.first ?? "", 80))"
    case .notFiled, .accepted: ""
    }
  }

  private static func errors(_ code: String, _ outcome: Outcome) -> [String] {
    switch outcome {
    case .accepted: []
    case .rejected(let error):
      [
        "ERR||\(escaped(error.field, 20))|\(error.code.rawValue)^^HL70357|E||||"
          + escaped(error.problem, 250)
      ]
    case .notFiled(let texts):
      code == "AE"
        ? texts.prefix(20).map { "ERR|||207^^HL70357|W||||\(escaped($0, 250))" } : []
    }
  }

  private static func stamp(_ now: Instant, _ zone: Zone) -> String {
    // 2026-03-06T04:10:00+08:00 without its punctuation.
    let text = Timestamp.local(now, in: zone)
    let offset = text.hasSuffix("Z") ? "+0000" : text.suffix(6).filter { $0 != ":" }
    return text.prefix(19).filter(\.isNumber) + offset
  }

  // Copied from the sender's header only where it cannot be mistaken for structure of ours; it may
  // have used other separators.
  private static func plain(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.isASCII && $0.value > 0x20 && $0.value < 0x7F && !"|~\\&".unicodeScalars.contains($0)
        || $0 == " "
    }
    return isPlain ? String(text.prefix(199)) : ""
  }

  private static func escaped(_ text: String, _ limit: Int) -> String {
    var out = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      switch scalar {
      case "|": out += "\\F\\"
      case "^": out += "\\S\\"
      case "&": out += "\\T\\"
      case "~": out += "\\R\\"
      case "\\": out += "\\E\\"
      default: out.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return out
  }
}
