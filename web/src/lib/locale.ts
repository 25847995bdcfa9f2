/** Which language and region the page speaks; formats follow the visitor's region, texts the languages there are. */

/** Language of the texts and the BCP 47 tag for dates, numbers and money. */
export interface ChosenLocale {
  language: "en";
  tag: string;
}

let chosen: ChosenLocale | undefined;
let plurals: Intl.PluralRules | undefined;

/** The visitor's first preference that there are texts for; British English otherwise. */
export function chosenLocale(): ChosenLocale {
  chosen ??= { language: "en", tag: navigator.languages.find((tag) => tag.startsWith("en-")) ?? "en-GB" };
  return chosen;
}

/** The plural category of a count in the language of the page. */
export function pluralCategory(count: number): Intl.LDMLPluralRule {
  plurals ??= new Intl.PluralRules(chosenLocale().tag);
  return plurals.select(count);
}
