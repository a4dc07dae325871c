package import Clinical

/// A message of one patient, understood: who it is about, and each OBX.
package struct HL7Report: Sendable {
  package let message: HL7Message
  /// PID-3, each repetition, else PID-2: identifiers, never the name.
  package let identifiers: [String]
  /// PV1-3: point of care and bed.
  package let unit: String?
  package let bed: String?
  package let observations: [HL7Observation]
  /// True where the message is a device's.
  package let isDevice: Bool
  /// The offset of the message's own time.
  let messageOffset: Int32?
  /// MSH-7; `nil` where it says no moment.
  let sentAt: Instant?

  /// - Parameter zone: the site's, for times without an offset in a message without one.
  package init(_ message: HL7Message, zone: Zone) {
    self.message = message
    let pid = message.segments.first { $0.name == "PID" }
    let numbers = (pid?.repetitions(3) ?? []).compactMap { pid?.component(1, of: $0) }
    identifiers = numbers.isEmpty ? [pid?.component(2)].compactMap { $0 } : numbers
    let visit = message.segments.first { $0.name == "PV1" }
    unit = visit?.component(3, 1)
    bed = visit?.component(3, 3)
    let headerTime = HL7Time(message.header.text(7))
    messageOffset = headerTime?.utcOffset
    sentAt = headerTime?.moment(messageOffset: nil, zone: zone)?.instant
    isDevice = message.segments.contains {
      $0.name == "OBX" && $0.component(3, 3)?.uppercased() == "MDC"
        || $0.name == "OBR" && ($0.component(4, 3)?.uppercased() == "MDC")
    }
    var walk = Walk(
      zone: zone, messageOffset: messageOffset,
      fallback: isDevice ? headerTime : nil, reader: HL7ObservationReader(isDevice: isDevice))
    for segment in message.segments { walk.take(segment) }
    observations = walk.observations
  }

  // What goes through the segments in order.
  private struct Walk {
    let zone: Zone
    let messageOffset: Int32?
    let fallback: HL7Time?
    let reader: HL7ObservationReader
    var observations: [HL7Observation] = []
    private var order = 0
    private var orderTime: HL7Time?
    // Of this order, without a time of their own: a specimen comes after them.
    private var untimed: [Int] = []

    init(zone: Zone, messageOffset: Int32?, fallback: HL7Time?, reader: HL7ObservationReader) {
      self.zone = zone
      self.messageOffset = messageOffset
      self.fallback = fallback
      self.reader = reader
    }

    mutating func take(_ segment: HL7Segment) {
      switch segment.name {
      case "OBR":
        order += 1
        orderTime = HL7Time(segment.text(7))
        untimed = []
      case "SPM":
        guard let time = HL7Time(segment.text(17)).flatMap(moment) else { return }
        for place in untimed { observations[place].at = time }
        untimed = []
      case "OBX": observe(segment)
      default: break
      }
    }

    private mutating func observe(_ obx: HL7Segment) {
      // A chemistry analyser writes the name of the test in OBX-4.
      let code = obx.component(3, 1) ?? ""
      let name = obx.component(3, 2) ?? (code.isEmpty ? obx.text(4) : "")
      let system = obx.component(3, 3) ?? ""
      let own = obx.text(14)
      // A time that is there and cannot be read is not replaced by another.
      let time = own.isEmpty ? orderTime ?? fallback : HL7Time(own)
      if own.isEmpty, orderTime == nil { untimed.append(observations.count) }
      observations.append(
        HL7Observation(
          place: "OBX \(observations.count + 1)", code: code, name: name, system: system,
          value: obx.raw(5), unit: obx.component(6) ?? "", status: obx.text(11),
          at: time.flatMap(moment), order: order,
          verdict: reader.verdict(obx, code: code, name: name, system: system),
          remark: reader.remark(code: code, name: name, system: system)))
    }

    private func moment(_ time: HL7Time) -> EventTime? {
      time.moment(messageOffset: messageOffset, zone: zone).map {
        .moment($0.instant, utcOffset: $0.utcOffset)
      }
    }
  }
}
