package dev.perfbudget.cli;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.ExitStatus;
import dev.perfbudget.model.json.VerdictJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Many comparisons in one JVM: a file names the pairs, and each gives one line of JSON. */
final class Pairs {

    private static final long LARGEST_FILE = 4 * 1024 * 1024;
    private static final Pattern TAB = Pattern.compile("\t+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Comparing comparing;
    private final VerdictJson json = new VerdictJson(Sentences::reason);

    Pairs(Comparing comparing) {
        this.comparing = comparing;
    }

    /** Compares them all; a pair that cannot be compared is said in its line, and the others go on. */
    ExitStatus compare(Path file, PrintWriter output) throws BadInputException {
        var pairs = read(file);
        var found = EnumSet.noneOf(ExitStatus.class);
        var isAnyUnreadable = false;
        for (var pair : pairs) {
            try {
                var verdict = comparing.compare(pair.sides(file));
                found.add(verdict.exitStatus());
                output.println(json.printLine(verdict, pair.names()));
            } catch (BadInputException unreadable) {
                isAnyUnreadable = true;
                output.println(VerdictJson.printError(String.valueOf(unreadable.getMessage()), pair.names()));
            }
            output.flush();
        }
        return isAnyUnreadable ? ExitStatus.UNMEASURED : worst(found);
    }

    private static ExitStatus worst(Set<ExitStatus> found) {
        return Stream.of(ExitStatus.BROKEN, ExitStatus.UNMEASURED, ExitStatus.INCONCLUSIVE)
                .filter(found::contains)
                .findFirst()
                .orElse(ExitStatus.PASSED);
    }

    private static List<Pair> read(Path file) throws BadInputException {
        var problems = new ArrayList<String>();
        var pairs = new ArrayList<Pair>();
        var number = 0;
        for (var line : lines(file)) {
            number++;
            var text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                pair(text, file + "] line " + number, problems).ifPresent(pairs::add);
            }
        }
        if (pairs.isEmpty() && problems.isEmpty()) {
            problems.add("[" + file + "] names no pair. Each line is BASELINE and CANDIDATE.");
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        return pairs;
    }

    private static List<String> lines(Path file) throws BadInputException {
        try {
            var size = Files.size(file);
            if (Files.isDirectory(file) || size > LARGEST_FILE) {
                throw new BadInputException(List.of("[" + file + "] is no file of pairs of at most [" + LARGEST_FILE
                        + "] bytes. Each line of such a file is BASELINE and CANDIDATE."));
            }
            return Files.readString(file).replace("\uFEFF", "").lines().toList();
        } catch (NoSuchFileException missing) {
            throw new BadInputException(List.of("[" + file + "] does not exist."), missing);
        } catch (CharacterCodingException notUtf8) {
            throw new BadInputException(List.of("[" + file + "] is not UTF-8 text. Save it as UTF-8."), notUtf8);
        } catch (IOException unreadable) {
            throw new BadInputException(List.of("[" + file + "] cannot be read: " + unreadable), unreadable);
        }
    }

    private static Optional<Pair> pair(String text, String place, List<String> problems) {
        var names = (text.contains("\t") ? TAB : BLANKS).split(text, -1);
        if (names.length != 2) {
            problems.add("[" + place + ": [" + names.length + "] names, but a line is BASELINE and CANDIDATE."
                    + " Put a tab between them if their names have blanks.");
            return Optional.empty();
        }
        var wrong = new ArrayList<String>();
        FileOptions.path(names[0].strip(), wrong);
        FileOptions.path(names[1].strip(), wrong);
        wrong.forEach(what -> problems.add("[" + place + ": " + what));
        return wrong.isEmpty() ? Optional.of(new Pair(names[0].strip(), names[1].strip())) : Optional.empty();
    }

    /** Two files, as they are named in a line. */
    private record Pair(String baseline, String candidate) {

        FileOptions.Sides sides(Path namedIn) {
            return new FileOptions.Sides(List.of(path(baseline, namedIn)), List.of(path(candidate, namedIn)));
        }

        /** Where the command runs, or else beside the file that names it. */
        private static Path path(String name, Path namedIn) {
            var here = Path.of(name);
            var beside = namedIn.resolveSibling(name);
            return !Files.exists(here) && Files.exists(beside) ? beside : here;
        }

        Map<String, String> names() {
            var names = new LinkedHashMap<String, String>();
            names.put("baseline", baseline);
            names.put("candidate", candidate);
            return names;
        }
    }
}
