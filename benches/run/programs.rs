//! The programs in `benches/programs/`, and what each may cost. A program stands in the table once.

/// What a program's limit is held against.
#[derive(Clone, Copy, PartialEq)]
pub enum Measure {
    /// User plus system time.
    Time,
    /// Peak resident memory.
    Memory,
}

/// Why a program is there.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// One part of the core.
    Core,
    /// The event loop, so that uvloop is a peer worth naming.
    Loop,
    /// A larger program of a kind that interpreters are compared by. These share a geometric mean, and none may
    /// need more memory than CPython.
    Larger,
}

/// One row of the table.
pub struct Program {
    pub file: &'static str,
    pub what: &'static str,
    pub kind: Kind,
    pub measure: Measure,
    /// The share of CPython's figure that acli may need at most.
    pub limit: f64,
}

/// What the larger programs may need of CPython's time, as a geometric mean.
pub const LARGER_MEAN_LIMIT: f64 = 0.70;

const fn core(file: &'static str, what: &'static str, limit: f64) -> Program {
    Program { file, what, kind: Kind::Core, measure: Measure::Time, limit }
}

const fn looped(file: &'static str, what: &'static str, limit: f64) -> Program {
    Program { file, what, kind: Kind::Loop, measure: Measure::Time, limit }
}

const fn larger(file: &'static str, what: &'static str) -> Program {
    Program { file, what, kind: Kind::Larger, measure: Measure::Time, limit: 1.0 }
}

pub const PROGRAMS: &[Program] = &[
    core("fib", "recursive fib(32)", 0.70),
    core("while_mixed", "`while` loop over ints and floats, 20 million turns", 0.40),
    core("list_items", "`for` loop reading and writing list items, 10 million", 0.50),
    core("objects", "method calls and attribute updates on objects, 5 million", 0.60),
    core("dicts", "building and reading dicts keyed by str and int", 0.80),
    core("generators", "a generator pipeline, 5 million items", 0.60),
    core("strings", "string building, splitting, joining, formatting", 1.00),
    looped("async_fib", "`async def fib(27)` awaiting itself", 0.50),
    looped("task_rounds", "200 rounds of 1,000 tasks made and awaited", 0.30),
    looped("sleep_zero", "100 tasks × 5,000 `sleep(0)`", 0.35),
    looped("timers", "100,000 timers in one gather", 0.35),
    looped("tcp_echo", "50 TCP clients × 1,000 echoes of 64 bytes", 0.40),
    looped("import_asyncio", "import asyncio and run one `sleep(0)`", 0.10),
    core("hello", "`print(\"hello\")`", 0.40),
    Program {
        file: "event_waiters",
        what: "200,000 tasks waiting on one event (peak memory)",
        kind: Kind::Loop,
        measure: Measure::Memory,
        limit: 0.40,
    },
    larger("nbody", "the planets' orbits, 150,000 steps"),
    larger("fannkuch", "pancake flips over the permutations of nine"),
    larger("queens", "queens on eight to ten rows, by tuples, sets and generators"),
    larger("spectral_norm", "spectral norm of 360 rows, by comprehensions and sums"),
    larger("lu", "LU decomposition of 190 rows in lists of lists"),
    larger("fft", "FFT of lists of complex numbers and of floats"),
    larger("pi_digits", "3,000 digits of pi from a spigot, 9,000 from arctangents"),
    larger("mandelbrot", "Mandelbrot set, complex numbers and floats"),
    larger("raytracer", "a ray tracer of vectors with operators"),
    larger("barnes_hut", "gravity among 600 bodies by a tree of squares"),
    larger("scheduler", "an operating system of many small classes"),
    larger("constraints", "incremental constraints over chains and fans"),
    larger("go", "900 random games of go on nine lines"),
    larger("tiles", "a hexagonal tile puzzle with sets of possibilities"),
    larger("btree", "a B-tree: inserts, lookups, ranges, deletions"),
    larger("policy_iteration", "policy iteration over states that are tuples of a subclass"),
    larger("text_words", "text wrangling: wrap, index, count, translate"),
    larger("unpack", "a bzip2-like decoder: bits, Huffman, move-to-front, rotations"),
    larger("json_text", "JSON written and read by hand"),
    larger("life", "life on an endless plane: pairs in sets and dicts"),
    larger("interpreter", "a small language: tokens, tree, visitors, exceptions, `with`"),
    larger("sudoku", "sudoku as exact cover: dicts of sets"),
    larger("routes", "shortest ways over a grid with a heap of tuples"),
    larger("cipher", "SHA-256, ChaCha and CRC over bytes"),
    larger("templates", "pages from templates with filters and scopes"),
];
