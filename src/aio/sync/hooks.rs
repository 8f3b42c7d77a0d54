//! Which methods of a native object a script has put its own in place of: in a subclass, in the class, or on the object itself.

use std::cell::Cell;

use crate::object::{DICT_SHAPE, Native, Opaque, ShapeId};
use crate::vm::Vm;

/// What is known of one object. The answer holds as long as its class and the names of its attributes do.
#[derive(Default)]
pub struct Hooks {
    seen: Cell<(u32, ShapeId)>,
    replaced: Cell<u8>,
}

impl Hooks {
    /// The methods that are a script's own, of these: a bit for each, the first name the lowest.
    #[inline(always)]
    pub fn replaced(&self, vm: &Vm, object: &Opaque, names: &[&str]) -> u8 {
        let shape = object.attrs.shape();
        let key = (object.class.borrow().version(), shape);
        if key == self.seen.get() && shape != DICT_SHAPE { self.replaced.get() } else { self.look(vm, object, names) }
    }

    #[cold]
    fn look(&self, vm: &Vm, object: &Opaque, names: &[&str]) -> u8 {
        let class = object.class();
        let mut replaced = 0;
        for (bit, name) in names.iter().enumerate() {
            let name = vm.intern(name);
            let own = object.attrs.get(&class, &name);
            let found = own.or_else(|| class.lookup(&name));
            if !found.is_some_and(|method| method.is::<Native>()) {
                replaced |= 1 << bit;
            }
        }
        self.seen.set((class.version(), object.attrs.shape()));
        self.replaced.set(replaced);
        replaced
    }
}
