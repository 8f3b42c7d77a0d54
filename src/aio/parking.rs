//! The parking lot: native coroutines that wait at an object, in the order in which they came.
//!
//! A doubly linked list through one array of places, so that joining, waking and leaving take a step each, wherever in the line it is.
//!
//! Invariant: a coroutine has `Core::PARKED` exactly while its place is linked; its [`Ticket`] is that place and means nothing afterwards.
//! Between being unlinked and leaving it is still counted: as woken (its core is finished), or as lapsed (its core was cancelled, and
//! somebody who looked for one to wake came past it). Those that lapsed have come before all that are linked.

use std::cell::RefCell;

use crate::heap::{Gc, Visitor};
use crate::value::Value;
use crate::vm::{Result, Vm};

use super::core::{Core, State};
use super::coroutine::NativeCoroutine;

/// The place of one that waits.
pub type Ticket = u32;

/// No place.
const NONE: u32 = u32::MAX;

/// A coroutine in the line, or a free place, whose `next` is then the next free one.
struct Place {
    waiter: Option<Gc<NativeCoroutine>>,
    previous: u32,
    next: u32,
}

struct Line {
    places: Vec<Place>,
    free: u32,
    first: u32,
    last: u32,
    parked: u32,
    woken: u32,
    lapsed: u32,
}

/// Those that wait at an object.
pub struct Lot(RefCell<Line>);

impl Default for Lot {
    fn default() -> Lot {
        let line = Line { places: Vec::new(), free: NONE, first: NONE, last: NONE, parked: 0, woken: 0, lapsed: 0 };
        Lot(RefCell::new(line))
    }
}

impl Line {
    fn join(&mut self, waiter: Gc<NativeCoroutine>) -> Ticket {
        let place = Place { waiter: Some(waiter), previous: self.last, next: NONE };
        let ticket = if self.free == NONE {
            self.places.push(place);
            self.places.len() as u32 - 1
        } else {
            let ticket = self.free;
            self.free = std::mem::replace(&mut self.places[ticket as usize], place).next;
            ticket
        };
        match self.last {
            NONE => self.first = ticket,
            last => self.places[last as usize].next = ticket,
        }
        self.last = ticket;
        self.parked += 1;
        ticket
    }

    fn unlink(&mut self, ticket: Ticket) -> Option<Gc<NativeCoroutine>> {
        let place = self.places.get_mut(ticket as usize)?;
        let waiter = place.waiter.take()?;
        let (previous, next) = (place.previous, place.next);
        place.next = self.free;
        self.free = ticket;
        match previous {
            NONE => self.first = next,
            previous => self.places[previous as usize].next = next,
        }
        match next {
            NONE => self.last = previous,
            next => self.places[next as usize].previous = previous,
        }
        self.parked -= 1;
        if self.parked == 0 && self.places.len() > 64 {
            // What a crowd needed is given back once it is gone.
            (self.places, self.free) = (Vec::new(), NONE);
        }
        waiter.core.flag(Core::PARKED, false);
        Some(waiter)
    }

    fn first_waiter(&self) -> Option<&Gc<NativeCoroutine>> {
        self.places.get(self.first as usize)?.waiter.as_ref()
    }

    /// Whether the first of the line is there and waits no more.
    fn first_is_done(&self) -> bool {
        self.first_waiter().is_some_and(|waiter| waiter.core.is_done())
    }

    /// Comes past those at the front that were cancelled.
    fn skip_cancelled(&mut self) {
        while self.first_is_done() {
            drop(self.unlink(self.first));
            self.lapsed += 1;
        }
    }
}

impl Lot {
    /// Lets a coroutine wait at the end of the line.
    pub fn park(&self, waiter: &Gc<NativeCoroutine>) -> Ticket {
        if waiter.core.is_done() {
            waiter.core.reset();
        }
        waiter.core.flag(Core::PARKED, true);
        self.0.borrow_mut().join(waiter.clone())
    }

    /// A coroutine goes on, whatever for.
    pub fn leave(&self, waiter: &NativeCoroutine, ticket: Ticket) {
        let mut line = self.0.borrow_mut();
        let left = if waiter.core.has(Core::PARKED) { line.unlink(ticket) } else { None };
        if left.is_none() {
            let passed = if waiter.core.state() == State::Finished { &mut line.woken } else { &mut line.lapsed };
            *passed = passed.saturating_sub(1);
        }
        drop(line);
        drop(left);
    }

    /// How many stand in the line: neither woken nor passed over.
    #[inline]
    pub fn parked(&self) -> usize {
        self.0.borrow().parked as usize
    }

    /// How many have come and not gone on yet.
    pub fn len(&self) -> usize {
        let line = self.0.borrow();
        (line.parked + line.woken + line.lapsed) as usize
    }

    /// Whether somebody waits, or was woken and has not gone on yet; those that were cancelled don't count.
    #[inline]
    pub fn is_busy(&self) -> bool {
        let mut line = self.0.borrow_mut();
        if line.parked == 0 || line.woken > 0 {
            return line.woken > 0;
        }
        line.skip_cancelled();
        line.parked > 0
    }

    /// Wakes the one that came first, unless it has been woken or cancelled: then it sees to the next one itself.
    pub fn wake_first(&self, vm: &Vm) -> Result<()> {
        let mut line = self.0.borrow_mut();
        if line.parked == 0 || line.woken + line.lapsed > 0 || line.first_is_done() {
            return Ok(());
        }
        let first = line.first;
        let woken = line.unlink(first);
        line.woken += 1;
        drop(line);
        woken.map_or(Ok(()), |waiter| NativeCoroutine::complete(&waiter, vm, Value::Bool(true)))
    }

    /// Wakes the first that waits; whether there was one.
    #[inline]
    pub fn wake_next(&self, vm: &Vm) -> Result<bool> {
        if self.0.borrow().parked == 0 { Ok(false) } else { self.wake_waiting(vm) }
    }

    fn wake_waiting(&self, vm: &Vm) -> Result<bool> {
        let mut line = self.0.borrow_mut();
        line.skip_cancelled();
        let first = line.first;
        let Some(waiter) = line.unlink(first) else { return Ok(false) };
        line.woken += 1;
        drop(line);
        NativeCoroutine::complete(&waiter, vm, Value::Bool(true))?;
        Ok(true)
    }

    /// Wakes all that wait.
    pub fn wake_all(&self, vm: &Vm) -> Result<()> {
        while self.wake_next(vm)? {}
        Ok(())
    }

    /// Those in the line.
    pub fn waiters(&self) -> Vec<Value> {
        let line = self.0.borrow();
        let mut all = Vec::with_capacity(line.parked as usize);
        let mut ticket = line.first;
        while let Some(place) = line.places.get(ticket as usize) {
            all.extend(place.waiter.as_ref().map(|waiter| Value::from(waiter.clone())));
            ticket = place.next;
        }
        all
    }

    /// Visits those in the line.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.borrow().places.iter().filter_map(|place| place.waiter.as_ref()).for_each(|waiter| waiter.trace(visitor));
    }

    /// Drops those in the line.
    pub fn clear(&self) {
        drop(self.0.replace(Lot::default().0.into_inner()));
    }
}
