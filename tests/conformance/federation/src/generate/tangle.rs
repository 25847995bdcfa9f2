//! Changes of drafts that keep the GraphQL of each subgraph valid and change what subgraphs need of one another: keys,
//! who has which field, `@requires`, `@provides`, `@override`, abstract types, roots. Owns the changes; must not know
//! whether an operation can still be answered.

use super::builder::Draft;
use super::types::wrapped;
use crate::document::{Application, Definition, Keyword, Member, quote};
use crate::random::Random;

const ROOTS: [&str; 3] = ["Query", "Mutation", "Subscription"];

/// Changes drafts in one place.
pub(super) fn tangle(drafts: &mut [Draft], number: usize, random: &mut Random) {
    if drafts.is_empty() {
        return;
    }
    let at = random.below(drafts.len());
    match random.below(18) {
        16 => interface_object(drafts, number, random),
        17 => implement(&mut drafts[at], random),
        0..=2 => key(&mut drafts[at], random),
        3 | 4 => value_field(&mut drafts[at], number, random),
        5 => move_field(drafts, random),
        6..=8 => demand(drafts, number, random),
        9 => provide(drafts, number, random),
        10 | 11 => root(&mut drafts[at], number, random),
        12 => interface_field(&mut drafts[at], number, random),
        13 => union_member(&mut drafts[at], random),
        14 => retype(&mut drafts[at], random),
        _ => override_field(drafts, random),
    }
}

fn is_entity_like(definition: &Definition) -> bool {
    definition.keyword == Keyword::Type && !ROOTS.contains(&definition.name.as_str())
}

fn pick<'a>(draft: &'a mut Draft, random: &mut Random, wanted: impl Fn(&Definition) -> bool) -> Option<&'a mut Definition> {
    let found: Vec<usize> = (0..draft.types.len()).filter(|at| wanted(&draft.types[*at])).collect();
    let at = *random.pick(&found)?;
    Some(&mut draft.types[at])
}

fn get<'a>(draft: &'a Draft, name: &str) -> Option<&'a Definition> {
    draft.types.iter().find(|definition| definition.name == name)
}

fn is_leaf(draft: &Draft, member: &Member) -> bool {
    super::builder::is_leaf(draft, &member.ty)
}

fn key(draft: &mut Draft, random: &mut Random) {
    let whole = draft.clone();
    let Some(definition) = pick(draft, random, |definition| {
        is_entity_like(definition) && !definition.has("interfaceObject")
    }) else {
        return;
    };
    let keys: Vec<usize> = (0..definition.directives.len())
        .filter(|at| definition.directives[*at].name == "key")
        .collect();
    match (random.below(4), random.pick(&keys)) {
        (0, Some(key)) if definition.directives[*key].argument("resolvable").is_none() => definition.directives[*key]
            .arguments
            .push(("resolvable".to_string(), "false".to_string())),
        (1, Some(key)) => drop(definition.directives.remove(*key)),
        (2, _) => {
            let fields: Vec<&Member> = definition
                .members
                .iter()
                .filter(|member| {
                    member.arguments.is_empty() && is_leaf(&whole, member) && !member.has("requires") && !member.has("external")
                })
                .collect();
            if let Some(field) = random.pick(&fields) {
                let fields = if random.chance(30) && definition.member("id").is_some() {
                    format!("id {}", field.name)
                } else {
                    field.name.clone()
                };
                definition.directives.push(Application::new("key", &[("fields", &quote(&fields))]));
            }
        }
        _ => {
            if let Some(selection) = selection(&whole, &definition.name, 2, random) {
                definition
                    .directives
                    .push(Application::new("key", &[("fields", &quote(&selection))]));
            }
        }
    }
}

fn value_field(draft: &mut Draft, number: usize, random: &mut Random) {
    let Some(definition) = pick(draft, random, |definition| is_entity_like(definition) && !definition.has("key")) else {
        return;
    };
    if random.chance(60) && definition.members.len() > 1 {
        let at = random.below(definition.members.len());
        definition.members.remove(at);
    } else {
        let mut member = Member::new(&format!("t{number}"), random.word(&["Int", "String!", "[ID]"]));
        if random.chance(70) {
            member.directives.push(Application::new("shareable", &[]));
        }
        definition.members.push(member);
    }
}

/// Drafts that both have a type of that name.
fn both(drafts: &[Draft], random: &mut Random) -> Option<(String, usize, usize)> {
    let mut found = Vec::new();
    for (one, draft) in drafts.iter().enumerate() {
        for definition in draft.types.iter().filter(|definition| is_entity_like(definition)) {
            for (two, other) in drafts.iter().enumerate() {
                if one != two && get(other, &definition.name).is_some_and(is_entity_like) {
                    found.push((definition.name.clone(), one, two));
                }
            }
        }
    }
    random.pick(&found).cloned()
}

/// A field of the type in the first draft that the second lacks and whose types it has.
fn foreign(drafts: &[Draft], name: &str, from: usize, to: usize, random: &mut Random) -> Option<Member> {
    let there = get(&drafts[to], name)?;
    let known = |ty: &str| {
        let built_in = ["Int", "String", "ID", "Boolean", "Float"].contains(&ty);
        built_in || get(&drafts[to], ty).is_some()
    };
    let fields: Vec<&Member> = get(&drafts[from], name)?
        .members
        .iter()
        .filter(|field| there.member(&field.name).is_none() && known(field.base()) && !field.has("external"))
        .filter(|field| {
            field
                .arguments
                .iter()
                .all(|argument| known(argument.base()) && !argument.has("fromContext"))
        })
        .collect();
    let mut field = (*random.pick(&fields)?).clone();
    field.directives.clear();
    field.arguments.iter_mut().for_each(|argument| argument.directives.clear());
    Some(field)
}

fn move_field(drafts: &mut [Draft], random: &mut Random) {
    let Some((name, from, to)) = both(drafts, random) else { return };
    let Some(field) = foreign(drafts, &name, from, to, random) else {
        return;
    };
    for (at, draft) in drafts.iter_mut().enumerate() {
        let Some(definition) = draft.types.iter_mut().find(|definition| definition.name == name) else {
            continue;
        };
        if at == to {
            definition.members.push(field.clone());
        } else if at == from && definition.members.len() > 1 {
            definition.members.retain(|member| member.name != field.name);
        }
    }
}

/// A selection that is valid on a type of a draft: fields, nested fields, fragments on abstract types.
fn selection(draft: &Draft, name: &str, depth: usize, random: &mut Random) -> Option<String> {
    let definition = get(draft, name)?;
    let mut parts = Vec::new();
    if matches!(definition.keyword, Keyword::Union | Keyword::Interface) && (definition.keyword == Keyword::Union || random.chance(40)) {
        let of_it = |other: &&Definition| {
            definition.member(&other.name).is_some() && definition.keyword == Keyword::Union || other.implements.contains(&definition.name)
        };
        let possible: Vec<&Definition> = draft.types.iter().filter(of_it).collect();
        let ty = random.pick(&possible)?;
        let inner = selection(draft, &ty.name, depth.checked_sub(1)?, random)?;
        return Some(format!("... on {} {{ {inner} }}", ty.name));
    }
    for member in &definition.members {
        let needed = member
            .arguments
            .iter()
            .any(|argument| argument.ty.ends_with('!') && argument.default.is_none());
        if needed || member.has("requires") || !random.chance(60) {
            continue;
        }
        if is_leaf(draft, member) {
            parts.push(member.name.clone());
        } else if depth > 0
            && let Some(inner) = selection(draft, member.base(), depth - 1, random)
        {
            parts.push(format!("{} {{ {inner} }}", member.name));
        }
        if parts.len() > 1 {
            break;
        }
    }
    if parts.is_empty() { None } else { Some(parts.join(" ")) }
}

fn selected(draft: &Draft, field: &Member, random: &mut Random) -> Option<String> {
    if is_leaf(draft, field) {
        return Some(field.name.clone());
    }
    let inner = selection(draft, field.base(), 2, random)?;
    Some(format!("{} {{ {inner} }}", field.name))
}

/// A field that requires what another subgraph has, perhaps itself a field with `@requires`.
fn demand(drafts: &mut [Draft], number: usize, random: &mut Random) {
    let Some((name, from, to)) = both(drafts, random) else { return };
    let Some(mut field) = foreign(drafts, &name, from, to, random) else {
        return;
    };
    if field
        .arguments
        .iter()
        .any(|argument| argument.ty.ends_with('!') && argument.default.is_none())
    {
        return;
    }
    let Some(text) = selected(&drafts[to], &field, random) else {
        return;
    };
    let Some(at) = drafts[to].find(&name) else { return };
    field.directives.push(Application::new("external", &[]));
    let mut requiring = Member::new(&format!("t{number}"), random.word(&["Int", "String", "ID!"]));
    requiring
        .directives
        .push(Application::new("requires", &[("fields", &quote(&text))]));
    let definition = &mut drafts[to].types[at];
    definition.members.push(field);
    definition.members.push(requiring);
}

/// A field that provides what another subgraph has, on the type itself or on an abstract type above it.
fn provide(drafts: &mut [Draft], number: usize, random: &mut Random) {
    let Some((name, from, to)) = both(drafts, random) else { return };
    let Some(mut field) = foreign(drafts, &name, from, to, random) else {
        return;
    };
    if !field.arguments.is_empty() {
        return;
    }
    let Some(text) = selected(&drafts[to], &field, random) else {
        return;
    };
    let Some(at) = drafts[to].find(&name) else { return };
    for draft in drafts
        .iter_mut()
        .enumerate()
        .filter(|(other, _)| *other != to)
        .map(|(_, draft)| draft)
    {
        let Some(definition) = draft.types.iter_mut().find(|definition| definition.name == name) else {
            continue;
        };
        let whole = definition.has("shareable");
        if let Some(member) = definition.member_mut(&field.name)
            && !member.has("shareable")
            && !whole
            && !member.has("external")
        {
            member.directives.push(Application::new("shareable", &[]));
        }
    }
    field.directives.push(Application::new("external", &[]));
    drafts[to].types[at].members.push(field);
    let above: Vec<String> = drafts[to]
        .types
        .iter()
        .filter(|definition| {
            let union = definition.keyword == Keyword::Union && definition.member(&name).is_some();
            let interface = definition.keyword == Keyword::Interface && drafts[to].types[at].implements.contains(&definition.name);
            union || interface
        })
        .map(|definition| definition.name.clone())
        .collect();
    let (ty, text) = match random.pick(&above) {
        Some(above) if random.chance(60) => (above.clone(), format!("... on {name} {{ {text} }}")),
        _ => (name, text),
    };
    let mut providing = Member::new(&format!("t{number}"), &wrapped(&ty, random));
    providing
        .directives
        .push(Application::new("provides", &[("fields", &quote(&text))]));
    let home = random.chance(70);
    let draft = &mut drafts[to];
    let target = match draft.find("Query") {
        Some(query) if home => query,
        _ => at,
    };
    draft.types[target].members.push(providing);
}

fn composite(draft: &Draft, random: &mut Random) -> Option<String> {
    // A second way to what takes its arguments from a context mostly can not be satisfied.
    let contexts = random.chance(15);
    let names: Vec<&str> = draft
        .types
        .iter()
        .filter(|definition| matches!(definition.keyword, Keyword::Type | Keyword::Interface | Keyword::Union))
        .map(|definition| definition.name.as_str())
        .filter(|name| !ROOTS.contains(name) && (contexts || !["Ctx", "Child"].contains(name)))
        .collect();
    random.pick(&names).map(|name| (*name).to_string())
}

fn root(draft: &mut Draft, number: usize, random: &mut Random) {
    let Some(ty) = composite(draft, random) else { return };
    let name = if random.chance(75) {
        "Query"
    } else {
        random.word(&["Mutation", "Subscription"])
    };
    let at = match draft.find(name) {
        Some(at) => at,
        None => {
            draft.types.push(Definition::new(Keyword::Type, name));
            draft.types.len() - 1
        }
    };
    let definition = &mut draft.types[at];
    if random.chance(30) && definition.members.len() > 1 {
        let member = random.below(definition.members.len());
        definition.members.remove(member);
    } else if random.chance(25) {
        // The same root field in several subgraphs.
        let mut member = Member::new("common", random.word(&["Int", &ty]));
        member.directives.push(Application::new("shareable", &[]));
        if definition.member("common").is_none() {
            definition.members.push(member);
        }
    } else {
        definition.members.push(Member::new(&format!("t{number}"), &wrapped(&ty, random)));
    }
}

/// A new field of an interface, and of what implements it.
fn interface_field(draft: &mut Draft, number: usize, random: &mut Random) {
    let returned = composite(draft, random);
    let Some(interface) = pick(draft, random, |definition| definition.keyword == Keyword::Interface) else {
        return;
    };
    let ty = returned.filter(|_| random.chance(40)).unwrap_or_else(|| "Int".to_string());
    let name = interface.name.clone();
    let field = Member::new(&format!("t{number}"), &ty);
    interface.members.push(field.clone());
    for definition in draft.types.iter_mut().filter(|definition| definition.implements.contains(&name)) {
        let mut field = field.clone();
        if random.chance(30) && definition.keyword == Keyword::Type {
            field.directives.push(Application::new("shareable", &[]));
        }
        definition.members.push(field);
    }
}

fn union_member(draft: &mut Draft, random: &mut Random) {
    let Some(other) = composite(draft, random) else { return };
    let object = get(draft, &other).is_some_and(|definition| definition.keyword == Keyword::Type);
    let Some(union) = pick(draft, random, |definition| definition.keyword == Keyword::Union) else {
        return;
    };
    if random.chance(50) && union.members.len() > 1 {
        union.members.pop();
    } else if object && union.member(&other).is_none() {
        union.members.push(Member::new(&other, ""));
    }
}

fn retype(draft: &mut Draft, random: &mut Random) {
    let Some(ty) = composite(draft, random) else { return };
    let Some(definition) = pick(draft, random, is_entity_like) else {
        return;
    };
    let fields: Vec<&mut Member> = definition
        .members
        .iter_mut()
        .filter(|member| member.name.starts_with('f') && member.directives.is_empty())
        .collect();
    let at = random.below(fields.len());
    if let Some(field) = fields.into_iter().nth(at) {
        field.ty = wrapped(&ty, random);
    }
}

fn override_field(drafts: &mut [Draft], random: &mut Random) {
    let Some((name, from, to)) = both(drafts, random) else { return };
    let Some(mut field) = foreign(drafts, &name, from, to, random) else {
        return;
    };
    let mut application = Application::new("override", &[("from", &quote(&drafts[from].name))]);
    if random.chance(40) {
        application
            .arguments
            .push(("label".to_string(), quote(random.word(&["percent(10)", "one", "two"]))));
    }
    field.directives.push(application);
    if let Some(at) = drafts[to].find(&name) {
        drafts[to].types[at].members.push(field);
    }
}

/// Turns an interface of one draft into an interface object of another, with a field of its own; or gives an interface
/// object a field that requires one of the interface's.
fn interface_object(drafts: &mut [Draft], number: usize, random: &mut Random) {
    let mut found = Vec::new();
    for (at, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.first) {
        let keyed = |definition: &&Definition| definition.keyword == Keyword::Interface && definition.has("key");
        found.extend(draft.types.iter().filter(keyed).map(|definition| (at, definition.clone())));
    }
    let Some((home, interface)) = random.pick(&found).cloned() else {
        return;
    };
    let others: Vec<usize> = (0..drafts.len()).filter(|at| *at != home && !drafts[*at].first).collect();
    let Some(at) = random.pick(&others).copied() else { return };
    match drafts[at].find(&interface.name) {
        Some(position) if drafts[at].types[position].has("interfaceObject") => {
            let object = &mut drafts[at].types[position];
            let foreign: Vec<&Member> = interface
                .members
                .iter()
                .filter(|field| object.member(&field.name).is_none())
                .collect();
            let Some(field) = random.pick(&foreign).map(|field| (*field).clone()) else {
                return;
            };
            let mut external = Member::new(&field.name, &field.ty);
            if !["Int", "String", "Boolean", "ID"].contains(&field.base()) || !field.arguments.is_empty() {
                return;
            }
            external.directives.push(Application::new("external", &[]));
            let mut requiring = Member::new(&format!("t{number}"), "Int");
            requiring
                .directives
                .push(Application::new("requires", &[("fields", &quote(&field.name))]));
            object.members.extend([external, requiring]);
        }
        Some(_) => {}
        None => {
            let implementations = |definition: &Definition| definition.implements.contains(&interface.name);
            let here = drafts[home]
                .types
                .iter()
                .filter(|one| implementations(one))
                .any(|one| drafts[at].find(&one.name).is_some());
            if here && random.chance(80) {
                return;
            }
            let mut object = Definition::new(Keyword::Type, &interface.name);
            object.directives.push(Application::new("interfaceObject", &[]));
            object.directives.push(Application::new("key", &[("fields", "\"id\"")]));
            object.members.push(Member::new("id", "ID!"));
            let mut own = Member::new(&format!("t{number}"), random.word(&["Int", &interface.name, "[String]"]));
            if random.chance(30) {
                own.directives.push(Application::new("shareable", &[]));
            }
            object.members.push(own);
            drafts[at].types.push(object);
        }
    }
}

/// Makes an object type implement an interface of the same draft, with the fields that it lacks.
fn implement(draft: &mut Draft, random: &mut Random) {
    let Some(interface) = pick(draft, random, |definition| definition.keyword == Keyword::Interface).map(|one| one.clone()) else {
        return;
    };
    let Some(object) = pick(draft, random, |definition| {
        is_entity_like(definition) && !definition.has("interfaceObject")
    }) else {
        return;
    };
    for name in interface.implements.iter().chain([&interface.name]) {
        if !object.implements.contains(name) {
            object.implements.push(name.clone());
        }
    }
    for field in &interface.members {
        if object.member(&field.name).is_none() {
            let mut field = field.clone();
            field.directives.clear();
            if random.chance(70) {
                field.directives.push(Application::new("shareable", &[]));
            }
            object.members.push(field);
        }
    }
}
