//! The constants of a code and, right before them, what each of its sites learnt last: one block, so that an instruction finds both from the one
//! pointer that it gets.
//!
//! Invariant: `base` leads to the first constant; `consts` values begin there and `sites` caches end there, the first of which is the nearest. All are
//! initialised and live as long as the pool.
#![allow(unsafe_code)]

use std::alloc::{Layout, handle_alloc_error};
use std::cell::Cell;
use std::ops::Deref;
use std::ptr::NonNull;

use super::Cache;
use crate::value::Value;

/// Constants and the latest caches.
pub struct Pool {
    base: NonNull<Value>,
    consts: usize,
    sites: usize,
}

const _: () = assert!(size_of::<Cell<Cache>>() == size_of::<Value>() && align_of::<Cell<Cache>>() <= align_of::<Value>());

impl Pool {
    /// These constants, and so many sites that have learnt nothing.
    pub fn new(consts: Vec<Value>, sites: usize) -> Pool {
        let layout = Pool::layout(consts.len(), sites);
        // SAFETY: the layout is not empty; every place of the block is written.
        unsafe {
            let block = NonNull::new(std::alloc::alloc(layout)).unwrap_or_else(|| handle_alloc_error(layout));
            let caches = block.cast::<Cell<Cache>>();
            (0..sites).for_each(|n| caches.add(n).write(Cell::default()));
            let base = caches.add(sites).cast::<Value>();
            let count = consts.len();
            consts.into_iter().enumerate().for_each(|(n, constant)| base.add(n).write(constant));
            Pool { base, consts: count, sites }
        }
    }

    /// A block for all of them, of a place more, so that it is never empty.
    fn layout(consts: usize, sites: usize) -> Layout {
        match Layout::array::<Value>(consts + sites + 1) {
            Ok(layout) => layout,
            Err(_) => unreachable!("sites and constants are numbered by 16 bits"),
        }
    }

    /// What a site learnt last.
    #[inline(always)]
    pub fn latest(&self, site: u16) -> &Cell<Cache> {
        assert!(usize::from(site) < self.sites, "a code has as many caches as sites");
        // SAFETY: there is such a site.
        unsafe { Pool::latest_at(self.base.as_ptr(), site) }
    }

    /// The same from a pointer to a pool's first constant.
    ///
    /// # Safety
    /// The pool lives on while the cache is used, and has such a site.
    #[inline(always)]
    pub unsafe fn latest_at<'a>(base: *const Value, site: u16) -> &'a Cell<Cache> {
        // SAFETY: the caller's pool.
        unsafe { &*base.cast::<Cell<Cache>>().sub(usize::from(site) + 1) }
    }
}

impl Deref for Pool {
    type Target = [Value];

    #[inline(always)]
    fn deref(&self) -> &[Value] {
        // SAFETY: so many constants begin there.
        unsafe { std::slice::from_raw_parts(self.base.as_ptr(), self.consts) }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        // SAFETY: the block is this pool's; caches hold nothing that has to be dropped.
        unsafe {
            std::ptr::slice_from_raw_parts_mut(self.base.as_ptr(), self.consts).drop_in_place();
            let block = self.base.cast::<Cell<Cache>>().sub(self.sites);
            std::alloc::dealloc(block.as_ptr().cast(), Pool::layout(self.consts, self.sites));
        }
    }
}
