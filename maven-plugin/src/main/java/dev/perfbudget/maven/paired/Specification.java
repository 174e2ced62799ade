package dev.perfbudget.maven.paired;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** What somebody wants to compare with, as far as the text says it. */
sealed interface Specification {

    /** What a baseline may be, for messages. */
    String FORMS = "git:REF, gav:GROUP:ARTIFACT:VERSION, release:latest, release:PATTERN,"
            + " release:GROUP:ARTIFACT[:PATTERN], dir:PATH[,PATH], or self";

    /** Names the candidate itself. */
    String SELF = "self";

    /** A commit, by any name that git has for it. */
    record Git(String ref) implements Specification {

        @Override
        public Baseline findBy(Finder finder) throws MojoExecutionException {
            return finder.commit(ref);
        }
    }

    /** A version of this module, or of something that it depends on. */
    record Version(String key, String version) implements Specification {

        @Override
        public Baseline findBy(Finder finder) throws MojoExecutionException {
            return finder.version(key, version);
        }
    }

    /** The last release of this module that matches. */
    record OwnRelease(String pattern) implements Specification {

        @Override
        public Baseline findBy(Finder finder) throws MojoExecutionException {
            return finder.ownRelease(pattern);
        }
    }

    /** The last release of something that matches. */
    record Release(String key, String pattern) implements Specification {

        @Override
        public Baseline findBy(Finder finder) throws MojoExecutionException {
            return finder.release(key, pattern);
        }
    }

    /** Class folders and jars. */
    record Directories(List<String> paths) implements Specification {

        public Directories {
            paths = List.copyOf(paths);
        }

        @Override
        public Baseline findBy(Finder finder) throws MojoExecutionException {
            return finder.places(paths);
        }
    }

    /** The candidate's own classes, so that whatever is found is chance. */
    record Self() implements Specification {

        @Override
        public Baseline findBy(Finder finder) {
            return finder.self();
        }
    }

    /** What is meant by it. */
    Baseline findBy(Finder finder) throws MojoExecutionException;

    /** Who finds baselines, each kind in its own way. */
    interface Finder {

        Baseline commit(String ref) throws MojoExecutionException;

        Baseline version(String key, String version) throws MojoExecutionException;

        Baseline ownRelease(String pattern) throws MojoExecutionException;

        Baseline release(String key, String pattern) throws MojoExecutionException;

        Baseline places(List<String> paths) throws MojoExecutionException;

        Baseline self();
    }

    /** Of {@code git:REF} and its like. */
    static Specification parse(String text) throws MojoExecutionException {
        var colon = text.indexOf(':');
        var kind = colon < 0 ? text : text.substring(0, colon);
        var rest = colon < 0 ? "" : text.substring(colon + 1).strip();
        return switch (kind) {
            case "git" -> git(text, rest);
            case "gav" -> version(text, rest);
            case "release" -> release(text, rest);
            case "dir" -> directories(text, rest);
            case SELF -> self(text);
            default -> throw wrong(text, "begins with none of [git, gav, release, dir, self]");
        };
    }

    private static Specification git(String text, String ref) throws MojoExecutionException {
        if (ref.isEmpty() || ref.startsWith("-") || ref.chars().anyMatch(Character::isWhitespace)) {
            throw wrong(text, "names no commit, such as git:origin/main");
        }
        return new Git(ref);
    }

    private static Specification version(String text, String rest) throws MojoExecutionException {
        var parts = parts(rest);
        if (parts.size() != 3) {
            throw wrong(text, "is not gav:GROUP:ARTIFACT:VERSION, such as gav:com.acme:json:1.4.2");
        }
        return new Version(parts.get(0) + ":" + parts.get(1), parts.get(2));
    }

    private static Specification release(String text, String rest) throws MojoExecutionException {
        var parts = parts(rest);
        return switch (parts.size()) {
            case 1 -> new OwnRelease(pattern(parts.get(0)));
            case 2 -> new Release(rest, "*");
            case 3 -> new Release(parts.get(0) + ":" + parts.get(1), pattern(parts.get(2)));
            default -> throw wrong(text, "says nothing of a release, such as release:latest or release:1.*");
        };
    }

    private static String pattern(String text) {
        return text.equals("latest") ? "*" : text;
    }

    private static Specification directories(String text, String rest) throws MojoExecutionException {
        var paths = Stream.of(rest.split(","))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
        if (paths.isEmpty()) {
            throw wrong(text, "names no folder and no jar");
        }
        return new Directories(paths);
    }

    private static Specification self(String text) throws MojoExecutionException {
        if (!text.equals(SELF)) {
            throw wrong(text, "says more than self");
        }
        return new Self();
    }

    /** Nothing if one of them is empty. */
    private static List<String> parts(String rest) {
        var parts = Stream.of(rest.split(":", -1)).map(String::strip).toList();
        return parts.contains("") ? List.of() : parts;
    }

    private static MojoExecutionException wrong(String text, String why) {
        return new MojoExecutionException(
                "perfbudget.baseline: [" + text + "] " + why + ". A baseline is one of " + FORMS + ".");
    }
}
