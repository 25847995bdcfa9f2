//! Walking the data from the root to every instance of a place.
//!
//! Parsing records where most instances are; this is for the rest: places that several fetches lead to, instances whose enclosing objects matter
//! (contexts), and errors.

use crate::block::{Cell, View};
use crate::data::{Data, Frame, Step};

/// One instance on the walk.
pub(crate) struct Visit<'w, 'a> {
    /// The instance.
    pub(crate) frame: &'w [View],
    /// Its path in the client's response; where it is not in the response, that of the nearest enclosing object that is.
    pub(crate) path: &'w [Step<'a>],
    /// The instances of the enclosing places, the root's first, its own parent's last.
    pub(crate) around: &'w [Frame],
}

struct Walk<'d, 'a, 'v> {
    data: &'d Data<'a>,
    path: Vec<Step<'a>>,
    around: Vec<Frame>,
    visit: &'v mut dyn FnMut(Visit<'_, 'a>),
}

impl<'a> Data<'a> {
    /// Calls `visit` with every instance of a place. A place the client sees under several keys is visited once for each.
    pub(crate) fn walk(&self, place: u32, visit: &mut dyn FnMut(Visit<'_, 'a>)) {
        let mut chain = vec![place];
        while let Some(parent) = self.place(*chain.last().expect("it begins with one")).parent {
            chain.push(parent);
        }
        chain.reverse();
        let mut walk = Walk {
            data: self,
            path: Vec::new(),
            around: Vec::new(),
            visit,
        };
        walk.descend(&chain, self.root(), true);
    }
}

impl<'a> Walk<'_, 'a, '_> {
    fn descend(&mut self, chain: &[u32], frame: Frame, visible: bool) {
        let [place, rest @ ..] = chain else { return };
        let Some(next) = rest.first() else {
            (self.visit)(Visit {
                frame: &frame,
                path: &self.path,
                around: &self.around,
            });
            return;
        };
        let data = self.data;
        let cursor = data.enter(*next, *place, &frame);
        self.around.push(frame);
        let keys = data
            .place(*next)
            .client_keys
            .iter()
            .filter(|key| visible && data.holds(key.condition));
        let mut hidden = true;
        for key in keys {
            hidden = false;
            self.path.push(Step::Key(&key.key));
            self.each(rest, &cursor, true);
            self.path.pop();
        }
        if hidden {
            self.each(rest, &cursor, false);
        }
        self.around.pop();
    }

    fn each(&mut self, chain: &[u32], cursor: &[Cell], visible: bool) {
        let Some(place) = chain.first() else { return };
        let len = cursor
            .iter()
            .filter_map(|cell| if let Cell::List { len, .. } = cell { Some(*len) } else { None })
            .max();
        if let Some(len) = len {
            for index in 0..len {
                if visible {
                    self.path.push(Step::Index(index));
                }
                self.each(chain, &self.data.item(*place, cursor, index), visible);
                if visible {
                    self.path.pop();
                }
            }
        } else if cursor.iter().any(|cell| matches!(cell, Cell::Object(_))) {
            self.descend(chain, self.data.frame(*place, cursor), visible);
        }
    }
}
