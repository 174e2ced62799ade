/**
 * Little projects, built by a real Maven as a user would, against a local repository that holds this build's artifacts.
 * Each test is what a user would see. Budgets here are on allocation, which does not depend on how busy the machine is.
 */
@NullMarked
package dev.perfbudget.maven.it;

import org.jspecify.annotations.NullMarked;
