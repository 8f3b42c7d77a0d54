//! The process's memory: free lists (`blocks`) over what gives memory out (`source`), and huge pages for large arrays only.
//!
//! The source is mimalloc (`mimalloc`), or, with the feature `system-allocator`, the system's allocator (`system`) and no free lists: then
//! tools that watch memory see each block come and go.
//!
//! Huge pages make a large table quicker to read at random. For a script that says hello they are wrong: each costs a zeroing of two
//! mebibytes, and at times a wait until the system has moved other memory out of the way. So mimalloc is built to ask for none.

use std::alloc::{GlobalAlloc, Layout};

#[cfg(not(feature = "system-allocator"))]
use super::mimalloc as source;
#[cfg(feature = "system-allocator")]
use super::system as source;
use super::{blocks, reserve};

/// Arrays of so many bytes get huge pages; larger ones than the second number are reservations, hardly touched.
const LARGE: std::ops::Range<usize> = 8 << 20..256 << 20;

/// The allocator.
pub struct Allocator;

/// The layout that the source is asked for.
#[inline(always)]
fn rounded(layout: Layout) -> Layout {
    // SAFETY: only small sizes are rounded, so that the size is far from overflowing; the alignment is a layout's.
    unsafe { Layout::from_size_align_unchecked(blocks::rounded(layout.size()), layout.align()) }
}

// SAFETY: the source allocates as the trait asks, and blocks in the lists are as large and as aligned as what asks for them (`blocks`). Each
// block is freed and resized by the layout that it was asked for with.
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if blocks::is_small(layout)
            && let Some(block) = blocks::take(layout)
        {
            return block.as_ptr();
        }
        let layout = rounded(layout);
        // SAFETY: the trait's caller asks for at least a byte.
        granted(layout.size(), || unsafe { source::allocate(layout) })
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let layout = rounded(layout);
        // SAFETY: as in `alloc`.
        granted(layout.size(), || unsafe { source::allocate_zeroed(layout) })
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block came from this allocator, which rounds sizes as the lists ask.
        unsafe {
            if !(blocks::is_small(layout) && blocks::put(block, layout)) {
                source::free(block, rounded(layout));
            }
        }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let (layout, size) = (rounded(layout), blocks::rounded(size));
        if size == layout.size() {
            return block;
        }
        if LARGE.contains(&size) {
            // SAFETY: passed on.
            return unsafe { self.move_large(block, layout, size) };
        }
        // SAFETY: the block came from this allocator. Where there is no memory for it, it stays as it was.
        let ask = || unsafe { source::resize(block, layout, size) };
        let moved: *mut u8 = ask();
        let moved = if moved.is_null() { reserve::exhausted(size, ask) } else { moved };
        reserve::given(moved, size);
        moved
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
                source::free(block, layout);
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
    reserve::given(block, size);
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

/// Has memory that holds nothing given back to the system soon. To be called before all else.
pub fn give_back_soon() {
    source::give_back_soon();
}

/// Gives memory that holds nothing back to the system.
pub(super) fn collect() {
    source::collect();
}
