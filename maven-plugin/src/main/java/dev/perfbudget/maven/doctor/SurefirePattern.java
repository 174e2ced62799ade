package dev.perfbudget.maven.doctor;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One of the patterns by which Surefire chooses classes: of files, or {@code %regex[…]} of class files. */
record SurefirePattern(String text) {

    private static final String REGEX = "%regex[";

    /** Whether what it matches is left out. */
    boolean excludes() {
        return text.startsWith("!");
    }

    /** What a pattern that excludes leaves out. */
    SurefirePattern excluded() {
        return new SurefirePattern(text.substring(1).strip());
    }

    /** Whether it is of a kind that is understood here. */
    boolean isReadable() {
        try {
            return !text.startsWith("%")
                    || (isRegex() && !Pattern.compile(regex()).pattern().isBlank());
        } catch (PatternSyntaxException wrong) {
            return false;
        }
    }

    /** Whether it lets a class pass; nested ones go by the file that they are in. */
    boolean matches(String className) {
        var file = className.replaceFirst("\\$.*", "").replace('.', '/');
        if (isRegex()) {
            return (file + ".class").matches(regex());
        }
        var source = file + ".java";
        return matches(Path.of(source)) || matches(Path.of("any", source));
    }

    private boolean isRegex() {
        return text.startsWith(REGEX) && text.endsWith("]");
    }

    private String regex() {
        return text.substring(REGEX.length(), text.length() - 1);
    }

    private boolean matches(Path file) {
        var glob = text.endsWith(".java") || text.endsWith("*")
                ? text
                : text.replaceFirst("[.]class$", "").replace('.', '/') + ".java";
        return file.getFileSystem().getPathMatcher("glob:" + glob).matches(file);
    }
}
