//! What goes into subgraph requests: the client's variables and the representations of entities.

use std::collections::HashMap;

use router_graph::{Supergraph, TypeId, TypeKind, TypeRef, Value, VariableDefinition};
use router_planner::plan::{
    ContextArgument, ContextText, Representation, RepresentationField, RepresentationTypename, RepresentationValue,
};

use super::layout::types_of;
use super::{CompileError, Compiler, key_json};
use crate::json::push_string;
use crate::leaf::EnumValues;
use crate::program::{ByContext, ContextProgram, ContextSourceProgram, InputNode, InputValue, RepresentationProgram};
use crate::variables::{InputField, InputKind, InputObject, InputType, Variable, VariableProgram};

pub(super) fn representation(
    compiler: &Compiler<'_>,
    place: u32,
    representation: &Representation,
) -> Result<RepresentationProgram, CompileError> {
    let mut open = b"{\"__typename\":".to_vec();
    let runtime_typename = match &representation.typename {
        RepresentationTypename::Constant(name) => {
            push_string(&mut open, name);
            None
        }
        RepresentationTypename::Runtime(provider) => Some(compiler.source(place, provider)?),
    };
    Ok(RepresentationProgram {
        types: types_of(representation.types.as_ref()),
        condition: representation.condition.map(|bit| bit.0),
        open: open.into(),
        runtime_typename,
        fields: fields(compiler, place, &representation.fields)?,
    })
}

pub(super) fn context(compiler: &Compiler<'_>, argument: &ContextArgument) -> Result<ContextProgram, CompileError> {
    let mut sources = Vec::with_capacity(argument.sources.len());
    for source in &argument.sources {
        let place = source.place.0;
        sources.push(ContextSourceProgram {
            place,
            levels: source.levels as usize,
            types: types_of(source.types.as_ref()),
            typename: source
                .typename
                .iter()
                .map(|provider| compiler.source(place, provider))
                .collect::<Result<_, _>>()?,
            fields: fields(compiler, place, &source.fields)?,
        });
    }
    Ok(ContextProgram {
        variable: argument.variable.clone(),
        condition: argument.condition.map(|bit| bit.0),
        required: argument.ty.is_non_null(),
        sources,
    })
}

/// Makes the pieces of a text ready to be put together in a JSON string.
pub(super) fn by_context(supergraph: &Supergraph, text: &ContextText, contexts: &[ContextArgument], name: Option<&str>) -> ByContext {
    let mut opening = b"{\"query\":\"".to_vec();
    opening.extend_from_slice(&string_contents(&text.opening));
    let mut closing = b"\"".to_vec();
    if let Some(name) = name {
        closing.extend_from_slice(b",\"operationName\":");
        push_string(&mut closing, name);
    }
    closing.extend_from_slice(b",\"variables\":{");
    let declarations = match &*text.declarations {
        "" => Box::default(),
        some => string_contents(&format!(", {some}")),
    };
    ByContext {
        opening: opening.into(),
        declarations,
        types: contexts
            .iter()
            .map(|context| string_contents(&format!(": {}", supergraph.print_type(&context.ty))))
            .collect(),
        selection: text.selection.iter().map(|piece| string_contents(piece)).collect(),
        closing: closing.into(),
    }
}

/// Text as it stands inside a JSON string.
fn string_contents(text: &str) -> Box<[u8]> {
    let mut quoted = Vec::with_capacity(text.len() + 2);
    push_string(&mut quoted, text);
    quoted[1..quoted.len() - 1].into()
}

fn fields(compiler: &Compiler<'_>, place: u32, fields: &[RepresentationField]) -> Result<Vec<InputNode>, CompileError> {
    fields.iter().map(|field| input_node(compiler, place, field)).collect()
}

fn input_node(compiler: &Compiler<'_>, place: u32, field: &RepresentationField) -> Result<InputNode, CompileError> {
    let value = match &field.value {
        RepresentationValue::Leaf(provider) => InputValue::Leaf(compiler.source(place, provider)?),
        RepresentationValue::Typename { constant: Some(name), .. } => {
            let mut quoted = Vec::new();
            push_string(&mut quoted, name);
            InputValue::Constant(quoted.into())
        }
        RepresentationValue::Typename {
            provider: Some(provider), ..
        } => InputValue::Runtime(compiler.source(place, provider)?),
        RepresentationValue::Typename { .. } => InputValue::Constant(b"null".as_slice().into()),
        RepresentationValue::Object {
            providers,
            place: inner,
            typename,
            fields: nested,
        } => InputValue::Object {
            place: inner.0,
            typename: typename.as_ref().map(|provider| compiler.source(inner.0, provider)).transpose()?,
            providers: compiler.visitors(place, inner.0, providers)?,
            fields: fields(compiler, inner.0, nested)?,
        },
    };
    Ok(InputNode {
        key: key_json(&field.name),
        types: types_of(field.types.as_ref()),
        condition: field.condition.map(|bit| bit.0),
        required: field.required,
        lists: field.ty.lists.len(),
        value,
    })
}

/// Describes the operation's variables with all input types they reach.
pub(super) fn variable_program(variables: &[VariableDefinition], supergraph: &Supergraph) -> VariableProgram {
    let mut describe = Describe {
        supergraph,
        program: VariableProgram::default(),
        objects: HashMap::new(),
        enums: HashMap::new(),
    };
    for variable in variables {
        let of_type = describe.input_type(&variable.ty);
        let default = variable.default.as_ref().map(json);
        describe.program.variables.push(Variable {
            name: variable.name.clone(),
            of_type,
            default,
        });
    }
    let mut program = describe.program;
    program.coerce_defaults();
    program
}

struct Describe<'a> {
    supergraph: &'a Supergraph,
    program: VariableProgram,
    objects: HashMap<TypeId, u32>,
    enums: HashMap<TypeId, u32>,
}

impl Describe<'_> {
    fn input_type(&mut self, ty: &TypeRef) -> InputType {
        let kind = self.kind(ty.named);
        let mut text = self.supergraph.types[ty.named.index()].name.to_string();
        let mark = |text: &mut String, non_null: bool| {
            if non_null {
                text.push('!');
            }
        };
        mark(&mut text, ty.non_null);
        let mut of_type = InputType {
            non_null: ty.non_null,
            kind,
            text: text.as_str().into(),
        };
        for non_null in ty.lists.iter().rev() {
            text = format!("[{text}]");
            mark(&mut text, *non_null);
            of_type = InputType {
                non_null: *non_null,
                kind: InputKind::List(Box::new(of_type)),
                text: text.as_str().into(),
            };
        }
        of_type
    }

    fn kind(&mut self, named: TypeId) -> InputKind {
        let definition = &self.supergraph.types[named.index()];
        match definition.kind {
            TypeKind::InputObject => InputKind::Object(self.object(named)),
            TypeKind::Enum => InputKind::Enum(self.enumeration(named)),
            _ => match &*definition.name {
                "Int" => InputKind::Int,
                "Float" => InputKind::Float,
                "String" => InputKind::String,
                "Boolean" => InputKind::Boolean,
                "ID" => InputKind::Id,
                _ => InputKind::Custom,
            },
        }
    }

    fn enumeration(&mut self, named: TypeId) -> u32 {
        if let Some(number) = self.enums.get(&named) {
            return *number;
        }
        let definition = &self.supergraph.types[named.index()];
        let values = definition
            .enum_values
            .iter()
            .map(|value| (value.name.to_string(), !value.inaccessible));
        let number = self.program.enums.len() as u32;
        self.program.enums.push((definition.name.clone(), EnumValues::new(values)));
        self.enums.insert(named, number);
        number
    }

    fn object(&mut self, named: TypeId) -> u32 {
        if let Some(number) = self.objects.get(&named) {
            return *number;
        }
        let definition = &self.supergraph.types[named.index()];
        let number = self.program.objects.len() as u32;
        // Registered before its fields, since input objects may contain themselves.
        self.objects.insert(named, number);
        self.program.objects.push(InputObject {
            name: definition.name.clone(),
            one_of: definition.one_of,
            fields: Vec::new(),
        });
        let fields = definition
            .input_fields
            .iter()
            .filter(|field| !field.inaccessible)
            .map(|field| InputField {
                name: field.name.clone(),
                of_type: self.input_type(&field.ty),
                default: field.default.as_ref().map(json),
            })
            .collect();
        self.program.objects[number as usize].fields = fields;
        number
    }
}

/// A constant as JSON, digits as written.
fn json(value: &Value) -> Box<str> {
    let mut out = Vec::new();
    push_json(value, &mut out);
    String::from_utf8(out).expect("names, numbers and escaped strings are UTF-8").into()
}

fn push_json(value: &Value, out: &mut Vec<u8>) {
    match value {
        // A constant holds no variables; null keeps the text well formed.
        Value::Null | Value::Variable(_) => out.extend_from_slice(b"null"),
        Value::Int(digits) | Value::Float(digits) => out.extend_from_slice(digits.as_bytes()),
        Value::String(text) | Value::Enum(text) => push_string(out, text),
        Value::Boolean(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Value::List(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                push_json(item, out);
            }
            out.push(b']');
        }
        Value::Object(fields) => {
            out.push(b'{');
            for (index, (name, value)) in fields.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                push_string(out, name);
                out.push(b':');
                push_json(value, out);
            }
            out.push(b'}');
        }
    }
}
