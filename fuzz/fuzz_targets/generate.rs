//! Programs of bytes: each byte is a choice of what comes next, so that a byte changed changes the program a little. Loops and calls pay from a
//! budget, and nothing grows but by small steps: each program ends soon, and needs little memory.

use std::fmt::Write;

/// What all programs begin with. `Many` has special methods that misbehave by turns.
const PRELUDE: &str = r#"
import asyncio
spent = 0
class Stop(BaseException): pass
def pay():
    global spent
    spent += 1
    if spent > 300: raise Stop
def small(x):
    return 5 if isinstance(x, (str, bytes, list, tuple, dict)) and len(x) > 20 else x
class Many:
    def __init__(self, *args, **kw):
        self.a, self.b = args, kw
    def __eq__(self, other):
        pay(); return v0
    def __hash__(self):
        return 7
    def __lt__(self, other):
        pay(); return NotImplemented
    def __add__(self, other):
        pay(); return self if other is v1 else [other]
    __radd__ = __sub__ = __add__
    def __len__(self):
        return 2
    def __getitem__(self, at):
        pay(); return (v2, at) if at != 3 else [][0]
    def __iter__(self):
        pay(); yield v3; yield self
    def __enter__(self):
        return v4
    def __exit__(self, *args):
        pay(); return v0
    def __getattr__(self, name):
        pay(); return v1
    def __call__(self, *args, **kw):
        pay(); return args
    def __contains__(self, item):
        return item is v2
    def __bool__(self):
        pay(); return v0 is v1
    def __index__(self):
        return 1
    def __repr__(self):
        pay(); return "many"
    def __await__(self):
        pay(); yield from asyncio.sleep(0).__await__(); return v2
    @property
    def p(self):
        pay(); return self.a
    @p.setter
    def p(self, value):
        global v3
        v3 = value
class More(Many):
    __slots__ = ("x",)
    def __init__(self, *args):
        super().__init__(*args)
    def __del__(self):
        global v4
        v4 = 1
    def __format__(self, spec):
        pay(); return spec
v0, v1, v2, v3, v4 = 1, "ab", [1, 2.5, "c"], {"k": 1, 2: "x"}, (3, 4)
"#;

/// A program.
pub fn program(bytes: &[u8]) -> String {
    let mut maker = Maker { bytes: bytes.iter(), text: PRELUDE.to_owned(), scope: Scope::default(), depth: 0 };
    for n in 0..4 {
        if maker.bytes.len() > 8 {
            maker.function(n);
        }
    }
    for _ in 0..12 {
        if maker.bytes.len() > 0 {
            maker.guarded();
        }
    }
    maker.text
}

/// What may stand here.
#[derive(Clone, Copy, Default)]
struct Scope {
    in_loop: bool,
    in_function: bool,
    in_async: bool,
    generates: bool,
    /// Functions that exist.
    functions: u8,
}

struct Maker<'a> {
    bytes: std::slice::Iter<'a, u8>,
    text: String,
    scope: Scope,
    depth: usize,
}

impl Maker<'_> {
    fn choose(&mut self, of: u8) -> u8 {
        self.bytes.next().map_or(0, |byte| byte % of)
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{:1$}{line}", "", self.depth);
    }

    fn name(&mut self) -> String {
        format!("v{}", self.choose(5))
    }

    /// Statements one step deeper.
    fn block(&mut self, head: &str) {
        self.line(head);
        self.depth += 1;
        for _ in 0..=self.choose(3) {
            self.statement();
        }
        self.depth -= 1;
    }

    fn guarded(&mut self) {
        self.line("try:");
        self.depth += 1;
        self.statement();
        self.depth -= 1;
        self.line("except Exception as e: print(type(e).__name__)");
    }

    fn function(&mut self, n: u8) {
        let outer = self.scope;
        let kind = self.choose(4);
        let head = [
            "def f{}(v0=1, *v1, v2=(), **v3):",
            "def f{}(v0=2, v1=None):",
            "async def f{}(v0=3, /, v1=4, *, v2=5):",
            "async def f{}(*v0):",
        ][usize::from(kind)];
        let is_async = kind > 1;
        let generates = self.choose(3) == 0;
        self.scope = Scope { in_loop: false, in_function: true, in_async: is_async, generates, ..outer };
        let declared = if kind == 1 && self.choose(2) == 0 { "global v2, v3, v4" } else { "v4 = v0" };
        self.line(&head.replace("{}", &n.to_string()));
        self.depth += 1;
        self.line(declared);
        self.line("pay()");
        if generates {
            self.line("yield v0");
        }
        for _ in 0..=self.choose(4) {
            self.statement();
        }
        self.depth -= 1;
        self.scope = outer;
        self.scope.functions = n + 1;
    }

    fn statement(&mut self) {
        if self.depth > 6 || self.bytes.len() == 0 {
            return self.line("pass");
        }
        match self.choose(24) {
            0..=4 => self.assignment(),
            5 => self.loops("for"),
            6 => {
                let condition = self.expression(2);
                self.block(&format!("if {condition}:"));
                if self.choose(2) == 0 {
                    self.block("else:");
                }
            }
            7 | 8 => self.tries(),
            9 => {
                let (context, name) = (self.expression(2), self.name());
                self.block(&format!("with {context} as {name}:"));
            }
            10 => {
                let (name, value) = (self.name(), self.expression(2));
                let from = ["", " from v0", " from None"][usize::from(self.choose(3))];
                let what = [
                    "raise ValueError({})",
                    "raise {}",
                    "raise",
                    "raise KeyError({})",
                    "raise ExceptionGroup('g', [ValueError({}), TypeError()])",
                ];
                let what = what[usize::from(self.choose(5))].replace("{}", &value);
                let from = if what == "raise" { "" } else { from };
                self.line(&format!("if {name} is not v1: {what}{from}"));
            }
            11 => {
                let name = self.name();
                self.line(&format!("del {name}"));
                let value = self.expression(1);
                self.line(&format!("{name} = {value}"));
            }
            12 if self.scope.in_loop => {
                let jump = ["break", "continue"][usize::from(self.choose(2))];
                self.line(jump);
            }
            13 if self.scope.in_function => {
                let value = self.expression(3);
                let value = if self.scope.in_async && self.scope.generates { String::new() } else { value };
                self.line(&format!("return {value}"));
            }
            14 if self.scope.generates => {
                let (name, value) = (self.name(), self.expression(2));
                let how = if self.scope.in_async || self.choose(2) == 0 { "yield" } else { "yield from" };
                self.line(&format!("{name} = {how} {value}"));
            }
            15 => self.matches(),
            16 if self.scope.in_async => self.loops("async for"),
            17 if self.scope.in_async => {
                let (name, value) = (self.name(), self.expression(2));
                self.line(&format!("{name} = await {value}"));
            }
            18 if !self.scope.in_function && self.scope.functions > 0 => {
                let n = self.choose(self.scope.functions);
                let name = self.name();
                self.line(&format!("{name} = asyncio.run(f{n}())"));
            }
            19 => {
                let (name, value) = (self.name(), self.expression(2));
                self.line("def inner(x=v0):");
                self.line(&format!(" pay(); return {value}"));
                self.line(&format!("{name} = inner"));
            }
            20 => {
                let base = ["", "(Many)", "(More)", "(list)", "(dict)", "(str)", "(Exception)", "(int)", "(tuple)"]
                    [usize::from(self.choose(9))];
                let (name, value) = (self.name(), self.expression(2));
                self.line(&format!("class C{base}:"));
                self.line(&format!(" x = {value}"));
                self.line(" def m(self, *a): pay(); return self, a");
                self.line(&format!("{name} = C"));
            }
            _ => {
                let value = self.expression(4);
                self.line(&value);
            }
        }
    }

    fn assignment(&mut self) {
        let value = self.expression(4);
        let (a, b) = (self.name(), self.name());
        let line = match self.choose(9) {
            0 | 1 => format!("{a} = {value}"),
            2 => format!("{a}, {b} = {value}"),
            3 => format!("{a}, *{b} = {value}"),
            4 => format!("{a}[{b}] = {value}"),
            5 => format!("{a}.x = {value}"),
            6 => format!("{a} += small({value})"),
            7 => format!("{a}[0:1] = {value}"),
            _ => format!("{a} = {b} = {value}"),
        };
        self.line(&line);
    }

    fn loops(&mut self, word: &str) {
        let (name, source) = (self.name(), self.expression(3));
        let target = [name.clone(), format!("{name}, w"), "(w, *x)".to_owned()];
        let target = &target[usize::from(self.choose(3))];
        let outer = self.scope;
        self.scope.in_loop = true;
        self.line(&format!("{word} {target} in {source}:"));
        self.depth += 1;
        self.line("pay()");
        self.block("if v0 is not None:");
        self.depth -= 1;
        self.scope = outer;
        if self.choose(4) == 0 {
            self.block("else:");
        }
    }

    fn tries(&mut self) {
        self.block("try:");
        let star = self.choose(4) == 0;
        let outer = self.scope;
        if star {
            // No jump may leave these.
            (self.scope.in_loop, self.scope.in_function) = (false, false);
            self.block("except* (ValueError, KeyError) as e:");
            self.block("except* TypeError:");
            self.scope = outer;
        } else if self.choose(4) > 0 {
            self.block("except (ValueError, TypeError) as e:");
            if self.choose(2) == 0 {
                self.block("except:");
            }
            if self.choose(3) == 0 {
                self.block("else:");
            }
        } else {
            self.block("except Exception:");
        }
        if self.choose(3) == 0 {
            (self.scope.in_loop, self.scope.in_function) = (false, false);
            self.block("finally:");
            self.scope = outer;
        }
    }

    fn matches(&mut self) {
        let subject = self.expression(2);
        self.line(&format!("match {subject}:"));
        self.depth += 1;
        for _ in 0..=self.choose(2) {
            let pattern = [
                "[v0, *v1]",
                "{'k': v2, **v3}",
                "Many(a=v1)",
                "1 | 'ab' as v4",
                "(v0, v1) if v0",
                "str(v1)",
                "[]",
                "{2: _}",
                "None",
                "-1.5",
            ][usize::from(self.choose(10))];
            self.block(&format!("case {pattern}:"));
        }
        self.depth -= 1;
    }

    fn expression(&mut self, depth: u8) -> String {
        if depth == 0 || self.bytes.len() == 0 {
            return self.atom();
        }
        let depth = depth - 1;
        match self.choose(22) {
            0..=5 => self.atom(),
            6 | 7 => {
                let op = [
                    "+", "-", "/", "//", "%", "&", "|", "^", "==", "!=", "<", ">=", "is", "is not", "in", "not in", "and", "or",
                ];
                let op = op[usize::from(self.choose(18))];
                let (a, b) = (self.expression(depth), self.expression(depth));
                if op == "+" { format!("(small({a}) + small({b}))") } else { format!("({a} {op} {b})") }
            }
            8 => {
                let op = ["* 2", "** 2", "<< 1", ">> 1", "* -1"][usize::from(self.choose(5))];
                format!("(small({}) {op})", self.atom())
            }
            9 => format!("[{}, {}]", self.expression(depth), self.expression(depth)),
            10 => format!("({}, *{})", self.expression(depth), self.expression(depth)),
            11 => format!("{{{}: {}, **v3}}", self.expression(depth), self.expression(depth)),
            12 => {
                let (item, source, condition) = (self.expression(depth), self.expression(depth), self.expression(depth));
                let form =
                    ["[{}]", "{{}}", "({})", "list({})", "dict(({}, 1) for w in v4)", "sum({})"][usize::from(self.choose(6))];
                let what = format!("{item} for w in {source} if not pay() or {condition}");
                if form.starts_with("dict") { form.replace("{}", &item) } else { form.replacen("{}", &what, 1) }
            }
            13 | 14 => self.call(depth),
            15 => format!(
                "{}.{}",
                self.expression(depth),
                ["x", "a", "p", "m", "__class__", "__dict__"][usize::from(self.choose(6))]
            ),
            16 => format!("{}[{}]", self.expression(depth), self.expression(depth)),
            17 => format!("{}[{}:{}]", self.expression(depth), self.atom(), self.atom()),
            18 => format!("(lambda x=1, *y: {})", self.expression(depth)),
            19 => format!("({} if {} else {})", self.expression(depth), self.expression(depth), self.expression(depth)),
            20 => format!("f'{{small({})!r:>3}}{{small({})}}'", self.atom(), self.atom()),
            _ => format!("(-{})", self.expression(depth)),
        }
    }

    fn call(&mut self, depth: u8) -> String {
        let (a, b) = (self.expression(depth), self.expression(depth));
        let method = [
            "append", "pop", "get", "items", "split", "join", "sort", "update", "send", "close", "keys", "insert", "index", "m",
        ];
        match self.choose(14) {
            0 => format!("{a}.{}({b})", method[usize::from(self.choose(14))]),
            1 => format!("{a}.{}()", method[usize::from(self.choose(14))]),
            2 => format!("Many({a}, k={b})"),
            3 => format!("More({a}, {b})"),
            4 => format!("{a}(*{b})"),
            5 => format!("{a}(v0, v1=v2, **{b})"),
            6 if self.scope.functions > 0 => format!("f{}({a})", self.choose(self.scope.functions)),
            7 if self.scope.functions > 0 => format!("f{}({a}, v1={b})", self.choose(self.scope.functions)),
            8 => format!("next(iter({a}), {b})"),
            9 => {
                let what = [
                    "len",
                    "repr",
                    "str",
                    "list",
                    "tuple",
                    "set",
                    "sorted",
                    "sum",
                    "max",
                    "bool",
                    "hash",
                    "iter",
                    "type",
                    "dict",
                    "reversed",
                    "enumerate",
                    "any",
                    "id",
                    "abs",
                    "int",
                    "float",
                    "bytes",
                    "frozenset",
                    "callable",
                    "vars",
                    "dir",
                ];
                let what = what[usize::from(self.choose(26))];
                if what == "bytes" { format!("bytes(str({a}), 'utf8')") } else { format!("{what}(small({a}))") }
            }
            10 => format!("list(map(lambda x: ({b}), {a}))"),
            11 => format!("sorted({a}, key=lambda x: ({b}))"),
            12 => format!("isinstance({a}, {b})"),
            _ => format!("zip({a}, {b})"),
        }
    }

    fn atom(&mut self) -> String {
        match self.choose(18) {
            0..=8 => self.name(),
            9 => ["(0)", "(1)", "(-1)", "(7)", "(2.5)", "(1 << 63)", "(10**20)", "(1j)", "True"][usize::from(self.choose(9))]
                .to_owned(),
            10 => ["''", "'k'", "'aé'", "b'x'", "'a b'", "'%s'"][usize::from(self.choose(6))].to_owned(),
            11 => {
                ["None", "...", "NotImplemented", "Many", "More", "ValueError", "Stop"][usize::from(self.choose(7))].to_owned()
            }
            12 => ["[]", "{}", "()", "set()", "range(3)", "{1, 2}"][usize::from(self.choose(6))].to_owned(),
            13 => "Many()".to_owned(),
            14 => "More(v0)".to_owned(),
            15 if self.scope.functions > 0 => format!("f{}", self.choose(self.scope.functions)),
            16 if self.scope.functions > 0 => format!("f{}()", self.choose(self.scope.functions)),
            _ => "v0".to_owned(),
        }
    }
}
