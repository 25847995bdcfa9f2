//! Pages of lists: limits, signed keyset cursors and the connection types.

use async_graphql::SimpleObject;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;

use crate::error::Error;

pub const DEFAULT_PAGE_SIZE: usize = 20;
pub const MAX_PAGE_SIZE: usize = 100;
const TAG_LENGTH: usize = 8;

/// Where a page lies in its list.
#[derive(Clone, Debug, Default, SimpleObject)]
#[graphql(shareable)]
pub struct PageInfo {
    pub has_next_page: bool,
    pub has_previous_page: bool,
    pub start_cursor: Option<String>,
    pub end_cursor: Option<String>,
}

/// Makes and reads cursors: the sort key of a row, signed so that nobody makes one up. Clones share the key.
#[derive(Clone)]
pub struct Cursors(std::sync::Arc<[u8; 32]>);

impl Cursors {
    pub fn new(key: [u8; 32]) -> Self {
        Self(std::sync::Arc::new(key))
    }

    fn tag(&self, payload: &[u8]) -> [u8; TAG_LENGTH] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&*self.0).expect("HMAC takes keys of any length");
        mac.update(payload);
        let digest = mac.finalize().into_bytes();
        let mut tag = [0; TAG_LENGTH];
        tag.copy_from_slice(&digest[..TAG_LENGTH]);
        tag
    }

    /// The cursor of a row with this sort key.
    pub fn encode(&self, key: &impl Serialize) -> String {
        let mut bytes = serde_json::to_vec(key).expect("a sort key is plain data");
        let tag = self.tag(&bytes);
        bytes.extend_from_slice(&tag);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The sort key in a cursor; BAD_USER_INPUT for one that is not of our making.
    pub fn decode<K: DeserializeOwned>(&self, cursor: &str) -> Result<K, Error> {
        let wrong = || Error::bad_input("This cursor is not one of ours: pass endCursor or startCursor of an earlier page.");
        let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| wrong())?;
        let (payload, tag) = bytes.split_at_checked(bytes.len().saturating_sub(TAG_LENGTH)).ok_or_else(wrong)?;
        if self.tag(payload) != tag {
            return Err(wrong());
        }
        serde_json::from_slice(payload).map_err(|_| wrong())
    }
}

/// Which page is asked for.
#[derive(Clone, Debug)]
pub struct PageRequest<K> {
    /// 0 to `MAX_PAGE_SIZE`. Ask the store for one more to learn whether there is a next page.
    pub limit: usize,
    /// Rows strictly after this sort key (before it, when `backwards`).
    pub position: Option<K>,
    /// The last rows before the position, still in list order.
    pub backwards: bool,
}

impl<K: DeserializeOwned> PageRequest<K> {
    /// Reads `first` and `after`. BAD_USER_INPUT for a size out of range or a foreign cursor.
    pub fn parse(cursors: &Cursors, first: Option<i32>, after: Option<&str>) -> Result<Self, Error> {
        Ok(Self {
            limit: size("first", first)?,
            position: after.map(|cursor| cursors.decode(cursor)).transpose()?,
            backwards: false,
        })
    }

    /// Reads `first`/`after` or `last`/`before`; both pairs at once are refused.
    pub fn parse_both(
        cursors: &Cursors,
        first: Option<i32>,
        after: Option<&str>,
        last: Option<i32>,
        before: Option<&str>,
    ) -> Result<Self, Error> {
        if last.is_none() && before.is_none() {
            return Self::parse(cursors, first, after);
        }
        if first.is_some() || after.is_some() {
            return Err(Error::bad_input("Ask for first and after, or for last and before, not for both."));
        }
        Ok(Self {
            limit: size("last", last)?,
            position: before.map(|cursor| cursors.decode(cursor)).transpose()?,
            backwards: true,
        })
    }
}

fn size(name: &str, asked: Option<i32>) -> Result<usize, Error> {
    match asked {
        None => Ok(DEFAULT_PAGE_SIZE),
        Some(asked) => usize::try_from(asked)
            .ok()
            .filter(|size| *size <= MAX_PAGE_SIZE)
            .ok_or_else(|| Error::bad_input(format!("{name} is between 0 and {MAX_PAGE_SIZE}."))),
    }
}

/// One page of rows with their cursors.
#[derive(Clone, Debug)]
pub struct Page<T> {
    pub rows: Vec<(String, T)>,
    pub has_next_page: bool,
    pub has_previous_page: bool,
    pub total_count: Option<i32>,
}

impl<T> Page<T> {
    /// Builds a page from rows in list order that were read with a limit one above the request's: the surplus row
    /// (the last, or the first when going backwards) only tells that there is more.
    pub fn build<K: Serialize, Q>(cursors: &Cursors, request: &PageRequest<Q>, mut rows: Vec<T>, key: impl Fn(&T) -> K) -> Self {
        let more = rows.len() > request.limit;
        if more {
            if request.backwards {
                rows.remove(0);
            } else {
                rows.truncate(request.limit);
            }
        }
        let continued = request.position.is_some();
        let (has_next_page, has_previous_page) = if request.backwards { (continued, more) } else { (more, continued) };
        Self {
            rows: rows.into_iter().map(|row| (cursors.encode(&key(&row)), row)).collect(),
            has_next_page,
            has_previous_page,
            total_count: None,
        }
    }

    #[must_use]
    pub fn with_total_count(mut self, total_count: i64) -> Self {
        self.total_count = Some(i32::try_from(total_count).unwrap_or(i32::MAX));
        self
    }

    /// The same page of something made from the rows.
    pub fn map<U>(self, convert: impl Fn(T) -> U) -> Page<U> {
        Page {
            rows: self.rows.into_iter().map(|(cursor, row)| (cursor, convert(row))).collect(),
            has_next_page: self.has_next_page,
            has_previous_page: self.has_previous_page,
            total_count: self.total_count,
        }
    }

    pub fn info(&self) -> PageInfo {
        PageInfo {
            has_next_page: self.has_next_page,
            has_previous_page: self.has_previous_page,
            start_cursor: self.rows.first().map(|(cursor, _)| cursor.clone()),
            end_cursor: self.rows.last().map(|(cursor, _)| cursor.clone()),
        }
    }
}

/// Declares a connection over a node type that is `Clone`: `kit::connection!(EventConnection, EventEdge, Event, total_count)`.
/// Made with `EventConnection::from(page)`. Without `total_count` the field does not exist.
#[macro_export]
macro_rules! connection {
    ($connection:ident, $edge:ident, $node:ty) => {
        $crate::connection!(@edge $edge, $node);

        /// A page of a list.
        #[derive(Clone, async_graphql::SimpleObject)]
        pub struct $connection {
            pub edges: Vec<$edge>,
            pub nodes: Vec<$node>,
            pub page_info: $crate::page::PageInfo,
        }

        impl From<$crate::page::Page<$node>> for $connection {
            fn from(page: $crate::page::Page<$node>) -> Self {
                let page_info = page.info();
                let nodes = page.rows.iter().map(|(_, node)| node.clone()).collect();
                let edges = page.rows.into_iter().map(|(cursor, node)| $edge { cursor, node }).collect();
                Self { edges, nodes, page_info }
            }
        }
    };
    ($connection:ident, $edge:ident, $node:ty, total_count) => {
        $crate::connection!(@edge $edge, $node);

        /// A page of a list.
        #[derive(Clone, async_graphql::SimpleObject)]
        pub struct $connection {
            pub edges: Vec<$edge>,
            pub nodes: Vec<$node>,
            pub page_info: $crate::page::PageInfo,
            /// How many there are in all.
            pub total_count: Option<i32>,
        }

        impl From<$crate::page::Page<$node>> for $connection {
            fn from(page: $crate::page::Page<$node>) -> Self {
                let page_info = page.info();
                let total_count = page.total_count;
                let nodes = page.rows.iter().map(|(_, node)| node.clone()).collect();
                let edges = page.rows.into_iter().map(|(cursor, node)| $edge { cursor, node }).collect();
                Self { edges, nodes, page_info, total_count }
            }
        }
    };
    (@edge $edge:ident, $node:ty) => {
        /// One row of a page.
        #[derive(Clone, async_graphql::SimpleObject)]
        pub struct $edge {
            pub cursor: String,
            pub node: $node,
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_are_read_back_and_forgeries_refused() {
        let cursors = Cursors::new([7; 32]);
        let cursor = cursors.encode(&(5_i64, "evt_1"));
        assert_eq!(cursors.decode::<(i64, String)>(&cursor).unwrap(), (5, "evt_1".to_owned()));
        for wrong in ["", "AAAA", "!", &Cursors::new([8; 32]).encode(&(5_i64, "evt_1"))] {
            assert!(cursors.decode::<(i64, String)>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn pages_know_what_lies_around_them() {
        let cursors = Cursors::new([7; 32]);
        let request = PageRequest::<i64> {
            limit: 2,
            position: Some(0),
            backwards: false,
        };
        let page = Page::build(&cursors, &request, vec![1, 2, 3], |row| *row);
        assert_eq!(page.rows.iter().map(|(_, row)| *row).collect::<Vec<_>>(), [1, 2]);
        assert!(page.has_next_page && page.has_previous_page);
        let request = PageRequest::<i64> {
            limit: 2,
            position: Some(4),
            backwards: true,
        };
        let page = Page::build(&cursors, &request, vec![1, 2, 3], |row| *row);
        assert_eq!(page.rows.iter().map(|(_, row)| *row).collect::<Vec<_>>(), [2, 3]);
        assert!(PageRequest::<i64>::parse(&cursors, Some(101), None).is_err());
        assert!(PageRequest::<i64>::parse(&cursors, Some(-1), None).is_err());
    }
}
