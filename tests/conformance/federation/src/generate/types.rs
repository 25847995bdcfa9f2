//! The plan of a graph before it is spread over subgraphs: its types with names that all subgraphs agree on. Owns leaf
//! types, inputs and literals that fit them; must not know which subgraph has what.

use crate::document::{Definition, Keyword, Member, base};
use crate::random::Random;

/// An entity of the plan.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    pub name: String,
    /// Field sets of its keys; every subgraph that has it has the first.
    pub keys: Vec<String>,
    /// Interfaces it implements.
    pub interfaces: Vec<usize>,
}

/// An interface of the plan.
#[derive(Clone, Debug)]
pub(super) struct Interface {
    pub name: String,
    /// The field beside `id` that all implementations have.
    pub field: Member,
    /// An interface it implements.
    pub parent: Option<usize>,
    /// Whether it has a key.
    pub entity: bool,
}

/// What exists in the graph.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub scalars: Vec<String>,
    pub enums: Vec<Definition>,
    pub inputs: Vec<Definition>,
    pub values: Vec<Definition>,
    pub entities: Vec<Entity>,
    pub interfaces: Vec<Interface>,
    /// Unions with their members.
    pub unions: Vec<(String, Vec<String>)>,
}

const BUILT_IN: [&str; 5] = ["String", "Int", "ID", "Boolean", "Float"];

impl Plan {
    pub fn new(random: &mut Random) -> Plan {
        let mut plan = Plan::default();
        for name in ["Date", "Json"] {
            if random.chance(35) {
                plan.scalars.push(name.to_string());
            }
        }
        for number in 0..random.below(3) {
            let mut definition = Definition::new(Keyword::Enum, &format!("E{number}"));
            for value in 0..random.between(1, 4) {
                definition.members.push(Member::new(&format!("E{number}V{value}"), ""));
            }
            plan.enums.push(definition);
        }
        for number in 0..random.below(3) {
            let mut definition = Definition::new(Keyword::Input, &format!("In{number}"));
            for field in 0..random.between(1, 4) {
                let mut member = plan.input_member(&format!("i{field}"), random);
                if member.ty.ends_with('!') && field > 0 && random.chance(50) {
                    member.default = plan.literal(&member.ty, random);
                }
                definition.members.push(member);
            }
            plan.inputs.push(definition);
        }
        for number in 0..random.below(3) {
            let field = Member::new(&format!("n{number}"), &wrapped(random.word(&["String", "Int", "Boolean"]), random));
            let parent = (number > 0 && random.chance(30)).then_some(0);
            plan.interfaces.push(Interface {
                name: format!("I{number}"),
                field,
                parent,
                entity: random.chance(45),
            });
        }
        let entities = if random.chance(15) { 7 } else { 4 };
        for number in 0..random.between(1, entities) {
            let keys = match random.below(8) {
                0..=3 => vec!["id"],
                4 => vec!["id", "sku"],
                5 => vec!["id", "org { code }"],
                6 => vec!["id sku"],
                _ => vec!["sku"],
            };
            let mut interfaces: Vec<usize> = (0..plan.interfaces.len()).filter(|_| random.chance(40)).collect();
            for at in interfaces.clone() {
                if let Some(parent) = plan.interfaces[at].parent
                    && !interfaces.contains(&parent)
                {
                    interfaces.push(parent);
                }
            }
            // Interfaces have `id`, so what implements them has a key of it.
            let keys = if interfaces.is_empty() { keys } else { vec!["id"] };
            plan.entities.push(Entity {
                name: format!("T{number}"),
                keys: keys.into_iter().map(str::to_string).collect(),
                interfaces,
            });
        }
        let mut organisation = Definition::new(Keyword::Type, "Org");
        organisation.members = vec![Member::new("code", "ID!"), Member::new("city", "String")];
        plan.values.push(organisation);
        for number in 0..random.below(3) {
            let mut definition = Definition::new(Keyword::Type, &format!("V{number}"));
            for field in 0..random.between(1, 3) {
                let name = format!("v{field}");
                let member = if random.chance(20) && number > 0 {
                    Member::new(&name, "V0")
                } else {
                    plan.leaf_member(&name, random)
                };
                definition.members.push(member);
            }
            plan.values.push(definition);
        }
        if random.chance(40) {
            let names: Vec<String> = plan.entities.iter().map(|entity| entity.name.clone()).collect();
            let mut members = random.some(&names, 70);
            if random.chance(20) && plan.values.len() > 1 {
                members.push("V0".to_string());
            }
            plan.unions.push(("U0".to_string(), members));
        }
        plan
    }

    /// The name of a leaf type.
    pub fn leaf(&self, random: &mut Random) -> String {
        let scalar = random.pick(&self.scalars).cloned();
        let definition = random.pick(&self.enums).map(|definition| definition.name.clone());
        match random.below(10) {
            0 if scalar.is_some() => scalar.unwrap_or_default(),
            1 | 2 if definition.is_some() => definition.unwrap_or_default(),
            _ => random.word(&BUILT_IN).to_string(),
        }
    }

    pub fn leaf_member(&self, name: &str, random: &mut Random) -> Member {
        let leaf = self.leaf(random);
        Member::new(name, &wrapped(&leaf, random))
    }

    pub fn input_member(&self, name: &str, random: &mut Random) -> Member {
        let input = random.pick(&self.inputs).map(|input| input.name.clone());
        let ty = match input {
            Some(input) if random.chance(25) => input,
            _ => self.leaf(random),
        };
        let mut member = Member::new(name, &wrapped(&ty, random));
        if random.chance(30) {
            member.default = self.literal(&member.ty, random);
        }
        member
    }

    /// Arguments for a field, mostly none.
    pub fn arguments(&self, random: &mut Random) -> Vec<Member> {
        if !random.chance(25) {
            return Vec::new();
        }
        (0..random.between(1, 2))
            .map(|number| self.input_member(&format!("a{number}"), random))
            .collect()
    }

    /// A literal that fits a type.
    pub fn literal(&self, ty: &str, random: &mut Random) -> Option<String> {
        if !ty.ends_with('!') && random.chance(10) {
            return Some("null".to_string());
        }
        let ty = ty.trim_end_matches('!');
        if let Some(inner) = ty.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let items: Option<Vec<String>> = (0..random.below(3)).map(|_| self.literal(inner, random)).collect();
            return Some(format!("[{}]", items?.join(", ")));
        }
        Some(match base(ty) {
            "String" => random.word(&["\"\"", "\"a\"", "\"x \\\"y\\\"\"", "\"é\""]).to_string(),
            "ID" => random.word(&["\"1\"", "\"b\"", "7"]).to_string(),
            "Int" => random.word(&["0", "1", "-3", "40"]).to_string(),
            "Float" => random.word(&["0.5", "1", "-2.25", "1e3"]).to_string(),
            "Boolean" => random.word(&["true", "false"]).to_string(),
            name => {
                if let Some(definition) = self.enums.iter().find(|definition| definition.name == name) {
                    random.pick(&definition.members)?.name.clone()
                } else if let Some(input) = self.inputs.iter().find(|input| input.name == name) {
                    let mut fields = Vec::new();
                    for member in &input.members {
                        let required = member.ty.ends_with('!') && member.default.is_none();
                        if required || random.chance(40) {
                            fields.push(format!("{}: {}", member.name, self.literal(&member.ty, random)?));
                        }
                    }
                    format!("{{{}}}", fields.join(", "))
                } else {
                    random.word(&["1", "\"2020-01-01\"", "{a: [1, {b: null}]}"]).to_string()
                }
            }
        })
    }
}

/// A type with list and non-null around its name, mostly none.
pub(super) fn wrapped(name: &str, random: &mut Random) -> String {
    match random.below(12) {
        0..=5 => name.to_string(),
        6 | 7 => format!("{name}!"),
        8 => format!("[{name}]"),
        9 => format!("[{name}!]"),
        10 => format!("[{name}!]!"),
        _ => format!("[[{name}]]"),
    }
}
