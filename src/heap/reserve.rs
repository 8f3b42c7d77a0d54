//! What happens when memory runs out.
//!
//! Sizes that a script chooses are asked for so that a refusal is an answer ([`grow`], [`grow_text`]), and become MemoryError on the spot. The many
//! requests in between have nobody to answer to. For them a reserve is kept: when the allocator has nothing left, the reserve is given
//! up, the request is served from it, and the machine raises MemoryError at its next safe point ([`Breaker::Memory`](super::Breaker::Memory)). The reserve is
//! made up again when memory is to be had. Only where there is none any more, or a request is larger, the process ends: what was printed is
//! written out, and one line says why.
//!
//! What a native makes of an object is mostly no larger than a few times the object. So where address space is limited, the reserve grows with the
//! largest block that was ever given out, as far as there is room ([`stretch`]); what it has grown by is for whoever asks for an answer, before
//! that is no.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;
use std::collections::TryReserveError;
use std::io::Write;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

use super::{allocator, blocks, state};

/// Bytes of the reserve where address space is not limited; else it is a share of that.
const MOST: usize = 4 << 20;
/// Requests of fewer bytes are not asked for beforehand.
const SMALL: usize = 64 << 10;
/// Requests of so many bytes have the reserve grow where address space is limited, to so many times as much.
const NOTED: usize = 4 << 20;
const TIMES: usize = 3;
/// Requests of so many bytes are put to the system itself before they are put to the allocator.
const ABSURD: usize = 256 << 20;
/// The share of the address space that one reservation for later may take.
const SHARE: usize = 16;

/// The reserve; null where there is none, or none any more.
static RESERVE: AtomicPtr<u8> = AtomicPtr::new(null_mut());
/// How much it is.
static HELD: AtomicUsize = AtomicUsize::new(0);
/// The least that it is to be; 0 where none is kept.
static SIZE: AtomicUsize = AtomicUsize::new(0);
/// Blocks of so many bytes have it grow.
static LARGEST: AtomicUsize = AtomicUsize::new(usize::MAX);

thread_local! {
    /// Whether who asks for memory takes no for an answer.
    static FALLIBLE: Cell<bool> = const { Cell::new(false) };
    static LAST_WORDS: Cell<Option<fn()>> = const { Cell::new(None) };
}

/// Memory was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoMemory;

impl From<TryReserveError> for NoMemory {
    fn from(_: TryReserveError) -> NoMemory {
        NoMemory
    }
}

/// The bytes of address space that the process may have, where they are limited.
pub fn limit() -> Option<usize> {
    #[cfg(unix)]
    return rustix::process::getrlimit(rustix::process::Resource::As)
        .current
        .map(|limit| limit.try_into().unwrap_or(usize::MAX));
    #[cfg(not(unix))]
    None
}

/// How much of a reservation of so many bytes is reasonable: all of it, but where address space is limited a share of that.
pub fn affordable(bytes: usize) -> usize {
    limit().map_or(bytes, |limit| bytes.min(limit / SHARE))
}

/// Runs what asks for memory and takes a refusal for an answer.
#[inline]
pub fn fallible<R>(body: impl FnOnce() -> R) -> R {
    let outer = FALLIBLE.replace(true);
    let result = body();
    FALLIBLE.set(outer);
    result
}

/// Makes room for so many items more.
#[inline]
pub fn grow<T>(items: &mut Vec<T>, more: usize) -> Result<(), NoMemory> {
    if items.capacity() - items.len() >= more { Ok(()) } else { fallible(|| Ok(items.try_reserve(more)?)) }
}

/// Makes room for exactly so many items more.
pub fn grow_exact<T>(items: &mut Vec<T>, more: usize) -> Result<(), NoMemory> {
    fallible(|| Ok(items.try_reserve_exact(more)?))
}

/// Makes room for so many bytes of text more.
#[inline]
pub fn grow_text(text: &mut String, more: usize) -> Result<(), NoMemory> {
    if text.capacity() - text.len() >= more { Ok(()) } else { fallible(|| Ok(text.try_reserve(more)?)) }
}

/// Whether so many bytes can be had now: for what will be asked for without taking no for an answer.
pub fn can_have(bytes: usize) -> Result<(), NoMemory> {
    if bytes <= SMALL {
        return Ok(());
    }
    if bytes >= ABSURD && !could_map(bytes) && !(shrink() && could_map(bytes)) {
        return Err(NoMemory);
    }
    let layout = Layout::from_size_align(bytes, 1).map_err(|_| NoMemory)?;
    // The reserve does not grow with what is only asked for: it would take the room that the question is about.
    let noted = LARGEST.swap(usize::MAX, Ordering::Relaxed);
    // The allocator itself is asked: the compiler takes `std::alloc::alloc` of a block that nobody uses to succeed, and leaves it out.
    // SAFETY: the layout is not empty; the block is freed as it was asked for, and not used.
    let block = fallible(|| unsafe { allocator::Allocator.alloc(layout) });
    LARGEST.store(noted, Ordering::Relaxed);
    if block.is_null() {
        return Err(NoMemory);
    }
    unsafe { allocator::Allocator.dealloc(block, layout) };
    Ok(())
}

/// Whether the system would map so many bytes: it refuses what there is not enough memory for by far, which the allocator, who reserves address
/// space without asking for memory, does not see.
fn could_map(bytes: usize) -> bool {
    #[cfg(unix)]
    {
        use rustix::mm::{MapFlags, ProtFlags, mmap_anonymous, munmap};
        let access = ProtFlags::READ | ProtFlags::WRITE;
        // SAFETY: a new mapping anywhere, which nobody touches, and which is given back as it was made.
        unsafe {
            match mmap_anonymous(null_mut(), bytes, access, MapFlags::PRIVATE) {
                Ok(place) => munmap(place, bytes).is_ok(),
                Err(_) => false,
            }
        }
    }
    #[cfg(not(unix))]
    {
        bytes <= isize::MAX as usize
    }
}

/// Keeps a reserve from now on. `last_words` writes out what was printed, should the process have to end.
pub fn keep_reserve(last_words: fn()) {
    LAST_WORDS.set(Some(last_words));
    SIZE.store(limit().map_or(MOST, |limit| limit / SHARE), Ordering::Relaxed);
    if limit().is_some() {
        LARGEST.store(NOTED, Ordering::Relaxed);
    }
    replenish();
}

/// Makes the reserve up again where it was given up; whether it is there.
pub fn replenish() -> bool {
    let least = SIZE.load(Ordering::Relaxed);
    least > 0 && (!RESERVE.load(Ordering::Relaxed).is_null() || hold(least))
}

/// Holds so many bytes, where there is no reserve; whether they were to be had.
fn hold(bytes: usize) -> bool {
    let Ok(layout) = Layout::from_size_align(bytes, 16) else { return false };
    let block = map(layout);
    RESERVE.store(block, Ordering::Relaxed);
    HELD.store(if block.is_null() { 0 } else { bytes }, Ordering::Relaxed);
    !block.is_null()
}

/// Gives the reserve up; whether there was one.
fn give_up() -> bool {
    let block = RESERVE.swap(null_mut(), Ordering::Relaxed);
    let held = HELD.swap(0, Ordering::Relaxed);
    match Layout::from_size_align(held, 16) {
        Ok(layout) if !block.is_null() => {
            // SAFETY: the block was mapped with this layout, and is taken once.
            unsafe { unmap(block, layout) };
            true
        }
        _ => false,
    }
}

/// Gives up what the reserve has grown by; whether it had grown.
pub fn shrink() -> bool {
    let least = SIZE.load(Ordering::Relaxed);
    let grown = HELD.load(Ordering::Relaxed) > least && give_up();
    if grown {
        hold(least);
    }
    grown
}

/// Notes that a block of so many bytes was given out, if it is one.
#[inline(always)]
pub(super) fn given(block: *mut u8, bytes: usize) {
    if bytes >= LARGEST.load(Ordering::Relaxed) && !block.is_null() {
        stretch(bytes);
    }
}

/// Has the reserve grow with a block of so many bytes, as far as there is room.
#[cold]
#[inline(never)]
fn stretch(bytes: usize) {
    let least = SIZE.load(Ordering::Relaxed);
    let mut wanted = bytes.saturating_mul(TIMES);
    if wanted <= HELD.load(Ordering::Relaxed) {
        return;
    }
    give_up();
    while wanted > least && !hold(wanted) {
        wanted -= wanted / 4;
    }
    replenish();
}

/// Asks for the reserve; null where it can't be had. It comes from the system itself: what the allocator gets back it need not be able to
/// use for something else.
fn map(layout: Layout) -> *mut u8 {
    #[cfg(unix)]
    {
        use rustix::mm::{MapFlags, ProtFlags, mmap_anonymous};
        // SAFETY: a new mapping anywhere, which nobody touches.
        let place = unsafe { mmap_anonymous(null_mut(), layout.size(), ProtFlags::empty(), MapFlags::PRIVATE) };
        place.map_or(null_mut(), |place| place.cast())
    }
    // SAFETY: the layout is not empty.
    #[cfg(not(unix))]
    fallible(|| unsafe { std::alloc::alloc(layout) })
}

/// Gives the reserve back.
///
/// # Safety
/// It came from [`map`] for this layout, once.
unsafe fn unmap(block: *mut u8, layout: Layout) {
    // SAFETY: the caller's.
    unsafe {
        #[cfg(unix)]
        let _ = rustix::mm::munmap(block.cast(), layout.size());
        #[cfg(not(unix))]
        std::alloc::dealloc(block, layout);
    }
}

/// For the allocator, when it has no memory for a request: asks once more after everything that can be given up was. Null is for those
/// who take it for an answer; where nobody does, the process ends here.
#[cold]
#[inline(never)]
pub(super) fn exhausted(size: usize, ask: impl Fn() -> *mut u8) -> *mut u8 {
    blocks::trim();
    allocator::collect();
    let block = ask();
    if !block.is_null() {
        return block;
    }
    if FALLIBLE.get() {
        return if shrink() { ask() } else { block };
    }
    if size <= HELD.load(Ordering::Relaxed) && give_up() {
        state::request_memory_error();
        allocator::collect();
        let block = ask();
        if !block.is_null() {
            return block;
        }
    }
    give_up();
    if let Some(last_words) = LAST_WORDS.take() {
        last_words();
    }
    // Where it can't be written, there is nobody to tell.
    let _ = std::io::stderr().write_all(b"MemoryError\n");
    std::process::exit(1)
}
