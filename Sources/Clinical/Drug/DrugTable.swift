/// The drugs that a rule or a ledger knows by name, with their class and other names.
///
/// International and Chinese names, brands and usual abbreviations lead to one generic name, so
/// that a tocilizumab given as `Actemra` or `托珠单抗` counts as tocilizumab everywhere.
package struct KnownDrug: Sendable {
  /// The international nonproprietary name, in lower case.
  package let generic: String
  package let drugClass: DrugClass
  package let otherNames: [String]
}

package enum DrugTable {
  /// The drug that a name means, in any case; `nil` for a name that the table does not hold.
  package static func drug(named name: String) -> KnownDrug? {
    index[DrugNames.folded(name)].map { drugs[$0] }
  }

  /// Every name, for the nearest-name help of a refusal.
  package static var knownNames: [String] {
    drugs.flatMap { [$0.generic] + $0.otherNames }
  }

  private static let index: [String: Int] = {
    var index: [String: Int] = [:]
    for (n, drug) in drugs.enumerated() {
      for name in [drug.generic] + drug.otherNames { index[DrugNames.folded(name)] = n }
    }
    return index
  }()

  package static let drugs: [KnownDrug] = [
    entry(
      "paracetamol", .antipyretic, "acetaminophen", "apap", "tylenol", "panadol", "对乙酰氨基酚", "扑热息痛"),
    entry("ibuprofen", .antipyretic, "brufen", "advil", "nurofen", "motrin", "布洛芬", "美林"),
    entry("metamizole", .antipyretic, "dipyrone", "novalgin", "安乃近"),
    entry("indometacin", .antipyretic, "indomethacin", "indocin", "吲哚美辛", "消炎痛"),
    entry("diclofenac", .antipyretic, "voltaren", "双氯芬酸"),
    entry("naproxen", .antipyretic, "aleve", "naprosyn", "萘普生"),
    entry("ketorolac", .antipyretic, "toradol", "酮咯酸"),
    entry(
      "acetylsalicylic acid", .antipyretic, "aspirin", "asa", "lysine acetylsalicylate", "阿司匹林",
      "赖氨匹林"),
    entry("tocilizumab", .anticytokine, "toci", "tcz", "actemra", "roactemra", "托珠单抗", "雅美罗"),
    entry("siltuximab", .anticytokine, "sylvant", "司妥昔单抗"),
    entry("anakinra", .anticytokine, "kineret", "阿那白滞素"),
    entry("ruxolitinib", .anticytokine, "jakafi", "jakavi", "rux", "芦可替尼", "鲁索替尼"),
    entry("emapalumab", .anticytokine, "gamifant", "依马利尤单抗", "依帕伐单抗"),
    entry("infliximab", .anticytokine, "remicade", "英夫利西单抗"),
    entry("etanercept", .anticytokine, "enbrel", "依那西普"),
    entry("dexamethasone", .corticosteroid, "dex", "dexa", "dxm", "decadron", "地塞米松"),
    entry(
      "methylprednisolone", .corticosteroid, "mp", "mpred", "methylpred", "solu-medrol",
      "solumedrol", "medrol", "甲泼尼龙", "甲强龙", "甲基强的松龙"),
    entry("prednisolone", .corticosteroid, "泼尼松龙", "强的松龙"),
    entry("prednisone", .corticosteroid, "pred", "泼尼松", "强的松"),
    entry("hydrocortisone", .corticosteroid, "solu-cortef", "cortef", "氢化可的松"),
    entry("midazolam", .sedative, "versed", "dormicum", "咪达唑仑", "力月西"),
    entry("propofol", .sedative, "diprivan", "丙泊酚"),
    entry("dexmedetomidine", .sedative, "precedex", "dexdor", "右美托咪定"),
    entry("lorazepam", .sedative, "ativan", "劳拉西泮"),
    entry("diazepam", .sedative, "valium", "地西泮", "安定"),
    entry("ketamine", .sedative, "氯胺酮"),
    entry("fentanyl", .sedative, "芬太尼"),
    entry("remifentanil", .sedative, "瑞芬太尼"),
    entry("sufentanil", .sedative, "舒芬太尼"),
    entry("morphine", .sedative, "吗啡"),
    entry("haloperidol", .sedative, "haldol", "氟哌啶醇"),
    entry("quetiapine", .sedative, "seroquel", "喹硫平"),
    entry("chloral hydrate", .sedative, "水合氯醛"),
    entry("phenobarbital", .antiseizure, "phenobarbitone", "luminal", "苯巴比妥", "鲁米那"),
    entry("levetiracetam", .antiseizure, "keppra", "lev", "左乙拉西坦", "开浦兰"),
    entry(
      "valproate", .antiseizure, "valproic acid", "sodium valproate", "depakine", "丙戊酸钠", "德巴金"),
    entry("phenytoin", .antiseizure, "fosphenytoin", "dilantin", "苯妥英"),
    entry("lacosamide", .antiseizure, "vimpat", "拉考沙胺"),
    entry("clonazepam", .antiseizure, "rivotril", "氯硝西泮"),
    entry("meropenem", .antimicrobial, "meronem", "美罗培南"),
    entry("piperacillin-tazobactam", .antimicrobial, "tazocin", "pip-taz", "piptazo", "哌拉西林他唑巴坦"),
    entry("cefepime", .antimicrobial, "头孢吡肟"),
    entry("ceftazidime", .antimicrobial, "头孢他啶"),
    entry("imipenem-cilastatin", .antimicrobial, "imipenem", "亚胺培南"),
    entry("vancomycin", .antimicrobial, "万古霉素"),
    entry("linezolid", .antimicrobial, "利奈唑胺"),
    entry("levofloxacin", .antimicrobial, "左氧氟沙星"),
    entry("fluconazole", .antimicrobial, "氟康唑"),
    entry("voriconazole", .antimicrobial, "伏立康唑"),
    entry("posaconazole", .antimicrobial, "泊沙康唑"),
    entry("caspofungin", .antimicrobial, "卡泊芬净"),
    entry("micafungin", .antimicrobial, "米卡芬净"),
    entry("aciclovir", .antimicrobial, "acyclovir", "阿昔洛韦"),
    entry("ganciclovir", .antimicrobial, "更昔洛韦"),
    entry(
      "sulfamethoxazole-trimethoprim", .antimicrobial, "co-trimoxazole", "cotrimoxazole", "tmp-smx",
      "复方新诺明", "复方磺胺甲噁唑"),
    entry("fludarabine", .other, "氟达拉滨"),
    entry("cyclophosphamide", .other, "环磷酰胺"),
    entry("filgrastim", .other, "g-csf", "gcsf", "rhg-csf", "重组人粒细胞刺激因子"),
    entry("allopurinol", .other, "别嘌醇"),
    entry("rasburicase", .other, "拉布立酶"),
    entry("mannitol", .other, "甘露醇"),
    entry("etoposide", .other, "vp-16", "依托泊苷"),
    entry("anti-thymocyte globulin", .other, "atg", "抗胸腺细胞球蛋白"),
    entry("immunoglobulin", .other, "ivig", "丙种球蛋白"),
  ]

  private static func entry(
    _ generic: String, _ drugClass: DrugClass, _ otherNames: String...
  ) -> KnownDrug {
    KnownDrug(generic: generic, drugClass: drugClass, otherNames: otherNames)
  }
}
