// swift-tools-version: 6.2
import PackageDescription

let parser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")
/// Without it a difference that `expectNoDifference` finds fails no test.
let issueReporting = Target.Dependency.product(
  name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay")

/// A test target that compares whole values and folders of fixtures.
func tests(
  _ name: String, _ modules: Target.Dependency..., fixtures: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: modules + ["TestSupport", customDump, issueReporting],
    exclude: fixtures)
}

let package = Package(
  name: "waymark",
  products: [.executable(name: "waymark", targets: ["waymark"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", exact: "1.7.3"),
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", from: "1.13.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CArena"),
    .target(name: "CLinux"),
    .target(name: "Diagnostics"),
    .target(name: "JSON"),
    .target(name: "Storage"),
    .target(name: "Content", dependencies: ["Diagnostics"]),
    .target(name: "Markdown", dependencies: ["CArena", "CCommonMark", "Content", "Diagnostics"]),
    .target(name: "Markup", dependencies: ["CLibXML2", "Content", "Diagnostics"]),
    .target(
      name: "Articles", dependencies: ["Content", "Diagnostics", "Markdown", "Markup", yams],
      resources: [.embedInCode("Data")]),
    .target(
      name: "Decisions", dependencies: ["Articles", "Content", "Diagnostics", yams],
      resources: [.embedInCode("Vocabulary")]),
    .target(
      name: "Compiler",
      dependencies: [
        "Articles", "Content", "Decisions", "Diagnostics", "Markdown", "Storage", yams,
      ],
      resources: [.embedInCode("Phrases")]),
    .target(
      name: "Authoring", dependencies: ["Articles", "Compiler", "Content"],
      resources: [.embedInCode("Templates")]),
    .target(
      name: "Checks",
      dependencies: [
        "Articles", "Compiler", "Content", "Decisions", "Diagnostics", "Storage", yams,
      ],
      resources: [.embedInCode("FindingKinds.yml")]),
    .target(
      name: "Search",
      dependencies: ["Articles", "Compiler", "Content", "Decisions", "Storage"],
      resources: [.embedInCode("Synonyms")]),
    .target(
      name: "Site",
      dependencies: [
        "Articles", "Compiler", "Content", "Decisions", "Diagnostics", "Exports", "Search",
        "Storage", mustache,
      ],
      resources: [.embedInCode("Theme")]),
    .target(
      name: "Exports",
      dependencies: [
        "Articles", "Compiler", "Content", "Decisions", "Diagnostics", "JSON", "Markdown", "Markup",
      ],
      resources: [.embedInCode("Resources")]),
    .target(
      name: "Preview",
      dependencies: [
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [.embedInCode("Client")]),
    .target(
      name: "Terminal",
      dependencies: [
        "Articles", "Compiler", "Content", "Decisions", "Diagnostics", "JSON", "Search",
      ]),
    .executableTarget(
      name: "waymark",
      dependencies: [
        "Articles", "Authoring", "CLinux", "Checks", "Compiler", "Content", "Decisions",
        "Diagnostics", "Exports", "JSON", "Preview", "Search", "Site", "Storage", "Terminal",
        parser,
      ]),
    .target(name: "TestSupport", dependencies: [customDump], path: "Tests/TestSupport"),
    tests(
      "Exports", "Articles", "Compiler", "Content", "Decisions", "Diagnostics", "Exports",
      "Markdown"),
    tests("Content", "Content"),
    tests("Diagnostics", "Diagnostics"),
    tests("JSON", "JSON"),
    tests("Storage", "Storage"),
    tests("Markdown", "Content", "Markdown"),
    tests("Articles", "Articles", "Content", "Diagnostics"),
    tests("Authoring", "Authoring", "Checks", "Compiler", "Decisions", "Diagnostics"),
    tests("Compiler", "Articles", "Compiler", "Content", "Decisions", "Diagnostics", "Storage"),
    tests(
      "Decisions", "Articles", "Content", "Decisions", "Diagnostics",
      fixtures: ["Fixtures", "Languages"]),
    tests("Preview", "Preview"),
    tests("Search", "Articles", "Compiler", "Content", "Decisions", "Search"),
    tests(
      "Terminal", "Articles", "Compiler", "Content", "Decisions", "Diagnostics", "Search",
      "Terminal"),
    tests(
      "Checks", "Checks", "Compiler", "Content", "Decisions", "Diagnostics", "Exports", "Site",
      fixtures: ["Fixtures"]),
    tests("Site", "Compiler", "Content", "Exports", "Site", mustache),
  ]
)

// The fuzzer needs the sanitizers' runtime, so only `script/fuzz` builds it.
if Context.environment["WAYMARK_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Articles", "CFuzzer", "Compiler", "Content", "Decisions", "Diagnostics", "Exports",
        "Search", "Terminal",
      ],
      path: "Tests/Fuzz/Targets", linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
  ]
}

let cTargets = ["CArena", "CLinux"]
// Only these two targets may touch C pointers.
let cWrappers = ["Markdown", "Markup"]
for target in package.targets where target.type != .system && !cTargets.contains(target.name) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
  ]
  if !cWrappers.contains(target.name) { target.swiftSettings?.append(.strictMemorySafety()) }
}
