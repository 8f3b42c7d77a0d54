//! What values point at: one file per type, storage and invariants only.
//!
//! Methods that scripts call stand in `builtins`, the machine's use of these types in `vm`. Shared mutable parts are `RefCell`s and `Cell`s;
//! nobody may call into the machine while a borrow is open.

mod algebra;
mod attr_slots;
mod attrs;
mod bigint;
mod buffer;
mod bytes;
mod cell;
mod chars;
mod class;
mod code;
mod complex;
mod deque;
mod dict;
mod exception;
pub mod frame;
mod function;
mod gapped;
mod generator;
mod hashed;
mod index;
mod instance;
mod items;
mod iterator;
mod key;
mod list;
mod member;
mod module;
mod native;
mod opaque;
mod pool;
mod range;
mod selection;
mod set;
mod string;
mod tuple;
mod wrappers;

pub use attr_slots::AttrSlots;
pub use attrs::{Attrs, DICT_SHAPE};
pub use bigint::{BigIntObject, int_value, wide_value};
pub use bytes::{ByteArray, Bytes};
pub use cell::Cell;
pub use class::{Class, ClassFlags, Keyed, Layout, Maker, SPECIALS, ShapeId};
pub use code::{Cache, CacheKind, CallShape, CodeObject, MOST_NAMED, Order, Site, SiteRecord, TO_REST};
pub use complex::Complex;
pub use deque::Deque;
pub use dict::{Asked, Dict, DictStorage, Entry, Found};
pub use exception::{Exception, Traceback, UNBEGUN};
pub use function::{Function, FunctionMeta};
pub use gapped::Gapped;
pub use generator::{AsyncAction, AsyncStep, CoroutineWrapper, GenState, Generator, GeneratorKind};
pub use hashed::HashedKey;
pub use index::Probe;
pub use instance::Instance;
pub use items::Items;
pub use iterator::{DictWalk, Iter, IterClass, Iterator};
pub use key::{
    Search, TupleHash, hash_bytes, hash_complex, hash_float, hash_int, identity_hash, is_asked, position, quick_eq, quick_hash,
};
pub use list::{List, drop_backwards};
pub use member::{Member, Slots};
pub use module::Module;
pub use native::{BoundMethod, Native, NativeId};
pub use opaque::{NativeData, Opaque};
pub use pool::Pool;
pub use range::{Narrow, Range, Slice, Wide, WideRest};
pub use selection::Selection;
pub use set::{FrozenSet, Set, SetStorage, Walk};
pub use string::{Str, push_code};
pub use tuple::{Tuple, TupleItems};
pub use wrappers::{ClassMethod, DictView, GenericAlias, MappingProxy, Property, StaticMethod, Super, ViewKind, WeakRef};

/// Names the kind of a type. A kind named twice does not compile: there would be two implementations of [`Taken`](crate::value::Taken) for it.
macro_rules! object_kind {
    ($type:ty, $kind:ident) => {
        impl crate::value::Taken for crate::value::KindNumber<{ crate::value::Kind::$kind as u8 }> {}
        // SAFETY: the kind is named for this type alone, as the line before proves.
        #[allow(unsafe_code)]
        unsafe impl crate::value::Object for $type {
            const KIND: crate::value::Kind = crate::value::Kind::$kind;
        }
        const _: () = assert!(crate::value::Kind::$kind.is_atomic() != <$type as crate::heap::HeapType>::TRACKED);
    };
}
pub(crate) use object_kind;
