//! Random arguments, as literals and as variables. Owns values that fit their types.

use super::{Call, Maker};
use crate::document::Keyword;
use crate::random::Random;
use crate::request::{Request, Variable};
use crate::simulate::{FieldDefinition, Input, Ty, World};
use router_graph::Value;
use serde_json::Map;
use std::collections::BTreeMap;

/// An operation as it is written, with random values for its variables.
pub fn with_values(world: &World, request: Request, random: &mut Random) -> Call {
    let mut maker = Maker {
        world,
        schema: &world.api,
        random,
        left: 0,
        call: Call {
            request,
            variables: Map::new(),
        },
        arguments: BTreeMap::new(),
        types: BTreeMap::new(),
    };
    for variable in maker.call.request.variables.clone() {
        if variable.default.is_none() || maker.random.chance(50) {
            let value = maker.literal(&Ty::read(&variable.ty), 3, false);
            let value = value.to_json().expect("a constant");
            maker.call.variables.insert(variable.name, value);
        }
    }
    maker.call
}

fn spelled(ty: &Ty) -> String {
    match ty {
        Ty::Named(name) => name.clone(),
        Ty::List(inner) => format!("[{}]", spelled(inner)),
        Ty::NonNull(inner) => format!("{}!", spelled(inner)),
    }
}

impl Maker<'_> {
    pub(super) fn arguments_of(&mut self, declared: &FieldDefinition) -> Vec<(String, Value)> {
        let mut arguments = Vec::new();
        for argument in &declared.arguments {
            let is_required = argument.ty.is_non_null() && argument.default.is_none();
            if is_required || self.random.chance(50) {
                arguments.push((argument.name.clone(), self.given(&argument.ty, 3)));
            }
        }
        arguments
    }

    /// A literal or a variable.
    fn given(&mut self, ty: &Ty, depth: usize) -> Value {
        if self.random.chance(30) {
            self.variable(ty)
        } else {
            self.literal(ty, depth, true)
        }
    }

    fn variable(&mut self, ty: &Ty) -> Value {
        let name = format!("v{}", self.call.request.variables.len());
        let literal = self.literal(ty, 3, false);
        let mut text = spelled(ty);
        if !ty.is_non_null() && literal != Value::Null && self.random.chance(20) {
            text.push('!');
        }
        let is_optional = !text.ends_with('!');
        let default = (is_optional && self.random.chance(20)).then(|| self.literal(ty, 3, false));
        if !(is_optional && self.random.chance(20)) {
            self.call.variables.insert(name.clone(), literal.to_json().expect("a constant"));
        }
        self.call.request.variables.push(Variable {
            name: name.clone(),
            ty: text,
            default,
        });
        Value::Variable(name.into())
    }

    fn literal(&mut self, ty: &Ty, depth: usize, variables: bool) -> Value {
        match ty {
            Ty::NonNull(inner) => self.present(inner, depth, variables),
            _ if depth == 0 || self.random.chance(10) => Value::Null,
            _ => self.present(ty, depth, variables),
        }
    }

    fn present(&mut self, ty: &Ty, depth: usize, variables: bool) -> Value {
        match ty {
            Ty::NonNull(inner) => self.present(inner, depth, variables),
            Ty::List(inner) if self.random.chance(10) => self.present(inner, depth, false),
            Ty::List(inner) => {
                let length = if depth == 0 { 0 } else { self.random.below(3) };
                Value::List((0..length).map(|_| self.part(inner, depth, variables)).collect())
            }
            Ty::Named(name) => self.named(name, depth, variables),
        }
    }

    /// A value inside another.
    fn part(&mut self, ty: &Ty, depth: usize, variables: bool) -> Value {
        if variables && self.random.chance(10) {
            self.variable(ty)
        } else {
            self.literal(ty, depth, variables)
        }
    }

    fn named(&mut self, name: &str, depth: usize, variables: bool) -> Value {
        let schema = self.schema;
        let number = self.random.below(5);
        match (name, schema.types.get(name)) {
            ("Int", _) => Value::Int(number.to_string().into()),
            ("Float", _) if number == 0 => Value::Int("2".into()),
            ("Float", _) => Value::Float(format!("{number}.5").into()),
            ("Boolean", _) => Value::Boolean(number.is_multiple_of(2)),
            (_, Some(ty)) if ty.keyword == Keyword::Enum => {
                Value::Enum(self.random.pick(&ty.names).map(String::as_str).unwrap_or_default().into())
            }
            (_, Some(ty)) if ty.keyword == Keyword::Input => {
                let one_of = ty.directives.iter().any(|application| application.name == "oneOf");
                if one_of {
                    let chosen: Option<&Input> = self.random.pick(&ty.inputs);
                    let chosen = chosen.map(|input| (input.name.as_str().into(), self.present(&input.ty, depth, false)));
                    return Value::Object(chosen.into_iter().collect());
                }
                let mut fields = Vec::new();
                for input in &ty.inputs {
                    let is_required = input.ty.is_non_null() && input.default.is_none();
                    if is_required || depth > 0 && self.random.chance(50) {
                        let value = self.part(&input.ty, depth.saturating_sub(1), variables);
                        fields.push((input.name.as_str().into(), value));
                    }
                }
                Value::Object(fields)
            }
            _ => Value::String(["", "one", "a \"b\" \\", "é\n"][number % 4].into()),
        }
    }
}
