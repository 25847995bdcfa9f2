//! Cuts an operation down while something stays true of it. Owns the order of attempts; must not know what is kept true.

use super::{Call, tidy};
use crate::request::{Field, Request, Selection};

/// A smaller operation for which `holds` is still true; at most `attempts` are tried.
pub fn shrink(mut call: Call, mut attempts: usize, mut holds: impl FnMut(&Call) -> bool) -> Call {
    loop {
        let before = call.request.to_string().len();
        let mut at = 0;
        loop {
            let mut smaller = call.clone();
            if !cut(&mut smaller.request, at) {
                break;
            }
            tidy(&mut smaller);
            if attempts == 0 {
                return call;
            }
            attempts -= 1;
            if smaller != call && holds(&smaller) {
                call = smaller;
            } else {
                at += 1;
            }
        }
        if call.request.to_string().len() == before {
            return call;
        }
    }
}

/// Makes the change of that number; false where there are fewer.
fn cut(request: &mut Request, mut at: usize) -> bool {
    if request.name.is_some() {
        if at == 0 {
            request.name = None;
            return true;
        }
        at -= 1;
    }
    let fragments = request.fragments.clone();
    let spread = |name: &str| fragments.iter().find(|fragment| fragment.name == name).cloned();
    let mut left = at;
    let mut sets = vec![&mut request.selections];
    sets.extend(request.fragments.iter_mut().map(|fragment| &mut fragment.selections));
    sets.into_iter().any(|set| cut_set(set, &mut left, &spread))
}

fn turn(left: &mut usize) -> bool {
    let now = *left == 0;
    *left = left.wrapping_sub(1);
    now
}

fn cut_set(set: &mut Vec<Selection>, left: &mut usize, spread: &dyn Fn(&str) -> Option<crate::request::Fragment>) -> bool {
    for number in 0..set.len() {
        if turn(left) {
            set.remove(number);
            if set.is_empty() {
                let name = "__typename".to_string();
                set.push(Selection::Field(Field { name, ..Field::default() }));
            }
            return true;
        }
        match &mut set[number] {
            Selection::Field(field) => {
                if field.alias.is_some() && turn(left) {
                    field.alias = None;
                    return true;
                }
                for argument in 0..field.arguments.len() {
                    if turn(left) {
                        field.arguments.remove(argument);
                        return true;
                    }
                }
                if !field.conditions.is_empty() && turn(left) {
                    field.conditions.clear();
                    return true;
                }
                if cut_set(&mut field.selections, left, spread) {
                    return true;
                }
            }
            Selection::Inline {
                conditions, selections, ..
            } => {
                if !conditions.is_empty() && turn(left) {
                    conditions.clear();
                    return true;
                }
                if turn(left) {
                    let inner = std::mem::take(selections);
                    set.splice(number..=number, inner);
                    return true;
                }
                let Selection::Inline { selections, .. } = &mut set[number] else {
                    unreachable!("it was one above")
                };
                if cut_set(selections, left, spread) {
                    return true;
                }
            }
            Selection::Spread { name, conditions } => {
                if turn(left) {
                    let Some(fragment) = spread(name) else { continue };
                    set[number] = Selection::Inline {
                        on: Some(fragment.on),
                        conditions: std::mem::take(conditions),
                        selections: fragment.selections,
                    };
                    return true;
                }
            }
        }
    }
    false
}
