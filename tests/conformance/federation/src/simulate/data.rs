//! What every field of every object holds: a pure function of type, number, field and arguments. Owns values; must not know
//! who asks for them.

use super::input::Arguments;
use super::merged::{FieldData, World};
use super::schema::Ty;
use serde_json::{Value as Json, json};

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// Nothing.
    Null,
    /// A leaf.
    Leaf(Json),
    /// An object: its type and number.
    Object(String, u64),
    /// A list.
    List(Vec<Held>),
}

/// FNV-1a: small, and the same everywhere.
pub(super) fn hash(text: &str) -> u64 {
    let folded = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (folded ^ (folded >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^ (mixed >> 32)
}

const TEXTS: [&str; 6] = ["", "plain", "with \"quotes\" and \\", "línea\nnueva", "\u{1}\u{7f}/", "😀"];

impl World {
    /// The value of a field of an object; `None` where objects of the type have no such field.
    pub(super) fn held(&self, object: &str, number: u64, field: &str, arguments: &Arguments) -> Option<Held> {
        let coordinate = (object.to_string(), field.to_string());
        let data = self.fields.get(&coordinate)?;
        let value = Value {
            world: self,
            data,
            number,
            own: format!("{object}.{field}"),
            identifies: self.identifying.contains(&coordinate),
        };
        let arguments: Vec<String> = arguments.iter().map(|(name, value)| format!("{name}:{value}")).collect();
        Some(value.of(&data.ty, &format!("{object}#{number}.{field}({})", arguments.join(","))))
    }

    /// Whether a field can hold anything at all that all subgraphs agree about.
    pub fn is_answerable(&self, object: &str, field: &str) -> bool {
        self.fields.get(&(object.to_string(), field.to_string())).is_some_and(|data| {
            let named = data.ty.named();
            let is_composite = self.objects.contains(named)
                || self.possible.contains_key(named)
                || self.services.iter().any(|service| service.schema.is_composite(named));
            let is_enum = self.services.iter().any(|service| {
                let ty = service.schema.types.get(named);
                ty.is_some_and(|ty| ty.keyword == crate::document::Keyword::Enum)
            });
            !(is_composite && data.types.is_empty() || is_enum && data.values.is_empty())
        })
    }
}

struct Value<'a> {
    world: &'a World,
    data: &'a FieldData,
    number: u64,
    own: String,
    identifies: bool,
}

impl Value<'_> {
    fn of(&self, ty: &Ty, seed: &str) -> Held {
        match ty {
            Ty::NonNull(inner) => self.present(inner, seed),
            _ if !self.identifies && hash(&format!("{seed}?")).is_multiple_of(8) => Held::Null,
            _ => self.present(ty, seed),
        }
    }

    fn present(&self, ty: &Ty, seed: &str) -> Held {
        match ty {
            Ty::NonNull(inner) => self.present(inner, seed),
            Ty::List(inner) => {
                let length = if self.identifies { 1 } else { hash(&format!("{seed}#")) % 4 };
                Held::List((0..length).map(|index| self.of(inner, &format!("{seed}/{index}"))).collect())
            }
            Ty::Named(name) => self.named(name, seed),
        }
    }

    fn named(&self, name: &str, seed: &str) -> Held {
        let chosen = hash(seed);
        if !self.data.types.is_empty() {
            let ty = &self.data.types[(chosen % self.data.types.len() as u64) as usize];
            let population = self.world.population.get(ty).copied().unwrap_or(1).max(1);
            let number = if self.identifies { self.number } else { hash(&format!("{seed}!")) };
            return Held::Object(ty.clone(), number % population);
        }
        if !self.data.values.is_empty() {
            let at = if self.identifies { self.number } else { chosen };
            return Held::Leaf(json!(self.data.values[(at % self.data.values.len() as u64) as usize]));
        }
        if self.world.services.iter().any(|service| {
            let ty = service.schema.types.get(name);
            ty.is_some_and(|ty| ty.keyword != crate::document::Keyword::Scalar)
        }) {
            // No value that all subgraphs know.
            return Held::Null;
        }
        Held::Leaf(if self.identifies {
            let own = hash(&self.own) % 100_000;
            match name {
                "Int" => json!(own * 10 + self.number),
                "Float" => json!(own as f64 + self.number as f64 / 10.0 + 0.05),
                "Boolean" => json!(self.number.is_multiple_of(2)),
                _ => json!(format!("{}/{}", self.own, self.number)),
            }
        } else {
            match name {
                "Int" => json!((chosen % 2_000_000) as i64 - 1_000_000),
                "Float" => json!((chosen % 100_000) as f64 / 8.0 + 0.0625),
                "Boolean" => json!(chosen.is_multiple_of(2)),
                "ID" | "String" => {
                    let text = TEXTS[(hash(&format!("{seed}~")) % TEXTS.len() as u64) as usize];
                    json!(format!("{text}{:x}", chosen >> 40))
                }
                _ => match chosen % 4 {
                    0 => json!({"a": [1, null, {"b": chosen >> 50}]}),
                    1 => json!(chosen >> 40),
                    2 => json!([true, "x"]),
                    _ => json!(format!("{:x}", chosen >> 40)),
                },
            }
        })
    }
}
