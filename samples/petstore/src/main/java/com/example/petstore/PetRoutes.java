package com.example.petstore;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each path and method means. */
final class PetRoutes {

  /** As many digits as surely fit a {@code long}. */
  private static final Pattern PET = Pattern.compile("/pets/([0-9]{1,18})");

  private final Pets pets;

  PetRoutes(Pets pets) {
    this.pets = pets;
  }

  /**
   * Answers a request.
   *
   * @throws HttpFailure if there is no such path, method or pet, or if the body will not do
   */
  Reply answer(Request request) throws HttpFailure {
    return switch (request.path()) {
      case "/health" -> health(request);
      case "/pets" -> all(request);
      default -> one(request, id(request.path()));
    };
  }

  private static long id(String path) throws HttpFailure {
    Matcher pet = PET.matcher(path);
    if (!pet.matches()) {
      throw HttpFailure.notFound("path '" + path + "'");
    }
    return Long.parseLong(pet.group(1));
  }

  private static Reply health(Request request) throws HttpFailure {
    if (!request.method().equals("GET")) {
      throw HttpFailure.methodNotAllowed(request.method(), "GET, HEAD");
    }
    return Reply.ok(Map.of("status", "UP"));
  }

  private Reply all(Request request) throws HttpFailure {
    return switch (request.method()) {
      case "GET" -> Reply.ok(pets.all());
      case "POST" -> {
        Pet pet = pets.add(request.json(NewPet.class));
        yield Reply.created("/pets/" + pet.id(), pet);
      }
      default -> throw HttpFailure.methodNotAllowed(request.method(), "GET, HEAD, POST");
    };
  }

  private Reply one(Request request, long id) throws HttpFailure {
    return switch (request.method()) {
      case "GET" -> Reply.ok(pets.find(id).orElseThrow(() -> HttpFailure.notFound("pet " + id)));
      case "DELETE" -> {
        if (!pets.remove(id)) {
          throw HttpFailure.notFound("pet " + id);
        }
        yield Reply.noContent();
      }
      default -> throw HttpFailure.methodNotAllowed(request.method(), "DELETE, GET, HEAD");
    };
  }
}
