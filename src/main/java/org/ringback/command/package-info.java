/**
 * The same answers in a terminal. Takes arguments and gives out text and an exit code; it must never load the toolkit,
 * so that it works on a server without a display.
 */
package org.ringback.command;
