//! Raising: the exception classes that the machine names, and short ways to make one.

use crate::heap::Gc;
use crate::object::{Class, Exception, Str, Tuple};
use crate::value::Value;
use crate::vm::Vm;

/// The attribute under which a NameError keeps the parameter `self` of the method where the name was not found, to suggest `self.name`, and
/// an AttributeError its object where that is `self`, to suggest names with an underscore too.
pub const RECEIVER: &str = ".self";

/// An exception on its way to its handler.
pub struct Raised(pub Gc<Exception>);

/// A result, or an exception that was raised.
pub type Result<T = Value> = std::result::Result<T, Raised>;

const _: () = assert!(size_of::<Result>() == 16);

macro_rules! exceptions {
    ($($field:ident $name:literal $base:literal)*) => {
        /// The exception classes that are built in.
        #[allow(missing_docs)]
        pub struct Exceptions { $(pub $field: Gc<Class>,)* }

        impl Exceptions {
            /// Makes them; `make` gets name and base, the base always made before.
            pub fn new(mut make: impl FnMut(&'static str, &'static str) -> Gc<Class>) -> Exceptions {
                Exceptions { $($field: make($name, $base),)* }
            }

            /// All of them.
            pub fn all(&self) -> Vec<Gc<Class>> {
                vec![$(self.$field.clone(),)*]
            }
        }
    };
}

exceptions! {
    base_exception "BaseException" "object"
    base_exception_group "BaseExceptionGroup" "BaseException"
    generator_exit "GeneratorExit" "BaseException"
    keyboard_interrupt "KeyboardInterrupt" "BaseException"
    system_exit "SystemExit" "BaseException"
    exception "Exception" "BaseException"
    arithmetic_error "ArithmeticError" "Exception"
    floating_point_error "FloatingPointError" "ArithmeticError"
    overflow_error "OverflowError" "ArithmeticError"
    zero_division_error "ZeroDivisionError" "ArithmeticError"
    assertion_error "AssertionError" "Exception"
    attribute_error "AttributeError" "Exception"
    buffer_error "BufferError" "Exception"
    eof_error "EOFError" "Exception"
    import_error "ImportError" "Exception"
    module_not_found_error "ModuleNotFoundError" "ImportError"
    lookup_error "LookupError" "Exception"
    index_error "IndexError" "LookupError"
    key_error "KeyError" "LookupError"
    memory_error "MemoryError" "Exception"
    name_error "NameError" "Exception"
    unbound_local_error "UnboundLocalError" "NameError"
    os_error "OSError" "Exception"
    blocking_io_error "BlockingIOError" "OSError"
    child_process_error "ChildProcessError" "OSError"
    connection_error "ConnectionError" "OSError"
    broken_pipe_error "BrokenPipeError" "ConnectionError"
    connection_aborted_error "ConnectionAbortedError" "ConnectionError"
    connection_refused_error "ConnectionRefusedError" "ConnectionError"
    connection_reset_error "ConnectionResetError" "ConnectionError"
    file_exists_error "FileExistsError" "OSError"
    file_not_found_error "FileNotFoundError" "OSError"
    interrupted_error "InterruptedError" "OSError"
    is_a_directory_error "IsADirectoryError" "OSError"
    not_a_directory_error "NotADirectoryError" "OSError"
    permission_error "PermissionError" "OSError"
    process_lookup_error "ProcessLookupError" "OSError"
    timeout_error "TimeoutError" "OSError"
    reference_error "ReferenceError" "Exception"
    runtime_error "RuntimeError" "Exception"
    not_implemented_error "NotImplementedError" "RuntimeError"
    recursion_error "RecursionError" "RuntimeError"
    python_finalization_error "PythonFinalizationError" "RuntimeError"
    stop_async_iteration "StopAsyncIteration" "Exception"
    stop_iteration "StopIteration" "Exception"
    syntax_error "SyntaxError" "Exception"
    indentation_error "IndentationError" "SyntaxError"
    tab_error "TabError" "IndentationError"
    system_error "SystemError" "Exception"
    type_error "TypeError" "Exception"
    value_error "ValueError" "Exception"
    unicode_error "UnicodeError" "ValueError"
    unicode_decode_error "UnicodeDecodeError" "UnicodeError"
    unicode_encode_error "UnicodeEncodeError" "UnicodeError"
    unicode_translate_error "UnicodeTranslateError" "UnicodeError"
    warning "Warning" "Exception"
    bytes_warning "BytesWarning" "Warning"
    deprecation_warning "DeprecationWarning" "Warning"
    encoding_warning "EncodingWarning" "Warning"
    future_warning "FutureWarning" "Warning"
    import_warning "ImportWarning" "Warning"
    pending_deprecation_warning "PendingDeprecationWarning" "Warning"
    resource_warning "ResourceWarning" "Warning"
    runtime_warning "RuntimeWarning" "Warning"
    syntax_warning "SyntaxWarning" "Warning"
    unicode_warning "UnicodeWarning" "Warning"
    user_warning "UserWarning" "Warning"
}

macro_rules! shorthands {
    ($($name:ident)*) => {
        impl Vm {
            $(
                #[doc = concat!("A new `", stringify!($name), "` with this message, ready for `Err`.")]
                #[cold]
                pub fn $name(&self, message: impl AsRef<str>) -> Raised {
                    self.raise(&self.exc.$name, message.as_ref())
                }
            )*
        }
    };
}

shorthands! {
    attribute_error index_error name_error os_error overflow_error recursion_error runtime_error type_error unbound_local_error
    value_error zero_division_error import_error assertion_error eof_error system_error lookup_error
}

impl Vm {
    /// A new exception of a built-in class with a message as its only argument.
    #[cold]
    pub fn raise(&self, class: &Gc<Class>, message: &str) -> Raised {
        self.raise_with(class, vec![Str::value(message)])
    }

    /// A new exception of a built-in class with these arguments (its `__init__` is not run).
    #[cold]
    pub fn raise_with(&self, class: &Gc<Class>, args: Vec<Value>) -> Raised {
        Raised(Exception::new(class.clone(), Tuple::new(args)))
    }

    /// `MemoryError()`
    #[cold]
    pub fn memory_error(&self) -> Raised {
        // What ran out before has its error now.
        self.memory_told();
        self.raise_with(&self.exc.memory_error, vec![])
    }

    /// `KeyError(key)`
    #[cold]
    pub fn key_error(&self, key: &Value) -> Raised {
        self.raise_with(&self.exc.key_error, vec![key.clone()])
    }

    /// `StopIteration(value)`; without an argument for None.
    #[cold]
    pub fn stop_iteration(&self, value: Value) -> Raised {
        let args = if value.is_none() { vec![] } else { vec![value.clone()] };
        let raised = self.raise_with(&self.exc.stop_iteration, args);
        raised.0.attrs.set(&self.exc.stop_iteration, &self.names.value, value);
        raised
    }

    /// Whether an exception is an instance of a class.
    #[inline]
    pub fn is_exception(&self, raised: &Raised, class: &Gc<Class>) -> bool {
        raised.0.class.borrow().derives_from(class)
    }

    /// Takes a StopIteration's value; other exceptions pass.
    pub fn stop_value(&self, raised: Raised) -> Result<Value> {
        if !self.is_exception(&raised, &self.exc.stop_iteration) {
            return Err(raised);
        }
        let class = raised.0.class();
        Ok(raised.0.attrs.get(&class, &self.names.value).unwrap_or(Value::None))
    }
}
