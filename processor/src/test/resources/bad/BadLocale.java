package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(locales = {"de", "pt_BR"}) // error: [BadLocale] 'pt_BR' is no language tag; write it as BCP 47 does, as in de or pt-BR
final class App {
  public static void main(String[] arguments) {}
}
