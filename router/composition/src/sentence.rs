//! The small parts that sentences to people are made of: lists of names, capitals, suggestions. Must not know what any
//! sentence is about.

/// Most letters by which a suggestion may differ from what was written.
const MAX_SUGGESTED_EDITS: usize = 2;

/// `a, b and c`, with any other word for `and`.
pub(crate) fn listed(items: impl IntoIterator<Item = String>, word: &str) -> String {
    let items: Vec<String> = items.into_iter().collect();
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {word} {last}", rest.join(", ")),
        _ => items.join(""),
    }
}

/// `"a", "b" and "c"`.
pub(crate) fn quoted<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    listed(names.into_iter().map(|name| format!("\"{}\"", name.as_ref())), "and")
}

/// The text with a capital at its beginning.
pub(crate) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    let mut capitalized: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    capitalized.push_str(characters.as_str());
    capitalized
}

/// What was probably meant: the candidate that differs from what was written by two letters at most, or in case only.
pub(crate) fn suggestion<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distances = candidates.into_iter().map(|candidate| {
        let is_same_word = candidate.eq_ignore_ascii_case(written);
        (if is_same_word { 0 } else { edits(candidate, written) }, candidate)
    });
    let close = distances.filter(|(distance, _)| *distance <= MAX_SUGGESTED_EDITS);
    close.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// Edit distance in bytes.
fn edits(one: &str, two: &str) -> usize {
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (line, left) in one.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (column, right) in two.bytes().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_end_in_a_word() {
        assert_eq!(quoted(["a"]), "\"a\"");
        assert_eq!(quoted(["a", "b", "c"]), "\"a\", \"b\" and \"c\"");
        assert_eq!(listed(Vec::new(), "or"), "");
    }

    #[test]
    fn suggestions_are_the_closest() {
        assert_eq!(suggestion("shareble", ["shared", "shareable"]), Some("shareable"));
        assert_eq!(suggestion("INACCESSIBLE", ["inaccessible"]), Some("inaccessible"));
        assert_eq!(suggestion("key", ["requires"]), None);
    }
}
