//! Large sets of subgraphs, the same every time: entities with chains of keys over several subgraphs, `@requires` and
//! `@provides` between them, interfaces and unions of entities, values, enums and inputs that subgraphs share. Must not
//! know composition; what it writes is plain SDL that every composer takes.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// How large a set is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub subgraphs: usize,
    /// Named types of the supergraph, roots included, join's own not.
    pub types: usize,
}

impl Size {
    /// Reads `200x1000`.
    pub fn parse(text: &str) -> Option<Size> {
        let (subgraphs, types) = text.split_once('x')?;
        let size = Size {
            subgraphs: subgraphs.parse().ok()?,
            types: types.parse().ok()?,
        };
        (size.subgraphs >= 2 && size.types >= 40).then_some(size)
    }

    pub fn name(self) -> String {
        format!("{}x{}", self.subgraphs, self.types)
    }
}

/// Name and SDL of every subgraph.
pub fn generate(size: Size) -> Vec<(String, String)> {
    let graph = Graph::plan(size);
    (0..size.subgraphs)
        .map(|index| (subgraph_name(index), graph.subgraph(index)))
        .collect()
}

/// Types in all subgraphs, and the roots: `Query`, `Mutation`, `PageInfo`, `Money`, `DateTime`.
const COMMON_TYPES: usize = 5;
const HEADER: &str = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.5\", import: [\"@key\", \"@requires\", \
     \"@provides\", \"@external\", \"@shareable\", \"@override\", \"@tag\", \"@inaccessible\"])\n\n\
     scalar DateTime\n\n\"An amount in the smallest unit of its currency.\"\ntype Money @shareable {\n  amount: Int!\n  currency: String!\n}\n\n\
     type PageInfo @shareable {\n  hasNextPage: Boolean!\n  hasPreviousPage: Boolean!\n  startCursor: String\n  endCursor: String\n}\n";
const DEPARTMENTS: [&str; 10] = [
    "catalog",
    "inventory",
    "orders",
    "shipping",
    "payments",
    "reviews",
    "accounts",
    "pricing",
    "search",
    "support",
];
const QUALIFIERS: [&str; 12] = [
    "Retail",
    "Seasonal",
    "Digital",
    "Regional",
    "Partner",
    "Archived",
    "Preferred",
    "Bulk",
    "Corporate",
    "Local",
    "Bundled",
    "Express",
];
const NOUNS: [&str; 17] = [
    "Product",
    "Order",
    "Customer",
    "Shipment",
    "Invoice",
    "Review",
    "Warehouse",
    "Supplier",
    "Contract",
    "Campaign",
    "Ticket",
    "Vehicle",
    "Policy",
    "Account",
    "Payment",
    "Catalogue",
    "Return",
];
/// What only the owner of an entity resolves.
const OWN_FIELDS: [&str; 10] = [
    "summary: String",
    "description(format: String = \"plain\", limit: Int): String",
    "createdAt: DateTime!",
    "updatedAt: DateTime",
    "labels: [String!]!",
    "rank: Int",
    "isVisible: Boolean!",
    "price(currency: String = \"EUR\"): Money",
    "imageUrl(width: Int!, height: Int!): String",
    "score: Float @deprecated(reason: \"Use rank.\")",
];
const VALUE_FIELDS: [&str; 6] = [
    "label: String!",
    "amount: Money",
    "width: Float",
    "height: Float",
    "note: String",
    "codes: [ID!]",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Entity,
    Value,
    Interface,
    Union,
    Input,
    Enum,
}

struct Type {
    name: String,
    kind: Kind,
    /// The subgraphs that declare it; the first owns it.
    subgraphs: Vec<usize>,
    /// Of an entity: each subgraph after the first is entered by a key of the one before it, instead of all by `id`.
    is_chain: bool,
}

struct Graph {
    types: Vec<Type>,
    /// Indexes of the types each subgraph declares in full.
    declared: Vec<Vec<usize>>,
    entities: Vec<usize>,
}

/// A type of one subgraph while it is written.
#[derive(Default)]
struct Declaration {
    head: String,
    fields: Vec<String>,
}

/// An even, repeatable choice below `bound` for a purpose and an index.
fn draw(purpose: u64, index: usize, bound: usize) -> usize {
    let mut state = (index as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .wrapping_add(purpose << 32 | purpose);
    state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((state ^ (state >> 31)) % bound as u64) as usize
}

fn subgraph_name(index: usize) -> String {
    format!("{}{:03}", DEPARTMENTS[index % DEPARTMENTS.len()], index)
}

/// First letter small, as fields are named.
fn field_name(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_lowercase() + rest
}

/// The key that the subgraph at `place` of a chain adds, and the fields that make it.
fn chain_key(place: usize) -> (String, Vec<String>) {
    match place {
        0 => ("id".into(), vec!["id: ID!".into()]),
        1 => ("sku".into(), vec!["sku: String!".into()]),
        2 => ("region number".into(), vec!["region: String!".into(), "number: Int!".into()]),
        _ => (format!("code{place}"), vec![format!("code{place}: ID!")]),
    }
}

impl Graph {
    fn plan(size: Size) -> Graph {
        let mut types: Vec<Type> = (0..size.types - COMMON_TYPES)
            .map(|index| plan_type(index, size.subgraphs))
            .collect();
        let owned = |types: &[Type], subgraph: usize| {
            let mut owned = types.iter().filter(|ty| ty.kind == Kind::Entity && ty.subgraphs[0] == subgraph);
            owned.next().is_some()
        };
        for index in 0..types.len() {
            // Where nothing could implement the interface or be of the union, a value stands instead.
            if matches!(types[index].kind, Kind::Interface | Kind::Union) && !owned(&types, types[index].subgraphs[0]) {
                types[index].kind = Kind::Value;
            }
        }
        let mut declared = vec![Vec::new(); size.subgraphs];
        for (index, ty) in types.iter().enumerate() {
            ty.subgraphs.iter().for_each(|subgraph| declared[*subgraph].push(index));
        }
        let entities = (0..types.len()).filter(|index| types[*index].kind == Kind::Entity).collect();
        Graph { types, declared, entities }
    }

    fn subgraph(&self, subgraph: usize) -> String {
        let mut writer = Writer {
            graph: self,
            subgraph,
            declarations: BTreeMap::new(),
            query: vec![format!("{}Status: String!", subgraph_name(subgraph))],
            mutation: Vec::new(),
            rest: String::new(),
            stubs: BTreeSet::new(),
        };
        writer.write();
        let mut text = HEADER.to_string();
        let roots = [("Query", writer.query), ("Mutation", writer.mutation)];
        for (name, fields) in roots.iter().filter(|(_, fields)| !fields.is_empty()) {
            let _ = write!(text, "\ntype {name} {{\n  {}\n}}\n", fields.join("\n  "));
        }
        for declaration in writer.declarations.values() {
            let _ = write!(text, "\n{} {{\n  {}\n}}\n", declaration.head, declaration.fields.join("\n  "));
        }
        for stub in &writer.stubs {
            let name = &self.types[*stub].name;
            let _ = write!(text, "\ntype {name} @key(fields: \"id\", resolvable: false) {{\n  id: ID!\n}}\n");
        }
        text + &writer.rest
    }
}

fn plan_type(index: usize, subgraphs: usize) -> Type {
    let kind = match index % 20 {
        0..=11 => Kind::Entity,
        12..=14 => Kind::Value,
        15 => Kind::Interface,
        16 => Kind::Union,
        17 | 18 => Kind::Input,
        _ => Kind::Enum,
    };
    let extra = match kind {
        Kind::Entity => 1 + draw(1, index, 3),
        // One value in ten is known almost everywhere.
        Kind::Value if draw(2, index, 10) == 0 => subgraphs / 2,
        Kind::Value => 1 + draw(3, index, 7),
        Kind::Interface | Kind::Union => 0,
        Kind::Input => 1,
        Kind::Enum => 1 + draw(4, index, 3),
    };
    let owner = draw(5, index, subgraphs);
    let stride = 1 + draw(6, index, subgraphs - 1);
    let mut places = vec![owner];
    for step in 1..=extra {
        let place = (owner + step * stride) % subgraphs;
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let qualifier = QUALIFIERS[draw(7, index, QUALIFIERS.len())];
    let noun = NOUNS[index % NOUNS.len()];
    let suffix = match kind {
        Kind::Entity | Kind::Union => "",
        Kind::Value => "Details",
        Kind::Interface => "Node",
        Kind::Input => "Input",
        Kind::Enum => "State",
    };
    Type {
        name: format!("{qualifier}{noun}{index}{suffix}"),
        kind,
        subgraphs: places,
        is_chain: draw(8, index, 3) == 0,
    }
}

/// Writes one subgraph.
struct Writer<'a> {
    graph: &'a Graph,
    subgraph: usize,
    declarations: BTreeMap<usize, Declaration>,
    query: Vec<String>,
    mutation: Vec<String>,
    /// Unions, enums and inputs.
    rest: String,
    /// Entities that are only referred to.
    stubs: BTreeSet<usize>,
}

impl Writer<'_> {
    fn write(&mut self) {
        let graph = self.graph;
        let declared = &graph.declared[self.subgraph];
        let of_kind = |kind: Kind| declared.iter().copied().filter(move |index| graph.types[*index].kind == kind);
        let entities: Vec<usize> = of_kind(Kind::Entity).collect();
        for entity in &entities {
            self.entity(*entity);
        }
        for value in of_kind(Kind::Value) {
            self.value(value, &entities);
        }
        let owned: Vec<usize> = entities
            .iter()
            .copied()
            .filter(|index| self.graph.types[*index].subgraphs[0] == self.subgraph)
            .collect();
        of_kind(Kind::Interface).for_each(|index| self.interface(index, &owned));
        of_kind(Kind::Union).for_each(|index| self.union(index, &owned));
        of_kind(Kind::Enum).for_each(|index| self.enumeration(index, &entities));
        of_kind(Kind::Input).for_each(|index| self.input(index, &owned));
    }

    fn name(&self, index: usize) -> &str {
        &self.graph.types[index].name
    }

    /// A field of a declared entity, or of the query where there is none.
    fn attach(&mut self, entities: &[usize], choice: usize, field: String) {
        match entities.get(choice % entities.len().max(1)) {
            Some(entity) => self
                .declarations
                .get_mut(entity)
                .expect("entities are declared first")
                .fields
                .push(field),
            None => self.query.push(field),
        }
    }

    fn entity(&mut self, index: usize) {
        let ty = &self.graph.types[index];
        let place = ty
            .subgraphs
            .iter()
            .position(|subgraph| *subgraph == self.subgraph)
            .expect("it is declared here");
        let mut keys = vec![if ty.is_chain { chain_key(place) } else { chain_key(0) }];
        if ty.is_chain && place > 0 {
            keys.insert(0, chain_key(place - 1));
        }
        let mut head = format!("type {}", ty.name);
        for (key, _) in &keys {
            let _ = write!(head, " @key(fields: \"{key}\")");
        }
        let mut fields: Vec<String> = keys.into_iter().flat_map(|(_, fields)| fields).collect();
        if place == 0 {
            head = format!("\"{} as {} sees it.\"\n{head}", ty.name, subgraph_name(self.subgraph));
            fields.extend(self.owned_fields(index));
        } else {
            fields.extend(self.contributed_fields(index, place));
        }
        let references = if place == 0 {
            1 + draw(9, index, 2)
        } else {
            draw(9, index * 8 + place, 2)
        };
        for number in 0..references {
            fields.push(self.reference(index, place, number));
        }
        self.declarations.insert(index, Declaration { head, fields });
    }

    fn owned_fields(&mut self, index: usize) -> Vec<String> {
        let ty = &self.graph.types[index];
        let mut fields = vec![
            "title: String! @shareable".to_string(),
            "weight: Float".into(),
            "rating: Float".into(),
        ];
        let count = 4 + draw(10, index, OWN_FIELDS.len() - 3);
        fields.extend(OWN_FIELDS[..count].iter().enumerate().map(|(number, field)| {
            if draw(11, index * 16 + number, 3) == 0 {
                format!("\"The {} of it.\"\n  {field}", field.split([':', '(']).next().expect("a name"))
            } else {
                field.to_string()
            }
        }));
        match draw(12, index, 12) {
            0 => fields.push("ledgerNumber: String @inaccessible".into()),
            1 => fields.push("origin: String @tag(name: \"internal\")".into()),
            _ => {}
        }
        let field = field_name(&ty.name);
        self.query.push(format!("{field}(id: ID!): {}", ty.name));
        if draw(13, index, 2) == 0 {
            self.query
                .push(format!("{field}List(first: Int = 20, after: String): [{}!]!", ty.name));
        }
        fields
    }

    fn contributed_fields(&self, index: usize, place: usize) -> Vec<String> {
        let last = self.graph.types[index].subgraphs.len() - 1;
        let own = subgraph_name(self.subgraph);
        let mut fields = vec![
            format!("{own}Total: Int!"),
            format!("{own}Notes(first: Int, order: String = \"newest\"): [String!]!"),
            format!("{own}CheckedAt: DateTime"),
        ];
        if place == 1 && draw(14, index, 2) == 0 {
            fields.push("weight: Float @external".into());
            fields.push("handlingCost: Money @requires(fields: \"weight\")".into());
        }
        // What the second subgraph computes is required by the last.
        if place == last && place > 1 && draw(14, index, 2) == 0 {
            fields.push("handlingCost: Money @external".into());
            fields.push("insurance: Money @requires(fields: \"handlingCost { amount currency }\")".into());
        }
        if place == 1 && draw(15, index, 12) == 0 {
            let owner = subgraph_name(self.graph.types[index].subgraphs[0]);
            fields.push(format!("rating: Float @override(from: \"{owner}\")"));
        }
        fields
    }

    /// A field that leads to another entity, declared here or not.
    fn reference(&mut self, index: usize, place: usize, number: usize) -> String {
        let entities = &self.graph.entities;
        let target = entities[draw(16, index * 32 + place * 4 + number, entities.len())];
        let name = self.name(target).to_string();
        let field = format!("{}{}By{place}", field_name(&name), ["Main", "Others"][number]);
        let is_declared = self.graph.types[target].subgraphs.contains(&self.subgraph);
        if !is_declared && !self.stubs.contains(&target) && draw(17, index * 8 + place, 8) == 0 {
            // The subgraph knows its title by chance, and provides it on this field only.
            let head = format!("type {name} @key(fields: \"id\", resolvable: false)");
            let fields = vec!["id: ID!".to_string(), "title: String! @external".into()];
            if let Entry::Vacant(vacant) = self.declarations.entry(target) {
                vacant.insert(Declaration { head, fields });
                return format!("{field}: {name} @provides(fields: \"title\")");
            }
        }
        if !is_declared && !self.declarations.contains_key(&target) {
            self.stubs.insert(target);
        }
        match number {
            0 => format!("{field}: {name}"),
            _ => format!("{field}(first: Int = 10): [{name}!]!"),
        }
    }

    fn value(&mut self, index: usize, entities: &[usize]) {
        let name = self.name(index).to_string();
        let count = 3 + draw(18, index, VALUE_FIELDS.len() - 2);
        let declaration = Declaration {
            head: format!("type {name} @shareable"),
            fields: VALUE_FIELDS[..count].iter().map(|field| field.to_string()).collect(),
        };
        let field = format!("{}Of{}: {name}", field_name(&name), self.subgraph);
        self.attach(entities, draw(19, index, 64), field);
        self.declarations.insert(index, declaration);
    }

    fn interface(&mut self, index: usize, owned: &[usize]) {
        let name = self.name(index).to_string();
        for entity in owned.iter().take(5) {
            let declaration = self.declarations.get_mut(entity).expect("own entities are declared");
            let plain = format!("type {}", self.graph.types[*entity].name);
            let joint = if declaration.head.contains(" implements ") {
                " &"
            } else {
                " implements"
            };
            let at = match declaration.head.find(" @key") {
                Some(at) if declaration.head.contains(&plain) => at,
                _ => declaration.head.len(),
            };
            declaration.head.insert_str(at, &format!("{joint} {name}"));
        }
        let fields = vec!["id: ID!".to_string(), "title: String!".into(), "summary: String".into()];
        self.declarations.insert(
            index,
            Declaration {
                head: format!("interface {name}"),
                fields,
            },
        );
        self.query.push(format!("{}s: [{name}!]!", field_name(&name)));
        self.attach(owned, draw(20, index, 64), format!("{}Near: {name}", field_name(&name)));
    }

    fn union(&mut self, index: usize, owned: &[usize]) {
        let name = self.name(index).to_string();
        let members: Vec<&str> = owned.iter().take(6).map(|member| self.name(*member)).collect();
        let _ = write!(self.rest, "\nunion {name} = {}\n", members.join(" | "));
        self.attach(
            owned,
            draw(21, index, 64),
            format!("{}Found(text: String!): [{name}!]", field_name(&name)),
        );
    }

    fn enumeration(&mut self, index: usize, entities: &[usize]) {
        let name = self.name(index).to_string();
        let values: Vec<String> = (0..3 + draw(22, index, 5)).map(|number| format!("STATE_{number}")).collect();
        let _ = write!(self.rest, "\nenum {name} {{\n  {}\n}}\n", values.join("\n  "));
        let field = format!("{}Of{}(wanted: {name} = STATE_0): {name}", field_name(&name), self.subgraph);
        self.attach(entities, draw(23, index, 64), field);
    }

    fn input(&mut self, index: usize, owned: &[usize]) {
        let name = self.name(index).to_string();
        let _ = write!(
            self.rest,
            "\ninput {name} {{\n  clientMutationId: String\n  title: String!\n  tags: [String!] = []\n  rank: Int = 1\n  active: Boolean\n  parent: {name}\n}}\n"
        );
        let result = match owned.first() {
            Some(entity) => self.name(*entity).to_string(),
            None => "Boolean".into(),
        };
        self.mutation
            .push(format!("save{}In{}(input: {name}!): {result}", name, self.subgraph));
    }
}
