//! The binary: hands the command line to the operators' door.

fn main() -> std::process::ExitCode {
    madoguchi::cli::run()
}
