//! The slab of registered sources and the one call that waits for them.
//!
//! mio reports edges: a source is named once when it becomes ready and not again until it was used up. This module
//! remembers the edges, so that its users see levels: an event is reported on every turn while the source may be
//! ready and somebody wants to know, until `use_up` says that the kernel has no more. No system call is made for
//! that, nor when interest changes to something that the kernel already reports.
//!
//! Invariants: `attached` is what the kernel was asked to report, always a superset of `wanted` after
//! `set_interest`; a token of a removed source never reaches a later source in the same slot; the mio objects are
//! made when the first source wants something or the first [`Notifier`] is asked for.

use std::io;
use std::ops::{BitAnd, BitOr, Not};
use std::os::fd::AsRawFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use mio::unix::SourceFd;
use rustix::io::Errno;

/// How many kernel events are taken in one turn; more wait for the next.
const EVENTS_PER_TURN: usize = 1024;

/// The mio token of the waker; no slot and generation can make it.
const WAKE: mio::Token = mio::Token(usize::MAX);

/// Names a registered source; stays unique after the source is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    slot: u32,
    generation: u32,
}

impl Token {
    /// A small dense number, unique among registered sources: an index for a table kept beside them.
    #[must_use]
    pub fn slot(self) -> usize {
        self.slot as usize
    }

    fn to_mio(self) -> mio::Token {
        mio::Token((u64::from(self.generation) << 32 | u64::from(self.slot)) as usize)
    }

    fn from_mio(token: mio::Token) -> Self {
        let bits = token.0 as u64;
        Self { slot: bits as u32, generation: (bits >> 32) as u32 }
    }
}

/// A set of directions: reading, writing, both or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Interest(u8);

impl Interest {
    /// Neither direction.
    pub const NONE: Self = Self(0);
    /// Bytes, connections or the end of them.
    pub const READ: Self = Self(1);
    /// Room for bytes, or the end of a connection attempt.
    pub const WRITE: Self = Self(2);
    /// Both directions.
    pub const BOTH: Self = Self(3);

    /// Whether no direction is in the set.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// Whether every direction of `other` is in the set.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self & other == other
    }

    fn to_mio(self) -> Option<mio::Interest> {
        match self {
            Self::READ => Some(mio::Interest::READABLE),
            Self::WRITE => Some(mio::Interest::WRITABLE),
            Self::BOTH => Some(mio::Interest::READABLE | mio::Interest::WRITABLE),
            _ => None,
        }
    }
}

impl BitOr for Interest {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Interest {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl Not for Interest {
    type Output = Self;

    fn not(self) -> Self {
        Self(!self.0 & Self::BOTH.0)
    }
}

/// What a source is ready for, as far as somebody wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The source.
    pub token: Token,
    /// A read will not block (it may say that the peer is done, or fail).
    pub readable: bool,
    /// A write will not block (it may fail).
    pub writable: bool,
    /// The peer hung up or the source failed: reading goes on to the end and stops there.
    pub closed: bool,
}

/// How the kernel's edges are turned into levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The user reports with [`Poll::use_up`] when a read or write would block: no system call.
    Remembered,
    /// The kernel is asked again each turn, for descriptors that are used behind this module's back.
    Rearmed,
}

struct Entry<S> {
    source: Option<S>,
    generation: u32,
    trigger: Trigger,
    wanted: Interest,
    attached: Interest,
    ready: Interest,
    closed: bool,
    /// Whether the token stands in `Poll::hot`.
    hot: bool,
}

struct Engine {
    poll: mio::Poll,
    events: mio::Events,
    waker: Arc<WakerState>,
}

struct WakerState {
    waker: mio::Waker,
    /// Set while a wake-up is under way, so that a burst of them costs one system call.
    under_way: AtomicBool,
}

/// Wakes the loop from another thread.
#[derive(Clone)]
pub struct Notifier(Arc<WakerState>);

impl Notifier {
    /// Makes the present or next wait return at once.
    pub fn notify(&self) {
        if !self.0.under_way.swap(true, Ordering::SeqCst) {
            // Writing to an eventfd can only fail when its counter is full, and then the loop is awake anyway.
            let _ = self.0.waker.wake();
        }
    }
}

/// The sources of one loop and what they are ready for.
pub struct Poll<S> {
    engine: Option<Engine>,
    entries: Vec<Entry<S>>,
    free: Vec<u32>,
    /// Sources that may have something to report: those reported last turn and those that became wanted while ready.
    hot: Vec<Token>,
    attached: usize,
    /// Sources with an interest in something.
    wanted: usize,
}

impl<S> Default for Poll<S> {
    fn default() -> Self {
        Self { engine: None, entries: Vec::new(), free: Vec::new(), hot: Vec::new(), attached: 0, wanted: 0 }
    }
}

impl<S: AsRawFd> Poll<S> {
    /// A poll without sources; makes no system object yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a source in. Nothing is asked of the kernel until [`Poll::set_interest`].
    pub fn insert(&mut self, source: S, trigger: Trigger) -> Token {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.entries.push(Entry {
                source: None,
                generation: 0,
                trigger,
                wanted: Interest::NONE,
                attached: Interest::NONE,
                ready: Interest::NONE,
                closed: false,
                hot: false,
            });
            u32::try_from(self.entries.len() - 1).expect("there are fewer descriptors than slots")
        });
        let entry = &mut self.entries[slot as usize];
        entry.source = Some(source);
        entry.trigger = trigger;
        Token { slot, generation: entry.generation }
    }

    /// The source, unless it was removed.
    #[must_use]
    pub fn get(&self, token: Token) -> Option<&S> {
        self.entry(token)?.source.as_ref()
    }

    /// What was last asked for; nothing if the source was removed.
    #[must_use]
    pub fn interest(&self, token: Token) -> Interest {
        self.entry(token).map_or(Interest::NONE, |entry| entry.wanted)
    }

    /// Says which directions to report from now on.
    ///
    /// # Errors
    /// `EBADF` for a removed source, `EPERM` for what cannot be polled (regular files), and the kernel's own.
    pub fn set_interest(&mut self, token: Token, wanted: Interest) -> io::Result<()> {
        let missing = match self.entry(token) {
            Some(entry) => !entry.attached.contains(wanted),
            None => return Err(Errno::BADF.into()),
        };
        if missing {
            let attached = self.entries[token.slot()].attached | wanted;
            self.attach(token, attached)?;
        }
        let entry = &mut self.entries[token.slot()];
        let before = std::mem::replace(&mut entry.wanted, wanted);
        self.wanted = self.wanted + usize::from(!wanted.is_none()) - usize::from(!before.is_none());
        if !entry.hot && !(entry.ready & wanted).is_none() {
            entry.hot = true;
            self.hot.push(token);
        }
        Ok(())
    }

    /// Notes that the kernel has nothing more in these directions; the next report waits for it to say otherwise.
    pub fn use_up(&mut self, token: Token, directions: Interest) {
        if let Some(entry) = self.entry_mut(token) {
            entry.ready = entry.ready & !directions;
        }
    }

    /// Whether the peer hung up or the source failed, as far as the kernel said.
    #[must_use]
    pub fn is_closed(&self, token: Token) -> bool {
        self.entry(token).is_some_and(|entry| entry.closed)
    }

    /// Hands a source back, which from now on is reported no more. The caller closes it.
    pub fn remove(&mut self, token: Token) -> Option<S> {
        let entry = self.entry_mut(token)?;
        let source = entry.source.take()?;
        let was_attached = !entry.attached.is_none();
        let was_wanted = !entry.wanted.is_none();
        entry.generation = entry.generation.wrapping_add(1);
        entry.wanted = Interest::NONE;
        entry.attached = Interest::NONE;
        entry.ready = Interest::NONE;
        entry.closed = false;
        entry.hot = false;
        self.free.push(token.slot);
        self.wanted -= usize::from(was_wanted);
        if was_attached {
            self.attached -= 1;
            if let Some(engine) = &self.engine {
                // The descriptor may have been closed by its owner already: then the kernel has forgotten it too.
                let _ = engine.poll.registry().deregister(&mut SourceFd(&source.as_raw_fd()));
            }
        }
        Some(source)
    }

    /// How many sources are registered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len() - self.free.len()
    }

    /// Whether no source is registered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many sources the kernel watches for us.
    #[must_use]
    pub fn attached(&self) -> usize {
        self.attached
    }

    /// How many sources somebody wants to hear of.
    #[must_use]
    pub fn wanted(&self) -> usize {
        self.wanted
    }

    /// Whether another thread holds a way to wake this poll.
    #[must_use]
    pub fn has_notifiers(&self) -> bool {
        self.engine.as_ref().is_some_and(|engine| Arc::strong_count(&engine.waker) > 1)
    }

    /// A handle that wakes this poll from another thread.
    ///
    /// # Errors
    /// Those of making the poll, when this is the first thing that needs one.
    pub fn notifier(&mut self) -> io::Result<Notifier> {
        Ok(Notifier(Arc::clone(&self.engine()?.waker)))
    }

    /// Waits until something is ready, at most `timeout` (`None` is for ever), and appends what is. Returns whether
    /// a [`Notifier`] was used. A signal ends the wait early without an error.
    ///
    /// # Errors
    /// The kernel's own; none is expected.
    pub fn wait(&mut self, timeout: Option<Duration>, out: &mut Vec<Event>) -> io::Result<bool> {
        self.cool();
        let timeout = if self.hot.is_empty() { timeout } else { Some(Duration::ZERO) };
        let mut woken = false;
        if let Some(mut engine) = self.engine.take() {
            let outcome = engine.poll.poll(&mut engine.events, timeout);
            let outcome = match outcome {
                Ok(()) => self.note_events(&engine, &mut woken),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(()),
                Err(error) => Err(error),
            };
            self.engine = Some(engine);
            outcome?;
        }
        for &token in &self.hot {
            let entry = &self.entries[token.slot()];
            let shown = entry.ready & entry.wanted;
            if entry.generation == token.generation && !shown.is_none() {
                out.push(Event {
                    token,
                    readable: shown.contains(Interest::READ),
                    writable: shown.contains(Interest::WRITE),
                    closed: entry.closed,
                });
            }
        }
        Ok(woken)
    }

    /// Takes the events of one kernel call in.
    fn note_events(&mut self, engine: &Engine, woken: &mut bool) -> io::Result<()> {
        for event in &engine.events {
            if event.token() == WAKE {
                // A swap, not a store: it sees all that was done before the wake-ups that it lets pass.
                engine.waker.under_way.swap(false, Ordering::SeqCst);
                *woken = true;
                continue;
            }
            let token = Token::from_mio(event.token());
            let closed = event.is_read_closed() || event.is_write_closed() || event.is_error();
            let mut ready = Interest::NONE;
            if event.is_readable() || event.is_read_closed() || event.is_error() {
                ready = Interest::READ;
            }
            if event.is_writable() || event.is_write_closed() || event.is_error() {
                ready = ready | Interest::WRITE;
            }
            let Some(entry) = self.entry_mut(token) else {
                continue;
            };
            entry.ready = entry.ready | ready;
            entry.closed |= closed;
            if (entry.ready & entry.wanted).is_none() {
                // Nobody wants it: stop the kernel from waking us for it again.
                let wanted = entry.wanted;
                Self::shrink(entry, &engine.poll, token, wanted)?;
                if wanted.is_none() {
                    self.attached -= 1;
                }
            } else if !entry.hot {
                entry.hot = true;
                self.hot.push(token);
            }
        }
        Ok(())
    }

    /// Reduces what the kernel reports to what is wanted.
    fn shrink(entry: &mut Entry<S>, poll: &mio::Poll, token: Token, wanted: Interest) -> io::Result<()> {
        let Some(source) = &entry.source else {
            return Ok(());
        };
        let fd = source.as_raw_fd();
        match wanted.to_mio() {
            Some(interest) => poll.registry().reregister(&mut SourceFd(&fd), token.to_mio(), interest)?,
            None => poll.registry().deregister(&mut SourceFd(&fd))?,
        }
        entry.attached = wanted;
        Ok(())
    }

    /// Drops from `hot` what was used up or is wanted no more, and asks the kernel again about the rearmed ones.
    fn cool(&mut self) {
        let mut kept = 0;
        for index in 0..self.hot.len() {
            let token = self.hot[index];
            let Some(entry) = self.entry_mut(token) else {
                continue;
            };
            if entry.trigger == Trigger::Rearmed {
                entry.ready = Interest::NONE;
                entry.closed = false;
                entry.hot = false;
                let wanted = entry.wanted;
                if !wanted.is_none() && self.attach(token, wanted).is_err() {
                    self.forget(token);
                }
            } else if (entry.ready & entry.wanted).is_none() {
                entry.hot = false;
            } else {
                self.hot[kept] = token;
                kept += 1;
            }
        }
        self.hot.truncate(kept);
    }

    /// Notes that the owner of a descriptor has closed it, with which the kernel forgot it.
    fn forget(&mut self, token: Token) {
        self.attached -= 1;
        self.wanted -= 1;
        if let Some(entry) = self.entry_mut(token) {
            entry.attached = Interest::NONE;
            entry.wanted = Interest::NONE;
        }
    }

    /// Asks the kernel to report `interest`, which is not none.
    fn attach(&mut self, token: Token, interest: Interest) -> io::Result<()> {
        let Some(mio_interest) = interest.to_mio() else {
            return Ok(());
        };
        let entry = &self.entries[token.slot()];
        let Some(source) = &entry.source else {
            return Err(Errno::BADF.into());
        };
        let fd = source.as_raw_fd();
        let is_new = entry.attached.is_none();
        let registry = self.engine()?.poll.registry();
        if is_new {
            registry.register(&mut SourceFd(&fd), token.to_mio(), mio_interest)?;
            self.attached += 1;
        } else {
            registry.reregister(&mut SourceFd(&fd), token.to_mio(), mio_interest)?;
        }
        self.entries[token.slot()].attached = interest;
        Ok(())
    }

    fn engine(&mut self) -> io::Result<&mut Engine> {
        if self.engine.is_none() {
            let poll = mio::Poll::new()?;
            let waker = mio::Waker::new(poll.registry(), WAKE)?;
            self.engine = Some(Engine {
                poll,
                events: mio::Events::with_capacity(EVENTS_PER_TURN),
                waker: Arc::new(WakerState { waker, under_way: AtomicBool::new(false) }),
            });
        }
        self.engine.as_mut().ok_or_else(|| Errno::BADF.into())
    }

    fn entry(&self, token: Token) -> Option<&Entry<S>> {
        self.entries.get(token.slot()).filter(|entry| entry.generation == token.generation)
    }

    fn entry_mut(&mut self, token: Token) -> Option<&mut Entry<S>> {
        self.entries.get_mut(token.slot()).filter(|entry| entry.generation == token.generation)
    }
}
