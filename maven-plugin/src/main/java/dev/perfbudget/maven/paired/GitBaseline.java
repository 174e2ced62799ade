package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** A module as it was at another commit: built once for each way of building, and then kept. */
final class GitBaseline {

    /** What is in every file that has a benchmark, or inherits one that is called as such. */
    private static final String MENTION = "Bench";

    private static final int DIGITS = 7;

    private final MeasuredModule module;
    private final PluginDescriptor plugin;
    private final Log log;
    private final CallersMaven maven;

    GitBaseline(MeasuredModule module, Log log) {
        this.module = module;
        this.plugin = module.plugin();
        this.log = log;
        this.maven = new CallersMaven(module.session());
    }

    /**
     * The module at a commit.
     *
     * @param name for people: {@code git:origin/main (a1b2c3d)}
     * @param commit the beginning of its hash
     * @param module empty if it was not there
     */
    record AtCommit(String name, String commit, Optional<DescribedModule> module) {}

    AtCommit at(String ref) throws MojoExecutionException {
        var repository = GitRepository.of(maven.pom().resolveSibling(""));
        var commit = repository.commit(ref);
        var shortened = commit.substring(0, DIGITS);
        var name = "git:" + ref + " (" + shortened + ")";
        var pom = repository
                .nameOf(maven.pom())
                .orElseThrow(() -> new MojoExecutionException("perfbudget.baseline: [" + maven.pom()
                        + "] lies outside of git's work tree [" + repository.top()
                        + "]: at another commit it cannot be found."));
        var commits = new BuiltCommits(CacheDirectory.find().resolve("baselines"));
        var wayOfBuilding = new ArrayList<>(maven.fingerprint());
        wayOfBuilding.addAll(List.of(pom, plugin.getVersion()));
        try {
            return new AtCommit(
                    name, shortened, built(repository, commit, name, pom, commits.of(commit, wayOfBuilding)));
        } catch (IOException unusable) {
            throw new MojoExecutionException(
                    "perfbudget.baseline: [" + name + "] cannot be built below [" + commits.directory() + "]: "
                            + unusable,
                    unusable);
        } finally {
            clean(commits);
        }
    }

    /** The benchmarks that the module has at a commit, which is built for them only if its files mention any. */
    List<KnownBenchmark> benchmarksAt(String ref) throws MojoExecutionException {
        var repository = GitRepository.of(maven.pom().resolveSibling(""));
        var directory = repository.nameOf(module.project().getBasedir().toPath());
        return directory.isPresent() && repository.mentions(MENTION, repository.commit(ref), directory.get())
                ? at(ref).module().map(DescribedModule::benchmarks).orElse(List.of())
                : List.of();
    }

    private Optional<DescribedModule> built(
            GitRepository repository, String commit, String name, String pom, BuiltCommit kept)
            throws IOException, MojoExecutionException {
        try (var held = kept.await(() -> log.info("Waiting for another build of the baseline " + name))) {
            log.debug("Holding " + held);
            var before = kept.module(module.key());
            if (before.isPresent()) {
                kept.touch();
                return before;
            }
            // Where there is no POM yet, there is no module yet either.
            if (repository.textAt(commit, pom).isEmpty()
                    || !build(repository, commit, new BaselineBuild(name, maven, plugin, pom), kept)) {
                return Optional.empty();
            }
            kept.touch();
            return Optional.of(kept.module(module.key())
                    .orElseThrow(() -> new MojoExecutionException("perfbudget.baseline: the build of [" + name
                            + "] says nothing of [" + module.key() + "]. Its output: " + kept.log())));
        }
    }

    /** Whether the module was there to be built. */
    private boolean build(GitRepository repository, String commit, BaselineBuild build, BuiltCommit kept)
            throws IOException, MojoExecutionException {
        kept.removeAbandoned();
        var modules = modules(repository, commit, kept);
        var worktree = kept.newWorktree();
        var start = Instant.now();
        log.info("Building the baseline " + build.name() + ", modules " + modules + "; output: " + kept.log());
        try (var child = new EndsWithUs(worktree)) {
            Worktree.removeDangling(repository);
            worktree.add(repository, commit, child::launch);
            var built = build.run(child, modules, kept.log());
            kept.keep(built, worktree);
            log.info("Built the baseline in "
                    + Duration.between(start, Instant.now()).toSeconds() + " s");
            return !built.isEmpty();
        } finally {
            kept.removeAbandoned();
        }
    }

    /** This one, and all others that this build measures and that were there. */
    private List<String> modules(GitRepository repository, String commit, BuiltCommit kept)
            throws IOException, MojoExecutionException {
        var modules = new ArrayList<>(List.of(module.key()));
        for (var other : module.session().getProjects()) {
            if (!modules.contains(key(other))
                    && isMeasured(other)
                    && kept.module(key(other)).isEmpty()
                    && wasThere(other, repository, commit)) {
                modules.add(key(other));
            }
        }
        return modules;
    }

    private boolean isMeasured(MavenProject other) {
        var configured = other.getPlugin(plugin.getPluginLookupKey());
        return configured != null
                && configured.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains("measure"));
    }

    private static boolean wasThere(MavenProject other, GitRepository repository, String commit)
            throws MojoExecutionException {
        var pom = repository.nameOf(other.getFile().toPath());
        return pom.isPresent()
                && repository
                        .textAt(commit, pom.get())
                        .contains("<artifactId>" + other.getArtifactId() + "</artifactId>");
    }

    private static String key(MavenProject module) {
        return module.getGroupId() + ":" + module.getArtifactId();
    }

    private void clean(BuiltCommits commits) {
        try {
            commits.clean(Instant.now());
        } catch (IOException left) {
            log.debug("Cannot clean [" + commits.directory() + "]: " + left);
        }
    }
}
