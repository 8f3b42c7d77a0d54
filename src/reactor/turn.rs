//! One turn of the loop: wait as long as it makes sense, then report all that came.
//!
//! How long a virtual clock waits: not at all while only timers are left; a moment for sources, whose other end is most
//! often in the same script and answers at once. Then it jumps to the next deadline. Children and jobs take real time:
//! while there are any it runs along with the real clock, so that time limits on them mean something.

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;

use super::Reactor;
use super::child::Exit;
use super::clock::{RESOLUTION, monotonic};
use super::poll::{Event, Interest, Trigger};
use super::pool::Finished;
use super::source::Registered;
use super::timers::TimerId;

/// The longest single wait, in seconds; a turn may report nothing.
const LONGEST_WAIT: f64 = 24.0 * 3600.0;

/// What a virtual clock grants to sources before it jumps, in seconds.
const GRACE: f64 = 0.002;

/// What one turn brought, in the order in which asyncio handles it: sources, then timers. Kept from turn to turn
/// for its buffers.
#[derive(Debug)]
pub struct Turn<T> {
    /// Sources that are ready.
    pub events: Vec<Event>,
    /// Signals that came, by number.
    pub signals: Vec<i32>,
    /// Children that ended.
    pub exits: Vec<Exit>,
    /// Jobs that finished.
    pub jobs: Vec<Finished<T>>,
    /// Timers that are due, earliest first.
    pub timers: Vec<TimerId>,
    /// Whether a notifier was used.
    pub woken: bool,
}

impl<T> Default for Turn<T> {
    fn default() -> Self {
        Self { events: Vec::new(), signals: Vec::new(), exits: Vec::new(), jobs: Vec::new(), timers: Vec::new(), woken: false }
    }
}

impl<T> Turn<T> {
    /// Whether nothing came.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
            && self.signals.is_empty()
            && self.exits.is_empty()
            && self.jobs.is_empty()
            && self.timers.is_empty()
            && !self.woken
    }

    /// Forgets what came and keeps the buffers.
    pub fn clear(&mut self) {
        self.events.clear();
        self.signals.clear();
        self.exits.clear();
        self.jobs.clear();
        self.timers.clear();
        self.woken = false;
    }
}

/// What may come besides timers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outside {
    Nothing,
    Sources,
    /// Children or jobs.
    Work,
}

impl<T: Send + 'static> Reactor<T> {
    /// Polls once and replaces what is in `turn` by what came. With `block` it waits until something comes, at most
    /// until the next deadline; without it doesn't wait. A blocking turn may still report nothing.
    ///
    /// # Errors
    /// `Deadlock` when asked to wait while nothing at all can end the wait; those of the kernel, of which none is
    /// expected.
    pub fn turn(&mut self, block: bool, turn: &mut Turn<T>) -> io::Result<()> {
        turn.clear();
        let outside = self.outside();
        let timeout = if block { self.longest_wait(outside) } else { Some(Duration::ZERO) };
        let started = if block && self.clock.is_virtual() { monotonic() } else { 0.0 };
        self.wait(timeout, turn)?;
        self.collect(turn)?;
        if block && self.clock.is_virtual() {
            self.advance(outside, turn.is_empty(), monotonic() - started);
        }
        if !self.timers.is_empty() {
            self.timers.pop_due(self.clock.now() + RESOLUTION, &mut turn.timers);
        }
        Ok(())
    }

    fn outside(&self) -> Outside {
        if self.children.len() > 0 || self.pool.outstanding() > 0 {
            Outside::Work
        } else if self.wanted_sources() > 0 {
            Outside::Sources
        } else {
            Outside::Nothing
        }
    }

    /// How long a blocking turn waits; none is for ever.
    fn longest_wait(&mut self, outside: Outside) -> Option<Duration> {
        if self.signals.is_pending() {
            return Some(Duration::ZERO);
        }
        let left = self.next_deadline()? - self.clock.now();
        let seconds = match outside {
            _ if !self.clock.is_virtual() => left,
            Outside::Nothing => 0.0,
            Outside::Sources => left.min(GRACE),
            Outside::Work => left,
        };
        Some(Duration::from_secs_f64(seconds.clamp(0.0, LONGEST_WAIT)))
    }

    /// Moves a virtual clock on, after a wait of `elapsed` real seconds.
    fn advance(&mut self, outside: Outside, nothing_came: bool, elapsed: f64) {
        let deadline = self.next_deadline();
        if outside == Outside::Work {
            let passed = self.clock.now() + elapsed;
            self.clock.jump_to(deadline.map_or(passed, |deadline| passed.min(deadline)));
        } else if nothing_came && let Some(deadline) = deadline {
            self.clock.jump_to(deadline);
        }
    }

    fn wait(&mut self, timeout: Option<Duration>, turn: &mut Turn<T>) -> io::Result<()> {
        let own = usize::from(self.signal_token.is_some());
        let wakeable = self.pool.outstanding() > 0 || self.poll.has_notifiers();
        if self.poll.attached() > own || wakeable {
            self.attach_signals()?;
            turn.woken = self.poll.wait(timeout, &mut turn.events)?;
            return self.sort_events(turn);
        }
        if timeout == Some(Duration::ZERO) {
            return Ok(());
        }
        self.sleep(timeout, turn)
    }

    /// Waits without the poll: for the time to pass or a signal to come. Waits are whole milliseconds, rounded up, as with the poll: timers set
    /// at nearly the same moment then fall into one turn, as they do under CPython.
    fn sleep(&mut self, timeout: Option<Duration>, turn: &mut Turn<T>) -> io::Result<()> {
        let timeout = timeout.map(|timeout| Duration::from_millis(timeout.as_micros().div_ceil(1000) as u64));
        let timespec = timeout.map(Timespec::try_from).transpose();
        let timespec = timespec.map_err(|_| io::Error::from(Errno::INVAL))?;
        let slept = match self.signals.as_fd() {
            Some(fd) => rustix::event::poll(&mut [PollFd::from_borrowed_fd(fd, PollFlags::IN)], timespec.as_ref()),
            None if timeout.is_none() => return Err(io::ErrorKind::Deadlock.into()),
            None => rustix::event::poll(&mut [], timespec.as_ref()),
        };
        match slept {
            Ok(0) | Err(Errno::INTR) => {}
            Ok(_) => self.signals.take(&mut turn.signals),
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    fn attach_signals(&mut self) -> io::Result<()> {
        if self.signal_token.is_none()
            && let Some(fd) = self.signals.wake_fd()
        {
            let token = self.poll.insert(Registered::Signals(fd), Trigger::Remembered);
            self.poll.set_interest(token, Interest::READ)?;
            self.signal_token = Some(token);
        }
        Ok(())
    }

    /// Takes the reactor's own events out of the user's.
    fn sort_events(&mut self, turn: &mut Turn<T>) -> io::Result<()> {
        if self.signal_token.is_none() && self.children.pidfds() == 0 {
            return Ok(());
        }
        let mut kept = 0;
        for index in 0..turn.events.len() {
            let event = turn.events[index];
            match self.poll.get(event.token) {
                Some(Registered::Child(id, _)) => {
                    let id = *id;
                    self.poll.use_up(event.token, Interest::READ);
                    if let Some(exit) = self.children.reap(id)? {
                        self.poll.remove(event.token);
                        self.children.forget_pidfd();
                        turn.exits.push(exit);
                    }
                }
                // The flags tell which, see `collect`.
                Some(Registered::Signals(_)) => self.poll.use_up(event.token, Interest::READ),
                _ => {
                    turn.events[kept] = event;
                    kept += 1;
                }
            }
        }
        turn.events.truncate(kept);
        Ok(())
    }

    /// Gathers what is not reported by a source.
    fn collect(&mut self, turn: &mut Turn<T>) -> io::Result<()> {
        if self.signals.is_pending() {
            self.signals.take(&mut turn.signals);
        }
        self.children.take_ended(&mut turn.exits)?;
        self.pool.take_finished(&mut turn.jobs);
        Ok(())
    }
}
