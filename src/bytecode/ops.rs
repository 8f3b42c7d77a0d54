//! The one opcode table: name, operands, meaning.
//!
//! Everything that is known of an opcode stands here; the enum, the mnemonics, the disassembler's and the verifier's data are
//! made from it. The dispatch loop's exhaustive `match` is the only other place that lists opcodes.
//!
//! An operand string has one letter group for each used field of [`Instr`](super::Instr), `field:kind`:
//!
//! | kind | the field holds |
//! |---|---|
//! | `w` | a register that is written |
//! | `r` | a register that is read in place |
//! | `t` | a register that is taken: its value moves out and the register is unset afterwards |
//! | `m` | a register that is both read and written |
//! | `o` | a register that is read, or `0xFFFF` for none |
//! | `k` | an index into the constants |
//! | `s` | an index into the sites (name and inline cache) |
//! | `v` | an index into the names |
//! | `f` | an index into the free variables |
//! | `i` | a plain number |
//! | `j` | a signed jump of 16 bits, in instructions, from the next instruction |
//! | `x` | an unsigned forward jump of 16 bits from the next instruction |
//! | `J` | (fields b and c together) a signed jump of 32 bits from the next instruction |
//! | `K` | (fields b and c together) an index into the constants |

macro_rules! opcodes {
    ($($name:ident $operands:literal $doc:literal;)*) => {
        /// An operation of the machine.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[repr(u8)]
        pub enum Op {
            $(#[doc = $doc] $name,)*
        }

        /// What is known of each opcode, in the order of the enum.
        pub static OPCODES: &[OpInfo] = &[
            $(OpInfo { op: Op::$name, name: stringify!($name), operands: $operands, doc: $doc },)*
        ];
    };
}

/// One row of the table.
pub struct OpInfo {
    /// The opcode.
    pub op: Op,
    /// Its mnemonic.
    pub name: &'static str,
    /// Its operands, in the notation of this file's head.
    pub operands: &'static str,
    /// What it does.
    pub doc: &'static str,
}

impl Op {
    /// The opcode's row in the table.
    pub fn info(self) -> &'static OpInfo {
        &OPCODES[self as usize]
    }
}

opcodes! {
    Nop "" "Does nothing.";

    // Registers, constants, variables.
    LoadConst "a:w bc:K" "a = constant";
    Move "a:w b:r" "a = b";
    Take "a:w b:t" "a = b, and b is unset";
    Clear "a:w c:i" "Unsets c registers from a on (temporaries at the end of their statement).";
    CheckBound "a:r" "Raises UnboundLocalError where local a is unset; emitted where the compiler can't prove that it is bound.";
    DeleteLocal "a:m" "`del` of local a; UnboundLocalError where unset.";
    MakeCell "a:m" "Wraps the value of a (or unset) in a new cell, kept in a.";
    LoadCell "a:w b:r" "a = contents of the cell in register b; UnboundLocalError where empty";
    StoreCell "a:r b:r" "Contents of the cell in register a = b.";
    DeleteCell "a:r" "Empties the cell in register a; UnboundLocalError where empty.";
    LoadFree "a:w b:f" "a = contents of free variable b; NameError where empty";
    StoreFree "a:f b:r" "Contents of free variable a = b.";
    DeleteFree "a:f" "Empties free variable a; NameError where empty.";
    LoadClosure "a:w b:f" "a = the cell itself of free variable b";
    LoadGlobal "a:w c:s" "a = global, else builtin; NameError";
    StoreGlobal "b:r c:s" "Global = b.";
    DeleteGlobal "c:s" "Deletes a global; NameError.";
    LoadName "a:w c:s" "a = name in the namespace that register 0 holds (class body, exec), else global, else builtin";
    StoreName "b:r c:s" "Name in the namespace that register 0 holds = b.";
    DeleteName "c:s" "Deletes a name from the namespace that register 0 holds; NameError.";
    LoadClassFree "a:w b:f c:s" "a = name in the namespace of register 0, else contents of free variable b";

    // Attributes and items.
    LoadAttr "a:w b:r c:s" "a = b.name";
    StoreAttr "a:r b:r c:s n:i" "a.name = b; n=1: b is a temporary and is unset afterwards.";
    DeleteAttr "a:r c:s" "del a.name";
    LoadMethod "a:w b:r c:s" "Looks b.name up for a call: a = function and a+1 = b, or a = value and a+1 unset.";
    LoadAppend "a:w b:r c:s" "As LoadMethod, of `append`; of a list a = None, which stands for its method.";
    LoadSuperAttr "a:w b:t n:i c:s" "b, b+1, b+2 hold `super`, the class and self: a = super(class, self).name; n=1 looks up for a call as LoadMethod.";
    LoadSpecial "a:w b:r n:i" "Looks a special method up on the type of b for a call as LoadMethod: n = 0 __enter__, 1 __exit__, 2 __aenter__, 3 __aexit__.";
    GetItem "a:w b:r c:r" "a = b[c]";
    GetItemK "a:w b:r c:k" "a = b[constant]";
    SetItem "a:r b:r c:r n:i" "a[b] = c; n=1: c is a temporary and is unset afterwards.";
    DeleteItem "a:r b:r" "del a[b]";

    // Arithmetic: n=1 marks the augmented form (`+=`), which tries the in-place method first.
    Add "a:w b:r c:r n:i" "a = b + c";
    Sub "a:w b:r c:r n:i" "a = b - c";
    Mul "a:w b:r c:r n:i" "a = b * c";
    TrueDiv "a:w b:r c:r n:i" "a = b / c";
    FloorDiv "a:w b:r c:r n:i" "a = b // c";
    Mod "a:w b:r c:r n:i" "a = b % c";
    Pow "a:w b:r c:r n:i" "a = b ** c";
    MatMul "a:w b:r c:r n:i" "a = b @ c";
    LShift "a:w b:r c:r n:i" "a = b << c";
    RShift "a:w b:r c:r n:i" "a = b >> c";
    BitAnd "a:w b:r c:r n:i" "a = b & c";
    BitOr "a:w b:r c:r n:i" "a = b | c";
    BitXor "a:w b:r c:r n:i" "a = b ^ c";
    AddK "a:w b:r c:k n:i" "a = b + constant";
    SubK "a:w b:r c:k n:i" "a = b - constant";
    MulK "a:w b:r c:k n:i" "a = b * constant";
    TrueDivK "a:w b:r c:k n:i" "a = b / constant";
    FloorDivK "a:w b:r c:k n:i" "a = b // constant";
    ModK "a:w b:r c:k n:i" "a = b % constant";
    BitAndK "a:w b:r c:k n:i" "a = b & constant";
    LShiftK "a:w b:r c:k n:i" "a = b << constant";
    RShiftK "a:w b:r c:k n:i" "a = b >> constant";
    Negative "a:w b:r" "a = -b";
    Positive "a:w b:r" "a = +b";
    Invert "a:w b:r" "a = ~b";
    Not "a:w b:r" "a = not b";

    // Comparison.
    Lt "a:w b:r c:r" "a = b < c";
    Le "a:w b:r c:r" "a = b <= c";
    Gt "a:w b:r c:r" "a = b > c";
    Ge "a:w b:r c:r" "a = b >= c";
    Eq "a:w b:r c:r" "a = b == c";
    Ne "a:w b:r c:r" "a = b != c";
    Is "a:w b:r c:r n:i" "a = b is c; n=1: is not";
    In "a:w b:r c:r n:i" "a = b in c; n=1: not in";

    // Jumps. In conditional ones n bit 0 is the sense: 1 jumps where the condition is true, 0 where it is false. In those that
    // compare, bit 1 marks a and bit 2 marks b as a temporary that is unset afterwards, on both ways; where it holds no object
    // it may be left.
    Jump "bc:J" "Jumps forward.";
    JumpBack "bc:J" "Jumps backward; looks for signals, finalisers and collections that are due.";
    JumpIf "a:r n:i bc:J" "Jumps by the truth of a; n bit 1 set: a is a temporary and is unset afterwards, on both ways.";
    JumpIfNone "a:r n:i bc:J" "Jumps by `a is None`; n bit 1 as in JumpIf.";
    JumpIs "a:r b:r c:j n:i" "Jumps by `a is b`.";
    JumpIn "a:r b:r c:j n:i" "Jumps by `a in b`.";
    JumpLt "a:r b:r c:j n:i" "Jumps by `a < b`.";
    JumpLe "a:r b:r c:j n:i" "Jumps by `a <= b`.";
    JumpGt "a:r b:r c:j n:i" "Jumps by `a > b`.";
    JumpGe "a:r b:r c:j n:i" "Jumps by `a >= b`.";
    JumpEq "a:r b:r c:j n:i" "Jumps by `a == b`.";
    JumpNe "a:r b:r c:j n:i" "Jumps by `a != b`.";
    JumpLtK "a:r b:k c:j n:i" "Jumps by `a < constant`.";
    JumpLeK "a:r b:k c:j n:i" "Jumps by `a <= constant`.";
    JumpGtK "a:r b:k c:j n:i" "Jumps by `a > constant`.";
    JumpGeK "a:r b:k c:j n:i" "Jumps by `a >= constant`.";
    JumpEqK "a:r b:k c:j n:i" "Jumps by `a == constant`.";
    JumpNeK "a:r b:k c:j n:i" "Jumps by `a != constant`.";

    // Calls. The callee's and the arguments' registers are taken.
    Call "a:w b:t n:i" "a = b(b+1, …) with n positional arguments";
    CallKw "a:w b:t n:i c:k" "As Call; the last arguments are named by the tuple of names in constant c, n counts them all.";
    CallMethod "a:w b:t n:i" "a = b(b+2, …) with n positional arguments, b+1 (unless unset) put before them";
    CallMethodKw "a:w b:t n:i c:k" "As CallMethod; the last arguments are named by the tuple of names in constant c, n counts them all without self.";
    Invoke "a:w b:t n:i c:s" "a = (b+1).name(b+2, …): method lookup and call in one; register b is scratch. Emitted where evaluating the arguments can't be observed.";
    Append "a:w b:t n:i" "As CallMethod with one argument, of what LoadAppend found.";
    CallEx "a:w b:t" "a = b(*b+1, **b+2): b+1 an iterable, b+2 a dict or unset";
    Return "a:t b:i" "Returns a. No register from b on but a may hold an object.";
    ReturnNone "b:i" "Returns None. No register from b on may hold an object.";
    MakeFunction "a:w bc:K n:i" "a = function of code constant; taken from the registers after a, in this order, those that n has bits for: 1 defaults (tuple), 2 keyword defaults (dict), 4 __annotate__ (function), 8 closure (tuple of cells).";
    LoadBuildClass "a:w" "a = builtins.__build_class__";

    // Iteration and unpacking.
    GetIter "a:w b:r" "a = iter(b)";
    ForIter "a:w b:m c:x" "a = next(b), or, at its end, b is unset and control goes forward.";
    Unpack "a:w b:r n:i c:i" "n registers from a = the items of b, exactly n; c=1: b is a temporary and is unset afterwards.";
    UnpackMany "a:w b:r c:i" "As Unpack for more items: c registers from a.";
    UnpackEx "a:w b:r n:i c:i" "As Unpack with a star: n items before, c after it; n+1+c registers from a.";

    // Building.
    BuildTuple "a:w b:t c:i" "a = tuple of c registers from b";
    BuildList "a:w b:t c:i" "a = list of c registers from b";
    BuildSet "a:w b:t c:i" "a = set of c registers from b";
    BuildDict "a:w b:t c:i" "a = dict of c pairs (key, value) in 2c registers from b";
    BuildString "a:w b:t c:i" "a = the texts of the strings and ints in c registers from b, joined";
    BuildSlice "a:w b:t n:i" "a = slice of n (2 or 3) registers from b";
    ListAppend "a:r b:r" "Appends b to list a.";
    ListExtend "a:r b:r" "Extends list a by the iterable b (`*b` in a display, or in a call beside other arguments).";
    ListToTuple "a:w b:t" "a = tuple of list b";
    SetAdd "a:r b:r" "Adds b to set a.";
    SetUpdate "a:r b:r" "Adds the items of iterable b to set a.";
    DictSet "a:r b:r c:r" "a[b] = c in a dict display or comprehension.";
    DictUpdate "a:r b:r" "Updates dict a by mapping b (`{**b}`).";
    DictMerge "a:r b:r c:r" "Updates dict a of keyword arguments by mapping b for a call of c; a repeated key is a TypeError.";
    Format "a:w b:r c:o n:i" "a = format(b, spec c): n = 0 plain, 1 !s, 2 !r, 3 !a, 4 plain as a part: strings and ints stay what they are";

    // Generators, coroutines, asynchronous iteration.
    Yield "a:w b:t n:i" "Suspends with value b; a = what is sent. n bit 0: an asynchronous generator's own `yield`; bit 1: a is not wanted and stays unset.";
    GetYieldFromIter "a:w b:r" "a = iterator that `yield from b` delegates to";
    GetAwaitable "a:w b:r n:i" "a = what `await b` delegates to; n = 1 for __aenter__, 2 for __aexit__ (only the error's words differ)";
    YieldFrom "a:w b:m" "Delegates to b until it ends; a = its result, b is unset. A future suspends the whole chain of awaits at once.";
    GetAIter "a:w b:r" "a = type(b).__aiter__(b), with an __anext__";
    GetANext "a:w b:r" "a = awaitable of type(b).__anext__(b)";
    EndAsyncFor "a:t" "StopAsyncIteration in a: goes on; any other exception is raised again.";

    // Exceptions. A handler finds the exception in the register that its entry in the exception table names.
    PushExc "a:w b:r" "Enters a handler: a = the exception handled until now (or None), b is handled from here on.";
    PopExc "a:t" "Leaves a handler: the exception handled is again a.";
    JumpIfNotExcMatch "a:r b:r c:j" "Jumps where exception a is no instance of b, a class or tuple of classes derived from BaseException.";
    MatchExcStar "a:w b:m c:r" "except*: a = part of group b that matches c (or None), b = the rest (or None). A plain exception counts as a group of one.";
    PrepReraiseStar "a:w b:r c:r" "a = exception to raise after except* clauses: b the original, c the list of raised and unhandled ones; None if none";
    Raise "a:o b:o" "raise a from b; a = 0xFFFF raises the handled exception again.";
    Reraise "a:t" "Raises a again, its traceback kept (end of finally, no handler matched).";
    ExcTriple "a:w b:r" "a, a+1, a+2 = type, value, traceback of exception b";
    LoadAssertionError "a:w" "a = AssertionError";

    // Imports.
    ImportName "a:w b:k c:v n:i" "a = module: name c, constant b the from-list (tuple of names or None), n the level of a relative import.";
    ImportFrom "a:w b:r c:v" "a = name c of module b";
    ImportStar "a:r" "Copies the public names of module a to the globals.";

    // Pattern matching.
    MatchSequence "a:w b:r" "a = whether b is a sequence for patterns";
    MatchMapping "a:w b:r" "a = whether b is a mapping for patterns";
    MatchKeys "a:w b:r c:r" "a = tuple of the values of mapping b under the keys of tuple c, or None";
    MatchRest "a:w b:r c:r" "a = dict of mapping b without the keys of tuple c";
    MatchClass "a:w b:r c:r n:i" "a = tuple of matched attributes, or None: c the class, c+1 the tuple of keyword names, n positional patterns";
    GetLen "a:w b:r" "a = len(b)";

    // Others.
    Intrinsic "a:w b:o n:i" "a = rare operation number n (see `Intrinsic`) on b.";
}

/// Rare operations, the `n` of [`Op::Intrinsic`]. Where one takes several values, `b` is the first of consecutive registers
/// (taken).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Intrinsic {
    /// Shows a value at the REPL as `sys.displayhook` does.
    PrintExpr,
    /// TypeVar: b name, b+1 function that evaluates the bound (or None), b+2 function for the default (or None).
    TypeVarBound,
    /// TypeVar: b name, b+1 function that evaluates the tuple of constraints, b+2 function for the default (or None).
    TypeVarConstraints,
    /// TypeVarTuple: b name, b+1 function for the default (or None).
    TypeVarTuple,
    /// ParamSpec: b name, b+1 function for the default (or None).
    ParamSpec,
    /// `type X = …`: b name, b+1 tuple of type parameters, b+2 function that evaluates the value.
    TypeAlias,
    /// Sets `__type_params__`: b function, b+1 tuple; the result is the function.
    SetTypeParams,
    /// `typing.Generic[...]` for the tuple of type parameters in b.
    Generic,
    /// t-string: b tuple of strings, b+1 tuple of interpolations.
    Template,
    /// Interpolation of a t-string: b value, b+1 expression text, b+2 conversion (str or None), b+3 format spec.
    Interpolation,
}

impl Intrinsic {
    /// All of them, by number.
    pub const ALL: [Intrinsic; 10] = [
        Intrinsic::PrintExpr,
        Intrinsic::TypeVarBound,
        Intrinsic::TypeVarConstraints,
        Intrinsic::TypeVarTuple,
        Intrinsic::ParamSpec,
        Intrinsic::TypeAlias,
        Intrinsic::SetTypeParams,
        Intrinsic::Generic,
        Intrinsic::Template,
        Intrinsic::Interpolation,
    ];

    /// How many registers it reads.
    pub fn operands(self) -> usize {
        match self {
            Intrinsic::PrintExpr | Intrinsic::Generic => 1,
            Intrinsic::TypeVarTuple | Intrinsic::ParamSpec | Intrinsic::SetTypeParams | Intrinsic::Template => 2,
            Intrinsic::TypeVarBound | Intrinsic::TypeVarConstraints | Intrinsic::TypeAlias => 3,
            Intrinsic::Interpolation => 4,
        }
    }
}
