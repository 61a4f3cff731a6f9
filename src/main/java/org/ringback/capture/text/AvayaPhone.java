package org.ringback.capture.text;

/** Logs of Avaya's clients and phones: {@code INCOMING (address:port) TLS} at the end of a line. */
final class AvayaPhone extends PeerLine {

    AvayaPhone() {
        super("\\b(?:(?<in>INCOMING)|OUTGOING) \\((?<peer>\\S{3,80})\\) (?<transport>UDP|TCP|TLS|WSS?)\\s*$", "ING (");
    }
}
