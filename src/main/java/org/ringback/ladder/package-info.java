/**
 * What is drawn of a call: hosts as columns, messages as arrows, timers as spans, streams of media as bands. Takes the legs of a
 * call with their media and how the user wants them arranged, and gives out records; it must never know words, pixels or the
 * toolkit.
 */
package org.ringback.ladder;
