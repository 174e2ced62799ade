/** Tests of pictures: that what is right of what means what it says, and that no values break them. */
@NullMarked
package dev.perfbudget.report.chart;

import org.jspecify.annotations.NullMarked;
