package dev.perfbudget.report;

/**
 * A name with a value.
 *
 * @param link a web address that the value leads to, or empty
 */
public record Fact(String name, String value, String link) {

    static Fact of(String name, String value) {
        return new Fact(name, value, "");
    }

    /** A value that is shown, and leads somewhere only if it is a web address. */
    static Fact ofAddress(String name, String address) {
        return new Fact(name, address, address.matches("https?://\\S+") ? address : "");
    }
}
