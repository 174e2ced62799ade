package dev.perfbudget.runner.doctor;

/**
 * What a rule has found.
 *
 * @param spoils which verdicts
 * @param found a sentence, with the value in brackets
 * @param cure what to do about it, one sentence
 */
public record Finding(Spoils spoils, String found, String cure) {

    /**
     * What could not be told.
     *
     * @param what could not, and why, a sentence
     * @param instead how else to find out, one sentence
     */
    public static Finding unknown(String what, String instead) {
        return new Finding(Spoils.UNKNOWN, what, instead);
    }

    /** Something to know that spoils nothing. */
    public static Finding information(String found, String cure) {
        return new Finding(Spoils.NOTHING, found, cure);
    }
}
