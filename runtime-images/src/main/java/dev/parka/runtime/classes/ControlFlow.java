package dev.parka.runtime.classes;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Which instructions of a method were reached, and from where it goes on. */
final class ControlFlow {

  private final int begin;
  private final int end;
  private final BitSet reached;
  private final Deque<Integer> open = new ArrayDeque<>();

  /** The code lies between two offsets of the class file. */
  ControlFlow(int begin, int end) {
    this.begin = begin;
    this.end = end;
    this.reached = new BitSet(end - begin);
  }

  /** Where the code ends in the class file. */
  int end() {
    return end;
  }

  /** Goes on at an offset in the code, too. */
  void jump(int offset) throws BadClassFileException {
    if (offset < 0 || offset >= end - begin) {
      throw new BadClassFileException("its code has a jump to " + offset);
    }
    if (!reached.get(offset)) {
      open.push(offset);
    }
  }

  /** The same, so far from an instruction of the class file. */
  void jump(int at, int distance) throws BadClassFileException {
    jump(at - begin + distance);
  }

  boolean hasNext() {
    return !open.isEmpty();
  }

  /** An offset in the class file from which to read. */
  int next() {
    return begin + open.pop();
  }

  /** Takes note of an instruction in the class file; false if it was reached before. */
  boolean reach(int at) {
    boolean first = !reached.get(at - begin);
    reached.set(at - begin);
    return first;
  }

  /** Whether an instruction between two offsets in the code was reached. */
  boolean isReached(int from, int to) {
    int next = reached.nextSetBit(from);
    return next >= 0 && next < to;
  }

  /** The bytes from a place in the class file to the next multiple of four in the code. */
  int padding(int position) {
    return -(position - begin) & 3;
  }
}
