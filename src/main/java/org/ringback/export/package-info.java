/**
 * From SIP messages back to files that other tools open. Takes captured messages in order of time and gives out a pcap or a
 * text of just these, and what of it had to be made up; it must never know calls, findings or words.
 */
package org.ringback.export;
