package dev.perfbudget.model;

/** Placeholder shape: replaced by the grammar. */
public record Budget() {}
