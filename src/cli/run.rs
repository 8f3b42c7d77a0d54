//! `acli run`: from a file, from standard input, or from the command line itself.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use clap::Args;

use super::refuse;
use crate::diag::say;
use crate::report;
use crate::runtime::{Ending, Runtime, Settings, USAGE, read_file, read_stdin};
use crate::source::SourceFile;

#[derive(Args)]
#[command(
    override_usage = "acli run [OPTIONS] FILE [ARGS]...\n       acli run [OPTIONS] -c CODE [ARGS]...\n       acli run [OPTIONS] - [ARGS]..."
)]
pub struct Arguments {
    /// Run this code; all that follows is for the script
    #[arg(short = 'c', value_name = "CODE")]
    code: Option<OsString>,
    /// Let event loops go by a clock that jumps to the next timer
    #[arg(long)]
    virtual_time: bool,
    /// Print errors as CPython does, also on a terminal
    #[arg(long)]
    plain: bool,
    /// The script (- for standard input) and its arguments
    #[arg(value_name = "FILE [ARGS]", trailing_var_arg = true, required_unless_present = "code")]
    words: Vec<OsString>,
}

impl Arguments {
    /// The short form: file and arguments, no options.
    pub fn of_file(words: Vec<OsString>) -> Arguments {
        Arguments { code: None, virtual_time: false, plain: false, words }
    }
}

/// After `-c CODE` everything belongs to the script, whatever it looks like: a `--` says so to clap.
pub fn shield_code(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_none_or(|word| word != "run") {
        return arguments;
    }
    let options = arguments[2..]
        .iter()
        .take_while(|word| word.as_encoded_bytes().starts_with(b"-") && *word != "-c" && *word != "--")
        .count();
    let code = 2 + options;
    if arguments.get(code).is_some_and(|word| word == "-c") && arguments.len() > code + 1 {
        // A code that begins with a minus is a value, too.
        let mut joined = OsString::from("-c=");
        joined.push(arguments.remove(code + 1));
        arguments[code] = joined;
        arguments.insert(code + 1, "--".into());
    }
    arguments
}

/// Runs the command.
pub fn main(arguments: Arguments) -> Ending {
    let text = |word: &OsString| word.to_string_lossy().into_owned();
    let mut argv: Vec<String> = arguments.words.iter().map(text).collect();
    let mut file = None;
    let (source, folder) = match &arguments.code {
        Some(code) => {
            argv.insert(0, "-c".to_owned());
            let Some(code) = code.to_str() else { return refuse("acli: the code after -c is not UTF-8") };
            let code = dedent(code);
            (SourceFile::typed("<string>", code.as_bytes()).map_err(|error| error.to_string()), String::new())
        }
        None if argv.first().is_some_and(|first| first == "-") => {
            (read_stdin().map_err(|error| error.to_string()), String::new())
        }
        None => {
            let path = Path::new(&arguments.words[0]);
            let source = read_file(path).map_err(|error| error.to_string());
            file = source.as_ref().ok().map(|source| source.name().to_owned());
            (source, folder_of(path))
        }
    };
    let source = match source {
        Ok(source) => source,
        Err(line) => return refuse(line),
    };
    let settings = Settings { virtual_time: arguments.virtual_time, plain: arguments.plain, argv, folder };
    run(&source, file.as_deref(), &settings)
}

/// Code of the command line without the white space that all its lines begin with, so that a shell script may indent it.
fn dedent(code: &str) -> String {
    let indent = |line: &str| line[..line.len() - line.trim_start_matches([' ', '\t']).len()].to_owned();
    let mut written = code.lines().filter(|line| !line.trim().is_empty()).map(indent);
    let Some(first) = written.next() else { return code.to_owned() };
    let common = written.fold(first, |common, other| {
        let same = common.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        common[..same].to_owned()
    });
    code.split_inclusive('\n')
        .map(|line| line.strip_prefix(&common).unwrap_or_else(|| line.trim_start_matches([' ', '\t'])))
        .collect()
}

/// The folder of a script, links followed.
fn folder_of(path: &Path) -> String {
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    real.parent().map_or(String::new(), |folder| folder.to_string_lossy().into_owned())
}

fn run(source: &Arc<SourceFile>, file: Option<&str>, settings: &Settings) -> Ending {
    let mut runtime = Runtime::new(settings);
    if let Some(file) = file {
        runtime.set_file(file);
    }
    match runtime.run_script(source) {
        Ok(ending) => runtime.shut_down(ending),
        Err(error) => {
            let style = report::Style::of_stderr(settings.plain);
            say(&report::error(&error.diagnostic, error.kind.name(), style));
            Ending::Status(USAGE)
        }
    }
}
