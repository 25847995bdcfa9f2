//! Random sets of subgraphs. Owns what a set looks like; must not know what composing it should give: the flavours say
//! only how likely it is to compose.

mod applications;
mod builder;
mod chaos;
mod decorate;
mod mutate;
mod recipes;
mod relations;
mod spelling;
mod tangle;
mod types;

use crate::document::SubgraphSet;
use crate::random::Random;

/// How a set is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flavour {
    /// Made to compose; most do.
    Valid,
    /// Valid GraphQL throughout, with keys, fields and demands changed in several places.
    Tangled,
    /// Made to compose, then changed in one to three places, sensibly or not.
    Mutated,
    /// Small and dense: few names, many directives, little sense.
    Chaotic,
}

impl Flavour {
    /// All flavours.
    pub const ALL: [Flavour; 4] = [Flavour::Valid, Flavour::Tangled, Flavour::Mutated, Flavour::Chaotic];

    /// The flavour of the set of that index when all flavours take turns.
    pub fn of_index(index: u64) -> Flavour {
        match index % 6 {
            0 => Flavour::Valid,
            1 | 2 => Flavour::Tangled,
            3 | 4 => Flavour::Mutated,
            _ => Flavour::Chaotic,
        }
    }
}

/// The set of that index under that seed.
pub fn generate(seed: u64, index: u64, flavour: Flavour) -> SubgraphSet {
    let mut random = Random::new(seed, index);
    match flavour {
        Flavour::Valid => valid(&mut random, 0),
        Flavour::Tangled => {
            let most = if random.chance(15) { 15 } else { 6 };
            let changes = random.between(1, most);
            valid(&mut random, changes)
        }
        Flavour::Mutated => {
            let mut set = valid(&mut random, 0);
            for _ in 0..random.between(1, 3) {
                mutate(&mut set, &mut random);
            }
            set
        }
        Flavour::Chaotic => chaos::chaotic(&mut random),
    }
}

/// Changes a set in one place, sensibly or not.
pub fn mutate(set: &mut SubgraphSet, random: &mut Random) {
    if random.chance(25) {
        recipes::insert(set, random);
    } else {
        mutate::mutate(set, random);
    }
}

fn valid(random: &mut Random, changes: usize) -> SubgraphSet {
    let mut builder = builder::Builder::new(random);
    builder.build();
    let mut drafts = builder.drafts;
    for number in 0..changes {
        tangle::tangle(&mut drafts, number, random);
    }
    decorate::decorate(&mut drafts, random);
    spelling::spell(drafts, random)
}
