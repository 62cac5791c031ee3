package io.onsale.topologies.show.domain;

/** What the best seats of a section are nearest to. */
public record FocalPoint(String row, int number) {}
