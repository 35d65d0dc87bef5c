package dev.parka.cli;

/** What a command's end tells the shell. */
final class ExitCode {

  /** All went well. */
  static final int GOOD = 0;

  /** The work was done and found something wrong. */
  static final int FINDINGS = 1;

  /** The command line cannot be understood. */
  static final int USAGE = 2;

  /** The work could not be done. */
  static final int FAILURE = 3;

  private ExitCode() {}
}
