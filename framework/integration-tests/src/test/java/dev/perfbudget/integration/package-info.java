/** The whole of PerfBudget, tried from outside: its structure, its fidelity to plain JMH, and what survives a kill. */
@NullMarked
package dev.perfbudget.integration;

import org.jspecify.annotations.NullMarked;
