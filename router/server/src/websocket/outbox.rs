//! Frames waiting for one client.
//!
//! Owns the bound: a slow client loses the oldest events of its subscriptions, never acknowledgements, errors
//! or completions, and never the server's memory: while more waits than the bound, nothing more is read from it.
//! One task pushes, one sends; both on the same thread.

use std::cell::RefCell;
use std::collections::VecDeque;

use tokio::sync::Notify;

use super::protocol::Close;

/// What is sent next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    Text(String),
    Close(Close),
}

struct Waiting {
    text: String,
    /// The operation whose event this is, if it may be dropped.
    event_of: Option<String>,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Waiting>,
    bytes: usize,
    close: Option<Close>,
    dropped: u64,
}

/// A queue bounded in bytes.
pub(crate) struct Outbox {
    limit_bytes: usize,
    state: RefCell<State>,
    changed: Notify,
    /// A frame was taken.
    taken: Notify,
}

impl Outbox {
    pub(crate) fn new(limit_bytes: usize) -> Self {
        Self {
            limit_bytes,
            state: RefCell::default(),
            changed: Notify::new(),
            taken: Notify::new(),
        }
    }

    /// Waits until no more than the bound is waiting. What must arrive may exceed it, since a client's own messages bring it
    /// about; so those are not heard before.
    pub(crate) async fn room(&self) {
        while self.state.borrow().bytes > self.limit_bytes {
            self.taken.notified().await;
        }
    }

    /// A frame that must arrive.
    pub(crate) fn push(&self, text: String) {
        self.add(Waiting { text, event_of: None });
    }

    /// An event that a slow client may miss.
    pub(crate) fn push_event(&self, operation: &str, text: String) {
        self.add(Waiting {
            text,
            event_of: Some(operation.to_owned()),
        });
    }

    /// Closes after everything already waiting has been sent; the first reason stays.
    pub(crate) fn close(&self, close: Close) {
        self.state.borrow_mut().close.get_or_insert(close);
        self.changed.notify_one();
    }

    /// Forgets what waits for an operation the client has ended.
    pub(crate) fn forget(&self, operation: &str) {
        let mut state = self.state.borrow_mut();
        let State { waiting, bytes, .. } = &mut *state;
        waiting.retain(|frame| {
            let keep = frame.event_of.as_deref() != Some(operation);
            if !keep {
                *bytes -= frame.text.len();
            }
            keep
        });
        self.taken.notify_one();
    }

    /// Events dropped so far.
    pub(crate) fn dropped(&self) -> u64 {
        self.state.borrow().dropped
    }

    /// The next frame; waits for one. Cancelling it loses nothing.
    pub(crate) async fn next(&self) -> Frame {
        loop {
            {
                let mut state = self.state.borrow_mut();
                if let Some(frame) = state.waiting.pop_front() {
                    state.bytes -= frame.text.len();
                    self.taken.notify_one();
                    return Frame::Text(frame.text);
                }
                if let Some(close) = state.close.clone() {
                    return Frame::Close(close);
                }
            }
            self.changed.notified().await;
        }
    }

    fn add(&self, frame: Waiting) {
        let mut state = self.state.borrow_mut();
        if state.close.is_some() {
            return;
        }
        state.bytes += frame.text.len();
        state.waiting.push_back(frame);
        // The newest frame is never dropped: it says what is true now.
        while state.bytes > self.limit_bytes {
            let last = state.waiting.len() - 1;
            let oldest = state.waiting.iter().take(last).position(|frame| frame.event_of.is_some());
            let Some(gone) = oldest.and_then(|at| state.waiting.remove(at)) else {
                break;
            };
            state.bytes -= gone.text.len();
            state.dropped += 1;
        }
        drop(state);
        self.changed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_oldest_events_give_way() {
        let outbox = Outbox::new(10);
        outbox.push("ack".into());
        outbox.push_event("1", "aaaa".into());
        outbox.push_event("1", "bbbb".into());
        outbox.push_event("2", "cccc".into());
        outbox.push("done".into());
        outbox.close(Close::going_away());
        outbox.push("late".into());
        assert_eq!(outbox.dropped(), 3);
        assert_eq!(outbox.next().await, Frame::Text("ack".into()));
        assert_eq!(outbox.next().await, Frame::Text("done".into()));
        assert_eq!(outbox.next().await, Frame::Close(Close::going_away()));
    }

    #[tokio::test]
    async fn an_event_larger_than_the_bound_still_arrives() {
        let outbox = Outbox::new(2);
        outbox.push_event("1", "aaaa".into());
        assert_eq!(outbox.next().await, Frame::Text("aaaa".into()));
    }

    #[tokio::test]
    async fn there_is_room_again_once_enough_is_sent() {
        use futures_util::FutureExt;
        let outbox = Outbox::new(4);
        assert!(outbox.room().now_or_never().is_some());
        outbox.push("aaaa".into());
        outbox.push("bbbb".into());
        let mut room = std::pin::pin!(outbox.room());
        assert!(room.as_mut().now_or_never().is_none());
        outbox.next().await;
        room.await;
    }

    #[tokio::test]
    async fn an_ended_operation_is_forgotten() {
        let outbox = Outbox::new(100);
        outbox.push_event("1", "a".into());
        outbox.push_event("2", "b".into());
        outbox.forget("1");
        assert_eq!(outbox.next().await, Frame::Text("b".into()));
    }
}
