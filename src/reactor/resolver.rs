//! Names to addresses.
//!
//! Literal addresses and what `/etc/hosts` says of "localhost" are answered at once; everything else asks the
//! system's resolver, which may block for seconds and is therefore run on the pool.

use std::fmt;
use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs, UdpSocket};

/// `EAI_NONAME`, with the C library's text.
const UNKNOWN_NAME: (i32, &str) = (-2, "Name or service not known");

/// `EAI_ADDRFAMILY`.
const WRONG_FAMILY: (i32, &str) = (-9, "Address family for hostname not supported");

/// The C library's errors by text; the standard library hands on the text alone.
const ERRORS: [(i32, &str); 9] = [
    UNKNOWN_NAME,
    WRONG_FAMILY,
    (-3, "Temporary failure in name resolution"),
    (-4, "Non-recoverable failure in name resolution"),
    (-5, "No address associated with hostname"),
    (-6, "ai_family not supported"),
    (-7, "ai_socktype not supported"),
    (-8, "Servname not supported for ai_socktype"),
    (-10, "Memory allocation failure"),
];

/// Which addresses are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Family {
    /// Both kinds.
    #[default]
    Any,
    /// IPv4 alone.
    V4,
    /// IPv6 alone.
    V6,
}

impl Family {
    fn admits(self, address: IpAddr) -> bool {
        match self {
            Self::Any => true,
            Self::V4 => address.is_ipv4(),
            Self::V6 => address.is_ipv6(),
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// A name or a literal address; none stands for all local addresses (`passive`) or the loopback.
    pub host: Option<String>,
    /// The port of the answers.
    pub port: u16,
    /// Which addresses to give.
    pub family: Family,
    /// Whether the answers are to be bound to.
    pub passive: bool,
}

/// Why there is no answer: what `socket.gaierror` holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolveError {
    /// The C library's `EAI_…` number.
    pub code: i32,
    /// Its text.
    pub message: String,
}

impl fmt::Display for ResolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[Errno {}] {}", self.code, self.message)
    }
}

impl std::error::Error for ResolveError {}

impl From<(i32, &str)> for ResolveError {
    fn from((code, message): (i32, &str)) -> Self {
        Self { code, message: message.to_owned() }
    }
}

/// The addresses in the order in which to try them; never empty.
pub type Answer = Result<Vec<SocketAddr>, ResolveError>;

/// Answers a query that needs no waiting; none if it does.
#[must_use]
pub fn answer_at_once(query: &Query) -> Option<Answer> {
    let addresses = match query.host.as_deref() {
        None if query.passive => vec![Ipv4Addr::UNSPECIFIED.into(), Ipv6Addr::UNSPECIFIED.into()],
        None => vec![Ipv6Addr::LOCALHOST.into(), Ipv4Addr::LOCALHOST.into()],
        Some("localhost") => localhost()?,
        Some(host) => {
            let address = host.parse().ok()?;
            if !query.family.admits(address) {
                return Some(Err(WRONG_FAMILY.into()));
            }
            vec![address]
        }
    };
    Some(select(query, addresses.into_iter().map(|address| SocketAddr::new(address, query.port))))
}

/// Answers a query by the system's resolver; blocks.
///
/// # Errors
/// What the resolver says.
pub fn answer_blocking(query: &Query) -> Answer {
    if let Some(answer) = answer_at_once(query) {
        return answer;
    }
    let host = query.host.as_deref().unwrap_or_default();
    match (host, query.port).to_socket_addrs() {
        Ok(addresses) => select(query, addresses),
        Err(error) => Err(translate(&error)),
    }
}

/// The port of a service by number or by its name in `/etc/services`.
#[must_use]
pub fn service_port(service: &str) -> Option<u16> {
    if let Ok(port) = service.parse() {
        return Some(port);
    }
    let services = fs::read_to_string("/etc/services").ok()?;
    services.lines().find_map(|line| {
        let mut words = line.split('#').next()?.split_whitespace();
        let name = words.next()?;
        let (port, _) = words.next()?.split_once('/')?;
        (name == service || words.any(|alias| alias == service)).then(|| port.parse().ok())?
    })
}

fn select(query: &Query, addresses: impl Iterator<Item = SocketAddr>) -> Answer {
    let selected: Vec<_> = addresses.filter(|address| query.family.admits(address.ip())).collect();
    if selected.is_empty() { Err(UNKNOWN_NAME.into()) } else { Ok(selected) }
}

/// What `/etc/hosts` says of "localhost", in the order of RFC 6724: IPv6 first where it works at all.
fn localhost() -> Option<Vec<IpAddr>> {
    let hosts = fs::read_to_string("/etc/hosts").ok()?;
    let mut addresses = hosts_entries(&hosts, "localhost");
    if addresses.iter().any(|address| !address.is_loopback()) {
        return None;
    }
    if addresses.iter().any(IpAddr::is_ipv6) {
        let works = UdpSocket::bind((Ipv6Addr::LOCALHOST, 0)).is_ok();
        addresses.sort_by_key(|address| address.is_ipv6() != works);
    }
    (!addresses.is_empty()).then_some(addresses)
}

/// The addresses of a name in the text of a hosts file, each once.
fn hosts_entries(hosts: &str, name: &str) -> Vec<IpAddr> {
    let mut found = Vec::new();
    for line in hosts.lines() {
        let mut words = line.split('#').next().unwrap_or_default().split_whitespace();
        let Some(address) = words.next().and_then(|word| word.parse().ok()) else {
            continue;
        };
        if words.any(|word| word.eq_ignore_ascii_case(name)) && !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

fn translate(error: &io::Error) -> ResolveError {
    let text = error.to_string();
    let known = ERRORS.iter().find(|(_, message)| text.ends_with(message));
    known.copied().unwrap_or(UNKNOWN_NAME).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(host: Option<&str>, family: Family) -> Query {
        Query { host: host.map(str::to_owned), port: 80, family, passive: false }
    }

    fn at_once(host: &str, family: Family) -> Option<Answer> {
        answer_at_once(&query(Some(host), family))
    }

    #[test]
    fn literal_addresses_are_answered_at_once() {
        assert_eq!(at_once("127.0.0.1", Family::Any), Some(Ok(vec!["127.0.0.1:80".parse().unwrap()])));
        assert_eq!(at_once("::1", Family::V6), Some(Ok(vec!["[::1]:80".parse().unwrap()])));
        assert_eq!(at_once("::1", Family::V4), Some(Err(WRONG_FAMILY.into())));
        assert_eq!(at_once("example.invalid", Family::Any), None);
    }

    #[test]
    fn no_host_means_all_local_addresses_or_the_loopback() {
        let mut all = query(None, Family::Any);
        all.passive = true;
        let expected = ["0.0.0.0:80", "[::]:80"].map(|text| text.parse().unwrap());
        assert_eq!(answer_at_once(&all), Some(Ok(expected.to_vec())));
        let loopback = answer_at_once(&query(None, Family::V4));
        assert_eq!(loopback, Some(Ok(vec!["127.0.0.1:80".parse().unwrap()])));
    }

    #[test]
    fn localhost_is_what_the_system_says_it_is() {
        if let Some(Ok(ours)) = at_once("localhost", Family::Any) {
            let system: Vec<_> = ("localhost", 80).to_socket_addrs().unwrap().collect();
            assert_eq!(ours, system);
        }
    }

    #[test]
    fn hosts_files_have_comments_and_aliases() {
        let hosts = "# 1.1.1.1 box\n127.0.0.1\tlocalhost box # me\n::1 ip6-localhost Box\n\n127.0.0.1 box\n";
        let expected: Vec<IpAddr> = vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        assert_eq!(hosts_entries(hosts, "box"), expected);
    }

    #[test]
    fn errors_carry_the_number_that_belongs_to_their_text() {
        let error = io::Error::other("failed to lookup address information: Temporary failure in name resolution");
        let expected = ResolveError::from((-3, "Temporary failure in name resolution"));
        assert_eq!(translate(&error), expected);
        assert_eq!(expected.to_string(), "[Errno -3] Temporary failure in name resolution");
    }

    #[test]
    fn services_are_known_by_number_and_name() {
        assert_eq!(service_port("8080"), Some(8080));
        assert_eq!(service_port("no-such-service"), None);
    }
}
