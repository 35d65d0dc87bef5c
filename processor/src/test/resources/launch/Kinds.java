class ClassMain {
  public static void main(String[] arguments) {}
}

class VarargsMain {
  public static void main(String... arguments) {}
}

class GenericMain {
  public static <T extends String> void main(T[] arguments) {}
}

class ObjectsMain {
  public static void main(Object[] arguments) {}
}

class ThrowsMain {
  public static void main(String[] arguments) throws Exception {}
}

class FinalSynchronizedMain {
  public static final synchronized void main(String[] arguments) {}
}

class PrivateMain {
  private static void main(String[] arguments) {}
}

class PackagePrivateMain {
  static void main(String[] arguments) {}
}

class ProtectedMain {
  protected static void main(String[] arguments) {}
}

class IntMain {
  public static int main(String[] arguments) {
    return 0;
  }
}

class NoArgumentsMain {
  public static void main() {}
}

class PackagePrivateNoArgumentsMain {
  static void main() {}
}

class PrivateNoArgumentsMain {
  private static void main() {}
}

class TwoArgumentsMain {
  public static void main(String first, String second) {}
}

class NothingAtAll {}

class PrivateThenNoArguments {
  private static void main(String[] arguments) {}

  static void main() {}
}

class IntThenNoArguments {
  public static int main(String[] arguments) {
    return 0;
  }

  public static void main() {}
}

abstract class AbstractMain {
  public static void main(String[] arguments) {}
}

interface InterfaceMain {
  static void main(String[] arguments) {}
}

interface InheritsFromInterface extends InterfaceMain {}

class ImplementsInterface implements InterfaceMain {}

interface PrivateInterfaceMain {
  private static void main(String[] arguments) {}
}

enum EnumMain {
  ONE;

  public static void main(String[] arguments) {}
}

record RecordMain(int x) {
  public static void main(String[] arguments) {}
}

@interface AnnotationMain {}

sealed class SealedMain permits SealedMain.Permitted {
  public static void main(String[] arguments) {}

  static final class Permitted extends SealedMain {}
}

class GenericClassMain<T> {
  public static void main(String[] arguments) {}
}

class InheritsGeneric extends GenericClassMain<String> {}

class InheritsPackagePrivate extends PackagePrivateMain {}

class InheritsPrivate extends PrivateMain {}

class InheritsNoArguments extends NoArgumentsMain {}

class InheritsAndHides extends ClassMain {
  public static void main(String[] arguments) {}
}

class Outer {
  static class StaticNested {
    public static void main(String[] arguments) {}
  }

  private static class PrivateNested {
    public static void main(String[] arguments) {}
  }

  class Inner {
    public static void main(String[] arguments) {}
  }

  class InnerInstance {
    void main() {}
  }

  static class NestedInstance {
    void main() {}
  }

  private static class PrivateNestedInstance {
    void main() {}
  }

  interface NestedInterface {
    static void main(String[] arguments) {}
  }

  enum NestedEnum {
    ONE;

    public static void main(String[] arguments) {}
  }

  record NestedRecord() {
    public static void main(String[] arguments) {}
  }
}
