/** A stand-in for the runner process, by the name under which the client starts the real one. */
@NullMarked
package dev.perfbudget.runner;

import org.jspecify.annotations.NullMarked;
