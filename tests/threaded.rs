//! In an optimised build each instruction's function ends by jumping to the next one's (ARCHITECTURE.md, "The machine"). Nothing in the
//! language promises those jumps, so they are looked for here: in what the binary does, and in its object code.
//!
//! Builds that aren't threaded have nothing to show.
#![cfg(threaded)]

use std::process::{Command, Stdio};

/// Loops for a thread of a script, whose native stack is 16 MiB: where one instruction of a turn kept but a return address on it, the
/// turns would need more.
const LOOPS: &str = r#"
import asyncio

TURNS = 3_000_000

class Point:
    def __init__(self, x):
        self.x = x
    def move(self, by):
        self.x += by
        return self
    @property
    def double(self):
        return self.x * 2
    def __add__(self, other):
        return self.x + other
    def __lt__(self, other):
        return self.x < other

def numbers(n):
    for i in range(n):
        yield i

def inner(a, b=1, *, c=2):
    return a + b + c

def counting():
    i = 0
    while i < 100_000_000:
        i += 1
    return i

def calling():
    total = 0
    for i in range(TURNS):
        total += inner(i) + inner(i, c=3)
    return total

def methods():
    point = Point(0)
    for i in range(TURNS):
        point.move(1).move(2)
        point.x += point.double & 1
    return point.x, sum(1 for i in range(TURNS) if point < i), point + 1

def making():
    for i in range(TURNS // 3):
        last = Point(i)
        pair = (i, last)
        key, value = pair
        table = {key: value}
        items = [key, *pair]
        text = f"{i} {key}"
    return last.x, len(items), len(table), len(text)

def generating():
    return sum(n for n in numbers(TURNS))

def catching():
    caught = 0
    for i in range(TURNS // 3):
        try:
            if i & 1:
                raise ValueError(i)
        except ValueError as error:
            caught += 1
        finally:
            caught += 1
    return caught

def cells():
    count = 0
    def add():
        nonlocal count
        count += 1
    for i in range(TURNS):
        add()
    return count

def floats():
    x, items = 0.5, [1.0, 2.0, 3.0]
    for i in range(TURNS):
        items[i % 3] = x = (x * 1.5 + items[(i + 1) % 3]) % 7.0
        if x > 3 and x is not None or not items:
            x -= 1
    return 0 <= x < 7

def pairs():
    text, count = "abcdefgh" * (TURNS // 8), 0
    for i, letter in enumerate(text):
        count += i & 1
    for number, letter in zip(range(TURNS), text):
        count += number & 1
    for letter in map(str.upper, text):
        count += letter == "A"
    return count

def lengths():
    class Sized:
        def __len__(self):
            return 3
        def __bool__(self):
            return True
        def __eq__(self, other):
            return self is other
    sized, count = Sized(), 0
    for i in range(TURNS // 3):
        count += len(sized)
        if sized == sized and sized:
            count += 1
        name = type(sized).__name__ + "s"
        made = getattr(sized, "__l" + "en__")
        for pair in (sized, i), [sized, i]:
            a, b = pair
    return count, name

def collected(*args, **names):
    return len(args) + len(names)

def collecting():
    count = 0
    for i in range(TURNS // 3):
        count += collected(i, a=i, b=i) + len([*numbers(1)])
    return count

async def nothing(i):
    return i

async def awaiting():
    total = 0
    for i in range(TURNS // 3):
        total += await nothing(i)
    return total

def awaited():
    try:
        awaiting_now = awaiting()
        awaiting_now.send(None)
    except StopIteration as end:
        return end.value

async def main():
    for job in counting, calling, methods, making, generating, catching, cells, floats, pairs, lengths, collecting, awaited:
        print(job.__name__, await asyncio.to_thread(job))

asyncio.run(main())
"#;

/// What CPython prints for [`LOOPS`].
const PRINTED: &str = "\
counting 100000000
calling 9000018000000
methods (9000000, 0, 9000001)
making (999999, 3, 1, 13)
generating 4499998500000
catching 1500000
cells 3000000
floats True
pairs 3375000
lengths (4000000, 'Sizeds')
collecting 4000000
awaited 499999500000
";

#[test]
fn long_loops_need_no_stack() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_acli")).args(["run", "-c", LOOPS]).stdin(Stdio::null()).output().expect("acli starts");
    let printed = String::from_utf8_lossy(&output.stdout);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(printed, PRINTED, "{:?}: an instruction that keeps something on the stack? {said}", output.status);
}

#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
mod object_code {
    use std::collections::{BTreeMap, BTreeSet};

    use iced_x86::{Code, Decoder, DecoderOptions, FlowControl, Instruction, OpKind, Register};
    use object::{Object, ObjectSection, ObjectSymbol, SymbolKind};

    /// How the table of the instructions' functions (`vm::ops::HANDLERS`) is called among the symbols, whatever the mangling.
    const TABLE: &str = "2vm3ops8HANDLERS";

    struct Function {
        name: String,
        code: Vec<Instruction>,
    }

    impl Function {
        fn start(&self) -> u64 {
            self.code.first().map_or(0, Instruction::ip)
        }

        fn end(&self) -> u64 {
            self.code.last().map_or(0, Instruction::next_ip)
        }
    }

    struct Binary {
        /// By their first addresses.
        functions: BTreeMap<u64, Function>,
        table: std::ops::Range<u64>,
        /// Addresses of the instructions' functions, by opcode.
        handlers: Vec<u64>,
    }

    impl Binary {
        fn read() -> Binary {
            let bytes = std::fs::read(env!("CARGO_BIN_EXE_acli")).expect("the binary can be read");
            let file = object::File::parse(&*bytes).expect("the binary is an ELF file");
            let named = |symbol: &object::Symbol<'_, '_>| symbol.name().is_ok_and(|name| name.contains(TABLE));
            let table =
                file.symbols().find(named).expect("the table of handlers is among the symbols; is the binary stripped?");
            let table = table.address()..table.address() + table.size();
            let mut functions = BTreeMap::new();
            for section in file.sections().filter(|section| section.kind() == object::SectionKind::Text) {
                let text = section.data().expect("the section has data");
                let range = section.address()..section.address() + section.size();
                for symbol in file.symbols().filter(|symbol| symbol.kind() == SymbolKind::Text && symbol.size() > 0) {
                    if !range.contains(&symbol.address()) {
                        continue;
                    }
                    let from = (symbol.address() - range.start) as usize;
                    let code = &text[from..from + symbol.size() as usize];
                    let code = Decoder::with_ip(64, code, symbol.address(), DecoderOptions::NONE).iter().collect();
                    let name = symbol.name().unwrap_or_default().to_owned();
                    functions.insert(symbol.address(), Function { name, code });
                }
            }
            let relocated = file.dynamic_relocations().into_iter().flatten().filter(|(place, _)| table.contains(place));
            let mut handlers: Vec<u64> = relocated.map(|(_, relocation)| relocation.addend() as u64).collect();
            if handlers.is_empty() {
                // A binary at a fixed address has them in the table already.
                let data =
                    file.sections().find_map(|section| section.data_range(table.start, table.end - table.start).ok().flatten());
                let words = data.expect("the table lies in a section").chunks_exact(8);
                handlers = words.map(|word| u64::from_le_bytes(word.try_into().expect("eight bytes"))).collect();
            }
            Binary { functions, table, handlers }
        }

        /// Whether a function mentions the table's address.
        fn uses_table(&self, function: &Function) -> bool {
            function.code.iter().any(|i| self.table.contains(&i.memory_displacement64()) && mentions_memory(i))
        }

        /// What a function ends by jumping to.
        fn jumps_to<'a>(&'a self, function: &'a Function) -> impl Iterator<Item = u64> + 'a {
            let own = function.start()..function.end();
            function
                .code
                .iter()
                .filter(|i| matches!(i.flow_control(), FlowControl::UnconditionalBranch | FlowControl::ConditionalBranch))
                .map(Instruction::near_branch_target)
                .filter(move |to| !own.contains(to) && self.functions.contains_key(to))
        }

        /// All that is reached by jumps from the instructions' functions.
        fn reached(&self) -> BTreeSet<u64> {
            let mut reached: BTreeSet<u64> = self.handlers.iter().copied().collect();
            let mut work: Vec<u64> = reached.iter().copied().collect();
            while let Some(address) = work.pop() {
                for to in self.jumps_to(&self.functions[&address]) {
                    if reached.insert(to) {
                        work.push(to);
                    }
                }
            }
            reached
        }

        /// Those of them that hand on to the next instruction: by a jump through the table, or by a jump to another one that does.
        fn handing_on(&self, reached: &BTreeSet<u64>) -> BTreeSet<u64> {
            let through_table = |address: &&u64| {
                let function = &self.functions[*address];
                self.uses_table(function) && function.code.iter().any(|i| i.flow_control() == FlowControl::IndirectBranch)
            };
            let mut found: BTreeSet<u64> = reached.iter().filter(through_table).copied().collect();
            loop {
                let more: Vec<u64> = reached
                    .iter()
                    .filter(|address| !found.contains(address))
                    .filter(|address| self.jumps_to(&self.functions[address]).any(|to| found.contains(&to)))
                    .copied()
                    .collect();
                if more.is_empty() {
                    return found;
                }
                found.extend(more);
            }
        }

        /// Calls in a function that stand where a jump to an instruction's function should.
        fn calls(&self, function: &Function, handing_on: &BTreeSet<u64>) -> Vec<String> {
            let mut complaints = Vec::new();
            // Registers that were read from the table.
            let mut from_table = BTreeSet::new();
            let uses_table = self.uses_table(function);
            for i in &function.code {
                let direct = i.flow_control() == FlowControl::Call && handing_on.contains(&i.near_branch_target());
                let through_table = uses_table
                    && i.flow_control() == FlowControl::IndirectCall
                    && (indexed(i) || from_table.contains(&i.op0_register()));
                if direct || through_table {
                    let what = if direct { &*self.functions[&i.near_branch_target()].name } else { "the next instruction" };
                    complaints.push(format!("{} calls {what} at {:#x}", function.name, i.ip()));
                }
                if i.code() == Code::Mov_r64_rm64 && i.op0_kind() == OpKind::Register {
                    from_table.remove(&i.op0_register());
                    if indexed(i) {
                        from_table.insert(i.op0_register());
                    }
                }
            }
            complaints
        }
    }

    fn mentions_memory(i: &Instruction) -> bool {
        (0..i.op_count()).any(|n| i.op_kind(n) == OpKind::Memory)
    }

    /// Whether an instruction reads an element of a table of addresses.
    fn indexed(i: &Instruction) -> bool {
        mentions_memory(i) && i.memory_index() != Register::None && i.memory_index_scale() == 8
    }

    #[test]
    fn instructions_end_in_jumps() {
        let binary = Binary::read();
        let count = (binary.table.end - binary.table.start) / 8;
        assert!(count > 100 && binary.handlers.len() as u64 == count, "{} of {count} handlers found", binary.handlers.len());
        let reached = binary.reached();
        let handing_on = binary.handing_on(&reached);
        for handler in &binary.handlers {
            let name = &binary.functions[handler].name;
            assert!(handing_on.contains(handler), "{name} does not end by jumping to the next instruction");
        }
        // Where the machine enters its instructions it does call the first one: what looks for calls has to see that.
        let entered = |(address, function): (&u64, &Function)| {
            !reached.contains(address) && !binary.calls(function, &handing_on).is_empty()
        };
        assert!(binary.functions.iter().any(entered), "calls of instructions are not recognised");
        let complaints: Vec<String> =
            reached.iter().flat_map(|address| binary.calls(&binary.functions[address], &handing_on)).collect();
        assert!(
            complaints.is_empty(),
            "calls where there should be jumps (does something live across the call, or need dropping?):\n{}",
            complaints.join("\n")
        );
    }
}
