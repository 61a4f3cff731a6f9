package org.ringback.capture.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a log that say no address but whether it has sent or received the message that follows. */
final class SideWords {

    private static final Pattern SENT = Pattern.compile(
            "\\b(?:sending|sent|send|transmit(?:ted|ting)?|outgoing|outbound|egress|tx|(?:write|written|wrote)(?="
                    + " to\\b))\\b|(?-i:\\bOUT(?=[\\]:>)]))|SendMsg|SendToNetwork|sipio-sent",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECEIVED = Pattern.compile(
            "\\b(?:receiv(?:ed?|es|ing)|rece?v|rcv|rcvd|recvd|incoming|inbound|ingress|rx|read(?= from\\b))\\b"
                    + "|(?-i:\\bIN(?=[\\]:>)]))|RecvMsg|ProcessRead|sipio-recv",
            Pattern.CASE_INSENSITIVE);

    /** The words stand close to the message. */
    private static final int LOOKED_AT = 160;

    private SideWords() {}

    /** Whether the message was received; empty if the words do not say, or say both. */
    static Optional<Boolean> received(String words) {
        String close = words.length() > LOOKED_AT ? words.substring(words.length() - LOOKED_AT) : words;
        int sent = last(SENT, close);
        int received = last(RECEIVED, close);
        return sent == received ? byArrow(close) : Optional.of(received > sent);
    }

    /** An arrow right before the message says the same where no word does. */
    private static Optional<Boolean> byArrow(String words) {
        String stripped = words.stripTrailing();
        boolean right = stripped.endsWith("\u00e2\u0086\u0092") || stripped.endsWith(">>>>>");
        boolean left = stripped.endsWith("\u00e2\u0086\u0090") || stripped.endsWith("<<<<<");
        return right || left ? Optional.of(left) : Optional.empty();
    }

    private static int last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int at = -1;
        while (matcher.find()) {
            at = matcher.start();
        }
        return at;
    }
}
