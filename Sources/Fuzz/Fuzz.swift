import Clinical
import EventText

/// Throws bytes at the reader of events. Built only with `FUZZ` in the environment:
///
///     FUZZ=1 swift build -c release --product Fuzz --scratch-path .build-fuzz
///     SWIFT_BACKTRACE=enable=no .build-fuzz/release/Fuzz -max_len=4096 CORPUS
///
/// where CORPUS is a folder with a line of JSON in each file. What is asked of every input: no crash;
/// what is accepted survives being written and read again; its content hash is that of its canonical
/// form without `source`; and the text that the store keeps is canonical and its own.
@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments, fuzz)
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private let reader = EventReader(digest: digest)

// No true digest, but quick; two inputs of one digest do no harm here.
@Sendable private func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var hash: UInt64 = 14_695_981_039_346_656_037
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
  return (0..<32).map { UInt8(truncatingIfNeeded: hash >> UInt64($0 % 8 * 8)) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  checkValue(bytes)
  checkFile(bytes)
  return 0
}

private func checkValue(_ bytes: [UInt8]) {
  guard let value = try? JSONValue(parsing: bytes[...]) else { return }
  let canonical = CanonicalJSON.bytes(of: value)
  guard let again = try? JSONValue(parsing: canonical[...]) else {
    // Escapes may make a text longer than a line can be, never one of this length.
    precondition(canonical.count > 1_000_000, "a canonical form is refused")
    return
  }
  precondition(CanonicalJSON.bytes(of: again) == canonical, "a canonical form is not its own")
}

private func checkFile(_ bytes: [UInt8]) {
  let file = EventFile(bytes[...], reader: reader)
  for refusal in file.refusals { checkText(refusal.description) }
  for finding in file.findings { checkText(finding.description) }
  for sent in file.events { checkEvent(sent) }
}

private func checkEvent(_ sent: SentEvent) {
  if case .object(let members) = sent.object {
    let content = CanonicalJSON.bytes(of: .object(members.filter { $0.name != "source" }))
    precondition(sent.contentHash == digest(content[...]), "the hash is of something else")
  }
  let line = EventWriter.line(for: sent.event)
  let written = try? reader.read(line[...])
  precondition(written?.event == sent.event, "an event is another after being written and read")
  var stored = sent
  stored.event.recordedAt = sent.event.recordedAt ?? Instant(microseconds: 1_772_741_400_000_001)
  stored.event.source = sent.event.source ?? "import:fuzz"
  let body = EventWriter.body(of: stored)
  let read = try? reader.read(body[...])
  precondition(read?.event == stored.event, "a body says something else than its event")
  precondition(read.map(EventWriter.body) == body, "a body is not its own body")
  precondition(read.map { CanonicalJSON.bytes(of: $0.object) } == body, "a body is not canonical")
}

private func checkText(_ text: String) {
  precondition(
    !text.unicodeScalars.contains { drives.contains($0.properties.generalCategory) },
    "a refusal drives a terminal")
}

private let drives: Set<Unicode.GeneralCategory> = [
  .control, .format, .lineSeparator, .paragraphSeparator,
]
