/// How the words of a library's documents are weighed, which depends on all of them.
///
/// Lengths count by their averages, and those roughly: a library in which a few words change weighs
/// all others as before.
struct SearchScale: Equatable {
  /// How many documents there are.
  let documents: Int
  /// How many words a field has in a document: the mean, to one part in sixteen.
  private let averages: SIMD4<Float>

  /// The scale of so many documents, whose fields have so many words together.
  init(documents: Int, lengths: SIMD4<UInt32>) {
    self.documents = documents
    var averages: SIMD4<Float> = .zero
    for field in lengths.indices {
      averages[field] = Self.rough(Float(lengths[field]) / Float(max(documents, 1)))
    }
    self.averages = averages
  }

  /// A number with three binary digits behind its first.
  private static func rough(_ number: Float) -> Float {
    guard number > 0 else { return 0 }
    let step = number.binade / 8
    return (number / step).rounded() * step
  }

  /// What the counts in each field are divided by in a document whose fields have so many words.
  func divisors(for length: SIMD4<Float>) -> SIMD4<Float> {
    let relative = (length / averages).replacing(with: 1, where: .!(averages .> 0))
    return 0.5 + 0.5 * relative
  }

  /// `SearchIndex.Word.rarity` of a word that so many documents hold.
  ///
  /// The logarithm's fraction is taken as linear, so that it is the same on every machine.
  func rarity(of frequency: Int) -> Int {
    var digits = 0
    var rest = Float(documents + 1) / Float(frequency)
    while rest >= 2 {
      rest /= 2
      digits += 1
    }
    return max(1, digits * 16 + Int((rest - 1) * 16))
  }

  /// `SearchIndex.Posting.share` of a word with these counts, given its document's divisors.
  static func share(of fields: SearchFields, over divisors: SIMD4<Float>, isArticle: Bool) -> Int {
    var weight: Float
    if fields.isName {
      var sum: Float = 0
      for field in 0..<4 where fields.counts[field] > 0 {
        sum += weights[field] * Float(fields.counts[field]) / divisors[field]
      }
      weight = sum / (sum + 4) * (isArticle && fields.counts[0] > 0 ? articleBonus : 1)
    } else {
      let sum = weights.w * Float(fields.counts.w) / divisors.w
      weight = sum / (sum + 4)
    }
    weight *= 1000
    return max(1, Int(weight.rounded()))
  }

  private static let weights: SIMD4<Float> = [8, 4, 2, 1]
  /// What the name of an article says about it, beside what a heading in it says about a part.
  private static let articleBonus: Float = 1.25
}
