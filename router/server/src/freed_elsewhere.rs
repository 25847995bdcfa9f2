//! A value too large to be freed where its last owner happens to let go of it.
//!
//! Owns the moment of release only.

use std::ops::Deref;

/// Freed on a thread of its own, so that no event loop stops for it.
pub(crate) struct FreedElsewhere<V: Send + 'static>(Option<V>);

impl<V: Send + 'static> FreedElsewhere<V> {
    pub(crate) fn new(value: V) -> Self {
        Self(Some(value))
    }
}

impl<V: Send + 'static> Deref for FreedElsewhere<V> {
    type Target = V;

    fn deref(&self) -> &V {
        self.0.as_ref().expect("it is taken out only when it is dropped")
    }
}

impl<V: Send + 'static> Drop for FreedElsewhere<V> {
    fn drop(&mut self) {
        let value = self.0.take();
        // Without a thread to be had it is freed here after all: the closure goes with the error.
        let _ = std::thread::Builder::new().name("release".into()).spawn(move || drop(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::thread::ThreadId;

    struct Tells(mpsc::Sender<ThreadId>);

    impl Drop for Tells {
        fn drop(&mut self) {
            self.0.send(std::thread::current().id()).unwrap();
        }
    }

    #[test]
    fn the_dropping_thread_does_not_free_it() {
        let (sender, told) = mpsc::channel();
        drop(FreedElsewhere::new(Tells(sender)));
        assert_ne!(told.recv().unwrap(), std::thread::current().id());
    }
}
