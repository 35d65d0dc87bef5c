package other;

public class Base {
  static void main(String[] arguments) {}
}
