package import Content

/// Words that hold sentences together and say nothing about what a text is about.
///
/// In a small library they are as rare as the words that matter, so rarity alone does not tell
/// them apart. Neither documents nor queries count them.
package enum StopWords {
  /// The folded stop words of a language, sorted; none for a language without a list.
  package static func words(for locale: LanguageTag) -> [String] {
    let text = lists[locale.language] ?? ""
    return Set(Tokens.split(text)).sorted()
  }

  private static let lists: [String: String] = [
    "en": """
    a about after all also am an and any are as at be because been but by can could did do does
    doing don't doesn't for from get gets got had has have he her here him his how i i'm i've if
    in into is isn't it it's its just me more my myself no nor not of on once or our out please
    she so some than that that's the their them then there these they this to too up us very was
    we were what when where which who why will with would you your
    """,
    "nl": """
    aan al als bij dan dat de der deze die dit doe doen door een en er ga gaan geen had hebben
    hebt heb heeft het hier hij hoe hun ik in is ja je jij jou jouw kan kun kunnen maar me meer
    mij mijn moet na naar niet nog nu of om omdat onder ons ook op over te tot u uit uw van veel
    voor wanneer waar waarom was wat we wel werd wie wij wil word worden wordt ze zich zij zijn zo
    zonder zou
    """,
    "de": """
    aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dein dem den
    der des die dies diese dieser dieses doch du durch ein eine einem einen einer er es euch für
    hab habe haben hat hatte hier ich ihm ihn ihnen ihr ihre im in ist ja jede kann kein keine
    man mehr mein meine meinem meinen meiner mich mir mit muss nach nicht noch nun nur ob oder
    ohne sein seine sich sie sind so über um und uns unter vom von vor war warum was weil wenn wer
    werden wie wieder wir wird wo zu zum zur
    """,
    "fr": """
    a ai ainsi alors après au aux avec c'est ça car ce ces cet cette chez comme comment d'un d'une
    dans de des donc du elle elles en est et être eu fait faire il ils j'ai je l'on la le les leur
    leurs lui ma mais me mes moi mon n'est ne ni nos notre nous on ont ou où par pas plus pour
    pourquoi qu'il qu'un que quel quelle qui s'il sa sans se ses si son sont sur ta te tes toi ton
    tout tu un une vos votre vous y
    """,
    "es": """
    a al algo ante como con cual cuando de del desde donde e el ella en entre era es esa ese esta
    este esto está están fue ha han hasta hay he la las le les lo los mas me mi mis muy más ni no
    nos o otra otro para pero por porque que qué se ser si sin sobre son su sus también te tengo
    tiene tu tus un una uno unos y ya yo
    """,
    "ar": """
    من إلى عن على في مع هذا هذه ذلك تلك التي الذي الذين هو هي هم أنا أنت نحن أن إن كان كانت لا ما لم
    لن قد ثم أو و ف ب ل كل بعد قبل عند إذا حتى لي لك له لها لنا بي به بها فيه فيها عليه عليها هل كيف
    لماذا متى أين ماذا
    """,
  ]
}
