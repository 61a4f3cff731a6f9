/**
 * What flowed as media. Takes the UDP datagrams of a file that are no signaling, and packets of media in its TCP streams, and
 * gives the streams of RTP among them, measured in the one pass in which the file is read, with what RTCP reported of them, how
 * ways were looked for and keys agreed on before, and what else flowed; it must never know calls.
 */
package org.ringback.media;
