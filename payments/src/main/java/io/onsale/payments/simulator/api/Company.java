package io.onsale.payments.simulator.api;

/** One of the simulated companies, as its API. */
@FunctionalInterface
public interface Company {

    /** Answers, or throws {@link Wrong}. */
    Reply answer(Call call) throws InterruptedException;
}
