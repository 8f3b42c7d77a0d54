//! mimalloc, asked in the way that costs least.
//!
//! Its blocks of 16 bytes and more are aligned to 16 by nature, smaller ones to the largest power of two in their size; but a request that names
//! an alignment is served from the next larger size class, and slowly, unless its size is a power of two. So only alignments that are out of
//! the ordinary are named. It frees and resizes blocks whichever of its functions gave them out.

use std::alloc::Layout;

use libmimalloc_sys as mi;

/// The alignment that blocks have by nature.
const NATURAL: usize = 16;

/// Whether a block of so many bytes is aligned by nature as the layout asks.
#[inline(always)]
const fn natural(layout: Layout, size: usize) -> bool {
    layout.align() <= NATURAL && layout.align() <= size
}

/// A block, or null.
///
/// # Safety
/// The layout is not empty.
#[inline(always)]
pub(super) unsafe fn allocate(layout: Layout) -> *mut u8 {
    let size = layout.size();
    // SAFETY: any size will do, and a layout's alignment is a power of two.
    unsafe { if natural(layout, size) { mi::mi_malloc(size) } else { mi::mi_malloc_aligned(size, layout.align()) } }.cast()
}

/// A block of zeros, or null.
///
/// # Safety
/// As [`allocate`].
#[inline(always)]
pub(super) unsafe fn allocate_zeroed(layout: Layout) -> *mut u8 {
    let size = layout.size();
    // SAFETY: as in `allocate`.
    unsafe { if natural(layout, size) { mi::mi_zalloc(size) } else { mi::mi_zalloc_aligned(size, layout.align()) } }.cast()
}

/// Gives a block back.
///
/// # Safety
/// It came from here for this layout, and is not used afterwards.
#[inline(always)]
pub(super) unsafe fn free(block: *mut u8, _: Layout) {
    // SAFETY: the caller's.
    unsafe { mi::mi_free(block.cast()) }
}

/// Gives a block another size, in another place perhaps; null leaves it as it was.
///
/// # Safety
/// As [`free`], but where this is null; the size is not 0.
#[inline(always)]
pub(super) unsafe fn resize(block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
    // SAFETY: the caller's.
    unsafe {
        if natural(layout, size) {
            mi::mi_realloc(block.cast(), size).cast()
        } else {
            mi::mi_realloc_aligned(block.cast(), size, layout.align()).cast()
        }
    }
}

/// Has memory that holds nothing given back to the system soon: what a growing table or a large result leaves behind would else stay the
/// process's for a second, which is longer than most scripts run. What is soon used again is kept: it would have to be asked for, zeroed and
/// mapped anew. It is to be called before anything is freed, because the first memory that waits to be given back sets a time for all.
pub(super) fn give_back_soon() {
    /// `mi_option_purge_delay`, in milliseconds.
    const DELAY: (i32, std::ffi::c_long) = (15, 2);
    /// `mi_option_minimal_purge_size`, in KiB: all of mimalloc's pages.
    const LEAST: (i32, std::ffi::c_long) = (44, 64);
    unsafe extern "C" {
        fn mi_option_set_default(option: i32, value: std::ffi::c_long);
    }
    for (option, value) in [DELAY, LEAST] {
        // SAFETY: mimalloc's function of that name, which its crate does not declare; the options are two of its.
        unsafe { mi_option_set_default(option, value) }
    }
}

/// Gives memory that holds nothing back to the system.
pub(super) fn collect() {
    unsafe extern "C" {
        fn mi_collect(force: bool);
    }
    // SAFETY: mimalloc's function of that name, which its crate does not declare; it may be called at any time.
    unsafe { mi_collect(true) }
}
