package import Clinical

/// ICE or CAPD item by item, and with it on the same screen consciousness, seizure, motor findings
/// and raised pressure.
package struct NeuroForm: EntryForm {
  package init() {}

  package let title = EntryWord.titleNeuro

  package func firstField(_ reading: FormReading) -> String? {
    if let original = reading.originals.first { return Self.field(of: original.content) }
    return reading.usesCAPD ? "capd1" : "year"
  }

  // Where a correction begins.
  private static func field(of content: Content) -> String {
    switch content {
    case .ice(let ice): ice.points == nil ? "status" : "year"
    case .capd(let capd): capd.points == nil ? "status" : "capd1"
    case .consciousness: "level"
    case .seizure: "seizure"
    case .motor: "motor"
    default: "intracranial"
    }
  }

  package static let statuses = [
    EntryOption("n", "notDone", .statusNotDone), EntryOption("r", "refused", .statusRefused),
    EntryOption("a", "asleep", .statusAsleep), EntryOption("u", "unarousable", .statusUnarousable),
    EntryOption("s", "sedated", .statusSedated), EntryOption("i", "intubated", .statusIntubated),
    EntryOption("l", "languageBarrier", .statusLanguage),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    var specs = [
      FieldSpec(
        "status", EntryText(.whyNoScore), .choice(Self.statuses, advances: true),
        remark: EntryText(.emptyIsDone))
    ]
    if reading["status"].isEmpty {
      specs += reading.usesCAPD ? CAPDItems.specs(reading) : ICEItems.specs(reading)
    }
    specs += LevelFields.specs(reading, mayBeNotDone: false)
    specs += SeizureFields.specs(reading)
    specs += NeuroSigns.specs(reading)
    return specs
  }

  package func contents(_ reading: FormReading) -> [Content] {
    var contents: [Content] = []
    if let status = reading.option("status", as: InstrumentStatus.self) {
      contents.append(
        reading.usesCAPD
          ? .capd(CAPD(status: status)) : .ice(ICE(status: status, wordSet: nil)))
    } else if reading.usesCAPD {
      if let capd = CAPDItems.content(reading) { contents.append(.capd(capd)) }
    } else if let ice = ICEItems.content(reading) {
      contents.append(.ice(ice))
    }
    if let level = LevelFields.content(reading) { contents.append(.consciousness(level)) }
    if let seizure = SeizureFields.content(reading) { contents.append(.seizure(seizure)) }
    contents += NeuroSigns.contents(reading)
    return contents
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    var texts: [String: String] = [:]
    func merge(_ more: [String: String]) { texts.merge(more) { $1 } }
    for event in originals {
      switch event.content {
      case .ice(let ice):
        merge(ICEItems.texts(of: ice))
        merge(Self.texts(of: ice.status))
      case .capd(let capd):
        merge(CAPDItems.texts(of: capd))
        merge(Self.texts(of: capd.status))
      case .consciousness(let entry): merge(LevelFields.texts(of: entry))
      case .seizure(let seizure): merge(SeizureFields.texts(of: seizure))
      case .motor(let motor): merge(NeuroSigns.texts(of: motor))
      case .intracranial(let entry): merge(NeuroSigns.texts(of: entry))
      default: break
      }
    }
    return texts
  }

  private static func texts(of status: InstrumentStatus?) -> [String: String] {
    guard let status, status != .done, let option = statuses.option(id: status.rawValue) else {
      return [:]
    }
    return ["status": String(option.key)]
  }

  package func remark(_ field: FieldSpec, _ reading: FormReading) -> FieldRemark? {
    if field.id.hasPrefix("capd"), let anchor = CAPDItems.anchor(field.id, reading) {
      return FieldRemark(anchor)
    }
    return field.id == "seizureEnd" || field.id == "seizure" ? SeizureFields.remark(reading) : nil
  }
}
