//! A subgraph server that answers wrongly: whatever bytes a test says, whenever it says.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use socket2::SockRef;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with a request it has read.
#[derive(Debug, Clone)]
pub enum Conduct {
    /// A whole response with this status, content type and body.
    Answers(u16, &'static str, Bytes),
    /// These bytes, then the end of the connection.
    SaysAndHangsUp(Bytes),
    /// Resets the connection without a word.
    Resets,
    /// Never says anything.
    KeepsSilent,
    /// The head of a response, then one byte after another for ever.
    Trickles,
    /// A body without end, as fast as it is read.
    NeverEnds,
}

impl Conduct {
    pub fn json(body: impl Into<Bytes>) -> Self {
        Conduct::Answers(200, "application/json", body.into())
    }
}

/// Serves `conduct` for every request, until the runtime ends.
pub async fn serve(conduct: Conduct) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let conduct = Arc::new(conduct);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let conduct = conduct.clone();
            // A client that hangs up is part of what is tested.
            tokio::spawn(async move { exchange(stream, &conduct).await.unwrap_or_default() });
        }
    });
    address
}

/// An address nobody listens on.
pub async fn nobody() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap()
}

async fn exchange(mut stream: TcpStream, conduct: &Conduct) -> std::io::Result<()> {
    while read_request(&mut stream).await?.is_some() {
        match conduct {
            Conduct::Answers(status, content_type, body) => {
                let head = format!(
                    "HTTP/1.1 {status} Status\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\r\n",
                    body.len()
                );
                stream.write_all(head.as_bytes()).await?;
                stream.write_all(body).await?;
            }
            Conduct::SaysAndHangsUp(bytes) => {
                stream.write_all(bytes).await?;
                return stream.shutdown().await;
            }
            Conduct::Resets => return SockRef::from(&stream).set_linger(Some(Duration::ZERO)),
            Conduct::KeepsSilent => std::future::pending().await,
            Conduct::Trickles => {
                stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n").await?;
                loop {
                    stream.write_all(b" ").await?;
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            }
            Conduct::NeverEnds => {
                let chunk = [b"10000\r\n".as_slice(), &[b' '; 65_536], b"\r\n"].concat();
                stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").await?;
                loop {
                    stream.write_all(&chunk).await?;
                }
            }
        }
    }
    Ok(())
}

/// Reads head and body; `None` when the client is done.
pub async fn read_request(stream: &mut TcpStream) -> std::io::Result<Option<()>> {
    let mut read = Vec::new();
    loop {
        if let Some(end) = read.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&read[..end]).to_ascii_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
            let length: usize = length.and_then(|length| length.trim().parse().ok()).unwrap_or_default();
            if read.len() >= end + 4 + length {
                return Ok(Some(()));
            }
        }
        if stream.read_buf(&mut read).await? == 0 {
            return Ok(None);
        }
    }
}
