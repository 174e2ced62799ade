/**
 * The rules about a project: its dependencies, how it is compiled, what Surefire does with its benchmarks, which goals are
 * bound, what it keeps under version control.
 *
 * <p>Most of them only tell what others do with benchmarks: the plugin's own goals need none of it. They see a module as
 * Maven has it in memory ({@link dev.perfbudget.maven.doctor.ExaminedModule}). {@link
 * dev.perfbudget.maven.doctor.ProjectRules} has all of them.
 */
@NullMarked
package dev.perfbudget.maven.doctor;

import org.jspecify.annotations.NullMarked;
