extension Oxygen.Device {
  /// As evidence and alerts name it.
  package var label: String {
    switch self {
    case .roomAir: "room air"
    case .nasalCannula: "nasal cannula"
    case .blowBy: "blow-by oxygen"
    case .highFlowNasalCannula: "high-flow nasal cannula"
    case .simpleFaceMask: "simple face mask"
    case .venturiMask: "Venturi mask"
    case .partialRebreather: "partial rebreather mask"
    case .nonRebreather: "non-rebreather mask"
    case .faceTent: "face tent"
    case .aerosolMask: "aerosol mask"
    case .tracheostomyCollar: "tracheostomy collar"
    case .cpap: "CPAP"
    case .bipap: "BiPAP"
    case .niv: "non-invasive ventilation"
    case .invasiveVentilation: "invasive ventilation"
    case .ecmo: "ECMO"
    }
  }
}

extension Intracranial.Sign {
  /// As evidence and alerts name it.
  package var label: String {
    switch self {
    case .none: "none"
    case .focalOedema: "focal oedema"
    case .diffuseOedema: "diffuse oedema"
    case .decerebratePosturing: "decerebrate posturing"
    case .decorticatePosturing: "decorticate posturing"
    case .sixthNervePalsy: "palsy of cranial nerve VI"
    case .papilloedema: "papilloedema"
    case .cushingTriad: "Cushing's triad"
    case .haemorrhage: "intracranial haemorrhage"
    }
  }
}

extension Consciousness.Level {
  /// As evidence and alerts name it.
  package var label: String {
    switch self {
    case .awake: "awake"
    case .voice: "awakens to voice"
    case .tactile: "awakens to touch"
    case .vigorous: "awakens to vigorous stimuli"
    case .unarousable: "unarousable"
    }
  }
}
