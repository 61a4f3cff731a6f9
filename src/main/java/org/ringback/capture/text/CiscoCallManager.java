package org.ringback.capture.text;

/** The SDI and SDL traces of Cisco Unified Communications Manager. */
final class CiscoCallManager extends PeerLine {

    CiscoCallManager() {
        super(
                "(?:(?<in>Incoming)|Outgoing) SIP (?<transport>UDP|TCP|TLS) message (?:from|to) (?<host>\\S{1,255}?)"
                        + " on port (?<port>\\d{1,5}) index",
                " on port ");
    }
}
