//! The W3C trace context of what is being done: taken from a request or a message, handed to calls and messages.

use std::future::Future;

use getrandom::fill;

tokio::task_local! {
    static CURRENT: Traceparent;
}

/// A `traceparent` of version 00 (W3C Trace Context, section 3.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traceparent {
    trace_id: [u8; 16],
    parent_id: [u8; 8],
    flags: u8,
}

impl Traceparent {
    /// A new trace.
    pub fn start() -> Self {
        let (mut trace_id, mut parent_id) = ([0; 16], [0; 8]);
        fill(&mut trace_id).expect("the operating system gives random bytes");
        fill(&mut parent_id).expect("the operating system gives random bytes");
        Self {
            trace_id,
            parent_id,
            flags: 1,
        }
    }

    /// `None` for anything but a well-formed header of version 00 with non-zero ids.
    pub fn parse(header: &str) -> Option<Self> {
        let mut parts = header.trim().split('-');
        let (version, trace, parent, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        if version != "00" || parts.next().is_some() {
            return None;
        }
        let mut context = Self {
            trace_id: [0; 16],
            parent_id: [0; 8],
            flags: 0,
        };
        read_hex(trace, &mut context.trace_id)?;
        read_hex(parent, &mut context.parent_id)?;
        let mut flag = [0];
        read_hex(flags, &mut flag)?;
        context.flags = flag[0];
        (context.trace_id != [0; 16] && context.parent_id != [0; 8]).then_some(context)
    }

    /// The same trace, one step further down.
    pub fn child(&self) -> Self {
        let mut child = self.clone();
        fill(&mut child.parent_id).expect("the operating system gives random bytes");
        child
    }

    /// 32 hexadecimal digits.
    pub fn trace_id(&self) -> String {
        hex(&self.trace_id)
    }

    /// The header's value.
    pub fn header(&self) -> String {
        format!("00-{}-{}-{:02x}", hex(&self.trace_id), hex(&self.parent_id), self.flags)
    }
}

/// Lower-case hexadecimal digits of `bytes`.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Fills `bytes` from exactly as many lower-case hexadecimal digits.
fn read_hex(text: &str, bytes: &mut [u8]) -> Option<()> {
    if text.len() != bytes.len() * 2 || !text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).ok()?;
    }
    Some(())
}

/// Runs `work` as part of the trace.
pub async fn within<T>(context: Traceparent, work: impl Future<Output = T>) -> T {
    CURRENT.scope(context, work).await
}

/// Runs `work` as part of the trace.
pub(crate) fn within_sync<T>(context: Traceparent, work: impl FnOnce() -> T) -> T {
    CURRENT.sync_scope(context, work)
}

/// The trace of the running task, if it has one.
pub fn current() -> Option<Traceparent> {
    CURRENT.try_with(Clone::clone).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_and_written_alike() {
        let header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        assert_eq!(Traceparent::parse(header).map(|context| context.header()).as_deref(), Some(header));
        for wrong in [
            "",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e473é-00f067aa0ba902b7-01",
        ] {
            assert_eq!(Traceparent::parse(wrong), None, "{wrong}");
        }
    }
}
