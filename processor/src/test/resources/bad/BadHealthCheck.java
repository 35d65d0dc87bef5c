package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.HealthCheck;

@ContainerImage(healthCheck = @HealthCheck(command = "curl")) // error: [BadHealthCheck] the health check cannot work: its command does not begin with an absolute path; name a program of the image
class Command {
  public static void main(String[] arguments) {}
}

@ContainerImage(
    healthCheck =
        @HealthCheck( // error: [BadHealthCheck] the health check cannot work: interval is 0 s; use 1 or more
            command = "/opt/java/bin/java",
            interval = 0))
class Interval {
  public static void main(String[] arguments) {}
}
