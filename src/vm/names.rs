//! Interned strings, and those that the machine itself looks up.

use std::cell::RefCell;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::heap::Gc;
use crate::object::{SPECIALS, Str, hash_bytes};

/// All interned strings of a machine. Attribute names must be interned: shapes and lookups compare their addresses.
#[derive(Default)]
pub struct Interner {
    table: RefCell<HashTable<Gc<Str>>>,
}

impl Interner {
    /// The interned string of a text.
    pub fn intern(&self, text: &str) -> Gc<Str> {
        let hash = hash_bytes(text.as_bytes()) as u64;
        let mut table = self.table.borrow_mut();
        let entry = table.entry(hash, |other| other.as_str() == text, |other| other.hash() as u64);
        let string = entry.or_insert_with(|| Str::new(text)).get().clone();
        string.mark_interned();
        string
    }

    /// The interned string equal to a string, where there is one.
    #[inline]
    pub fn find_str(&self, string: &Gc<Str>) -> Option<Gc<Str>> {
        if string.is_interned() {
            return Some(string.clone());
        }
        self.table.borrow().find(string.hash() as u64, |other| other.as_str() == string.as_str()).cloned()
    }

    /// The interned string equal to a string, which may be that string itself.
    pub fn intern_str(&self, string: &Gc<Str>) -> Gc<Str> {
        if string.is_interned() {
            return string.clone();
        }
        let mut table = self.table.borrow_mut();
        let entry = table.entry(string.hash() as u64, |other| other.as_str() == string.as_str(), |other| other.hash() as u64);
        let interned = entry.or_insert_with(|| string.clone()).get().clone();
        interned.mark_interned();
        interned
    }
}

/// A map keyed by numbers, quick to hash.
pub type FastMap<K, V> = hashbrown::HashMap<K, V, FxBuildHasher>;

macro_rules! names {
    ($($field:ident $text:literal)*) => {
        /// Interned strings that the machine looks up itself; fields are named for what they are looked up for.
        #[allow(missing_docs)]
        pub struct Names { $(pub $field: Gc<Str>,)* }

        impl Names {
            /// Interns them all.
            pub fn new(interner: &Interner) -> Names {
                let names = Names { $($field: interner.intern($text),)* };
                number_specials(&[$(&names.$field,)*]);
                names
            }
        }
    };
}

names! {
    abs "__abs__" add "__add__" aenter "__aenter__" aexit "__aexit__" aiter "__aiter__" all "__all__" and "__and__" anext "__anext__"
    annotate "__annotate__" annotate_func "__annotate_func__" annotations "__annotations__" await_ "__await__" bool "__bool__"
    build_class "__build_class__" builtins "__builtins__" bytes "__bytes__" call "__call__" class "__class__" class_getitem "__class_getitem__"
    close "close" complex "__complex__" contains "__contains__" del "__del__" delattr "__delattr__" delete "__delete__" delitem "__delitem__"
    dict "__dict__" dir "__dir__" divmod "__divmod__" doc "__doc__" empty "" enter "__enter__" eq "__eq__" exit "__exit__" file "__file__"
    float "__float__" floordiv "__floordiv__" format "__format__" ge "__ge__" get "__get__" getattr "__getattr__" getattribute "__getattribute__"
    getitem "__getitem__" gt "__gt__" hash "__hash__" iadd "__iadd__" iand "__iand__" ifloordiv "__ifloordiv__" ilshift "__ilshift__"
    imatmul "__imatmul__" imod "__imod__" imul "__imul__" index "__index__" init "__init__" init_subclass "__init_subclass__" instancecheck
    "__instancecheck__" int "__int__" invert "__invert__" ior "__ior__" ipow "__ipow__" irshift "__irshift__" isub "__isub__" iter "__iter__"
    itruediv "__itruediv__" ixor "__ixor__" keys "keys" le "__le__" len "__len__" length_hint "__length_hint__" lshift "__lshift__" lt "__lt__"
    main "__main__" match_args "__match_args__" matmul "__matmul__" metaclass "metaclass" missing "__missing__" mod_ "__mod__" module "__module__"
    mro_entries "__mro_entries__" mul "__mul__" name "__name__" name_attr "name" ne "__ne__" neg "__neg__" new "__new__" next "__next__" notes
    "__notes__" or "__or__" package "__package__" path "__path__" pos "__pos__" pow "__pow__" prepare "__prepare__" qualname "__qualname__"
    radd "__radd__" rand "__rand__" rdivmod "__rdivmod__" repr "__repr__" reversed "__reversed__" rfloordiv "__rfloordiv__" rlshift "__rlshift__"
    rmatmul "__rmatmul__" rmod "__rmod__" rmul "__rmul__" ror "__ror__" round "__round__" rpow "__rpow__" rrshift "__rrshift__" rshift "__rshift__"
    rsub "__rsub__" rtruediv "__rtruediv__" rxor "__rxor__" send "send" set "__set__" set_name "__set_name__" setattr "__setattr__" setitem
    "__setitem__" slots "__slots__" spec "__spec__" static_attributes "__static_attributes__" str "__str__" sub "__sub__" subclasscheck
    "__subclasscheck__" throw "throw" truediv "__truediv__" type_params "__type_params__" value "value" weakref "__weakref__" xor "__xor__"
    none "None" true_ "True" false_ "False" objclass "__objclass__" wrapped "__wrapped__" first_line "__firstlineno__" classcell "__classcell__" classdictcell "__classdictcell__" loader "__loader__" trunc "__trunc__"
}

/// Gives each name of a special method its place in the tables of classes.
fn number_specials(names: &[&Gc<Str>]) {
    let special = names.iter().filter(|name| name.as_str().starts_with("__"));
    for (name, number) in special.zip(1..SPECIALS as u8) {
        name.number_special(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_special_name_has_a_place_of_its_own() {
        let names = Names::new(&Interner::default());
        let all = [&names.abs, &names.eq, &names.trunc, &names.xor, &names.hash, &names.instancecheck];
        let mut numbers: Vec<u8> = all.iter().map(|name| name.special()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), all.len());
        assert!(numbers[0] > 0 && usize::from(names.close.special()) >= SPECIALS);
    }
}
