import Clinical
import EventText

/// A JSON value with its path, for what a refusal names.
struct FHIRNode: Sendable {
  let value: JSONValue
  let path: String
  let number: Int

  init(_ value: JSONValue, path: String, number: Int) {
    self.value = value
    self.path = path
    self.number = number
  }

  subscript(name: String) -> FHIRNode? {
    guard let value = value[name], value != .null else { return nil }
    return FHIRNode(value, path: path.isEmpty ? name : "\(path).\(name)", number: number)
  }

  var text: String? { if case .string(let text) = value { text } else { nil } }

  var elements: [FHIRNode] {
    guard case .array(let elements) = value else { return [] }
    return elements.enumerated().map { FHIRNode($1, path: "\(path)[\($0)]", number: number) }
  }

  /// The extensions of that name, of this element itself or of an element within.
  func extensions(of url: String) -> [FHIRNode] {
    var found = self["extension"]?.elements.filter { $0["url"]?.text == url } ?? []
    guard case .object(let members) = value else { return found }
    for member in members where member.name != "extension" {
      if let child = self[member.name] { found += child.extensions(of: url) }
    }
    return found
  }

  func refusal(_ problem: String, remedy: String? = nil, nearest: String? = nil) -> Refusal {
    Refusal(field: path.isEmpty ? nil : path, problem: problem, remedy: remedy, nearest: nearest)
  }

  /// The first member of that name anywhere inside.
  func anywhere(_ name: String) -> FHIRNode? {
    switch value {
    case .object(let members):
      for member in members {
        guard let child = self[member.name] else { continue }
        if member.name == name { return child }
        if let found = child.anywhere(name) { return found }
      }
      return nil
    case .array: return elements.lazy.compactMap { $0.anywhere(name) }.first
    default: return nil
    }
  }
}
