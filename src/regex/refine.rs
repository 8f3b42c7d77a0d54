//! Spares ways back in a program, and finds what a search can look for first. Nothing here changes what matches.

use super::ast::{At, Greed, UNBOUNDED};
use super::first::{Asker, ByteSet};
use super::prefilter::Prefilter;
use super::program::{Instruction, Program, Run, Table};

/// Refines a program.
pub fn refine(program: &mut Program) {
    let mut asker = Asker::default();
    mark_lead(program);
    for at in 0..program.code.len() {
        match program.code[at] {
            Instruction::Branch(other) => refine_branch(program, at, other, &mut asker),
            Instruction::LoopTop(number) => refine_loop(program, at as u32, number as usize, &mut asker),
            Instruction::Run(number) => refine_run(program, at, number as usize, &mut asker),
            _ => {}
        }
    }
    for at in 0..program.code.len() {
        if let Instruction::Switch(_) = program.code[at] {
            refine_switch(program, at);
        }
    }
    let first = asker.first(program, 0);
    program.prefilter = Prefilter::of(program, &first);
}

fn add_set(program: &mut Program, set: ByteSet) -> u32 {
    let place = program.sets.iter().position(|known| *known == set).unwrap_or_else(|| {
        program.sets.push(set);
        program.sets.len() - 1
    });
    place as u32
}

fn refine_branch(program: &mut Program, at: usize, other: u32, asker: &mut Asker) {
    let here = asker.first(program, at as u32 + 1);
    if !here.takes() {
        return;
    }
    let there = asker.first(program, other);
    let alone = !there.may_stop() && !there.set.meets(&here.set);
    let set = add_set(program, here.set);
    program.code[at] = if alone { Instruction::Decide { set, other } } else { Instruction::Choose { set, other } };
}

/// The same for a counted loop: its top chooses between the body and the exit.
fn refine_loop(program: &mut Program, at: u32, number: usize, asker: &mut Asker) {
    let inside = asker.first(program, at + 2);
    if !inside.takes() {
        return;
    }
    let behind = asker.first(program, program.loops[number].exit);
    let enter = add_set(program, inside.set);
    let this = &mut program.loops[number];
    this.enter = Some(enter);
    this.alone = !behind.may_stop() && !behind.set.meets(&inside.set);
}

/// The choices behind a switch lead to one another where their bytes don't come, so each byte can go to its own at once.
fn refine_switch(program: &mut Program, at: usize) {
    let mut targets = [u32::MAX; 256];
    let mut place = at as u32 + 1;
    while let Instruction::Choose { set, other } | Instruction::Decide { set, other } = program.code[place as usize] {
        let set = &program.sets[set as usize];
        for (byte, target) in (0..=255).zip(&mut targets) {
            if *target == u32::MAX && set.has(byte) {
                *target = place;
            }
        }
        if other <= place {
            return;
        }
        place = other;
    }
    targets.iter_mut().filter(|target| **target == u32::MAX).for_each(|target| *target = place);
    program.code[at] = Instruction::Switch(program.tables.len() as u32);
    program.tables.push(Table { targets, end: place });
}

/// A greedy loop needs no way back if what comes behind it cannot begin with one of its own characters: from any place before the
/// farthest, one of these comes next. The same holds for `\b` behind a loop over letters.
fn refine_run(program: &mut Program, at: usize, number: usize, asker: &mut Asker) {
    let run = program.runs[number];
    if run.greed == Greed::Possessive {
        return;
    }
    let first = asker.first(program, at as u32 + 1);
    let apart = !first.loose && !first.set.meets(&program.classes[run.class as usize].firsts);
    if run.greed == Greed::Greedy && (apart || meets_boundary(program, at, &run)) {
        program.runs[number].greed = Greed::Possessive;
    } else if first.takes() {
        program.runs[number].follow = Some(add_set(program, first.set));
    }
}

fn meets_boundary(program: &Program, at: usize, run: &Run) -> bool {
    let next = program.code[at + 1..].iter().find(|code| !matches!(code, Instruction::Open(_) | Instruction::Close(_)));
    let Some(Instruction::Assert(At::Boundary { ascii })) = next else { return false };
    let class = &program.classes[run.class as usize];
    run.min > 0 && (class.is_ascii_word() || !ascii && class.is_word())
}

/// Finds the loop that a pattern begins with. If it took characters up to some place and all ways on failed, they fail from each later
/// beginning inside these characters, too, as it could go on only at places that were tried. Backreferences and conditionals see more than
/// the place, so a pattern with one is left alone; so is one that comes back to the loop, as what it takes then says nothing about the
/// places before.
fn mark_lead(program: &mut Program) {
    let place = program.code.iter().position(|code| !matches!(code, Instruction::Open(_))).unwrap_or(0);
    let hinders = |code: &Instruction| match code {
        Instruction::Backreference { .. } | Instruction::Unless { .. } => true,
        Instruction::Jump(to) | Instruction::Branch(to) => *to as usize <= place,
        _ => false,
    };
    let first = program.code.get(place).copied();
    if let Some(Instruction::Class(class) | Instruction::Grab { class, .. }) = first {
        program.begins = is_rare(program, class).then_some(class);
    }
    let Some(Instruction::Run(number)) = first else { return };
    let run = program.runs[number as usize];
    program.begins = (run.min > 0 && is_rare(program, run.class)).then_some(run.class);
    if run.max == UNBOUNDED && run.greed != Greed::Lazy && !program.code.iter().any(hinders) {
        program.runs[number as usize].leads = true;
    }
}

/// Whether it pays to ask for a class before the program runs: not if most characters of a text are in it.
fn is_rare(program: &Program, class: u32) -> bool {
    let class = &program.classes[class as usize];
    !class.is_word() && !class.is_negative()
}
