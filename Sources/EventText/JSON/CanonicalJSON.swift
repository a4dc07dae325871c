/// The canonical form of JSON (RFC 8785): members sorted by the UTF-16 code units of their names, no
/// white space, one way to write every string and number.
package enum CanonicalJSON {
  package static func bytes(of value: JSONValue) -> [UInt8] { [] }
}
