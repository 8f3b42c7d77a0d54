//! Threads for jobs that block.
//!
//! Threads are made when a job finds none idle, up to a limit, and stay for the next job. A job is a closure that
//! is sent out and a plain result that comes back; a job that panics comes back as [`Panicked`].

use std::any::Any;
use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::poll::Notifier;

/// No more threads than this however many processors there are, unless told otherwise.
const MOST_THREADS: usize = 32;

/// Threads beyond the number of processors: blocked jobs use none.
const EXTRA_THREADS: usize = 4;

/// A job: what is run on a thread of the pool.
pub type Job<T> = Box<dyn FnOnce() -> T + Send>;

/// Names a job; stays unique.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobId(u64);

/// A job panicked, with this message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panicked(pub String);

/// What became of a job.
#[derive(Debug)]
pub struct Finished<T> {
    /// The job.
    pub id: JobId,
    /// What it returned.
    pub outcome: Result<T, Panicked>,
}

struct State<T> {
    queue: VecDeque<(JobId, Job<T>)>,
    /// Threads that wait for a job.
    idle: usize,
    /// Threads that have not ended.
    alive: usize,
    closed: bool,
}

struct Shared<T> {
    state: Mutex<State<T>>,
    /// Signalled when a job is queued or the pool closes.
    work: Condvar,
    /// Signalled when a thread ends.
    ended: Condvar,
}

impl<T> Shared<T> {
    /// No code panics while it holds the lock, so a poisoned lock guards sound data.
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A pool of threads that belongs to one loop.
pub struct Pool<T> {
    shared: Arc<Shared<T>>,
    sender: Sender<Finished<T>>,
    receiver: Receiver<Finished<T>>,
    limit: usize,
    next: u64,
    outstanding: usize,
}

impl<T: Send + 'static> Default for Pool<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Send + 'static> Pool<T> {
    /// A pool without threads yet.
    #[must_use]
    pub fn new() -> Self {
        let (sender, receiver) = channel();
        let state = State { queue: VecDeque::new(), idle: 0, alive: 0, closed: false };
        Self {
            shared: Arc::new(Shared { state: Mutex::new(state), work: Condvar::new(), ended: Condvar::new() }),
            sender,
            receiver,
            limit: 0,
            next: 0,
            outstanding: 0,
        }
    }

    /// Sets how many threads there may be at once. Threads that exist go on.
    pub fn set_limit(&mut self, limit: usize) {
        self.limit = limit.max(1);
    }

    /// Queues a job. `notifier` is used when its result is there to be taken.
    ///
    /// # Errors
    /// `BrokenPipe` after a shutdown; those of making a thread, when there is none at all.
    pub fn submit(&mut self, job: Job<T>, notifier: Notifier) -> io::Result<JobId> {
        if self.limit == 0 {
            let processors = thread::available_parallelism().map_or(1, usize::from);
            self.limit = MOST_THREADS.min(processors + EXTRA_THREADS);
        }
        let id = JobId(self.next);
        let mut state = self.shared.lock();
        if state.closed {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        state.queue.push_back((id, job));
        if state.idle < state.queue.len() && state.alive < self.limit {
            let started = self.start_thread(state.alive, notifier);
            match started {
                Ok(()) => state.alive += 1,
                Err(error) if state.alive == 0 => {
                    state.queue.pop_back();
                    return Err(error);
                }
                Err(_) => {}
            }
        }
        drop(state);
        self.shared.work.notify_one();
        self.next += 1;
        self.outstanding += 1;
        Ok(id)
    }

    /// Takes back a job that no thread has begun. False if it has been.
    pub fn cancel(&mut self, id: JobId) -> bool {
        let mut state = self.shared.lock();
        let Some(index) = state.queue.iter().position(|(queued, _)| *queued == id) else {
            return false;
        };
        let job = state.queue.remove(index);
        drop(state);
        drop(job);
        self.outstanding -= 1;
        true
    }

    /// How many jobs have been submitted whose results were not taken.
    #[must_use]
    pub fn outstanding(&self) -> usize {
        self.outstanding
    }

    /// Appends the results that are there.
    pub fn take_finished(&mut self, out: &mut Vec<Finished<T>>) {
        if self.outstanding == 0 {
            return;
        }
        while let Ok(finished) = self.receiver.try_recv() {
            self.outstanding -= 1;
            out.push(finished);
        }
    }

    /// Takes no more jobs. Those that are queued still run, then the threads end.
    pub fn close(&mut self) {
        self.shared.lock().closed = true;
        self.shared.work.notify_all();
    }

    /// Whether all threads have ended, or none was ever made.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.shared.lock().alive == 0
    }

    /// Closes the pool and waits for its threads to end, at most for `timeout`. False if some still run; their
    /// results are lost unless taken later.
    pub fn shutdown(&mut self, timeout: Option<Duration>) -> bool {
        self.close();
        let deadline = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let mut state = self.shared.lock();
        while state.alive > 0 {
            state = match deadline {
                None => self.shared.ended.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some(deadline) => {
                    let left = deadline.saturating_duration_since(Instant::now());
                    if left.is_zero() {
                        return false;
                    }
                    self.shared.ended.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
        true
    }

    fn start_thread(&self, index: usize, notifier: Notifier) -> io::Result<()> {
        let shared = Arc::clone(&self.shared);
        let sender = self.sender.clone();
        let name = format!("acli-pool-{index}");
        thread::Builder::new().name(name).spawn(move || run_jobs(&shared, &sender, &notifier))?;
        Ok(())
    }
}

impl<T> Drop for Pool<T> {
    /// Drops the jobs that nobody has begun; threads end after the job that they are at.
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.closed = true;
        let unbegun = std::mem::take(&mut state.queue);
        drop(state);
        drop(unbegun);
        self.shared.work.notify_all();
    }
}

/// The life of one thread.
fn run_jobs<T>(shared: &Shared<T>, results: &Sender<Finished<T>>, notifier: &Notifier) {
    while let Some((id, job)) = next_job(shared) {
        let outcome = catch_unwind(AssertUnwindSafe(job)).map_err(|payload| Panicked(message(payload.as_ref())));
        if results.send(Finished { id, outcome }).is_ok() {
            notifier.notify();
        }
    }
    shared.lock().alive -= 1;
    shared.ended.notify_all();
}

/// Waits for a job; none when the pool is closed and its queue empty.
fn next_job<T>(shared: &Shared<T>) -> Option<(JobId, Job<T>)> {
    let mut state = shared.lock();
    loop {
        if let Some(job) = state.queue.pop_front() {
            return Some(job);
        }
        if state.closed {
            return None;
        }
        state.idle += 1;
        state = shared.work.wait(state).unwrap_or_else(PoisonError::into_inner);
        state.idle -= 1;
    }
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a job panicked").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reactor::poll::Poll;
    use std::sync::mpsc;

    fn notifier() -> Notifier {
        Poll::<io::PipeReader>::new().notifier().unwrap()
    }

    fn wait_for<T: Send + 'static>(pool: &mut Pool<T>, count: usize) -> Vec<Finished<T>> {
        let mut finished = Vec::new();
        while finished.len() < count {
            pool.take_finished(&mut finished);
            thread::yield_now();
        }
        finished
    }

    #[test]
    fn idle_threads_are_used_again() {
        let mut pool = Pool::new();
        for round in 0..5 {
            pool.submit(Box::new(move || round), notifier()).unwrap();
            let finished = wait_for(&mut pool, 1);
            assert_eq!(finished[0].outcome, Ok(round));
            while pool.shared.lock().idle == 0 {
                thread::yield_now();
            }
        }
        assert_eq!(pool.shared.lock().alive, 1);
        assert_eq!(pool.outstanding(), 0);
    }

    #[test]
    fn no_more_threads_than_the_limit_and_no_job_is_lost() {
        let mut pool = Pool::new();
        pool.set_limit(3);
        for job in 0..50 {
            pool.submit(Box::new(move || job), notifier()).unwrap();
        }
        assert!(pool.shared.lock().alive <= 3);
        let mut results: Vec<i32> = wait_for(&mut pool, 50).into_iter().map(|finished| finished.outcome.unwrap()).collect();
        results.sort_unstable();
        assert_eq!(results, (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn an_unbegun_job_can_be_taken_back() {
        let mut pool = Pool::new();
        pool.set_limit(1);
        let (go, wait) = mpsc::channel::<()>();
        let (begun, is_begun) = mpsc::channel();
        let job = move || {
            begun.send(()).unwrap();
            wait.recv().is_ok()
        };
        let first = pool.submit(Box::new(job), notifier()).unwrap();
        let second = pool.submit(Box::new(|| false), notifier()).unwrap();
        is_begun.recv().unwrap();
        assert!(pool.cancel(second) && !pool.cancel(second) && !pool.cancel(first));
        assert!(!pool.shutdown(Some(Duration::from_millis(5))), "the first job still runs");
        go.send(()).unwrap();
        assert!(pool.shutdown(None) && pool.is_ended());
        assert_eq!(wait_for(&mut pool, 1)[0].id, first);
        assert!(pool.submit(Box::new(|| false), notifier()).is_err());
    }

    #[test]
    fn a_panic_comes_back_as_a_result() {
        let mut pool: Pool<()> = Pool::new();
        pool.submit(Box::new(|| std::panic::resume_unwind(Box::new("broken"))), notifier()).unwrap();
        assert_eq!(wait_for(&mut pool, 1)[0].outcome, Err(Panicked("broken".to_owned())));
        assert!(pool.shutdown(Some(Duration::from_secs(10))));
    }
}
