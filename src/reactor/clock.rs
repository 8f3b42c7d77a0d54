//! The clock that deadlines are measured against: the system's monotonic one, or a virtual one.
//!
//! Instants are seconds as `f64`, what `loop.time()` and `time.monotonic()` return. A clock never goes back.

use rustix::time::{ClockId, clock_gettime};

/// The step of the monotonic clock in seconds; a deadline nearer than this counts as reached.
pub const RESOLUTION: f64 = 1e-9;

const NANOS_PER_SECOND: i64 = 1_000_000_000;

/// Tells the time to the loop.
#[derive(Debug)]
pub enum Clock {
    /// The system's monotonic clock.
    Real,
    /// A clock that stands still until it is told to jump.
    Virtual {
        /// The present instant in seconds.
        now: f64,
    },
}

impl Clock {
    /// A virtual clock that shows 0.0.
    #[must_use]
    pub fn new_virtual() -> Self {
        Self::Virtual { now: 0.0 }
    }

    /// The present instant in seconds.
    #[must_use]
    pub fn now(&self) -> f64 {
        match self {
            Self::Real => monotonic(),
            Self::Virtual { now } => *now,
        }
    }

    /// Whether this clock only moves by jumps.
    #[must_use]
    pub fn is_virtual(&self) -> bool {
        matches!(self, Self::Virtual { .. })
    }

    /// Moves a virtual clock forward to `instant`. The real clock, and instants in the past, are left alone.
    pub fn jump_to(&mut self, instant: f64) {
        if let Self::Virtual { now } = self
            && instant > *now
        {
            *now = instant;
        }
    }
}

/// The system's monotonic clock in seconds, rounded as CPython rounds it.
#[must_use]
pub fn monotonic() -> f64 {
    let time = clock_gettime(ClockId::Monotonic);
    if time.tv_nsec == 0 {
        return time.tv_sec as f64;
    }
    let nanos = time.tv_sec * NANOS_PER_SECOND + time.tv_nsec;
    nanos as f64 / NANOS_PER_SECOND as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_real_clock_moves_on_by_itself() {
        let clock = Clock::Real;
        let before = clock.now();
        std::thread::sleep(std::time::Duration::from_millis(2));
        assert!(clock.now() >= before + 0.002);
    }

    #[test]
    fn a_virtual_clock_moves_only_by_jumps_and_never_back() {
        let mut clock = Clock::new_virtual();
        assert_eq!(clock.now(), 0.0);
        clock.jump_to(3.5);
        clock.jump_to(1.0);
        clock.jump_to(f64::NAN);
        assert_eq!(clock.now(), 3.5);
    }
}
