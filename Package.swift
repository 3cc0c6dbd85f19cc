// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .swiftLanguageMode(.v6),
]

/// The C target refuses warnings too; its schema is the top-level schema.sql, read by `#embed`.
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

/// The target by which the readers of files are fuzzed, see docs/internals/testing.md.
///
/// Its oracles are a test that replays what was found, and, only when it is asked for, a program to
/// find more.
let isFuzzed = Context.environment["BENEFIT_LEDGER_FUZZ"] != nil
let fuzzing: Target =
  isFuzzed
  ? .executableTarget(
    name: "benefit-ledger-fuzz", dependencies: ["BatchFiles", "CZlib", "LedgerCore"],
    path: "Tests/ReaderFuzzTests", exclude: ["Corpus", "ReplayTests.swift"],
    // The fuzzer has its own main.
    swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
  : .testTarget(
    name: "ReaderFuzzTests", dependencies: ["BatchFiles", "CZlib", "LedgerCore", "TestSupport"],
    exclude: ["Corpus", "Fuzzer.swift"], swiftSettings: strict)

let package = Package(
  name: "BenefitLedger",
  products: [
    .library(name: "BenefitLedger", targets: ["BenefitLedger"]),
    .executable(name: "benefit-ledger", targets: ["benefit-ledger"]),
    .executable(name: "benefit-ledger-benchmarks", targets: ["benefit-ledger-benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // Dependencies point down this list to LedgerCore, never up, never across stores.
    .target(
      name: "LedgerCore",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    // Inflate and deflate are zlib's; the module map only names the system's library.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "BatchFiles",
      dependencies: ["LedgerCore", "CZlib", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "SampleFiles", dependencies: ["LedgerCore"], swiftSettings: strict),
    .target(name: "LedgerStore", dependencies: ["LedgerCore"], swiftSettings: strict),
    .target(name: "CSQLiteSupport", cSettings: strictC),
    // What has to be asked of Linux and only C can ask.
    .target(name: "CProcess", cSettings: strictC),
    .target(
      name: "SQLiteStore",
      dependencies: [
        "LedgerStore", "LedgerCore", "CSQLiteSupport", "CProcess",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "BenefitLedger",
      dependencies: ["LedgerCore", "BatchFiles", "LedgerStore", "SQLiteStore"],
      swiftSettings: strict),
    .executableTarget(
      name: "benefit-ledger",
      dependencies: [
        "BenefitLedger", "CProcess", "SampleFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "benefit-ledger-benchmarks",
      dependencies: [
        "BenefitLedger", "SampleFiles", "CSQLiteSupport",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "LedgerCoreTests", dependencies: ["LedgerCore"], swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "BenefitLedgerTests",
      dependencies: [
        "BenefitLedger", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Profiles/Workbooks"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["benefit-ledger", "BatchFiles"],
      swiftSettings: strict),
    .testTarget(
      name: "SampleFilesTests", dependencies: ["SampleFiles", "LedgerCore"], swiftSettings: strict),
    .testTarget(
      name: "BatchFilesTests", dependencies: ["BatchFiles", "CZlib", "LedgerCore", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SQLiteStoreTests",
      dependencies: [
        "BenefitLedger", "SQLiteStore", "LedgerStore", "LedgerCore", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HouseTests", dependencies: ["LedgerCore", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LibraryExampleTests", dependencies: ["BenefitLedger"], swiftSettings: strict),
    .testTarget(
      name: "ModelTests", dependencies: ["BenefitLedger", "TestSupport"], swiftSettings: strict),
    fuzzing,
    .testTarget(name: "TranscriptTests", dependencies: ["TestSupport"], swiftSettings: strict),
    // Its C programs are compiled by the tests: they are loaded into the program, not linked to it.
    .testTarget(
      name: "FaultTests",
      dependencies: [
        "benefit-ledger", "BenefitLedger", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Shims"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)
