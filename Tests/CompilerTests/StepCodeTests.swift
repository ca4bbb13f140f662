import Testing

@testable import Compiler

@Suite struct StepCodeTests {
  @Test(arguments: [
    "412091", "412 091", "412\u{202F}091", " 41 20 91\t", "412-091", "412‑091", "#412091",
    "４１２０９１", "٤١٢٠٩١", "412O91", "4l2o91",
  ])
  func `a code is read as people write it`(spoken: String) {
    #expect(StepCode(spoken)?.digits == "412091")
    #expect(!StepCode.isMistyped(spoken))
  }

  @Test(arguments: ["412092", "421091", "412 O92"])
  func `a wrong digit and two that changed places are told`(spoken: String) {
    #expect(StepCode(spoken) == nil)
    #expect(StepCode.isMistyped(spoken))
  }

  @Test func `digits that are too few or too many are told from other words`() {
    for spoken in ["41209", "41 209", "4120911", "4120", "４１２０９"] {
      #expect(StepCode.isOfWrongLength(spoken))
    }
    for spoken in ["412091", "41209123", "412", "41209 phone", "0x800", "lolol"] {
      #expect(!StepCode.isOfWrongLength(spoken))
    }
  }

  @Test(arguments: ["", "41209", "4120911", "lol OIL", "Oil lO1", "phone", "#"])
  func `what is no code is not mistyped`(spoken: String) {
    #expect(StepCode(spoken) == nil)
    #expect(!StepCode.isMistyped(spoken))
  }
}
