package dev.perfbudget.report;

import java.util.regex.Pattern;

/** Files of pages; the number in front tells them apart, also where upper and lower case are the same. */
final class PageFile {

    /** Where pages of benchmarks are. */
    static final String FOLDER = "benchmarks";

    private static final int FEWEST_DIGITS = 3;
    private static final int LONGEST_NAME = 60;
    private static final String ENDING = ".html";
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
        return FOLDER + "/" + padded + "-" + PlainName.of(name, LONGEST_NAME) + ENDING;
    }

    /** Whether a file of such a name is one of ours. */
    static boolean isOne(String fileName) {
        return WRITTEN.matcher(fileName).matches();
    }
}
