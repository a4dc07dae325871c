/// Cuts a file of HL7 version 2 into its messages, as bytes.
///
/// Segments end in CR, LF or both; batch and file headers, and the frame characters of MLLP, are passed
/// over. Neither CR nor LF is ever part of a Chinese character.
package struct HL7File: Sendable {
  package struct Part: Hashable, Sendable {
    /// The line of the file on which it begins, from 1.
    package var line: Int
    package var bytes: ArraySlice<UInt8>
  }

  package let messages: [Part]
  /// Lines before the first header that are no part of any message.
  package let strays: [Part]

  package init(_ bytes: ArraySlice<UInt8>) {
    var messages: [Part] = []
    var strays: [Part] = []
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    var number = 0
    while !rest.isEmpty {
      let end = rest.firstIndex { $0 == 0x0D || $0 == 0x0A } ?? rest.endIndex
      var after = end == rest.endIndex ? end : end + 1
      if end < rest.endIndex, rest[end] == 0x0D, after < rest.endIndex, rest[after] == 0x0A {
        after += 1
      }
      number += 1
      var line = rest[rest.startIndex..<end]
      while let first = line.first, first <= 0x20 { line.removeFirst() }
      while let last = line.last, last == 0x1C { line.removeLast() }
      rest = rest[after...]
      if line.isEmpty || Self.batch.contains(where: { line.starts(with: $0.utf8) }) { continue }
      if line.starts(with: "MSH".utf8) {
        messages.append(Part(line: number, bytes: line))
      } else if let last = messages.indices.last {
        messages[last].bytes = bytes[messages[last].bytes.startIndex..<line.endIndex]
      } else {
        strays.append(Part(line: number, bytes: line))
      }
    }
    self.messages = messages
    self.strays = strays
  }

  private static let batch = ["FHS", "BHS", "BTS", "FTS"]
}
