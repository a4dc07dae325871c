extension FormKind {
  /// The form of the kind.
  package var form: any EntryForm {
    switch self {
    case .vitals: VitalsForm()
    case .neuro: NeuroForm()
    case .oxygen: OxygenForm()
    case .bolus: BolusForm()
    case .vasopressor: VasopressorForm()
    case .medication: MedicationForm()
    case .labs: LabsForm()
    case .note: NoteForm()
    case .line: LineForm()
    case .notDone: NotDoneForm()
    case .grade: GradeForm()
    case .attribution: AttributionForm()
    case .adverseEvent: AdverseEventForm()
    case .response: ResponseForm()
    case .transplant: TransplantForm()
    case .newTherapy: TherapyForm()
    case .stay: StayForm()
    case .status: StatusForm()
    case .details: DetailsForm()
    case .enrolment: EnrolmentForm()
    case .leukapheresis: LeukapheresisForm()
    case .lymphodepletion: LymphodepletionForm()
    case .infusion: InfusionForm()
    case .finding: FindingForm()
    case .setting: SettingForm()
    case .user: UserForm()
    case .site: SiteForm()
    case .admission: AdmissionForm()
    case .retract: RetractForm()
    case .acknowledge: AcknowledgeForm()
    }
  }
}
