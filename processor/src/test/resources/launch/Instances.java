class PublicInstance {
  public void main(String[] arguments) {}
}

class PackagePrivateInstance {
  void main(String[] arguments) {}
}

class ProtectedInstance {
  protected void main() {}
}

class PrivateInstance {
  private void main() {}
}

class IntInstance {
  int main() {
    return 0;
  }
}

abstract class AbstractInstance {
  void main() {}
}

abstract class AbstractMethod {
  abstract void main();
}

class ConcreteOfAbstract extends AbstractMethod {
  @Override
  void main() {}
}

class InheritsInstance extends PackagePrivateInstance {}

class PrivateConstructor {
  private PrivateConstructor() {}

  void main() {}
}

class PackagePrivateConstructor {
  PackagePrivateConstructor() {}

  void main() {}
}

class ConstructorWithParameter {
  ConstructorWithParameter(int x) {}

  void main() {}
}

class VarargsConstructor {
  VarargsConstructor(int... x) {}

  void main() {}
}

class SecondConstructor {
  SecondConstructor(int x) {}

  protected SecondConstructor() {}

  void main() {}
}

enum EnumInstance {
  ONE;

  void main() {}
}

record RecordInstance() {
  void main() {}
}

record RecordWithComponent(int x) {
  void main() {}
}

record RecordWithConstructor(int x) {
  RecordWithConstructor() {
    this(0);
  }

  void main() {}
}

interface DefaultMain {
  default void main() {}
}

class InheritsDefault implements DefaultMain {}

interface DefaultMainWithArguments {
  default void main(String[] arguments) {}
}

class InheritsDefaultWithArguments implements DefaultMainWithArguments {}

class StringsGoFirst {
  private StringsGoFirst() {}

  void main(String[] arguments) {}

  static void main() {}
}

class PublicGoesFirst extends PublicStaticBase {
  static void main() {}
}

class PublicStaticBase {
  public static void main(String[] arguments) {}
}

class OwnNoArgumentsInheritedStrings extends PackagePrivateInstance {
  public static void main() {}
}
