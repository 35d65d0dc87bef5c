package dev.parka.runtime.modules;

/**
 * A pattern for the path of a file in a jar, with at most one wildcard.
 *
 * @param begin what the path begins with
 * @param end what it ends with; the whole pattern has no wildcard if it is the begin
 * @param isDeep whether there may be slashes between
 * @param isLiteral whether there is nothing between
 */
record Glob(String begin, String end, boolean isDeep, boolean isLiteral) {

  static Glob of(String pattern) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return new Glob(pattern, "", false, true);
    }
    boolean deep = pattern.startsWith("**", star);
    return new Glob(
        pattern.substring(0, star), pattern.substring(star + (deep ? 2 : 1)), deep, false);
  }

  boolean matches(String path) {
    if (isLiteral) {
      return path.equals(begin);
    }
    int from = begin.length();
    int to = path.length() - end.length();
    if (from > to || !path.startsWith(begin) || !path.endsWith(end)) {
      return false;
    }
    int slash = path.indexOf('/', from);
    return isDeep || slash < 0 || slash >= to;
  }
}
