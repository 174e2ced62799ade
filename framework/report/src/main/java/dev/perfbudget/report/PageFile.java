package dev.perfbudget.report;

import java.util.regex.Pattern;

/**
 * Names of files that every system can keep and every address can hold, whatever a benchmark is called. The number in
 * front tells them apart, also where upper and lower case are the same.
 */
final class PageFile {

    /** Where pages of benchmarks are. */
    static final String FOLDER = "benchmarks";

    private static final int FEWEST_DIGITS = 3;
    private static final int LONGEST_NAME = 60;
    private static final String ENDING = ".html";
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.]+");
    private static final Pattern RIM = Pattern.compile("^[.-]+|[.-]+$");
    private static final Pattern WRITTEN = Pattern.compile("\\d{3,}-[A-Za-z0-9_.-]+\\.html");

    private PageFile() {}

    /**
     * {@code benchmarks/001-JsonBench.parse.html}.
     *
     * @param number of the benchmark, from 1
     * @param all how many there are
     */
    static String of(int number, int all, String name) {
        var digits = Math.max(FEWEST_DIGITS, Integer.toString(all).length());
        var padded = "0".repeat(Math.max(0, digits - Integer.toString(number).length())) + number;
        return FOLDER + "/" + padded + "-" + safe(name) + ENDING;
    }

    private static String safe(String name) {
        // The head of a name is enough to recognise it, and no regular expression has to bear the rest.
        var head = name.substring(0, Math.min(name.length(), 4 * LONGEST_NAME));
        var plain = UNSAFE.matcher(head).replaceAll("-");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        var safe = RIM.matcher(cut).replaceAll("");
        return safe.isEmpty() ? "benchmark" : safe;
    }

    /** Whether a file of such a name is one of ours. */
    static boolean isOne(String fileName) {
        return WRITTEN.matcher(fileName).matches();
    }
}
