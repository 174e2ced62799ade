package dev.perfbudget.runner.doctor;

/** What a finding spoils, worst first. */
public enum Spoils {
    /** There is nothing to measure, or nothing to measure it on. */
    MEASURING("Nothing can be measured", "measuring"),
    ALL("Spoils all verdicts", "all verdicts"),
    /** Also limits on time: what was measured now has nothing beside it that met the same machine. */
    STORED("Spoils verdicts against a stored baseline, and limits on time", "verdicts against a stored baseline"),
    PAIRED("Spoils paired verdicts", "paired verdicts"),
    /** Nobody knows. */
    UNKNOWN("Could not be read, so nobody knows", "who knows"),
    NOTHING("Good to know, spoils nothing", "nothing");

    private final String heading;
    private final String words;

    Spoils(String heading, String words) {
        this.heading = heading;
        this.words = words;
    }

    /** Above the findings that do. */
    String heading() {
        return heading;
    }

    /** Within a sentence, and in docs/doctor.md: {@code paired verdicts}. */
    public String words() {
        return words;
    }
}
