package com.example.petstore;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Logs to one stream, a line for each record: time, level, message. */
final class LineLog extends Handler {

  private final PrintStream out;
  private final SimpleFormatter messages = new SimpleFormatter();

  LineLog(PrintStream out) {
    this.out = out;
  }

  /** Makes it the only log of this JVM. */
  LineLog install() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").addHandler(this);
    return this;
  }

  @Override
  public void publish(LogRecord entry) {
    String line = entry.getInstant() + " " + entry.getLevel() + " " + messages.formatMessage(entry);
    out.println(entry.getThrown() == null ? line : line + trace(entry.getThrown()));
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    // A record is one line, whatever it holds.
    return " " + trace.toString().strip().replaceAll("\\R\\s*", " | ");
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
