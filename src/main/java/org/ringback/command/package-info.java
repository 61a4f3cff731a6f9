/**
 * The same answers in a terminal. Takes arguments and gives out text and an exit code; it must never know the toolkit
 * or what is remembered: it works on a server without a display, and gives the same answer on every machine.
 */
package org.ringback.command;
