package dev.perfbudget.protocol;

import java.io.Serializable;

/** Anything that travels between two of our processes. */
public sealed interface Message extends Serializable permits FromFork, FromHost, FromRunner, ToFork, ToHost, ToRunner {}
