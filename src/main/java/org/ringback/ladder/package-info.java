/**
 * What is drawn of a call: hosts as columns, messages as arrows, timers as spans, streams of media as bands, what the network did
 * as marks. Takes the legs of a call, what flowed and happened beside them, and how the user wants them arranged, and gives out
 * records; it must never know words, pixels or the toolkit.
 */
package org.ringback.ladder;
