/**
 * Message catalogues: each feature keeps its texts in one `messages.ts`, by language.
 * English is the shape; another language is a second object of the same type, and the compiler finds what is missing.
 */
import { chosenLocale, pluralCategory } from "./locale.ts";

/** The languages there are texts for. */
export type Language = "en";

/** Declares a catalogue and gives back its texts in the language of the page. */
export function defineMessages<Texts>(catalogue: Record<Language, Texts>): Texts {
  return catalogue[chosenLocale().language];
}

/** The form of a text that suits `count`; `#` stands for the number. */
export function plural(count: number, forms: { one: string; other: string }): string {
  const form = pluralCategory(count) === "one" ? forms.one : forms.other;
  return form.replace("#", new Intl.NumberFormat(chosenLocale().tag).format(count));
}
