//! The binary, and its allocator.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout};

use libmimalloc_sys::{mi_free, mi_malloc, mi_malloc_aligned, mi_realloc, mi_realloc_aligned, mi_zalloc, mi_zalloc_aligned};

/// Alignment that every block has which is at least as long (`MI_MAX_ALIGN_SIZE`).
const NATURAL: usize = 16;

/// mimalloc, asked for an alignment only where blocks don't have it anyway: asked for one, it gives blocks of 48 bytes or other sizes that are no
/// power of two out of longer ones, and slowly.
struct Allocator;

/// Whether blocks of a layout are aligned without asking.
#[inline(always)]
fn natural(layout: Layout) -> bool {
    layout.align() <= NATURAL && layout.align() <= layout.size()
}

// SAFETY: mimalloc's functions do what the trait asks for; blocks of `mi_malloc` have the alignment of `NATURAL`, or of their size where that is less.
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: an alignment is a power of two.
        unsafe { if natural(layout) { mi_malloc(layout.size()) } else { mi_malloc_aligned(layout.size(), layout.align()) } }
            .cast()
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as in `alloc`.
        unsafe { if natural(layout) { mi_zalloc(layout.size()) } else { mi_zalloc_aligned(layout.size(), layout.align()) } }
            .cast()
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, _: Layout) {
        // SAFETY: the caller's block comes from here.
        unsafe { mi_free(block.cast()) }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let plain = layout.align() <= NATURAL && layout.align() <= size;
        // SAFETY: the caller's block comes from here; as in `alloc`.
        unsafe { if plain { mi_realloc(block.cast(), size) } else { mi_realloc_aligned(block.cast(), size, layout.align()) } }
            .cast()
    }
}

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

fn main() {
    acli::cli::main()
}
