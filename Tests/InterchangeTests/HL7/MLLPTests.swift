import Clinical
import Interchange
import TestSupport
import Testing

@Suite("MLLP frames are found however the bytes arrive, in bounded memory")
struct MLLPTests {
  private func message(_ text: String) -> MLLPFrames.Item { .message(Array(text.utf8)) }

  @Test("every cut of a stream into two pieces gives the same messages")
  func everyCut() {
    let stream = MLLPFrames.framed("MSH|1\rPID".utf8) + [0x0A] + MLLPFrames.framed("MSH|2".utf8)
    for cut in 0...stream.count {
      var frames = MLLPFrames()
      let items = frames.take(stream[..<cut]) + frames.take(stream[cut...])
      #expect(items == [message("MSH|1\rPID"), message("MSH|2")], "cut at \(cut)")
      #expect(!frames.isInsideFrame)
    }
  }

  @Test("a frame at the limit is taken; one byte more is passed over once, and the next is taken")
  func limit() {
    var frames = MLLPFrames(limit: 5)
    let items = frames.take(
      MLLPFrames.framed("12345".utf8) + MLLPFrames.framed("123456789".utf8)
        + MLLPFrames.framed("ok".utf8))
    #expect(items == [message("12345"), .tooLong(beginning: Array("123456".utf8)), message("ok")])
  }

  @Test("half a frame is kept waiting, and a new beginning throws it away")
  func half() {
    var frames = MLLPFrames()
    #expect(frames.take([0x0B] + Array("MSH|half".utf8)) == [])
    #expect(frames.isInsideFrame)
    #expect(frames.take(MLLPFrames.framed("MSH|2".utf8)) == [.stray(count: 8), message("MSH|2")])
  }

  @Test("bytes outside of any frame are counted, and a forgotten carriage return is forgiven")
  func strays() {
    var frames = MLLPFrames()
    #expect(frames.take(Array("GET / HTTP".utf8)) == [.stray(count: 10)])
    #expect(
      frames.take([0x0B, 0x41, 0x1C, 0x0B, 0x42, 0x1C, 0x0D]) == [message("A"), message("B")])
    #expect(frames.take([0x0B, 0x41, 0x1C, 0x42]) == [.stray(count: 3)])
  }

  @Test("noise of any kind never makes it hold more than the limit")
  func noise() {
    var dice = Dice(seed: 9)
    var frames = MLLPFrames(limit: 100)
    for _ in 0..<2000 {
      let marks: [UInt8] = [0x0B, 0x1C, 0x0D, 0x41, 0x42, 0x0A]
      let bytes: [UInt8] = (0..<dice.below(60)).map { _ in dice.pick(marks) }
      for item in frames.take(bytes) {
        if case .message(let message) = item { #expect(message.count <= 100) }
      }
    }
  }

  /// MSH-15, MSH-16, then the codes for: accepted, not filed, rejected.
  static let modes: [(String, String, [String], [String], [String])] = [
    ("", "", ["AA"], ["AE"], ["AR"]), ("", "0", ["AA"], ["AE"], ["AR"]),
    ("AL", "NE", ["CA"], ["CA"], ["CR"]), ("NE", "AL", ["AA"], ["AE"], ["AR"]),
    ("AL", "AL", ["CA", "AA"], ["CA", "AE"], ["CR", "AR"]), ("NE", "NE", [], [], []),
    ("ER", "ER", [], ["AE"], ["CR", "AR"]), ("SU", "SU", ["CA", "AA"], ["CA"], []),
    ("", "ER", [], ["AE"], ["AR"]),
  ]

  @Test("who is answered, and how: original and enhanced mode", arguments: modes)
  func answered(_ row: (String, String, [String], [String], [String])) throws {
    let message = try HL7Message(Message.bytes([Message.header("\(row.0)|\(row.1)")])[...])
    let wish = HL7Acknowledgement.Wish(message.header)
    let rejected = HL7Acknowledgement.Outcome.rejected(HL7Error(.dataType, "MSH", "x"))
    #expect(HL7Acknowledgement.codes(.accepted, wish) == row.2)
    #expect(HL7Acknowledgement.codes(.notFiled(["x"]), wish) == row.3)
    #expect(HL7Acknowledgement.codes(rejected, wish) == row.4)
  }

  @Test("an answer names the message, turns sender and receiver about, and says why")
  func answer() throws {
    let text = "MSH|^~\\&|LIS^1.2^ISO|LAB|VIGIL|7B|20260306041500||ORU^R01|C|7|T|2.5.1\r"
    let message = try HL7Message(Array(text.replacing("C|7", with: "C7").utf8)[...])
    let answer = HL7Acknowledgement.text(
      "AE", to: message, .notFiled(["unit does not fit: a|b^c"]), now: Message.now, zone: shanghai,
      number: 3)
    #expect(
      answer.replacing("\r", with: "\n") == """
        MSH|^~\\&|VIGIL|7B|LIS^1.2^ISO|LAB|20260306042000+0800||ACK^R01^ACK|V20260306042000-3|T|2.5.1||||||UNICODE UTF-8
        MSA|AE|C7|unit does not fit: a\\F\\b\\S\\c
        ERR|||207^^HL70357|W||||unit does not fit: a\\F\\b\\S\\c

        """)
    #expect(try HL7Message(Array(answer.utf8)[...]).segments.count == 3)
  }

  @Test("an answer to what cannot be read is a message all the same")
  func answerToNothing() throws {
    let error = HL7Error(.segmentSequence, "MSH", "the message does not begin with MSH")
    let answer = HL7Acknowledgement.text(
      "AR", to: nil, .rejected(error), now: Message.now, zone: shanghai, number: 1)
    let message = try HL7Message(Array(answer.utf8)[...])
    #expect(message.type.message == "ACK")
    #expect(answer.contains("MSA|AR||MSH: the message does not begin with MSH\r"))
  }
}
