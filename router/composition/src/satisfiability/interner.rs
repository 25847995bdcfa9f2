//! Small numbers for things that are compared often: names, sets, steps. Owns nothing of what they mean.

use crate::model::HashMap;
use std::hash::Hash;
use std::rc::Rc;

/// Numbers distinct values from 0, in the order in which they are first seen.
#[derive(Debug)]
pub(super) struct Interner<T> {
    numbers: HashMap<Rc<T>, u32>,
    values: Vec<Rc<T>>,
}

impl<T: Eq + Hash> Interner<T> {
    /// With `first` as number 0.
    pub fn starting_with(first: T) -> Self {
        let mut interner = Interner {
            numbers: HashMap::default(),
            values: Vec::new(),
        };
        interner.number(first);
        interner
    }

    /// The number of a value.
    pub fn number(&mut self, value: T) -> u32 {
        if let Some(number) = self.numbers.get(&value) {
            return *number;
        }
        let number = self.values.len() as u32;
        let value = Rc::new(value);
        self.values.push(value.clone());
        self.numbers.insert(value, number);
        number
    }

    /// The number of a value that has one.
    pub fn find(&self, value: &T) -> Option<u32> {
        self.numbers.get(value).copied()
    }

    /// The value of a number.
    pub fn get(&self, number: u32) -> &Rc<T> {
        &self.values[number as usize]
    }

    /// How many values have a number.
    pub fn len(&self) -> usize {
        self.values.len()
    }
}
