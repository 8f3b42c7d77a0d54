//! A pattern as a tree. Flags are already applied: each node says itself how it compares.

use super::fold::Fold;

/// The most that a repetition can count to; CPython calls numbers from here on too large.
pub const UNBOUNDED: u32 = u32::MAX;

/// A part of a pattern.
#[derive(Clone, PartialEq, Debug)]
pub enum Node {
    /// A character.
    Char(u32, Fold),
    /// Any character but a newline.
    Dot,
    /// Any character.
    Any,
    Set(Box<Set>),
    Assert(At),
    /// Nodes one after another. A group without a number is a sequence within a sequence.
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
    Repeat {
        body: Box<Node>,
        min: u32,
        max: u32,
        greed: Greed,
    },
    Group {
        number: u32,
        body: Box<Node>,
    },
    Atomic(Box<Node>),
    Look {
        body: Box<Node>,
        behind: bool,
        negative: bool,
    },
    Backreference(u32, Fold),
    Conditional {
        group: u32,
        yes: Box<Node>,
        no: Option<Box<Node>>,
    },
}

/// Which number of rounds a repetition tries first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Greed {
    Greedy,
    Lazy,
    /// The most, without a way back.
    Possessive,
}

/// A place that takes no characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    TextStart,
    LineStart,
    /// `$`: at the end or before a newline that ends the text.
    LastLineEnd,
    LineEnd,
    TextEnd,
    Boundary {
        ascii: bool,
    },
    NotBoundary {
        ascii: bool,
    },
}

/// A set of characters in brackets, or a category alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Set {
    pub items: Vec<Item>,
    pub negative: bool,
    pub fold: Fold,
}

/// A member of a set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Item {
    Char(u32),
    Range(u32, u32),
    Category(Category),
}

/// `\d`, `\s`, `\w` or the opposite.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Category {
    pub kind: CategoryKind,
    pub negative: bool,
    /// Only characters of ASCII count.
    pub ascii: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CategoryKind {
    Digit,
    Space,
    Word,
}

/// How many characters a part takes, at least and at most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Width {
    pub min: u64,
    pub max: u64,
}

impl Width {
    pub const ZERO: Width = Width { min: 0, max: 0 };
    pub const ONE: Width = Width { min: 1, max: 1 };
    /// No width is counted beyond this.
    pub const MOST: u64 = 1 << 62;

    fn then(self, other: Width) -> Width {
        Width { min: (self.min + other.min).min(Width::MOST), max: (self.max + other.max).min(Width::MOST) }
    }

    fn or(self, other: Width) -> Width {
        Width { min: self.min.min(other.min), max: self.max.max(other.max) }
    }

    fn times(self, min: u32, max: u32) -> Width {
        let most = match (self.max, max) {
            (0, _) | (_, 0) => 0,
            (_, UNBOUNDED) => Width::MOST,
            (width, max) => width.saturating_mul(u64::from(max)).min(Width::MOST),
        };
        Width { min: self.min.saturating_mul(u64::from(min)).min(Width::MOST), max: most }
    }
}

impl Node {
    /// The width, where `groups` holds that of each group.
    pub fn width(&self, groups: &[Width]) -> Width {
        match self {
            Node::Char(..) | Node::Dot | Node::Any | Node::Set(_) => Width::ONE,
            Node::Assert(_) | Node::Look { .. } => Width::ZERO,
            Node::Sequence(all) => all.iter().fold(Width::ZERO, |sum, node| sum.then(node.width(groups))),
            Node::Alternatives(all) => all.iter().map(|node| node.width(groups)).reduce(Width::or).unwrap_or(Width::ZERO),
            Node::Repeat { body, min, max, .. } => body.width(groups).times(*min, *max),
            Node::Group { body, .. } | Node::Atomic(body) => body.width(groups),
            Node::Backreference(group, _) => groups.get(*group as usize).copied().unwrap_or(Width::ZERO),
            Node::Conditional { yes, no, .. } => yes.width(groups).or(no.as_ref().map_or(Width::ZERO, |no| no.width(groups))),
        }
    }
}
