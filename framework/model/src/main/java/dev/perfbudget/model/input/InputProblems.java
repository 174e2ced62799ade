package dev.perfbudget.model.input;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one file, so that all of it can be told together; past a number, only how many more. */
public final class InputProblems {

    private static final int MOST_TOLD = 20;

    private final String source;
    private final List<String> told = new ArrayList<>();
    private long found;

    /** @param source the file as it was named */
    public InputProblems(String source) {
        this.source = source;
    }

    /**
     * Adds one.
     *
     * @param place {@code line 3, column 17}, or a path in the JSON
     * @param what what is wrong, with the value found in brackets, and how to mend it
     */
    public void add(String place, String what) {
        found++;
        if (told.size() < MOST_TOLD) {
            told.add("[" + source + "] " + place + ": " + what);
        }
    }

    /** Fails if there is any. */
    public void throwIfAny() throws UnreadableFileException {
        if (found > told.size()) {
            told.add("[" + source + "]: and " + (found - told.size()) + " more like these.");
        }
        if (found > 0) {
            throw new UnreadableFileException(told);
        }
    }
}
