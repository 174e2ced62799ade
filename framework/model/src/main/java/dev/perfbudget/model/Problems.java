package dev.perfbudget.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, each thing once, so that all of it can be told together. */
final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    void add(String where, String what) {
        found.add(new Problem(where, what));
    }

    /** Fails if there is any. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new WrongDeclarationsException(List.copyOf(found));
        }
    }
}
