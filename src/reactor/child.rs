//! Child processes: how they are started, signalled, and how their end is noticed.
//!
//! The kernel tells of an end through a pidfd, or where it has none, through a thread that waits. Invariant: a child
//! is reaped only here and only when its end is reported, so while it has a [`ChildId`] its pid is no one else's.

use std::ffi::OsString;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use rustc_hash::FxHashMap;
use rustix::io::Errno;
use rustix::process::{Pid, PidfdFlags, Signal, WaitId, WaitIdOptions, kill_process, pidfd_open, test_kill_process, waitid};

use super::pipe::{PipeReader, PipeWriter};
use super::poll::Notifier;

/// Names a child from its start until its end was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChildId(u64);

/// Where a standard stream of a child leads.
#[derive(Debug, Default)]
pub enum Redirect {
    /// Where the program's own leads.
    #[default]
    Inherit,
    /// To `/dev/null`.
    Null,
    /// To a pipe, whose other end [`Spawned`] holds.
    Pipe,
    /// To this descriptor.
    Fd(OwnedFd),
    /// Where the child's standard output leads; for standard error alone.
    Stdout,
}

/// What to start, and how.
#[derive(Debug, Default)]
pub struct Spawn {
    /// A path, or a name to be looked for in `PATH` (the child's, where `environment` is given).
    pub program: OsString,
    /// The arguments after the program's name.
    pub arguments: Vec<OsString>,
    /// The name that the child sees itself called by, where it is not `program`.
    pub called: Option<OsString>,
    /// The directory that it starts in.
    pub directory: Option<PathBuf>,
    /// All of its environment, where it is not the program's own.
    pub environment: Option<Vec<(OsString, OsString)>>,
    /// Its standard input.
    pub stdin: Redirect,
    /// Its standard output.
    pub stdout: Redirect,
    /// Its standard error.
    pub stderr: Redirect,
    /// The process group to join, 0 for one of its own.
    pub process_group: Option<i32>,
}

/// A child that was started.
#[derive(Debug)]
pub struct Spawned {
    /// Its name here.
    pub id: ChildId,
    /// Its process number.
    pub pid: u32,
    /// Our end of its standard input, where that is a pipe.
    pub stdin: Option<PipeWriter>,
    /// Our end of its standard output, where that is a pipe.
    pub stdout: Option<PipeReader>,
    /// Our end of its standard error, where that is a pipe.
    pub stderr: Option<PipeReader>,
}

/// A child could not be started.
#[derive(Debug)]
pub struct SpawnError {
    /// What the system said.
    pub error: io::Error,
    /// What it said it about: the directory if there is no such, otherwise the program.
    pub path: OsString,
}

/// A child that ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The child, whose name is free from now on.
    pub id: ChildId,
    /// Its exit code, or the negative number of the signal that ended it.
    pub code: i32,
}

/// How the end of a new child is going to be noticed.
pub(super) enum Notice {
    /// This descriptor becomes readable.
    Pidfd(OwnedFd),
    /// A thread waits for it.
    Thread,
}

/// The children of one loop.
pub(super) struct Children {
    running: FxHashMap<ChildId, Child>,
    next: u64,
    /// How many of them a thread waits for.
    by_thread: usize,
    /// How many of them have a pidfd in the poll.
    pidfds: usize,
    ended: Option<(Sender<ChildId>, Receiver<ChildId>)>,
}

impl Children {
    pub(super) fn new() -> Self {
        Self { running: FxHashMap::default(), next: 0, by_thread: 0, pidfds: 0, ended: None }
    }

    pub(super) fn len(&self) -> usize {
        self.running.len()
    }

    /// How many pidfds stand in the poll.
    pub(super) fn pidfds(&self) -> usize {
        self.pidfds
    }

    /// Notes that a pidfd was put into the poll.
    pub(super) fn note_pidfd(&mut self) {
        self.pidfds += 1;
    }

    /// Notes that a pidfd was taken out of the poll.
    pub(super) fn forget_pidfd(&mut self) {
        self.pidfds -= 1;
    }

    /// Starts a child. Its end is to be awaited as the notice says.
    pub(super) fn spawn(&mut self, spawn: Spawn) -> Result<(Spawned, Notice), SpawnError> {
        let program = spawn.program.clone();
        let directory = spawn.directory.clone();
        let (child, mut spawned) = start(spawn, ChildId(self.next)).map_err(|error| {
            let lost = directory.filter(|directory| error.kind() == io::ErrorKind::NotFound && !directory.is_dir());
            SpawnError { error, path: lost.map_or(program, PathBuf::into_os_string) }
        })?;
        self.next += 1;
        spawned.pid = child.id();
        let notice = match pid_of(&child).and_then(|pid| Ok(pidfd_open(pid, PidfdFlags::empty())?)) {
            Ok(pidfd) => Notice::Pidfd(pidfd),
            Err(_) => Notice::Thread,
        };
        self.running.insert(spawned.id, child);
        Ok((spawned, notice))
    }

    /// Lets a thread wait for a child's end.
    pub(super) fn await_by_thread(&mut self, id: ChildId, notifier: Notifier) -> io::Result<()> {
        let Some(child) = self.running.get(&id) else {
            return Err(Errno::CHILD.into());
        };
        let pid = pid_of(child)?;
        let (sender, _) = self.ended.get_or_insert_with(channel);
        let sender = sender.clone();
        let wait = move || {
            let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
            while matches!(waitid(WaitId::Pid(pid), options), Err(Errno::INTR)) {}
            if sender.send(id).is_ok() {
                notifier.notify();
            }
        };
        thread::Builder::new().name("acli-wait".to_owned()).spawn(wait)?;
        self.by_thread += 1;
        Ok(())
    }

    /// Appends the children whose waiting threads have returned.
    pub(super) fn take_ended(&mut self, out: &mut Vec<Exit>) -> io::Result<()> {
        while self.by_thread > 0
            && let Some(id) = self.ended.as_ref().and_then(|(_, receiver)| receiver.try_recv().ok())
        {
            self.by_thread -= 1;
            out.extend(self.reap(id)?);
        }
        Ok(())
    }

    /// Ends a child that cannot be watched.
    pub(super) fn abandon(&mut self, id: ChildId) {
        if let Some(mut child) = self.running.remove(&id) {
            // It may have ended by itself; either way nobody is left to tell.
            let _ = child.kill().and_then(|()| child.wait());
        }
    }

    /// Reaps a child if it has ended.
    pub(super) fn reap(&mut self, id: ChildId) -> io::Result<Option<Exit>> {
        let Some(child) = self.running.get_mut(&id) else {
            return Ok(None);
        };
        let Some(status) = child.try_wait()? else {
            return Ok(None);
        };
        self.running.remove(&id);
        Ok(Some(Exit { id, code: exit_code(status) }))
    }

    /// Sends a signal; 0 only asks whether there is the child.
    pub(super) fn send_signal(&self, id: ChildId, signal: i32) -> io::Result<()> {
        let Some(child) = self.running.get(&id) else {
            return Err(Errno::SRCH.into());
        };
        let pid = pid_of(child)?;
        if signal == 0 {
            return Ok(test_kill_process(pid)?);
        }
        let signal = Signal::from_named_raw(signal).ok_or(Errno::INVAL)?;
        Ok(kill_process(pid, signal)?)
    }
}

/// The code that Python reports: negative for a signal.
#[must_use]
pub fn exit_code(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| -status.signal().unwrap_or_default())
}

fn pid_of(child: &Child) -> io::Result<Pid> {
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    pid.ok_or_else(|| Errno::SRCH.into())
}

/// Starts a child; the pid in the result is not set yet.
fn start(spawn: Spawn, id: ChildId) -> io::Result<(Child, Spawned)> {
    let mut command = Command::new(&spawn.program);
    command.args(&spawn.arguments);
    if let Some(called) = &spawn.called {
        command.arg0(called);
    }
    if let Some(directory) = &spawn.directory {
        command.current_dir(directory);
    }
    if let Some(environment) = spawn.environment.or_else(super::environment::changed) {
        command.env_clear().envs(environment);
    }
    if let Some(group) = spawn.process_group {
        command.process_group(group);
    }
    let (stdin, our_stdin) = input(spawn.stdin)?;
    let (stdout, our_stdout, stderr, our_stderr) = outputs(spawn.stdout, spawn.stderr)?;
    command.stdin(stdin).stdout(stdout).stderr(stderr);
    let child = command.spawn()?;
    Ok((child, Spawned { id, pid: 0, stdin: our_stdin, stdout: our_stdout, stderr: our_stderr }))
}

fn input(redirect: Redirect) -> io::Result<(Stdio, Option<PipeWriter>)> {
    Ok(match redirect {
        Redirect::Inherit => (Stdio::inherit(), None),
        Redirect::Null => (Stdio::null(), None),
        Redirect::Fd(fd) => (fd.into(), None),
        Redirect::Pipe => {
            let (reader, writer) = io::pipe()?;
            (reader.into(), Some(PipeWriter::from_fd(writer.into())?))
        }
        Redirect::Stdout => return Err(io::ErrorKind::InvalidInput.into()),
    })
}

type Outputs = (Stdio, Option<PipeReader>, Stdio, Option<PipeReader>);

fn outputs(stdout: Redirect, stderr: Redirect) -> io::Result<Outputs> {
    if !matches!(stderr, Redirect::Stdout) {
        let (stdout, our_stdout) = output(stdout)?;
        let (stderr, our_stderr) = output(stderr)?;
        return Ok((stdout, our_stdout, stderr, our_stderr));
    }
    Ok(match stdout {
        Redirect::Inherit => (Stdio::inherit(), None, io::stdout().as_fd().try_clone_to_owned()?.into(), None),
        Redirect::Null => (Stdio::null(), None, Stdio::null(), None),
        Redirect::Fd(fd) => {
            let copy = fd.try_clone()?;
            (fd.into(), None, copy.into(), None)
        }
        Redirect::Pipe => {
            let (reader, writer) = io::pipe()?;
            let copy = writer.try_clone()?;
            (writer.into(), Some(PipeReader::from_fd(reader.into())?), copy.into(), None)
        }
        Redirect::Stdout => return Err(io::ErrorKind::InvalidInput.into()),
    })
}

fn output(redirect: Redirect) -> io::Result<(Stdio, Option<PipeReader>)> {
    Ok(match redirect {
        Redirect::Inherit => (Stdio::inherit(), None),
        Redirect::Null => (Stdio::null(), None),
        Redirect::Fd(fd) => (fd.into(), None),
        Redirect::Pipe => {
            let (reader, writer) = io::pipe()?;
            (writer.into(), Some(PipeReader::from_fd(reader.into())?))
        }
        Redirect::Stdout => return Err(io::ErrorKind::InvalidInput.into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reactor::poll::Poll;

    fn shell(script: &str) -> Spawn {
        Spawn { program: "sh".into(), arguments: vec!["-c".into(), script.into()], ..Spawn::default() }
    }

    #[test]
    fn a_thread_notices_the_end_where_there_is_no_pidfd() {
        let mut children = Children::new();
        let mut poll: Poll<OwnedFd> = Poll::new();
        let (spawned, _) = children.spawn(shell("exit 7")).unwrap();
        children.await_by_thread(spawned.id, poll.notifier().unwrap()).unwrap();
        let mut exits = Vec::new();
        while exits.is_empty() {
            poll.wait(None, &mut Vec::new()).unwrap();
            children.take_ended(&mut exits).unwrap();
        }
        assert_eq!(exits, [Exit { id: spawned.id, code: 7 }]);
        assert_eq!(children.len(), 0);
    }

    #[test]
    fn what_cannot_be_started_is_named() {
        let mut children = Children::new();
        let missing = Spawn { program: "no-such-program".into(), ..Spawn::default() };
        let Err(error) = children.spawn(missing) else { panic!("it was started") };
        assert_eq!((error.error.kind(), error.path), (io::ErrorKind::NotFound, "no-such-program".into()));
        let nowhere = Spawn { directory: Some("/no/such/directory".into()), ..shell("exit") };
        let Err(error) = children.spawn(nowhere) else { panic!("it was started") };
        assert_eq!((error.error.kind(), error.path), (io::ErrorKind::NotFound, "/no/such/directory".into()));
        let confused = Spawn { stdin: Redirect::Stdout, ..shell("exit") };
        assert!(children.spawn(confused).is_err());
        assert_eq!(children.len(), 0);
    }

    #[test]
    fn a_child_that_is_abandoned_is_gone() {
        let mut children = Children::new();
        let (spawned, _) = children.spawn(shell("sleep 60")).unwrap();
        children.send_signal(spawned.id, 0).unwrap();
        children.abandon(spawned.id);
        let error = children.send_signal(spawned.id, 0).unwrap_err();
        assert_eq!(error.raw_os_error(), Some(Errno::SRCH.raw_os_error()));
    }
}
