//! The system calls behind the standard streams.

use std::sync::atomic::Ordering;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::BorrowedFd;
use rustix::io::Errno;

use crate::heap::{self, Breaker};
use crate::object::{Exception, Str};
use crate::value::Value;
use crate::vm::{Raised, Vm};

/// One of the three standard streams.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standard {
    /// File 0.
    In,
    /// File 1.
    Out,
    /// File 2.
    Err,
}

impl Standard {
    /// Its file descriptor.
    pub fn number(self) -> i64 {
        self as i64
    }

    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Standard::In => "<stdin>",
            Standard::Out => "<stdout>",
            Standard::Err => "<stderr>",
        }
    }

    fn file(self) -> BorrowedFd<'static> {
        match self {
            Standard::In => rustix::stdio::stdin(),
            Standard::Out => rustix::stdio::stdout(),
            Standard::Err => rustix::stdio::stderr(),
        }
    }

    /// Whether it is a terminal.
    pub fn is_terminal(self) -> bool {
        rustix::termios::isatty(self.file())
    }

    /// Writes some bytes and tells how many.
    pub fn write(self, bytes: &[u8]) -> Result<usize, Errno> {
        loop {
            match rustix::io::write(self.file(), bytes) {
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => self.wait(PollFlags::OUT)?,
                other => return other,
            }
        }
    }

    /// Reads some bytes and tells how many; 0 at the end. An interruption by a signal comes back as an error.
    pub fn read(self, buffer: &mut [u8]) -> Result<usize, Errno> {
        self.wait_for_input()?;
        loop {
            match rustix::io::read(self.file(), &mut *buffer) {
                Err(Errno::AGAIN) => self.wait(PollFlags::IN)?,
                other => return other,
            }
        }
    }

    /// Waits until there is something to read. Signals come to another thread and interrupt no call of this one, so it looks up now and then.
    fn wait_for_input(self) -> Result<(), Errno> {
        const LOOK_UP: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
        let file = self.file();
        // What can't be polled (a closed descriptor) lets the reading say what is wrong.
        while poll(&mut [PollFd::new(&file, PollFlags::IN)], Some(&LOOK_UP)) == Ok(0) {
            if heap::breaker().load(Ordering::Relaxed) & Breaker::Outside as u8 != 0 {
                return Err(Errno::INTR);
            }
        }
        Ok(())
    }

    fn wait(self, flags: PollFlags) -> Result<(), Errno> {
        let file = self.file();
        match poll(&mut [PollFd::new(&file, flags)], None) {
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// The OSError of an error number.
#[cold]
pub fn os_error(vm: &mut Vm, error: Errno) -> Raised {
    let number = error.raw_os_error();
    let text = std::io::Error::from_raw_os_error(number).to_string();
    // Rust appends " (os error 32)" to the system's own words.
    let text = text.split(" (os error").next().unwrap_or_default().to_owned();
    let class: Value = vm.exc.os_error.clone().into();
    match vm.call(&class, &[i64::from(number).into(), Str::value(text.as_str())]) {
        Ok(exception) => match exception.into_gc::<Exception>() {
            Ok(exception) => Raised(exception),
            Err(_) => vm.os_error(text),
        },
        Err(raised) => raised,
    }
}
