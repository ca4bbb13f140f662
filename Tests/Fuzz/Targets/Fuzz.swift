import CFuzzer
import Glibc

/// Feeds one part of the product with libFuzzer's inputs: `Fuzz TARGET [LIBFUZZER OPTION …]`.
///
/// `Fuzz TARGET --seed` prints an input to begin with.
@main
enum Fuzz {
  static func main() {
    guard CommandLine.arguments.count > 1,
      let target = FuzzTarget(rawValue: CommandLine.arguments[1])
    else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
      print("usage: Fuzz TARGET [LIBFUZZER OPTION ...]; targets: \(names)")
      exit(64)
    }
    guard CommandLine.arguments.dropFirst(2).first != "--seed" else {
      print(String(decoding: target.seed, as: UTF8.self), terminator: "")
      return
    }
    // libFuzzer takes words without a dash for folders of inputs, so the target's name goes away.
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv + 1
    exit(unsafe LLVMFuzzerRunDriver(&count, &arguments, testOneInput))
  }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  guard let target = FuzzTarget(rawValue: CommandLine.arguments[1]) else { return -1 }
  target.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
