package com.example.sidebyside;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/** MapStruct writes its class, which alone refers to {@code java.prefs}. */
@Mapper
interface OrderMapper {

  /** Found by its name, as MapStruct's own documentation does it. */
  OrderMapper INSTANCE = Mappers.getMapper(OrderMapper.class);

  /** Maps. */
  @Mapping(
      target = "clerk",
      expression = "java(java.util.prefs.Preferences.userRoot().absolutePath())")
  OrderRow row(Order order);
}
