//! Free lists: small blocks that were given back, by size, so that what dies young costs a few instructions to make and to free.
//!
//! A list holds blocks of one size class, newest first, so that the next object gets memory that is still in the cache. A thread's lists stay
//! empty until it opens them ([`open`]): only a thread that runs a machine makes objects by the million. They are bounded, and emptied by full
//! collections. Their heads lie at a fixed address for as long as the thread lives.
//!
//! Invariant: a block in list `n` has room for `n * STEP` bytes and is aligned to [`STEP`]; whoever asks the allocator for a block that may get
//! here asks for a whole number of steps ([`rounded`]).

use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::Cell;
use std::ptr::{NonNull, null_mut};

/// Bytes from one size class to the next, and the alignment of blocks.
const STEP: usize = 16;
/// Larger blocks have no list. Where tools watch the memory, none has: a block that rests in a list would hide its misuse.
const LARGEST: usize = if cfg!(feature = "system-allocator") { 0 } else { 512 };
const CLASSES: usize = LARGEST / STEP + 1;
/// Bytes that a list holds at most.
const MOST: usize = 128 << 10;

/// What a free block holds: the address of the next one.
type Link = *mut u8;

#[repr(C)]
struct Lists {
    heads: [Cell<Link>; CLASSES],
    /// How many blocks more each list takes.
    room: [Cell<u32>; CLASSES],
}

thread_local! {
    static LISTS: Lists =
        const { Lists { heads: [const { Cell::new(null_mut()) }; CLASSES], room: [const { Cell::new(0) }; CLASSES] } };
}

/// Whether blocks of a layout have a list.
#[inline(always)]
pub(super) const fn is_small(layout: Layout) -> bool {
    layout.size() <= LARGEST && layout.align() <= STEP
}

/// The size to ask the allocator for.
#[inline(always)]
pub(super) const fn rounded(size: usize) -> usize {
    if size <= LARGEST { size.next_multiple_of(STEP) } else { size }
}

/// A block of a list, for a layout that is small; none where the list is empty.
#[inline(always)]
pub(super) fn take(layout: Layout) -> Option<NonNull<u8>> {
    let class = layout.size().div_ceil(STEP);
    LISTS.with(|lists| {
        let head = NonNull::new(lists.heads[class].get())?;
        // SAFETY: a block in a list is nobody's, and its first word is the next one's address.
        lists.heads[class].set(unsafe { head.cast::<Link>().read() });
        lists.room[class].set(lists.room[class].get() + 1);
        Some(head)
    })
}

/// Puts a block of a small layout into its list; whether there was room.
///
/// # Safety
/// The block has room for the layout's size, rounded up, and is not used afterwards where this is true.
#[inline(always)]
pub(super) unsafe fn put(block: *mut u8, layout: Layout) -> bool {
    let class = layout.size().div_ceil(STEP);
    LISTS.with(|lists| {
        let Some(room) = lists.room[class].get().checked_sub(1) else { return false };
        lists.room[class].set(room);
        // SAFETY: the block is given up, and at least one step long.
        unsafe { block.cast::<Link>().write(lists.heads[class].get()) };
        lists.heads[class].set(block);
        true
    })
}

/// A block for a heap object or a frame. Where there is no memory the process ends.
#[inline(always)]
pub fn allocate(layout: Layout) -> NonNull<u8> {
    if is_small(layout)
        && let Some(block) = take(layout)
    {
        return block;
    }
    allocate_new(layout)
}

#[inline(never)]
fn allocate_new(layout: Layout) -> NonNull<u8> {
    let layout = asked(layout);
    // SAFETY: nobody asks for an empty block.
    let Some(block) = NonNull::new(unsafe { alloc(layout) }) else { handle_alloc_error(layout) };
    block
}

/// Gives a block back.
///
/// # Safety
/// It came from [`allocate`] for the same layout and is not used afterwards.
#[inline(always)]
pub unsafe fn release(block: *mut u8, layout: Layout) {
    // SAFETY: the caller's block was asked for as its list wants it.
    unsafe {
        if !(is_small(layout) && put(block, layout)) {
            dealloc(block, asked(layout));
        }
    }
}

/// The layout that the allocator is asked for.
#[inline(always)]
const fn asked(layout: Layout) -> Layout {
    if !is_small(layout) {
        return layout;
    }
    // SAFETY: the size is at most `LARGEST`, and the alignment a power of two.
    unsafe { Layout::from_size_align_unchecked(rounded(layout.size()), STEP) }
}

/// Lets this thread keep blocks in lists.
pub(super) fn open() {
    LISTS.with(|lists| {
        for (class, room) in lists.room.iter().enumerate().skip(1) {
            if lists.heads[class].get().is_null() {
                room.set((MOST / (class * STEP)) as u32);
            }
        }
    });
}

/// Gives the blocks of all lists back to the allocator.
pub(super) fn trim() {
    LISTS.with(|lists| {
        for class in 1..CLASSES {
            // A list without room takes nothing back meanwhile.
            let room = lists.room[class].replace(0);
            let mut freed = 0;
            while let Some(block) = NonNull::new(lists.heads[class].get()) {
                // SAFETY: a block in a list is nobody's, holds the next one's address, and was asked for in the size of its class, or a
                // larger one by an allocator that looks at no size.
                unsafe {
                    lists.heads[class].set(block.cast::<Link>().read());
                    dealloc(block.as_ptr(), Layout::from_size_align_unchecked(class * STEP, STEP));
                }
                freed += 1;
            }
            lists.room[class].set(room + freed);
        }
    });
}
