package dev.perfbudget.judge.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A part of docs/error-rates.md that a program writes, between two comments; the rest is written by people. */
record GeneratedPart(String name) {

    /** Tests run in the module's directory. */
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "error-rates.md");

    /** Puts a text in place of what stands there. */
    void replaceBy(String text) {
        var whole = read();
        write(whole.substring(0, start(whole)) + text + whole.substring(end(whole)));
    }

    /** What stands there. */
    List<String> lines() {
        var whole = read();
        return whole.substring(start(whole), end(whole)).lines().toList();
    }

    private int start(String whole) {
        var begin = "<!-- begin: " + name + " -->\n";
        return find(begin, whole) + begin.length();
    }

    private int end(String whole) {
        return find("<!-- end: " + name + " -->", whole);
    }

    private static int find(String mark, String whole) {
        var at = whole.indexOf(mark);
        if (at < 0) {
            throw new IllegalStateException(
                    "[" + DOCUMENT + "] lacks [" + mark.strip() + "]. Put it where the generated part belongs.");
        }
        return at;
    }

    private static String read() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(String text) {
        try {
            Files.writeString(DOCUMENT, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
