internal import Clinical

extension ObjectWriter {
  mutating func put(_ event: AdverseEvent) {
    put(.term, event.term)
    put(.grade, event.grade)
    put(.scale, event.scale)
    put(.start, event.start)
    put(.stop, event.stop)
    put(.serious, event.serious)
    put(.relatedness, event.relatedness)
    put(.action, event.action)
    put(.outcome, event.outcome)
  }

  mutating func put(_ response: Response) {
    put(.response, response.response)
    put(.mrd, response.mrd)
    put(.sites, response.sites)
    put(.method, response.method)
  }
}
