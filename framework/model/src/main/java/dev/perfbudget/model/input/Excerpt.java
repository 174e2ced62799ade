package dev.perfbudget.model.input;

/** Text of a file in a message: as much of it as people want to read. */
public final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    /** The text, or its beginning and a sign that it goes on. */
    public static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
