package dev.perfbudget.model;

/**
 * A wrong setting.
 *
 * @param where where it stands
 * @param what what is wrong with it, the value found in brackets, what it must be
 */
public record Problem(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
