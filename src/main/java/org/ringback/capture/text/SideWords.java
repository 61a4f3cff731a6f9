package org.ringback.capture.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a log that say no address but whether it has sent or received the message that follows. */
final class SideWords {

    private static final Pattern SENT = Pattern.compile(
            "\\b(?:sending|sent|send|transmit(?:ted|ting)?|outgoing|outbound|egress|tx|snd|sendto|sendmsg|(?:write|written|wrote)(?="
                + " to\\b))\\b|(?-i:\\bOUT(?=[\\]:>)])|(?-i:\\bWRITE(?=:))|(?<=\\d: )T(?=:"
                + " \\d))|SendMsg|SendToNetwork|sipio-sent|\\b(?:gesendet|sende|enviad[oa]|enviando|inviat[oa]|envoi)\\b|envoy\u00c3\u00a9|"
                    + bytes(
                            "\u043e\u0442\u043f\u0440\u0430\u0432|\u041e\u0442\u043f\u0440\u0430\u0432|\u53d1\u9001|\u9001\u4fe1|\u767c\u9001|\uc1a1\uc2e0"),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECEIVED = Pattern.compile(
            "\\b(?:receiv(?:ed?|es|ing)|rece?v|rcv|rcvd|recvd|incoming|inbound|ingress|rx|recvfrom|recvmsg|read(?="
                + " from\\b))\\b|(?-i:\\bIN(?=[\\]:>)])|(?-i:\\bREAD(?=:))|(?<=\\d: )R(?=:"
                + " \\d))|RecvMsg|ProcessRead|sipio-recv|\\b(?:empfangen|empfange|recibid[oa]|recebid[oa]|ricevut[oa])\\b|re\u00c3\u00a7u|"
                    + bytes(
                            "\u043f\u043e\u043b\u0443\u0447\u0435\u043d|\u041f\u043e\u043b\u0443\u0447\u0435\u043d|\u043f\u0440\u0438\u043d\u044f\u0442|\u041f\u0440\u0438\u043d\u044f\u0442|\u6536\u5230|\u63a5\u6536|\u53d7\u4fe1|\uc218\uc2e0"),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ARROW =
            Pattern.compile("(?<=\\s)(?:-{1,4}>|={1,2}>|>{2,3}|<-{1,4}|<={1,2}|<{2,3})(?=\\s)");

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

    private static String bytes(String words) {
        return new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** What the only arrow of a line says, where both sides are named and no word tells. */
    static Optional<Boolean> byOneArrow(String line) {
        Matcher arrow = ARROW.matcher(line);
        Optional<Boolean> received = arrow.find() ? Optional.of(arrow.group().startsWith("<")) : Optional.empty();
        return received.isPresent() && arrow.find() ? Optional.empty() : received;
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
