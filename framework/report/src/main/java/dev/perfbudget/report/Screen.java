package dev.perfbudget.report;

import java.io.Console;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What lines are shown on.
 *
 * @param isColoured whether it knows ANSI colours, and nobody said {@code NO_COLOR}
 * @param width columns; empty where lines may be as long as they are, as in a log
 */
public record Screen(boolean isColoured, OptionalInt width) {

    /** A log, or a file. */
    public static final Screen LOG = new Screen(false, OptionalInt.empty());

    private static final String END_OF_COLOUR = "\u001b[0m";
    private static final int NARROWEST = 40;
    private static final int WIDEST = 10_000;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,5})");
    private static final long LONGEST_WAIT_SECONDS = 2;

    /**
     * That of this process.
     *
     * @param environment variables: {@code NO_COLOR}, {@code TERM}, {@code COLUMNS}
     */
    public static Screen ofThisProcess(Map<String, String> environment) {
        return of(environment, isTerminal(System.console()), Screen::columns);
    }

    /**
     * One with these variables.
     *
     * @param terminal asked for its width where no variable says it
     */
    static Screen of(Map<String, String> environment, boolean isTerminal, Columns terminal) {
        var isPlain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        var said = number(environment.getOrDefault("COLUMNS", ""));
        return new Screen(isTerminal && !isPlain, said.isPresent() || !isTerminal ? said : terminal.columns());
    }

    /** The same with so much less room. */
    public Screen behind(String prefix) {
        return new Screen(
                isColoured,
                width.isPresent() ? OptionalInt.of(Math.max(NARROWEST, width.getAsInt() - prefix.length())) : width);
    }

    /** A line in the colour of its tone. */
    String coloured(String line, Tone tone) {
        return isColoured && !tone.ansi().isEmpty() ? tone.ansi() + line + END_OF_COLOUR : line;
    }

    /** Since JDK 22 there is a console also where there is no terminal, and a method that tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException untold) {
            return false;
        }
    }

    private static OptionalInt columns() {
        try {
            var asked = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!asked.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return OptionalInt.empty();
            }
            var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var size = SIZE.matcher(answer.strip());
            return size.matches() ? number(size.group(1)) : OptionalInt.empty();
        } catch (IOException noSuchCommand) {
            return OptionalInt.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static OptionalInt number(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .filter(columns -> columns >= NARROWEST && columns <= WIDEST)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Tells how wide a terminal is. */
    interface Columns {

        OptionalInt columns();
    }
}
