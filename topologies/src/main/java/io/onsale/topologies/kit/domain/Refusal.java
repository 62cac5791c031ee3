package io.onsale.topologies.kit.domain;

import java.util.List;

/**
 * Why a decider said no.
 *
 * @param code stable, for programs
 * @param detail for people; names nobody
 * @param subjects what it is about, such as the seats that are taken
 * @param suggestion what could be asked for instead
 */
public record Refusal(String code, String detail, List<String> subjects, List<String> suggestion) {

    public Refusal {
        subjects = List.copyOf(subjects);
        suggestion = List.copyOf(suggestion);
    }

    public Refusal(String code, String detail, List<String> subjects) {
        this(code, detail, subjects, List.of());
    }

    public static Refusal of(String code, String detail) {
        return new Refusal(code, detail, List.of());
    }
}
