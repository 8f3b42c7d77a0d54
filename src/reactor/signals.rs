//! Signals of the operating system, turned into readable bytes and flags.
//!
//! The handlers only set flags and write to a pipe of our own, which ends a wait of the loop without a race; whoever
//! runs the loop calls [`Signals::take`]. Signals of one number that arrive between two calls count once.

use std::io::{self, Read};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::io::Errno;
use signal_hook::SigId;
use signal_hook::consts::{FORBIDDEN, SIGINT};
use signal_hook::low_level::{pipe, unregister};

struct Watched {
    signal: i32,
    pending: Arc<AtomicBool>,
    /// Set while nobody watches: the handler then does what the system would do without one. SIGINT is left to the process's own handler.
    released: Arc<AtomicBool>,
    /// Whether a program that waits for nothing else is not deadlocked, because this signal may come.
    keeps_alive: bool,
    actions: Vec<SigId>,
}

impl Watched {
    fn is_active(&self) -> bool {
        !self.released.load(Ordering::SeqCst)
    }
}

struct SelfPipe {
    reader: UnixStream,
    writer: UnixStream,
}

/// The signals that one loop watches.
#[derive(Default)]
pub struct Signals {
    watched: Vec<Watched>,
    pipe: Option<SelfPipe>,
    alarm: Arc<AtomicBool>,
}

impl Signals {
    /// Watches nothing yet; installs no handler.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A flag that is up while a watched signal has not been taken: to be polled by long computations.
    #[must_use]
    pub fn alarm(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.alarm)
    }

    /// Watches a signal. `keeps_alive` tells whether waiting for it alone is a reason for the loop to go on.
    ///
    /// # Errors
    /// `EINVAL` for what is no signal or cannot be caught.
    pub fn watch(&mut self, signal: i32, keeps_alive: bool) -> io::Result<()> {
        if let Some(watched) = self.watched.iter_mut().find(|watched| watched.signal == signal) {
            watched.keeps_alive = keeps_alive;
            watched.released.store(false, Ordering::SeqCst);
            return Ok(());
        }
        if FORBIDDEN.contains(&signal) {
            return Err(Errno::INVAL.into());
        }
        let pending = Arc::new(AtomicBool::new(false));
        let released = Arc::new(AtomicBool::new(false));
        // Actions run in this order: the flags must be up before the pipe wakes the loop.
        let mut actions = Vec::with_capacity(4);
        if signal != SIGINT {
            actions.push(signal_hook::flag::register_conditional_default(signal, Arc::clone(&released))?);
        }
        let writer = self.pipe()?.writer.try_clone()?;
        actions.push(signal_hook::flag::register(signal, Arc::clone(&pending))?);
        actions.push(signal_hook::flag::register(signal, Arc::clone(&self.alarm))?);
        actions.push(pipe::register(signal, writer)?);
        self.watched.push(Watched { signal, pending, released, keeps_alive, actions });
        Ok(())
    }

    /// Stops watching a signal, which from then on does what it does by default. False if it was not watched.
    pub fn unwatch(&mut self, signal: i32) -> bool {
        let watched = self.watched.iter().find(|watched| watched.signal == signal && watched.is_active());
        if let Some(watched) = watched {
            watched.released.store(true, Ordering::SeqCst);
        }
        watched.is_some()
    }

    /// Whether a watched signal is a reason for the loop to go on.
    #[must_use]
    pub fn keep_alive(&self) -> bool {
        self.watched.iter().any(|watched| watched.keeps_alive && watched.is_active())
    }

    /// Whether [`Signals::take`] has something to give.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.alarm.load(Ordering::SeqCst)
    }

    /// Appends the signals that came since the last call, by number.
    pub fn take(&mut self, out: &mut Vec<i32>) {
        self.drain();
        self.alarm.store(false, Ordering::SeqCst);
        let start = out.len();
        for watched in &self.watched {
            if watched.pending.swap(false, Ordering::SeqCst) && watched.is_active() {
                out.push(watched.signal);
            }
        }
        out[start..].sort_unstable();
    }

    /// The descriptor that is readable when a signal came, once one is watched.
    #[must_use]
    pub fn wake_fd(&self) -> Option<RawFd> {
        Some(self.pipe.as_ref()?.reader.as_raw_fd())
    }

    /// As [`Signals::wake_fd`], borrowed.
    #[must_use]
    pub fn as_fd(&self) -> Option<BorrowedFd<'_>> {
        Some(self.pipe.as_ref()?.reader.as_fd())
    }

    fn pipe(&mut self) -> io::Result<&SelfPipe> {
        if self.pipe.is_none() {
            let (reader, writer) = UnixStream::pair()?;
            reader.set_nonblocking(true)?;
            writer.set_nonblocking(true)?;
            self.pipe = Some(SelfPipe { reader, writer });
        }
        self.pipe.as_ref().ok_or_else(|| Errno::BADF.into())
    }

    fn drain(&self) {
        let Some(pipe) = &self.pipe else { return };
        let mut bytes = [0; 64];
        while (&pipe.reader).read(&mut bytes).is_ok_and(|count| count == bytes.len()) {}
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for watched in &self.watched {
            for action in &watched.actions {
                unregister(*action);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use signal_hook::consts::{SIGKILL, SIGSEGV, SIGURG, SIGUSR1, SIGUSR2, SIGWINCH};
    use signal_hook::low_level::raise;

    fn taken(signals: &mut Signals) -> Vec<i32> {
        let mut out = Vec::new();
        signals.take(&mut out);
        out
    }

    #[test]
    fn signals_are_taken_once_and_by_number() {
        let mut signals = Signals::new();
        assert_eq!(signals.wake_fd(), None);
        signals.watch(SIGUSR2, true).unwrap();
        signals.watch(SIGUSR1, false).unwrap();
        let alarm = signals.alarm();
        raise(SIGUSR2).unwrap();
        raise(SIGUSR1).unwrap();
        raise(SIGUSR1).unwrap();
        assert!(alarm.load(Ordering::SeqCst) && signals.is_pending());
        assert_eq!(taken(&mut signals), [SIGUSR1, SIGUSR2]);
        assert!(!signals.is_pending());
        assert_eq!(taken(&mut signals), []);
    }

    #[test]
    fn an_unwatched_signal_falls_back_to_its_default() {
        let mut signals = Signals::new();
        signals.watch(SIGURG, true).unwrap();
        assert!(signals.keep_alive());
        assert!(signals.unwatch(SIGURG));
        assert!(!signals.unwatch(SIGURG) && !signals.keep_alive());
        raise(SIGURG).unwrap();
        assert_eq!(taken(&mut signals), []);
        signals.watch(SIGURG, false).unwrap();
        raise(SIGURG).unwrap();
        assert_eq!(taken(&mut signals), [SIGURG]);
        assert!(!signals.unwatch(SIGWINCH));
    }

    #[test]
    fn what_cannot_be_caught_is_an_error() {
        let mut signals = Signals::new();
        for signal in [SIGKILL, SIGSEGV, 0, -3, 1000] {
            assert!(signals.watch(signal, true).is_err(), "{signal}");
        }
    }
}
