package other;

public class InstanceBase {
  void main() {}
}
