//! The process's memory: free lists (`blocks`) over mimalloc, asked in the way that costs least, and huge pages for large arrays only.
//!
//! mimalloc's blocks of 16 bytes and more are aligned to 16 by nature, but a request that names an alignment is served from the next larger
//! size class, and slowly, unless its size is a power of two. So only alignments that are out of the ordinary are named.
//!
//! Huge pages make a large table quicker to read at random. For a script that says hello they are wrong: each costs a zeroing of two
//! mebibytes, and at times a wait until the system has moved other memory out of the way. So mimalloc is built to ask for none.

use std::alloc::{GlobalAlloc, Layout};

use libmimalloc_sys as mi;

use super::{blocks, reserve};

/// The alignment that blocks have by nature.
const NATURAL: usize = 16;
/// Arrays of so many bytes get huge pages; larger ones than the second number are reservations, hardly touched.
const LARGE: std::ops::Range<usize> = 8 << 20..256 << 20;

/// The allocator.
pub struct Allocator;

/// Whether a block of so many bytes is aligned by nature as the layout asks.
#[inline(always)]
const fn natural(layout: Layout, size: usize) -> bool {
    layout.align() <= NATURAL && layout.align() <= size
}

// SAFETY: mimalloc allocates as the trait asks; blocks of at least 16 bytes are aligned to 16, smaller ones to the largest power of two in
// their size, which `natural` checks. mimalloc frees and resizes blocks whichever of its functions gave them out.
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if blocks::is_small(layout)
            && let Some(block) = blocks::take(layout)
        {
            return block.as_ptr();
        }
        let size = blocks::rounded(layout.size());
        // SAFETY: any size will do, and a layout's alignment is a power of two.
        let ask = || {
            unsafe { if natural(layout, size) { mi::mi_malloc(size) } else { mi::mi_malloc_aligned(size, layout.align()) } }
                .cast()
        };
        granted(size, ask)
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let size = blocks::rounded(layout.size());
        // SAFETY: as in `alloc`.
        let ask = || {
            unsafe { if natural(layout, size) { mi::mi_zalloc(size) } else { mi::mi_zalloc_aligned(size, layout.align()) } }
                .cast()
        };
        granted(size, ask)
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block came from this allocator, which rounds sizes as the lists ask.
        unsafe {
            if !(blocks::is_small(layout) && blocks::put(block, layout)) {
                mi::mi_free(block.cast());
            }
        }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let size = blocks::rounded(size);
        if size == blocks::rounded(layout.size()) {
            return block;
        }
        if LARGE.contains(&size) {
            // SAFETY: passed on.
            return unsafe { self.move_large(block, layout, size) };
        }
        // SAFETY: the block came from this allocator. Where there is no memory for it, it stays as it was.
        let ask = || unsafe {
            if natural(layout, size) {
                mi::mi_realloc(block.cast(), size).cast()
            } else {
                mi::mi_realloc_aligned(block.cast(), size, layout.align()).cast()
            }
        };
        let moved: *mut u8 = ask();
        if moved.is_null() { reserve::exhausted(size, ask) } else { moved }
    }
}

impl Allocator {
    /// As `realloc`, for a large array: it gets its huge pages before it is filled.
    ///
    /// # Safety
    /// As `realloc`.
    #[cold]
    unsafe fn move_large(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the new layout has the old one's alignment; the old block is not used after its bytes were copied.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                moved.copy_from_nonoverlapping(block, layout.size().min(size));
                mi::mi_free(block.cast());
            }
            moved
        }
    }
}

/// A new block; huge pages are asked for if it is large.
#[inline(always)]
fn granted(size: usize, ask: impl Fn() -> *mut u8) -> *mut u8 {
    let mut block = ask();
    if block.is_null() {
        block = reserve::exhausted(size, ask);
    }
    if LARGE.contains(&size) && !block.is_null() {
        ask_for_huge_pages(block, size);
    }
    block
}

#[cold]
fn ask_for_huge_pages(block: *mut u8, size: usize) {
    #[cfg(target_os = "linux")]
    {
        const PAGE: usize = 4096;
        let skipped = block.align_offset(PAGE);
        let length = size.saturating_sub(skipped) & !(PAGE - 1);
        // SAFETY: the range lies within the block, and the advice does not change what is in it. It is a matter of speed only: where the
        // system refuses, all goes on as it was.
        let _ = unsafe { rustix::mm::madvise(block.wrapping_add(skipped).cast(), length, rustix::mm::Advice::LinuxHugepage) };
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (block, size);
}

/// Gives memory that holds nothing back to the system.
pub(super) fn collect() {
    unsafe extern "C" {
        fn mi_collect(force: bool);
    }
    // SAFETY: mimalloc's function of that name, which its crate does not declare; it may be called at any time.
    unsafe { mi_collect(true) }
}
