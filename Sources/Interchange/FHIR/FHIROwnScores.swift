import Clinical
import EventText

/// Oxygen, ICE and CAPD of a Vigil's own Bundle, whose codes no other program has: written with every
/// field of their event, and read back to the same event.
enum FHIROwnScores {
  /// Fields that no element of an Observation holds, as parts of one extension.
  ///
  /// - Parameter names: the fields that components and values say already.
  static func extra(_ event: Event, without names: Set<String>) -> JSONValue? {
    guard case .object(let members) = EventWriter.object(for: event) else { return nil }
    var parts: [JSONValue] = []
    for member in members where !envelope.contains(member.name) && !names.contains(member.name) {
      let value: (String, JSONValue)
      switch member.value {
      case .string(let text): value = ("valueString", .string(text))
      case .bool(let flag): value = ("valueBoolean", .bool(flag))
      case .number(let number): value = ("valueInteger", .number(number))
      default: continue
      }
      parts.append(
        FHIRValue.object([("url", .string(member.name)), (value.0, value.1)]))
    }
    return parts.isEmpty ? nil : .array(parts)
  }

  private static let envelope: Set<String> = [
    "patient", "kind", "at", "id", "recordedAt", "by", "role", "source", "set", "corrects",
    "reason",
  ]

  /// The kind of event that an Observation of a Vigil was; `nil` for vital signs and results.
  static func kind(of node: FHIRNode) -> EventKind? {
    guard FHIRObservation.ownEvent(node) != nil else { return nil }
    for coding in node["code"]?["coding"]?.elements ?? []
    where coding["system"]?.text == FHIRValue.local {
      switch coding["code"]?.text {
      case "oxygen": return .oxygen
      case "ICE": return .ice
      case "CAPD": return .capd
      default: break
      }
    }
    return nil
  }

  /// The fields of the event as its line of JSON has them.
  ///
  /// - Throws: for a part that is not understood.
  static func members(of node: FHIRNode, _ kind: EventKind) throws(Refusal) -> [JSONMember] {
    var members = [JSONMember("kind", .string(kind.rawValue))]
    if kind == .oxygen, let device = node["valueString"]?.text {
      members.append(JSONMember("device", .string(device)))
    }
    var items: [JSONMember] = []
    var scores: [JSONValue] = []
    for part in node["component"]?.elements ?? [] {
      let coding = part["code"]?["coding"]?.elements.first
      guard let code = coding?["code"]?.text, let quantity = part["valueQuantity"],
        case .number(let number)? = quantity["value"]?.value
      else { throw part.refusal("it is not understood", remedy: "send it as it was exported") }
      switch code {
      case "3151-8", "3150-0":
        guard let unit = quantity["code"]?.text else { throw quantity.refusal("it has no unit") }
        var value = [JSONMember("unit", .string(unit)), JSONMember("value", .number(number))]
        if let sign = quantity["comparator"]?.text {
          value.append(JSONMember("comparator", .string(sign)))
        }
        members.append(JSONMember(code == "3151-8" ? "flow" : "fio2", .object(value)))
      case _ where code.hasPrefix("ice.item."):
        items.append(JSONMember(String(code.dropFirst(9)), .number(number)))
      case _ where code.hasPrefix("ice."):
        members.append(JSONMember(String(code.dropFirst(4)), .number(number)))
      case "capd.\(scores.count + 1)": scores.append(.number(number))
      default: throw part.refusal("it is not understood", remedy: "send it as it was exported")
      }
    }
    if !items.isEmpty { members.append(JSONMember("items", .object(items))) }
    if !scores.isEmpty { members.append(JSONMember("items", .array(scores))) }
    let extra = node["extension"]?.elements.first { $0["url"]?.text == FHIRNames.fields }
    for part in extra?["extension"]?.elements ?? [] {
      guard let name = part["url"]?.text,
        let value = part["valueString"] ?? part["valueBoolean"] ?? part["valueInteger"]
      else { throw part.refusal("it is not understood", remedy: "send it as it was exported") }
      members.append(JSONMember(name, value.value))
    }
    return members
  }

  /// Makes sure that the value of the whole is what the parts come to.
  static func check(_ node: FHIRNode, _ content: Content) throws(Refusal) {
    let whole: Int?
    switch content {
    case .ice(let ice): whole = ice.points.flatMap { $0.low == $0.high ? $0.low : nil }
    case .capd(let capd): whole = capd.isWhole ? capd.points : nil
    default: return
    }
    let value = node["valueQuantity"]?["value"]
    guard value?.value == whole.map({ .int($0) }) else {
      throw (value ?? node).refusal(
        "it is not what its parts come to", remedy: "send it as it was exported")
    }
  }
}
