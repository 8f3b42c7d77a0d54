//! Exception groups: making, splitting, and what `except*` needs.
//!
//! A group is an [`Exception`] whose attributes `message` and `exceptions` (a non-empty tuple of exceptions) are set once, by
//! [`Vm::new_group`]. Splitting keeps the nesting and the leaves themselves; each part is made by the group's own `derive`.

use rustc_hash::FxHashSet;

use crate::heap::Gc;
use crate::object::{Class, Exception, List, Str, Traceback, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Raised, Result, Vm};

/// Which exceptions of a group are asked for.
pub enum Wanted<'a> {
    /// Instances of a class or a tuple of classes.
    Types(&'a Value),
    /// Those that a callable answers with true.
    Predicate(&'a Value),
    /// Leaves, by address.
    Leaves(FxHashSet<usize>),
}

/// The two parts of a group: what was asked for, and the rest (not made where nobody wants it).
pub type Parts = (Option<Gc<Exception>>, Option<Gc<Exception>>);

fn address(exception: &Exception) -> usize {
    std::ptr::from_ref(exception).addr()
}

fn value_of(exception: Option<Gc<Exception>>) -> Value {
    exception.map_or(Value::None, Value::from)
}

impl Vm {
    /// Whether an exception is a group.
    pub fn is_group(&self, exception: &Exception) -> bool {
        exception.class.borrow().derives_from(&self.exc.base_exception_group)
    }

    /// The exceptions of a group.
    pub fn group_exceptions(&self, group: &Exception) -> Vec<Gc<Exception>> {
        let listed = group.attrs.get(&group.class.borrow(), &self.intern("exceptions"));
        let Some(tuple) = listed.as_ref().and_then(|listed| listed.get::<Tuple>()) else { return Vec::new() };
        tuple.items().iter().filter_map(|item| item.gc::<Exception>().cloned()).collect()
    }

    /// `class(message, exceptions)` for a group class: checks both and chooses between `ExceptionGroup` and `BaseExceptionGroup`.
    pub fn new_group(&mut self, class: &Gc<Class>, message: &Value, exceptions: &Value) -> Result<Gc<Exception>> {
        if self.native_arg::<Str>(message).is_none() {
            let given = self.type_name(message);
            return Err(self.type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {given}")));
        }
        let sequence = match exceptions.kind() {
            Some(Kind::Dict | Kind::Set | Kind::FrozenSet) | None => false,
            _ => self.lookup_special(exceptions, &self.names.getitem).is_some(),
        };
        if !sequence {
            return Err(self.type_error("second argument (exceptions) must be a sequence"));
        }
        let items = self.collect(exceptions)?;
        if items.is_empty() {
            return Err(self.value_error("second argument (exceptions) must be a non-empty sequence"));
        }
        let mut nested_base = false;
        for (place, item) in items.iter().enumerate() {
            let Some(item) = item.get::<Exception>() else {
                return Err(self.value_error(format!("Item {place} of second argument (exceptions) is not an exception")));
            };
            nested_base |= !item.class.borrow().derives_from(&self.exc.exception);
        }
        let class = self.group_class(class, nested_base)?;
        let group = Exception::new(class.clone(), Tuple::new(vec![message.clone(), exceptions.clone()]));
        group.attrs.set(&class, &self.intern("message"), message.clone());
        group.attrs.set(&class, &self.intern("exceptions"), Tuple::value(items));
        Ok(group)
    }

    fn group_class(&self, class: &Gc<Class>, nested_base: bool) -> Result<Gc<Class>> {
        if class.same(&self.types.exception_group) {
            if nested_base {
                return Err(self.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
            }
        } else if class.same(&self.exc.base_exception_group) {
            if !nested_base {
                return Ok(self.types.exception_group.clone());
            }
        } else if nested_base && class.derives_from(&self.exc.exception) {
            return Err(self.type_error(format!("Cannot nest BaseExceptions in '{}'", class.name.borrow())));
        }
        Ok(class.clone())
    }

    /// Splits an exception, group or not.
    pub fn split_exception(&mut self, exception: &Gc<Exception>, wanted: &Wanted<'_>, with_rest: bool) -> Result<Parts> {
        if self.is_wanted(exception, wanted)? {
            return Ok((Some(exception.clone()), None));
        }
        if !self.is_group(exception) {
            return Ok((None, with_rest.then(|| exception.clone())));
        }
        self.guard(|vm| {
            let (mut matched, mut rest) = (Vec::new(), Vec::new());
            for inner in vm.group_exceptions(exception) {
                let parts = vm.split_exception(&inner, wanted, with_rest)?;
                matched.extend(parts.0.map(Value::from));
                rest.extend(parts.1.map(Value::from));
            }
            Ok((vm.derived_group(exception, matched)?, vm.derived_group(exception, rest)?))
        })
    }

    fn is_wanted(&mut self, exception: &Gc<Exception>, wanted: &Wanted<'_>) -> Result<bool> {
        match wanted {
            Wanted::Types(classes) => self.exception_matches(&exception.clone().into(), classes),
            Wanted::Predicate(predicate) => {
                let answer = self.call(predicate, &[exception.clone().into()])?;
                self.truth(&answer)
            }
            Wanted::Leaves(addresses) => Ok(!self.is_group(exception) && addresses.contains(&address(exception))),
        }
    }

    /// A part of a group: made by its `derive`, with its traceback, cause, context and notes. None for no exceptions.
    fn derived_group(&mut self, group: &Gc<Exception>, exceptions: Vec<Value>) -> Result<Option<Gc<Exception>>> {
        if exceptions.is_empty() {
            return Ok(None);
        }
        let part = self.call_method(&group.clone().into(), &self.intern("derive"), &[List::value(exceptions)])?;
        let Some(part) = part.gc::<Exception>().filter(|part| self.is_group(part)).cloned() else {
            return Err(self.type_error("derive must return an instance of BaseExceptionGroup"));
        };
        if let Some(traceback) = &*group.traceback.borrow() {
            *part.traceback.borrow_mut() = Some(traceback.clone());
        }
        *part.context.borrow_mut() = group.context.borrow().clone();
        *part.cause.borrow_mut() = group.cause.borrow().clone();
        part.suppress_context.set(true);
        let notes = self.get_attr_optional(&group.clone().into(), &self.names.notes.clone())?;
        if let Some(notes) = notes
            && matches!(notes.kind(), Some(Kind::List | Kind::Tuple))
        {
            let copy = List::value(self.collect(&notes)?);
            self.set_attr(&part.clone().into(), &self.names.notes.clone(), copy)?;
        }
        Ok(Some(part))
    }

    /// `except*`: the part of an exception that classes match, or None, and the rest, or None.
    pub(super) fn match_exc_star(&mut self, exc: &Value, classes: &Value) -> Result<(Value, Value)> {
        self.check_star_classes(classes)?;
        let Some(exception) = exc.gc::<Exception>().cloned() else { return Ok((Value::None, Value::None)) };
        if self.exception_matches(exc, classes)? {
            if self.is_group(&exception) {
                return Ok((exc.clone(), Value::None));
            }
            let base = self.exc.base_exception_group.clone();
            let group = self.new_group(&base, &Str::value(""), &Tuple::value(vec![exc.clone()]))?;
            if let (Some((code, instr)), Some(globals)) = (self.place(), self.current_globals()) {
                *group.traceback.borrow_mut() = Some(Gc::new(Traceback { code, instr, globals, next: None.into() }));
            }
            return Ok((group.into(), Value::None));
        }
        if !self.is_group(&exception) {
            return Ok((Value::None, exc.clone()));
        }
        let pair = self.call_method(exc, &self.intern("split"), std::slice::from_ref(classes))?;
        let class = self.type_name(exc);
        match pair.get::<Tuple>().map(Tuple::items) {
            Some([matched, rest, ..]) => Ok((matched.clone(), rest.clone())),
            Some(short) => {
                Err(self.type_error(format!("{class}.split must return a 2-tuple, got tuple of size {}", short.len())))
            }
            None => Err(self.type_error(format!("{class}.split must return a tuple, not {}", self.type_name(&pair)))),
        }
    }

    fn check_star_classes(&self, classes: &Value) -> Result<()> {
        let listed: &[Value] = match classes.get::<Tuple>() {
            Some(tuple) => tuple.items(),
            None => std::slice::from_ref(classes),
        };
        for class in listed {
            let class = class.get::<Class>().filter(|class| class.derives_from(&self.exc.base_exception));
            let Some(class) = class else {
                return Err(self.type_error("catching classes that do not inherit from BaseException is not allowed"));
            };
            if class.derives_from(&self.exc.base_exception_group) {
                return Err(self.type_error("catching ExceptionGroup with except* is not allowed. Use except instead."));
            }
        }
        Ok(())
    }

    /// The end of a `try` with `except*` clauses: what is raised, or None. `raised` lists what the clauses raised and what none of them
    /// matched, with None for a clause that raised nothing.
    pub(super) fn prep_reraise_star(&mut self, orig: &Value, raised: &Value) -> Result<Value> {
        let listed: Vec<Gc<Exception>> = match raised.get::<List>() {
            Some(list) => list.0.borrow().iter().filter_map(|item| item.gc::<Exception>().cloned()).collect(),
            None => raised.gc::<Exception>().cloned().into_iter().collect(),
        };
        let Some(first) = listed.first() else { return Ok(Value::None) };
        let Some(original) = orig.gc::<Exception>().filter(|original| self.is_group(original)) else {
            // A plain exception was wrapped: at most one clause ran.
            return Ok(first.clone().into());
        };
        let (reraised, mut raised): (Vec<_>, Vec<_>) =
            listed.into_iter().partition(|exception| same_origin(exception, original));
        let mut leaves = FxHashSet::default();
        reraised.iter().for_each(|exception| self.collect_leaves(exception, &mut leaves));
        if !leaves.is_empty() {
            let kept = self.split_exception(original, &Wanted::Leaves(leaves), false)?.0;
            if raised.is_empty() {
                return Ok(value_of(kept));
            }
            raised.extend(kept);
        }
        if raised.len() == 1 {
            return Ok(value_of(raised.pop()));
        }
        if raised.is_empty() {
            return Ok(Value::None);
        }
        let base = self.exc.base_exception_group.clone();
        let all = List::value(raised.into_iter().map(Value::from).collect());
        Ok(self.new_group(&base, &Str::value(""), &all)?.into())
    }

    fn collect_leaves(&self, exception: &Gc<Exception>, leaves: &mut FxHashSet<usize>) {
        let mut pending = vec![exception.clone()];
        while let Some(next) = pending.pop() {
            if self.is_group(&next) {
                pending.extend(self.group_exceptions(&next));
            } else {
                leaves.insert(address(&next));
            }
        }
    }

    /// Adds a note to an exception (`__notes__`), as the machine does on its own account.
    pub fn add_note(&mut self, raised: &Raised, note: &str) {
        let exception = &raised.0;
        let class = exception.class();
        let known = exception.attrs.get(&class, &self.names.notes);
        match known.as_ref().and_then(|notes| notes.get::<List>()) {
            Some(list) => list.0.borrow_mut().push(Str::value(note)),
            None => exception.attrs.set(&class, &self.names.notes, List::value(vec![Str::value(note)])),
        }
    }
}

/// Whether an exception is a part of the original group that was raised again as it was: a part has the group's own traceback, cause
/// and context.
fn same_origin(exception: &Gc<Exception>, original: &Gc<Exception>) -> bool {
    let same = |a: &Option<Gc<Exception>>, b: &Option<Gc<Exception>>| match (a, b) {
        (Some(a), Some(b)) => a.same(b),
        (None, None) => true,
        _ => false,
    };
    let traceback = match (&*exception.traceback.borrow(), &*original.traceback.borrow()) {
        (Some(a), Some(b)) => a.same(b),
        (None, None) => true,
        _ => false,
    };
    traceback
        && same(&exception.cause.borrow(), &original.cause.borrow())
        && same(&exception.context.borrow(), &original.context.borrow())
}
