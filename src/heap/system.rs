//! The system's allocator, for tools that watch memory (feature `system-allocator`).

use std::alloc::{GlobalAlloc, Layout, System};

/// A block, or null.
///
/// # Safety
/// The layout is not empty.
pub(super) unsafe fn allocate(layout: Layout) -> *mut u8 {
    // SAFETY: the caller's.
    unsafe { System.alloc(layout) }
}

/// A block of zeros, or null.
///
/// # Safety
/// As [`allocate`].
pub(super) unsafe fn allocate_zeroed(layout: Layout) -> *mut u8 {
    // SAFETY: the caller's.
    unsafe { System.alloc_zeroed(layout) }
}

/// Gives a block back.
///
/// # Safety
/// It came from here for this layout, and is not used afterwards.
pub(super) unsafe fn free(block: *mut u8, layout: Layout) {
    // SAFETY: the caller's.
    unsafe { System.dealloc(block, layout) }
}

/// Gives a block another size, in another place perhaps; null leaves it as it was.
///
/// # Safety
/// As [`free`], but where this is null; the size is not 0.
pub(super) unsafe fn resize(block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
    // SAFETY: the caller's.
    unsafe { System.realloc(block, layout, size) }
}

/// The system keeps nothing that it could give back on demand.
pub(super) fn collect() {}

/// The system has ways of its own.
pub(super) fn give_back_soon() {}
