//! Ctrl-C: SIGINT becomes KeyboardInterrupt at the machine's next safe point.
//!
//! The machine runs on a thread of its own, with a large native stack. The process's first thread only waits for signals: it reads the pipe
//! that the handler writes to, sets the machine's breaker and wakes the machine if it sleeps. Nothing here runs in a signal handler.

use std::cell::{Cell, RefCell};
use std::io::Read;
use std::os::unix::net::UnixStream;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::Thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGINT, SIGXFSZ};

use crate::aio;
use crate::diag::say;
use crate::heap::{self, Breaker};
use crate::vm::{Result, Room, Vm};

/// Native stack of the machine's thread: reserved, not used, until natives nest deep.
const STACK: usize = 192 << 20;
/// As `STACK`, where there is little memory.
const LEAST_STACK: usize = 8 << 20;
/// Status after a panic.
const PANICKED: i32 = 101;

/// Where signals are announced.
struct Target {
    breaker: &'static AtomicU8,
    arrived: &'static AtomicU32,
    thread: Thread,
}

thread_local! {
    /// SIGINTs that came, as the watching thread counts them.
    static ARRIVED: Cell<Option<&'static AtomicU32>> = const { Cell::new(None) };
    /// Those of them that became exceptions, or were dropped.
    static SEEN: Cell<u32> = const { Cell::new(0) };
    /// How far down natives may use this thread's stack, where it was made for a machine.
    static ROOM: Cell<Option<Room>> = const { Cell::new(None) };
    static ANNOUNCE: RefCell<Option<mpsc::Sender<Target>>> = const { RefCell::new(None) };
}

/// Runs `body` on a thread fit for a machine while this thread watches for SIGINT. `body` ends the process; if it panics, that is reported.
pub fn on_machine_thread(body: impl FnOnce() -> super::Ending + Send + 'static) -> ! {
    let pipe = UnixStream::pair().ok().and_then(|(reader, writer)| {
        writer.set_nonblocking(true).ok()?;
        signal_hook::low_level::pipe::register(SIGINT, writer).ok()?;
        Some(reader)
    });
    // A file that may not grow refuses the write, as a full disk does, and ends nothing.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
    let (announce, announced) = mpsc::channel();
    let size = heap::affordable(STACK).max(LEAST_STACK);
    let thread = std::thread::Builder::new().name("acli".to_owned()).stack_size(size).spawn(move || {
        ROOM.set(Some(Room::of_thread(size)));
        ANNOUNCE.set(Some(announce));
        match catch_unwind(AssertUnwindSafe(body)) {
            Ok(ending) => ending.leave(),
            Err(_) => {
                say(
                    "acli: internal error: this is a bug in acli, not in your script. Please report it with the lines above.\n",
                );
                std::process::exit(PANICKED)
            }
        }
    });
    let thread = match thread {
        Ok(thread) => thread,
        Err(error) => {
            say(&format!("acli: can't start the machine's thread: {error}\n"));
            std::process::exit(PANICKED)
        }
    };
    if let Some(mut pipe) = pipe {
        let mut target = None;
        let mut byte = [0];
        while pipe.read_exact(&mut byte).is_ok() {
            if let Ok(new) = announced.try_recv() {
                target = Some(new);
            }
            if let Some(Target { breaker, arrived, thread }) = &target {
                arrived.fetch_add(1, Ordering::Relaxed);
                breaker.fetch_or(Breaker::Outside as u8, Ordering::Relaxed);
                thread.unpark();
            } else {
                // No machine yet: nothing to interrupt but the process.
                super::Ending::Interrupted.leave();
            }
        }
    }
    let _ = thread.join();
    std::process::exit(PANICKED)
}

/// Lets a machine use this thread's whole stack, and be the one that SIGINT interrupts.
pub fn adopt(vm: &mut Vm) {
    if let Some(room) = ROOM.get() {
        vm.set_room(room);
    }
    ANNOUNCE.with_borrow(|announce| {
        if let Some(announce) = announce {
            // Like the breaker, it outlives the thread, and there is one for each machine.
            let arrived: &'static AtomicU32 = Box::leak(Box::new(AtomicU32::new(0)));
            ARRIVED.set(Some(arrived));
            let _ = announce.send(Target { breaker: heap::breaker(), arrived, thread: std::thread::current() });
        }
    });
}

/// Drops what came while nothing ran.
pub fn forget(vm: &Vm) {
    heap::breaker().fetch_and(!(Breaker::Outside as u8), Ordering::Relaxed);
    let taken = if vm.event_loop.is_some() { aio::state(vm).interrupts.get() } else { 0 };
    let arrived = ARRIVED.get().map_or(0, |arrived| arrived.load(Ordering::Relaxed));
    SEEN.set(arrived.saturating_sub(taken));
}

/// `vm.hooks.outside`: KeyboardInterrupt for each SIGINT that no event loop has dealt with.
///
/// A running loop with a handler of its own, or with a main task to cancel, is left the first one; a second one interrupts whatever runs.
pub fn attend(vm: &mut Vm) -> Result<()> {
    let aio = vm.event_loop.is_some().then(|| aio::state(vm));
    let taken = aio.as_ref().map_or(0, |aio| aio.interrupts.get());
    let outstanding = ARRIVED.get().map_or(0, |arrived| arrived.load(Ordering::Relaxed)).saturating_sub(SEEN.get() + taken);
    if outstanding == 0 {
        return Ok(());
    }
    if let Some(running) = aio.and_then(|aio| aio.running()) {
        if running.signal_handlers.borrow().iter().any(|(signal, _)| *signal == SIGINT) {
            return Ok(());
        }
        let cancelled = running.interruptible.borrow().as_ref().map(|(_, count)| *count);
        if cancelled == Some(0) && outstanding == 1 {
            return Ok(());
        }
        if cancelled.is_some() {
            // The loop must not see it, too.
            running.reactor().signals().take(&mut Vec::new());
        }
    }
    SEEN.set(SEEN.get() + outstanding);
    Err(vm.raise_with(&vm.exc.keyboard_interrupt, vec![]))
}

/// `vm.hooks.sleep`: blocks the thread, but not against SIGINT.
pub fn sleep(vm: &mut Vm, seconds: f64) -> Result<()> {
    let breaker = heap::breaker();
    let end = Duration::try_from_secs_f64(seconds).ok().and_then(|length| Instant::now().checked_add(length));
    loop {
        if breaker.fetch_and(!(Breaker::Outside as u8), Ordering::Relaxed) & Breaker::Outside as u8 != 0 {
            attend(vm)?;
        }
        match end {
            None => std::thread::park(),
            Some(end) => match end.checked_duration_since(Instant::now()) {
                Some(rest) if !rest.is_zero() => std::thread::park_timeout(rest),
                _ => return Ok(()),
            },
        }
    }
}
