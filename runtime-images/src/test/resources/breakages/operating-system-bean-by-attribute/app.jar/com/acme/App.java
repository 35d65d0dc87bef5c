package com.acme;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;

/** Prints how many files are open. */
public class App {

  public static void main(String[] args) throws Exception {
    Object open =
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(
                new ObjectName("java.lang:type=OperatingSystem"), "OpenFileDescriptorCount");
    System.out.println((long) open > 0 ? "OK" : "no open files");
  }
}
