package dev.perfbudget.model;

/** How a process ends that judged a suite: a command line tool by the code; Maven fails for all but {@link #PASSED}. */
public enum ExitStatus {
    PASSED(0),
    /** A limit is broken, or a benchmark regressed. */
    BROKEN(1),
    /** Nothing was measured, or a benchmark crashed or is missing. */
    UNMEASURED(2),
    /** Undecided, and policy lets that fail. */
    INCONCLUSIVE(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** 0 to 3. */
    public int code() {
        return code;
    }
}
