package dev.parka.runtime.classes;

import dev.parka.runtime.classes.CodeVisitor.Call;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads the code of methods (JVMS 4.7.3, 6.5) and tells a visitor what it refers to, each thing
 * once however many methods do the same with it.
 */
public final class CodeReader {

  private static final int LDC = 0x12;
  private static final int LDC_W = 0x13;
  private static final int LDC2_W = 0x14;
  private static final int TABLESWITCH = 0xaa;
  private static final int LOOKUPSWITCH = 0xab;
  private static final int GETSTATIC = 0xb2;
  private static final int PUTSTATIC = 0xb3;
  private static final int GETFIELD = 0xb4;
  private static final int PUTFIELD = 0xb5;
  private static final int INVOKEVIRTUAL = 0xb6;
  private static final int INVOKESPECIAL = 0xb7;
  private static final int INVOKESTATIC = 0xb8;
  private static final int INVOKEINTERFACE = 0xb9;
  private static final int INVOKEDYNAMIC = 0xba;
  private static final int NEW = 0xbb;
  private static final int ANEWARRAY = 0xbd;
  private static final int CHECKCAST = 0xc0;
  private static final int INSTANCEOF = 0xc1;
  private static final int GOTO = 0xa7;
  private static final int JSR = 0xa8;
  private static final int RET = 0xa9;
  private static final int ATHROW = 0xbf;
  private static final int GOTO_W = 0xc8;
  private static final int JSR_W = 0xc9;
  private static final int WIDE = 0xc4;
  private static final int IINC = 0x84;
  private static final int MULTIANEWARRAY = 0xc5;

  /** The bytes after each opcode; two instructions have a length of their own. */
  private static final byte[] OPERANDS = operands();

  /** A dynamic constant may have others for arguments. */
  private static final int DEEPEST = 32;

  private final ClassFile file;
  private final ConstantPool pool;
  private final CodeVisitor visitor;

  /** What the visitor was told: four bits for each constant, for what is done with it. */
  private final BitSet told = new BitSet();

  /** The dynamic constants that were read: those in others could be as many as grains of rice. */
  private final BitSet dynamics = new BitSet();

  /** Where exceptions of a type, or of all, go from a stretch of code. */
  private record Handler(int from, int to, int offset, int type) {}

  CodeReader(ClassFile file, CodeVisitor visitor) {
    this.file = file;
    this.pool = file.pool();
    this.visitor = visitor;
  }

  /**
   * Reads the code of a method of the class; nothing if it has none.
   *
   * @throws BadClassFileException if it is no code
   */
  public void read(ClassMember method) throws BadClassFileException {
    if (method.code() == 0) {
      return;
    }
    ClassBytes bytes = file.header().bytes().from(method.code());
    bytes.skip(4);
    long length = bytes.u4();
    int begin = bytes.position();
    bytes.skip(length);
    ControlFlow flow = new ControlFlow(begin, bytes.position());
    readFrom(0, flow);
    List<Handler> handlers = new ArrayList<>();
    for (int count = bytes.u2(); count > 0; count--) {
      handlers.add(new Handler(bytes.u2(), bytes.u2(), bytes.u2(), bytes.u2()));
    }
    readHandlers(handlers, flow);
  }

  /** A handler is reached with any instruction that it covers; its own may be covered by others. */
  private void readHandlers(List<Handler> handlers, ControlFlow flow) throws BadClassFileException {
    boolean goesOn = true;
    while (goesOn) {
      List<Handler> reached =
          handlers.stream()
              .filter(handler -> flow.isReached(handler.from(), handler.to()))
              .toList();
      handlers.removeAll(reached);
      goesOn = !reached.isEmpty();
      for (Handler handler : reached) {
        if (handler.type() != 0) {
          type(handler.type());
        }
        readFrom(handler.offset(), flow);
      }
    }
  }

  /** Reads all that can be reached from an offset and was not reached before. */
  private void readFrom(int offset, ControlFlow flow) throws BadClassFileException {
    flow.jump(offset);
    while (flow.hasNext()) {
      ClassBytes code = file.header().bytes().part(flow.next(), flow.end());
      while (!code.atEnd() && flow.reach(code.position())) {
        if (!readInstruction(code, flow)) {
          break;
        }
      }
    }
  }

  /** Answers whether what follows is reached. */
  private boolean readInstruction(ClassBytes code, ControlFlow flow) throws BadClassFileException {
    int at = code.position();
    int opcode = code.u1();
    switch (opcode) {
      case LDC -> constant(code.u1(), 0);
      case LDC_W, LDC2_W -> constant(code.u2(), 0);
      case GETSTATIC, PUTSTATIC -> field(code.u2(), true);
      case GETFIELD, PUTFIELD -> field(code.u2(), false);
      case INVOKEVIRTUAL -> call(code.u2(), Call.VIRTUAL);
      case INVOKESTATIC -> call(code.u2(), Call.STATIC);
      case INVOKESPECIAL -> {
        int method = code.u2();
        call(method, Call.SPECIAL);
        return visitor.returns(file.member(method));
      }
      case INVOKEINTERFACE -> {
        call(code.u2(), Call.INTERFACE);
        code.skip(2);
      }
      case INVOKEDYNAMIC -> {
        int index = code.u2();
        dynamic(index, ConstantPool.INVOKE_DYNAMIC, 0);
        made(pool.second(index, ConstantPool.INVOKE_DYNAMIC));
        code.skip(2);
      }
      case NEW -> {
        int type = code.u2();
        if (isNew(type, 0)) {
          visitor.instantiation(pool.text(type, ConstantPool.CLASS));
        }
      }
      case ANEWARRAY, CHECKCAST, INSTANCEOF -> type(code.u2());
      case MULTIANEWARRAY -> {
        type(code.u2());
        code.skip(1);
      }
      case TABLESWITCH, LOOKUPSWITCH -> {
        readSwitch(opcode, at, code, flow);
        return false;
      }
      case GOTO -> {
        flow.jump(at, (short) code.u2());
        return false;
      }
      case GOTO_W -> {
        flow.jump(at, (int) code.u4());
        return false;
      }
      case JSR -> flow.jump(at, (short) code.u2());
      case JSR_W -> flow.jump(at, (int) code.u4());
      case RET -> {
        code.skip(1);
        return false;
      }
      case WIDE -> code.skip(code.u1() == IINC ? 4 : 2);
      case ATHROW -> {
        return false;
      }
      default -> {
        if (isReturn(opcode)) {
          return false;
        }
        if (isBranch(opcode)) {
          flow.jump(at, (short) code.u2());
        } else {
          code.skip(operandsOf(opcode));
        }
      }
    }
    return true;
  }

  private static void readSwitch(int opcode, int at, ClassBytes code, ControlFlow flow)
      throws BadClassFileException {
    code.skip(flow.padding(code.position()));
    flow.jump(at, (int) code.u4());
    if (opcode == TABLESWITCH) {
      long low = (int) code.u4();
      long high = (int) code.u4();
      for (long i = low; i <= high; i++) {
        flow.jump(at, (int) code.u4());
      }
    } else {
      for (long pairs = code.u4(); pairs > 0; pairs--) {
        code.skip(4);
        flow.jump(at, (int) code.u4());
      }
    }
  }

  private static boolean isReturn(int opcode) {
    return opcode >= 0xac && opcode <= 0xb1;
  }

  private static boolean isBranch(int opcode) {
    return (opcode >= 0x99 && opcode <= 0xa6) || opcode == 0xc6 || opcode == 0xc7;
  }

  /** Whether this was not yet done with a constant. */
  private boolean isNew(int index, int what) {
    int bit = index * 4 + what;
    boolean isNew = !told.get(bit);
    told.set(bit);
    return isNew;
  }

  private void field(int index, boolean isStatic) throws BadClassFileException {
    if (isNew(index, isStatic ? 1 : 0)) {
      visitor.field(file.member(index), isStatic);
    }
  }

  private void call(int index, Call kind) throws BadClassFileException {
    int what =
        switch (kind) {
          case VIRTUAL -> 0;
          case INTERFACE -> 1;
          case SPECIAL -> 2;
          case STATIC -> 3;
        };
    if (isNew(index, what)) {
      visitor.call(file.member(index), kind);
    }
  }

  private void type(int index) throws BadClassFileException {
    if (isNew(index, 1)) {
      for (NameTable.Name name : pool.classes(index)) {
        visitor.type(name.text);
      }
    }
  }

  private void constant(int index, int depth) throws BadClassFileException {
    switch (pool.tag(index)) {
      case ConstantPool.STRING -> {
        if (isNew(index, 0)) {
          visitor.string(pool.text(index, ConstantPool.STRING));
        }
      }
      case ConstantPool.CLASS -> {
        if (isNew(index, 2)) {
          for (NameTable.Name name : pool.classes(index)) {
            visitor.literal(name.text);
          }
        }
      }
      case ConstantPool.METHOD_HANDLE -> handle(index);
      case ConstantPool.DYNAMIC -> dynamic(index, ConstantPool.DYNAMIC, depth);
      case 0 -> throw new BadClassFileException("its code has no constant at " + index);
      default -> {}
    }
  }

  private void handle(int index) throws BadClassFileException {
    int member = pool.handled(index);
    switch (pool.handleKind(index)) {
      case 1, 3 -> field(member, false);
      case 2, 4 -> field(member, true);
      case 5 -> call(member, Call.VIRTUAL);
      case 6 -> call(member, Call.STATIC);
      case 8 -> {
        visitor.instantiation(file.member(member).owner());
        call(member, Call.SPECIAL);
      }
      case 9 -> call(member, Call.INTERFACE);
      default -> call(member, Call.SPECIAL);
    }
  }

  /** The bootstrap method and its arguments: method handles are the bodies of lambdas. */
  private void dynamic(int index, int tag, int depth) throws BadClassFileException {
    int begin = file.header().bootstraps();
    if (begin == 0 || depth > DEEPEST) {
      throw new BadClassFileException("its bootstrap methods are missing or have no end");
    }
    if (dynamics.get(index)) {
      return;
    }
    dynamics.set(index);
    ClassBytes bytes = file.header().bytes().from(begin);
    int count = bytes.u2();
    int wanted = pool.first(index, tag);
    if (wanted >= count) {
      throw new BadClassFileException("it has no bootstrap method " + wanted);
    }
    for (int i = 0; i < wanted; i++) {
      bytes.skip(2);
      bytes.skip(2L * bytes.u2());
    }
    handle(bytes.u2());
    for (int arguments = bytes.u2(); arguments > 0; arguments--) {
      constant(bytes.u2(), depth + 1);
    }
  }

  /** A lambda expression makes an object of the interface that its call site returns. */
  private void made(int nameAndType) throws BadClassFileException {
    String descriptor = pool.utf8(pool.second(nameAndType, ConstantPool.NAME_AND_TYPE));
    int type = descriptor.indexOf(')') + 1;
    if (descriptor.startsWith("L", type) && descriptor.endsWith(";")) {
      visitor.instantiation(descriptor.substring(type + 1, descriptor.length() - 1));
    }
  }

  private static int operandsOf(int opcode) throws BadClassFileException {
    if (opcode >= OPERANDS.length) {
      throw new BadClassFileException("its code has an opcode " + opcode);
    }
    return OPERANDS[opcode];
  }

  private static byte[] operands() {
    byte[] operands = new byte[0xca];
    fill(operands, 0x10, 0x10, 1);
    fill(operands, 0x11, 0x11, 2);
    fill(operands, 0x15, 0x19, 1);
    fill(operands, 0x36, 0x3a, 1);
    fill(operands, IINC, IINC, 2);
    fill(operands, 0xbc, 0xbc, 1);
    return operands;
  }

  private static void fill(byte[] operands, int first, int last, int count) {
    for (int opcode = first; opcode <= last; opcode++) {
      operands[opcode] = (byte) count;
    }
  }
}
