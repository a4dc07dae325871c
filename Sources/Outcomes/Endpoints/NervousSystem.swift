/// The terms of the system organ class "Nervous system disorders" of CTCAE 5.0 (U.S. National Cancer
/// Institute, 27 November 2017), and usual spellings and Chinese names of some.
enum NervousSystem {
  static func holds(_ term: String) -> Bool {
    let folded = term.trimmed.lowercased()
    return terms.contains(folded) || folded.hasPrefix("nervous system disorders")
  }

  private static let terms: Set<String> = [
    "abducens nerve disorder", "accessory nerve disorder", "acoustic nerve disorder nos",
    "akathisia", "amnesia", "anosmia", "aphonia", "arachnoiditis", "ataxia", "brachial plexopathy",
    "central nervous system necrosis", "cerebrospinal fluid leakage", "cognitive disturbance",
    "concentration impairment", "depressed level of consciousness", "dizziness", "dysarthria",
    "dysesthesia", "dysaesthesia", "dysgeusia", "dysphasia", "aphasia", "edema cerebral",
    "cerebral edema", "cerebral oedema", "encephalopathy", "extrapyramidal disorder",
    "facial muscle weakness", "facial nerve disorder", "glossopharyngeal nerve disorder",
    "guillain-barre syndrome", "headache", "hydrocephalus", "hypersomnia",
    "hypoglossal nerve disorder", "intracranial hemorrhage", "intracranial haemorrhage",
    "ischemia cerebrovascular", "lethargy", "leukoencephalopathy", "memory impairment",
    "meningismus", "movements involuntary", "muscle weakness left-sided",
    "muscle weakness right-sided", "myasthenia gravis", "neuralgia", "neurotoxicity", "nystagmus",
    "oculomotor nerve disorder", "olfactory nerve disorder", "paresthesia", "paraesthesia",
    "peripheral motor neuropathy", "peripheral sensory neuropathy", "phantom pain", "presyncope",
    "pyramidal tract syndrome", "radiculitis", "recurrent laryngeal nerve palsy",
    "reversible posterior leukoencephalopathy syndrome", "seizure", "somnolence", "spasticity",
    "spinal cord compression", "stroke", "syncope",
    "tendon reflex decreased", "transient ischemic attacks", "tremor",
    "trigeminal nerve disorder", "trochlear nerve disorder", "vagus nerve disorder",
    "vasovagal reaction", "seizures", "神经毒性", "脑病", "脑水肿", "颅内出血", "头痛", "头晕", "晕厥",
    "震颤", "癫痫", "癫痫发作", "惊厥", "抽搐", "嗜睡", "失语", "言语障碍", "构音障碍", "意识水平下降", "认知障碍",
    "记忆障碍", "共济失调", "感觉异常", "周围神经病变",
  ]
}
