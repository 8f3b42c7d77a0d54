//! From the tree of a pattern to a program. What is decided here is the order in which a match tries things; which ways back can be
//! spared is found afterwards, in `refine`.

use super::ast::{At, Category, CategoryKind, Greed, Item, Node, Set, UNBOUNDED, Width};
use super::class::Class;
use super::error::{Error, ErrorKind};
use super::fold::{Fold, equals};
use super::pages::Pages;
use super::parse::{Kind, Parsed};
use super::prefilter::Prefilter;
use super::program::{Instruction, Loop, NO_TABLE, Program, Run};
use super::properties::Properties;
use super::utf8;

type Result<T> = std::result::Result<T, Error>;

/// Alternatives from which on a table tells where to begin.
const MANY: usize = 4;

struct Compiler<'a> {
    program: Program,
    kind: Kind,
    properties: &'a dyn Properties,
    widths: &'a [Width],
}

/// Compiles a pattern, without the refinements.
pub fn compile(parsed: &Parsed, kind: Kind, properties: &dyn Properties) -> Result<Program> {
    let registers = 2 * (parsed.groups + 1) + 1;
    let min_length = parsed.node.width(&parsed.widths).min;
    let program = Program {
        code: Vec::with_capacity(16),
        literals: Vec::new(),
        classes: Vec::new(),
        sets: Vec::new(),
        tables: Vec::new(),
        runs: Vec::new(),
        loops: Vec::new(),
        word: None,
        uppers: Pages::default(),
        begins: None,
        groups: parsed.groups,
        registers,
        variables: registers,
        min_length: usize::try_from(min_length).unwrap_or(usize::MAX),
        prefilter: Prefilter::None,
    };
    let mut compiler = Compiler { program, kind, properties, widths: &parsed.widths };
    compiler.node(&parsed.node)?;
    compiler.emit(Instruction::Match);
    Ok(compiler.program)
}

impl Compiler<'_> {
    fn here(&self) -> u32 {
        self.program.code.len() as u32
    }

    fn emit(&mut self, instruction: Instruction) -> u32 {
        self.program.code.push(instruction);
        self.here() - 1
    }

    /// Points an instruction that goes elsewhere to the next place.
    fn land(&mut self, at: u32) {
        let here = self.here();
        match &mut self.program.code[at as usize] {
            Instruction::Jump(to) | Instruction::Branch(to) => *to = here,
            Instruction::Unless { other, .. } => *other = here,
            Instruction::NotStart { end, .. } => *end = here,
            _ => {}
        }
    }

    fn register(&mut self, count: u32) -> u32 {
        let register = self.program.variables;
        self.program.variables += count;
        register
    }

    fn node(&mut self, node: &Node) -> Result<()> {
        match node {
            Node::Char(c, fold) => self.character(*c, *fold),
            Node::Dot | Node::Any | Node::Set(_) => {
                let class = self.single(node);
                self.emit(Instruction::Class(class.unwrap_or(0)));
            }
            Node::Assert(at) => {
                if let At::Boundary { ascii: false } | At::NotBoundary { ascii: false } = at {
                    self.word_class();
                }
                self.emit(Instruction::Assert(*at));
            }
            Node::Sequence(nodes) => return self.sequence(nodes),
            Node::Alternatives(all) => return self.alternatives(node, all),
            Node::Repeat { body, min, max, greed } => return self.repeat(body, *min, *max, *greed),
            Node::Group { number, body } => {
                if let Some(class) = self.single(body) {
                    self.emit(Instruction::Grab { class, group: *number });
                    return Ok(());
                }
                self.emit(Instruction::Open(2 * number));
                self.node(body)?;
                self.emit(Instruction::Close(*number));
            }
            Node::Atomic(body) => return self.atomic(|compiler| compiler.node(body)),
            Node::Look { body, behind, negative } => return self.look(body, *behind, *negative),
            Node::Backreference(group, fold) => {
                self.emit(Instruction::Backreference { group: *group, fold: *fold });
            }
            Node::Conditional { group, yes, no } => return self.conditional(*group, yes, no.as_deref()),
        }
        Ok(())
    }

    /// Characters that are only themselves become one row of bytes.
    fn sequence(&mut self, nodes: &[Node]) -> Result<()> {
        let mut bytes = Vec::new();
        for node in nodes {
            match node {
                Node::Char(c, fold) if self.is_alone(*c, *fold) => self.encode(*c, &mut bytes),
                _ => {
                    self.literal(&mut bytes);
                    self.node(node)?;
                }
            }
        }
        self.literal(&mut bytes);
        Ok(())
    }

    fn is_alone(&self, c: u32, fold: Fold) -> bool {
        equals(c, fold, self.properties).as_slice().len() == 1
    }

    fn encode(&self, c: u32, bytes: &mut Vec<u8>) {
        match self.kind {
            Kind::Text => utf8::encode(c, bytes),
            Kind::Bytes => bytes.push(c as u8),
        }
    }

    fn literal(&mut self, bytes: &mut Vec<u8>) {
        match bytes[..] {
            [] => {}
            [byte] => {
                self.emit(Instruction::Byte(byte));
            }
            _ => {
                let start = self.program.literals.len() as u32;
                self.program.literals.extend_from_slice(bytes);
                self.emit(Instruction::Literal { start, length: bytes.len() as u32 });
            }
        }
        bytes.clear();
    }

    fn character(&mut self, c: u32, fold: Fold) {
        let equals = equals(c, fold, self.properties);
        match *equals.as_slice() {
            [c] => {
                let mut bytes = Vec::new();
                self.encode(c, &mut bytes);
                self.literal(&mut bytes);
            }
            [one, two] if one < 0x80 && two < 0x80 => {
                self.emit(Instruction::Letter(one as u8 | 0x20));
            }
            _ => {
                let class = self.class(Set { items: vec![Item::Char(c)], negative: false, fold });
                self.emit(Instruction::Class(class));
            }
        }
    }

    fn class(&mut self, set: Set) -> u32 {
        let known = self.program.classes.iter().position(|class| class.is_of(&set));
        let place = known.unwrap_or_else(|| {
            self.program.classes.push(match self.kind {
                Kind::Text => Class::of_text(set, self.properties),
                Kind::Bytes => Class::of_bytes(set, self.properties),
            });
            self.program.classes.len() - 1
        });
        place as u32
    }

    fn word_class(&mut self) {
        if self.program.word.is_none() {
            let word = Item::Category(Category { kind: CategoryKind::Word, negative: false, ascii: false });
            self.program.word = Some(self.class(Set { items: vec![word], negative: false, fold: Fold::None }));
        }
    }

    /// The class of a part that always takes one character.
    fn single(&mut self, node: &Node) -> Option<u32> {
        let set = single_set(node)?;
        Some(self.class(set))
    }

    fn alternatives(&mut self, node: &Node, all: &[Node]) -> Result<()> {
        if let Some(class) = self.single(node) {
            self.emit(Instruction::Class(class));
            return Ok(());
        }
        if all.len() >= MANY {
            self.emit(Instruction::Switch(NO_TABLE));
        }
        let mut jumps = Vec::with_capacity(all.len());
        for (place, node) in all.iter().enumerate() {
            if place + 1 == all.len() {
                self.node(node)?;
                break;
            }
            let branch = self.emit(Instruction::Branch(0));
            self.node(node)?;
            jumps.push(self.emit(Instruction::Jump(0)));
            self.land(branch);
        }
        for jump in jumps {
            self.land(jump);
        }
        Ok(())
    }

    fn repeat(&mut self, body: &Node, min: u32, max: u32, greed: Greed) -> Result<()> {
        if max == 0 {
            // It must be sound all the same.
            let start = self.program.code.len();
            self.node(body)?;
            self.program.code.truncate(start);
            return Ok(());
        }
        if let Some(class) = self.single(body) {
            let run = self.program.runs.len() as u32;
            self.program.runs.push(Run { class, min, max, greed, follow: None, leads: false });
            self.emit(Instruction::Run(run));
            return Ok(());
        }
        if greed == Greed::Possessive {
            // Each round is on its own: once it is done, there is no way back into it.
            return self
                .atomic(|compiler| compiler.rounds(min, max, false, false, |inner| inner.atomic(|last| last.node(body))));
        }
        let takes = body.width(self.widths).min > 0;
        self.rounds(min, max, greed == Greed::Lazy, takes, |compiler| compiler.node(body))
    }

    /// A loop. `takes`: a round always takes characters, so no round can be empty.
    fn rounds(&mut self, min: u32, max: u32, lazy: bool, takes: bool, body: impl Fn(&mut Self) -> Result<()>) -> Result<()> {
        match (min, max) {
            (1, 1) => body(self),
            (0, 1) => {
                let (branch, skip) = self.fork(lazy);
                body(self)?;
                self.land(skip.unwrap_or(branch));
                Ok(())
            }
            (0, UNBOUNDED) if takes => {
                let top = self.here();
                let (branch, skip) = self.fork(lazy);
                body(self)?;
                self.emit(Instruction::Jump(top));
                self.land(skip.unwrap_or(branch));
                Ok(())
            }
            (1, UNBOUNDED) if takes => {
                let top = self.here();
                body(self)?;
                if lazy {
                    self.emit(Instruction::Branch(top));
                } else {
                    let branch = self.emit(Instruction::Branch(0));
                    self.emit(Instruction::Jump(top));
                    self.land(branch);
                }
                Ok(())
            }
            _ => self.counted(min, max, lazy, body),
        }
    }

    /// The choice between a body that comes next and what is behind it. What must land behind the body: the branch, or the jump.
    fn fork(&mut self, lazy: bool) -> (u32, Option<u32>) {
        let branch = self.emit(Instruction::Branch(0));
        if !lazy {
            return (branch, None);
        }
        let skip = self.emit(Instruction::Jump(0));
        self.land(branch);
        (branch, Some(skip))
    }

    fn counted(&mut self, min: u32, max: u32, lazy: bool, body: impl Fn(&mut Self) -> Result<()>) -> Result<()> {
        let register = self.register(2);
        let number = self.program.loops.len() as u32;
        self.program.loops.push(Loop { min, max, lazy, register, exit: 0, enter: None, alone: false });
        self.emit(Instruction::LoopStart(number));
        let top = self.emit(Instruction::LoopTop(number));
        self.emit(Instruction::LoopAgain(number));
        body(self)?;
        self.emit(Instruction::Jump(top));
        self.program.loops[number as usize].exit = self.here();
        Ok(())
    }

    fn atomic(&mut self, body: impl Fn(&mut Self) -> Result<()>) -> Result<()> {
        let register = self.register(1);
        self.emit(Instruction::AtomicStart(register));
        body(self)?;
        self.emit(Instruction::AtomicEnd(register));
        Ok(())
    }

    fn look(&mut self, body: &Node, behind: bool, negative: bool) -> Result<()> {
        let register = self.register(2);
        let start = if negative { Instruction::NotStart { register, end: 0 } } else { Instruction::LookStart(register) };
        let start = self.emit(start);
        if behind {
            let width = body.width(self.widths);
            if width.min != width.max {
                return Err(Error::of(ErrorKind::Pattern, "look-behind requires fixed-width pattern"));
            }
            match u32::try_from(width.min) {
                Ok(0) => {}
                Ok(width) => {
                    self.emit(Instruction::Back(width));
                }
                Err(_) => return Err(Error::of(ErrorKind::Pattern, "looks too much behind")),
            }
        }
        self.node(body)?;
        self.emit(if negative { Instruction::NotEnd(register) } else { Instruction::LookEnd(register) });
        self.land(start);
        Ok(())
    }

    fn conditional(&mut self, group: u32, yes: &Node, no: Option<&Node>) -> Result<()> {
        let unless = self.emit(Instruction::Unless { group, other: 0 });
        self.node(yes)?;
        let Some(no) = no else {
            self.land(unless);
            return Ok(());
        };
        let jump = self.emit(Instruction::Jump(0));
        self.land(unless);
        self.node(no)?;
        self.land(jump);
        Ok(())
    }
}

/// A part that always takes one character, as a set.
fn single_set(node: &Node) -> Option<Set> {
    let newline = || vec![Item::Char(u32::from(b'\n'))];
    Some(match node {
        Node::Char(c, fold) => Set { items: vec![Item::Char(*c)], negative: false, fold: *fold },
        Node::Dot => Set { items: newline(), negative: true, fold: Fold::None },
        Node::Any => Set { items: Vec::new(), negative: true, fold: Fold::None },
        Node::Set(set) => (**set).clone(),
        Node::Sequence(nodes) if nodes.len() == 1 => return single_set(&nodes[0]),
        Node::Alternatives(all) => {
            let mut sets = all.iter().map(single_set);
            let mut whole = sets.next()??;
            for set in sets {
                let set = set?;
                if set.negative || whole.negative || set.fold != whole.fold {
                    return None;
                }
                whole.items.extend(set.items);
            }
            whole
        }
        _ => return None,
    })
}
