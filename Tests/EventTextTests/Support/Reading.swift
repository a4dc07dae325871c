import Clinical
import EventText

/// The reader as the program has it.
let reader = EventReader(digest: { SHA256.digest($0) })

/// Reads one line of text.
func read(_ line: String, number: Int? = nil) throws(Refusal) -> SentEvent {
  try reader.read(Array(line.utf8)[...], number: number)
}

/// Reads one line as a training store does.
func readAnywhere(_ line: String) throws(Refusal) -> SentEvent {
  try reader.forTraining.read(Array(line.utf8)[...])
}

/// Why a line, read for a training store, is refused, or `nil` when it is taken.
func refusalInTraining(_ line: String) -> Refusal? {
  do throws(Refusal) {
    _ = try reader.forTraining.read(Array(line.utf8)[...])
    return nil
  } catch {
    return error
  }
}

/// Why a line is refused, or `nil` when it is taken.
func refusal(_ line: String, number: Int? = nil) -> Refusal? {
  do throws(Refusal) {
    _ = try read(line, number: number)
    return nil
  } catch {
    return error
  }
}

func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
