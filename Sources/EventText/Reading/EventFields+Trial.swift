internal import Clinical

extension EventFields {
  func adverseEvent() throws(Refusal) -> AdverseEvent {
    let event = AdverseEvent(
      term: try required(line(.term), .term, "write the term"),
      grade: try whole(.grade, 1...5), scale: try line(.scale), start: try time(.start),
      stop: try time(.stop), serious: try flag(.serious), relatedness: try line(.relatedness),
      action: try line(.action), outcome: try line(.outcome))
    let isReversed =
      switch (event.start, event.stop) {
      case (.moment(let start, _), .moment(let stop, _)): stop < start
      case (.day(let start), .day(let stop)): stop < start
      default: false
      }
    guard !isReversed else {
      throw refusal(.stop, "it is earlier than the start", remedy: "check both")
    }
    return event
  }

  func response() throws(Refusal) -> Response {
    Response(
      response: try required(
        word(.response), .response,
        "write \(Prose.list(Response.Grade.allCases.map(\.rawValue)))"),
      mrd: try line(.mrd), sites: try lines(.sites), method: try line(.method))
  }

  func transplant() throws(Refusal) -> Transplant {
    Transplant(donor: try line(.donor), purpose: try word(.purpose))
  }

  func newTherapy() throws(Refusal) -> NewTherapy {
    NewTherapy(therapy: try required(line(.therapy), .therapy, "write the therapy"))
  }

  func status() throws(Refusal) -> Status {
    let status = Status(
      state: try required(
        word(.state), .state, "write \(Prose.list(Status.State.allCases.map(\.rawValue)))"),
      principalCause: try word(.principalCause))
    guard status.principalCause == nil || status.state == .death else {
      throw refusal(
        .principalCause, "it is the cause of a death, and the state is \(status.state.rawValue)",
        remedy: "leave it out")
    }
    return status
  }
}
