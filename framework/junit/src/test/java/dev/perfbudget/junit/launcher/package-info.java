/** The contract with the Maven plugin. */
@NullMarked
package dev.perfbudget.junit.launcher;

import org.jspecify.annotations.NullMarked;
