/// Cuts a stream into the frames of MLLP, the minimal lower layer protocol: 0x0B, the message, 0x1C
/// 0x0D.
///
/// A state machine apart from any socket. What it holds is never more than one frame of the limit.
package struct MLLPFrames: Sendable {
  package enum Item: Hashable, Sendable {
    case message([UInt8])
    /// A frame was longer than the limit; it is passed over to its end. Its first bytes, for an answer.
    case tooLong(beginning: [UInt8])
    /// Bytes stood outside any frame.
    case stray(count: Int)
  }

  private enum State {
    case outside(strays: Int)
    case inside([UInt8])
    /// After 0x1C, which ends the frame only before 0x0D.
    case afterEnd([UInt8])
    case passingOver
    case passingOverEnd
  }

  private var state = State.outside(strays: 0)
  private let limit: Int

  package init(limit: Int = HL7Message.longest) { self.limit = limit }

  /// True in the middle of a frame.
  package var isInsideFrame: Bool {
    if case .outside = state { false } else { true }
  }

  /// Takes the next bytes and tells what ends in them.
  package mutating func take(_ bytes: some Sequence<UInt8>) -> [Item] {
    var items: [Item] = []
    var state = state
    self.state = .outside(strays: 0)
    for byte in bytes { Self.step(&state, byte, limit, &items) }
    if case .outside(let strays) = state, strays > 0 {
      items.append(.stray(count: strays))
      state = .outside(strays: 0)
    }
    self.state = state
    return items
  }

  private static func step(
    _ state: inout State, _ byte: UInt8, _ limit: Int, _ items: inout [Item]
  ) {
    switch state {
    case .outside(let strays):
      if byte == 0x0B {
        if strays > 0 { items.append(.stray(count: strays)) }
        state = .inside([])
      } else if byte == 0x0D || byte == 0x0A {
        // Senders end a frame with more line ends than they should.
        break
      } else {
        state = .outside(strays: min(strays + 1, 1 << 30))
      }
    case .inside(var held):
      state = .outside(strays: 0)
      switch byte {
      case 0x1C: state = .afterEnd(held)
      case 0x0B:
        // A frame that was broken off, and a new one.
        if !held.isEmpty { items.append(.stray(count: held.count)) }
        state = .inside([])
      default:
        held.append(byte)
        if held.count > limit {
          items.append(.tooLong(beginning: Array(held.prefix(2000))))
          state = .passingOver
        } else {
          state = .inside(held)
        }
      }
    case .afterEnd(let held):
      switch byte {
      case 0x0D:
        items.append(.message(held))
        state = .outside(strays: 0)
      case 0x0B:
        // The carriage return was forgotten.
        items.append(.message(held))
        state = .inside([])
      default:
        // No character of UTF-8 or GB 18030 holds it: the frame is broken.
        items.append(.stray(count: held.count + 2))
        state = .outside(strays: 0)
      }
    case .passingOver:
      if byte == 0x1C { state = .passingOverEnd }
    case .passingOverEnd:
      state = byte == 0x0D ? .outside(strays: 0) : byte == 0x1C ? .passingOverEnd : .passingOver
    }
  }

  /// A message in its frame.
  package static func framed(_ message: some Sequence<UInt8>) -> [UInt8] {
    [0x0B] + Array(message) + [0x1C, 0x0D]
  }
}
