package dev.perfbudget.maven.paired;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The class path of the baseline's side: the candidate's, in the candidate's order, with the baseline's subject in the
 * place of the candidate's.
 *
 * @param differences between the two sides, in words
 * @param conflicts artifacts of which both sides have to use the candidate's, in words
 */
record Composition(List<Path> classPath, List<String> differences, List<String> conflicts) {

    Composition {
        classPath = List.copyOf(classPath);
        differences = List.copyOf(differences);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Of two sides.
     *
     * @param candidate all that it has, in order
     * @param subject the baseline's; what has the place of the candidate's main output may consist of several pieces
     * @param likeness tells files that differ in nothing but their place
     */
    static Composition of(List<ClassPathEntry> candidate, List<ClassPathEntry> subject, Likeness likeness) {
        return new Composing(subject, likeness).over(candidate);
    }

    /** What is done so far. */
    private static final class Composing {

        private final Likeness likeness;
        private final Map<String, List<ClassPathEntry>> unplaced = new LinkedHashMap<>();
        private final List<Path> classPath = new ArrayList<>();
        private final List<String> differences = new ArrayList<>();
        private final List<String> conflicts = new ArrayList<>();
        private int endOfSubject;

        Composing(List<ClassPathEntry> subject, Likeness likeness) {
            this.likeness = likeness;
            subject.forEach(entry -> unplaced.computeIfAbsent(entry.identity(), identity -> new ArrayList<>())
                    .add(entry));
        }

        Composition over(List<ClassPathEntry> candidate) {
            candidate.stream().filter(entry -> !entry.scope().isDependency()).forEach(this::place);
            endOfSubject = classPath.size();
            addUnplaced(Scope.MAIN_OUTPUT.toString());
            candidate.stream().filter(entry -> entry.scope().isDependency()).forEach(this::place);
            List.copyOf(unplaced.keySet()).forEach(this::addUnplaced);
            return new Composition(classPath, differences, conflicts);
        }

        private void place(ClassPathEntry ofCandidate) {
            if (ofCandidate.isSubject()) {
                replace(ofCandidate);
                return;
            }
            classPath.add(ofCandidate.file());
            if (ofCandidate.scope().isDependency()) {
                remove(ofCandidate).forEach(ofBaseline -> share(ofCandidate, ofBaseline));
            }
        }

        private void replace(ClassPathEntry ofCandidate) {
            var ofBaseline = remove(ofCandidate);
            if (ofBaseline.isEmpty()) {
                differences.add("only in the candidate: " + ofCandidate.label());
                return;
            }
            var files = ofBaseline.stream().map(ClassPathEntry::file).toList();
            classPath.addAll(files);
            endOfSubject = classPath.size();
            if (ofCandidate.scope().isDependency() && !haveSameVersion(ofCandidate, ofBaseline.get(0))) {
                differences.add(ofBaseline.get(0).label() + " -> " + version(ofCandidate));
            } else if (!likeness.areAlike(List.of(ofCandidate.file()), files)) {
                differences.add(replaced(ofCandidate, files));
            }
        }

        private static String replaced(ClassPathEntry ofCandidate, List<Path> files) {
            return ofCandidate.scope().isDependency()
                    ? ofCandidate.label() + ": the baseline's is " + files
                    : ofCandidate.scope() + " replaced by " + files;
        }

        private static boolean haveSameVersion(ClassPathEntry one, ClassPathEntry other) {
            return version(one).equals(version(other));
        }

        /** What the harness needs too can be there only once. */
        private void share(ClassPathEntry ofCandidate, ClassPathEntry ofBaseline) {
            if (!haveSameVersion(ofCandidate, ofBaseline)) {
                conflicts.add(ofBaseline.label() + " of the baseline is not used: the benchmarks of the candidate need "
                        + version(ofCandidate) + ", which both sides get");
            } else if (!likeness.areAlike(List.of(ofCandidate.file()), List.of(ofBaseline.file()))) {
                conflicts.add(ofBaseline.label() + " of the baseline is not used: the benchmarks of the candidate need"
                        + " theirs, which both sides get: [" + ofCandidate.file() + "]");
            }
        }

        /** Behind the subject so far. */
        private void addUnplaced(String identity) {
            var entries = unplaced.getOrDefault(identity, List.of());
            unplaced.remove(identity);
            for (var entry : entries) {
                differences.add("only in the baseline: " + entry.label());
                classPath.add(endOfSubject, entry.file());
                endOfSubject++;
            }
        }

        private List<ClassPathEntry> remove(ClassPathEntry ofCandidate) {
            var removed = unplaced.remove(ofCandidate.identity());
            return removed == null ? List.of() : removed;
        }

        private static String version(ClassPathEntry entry) {
            return entry.coordinates().map(Coordinates::version).orElse("");
        }
    }
}
