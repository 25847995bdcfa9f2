//! Texts that no composer is meant for: damaged schemas, random bytes, and shapes that break careless recursion. Owns how
//! texts are damaged; must not know what reads them.

use crate::generate::{Flavour, generate};
use crate::outcome::inputs;
use crate::random::Random;
use router_composition::SubgraphInput;

/// The subgraphs of that index under that seed: most are damaged schemas, some are random text.
pub fn torture(seed: u64, index: u64) -> Vec<SubgraphInput> {
    let mut random = Random::new(seed ^ 0x7047, index);
    let mut subgraphs = inputs(&generate(seed, index, Flavour::of_index(index)));
    for _ in 0..random.between(1, 3) {
        let at = random.below(subgraphs.len());
        if let Some(subgraph) = subgraphs.get_mut(at) {
            subgraph.sdl = if random.chance(10) {
                gibberish(&mut random)
            } else {
                damaged(&subgraph.sdl, &mut random)
            };
        }
    }
    subgraphs
}

const WORDS: [&str; 44] = [
    "type",
    "extend",
    "schema",
    "query",
    "Query",
    "interface",
    "union",
    "enum",
    "input",
    "scalar",
    "directive",
    "implements",
    "on",
    "repeatable",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "!",
    ":",
    "=",
    "|",
    "&",
    "@",
    "$",
    "...",
    "\"",
    "\"\"\"",
    "#",
    "\\",
    "\n",
    "@key(fields: \"id\")",
    "@link(url: \"\")",
    "null",
    "true",
    "-",
    "1e999",
    "\u{0}",
    "é",
    "\u{feff}",
    "99999999999999999999",
    "__typename",
];

/// Words and characters without sense.
pub fn gibberish(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.below(200) {
        if random.chance(80) {
            text.push_str(random.word(&WORDS));
            text.push(' ');
        } else {
            text.push(char::from_u32(random.below(0x11_0000) as u32).unwrap_or('?'));
        }
    }
    text
}

fn boundary(text: &str, from: usize) -> usize {
    (from..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// A text with pieces taken out, doubled, moved or put in.
pub fn damaged(text: &str, random: &mut Random) -> String {
    let mut text = text.to_string();
    for _ in 0..random.between(1, 4) {
        let from = boundary(&text, random.below(text.len() + 1));
        let longest = if random.chance(70) { 12 } else { 200 };
        let to = boundary(&text, (from + random.below(longest)).min(text.len()));
        let piece = text[from..to].to_string();
        match random.below(6) {
            0 | 1 => text.replace_range(from..to, ""),
            2 => text.insert_str(to, &piece),
            3 => text.insert_str(from, random.word(&WORDS)),
            4 => text.replace_range(from..to, random.word(&WORDS)),
            _ => {
                text.replace_range(from..to, "");
                let place = boundary(&text, random.below(text.len() + 1));
                text.insert_str(place, &piece);
            }
        }
    }
    text
}

/// Shapes with nesting or repetition `size` deep or long; each is one subgraph.
pub fn shapes(size: usize) -> Vec<(&'static str, String)> {
    let head = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.8\", import: [\"@key\", \"@requires\", \"@external\", \"@provides\", \"@shareable\"])\n";
    let nested = |open: &str, middle: &str, close: &str| format!("{}{middle}{}", open.repeat(size), close.repeat(size));
    let many = |piece: &dyn Fn(usize) -> String| (0..size).map(piece).collect::<Vec<_>>().join("\n");
    vec![
        ("nested list type", format!("type Query {{ a: {} }}", nested("[", "Int", "]"))),
        (
            "nested list value",
            format!("type Query {{ a(x: Int = {}): Int }}", nested("[", "1", "]")),
        ),
        (
            "nested object value",
            format!("scalar S type Query {{ a(x: S = {}): Int }}", nested("{a: ", "1", "}")),
        ),
        (
            "nested field set",
            format!(
                "{head}type Query {{ t: T }} type T @key(fields: \"{}\") {{ a: T id: ID! }}",
                nested("a { ", "id", " }")
            ),
        ),
        (
            "nested fragments",
            format!(
                "{head}type Query {{ t: T }} type T @key(fields: \"{}\") {{ id: ID! }}",
                nested("... on T { ", "id", " }")
            ),
        ),
        ("open braces", "{".repeat(size)),
        ("open brackets in a directive", format!("type Query @a(b: {}", "[".repeat(size))),
        ("many fields", format!("type Query {{ {} }}", many(&|at| format!("f{at}: Int")))),
        (
            "one field many times",
            format!("type Query {{ {} }}", many(&|_| "a: Int".to_string())),
        ),
        (
            "many keys",
            format!(
                "{head}type Query {{ t: T }} type T {} {{ id: ID! }}",
                many(&|_| "@key(fields: \"id\")".to_string())
            ),
        ),
        (
            "chain of interfaces",
            format!(
                "type Query {{ a: I0 }} {}",
                many(&|at| format!("interface I{at} implements I{} {{ a: Int }}", at + 1))
            ),
        ),
        (
            "chain of inputs",
            format!(
                "type Query {{ a(x: N0): Int }} {}",
                many(&|at| format!("input N{at} {{ a: N{}! }}", at + 1))
            ),
        ),
        (
            "chain of types",
            format!(
                "type Query {{ a: T0 }} {} type T{size} {{ a: Int }}",
                many(&|at| format!("type T{at} {{ a: T{} }}", at + 1))
            ),
        ),
        (
            "many extensions",
            format!(
                "type Query {{ a: Int }} {}",
                many(&|at| format!("extend type Query {{ b{at}: Int }}"))
            ),
        ),
        (
            "many links",
            format!(
                "{} type Query {{ a: Int }}",
                many(&|at| format!("extend schema @link(url: \"https://a.example/s{at}/v1.0\")"))
            ),
        ),
        (
            "circle of directives",
            format!(
                "type Query {{ a: Int }} {}",
                many(&|at| format!("directive @d{at}(a: Int @d{}) on ARGUMENT_DEFINITION", (at + 1) % size))
            ),
        ),
    ]
}
