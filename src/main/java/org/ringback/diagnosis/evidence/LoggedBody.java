package org.ringback.diagnosis.evidence;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ringback.sip.Fault;
import org.ringback.sip.Header;
import org.ringback.sip.SipMessage;

/**
 * What the length of a body says where a program or a person has written it into a log: one byte for a line end instead of
 * two, the last one left out, blanks at the ends of lines gone, addresses replaced.
 */
final class LoggedBody {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

    /** Where a session description says an address, and what stands there. */
    private static final Pattern ADDRESS = Pattern.compile("\\bIN IP[46] (\\S*)");

    private static final Pattern NUMERIC = Pattern.compile("[\\d.]+(?:/\\d+)*|[\\da-fA-F.]*:[\\da-fA-F:.]*(?:/\\d+)*");

    /** By how many bytes most IPv4 addresses that stand for one another differ: 192.0.2.1 for 203.0.113.104. */
    private static final int REPLACED = 8;

    private static final int LINE_END = 2;

    private LoggedBody() {}

    /** Whether a body is there to its end and nothing speaks for headers that were left out. */
    static boolean isWhole(SipMessage message) {
        boolean longer = message.doubts().stream().anyMatch(doubt -> doubt.fault() == Fault.TRAILING_BYTES);
        Optional<Long> length = length(message);
        boolean unsaid =
                length.isEmpty() && message.body().from() == message.body().to();
        // Of a body that grew when its addresses were replaced, only so much is read as its old length says.
        return !longer
                && !unsaid
                && length.filter(said -> said > mostOnWire(message)).isEmpty();
    }

    /** Whether so much is missing that a body must have been cut off: more than new addresses make it shorter. */
    static boolean isCut(SipMessage message) {
        String body = text(message);
        if (ADDRESS.matcher(body)
                .results()
                .anyMatch(address -> !NUMERIC.matcher(address.group(1)).matches())) {
            return false;
        }
        long replaced = REPLACED * ADDRESS.matcher(body).results().count();
        return length(message)
                .filter(said -> said > mostOnWire(message) + replaced)
                .isPresent();
    }

    private static Optional<Long> length(SipMessage message) {
        return message.header("Content-Length")
                .map(Header::value)
                .filter(length -> LENGTH.matcher(length).matches())
                .map(Long::valueOf);
    }

    /** How long a body was at most if each of its lines ended with CRLF, and an empty value was a blank. */
    private static long mostOnWire(SipMessage message) {
        String body = text(message);
        long lost = LINE_END;
        for (int at = 0; at < body.length(); at++) {
            if (body.charAt(at) == '\n') {
                char before = at == 0 ? '\n' : body.charAt(at - 1);
                lost += before == '\r' ? 0 : 1;
                lost += before == '=' ? 1 : 0;
            }
        }
        return body.length() + lost;
    }

    private static String text(SipMessage message) {
        MemorySegment body = message.bytes()
                .asSlice(
                        message.body().from(),
                        message.body().to() - message.body().from());
        return new String(body.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }
}
