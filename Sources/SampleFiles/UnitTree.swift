import LedgerCore

/// A row of `sites.csv`.
struct Unit {
  let code: String
  let name: String
  let kind: UnitKind
  let parent: String
}

/// A unit that pays out: a site or an agency's counter.
struct PayingUnit {
  let code: String
  /// The place of its province in ``Province/all``.
  let province: Int
  let isAgency: Bool
  /// Its share of the persons, relative to the other sites; 0 for an agency.
  let weight: Int
}

/// The organisation: nation, provinces, their agency office, districts, communes, sites.
struct UnitTree: Sendable {
  /// All units, a parent before its children.
  private(set) var units: [Unit] = [
    Unit(code: "VN", name: "Việt Nam", kind: .nation, parent: "")
  ]
  /// Where money is paid out, province by province in order of codes; an agency after its sites.
  private(set) var paying: [PayingUnit] = []

  /// Spreads the sites over the provinces by their people, and districts and communes over them.
  ///
  /// The country had 672 district offices and about 10,600 communes to its 15,000 sites.
  init(_ plan: SamplePlan) {
    let people = plan.provinces.map { Province.all[$0].population }
    let sites = apportion(plan.sites, by: people)
    let nationalCommunes = max(sites.count, plan.sites * 10_600 / 15_000)
    let communes = apportion(nationalCommunes, by: sites)
    let districts = apportion(max(sites.count, nationalCommunes * 672 / 10_600), by: sites)
    for (index, province) in plan.provinces.enumerated() {
      // Codes have four digits for a commune and two for a district, and a commune has a site. A
      // small plan has three districts too, so that there is a town, a county and a sum of them.
      let communes = min(communes[index], sites[index], 9999)
      add(
        province, districts: min(max(districts[index], 3), communes, 99), communes: communes,
        sites: sites[index], seed: plan.seed)
    }
  }

  private mutating func add(
    _ index: Int, districts: Int, communes: Int, sites: Int, seed: UInt64
  ) {
    let province = Province.all[index]
    let code = province.digits
    let names = PlaceNames(seed: seed, province: province.code)
    let name = "\(province.isCity ? "Thành phố" : "Tỉnh") \(province.name)"
    units.append(Unit(code: code, name: name, kind: .province, parent: "VN"))
    units.append(
      Unit(
        code: "\(code)-AGENCY", name: "Bảo hiểm xã hội \(Self.insideName(name))", kind: .agency,
        parent: code))
    for district in 0..<districts {
      let name = "\(Self.districtKind(district, of: districts, in: province)) \(names(district))"
      units.append(
        Unit(
          code: "\(code)-D\(padded(district + 1, 2))", name: name, kind: .district, parent: code))
    }
    let communeNames = (0..<communes).map { commune in
      let district = commune * districts / communes
      let isFirst = commune == 0 || (commune - 1) * districts / communes != district
      let districtKind = Self.districtKind(district, of: districts, in: province)
      return "\(Self.communeKind(isFirst: isFirst, in: districtKind)) \(names(districts + commune))"
    }
    for commune in 0..<communes {
      units.append(
        Unit(
          code: "\(code)-C\(padded(commune + 1, 4))", name: communeNames[commune], kind: .commune,
          parent: "\(code)-D\(padded(commune * districts / communes + 1, 2))"))
    }
    addSites(sites, of: index, in: communeNames, seed: seed)
  }

  private mutating func addSites(
    _ sites: Int, of province: Int, in communeNames: [String], seed: UInt64
  ) {
    let code = Province.all[province].digits
    let draws = Draws(seed: seed, purpose: "site", variant: province)
    var ordinal = 0
    for site in 0..<sites {
      let commune = site * communeNames.count / sites
      ordinal = site > 0 && (site - 1) * communeNames.count / sites == commune ? ordinal + 1 : 1
      var draw = draws.at(site)
      let siteCode = "\(code)-\(padded(site + 1, 5))"
      units.append(
        Unit(
          code: siteCode,
          name: Self.siteName(
            communeNames[commune], ordinal: ordinal, isPostOffice: draw.happens(perMille: 200)),
          kind: .site, parent: "\(code)-C\(padded(commune + 1, 4))"))
      paying.append(
        PayingUnit(
          code: siteCode, province: province, isAgency: false, weight: 40 + draw.next(below: 121)))
    }
    paying.append(
      PayingUnit(code: "\(code)-AGENCY", province: province, isAgency: true, weight: 0))
  }

  private static func districtKind(_ district: Int, of count: Int, in province: Province) -> String
  {
    if province.isCity { return district * 2 < count ? "Quận" : "Huyện" }
    if district == 0 { return "Thành phố" }
    return district == 1 && count > 6 ? "Thị xã" : "Huyện"
  }

  private static func communeKind(isFirst: Bool, in districtKind: String) -> String {
    if districtKind != "Huyện" { return "Phường" }
    return isFirst ? "Thị trấn" : "Xã"
  }

  /// A name as it is written within another: `Xã Tân An` is in `Điểm chi trả xã Tân An`.
  private static func insideName(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }

  /// A site at a post office has a comma in its name, so that these files too need quotes.
  private static func siteName(_ commune: String, ordinal: Int, isPostOffice: Bool) -> String {
    let place = insideName(commune)
    return isPostOffice
      ? "Bưu điện văn hoá \(place), quầy số \(ordinal)"
      : "Điểm chi trả \(place)" + (ordinal > 1 ? " số \(ordinal)" : "")
  }
}
