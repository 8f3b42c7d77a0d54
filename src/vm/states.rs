//! What native modules keep in a machine, one of each type: no script sees it, and it lives as long as the machine does.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::rc::Rc;

/// The states, found by their types. There are few.
#[derive(Default)]
pub struct States(RefCell<Vec<(TypeId, Rc<dyn Any>)>>);

impl super::Vm {
    /// The state of a type; a new one the first time.
    pub fn state<T: Default + 'static>(&self) -> Rc<T> {
        let known = self.known_state::<T>();
        known.unwrap_or_else(|| {
            let new = Rc::new(T::default());
            self.states.0.borrow_mut().push((TypeId::of::<T>(), new.clone()));
            new
        })
    }

    /// The state of a type, if there is one by now.
    pub fn known_state<T: 'static>(&self) -> Option<Rc<T>> {
        let states = self.states.0.borrow();
        let (_, state) = states.iter().find(|(id, _)| *id == TypeId::of::<T>())?;
        state.clone().downcast().ok()
    }
}
