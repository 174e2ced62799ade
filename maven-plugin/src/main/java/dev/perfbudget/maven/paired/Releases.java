package dev.perfbudget.maven.paired;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** Released versions of one artifact. */
record Releases(KnownVersions known, String key) {

    private static final int SHOWN = 12;

    /**
     * The last one that is older than a version and matches.
     *
     * @param pattern with {@code *} for any text
     */
    String lastBefore(String version, String pattern) throws MojoExecutionException {
        var releases = known.versions(key, "(," + version + ")").stream()
                .filter(release -> !release.endsWith("-SNAPSHOT"))
                .toList();
        var regex = regex(pattern);
        return releases.stream()
                .filter(release -> regex.matcher(release).matches())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> none(version, pattern, releases));
    }

    private static Pattern regex(String pattern) {
        return Pattern.compile(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private MojoExecutionException none(String version, String pattern, List<String> releases) {
        return new MojoExecutionException("perfbudget.baseline: there is no release of [" + key + "] before [" + version
                + "] that matches [" + pattern + "] in the module's repositories. Releases before it: "
                + shown(releases)
                + ". Offline only those count that Maven has looked up before; a private one needs its repository in the"
                + " POM or the settings.");
    }

    /** For people: the last ones. */
    static String shown(List<String> versions) {
        var older = Math.max(0, versions.size() - SHOWN);
        var last = versions.subList(older, versions.size());
        return older == 0 ? String.valueOf(last) : last + " and " + older + " older ones";
    }
}
