//! The heap by itself, over objects of the tests' own: counts, cycles, finalisers, weak references, what watches what, free lists. Each test has
//! a thread and so a heap of its own. `fuzz/run units` runs these and `tests/values.rs` under AddressSanitizer.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::mem::MaybeUninit;
use std::rc::Rc;

use acli::heap::{self, Breaker, Collection, ErasedWeak, Gc, HeapType, Visitor, Weak};

/// An object that refers to others and says when it is dropped.
struct Node {
    number: usize,
    links: RefCell<Vec<Gc<Node>>>,
    dropped: Rc<RefCell<Vec<usize>>>,
    finalize: Cell<bool>,
}

impl HeapType for Node {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;
    const WATCHES: bool = true;

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.links.borrow().iter().for_each(|link| link.trace(visitor));
    }

    fn clear(&self) {
        let links = self.links.take();
        drop(links);
    }

    fn finalize(&self) -> bool {
        self.finalize.get()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.dropped.borrow_mut().push(self.number);
    }
}

/// Makes nodes with consecutive numbers.
#[derive(Default)]
struct Maker {
    made: Cell<usize>,
    dropped: Rc<RefCell<Vec<usize>>>,
}

impl Maker {
    fn node(&self) -> Gc<Node> {
        let number = self.made.replace(self.made.get() + 1);
        Gc::new(Node { number, links: RefCell::default(), dropped: self.dropped.clone(), finalize: Cell::new(false) })
    }

    fn dropped(&self) -> Vec<usize> {
        self.dropped.take()
    }
}

fn link(from: &Gc<Node>, to: &Gc<Node>) {
    from.links.borrow_mut().push(to.clone());
}

/// A value that never changes, which may hold a node.
struct Frozen(Option<Gc<Node>>);

impl HeapType for Frozen {
    const TRACKED: bool = true;
    const FROZEN: bool = true;

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.iter().for_each(|node| node.trace(visitor));
    }
}

/// A number of bytes, which lie behind it.
struct Tailed(usize);

impl HeapType for Tailed {
    const TRACKED: bool = false;
    const TAILED: bool = true;

    fn tail(&self) -> usize {
        self.0
    }

    fn trace(&self, _: &mut Visitor<'_>) {}
}

#[test]
fn the_last_reference_frees() {
    let (maker, before) = (Maker::default(), heap::live_objects());
    let (a, b) = (maker.node(), maker.node());
    link(&a, &b);
    let more = b.clone();
    assert_eq!((a.count(), b.count(), heap::live_objects()), (1, 3, before + 2));
    drop((b, more));
    assert_eq!(maker.dropped(), []);
    drop(a);
    assert_eq!((maker.dropped(), heap::live_objects()), (vec![0, 1], before));
}

#[test]
fn a_long_chain_is_freed_without_depth() {
    let maker = Maker::default();
    let mut head = maker.node();
    for _ in 0..200_000 {
        let next = maker.node();
        link(&next, &head);
        head = next;
    }
    drop(head);
    assert_eq!((maker.dropped().len(), heap::live_objects()), (200_001, 0));
}

#[test]
fn cycles_wait_for_a_collection() {
    let maker = Maker::default();
    let (a, b, outside) = (maker.node(), maker.node(), maker.node());
    link(&a, &b);
    link(&b, &a);
    link(&a, &a);
    link(&b, &outside);
    let weak = Weak::new(&a);
    drop((a, b));
    assert_eq!(maker.dropped(), []);
    assert!(weak.upgrade().is_some());
    assert_eq!(heap::collect(Collection::Full), 2);
    assert!(weak.is_dead() && weak.upgrade().is_none());
    let mut dropped = maker.dropped();
    dropped.sort();
    assert_eq!((dropped, outside.count(), heap::live_objects()), (vec![0, 1], 1, 1));
}

#[test]
fn a_young_collection_leaves_old_garbage() {
    let maker = Maker::default();
    let old = maker.node();
    link(&old, &old);
    heap::collect(Collection::Young);
    assert_eq!(heap::tracked_objects(), (0, 1));
    drop(old);
    let young = maker.node();
    link(&young, &young);
    drop(young);
    assert_eq!(heap::collect(Collection::Young), 1);
    assert_eq!(maker.dropped(), [1]);
    assert_eq!(heap::collect(Collection::Full), 1);
    assert_eq!(maker.dropped(), [0]);
}

/// Numbers that look random, the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

#[test]
fn what_lives_is_what_can_be_reached() {
    for seed in 0..60 {
        let (maker, mut random) = (Maker::default(), Random(seed));
        let count = 1 + random.below(60);
        let nodes: Vec<Gc<Node>> = (0..count).map(|_| maker.node()).collect();
        for _ in 0..random.below(3 * count) {
            link(&nodes[random.below(count)], &nodes[random.below(count)]);
        }
        let mut work: Vec<usize> = (0..count).filter(|_| random.below(5) == 0).collect();
        let held: Vec<Gc<Node>> = work.iter().map(|&n| nodes[n].clone()).collect();
        let mut reached = BTreeSet::new();
        while let Some(n) = work.pop() {
            if reached.insert(n) {
                work.extend(nodes[n].links.borrow().iter().map(|link| link.number));
            }
        }
        if random.below(2) == 0 {
            heap::collect(Collection::Young);
        }
        drop(nodes);
        heap::collect(Collection::Full);
        let dropped: BTreeSet<usize> = maker.dropped().into_iter().collect();
        let expected: BTreeSet<usize> = (0..count).filter(|n| !reached.contains(n)).collect();
        assert_eq!(dropped, expected, "seed {seed}");
        assert_eq!(heap::live_objects(), reached.len(), "seed {seed}");
        drop(held);
        heap::collect(Collection::Full);
        assert_eq!(heap::live_objects(), 0, "seed {seed}");
    }
}

#[test]
fn a_finaliser_is_asked_once() {
    let maker = Maker::default();
    let node = maker.node();
    node.finalize.set(true);
    assert!(heap::wants_finalizers());
    drop(node);
    assert_eq!(maker.dropped(), []);
    let waiting = heap::take_finalizable();
    assert_eq!(waiting.len(), 1);
    let Ok(node) = waiting.into_iter().next().expect("one waits").downcast::<Node>() else { panic!("it is a node") };
    // It lives on, and is not asked again unless that is wanted.
    assert!(!heap::wants_finalizers());
    node.revive();
    assert!(heap::wants_finalizers());
    drop(node);
    assert_eq!(heap::take_finalizable().len(), 1);
    assert_eq!(maker.dropped(), [0]);
}

#[test]
fn a_cycle_with_a_finaliser_waits_whole() {
    let maker = Maker::default();
    let (a, b, c) = (maker.node(), maker.node(), maker.node());
    link(&a, &b);
    link(&b, &c);
    link(&c, &a);
    b.finalize.set(true);
    let weak = Weak::new(&c);
    drop((a, b, c));
    heap::collect(Collection::Full);
    assert!(weak.upgrade().is_some());
    let waiting = heap::take_finalizable();
    assert_eq!((waiting.len(), maker.dropped()), (1, vec![]));
    drop(waiting);
    assert_eq!(heap::collect(Collection::Full), 3);
    assert_eq!((maker.dropped().len(), heap::live_objects()), (3, 0));
}

#[test]
fn who_watches_is_told_the_youngest_first() {
    let maker = Maker::default();
    let (target, first, second, gone) = (maker.node(), maker.node(), maker.node(), maker.node());
    let weak = ErasedWeak::new(&target.clone().erase());
    for watcher in [&first, &second, &gone] {
        weak.add_watcher(watcher);
    }
    assert_eq!(heap::watchers(&target.clone().erase()).len(), 3);
    weak.remove_watcher(&*gone);
    drop(gone);
    drop(target);
    assert!(weak.upgrade().is_none());
    let told: Vec<usize> = heap::take_bereaved().iter().map(heap::Erased::address).collect();
    assert_eq!(told, [second.address(), first.address()]);
    assert!(heap::take_bereaved().is_empty());
}

#[test]
fn a_weak_reference_does_not_mistake_the_next_object() {
    let maker = Maker::default();
    for _ in 0..100 {
        let node = maker.node();
        let weak = Weak::new(&node);
        assert!(weak.clone().upgrade().is_some_and(|same| same.same(&node)));
        drop(node);
        // It may well get the memory of the one that died.
        let next = maker.node();
        assert!(weak.is_dead() && Weak::new(&next).upgrade().is_some());
    }
}

#[test]
fn only_who_is_alone_may_change() {
    let maker = Maker::default();
    let mut node = maker.node();
    assert!(Gc::get_mut(&mut node).is_some());
    let other = node.clone();
    assert!(Gc::get_mut(&mut node).is_none());
    drop(other);
    let weak = Weak::new(&node);
    assert!(Gc::get_mut(&mut node).is_none());
    drop(weak);
    assert_eq!(Gc::get_mut(&mut maker.node()).map(|node| node.number), Some(1));
}

#[test]
fn frozen_objects_without_tracked_ones_are_untracked() {
    let maker = Maker::default();
    let (mut plain, mixed) = (Gc::new(Frozen(None)), Gc::new(Frozen(Some(maker.node()))));
    heap::collect(Collection::Full);
    assert!(!plain.clone().erase().is_tracked() && mixed.clone().erase().is_tracked());
    // Changed, it may hold anything.
    let node = maker.node();
    Gc::get_mut(&mut plain).expect("nobody else has it").0 = Some(node.clone());
    assert!(plain.clone().erase().is_tracked());
    assert_eq!(heap::live_objects(), 4);
    drop((plain, mixed, node));
    assert_eq!(heap::live_objects(), 0);
}

#[test]
fn a_type_is_known_again() {
    let maker = Maker::default();
    let erased = maker.node().erase();
    let Err(erased) = erased.downcast::<Frozen>() else { panic!("a node is no frozen value") };
    assert!(erased.downcast::<Node>().is_ok_and(|node| node.number == 0));
    assert_eq!(maker.dropped(), [0]);
}

#[test]
fn bytes_behind_an_object() {
    heap::collect(Collection::Full);
    for length in [0, 1, 15, 16, 17, 100, 488, 489, 512, 1000, 70_000] {
        let mut seen = Vec::new();
        let object = Gc::with_tail(Tailed(length), |bytes| {
            assert_eq!(bytes.len(), length);
            bytes[..length / 2].fill(MaybeUninit::new(7));
            seen.push(bytes.as_ptr().addr());
            length / 2
        });
        let after = (&raw const *object).addr() + size_of::<Tailed>();
        assert!(object.0 == length && seen == [after]);
        drop(object);
    }
    assert_eq!(heap::live_objects(), 0);
}

#[test]
fn blocks_of_all_sizes_do_not_overlap() {
    use std::alloc::Layout;
    // A thread that tracks keeps free lists.
    let maker = Maker::default();
    let node = maker.node();
    let mut random = Random(1);
    let mut blocks: Vec<(*mut u8, Layout, u8)> = Vec::new();
    for round in 0..20_000usize {
        if blocks.is_empty() || random.below(100) < 55 {
            let layout = Layout::from_size_align(1 + random.below(700), 1 << random.below(5)).expect("a layout");
            let (block, mark) = (heap::allocate(layout).as_ptr(), round as u8);
            assert!(block.addr().is_multiple_of(layout.align()));
            // SAFETY: the block has that many bytes.
            #[allow(unsafe_code)]
            unsafe {
                block.write_bytes(mark, layout.size());
            }
            blocks.push((block, layout, mark));
        } else {
            let (block, layout, mark) = blocks.swap_remove(random.below(blocks.len()));
            // SAFETY: the block was written whole, and is given up.
            #[allow(unsafe_code)]
            unsafe {
                assert!(std::slice::from_raw_parts(block, layout.size()).iter().all(|&byte| byte == mark));
                heap::release(block, layout);
            }
        }
        if round % 5000 == 0 {
            // Gives what the lists hold back.
            heap::collect(Collection::Full);
        }
    }
    for (block, layout, _) in blocks {
        // SAFETY: as above.
        #[allow(unsafe_code)]
        unsafe {
            heap::release(block, layout);
        }
    }
    drop(node);
}

#[test]
fn collections_are_asked_for() {
    use std::sync::atomic::Ordering::Relaxed;
    let asked = || heap::breaker().load(Relaxed) & Breaker::Collect as u8 != 0;
    let maker = Maker::default();
    let nodes: Vec<Gc<Node>> = (0..9_000).map(|_| maker.node()).collect();
    assert!(!asked() && heap::collection_due().is_none());
    let more: Vec<Gc<Node>> = (0..2_000).map(|_| maker.node()).collect();
    // Nothing has grown old yet: a full one.
    assert!(asked() && heap::collection_due() == Some(Collection::Full));
    heap::collect(Collection::Young);
    assert!(!asked() && heap::tracked_objects() == (0, 11_000));
    heap::set_stress(true);
    let last = maker.node();
    assert!(asked() && heap::collection_due() == Some(Collection::Full));
    assert!(heap::set_enabled(false));
    assert!(heap::collection_due().is_none());
    drop((nodes, more, last));
}
