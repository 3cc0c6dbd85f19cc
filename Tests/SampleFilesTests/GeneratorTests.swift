import LedgerCore
import Testing

@testable import SampleFiles

@Suite struct GeneratorTests {
  @Test func `SplitMix64 gives the numbers of its author's C program`() {
    var draws = SplitMix64(state: 1_234_567)
    #expect(draws.next() == 6_457_827_717_110_365_317)
    #expect(draws.next() == 3_203_168_211_198_807_973)
    #expect(draws.next() == 9_817_491_932_198_370_423)
  }

  @Test(arguments: [2, 3, 1000, 4096, 99_999])
  func `a permutation gives every number once`(count: Int) {
    let permutation = Permutation(count: count, seed: 7, purpose: "test")
    #expect(Set((0..<count).map { permutation($0) }) == Set(0..<count))
  }

  @Test func `parts of a whole sum to it and none is empty`() {
    let parts = apportion(100, by: [1, 1, 5, 1000])
    #expect(parts.reduce(0, +) == 100)
    #expect(parts.allSatisfy { $0 > 0 })
    #expect(cut(10, by: [1, 0, 1]) == [0, 5, 5, 10])
  }

  @Test func `no two persons of all provinces and lists have one number`() throws {
    let month = try #require(Month("2026-10"))
    let plan = SamplePlan(scope: .nation, persons: 630_000, sites: 63, month: month)
    let persons = Persons(plan)
    var numbers = Set<String>()
    for province in Province.all.indices {
      for (list, count) in [(PersonList.monthly, 2000), (.shortTerm, 500)] {
        for index in 0..<count {
          let benefit: Benefit = list == .monthly ? .pension : .maternity
          let person = persons.person(
            at: province * count + index, in: list, benefit: benefit, province: province,
            from: province * count)
          numbers.insert("\(person.digits) \(person.number)")
        }
      }
    }
    #expect(numbers.count == Province.all.count * 2500)
  }
}
