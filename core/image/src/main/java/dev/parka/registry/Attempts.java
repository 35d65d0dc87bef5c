package dev.parka.registry;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Counts the failures of one piece of work, waits after each, and gives up at last. */
final class Attempts {

  /** Even work that gets on a little each time is given up at last. */
  private static final int MOST = 20;

  private final String what;
  private final Patience patience;
  private final Secrets secrets;
  private int failures;
  private int all;

  /**
   * Begins.
   *
   * @param what is done, for the message of who gives up: {@code "pushing x to y"}
   */
  Attempts(String what, Patience patience, Secrets secrets) {
    this.what = what;
    this.patience = patience;
    this.secrets = secrets;
  }

  /** Says that the last attempt did not succeed, but got on. */
  void gotOn() {
    failures = 0;
  }

  /**
   * Waits before the next attempt.
   *
   * @throws ParkaException [RegistryUnreachable] if there have been enough, or none can help
   */
  void failed(IOException why) {
    failures++;
    all++;
    Optional<Duration> wish =
        why instanceof TemporaryFailure temporary ? temporary.wish() : Optional.empty();
    if (failures >= patience.attempts() || all >= MOST * patience.attempts() || isFinal(why)) {
      throw unreachable(
          what + " failed" + (all > 1 ? " " + all + " times" : "") + ": " + reason(why),
          why instanceof SSLException
              ? "check the registry's certificate and the trust store of this Java"
              : "check the registry and the network, and try again");
    }
    Duration pause = patience.pauses().after(failures);
    if (wish.isPresent() && wish.get().compareTo(pause) > 0) {
      pause = wish.get();
    }
    if (wish.isPresent() && wish.get().compareTo(patience.pauses().longestWish()) > 0) {
      throw unreachable(
          what + " failed: " + reason(why) + " and is to be asked again in " + seconds(wish.get()),
          "try again after that time");
    }
    sleep(pause);
  }

  private void sleep(Duration pause) {
    try {
      patience.sleeper().sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(what + " was interrupted", "try again");
    }
  }

  private static boolean isFinal(IOException why) {
    return why instanceof SSLException || why instanceof InterruptedWork;
  }

  /** What the network says, in words; what is only a class name to users is translated. */
  private static String reason(IOException why) {
    if (why instanceof HttpConnectTimeoutException) {
      return "no connection within the time that there is";
    }
    if (why instanceof HttpTimeoutException) {
      return "no answer within the time that there is";
    }
    if (why instanceof UnknownHostException
        || why.getCause() instanceof UnresolvedAddressException) {
      return "there is no such host";
    }
    if (why instanceof ConnectException) {
      return "nothing answers there";
    }
    return why.getMessage() == null ? "the connection broke" : why.getMessage();
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }

  // Without a cause: what the network layer says may quote what a server sent.
  private ParkaException unreachable(String fact, String fix) {
    return new ParkaException(RegistryProblem.REGISTRY_UNREACHABLE, secrets.hide(fact), fix);
  }
}
