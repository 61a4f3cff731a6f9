/**
 * Records of captures. Takes a mapped pcap, pcapng or hex dump and gives out its packets with their time, past whatever
 * is damaged; it must never know what a message means.
 */
package org.ringback.capture.file;
