package dev.perfbudget.maven.paired;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** Turns what somebody wants to compare with into a class path for the module that is measured. */
public final class BaselineArtifact {

    private final MeasuredModule module;
    private final MavenProject project;
    private final Log log;
    private final WhoseCode whoseCode;
    private final List<ClassPathEntry> candidate;
    private final Repositories repositories;

    /** For one module. */
    public BaselineArtifact(RepositorySystem system, MeasuredModule module, Log log) {
        this.module = module;
        this.project = module.project();
        this.log = log;
        this.whoseCode = new WhoseCode(module.isBenchmarksOnly());
        this.candidate = new CandidateClassPath(project, whoseCode).entries(module.classPath());
        this.repositories = new Repositories(system, module.session(), project);
    }

    /**
     * Finds it, builds it if need be.
     *
     * @param specification such as {@code gav:com.acme:json:1.4.2}
     * @throws MojoExecutionException which says what is wrong and how to mend it
     */
    public Baseline resolve(String specification) throws MojoExecutionException {
        return Specification.parse(specification).findBy(new Finding(specification));
    }

    /**
     * The benchmarks that the module has there itself; none of what is no commit, or of a commit at which nothing of the
     * module speaks of any, so that no commit is built for nothing.
     */
    public List<KnownBenchmark> benchmarks(String specification) throws MojoExecutionException {
        return Specification.parse(specification) instanceof Specification.Git git
                ? new GitBaseline(module, log).benchmarksAt(git.ref())
                : List.of();
    }

    /** Each kind in its own way. */
    private final class Finding implements Specification.Finder {

        /** As somebody wrote it. */
        private final String text;

        Finding(String text) {
            this.text = text;
        }

        @Override
        public Baseline commit(String ref) throws MojoExecutionException {
            var atCommit = new GitBaseline(module, log).at(ref);
            return atCommit.module()
                    .map(described -> atCommit(atCommit.name(), described))
                    .orElseGet(() -> Baseline.absent(
                            atCommit.name(), "commit " + atCommit.commit() + " has no module [" + module.key() + "]"));
        }

        @Override
        public Baseline version(String key, String version) throws MojoExecutionException {
            return composed(text, subject(key, version));
        }

        @Override
        public Baseline ownRelease(String pattern) throws MojoExecutionException {
            if (whoseCode.isBenchmarksOnly()) {
                throw new MojoExecutionException("perfbudget.baseline: [" + text + "] means a release of ["
                        + module.key() + "], but that module has the benchmarks among its main classes, and benchmarks"
                        + " are the candidate's on both sides. Name the library that they measure:"
                        + " release:GROUP:ARTIFACT[:PATTERN], such as release:com.acme:json:1.*");
            }
            return release(module.key(), pattern);
        }

        @Override
        public Baseline release(String key, String pattern) throws MojoExecutionException {
            var version = new Releases(repositories, key).lastBefore(versionOf(key), pattern);
            return composed(text + " (" + key + ":" + version + ")", subject(key, version));
        }

        @Override
        public Baseline places(List<String> paths) throws MojoExecutionException {
            return composed(text, named(paths));
        }

        @Override
        public Baseline self() {
            return composed(
                    text, candidate.stream().filter(ClassPathEntry::isSubject).toList());
        }
    }

    private Baseline composed(String name, List<ClassPathEntry> subject) {
        return composed(name, subject, List.of());
    }

    private Baseline composed(String name, List<ClassPathEntry> subject, List<KnownBenchmark> benchmarks) {
        var composition = Composition.of(candidate, subject, new SameContents());
        return new Baseline(
                name,
                composition.classPath(),
                composition.differences(),
                composition.conflicts(),
                benchmarks,
                Optional.empty());
    }

    private List<ClassPathEntry> subject(String key, String version) throws MojoExecutionException {
        versionOf(key);
        if (!key.equals(module.key())) {
            return Stream.concat(
                            candidate.stream().filter(entry -> entry.scope() == Scope.MAIN_OUTPUT && entry.isSubject()),
                            dependencies(repositories.dependenciesWith(key, version)))
                    .toList();
        }
        var own = repositories.withDependencies(key, version);
        var subject = new ArrayList<ClassPathEntry>();
        if (!whoseCode.isBenchmarksOnly()) {
            subject.add(new ClassPathEntry(
                    Optional.of(own.get(0).coordinates()), own.get(0).file(), Scope.MAIN_OUTPUT, Role.SUBJECT));
        }
        dependencies(own.subList(1, own.size())).forEach(subject::add);
        return subject;
    }

    private static Stream<ClassPathEntry> dependencies(List<Repositories.Resolved> resolved) {
        return resolved.stream()
                .map(one -> new ClassPathEntry(
                        Optional.of(one.coordinates()),
                        one.file(),
                        one.scope(),
                        WhoseCode.ofDependency(one.coordinates(), one.scope())))
                .filter(ClassPathEntry::isSubject);
    }

    private Baseline atCommit(String name, DescribedModule described) {
        var baseline = composed(name, built(described), described.benchmarks());
        return whoseCode.isBenchmarksOnly() && !hasSameMainOutput(described)
                ? baseline.withConflict("main classes of [" + module.key() + "] differ, but both sides run the"
                        + " candidate's, because benchmarks are among them: changes in them are not measured. Move the"
                        + " benchmarks to src/test or to a module of their own")
                : baseline;
    }

    private boolean hasSameMainOutput(DescribedModule described) {
        return new SameContents().areAlike(mainOutput(candidate), mainOutput(described.entries()));
    }

    private static List<Path> mainOutput(List<ClassPathEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.scope() == Scope.MAIN_OUTPUT)
                .map(ClassPathEntry::file)
                .toList();
    }

    private List<ClassPathEntry> built(DescribedModule described) {
        return described.entries().stream()
                .filter(ClassPathEntry::isSubject)
                .filter(entry -> entry.scope().isDependency() || !whoseCode.isBenchmarksOnly())
                .toList();
    }

    private List<ClassPathEntry> named(List<String> paths) throws MojoExecutionException {
        var places = new NamedPlaces(project.getBasedir().toPath()).classPath(paths);
        return Stream.concat(
                        places.stream()
                                .map(place ->
                                        new ClassPathEntry(Optional.empty(), place, Scope.MAIN_OUTPUT, Role.SUBJECT)),
                        candidate.stream()
                                .filter(entry ->
                                        entry.isSubject() && entry.scope().isDependency()))
                .toList();
    }

    /** What the candidate has of it. */
    private String versionOf(String key) throws MojoExecutionException {
        if (key.equals(module.key())) {
            return project.getVersion();
        }
        return project.getArtifacts().stream()
                .filter(artifact -> key.equals(artifact.getGroupId() + ":" + artifact.getArtifactId()))
                .map(Artifact::getBaseVersion)
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException("perfbudget.baseline: [" + key + "] is neither this"
                        + " module, [" + module.key()
                        + "], nor among its dependencies. Name this module to compare with"
                        + " another version of it, or a dependency to compare with another version of that."));
    }
}
