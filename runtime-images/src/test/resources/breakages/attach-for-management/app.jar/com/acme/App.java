package com.acme;

import com.sun.tools.attach.VirtualMachine;

/** Has a management agent started in a virtual machine: its own. */
public class App {

  public static void main(String[] args) throws Exception {
    VirtualMachine machine =
        VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
    String address = machine.startLocalManagementAgent();
    System.out.println(address.startsWith("service:jmx:rmi:") ? "OK" : address);
    System.exit(0);
  }
}
