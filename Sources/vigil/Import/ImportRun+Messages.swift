import Clinical
import EventStore
import EventText
import Interchange

extension ImportRun {
  /// Imports a file of HL7 version 2, message by message.
  ///
  /// - Parameter holding: keeps what cannot be filed; `nil` in a rehearsal.
  mutating func bring(
    messages bytes: [UInt8], name: String, holding: (any HoldingList)?
  ) throws {
    report.readsMessages = true
    let file = HL7File(bytes[...])
    // Who chose a file has chosen what is in it, be it marked as training.
    var desk = try MessageDesk(log, holding: holding, takesTraining: true, clock: clock)
    for stray in file.strays {
      let refusal = Refusal(
        line: stray.line, problem: "this line stands before any message",
        remedy: "a message begins with MSH")
      try report.refuse(refusal, in: name)
      try keep(stray.bytes)
    }
    if file.messages.isEmpty, file.strays.isEmpty {
      try report.find(FileFinding(line: 1, text: "there is no message in it"), in: name)
    }
    for part in file.messages {
      let answer = try desk.file(part.bytes)
      if let id = answer.message?.processingID, id == "T" || id == "D" {
        let text = "MSH-11 is \(id): the message is marked as not of production"
        try report.find(FileFinding(line: part.line, text: text), in: name)
      }
      for remark in answer.remarks { try report.remark(remark, line: part.line, in: name) }
      for note in answer.notes { try report.note(note, line: part.line, in: name) }
      for held in answer.held { try report.hold(held.line, line: part.line, in: name) }
      report.count(stored: answer.stored, alreadyThere: answer.alreadyThere)
      if case .rejected(let error) = answer.outcome {
        let refusal = Refusal(line: part.line, field: error.field, problem: error.problem)
        try report.refuse(refusal, in: name)
        try keep(part.bytes)
      }
    }
  }

  private func keep(_ bytes: ArraySlice<UInt8>) throws {
    try refusedLines?.write(bytes)
    try refusedLines?.write([0x0D])
  }
}
