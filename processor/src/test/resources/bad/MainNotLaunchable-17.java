package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(javaVersion = 17)
class WithoutArguments { // error: [MainNotLaunchable] java 17 does not launch com.acme.WithoutArguments: its main method has no String[] parameter; write public static void main(String[] args), or set javaVersion to 25 or later
  public static void main() {}
}

@ContainerImage(javaVersion = 17)
class NotStatic { // error: [MainNotLaunchable] java 17 does not launch com.acme.NotStatic: its main method is not static; write public static void main(String[] args), or set javaVersion to 25 or later
  public void main(String[] arguments) {}
}

@ContainerImage(javaVersion = 17)
class NotPublic { // error: [MainNotLaunchable] java 17 does not launch com.acme.NotPublic: its main method is not public; write public static void main(String[] args), or set javaVersion to 25 or later
  static void main(String[] arguments) {}
}

@ContainerImage(javaVersion = 17)
class NotVoid { // error: [MainNotLaunchable] java 17 does not launch com.acme.NotVoid: its main method returns int; write public static void main(String[] args)
  public static int main(String[] arguments) {
    return 0;
  }
}

@ContainerImage(javaVersion = 17)
class OtherParameters { // error: [MainNotLaunchable] java 17 does not launch com.acme.OtherParameters: its main method has other parameters than String[]; write public static void main(String[] args)
  public static void main(String first, String second) {}
}

@ContainerImage(javaVersion = 17)
class Private { // error: [MainNotLaunchable] java 17 does not launch com.acme.Private: its main method is private; write public static void main(String[] args)
  private static void main(String[] arguments) {}
}

interface Launcher {
  static void main(String[] arguments) {}
}

@ContainerImage(javaVersion = 17)
class OfAnInterface implements Launcher {} // error: [MainNotLaunchable] java 17 does not launch com.acme.OfAnInterface: static methods of interfaces such as com.acme.Launcher are not inherited; write public static void main(String[] args)
