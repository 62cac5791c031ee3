package io.onsale.edge.auth;

import io.onsale.edge.http.Problem;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Hashes and checks passwords on few threads of their own, so that a crowd signing in leaves processor time to those who buy. */
public final class Passwords implements AutoCloseable {

    private final Argon2 argon2;
    private final String nobodys;
    private final ThreadPoolExecutor pool;

    /**
     * Starts the threads.
     *
     * @param threads how many hashes are made at once
     * @param waiting how many more may wait; beyond that, sign-ups and logins are told to come back
     */
    public Passwords(Argon2 argon2, int threads, int waiting) {
        this.argon2 = argon2;
        this.nobodys = argon2.hash("nobody's password", new SecureRandom());
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
    }

    /** The hash of a new password. */
    public String hash(String password) {
        return onPool(() -> argon2.hash(password, new SecureRandom()));
    }

    /** True where this password has this hash. */
    public boolean matches(String password, String hash) {
        return onPool(() -> argon2.matches(password, hash));
    }

    /** Takes as long as checking a password, for where there is nothing to check it against. */
    public void pretendToCheck(String password) {
        matches(password, nobodys);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private <T> T onPool(Callable<T> work) {
        Future<T> result;
        try {
            result = pool.submit(work);
        } catch (RejectedExecutionException e) {
            throw busy().toException();
        }
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy().toException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }

    private static Problem busy() {
        return Problem.of(503, "overloaded", "Too many people are signing in at the moment.")
                .retryAfterSeconds(2);
    }
}
