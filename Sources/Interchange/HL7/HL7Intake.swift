/// What is asked of a message before anybody looks for its patient.
package enum HL7Intake {
  /// What to do with a message.
  package enum Decision: Hashable, Sendable {
    /// Results to be charted.
    case chart
    /// Taken and acknowledged; there is nothing in it that is charted.
    case acknowledge(String)
  }

  /// - Throws: for a message that is no unsolicited observation, or of no version that is known.
  package static func decide(_ message: HL7Message) throws(HL7Error) -> Decision {
    guard !message.controlID.isEmpty else {
      throw HL7Error(.requiredFieldMissing, "MSH-10", "the message has no control id")
    }
    guard message.version.hasPrefix("2") else {
      throw HL7Error(
        .dataType, "MSH-12", "\"\(message.version.prefix(20))\" is no version 2 of HL7")
    }
    let type = message.type
    guard type.message == "ORU" else {
      throw HL7Error(
        .unsupportedMessageType, "MSH-9",
        "\"\(type.message.prefix(20))\" is not taken; ORU^R01 is")
    }
    switch type.event {
    case "R01": return .chart
    case "W01": return .acknowledge("a waveform")
    case "R40", "R41": return .acknowledge("a device's alert")
    case "R42", "R43": return .acknowledge("a device's event")
    default:
      throw HL7Error(
        .unsupportedEventCode, "MSH-9", "ORU^\(type.event.prefix(20)) is not taken; ORU^R01 is")
    }
  }

  /// A message with several patients as one message each, all under the same header.
  package static func onePatientEach(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var header: [UInt8] = []
    var parts: [[UInt8]] = []
    let lines = bytes.split(omittingEmptySubsequences: true) { $0 == 0x0D || $0 == 0x0A }
    for line in lines {
      let ended = Array(line) + [0x0D]
      if line.starts(with: "PID".utf8) {
        parts.append(header + ended)
      } else if parts.isEmpty {
        header += ended
      } else {
        parts[parts.count - 1] += ended
      }
    }
    return parts.count > 1 ? parts.map { $0[...] } : [bytes]
  }
}
