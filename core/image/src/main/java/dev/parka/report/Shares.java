package dev.parka.report;

/** Shares a number out in proportion to others, so that nothing is lost and nothing left over. */
final class Shares {

  private Shares() {}

  /** The shares of a whole; where there is no measure at all, the last has all of it. */
  static long[] of(long whole, long... measures) {
    long[] shares = new long[measures.length];
    double sum = 0;
    for (long measure : measures) {
      sum += measure;
    }
    if (sum == 0) {
      if (shares.length > 0) {
        shares[shares.length - 1] = whole;
      }
      return shares;
    }
    double before = 0;
    long given = 0;
    for (int i = 0; i < measures.length; i++) {
      before += measures[i];
      long until = Math.round(whole * (before / sum));
      shares[i] = until - given;
      given = until;
    }
    return shares;
  }
}
