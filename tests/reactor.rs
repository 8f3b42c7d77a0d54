//! The reactor as the event loop uses it: real sockets, children, signals and threads, all through `turn`.

use std::io;
use std::net::SocketAddr;
use std::os::fd::AsRawFd;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use acli::reactor::clock::monotonic;
use acli::reactor::poll::Interest;
use acli::reactor::{
    Address, Clock, Family, Query, Reactor, Redirect, Resolution, Source, Spawn, Spawned, Ties, Token, Turn, pipe, tcp, unix,
};

type TestReactor = Reactor<u64>;

const SIGKILL: i32 = 9;
const SIGTERM: i32 = 15;
const SIGUSR1: i32 = 10;

fn reactor() -> TestReactor {
    Reactor::new(Clock::Real)
}

fn loopback() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

/// A listener on a free port, with interest in connections.
fn listen(reactor: &mut TestReactor) -> (Token, SocketAddr) {
    let listener = tcp::bind(loopback(), tcp::BindOptions::default()).unwrap();
    listener.listen(128).unwrap();
    let Address::Inet(address) = listener.local_address().unwrap() else { panic!("not an internet address") };
    let token = reactor.add(listener);
    reactor.set_interest(token, Interest::READ).unwrap();
    (token, address)
}

/// Turns until `done` says so, which sees every turn.
fn turn_until(reactor: &mut TestReactor, mut done: impl FnMut(&mut TestReactor, &Turn<u64>) -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    let mut turn = Turn::default();
    loop {
        reactor.turn(true, &mut turn).unwrap();
        if done(reactor, &turn) {
            return;
        }
        assert!(Instant::now() < deadline, "the loop waits for something that does not come");
    }
}

/// Both ends of a TCP connection, registered without interest.
fn connection(reactor: &mut TestReactor) -> (Token, Token) {
    let (listener, address) = listen(reactor);
    let stream = tcp::connect(address, None).unwrap();
    let client = reactor.add(stream);
    reactor.set_interest(client, Interest::WRITE).unwrap();
    let (mut server, mut connected) = (None, false);
    turn_until(reactor, |reactor, turn| {
        for event in &turn.events {
            if event.token == listener {
                let stream = reactor.accept(listener).unwrap();
                server = Some(reactor.add(stream));
            } else {
                assert!(event.writable && reactor.stream(client).unwrap().take_error().unwrap().is_none());
                connected = true;
                reactor.set_interest(client, Interest::NONE).unwrap();
            }
        }
        connected && server.is_some()
    });
    reactor.remove(listener);
    (client, server.unwrap())
}

fn read_event(turn: &Turn<u64>, token: Token) -> bool {
    turn.events.iter().any(|event| event.token == token && event.readable)
}

#[test]
fn bytes_are_echoed_over_loopback() {
    let mut reactor = reactor();
    let (client, server) = connection(&mut reactor);
    reactor.set_interest(server, Interest::READ).unwrap();
    reactor.set_interest(client, Interest::READ).unwrap();
    assert_eq!(reactor.write(client, &[7; 64]).unwrap(), 64);
    let mut rounds = 0;
    turn_until(&mut reactor, |reactor, turn| {
        for event in &turn.events {
            let bytes = reactor.read_chunk(event.token, usize::MAX).unwrap().to_vec();
            assert_eq!(bytes, [7; 64]);
            assert_eq!(reactor.write(event.token, &bytes).unwrap(), 64);
            rounds += 1;
        }
        rounds >= 2000
    });
}

#[test]
fn an_event_comes_again_until_the_source_is_emptied() {
    let mut reactor = reactor();
    let (client, server) = connection(&mut reactor);
    reactor.set_interest(server, Interest::READ).unwrap();
    reactor.write(client, b"abcdef").unwrap();
    for expected in ["ab", "cd", "ef"] {
        turn_until(&mut reactor, |_, turn| read_event(turn, server));
        let mut bytes = [0; 2];
        assert_eq!(reactor.read(server, &mut bytes).unwrap(), 2);
        assert_eq!(bytes, expected.as_bytes());
    }
    turn_until(&mut reactor, |_, turn| read_event(turn, server));
    assert_eq!(reactor.read(server, &mut [0; 2]).unwrap_err().kind(), io::ErrorKind::WouldBlock);
    let mut turn = Turn::default();
    reactor.turn(false, &mut turn).unwrap();
    assert!(turn.is_empty());
}

#[test]
fn a_source_without_interest_is_silent_and_speaks_when_asked_again() {
    let mut reactor = reactor();
    let (client, server) = connection(&mut reactor);
    reactor.set_interest(server, Interest::READ).unwrap();
    reactor.set_interest(server, Interest::NONE).unwrap();
    assert!(reactor.is_idle());
    let mut turn = Turn::default();
    for _ in 0..3 {
        reactor.write(client, b"x").unwrap();
        reactor.turn(false, &mut turn).unwrap();
        assert!(turn.is_empty());
    }
    reactor.set_interest(server, Interest::READ).unwrap();
    turn_until(&mut reactor, |_, turn| read_event(turn, server));
    assert_eq!(reactor.read_chunk(server, 100).unwrap(), b"xxx");
}

#[test]
fn half_closing_lets_the_other_direction_go_on() {
    let mut reactor = reactor();
    let (client, server) = connection(&mut reactor);
    reactor.write(client, b"request").unwrap();
    reactor.stream(client).unwrap().shutdown_write().unwrap();
    reactor.set_interest(server, Interest::READ).unwrap();
    let mut request = Vec::new();
    turn_until(&mut reactor, |reactor, turn| {
        read_event(turn, server) && reactor.read_to_vec(server, &mut request, 4096).unwrap() == 0
    });
    assert_eq!(request, b"request");
    reactor.set_interest(server, Interest::NONE).unwrap();
    reactor.write(server, b"reply").unwrap();
    drop(reactor.remove(server));
    reactor.set_interest(client, Interest::READ).unwrap();
    let mut reply = Vec::new();
    turn_until(&mut reactor, |reactor, turn| {
        read_event(turn, client) && reactor.read_to_vec(client, &mut reply, 4096).unwrap() == 0
    });
    assert_eq!(reply, b"reply");
}

/// Sends more than the kernel has room for, reading at the other end.
fn send_much(reactor: &mut TestReactor, from: Token, to: Token) {
    let data: Vec<u8> = (0..8_000_000_u32).map(|index| (index % 251) as u8).collect();
    let mut written = reactor.write(from, &data).unwrap();
    assert!(written < data.len());
    reactor.set_interest(from, Interest::WRITE).unwrap();
    reactor.set_interest(to, Interest::READ).unwrap();
    let mut read = Vec::new();
    turn_until(reactor, |reactor, turn| {
        for event in &turn.events {
            if event.token == to {
                read.extend_from_slice(reactor.read_chunk(to, usize::MAX).unwrap());
            } else if let Ok(count) = reactor.write(from, &data[written..]) {
                written += count;
                if written == data.len() {
                    reactor.set_interest(from, Interest::NONE).unwrap();
                }
            }
        }
        read.len() == data.len()
    });
    assert!(read == data);
}

#[test]
fn writing_waits_for_room_and_goes_on() {
    let mut reactor = reactor();
    let (client, server) = connection(&mut reactor);
    send_much(&mut reactor, client, server);
    let (left, right) = unix::pair().unwrap();
    let (left, right) = (reactor.add(left), reactor.add(right));
    send_much(&mut reactor, left, right);
    let (reader, writer) = pipe::pipe().unwrap();
    let (reader, writer) = (reactor.add(reader), reactor.add(writer));
    send_much(&mut reactor, writer, reader);
}

#[test]
fn a_refused_connection_is_an_error_of_the_stream() {
    let mut reactor = reactor();
    let free = tcp::bind(loopback(), tcp::BindOptions::default()).unwrap();
    let Address::Inet(address) = free.local_address().unwrap() else { panic!("not an internet address") };
    drop(free);
    let error = match tcp::connect(address, None) {
        Err(error) => error,
        Ok(stream) => {
            let token = reactor.add(stream);
            reactor.set_interest(token, Interest::WRITE).unwrap();
            turn_until(&mut reactor, |_, turn| turn.events.iter().any(|event| event.writable && event.closed));
            reactor.stream(token).unwrap().take_error().unwrap().unwrap()
        }
    };
    assert_eq!(error.kind(), io::ErrorKind::ConnectionRefused);
}

#[test]
fn a_thousand_connections_leave_nothing_behind() {
    let mut reactor = reactor();
    let (listener, address) = listen(&mut reactor);
    let mut turn = Turn::default();
    let mut accepted = 0;
    for _ in 0..1000 {
        let stream = tcp::connect(address, None).unwrap();
        let client = reactor.add(stream);
        reactor.set_interest(client, Interest::BOTH).unwrap();
        reactor.turn(true, &mut turn).unwrap();
        while let Ok(stream) = reactor.accept(listener) {
            let server = reactor.add(stream);
            reactor.set_interest(server, Interest::READ).unwrap();
            accepted += 1;
            drop(reactor.remove(server));
        }
        drop(reactor.remove(client));
        assert!(reactor.source(client).is_none());
        assert!(reactor.set_interest(client, Interest::READ).is_err());
    }
    assert!(accepted > 900);
    assert_eq!(reactor.source_count(), 1);
    drop(reactor.remove(listener));
    assert!(reactor.is_idle());
    reactor.turn(false, &mut turn).unwrap();
    assert!(turn.is_empty());
}

#[test]
fn a_borrowed_descriptor_is_reported_as_a_level() {
    let mut reactor = reactor();
    let (reader, writer) = pipe::pipe().unwrap();
    let token = reactor.add(Source::Raw(reader.as_raw_fd()));
    reactor.set_interest(token, Interest::READ).unwrap();
    writer.write(b"xyz").unwrap();
    for _ in 0..3 {
        turn_until(&mut reactor, |_, turn| read_event(turn, token));
        assert_eq!(reader.read(&mut [0]).unwrap(), 1);
    }
    let mut turn = Turn::default();
    reactor.turn(false, &mut turn).unwrap();
    assert!(turn.events.is_empty());
    writer.write(b"x").unwrap();
    turn_until(&mut reactor, |_, turn| read_event(turn, token));
    drop(reader);
    reactor.turn(false, &mut turn).unwrap();
    assert!(reactor.is_idle() && reactor.remove(token).is_some());
}

#[test]
fn a_regular_file_cannot_be_polled() {
    let mut reactor = reactor();
    let file = std::fs::File::open("Cargo.toml").unwrap();
    let token = reactor.add(Source::Raw(file.as_raw_fd()));
    let error = reactor.set_interest(token, Interest::READ).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
    assert!(reactor.remove(token).is_some() && reactor.is_idle());
}

#[test]
fn timers_come_in_order_and_not_early() {
    let mut reactor = reactor();
    let start = reactor.now();
    let late = reactor.add_timer(start + 0.03, Ties::Insertion);
    let cancelled = reactor.add_timer(start + 0.02, Ties::Insertion);
    let early = reactor.add_timer(start + 0.01, Ties::Insertion);
    assert!(reactor.cancel_timer(cancelled));
    let mut seen = Vec::new();
    turn_until(&mut reactor, |_, turn| {
        seen.extend_from_slice(&turn.timers);
        seen.len() == 2
    });
    assert_eq!(seen, [early, late]);
    assert!(reactor.now() >= start + 0.03 && reactor.is_idle());
    reactor.add_timer(f64::INFINITY, Ties::Insertion);
    assert!(reactor.is_idle(), "a timer that never comes is nothing to wait for");
    let error = reactor.turn(true, &mut Turn::default()).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::Deadlock);
}

#[test]
fn a_virtual_clock_jumps_from_deadline_to_deadline() {
    let mut reactor = TestReactor::new(Clock::new_virtual());
    let started = Instant::now();
    for hour in 1..=1000 {
        reactor.add_timer(f64::from(hour) * 3600.0, Ties::Insertion);
    }
    let mut turn = Turn::default();
    reactor.turn(false, &mut turn).unwrap();
    assert!(turn.is_empty() && reactor.now() == 0.0, "a turn that does not wait does not jump");
    for hour in 1..=1000 {
        reactor.turn(true, &mut turn).unwrap();
        assert_eq!((turn.timers.len(), reactor.now()), (1, f64::from(hour) * 3600.0));
    }
    assert!(reactor.is_idle() && started.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_virtual_clock_waits_for_bytes_first() {
    let mut reactor = TestReactor::new(Clock::new_virtual());
    let (left, right) = unix::pair().unwrap();
    let token = reactor.add(right);
    reactor.set_interest(token, Interest::READ).unwrap();
    reactor.add_timer(5.0, Ties::Insertion);
    left.write(b"x").unwrap();
    let mut turn = Turn::default();
    reactor.turn(true, &mut turn).unwrap();
    assert!(read_event(&turn, token) && reactor.now() == 0.0);
    reactor.read_chunk(token, 100).unwrap();
    reactor.turn(true, &mut turn).unwrap();
    assert_eq!((turn.timers.len(), reactor.now()), (1, 5.0));
}

#[test]
fn a_virtual_clock_gives_jobs_and_children_their_time() {
    let mut reactor = TestReactor::new(Clock::new_virtual());
    reactor.add_timer(60.0, Ties::Insertion);
    let job = || {
        thread::sleep(Duration::from_millis(30));
        1
    };
    reactor.submit(Box::new(job)).unwrap();
    reactor.spawn(shell("sleep 0.1")).unwrap();
    turn_until(&mut reactor, |_, turn| !turn.exits.is_empty());
    assert!(reactor.now() > 0.05 && reactor.timer_count() == 1, "the clock runs along with a child");
    let child = reactor.spawn(shell("exec sleep 60")).unwrap();
    let deadline = reactor.now() + 0.2;
    reactor.add_timer(deadline, Ties::Insertion);
    let started = monotonic();
    turn_until(&mut reactor, |_, turn| !turn.timers.is_empty());
    assert_eq!(reactor.now(), deadline);
    assert!(monotonic() - started >= 0.19, "a child that runs on has real time to end in");
    reactor.kill(child.id).unwrap();
}

fn shell(script: &str) -> Spawn {
    Spawn { program: "sh".into(), arguments: vec!["-c".into(), script.into()], ..Spawn::default() }
}

/// Starts a child and waits for its end; gives its exit code.
fn run(reactor: &mut TestReactor, spawn: Spawn, then: impl FnOnce(&mut TestReactor, &Spawned)) -> i32 {
    let spawned = reactor.spawn(spawn).unwrap();
    then(reactor, &spawned);
    let mut code = None;
    turn_until(reactor, |_, turn| {
        code = turn.exits.iter().find(|exit| exit.id == spawned.id).map(|exit| exit.code);
        code.is_some()
    });
    let gone = reactor.send_signal(spawned.id, SIGTERM).unwrap_err();
    assert_eq!(gone.raw_os_error(), Some(3), "ESRCH");
    code.unwrap()
}

#[test]
fn children_end_with_a_code_or_a_signal() {
    let mut reactor = reactor();
    assert_eq!(run(&mut reactor, shell("exit 3"), |_, _| {}), 3);
    assert_eq!(run(&mut reactor, shell("kill -USR1 $$"), |_, _| {}), -SIGUSR1);
    let terminated = run(&mut reactor, shell("exec sleep 60"), |reactor, child| reactor.terminate(child.id).unwrap());
    assert_eq!(terminated, -SIGTERM);
    let killed = run(&mut reactor, shell("exec sleep 60"), |reactor, child| reactor.kill(child.id).unwrap());
    assert_eq!(killed, -SIGKILL);
    assert!(reactor.is_idle());
    assert_eq!(reactor.source_count(), 0);
}

/// Reads a pipe to its end.
fn read_all(reactor: &mut TestReactor, reader: pipe::PipeReader) -> String {
    let token = reactor.add(reader);
    reactor.set_interest(token, Interest::READ).unwrap();
    let mut bytes = Vec::new();
    turn_until(reactor, |reactor, turn| read_event(turn, token) && reactor.read_to_vec(token, &mut bytes, 4096).unwrap() == 0);
    reactor.remove(token);
    String::from_utf8(bytes).unwrap()
}

#[test]
fn pipes_lead_into_a_child_and_out_of_it() {
    let mut reactor = reactor();
    let mut spawn = shell("cat; echo $GREETING in $PWD >&2; ps -o args= $$ >/dev/null 2>&1; echo done");
    spawn.stdin = Redirect::Pipe;
    spawn.stdout = Redirect::Pipe;
    spawn.stderr = Redirect::Pipe;
    spawn.directory = Some("/".into());
    spawn.called = Some("renamed".into());
    spawn.environment = Some(vec![("GREETING".into(), "hello".into()), ("PATH".into(), "/bin:/usr/bin".into())]);
    let child = reactor.spawn(spawn).unwrap();
    let stdin = child.stdin.unwrap();
    stdin.write(b"input\n").unwrap();
    drop(stdin);
    assert_eq!(read_all(&mut reactor, child.stdout.unwrap()), "input\ndone\n");
    assert_eq!(read_all(&mut reactor, child.stderr.unwrap()), "hello in /\n");
}

#[test]
fn standard_error_can_join_standard_output() {
    let mut reactor = reactor();
    let joined = |stdout| Spawn { stdout, stderr: Redirect::Stdout, ..shell("echo one; echo two >&2") };
    let child = reactor.spawn(joined(Redirect::Pipe)).unwrap();
    assert_eq!(read_all(&mut reactor, child.stdout.unwrap()), "one\ntwo\n");
    let (reader, writer) = io::pipe().unwrap();
    reactor.spawn(joined(Redirect::Fd(writer.into()))).unwrap();
    let reader = pipe::PipeReader::from_fd(reader.into()).unwrap();
    assert_eq!(read_all(&mut reactor, reader), "one\ntwo\n");
    let mut silent = shell("echo one; echo two >&2; read line && exit 1; exit 0");
    silent.stdin = Redirect::Null;
    silent.stdout = Redirect::Null;
    silent.stderr = Redirect::Null;
    silent.process_group = Some(0);
    assert_eq!(run(&mut reactor, silent, |_, _| {}), 0);
}

#[test]
fn a_signal_ends_the_wait_with_a_poll_and_without() {
    let mut reactor = reactor();
    reactor.signals().watch(SIGUSR1, true).unwrap();
    assert!(!reactor.is_idle());
    for with_poll in [false, true] {
        if with_poll {
            listen(&mut reactor);
        }
        let raiser = thread::spawn(|| {
            thread::sleep(Duration::from_millis(20));
            let me = rustix::process::getpid();
            rustix::process::kill_process(me, rustix::process::Signal::USR1).unwrap();
        });
        turn_until(&mut reactor, |_, turn| turn.signals == [SIGUSR1]);
        raiser.join().unwrap();
    }
    let deadline = reactor.now() + 0.01;
    reactor.add_timer(deadline, Ties::Insertion);
    turn_until(&mut reactor, |_, turn| !turn.timers.is_empty());
    assert!(reactor.signals().unwatch(SIGUSR1));
}

#[test]
fn another_thread_wakes_the_loop() {
    let mut reactor = reactor();
    let notifier = reactor.notifier().unwrap();
    let waker = thread::spawn(move || {
        thread::sleep(Duration::from_millis(10));
        for _ in 0..100 {
            notifier.notify();
        }
        notifier
    });
    turn_until(&mut reactor, |_, turn| turn.woken);
    let notifier = waker.join().unwrap();
    notifier.notify();
    turn_until(&mut reactor, |_, turn| turn.woken);
}

#[test]
fn jobs_come_back_and_the_pool_shuts_down() {
    let mut reactor = reactor();
    let jobs: Vec<_> =
        (0..20).map(|number| (reactor.submit(Box::new(move || number * number)).unwrap(), number * number)).collect();
    let mut results = Vec::new();
    turn_until(&mut reactor, |_, turn| {
        results.extend(turn.jobs.iter().map(|job| (job.id, job.outcome.clone().unwrap())));
        results.len() == jobs.len()
    });
    results.sort_unstable();
    assert_eq!(results, jobs);
    assert!(reactor.is_idle());

    let (go, wait) = mpsc::channel::<()>();
    reactor.submit(Box::new(move || u64::from(wait.recv().is_ok()))).unwrap();
    assert!(!reactor.is_idle());
    assert!(!reactor.pool().shutdown(Some(Duration::from_millis(10))));
    go.send(()).unwrap();
    assert!(reactor.pool().shutdown(Some(Duration::from_secs(10))));
    turn_until(&mut reactor, |_, turn| turn.jobs.iter().any(|job| job.outcome == Ok(1)));
    assert!(reactor.submit(Box::new(|| 0)).is_err());
}

#[test]
fn names_are_resolved_at_once_or_by_a_job() {
    let mut reactor = reactor();
    let query = |host: &str| Query { host: Some(host.into()), port: 7, family: Family::Any, passive: false };
    let answer = reactor.resolve(query("10.0.0.1"), |_| 0).unwrap();
    assert!(matches!(answer, Resolution::Ready(Ok(addresses)) if addresses == ["10.0.0.1:7".parse().unwrap()]));
    let answer = reactor.resolve(query("no such name.invalid"), |answer| u64::from(answer.is_err())).unwrap();
    let Resolution::Pending(id) = answer else { panic!("such a name cannot be known") };
    turn_until(&mut reactor, |_, turn| turn.jobs.iter().any(|job| job.id == id && job.outcome == Ok(1)));
}
