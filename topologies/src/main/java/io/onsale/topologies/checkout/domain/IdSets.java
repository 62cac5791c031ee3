package io.onsale.topologies.checkout.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Ids in groups, each in order; a group of none is not there. */
final class IdSets {

    private final Map<String, TreeSet<String>> groups = new HashMap<>();

    void add(String group, String id) {
        groups.computeIfAbsent(group, first -> new TreeSet<>()).add(id);
    }

    void remove(String group, String id) {
        Set<String> ids = groups.get(group);
        if (ids != null && ids.remove(id) && ids.isEmpty()) {
            groups.remove(group);
        }
    }

    /** The first of a group, no more than so many. */
    List<String> of(String group, int most) {
        TreeSet<String> ids = groups.get(group);
        return ids == null ? List.of() : ids.stream().limit(most).toList();
    }

    Set<String> groups() {
        return groups.keySet();
    }
}
