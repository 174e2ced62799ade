/** What launchers see of the engine. */
@NullMarked
package dev.perfbudget.junit;

import org.jspecify.annotations.NullMarked;
