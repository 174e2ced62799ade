package dev.perfbudget.maven.paired;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that git has no commit for.
 *
 * @param isShallow whether the clone has only part of the history
 * @param known all names of branches and tags
 */
record UnknownCommit(String ref, boolean isShallow, List<String> known) {

    private static final int SHOWN = 5;
    private static final Pattern REMOTE_BRANCH = Pattern.compile("origin/([^~^:@{}]+)");

    UnknownCommit {
        known = List.copyOf(known);
    }

    /** With what may be meant, and how to get it. */
    String message() {
        return "perfbudget.baseline: git knows no commit [" + ref + "]. " + near() + fetch() + deepen();
    }

    private String near() {
        var near = known.stream()
                .sorted(Comparator.comparing(this::likeness).reversed())
                .limit(SHOWN)
                .toList();
        return known.isEmpty()
                ? "There are no branches and no tags."
                : "Branches and tags that are most like it: " + near + ".";
    }

    private String fetch() {
        var branch = REMOTE_BRANCH.matcher(ref);
        return branch.matches()
                ? " Fetch it: git fetch origin +refs/heads/" + branch.group(1) + ":refs/remotes/origin/"
                        + branch.group(1)
                : "";
    }

    private String deepen() {
        return isShallow
                ? " This clone is shallow and lacks older commits: git fetch --unshallow, or git fetch --deepen=100;"
                        + " in GitHub Actions fetch-depth: 0, in GitLab CI GIT_DEPTH: 0."
                : "";
    }

    /** How many characters the ends of the names have in common. */
    private int likeness(String name) {
        var one = lastPart(ref);
        var other = lastPart(name);
        var shorter = Math.min(one.length(), other.length());
        var same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        var sameAtEnd = 0;
        while (sameAtEnd < shorter - same
                && one.charAt(one.length() - 1 - sameAtEnd) == other.charAt(other.length() - 1 - sameAtEnd)) {
            sameAtEnd++;
        }
        return 2 * (same + sameAtEnd) - one.length() - other.length();
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
