package org.ringback.diagnosis.rule.dialog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.sip.Header;

/** Which response a PRACK acknowledges: its RSeq number, and CSeq number and method of its request (RFC 3262, 7.2). */
record RAck(long rseq, long cseq, String method) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,10})\\s+(\\d{1,10})\\s+(\\S{1,40})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    /** Empty if it is missing or not of its form. */
    static Optional<RAck> of(Message prack, Case examined) {
        return written(prack, examined)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(found -> new RAck(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)), found.group(3)));
    }

    /** As it stands in the PRACK. */
    static Optional<String> written(Message prack, Case examined) {
        return examined.read(prack).header("RAck").map(Header::value);
    }

    /** The number that makes a provisional response a reliable one. */
    static Optional<Long> rseq(Message response, Case examined) {
        return examined.read(response)
                .header("RSeq")
                .map(Header::value)
                .filter(number -> NUMBER.matcher(number).matches())
                .map(Long::parseLong);
    }

    boolean names(Message response, Case examined) {
        return response.head().cseq() == cseq
                && response.head().method().equalsIgnoreCase(method)
                && rseq(response, examined).filter(number -> number == rseq).isPresent();
    }
}
