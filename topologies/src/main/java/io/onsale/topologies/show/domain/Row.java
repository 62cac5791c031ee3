package io.onsale.topologies.show.domain;

/** Numbered seats side by side, from 1. */
public record Row(String name, int seats) {}
