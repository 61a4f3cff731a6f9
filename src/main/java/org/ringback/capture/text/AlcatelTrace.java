package org.ringback.capture.text;

/**
 * The SIP motor's trace of Alcatel-Lucent's OmniPCX Enterprise: {@code SEND MESSAGE TO NETWORK (a:p [UDP]) (BUFF LEN = 905)},
 * the time in the line above, a rule before the message.
 */
final class AlcatelTrace extends PeerLine {

    AlcatelTrace() {
        super(
                "\\b(?:SEND|(?<in>RECEIVE)) MESSAGE (?:TO|FROM) NETWORK"
                        + " \\((?<peer>[0-9A-Fa-f:.\\[\\]]{3,60}) ?\\[(?<transport>UDP|TCP|TLS)\\]\\)",
                "NETWORK (");
    }
}
