package io.onsale.standalone.cli;

import java.util.concurrent.Callable;

/** A command of {@code ./onsale} that another module brings along; found by service loading. */
public interface Subcommand extends Callable<Integer> {}
