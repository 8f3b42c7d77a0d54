//! What the event loop waits for, without a notion of what a script is: it trades in tokens, instants and bytes.
//!
//! A [`Reactor`] belongs to one thread and one loop. [`Reactor::turn`] polls once and reports all that came: due
//! timers, ready sources, signals, ended children, finished jobs. Invariants: nothing is made before it is needed
//! (a script that only sleeps has no poll object and no thread); [`Reactor::is_idle`] is true exactly when no turn
//! could ever report anything.

pub mod address;
pub mod child;
pub mod clock;
pub mod datagram;
pub mod environment;
mod heap;
pub mod pipe;
pub mod poll;
pub mod pool;
pub mod resolver;
pub mod signals;
pub mod socket;
pub mod source;
pub mod tcp;
pub mod timers;
mod turn;
pub mod unix;

use std::io;

pub use address::Address;
pub use child::{ChildId, Exit, Redirect, Spawn, SpawnError, Spawned};
pub use clock::Clock;
pub use datagram::{Datagram, DatagramOptions};
pub use pipe::{FdKind, PipeReader, PipeWriter};
pub use poll::{Event, Interest, Notifier, Token};
pub use pool::{Finished, Job, JobId, Panicked};
pub use resolver::{Answer, Family, Query, ResolveError};
pub use socket::{Listener, Stream};
pub use source::Source;
pub use timers::{Ties, TimerId};
pub use turn::Turn;

use child::{Children, Notice};
use poll::{Poll, Trigger};
use pool::Pool;
use signals::Signals;
use source::Registered;
use timers::Timers;

/// The loop's view of the operating system. `T` is what jobs of the thread pool return.
pub struct Reactor<T> {
    clock: Clock,
    timers: Timers,
    poll: Poll<Registered>,
    signals: Signals,
    /// The signals' pipe in the poll, once both exist.
    signal_token: Option<Token>,
    children: Children,
    pool: Pool<T>,
    /// Lent out by `read_chunk`; empty until first used.
    chunk: Vec<u8>,
}

/// How a query to the resolver goes on.
#[derive(Debug)]
pub enum Resolution {
    /// The answer was known.
    Ready(Answer),
    /// The answer comes as the result of this job.
    Pending(JobId),
}

impl<T: Send + 'static> Reactor<T> {
    /// A reactor that waits for nothing yet.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self {
            clock,
            timers: Timers::new(),
            poll: Poll::new(),
            signals: Signals::new(),
            signal_token: None,
            children: Children::new(),
            pool: Pool::new(),
            chunk: Vec::new(),
        }
    }

    /// The clock that timers go by.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The present instant in seconds of the clock.
    #[must_use]
    pub fn now(&self) -> f64 {
        self.clock.now()
    }

    /// Lets a virtual clock show a later instant; the real one passes by itself.
    pub fn pass(&mut self, seconds: f64) {
        let instant = self.clock.now() + seconds.max(0.0);
        self.clock.jump_to(instant);
    }

    /// Whether no turn could ever report anything: there is no timer that comes, no source that somebody wants to
    /// hear of, no child, no job, and no signal that was said to be worth waiting for.
    #[must_use]
    pub fn is_idle(&mut self) -> bool {
        self.next_deadline().is_none()
            && self.wanted_sources() == 0
            && self.children.len() == 0
            && self.pool.outstanding() == 0
            && !self.signals.keep_alive()
            && !self.signals.is_pending()
    }

    /// Adds a timer that is due at `deadline`, in seconds of the clock.
    pub fn add_timer(&mut self, deadline: f64, ties: Ties) -> TimerId {
        self.timers.add(deadline, ties)
    }

    /// Removes a timer. False if it was already reported or cancelled.
    pub fn cancel_timer(&mut self, id: TimerId) -> bool {
        self.timers.cancel(id)
    }

    /// How many timers wait.
    #[must_use]
    pub fn timer_count(&self) -> usize {
        self.timers.len()
    }

    /// The earliest deadline that ever comes.
    pub fn next_deadline(&mut self) -> Option<f64> {
        self.timers.next_deadline().filter(|deadline| deadline.is_finite())
    }

    /// A handle that ends the present or next turn from another thread.
    ///
    /// # Errors
    /// Those of making the poll, when this is the first thing that needs one.
    pub fn notifier(&mut self) -> io::Result<Notifier> {
        self.poll.notifier()
    }

    /// The signals that are watched, and more to watch. Turns report them; a long computation may take them itself.
    pub fn signals(&mut self) -> &mut Signals {
        &mut self.signals
    }

    /// Starts a child.
    ///
    /// # Errors
    /// When there is no such program or directory, or the system cannot make another process.
    pub fn spawn(&mut self, spawn: Spawn) -> Result<Spawned, SpawnError> {
        let program = spawn.program.clone();
        let (spawned, notice) = self.children.spawn(spawn)?;
        match self.watch_child(spawned.id, notice) {
            Ok(()) => Ok(spawned),
            Err(error) => {
                self.children.abandon(spawned.id);
                Err(SpawnError { error, path: program })
            }
        }
    }

    fn watch_child(&mut self, id: ChildId, notice: Notice) -> io::Result<()> {
        let Notice::Pidfd(pidfd) = notice else {
            return self.children.await_by_thread(id, self.poll.notifier()?);
        };
        let token = self.poll.insert(Registered::Child(id, pidfd), Trigger::Remembered);
        if let Err(error) = self.poll.set_interest(token, Interest::READ) {
            self.poll.remove(token);
            return Err(error);
        }
        self.children.note_pidfd();
        Ok(())
    }

    /// Sends a signal to a child; 0 only asks whether it is there. Never hits another process.
    ///
    /// # Errors
    /// `ESRCH` once the child's end was reported, `EINVAL` for what is no named signal, `EPERM`.
    pub fn send_signal(&self, id: ChildId, signal: i32) -> io::Result<()> {
        self.children.send_signal(id, signal)
    }

    /// Kills a child.
    ///
    /// # Errors
    /// As [`Reactor::send_signal`].
    pub fn kill(&self, id: ChildId) -> io::Result<()> {
        self.send_signal(id, signal_hook::consts::SIGKILL)
    }

    /// Asks a child to end.
    ///
    /// # Errors
    /// As [`Reactor::send_signal`].
    pub fn terminate(&self, id: ChildId) -> io::Result<()> {
        self.send_signal(id, signal_hook::consts::SIGTERM)
    }

    /// Runs a job that blocks on a thread; a turn reports its result.
    ///
    /// # Errors
    /// `BrokenPipe` after the pool was closed; those of making a thread.
    pub fn submit(&mut self, job: Job<T>) -> io::Result<JobId> {
        let notifier = self.poll.notifier()?;
        self.pool.submit(job, notifier)
    }

    /// The thread pool: to cancel jobs, to limit its threads, to shut it down.
    pub fn pool(&mut self) -> &mut Pool<T> {
        &mut self.pool
    }

    /// Resolves a name. Unless the answer is known at once, it is wrapped into a job's result.
    ///
    /// # Errors
    /// As [`Reactor::submit`].
    pub fn resolve(&mut self, query: Query, wrap: impl FnOnce(Answer) -> T + Send + 'static) -> io::Result<Resolution> {
        if let Some(answer) = resolver::answer_at_once(&query) {
            return Ok(Resolution::Ready(answer));
        }
        let job = Box::new(move || wrap(resolver::answer_blocking(&query)));
        self.submit(job).map(Resolution::Pending)
    }

    /// How many of the user's sources somebody wants to hear of.
    fn wanted_sources(&self) -> usize {
        self.poll.wanted() - self.children.pidfds() - usize::from(self.signal_token.is_some())
    }
}
